"""Small changes to a module, each of which a test should notice: what they replace, and the text with one of them."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLIPS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any"}
# Tests may tell little of these, and nobody reads them in the program: types, names for others, words for people.
_SILENT = (ast.Import, ast.ImportFrom, ast.JoinedStr)
_WORDS = {"text", "Text", "cast", "TypeVar"}


@dataclass(frozen=True)
class Change:
    """One change: ``start`` and ``end`` are places in the module's bytes, ``owner`` the function or class around it."""

    line: int
    owner: str
    before: str
    after: str
    start: int
    end: int
    nth: int = 1

    @property
    def name(self) -> str:
        """By what it is recognised when lines have moved; the ``nth`` alike in its owner has its number."""
        alike = f"{self.place} -> {' '.join(self.after.split())}"
        return alike if self.nth == 1 else f"{alike} #{self.nth}"

    @property
    def place(self) -> str:
        """What it replaces, and in what: all that may stand there instead have it in common."""
        return f"{self.owner}: {' '.join(self.before.split())}"

    def made(self, source: str) -> str:
        """The module with this change."""
        raw = source.encode()
        return (raw[: self.start] + self.after.encode() + raw[self.end :]).decode()


def changes(source: str) -> list[Change]:
    """Every change of this module, from top to bottom."""
    raw = source.encode()
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, owner in _visited(ast.parse(source), ""):
        for place, after in (*((node, one) for one in _variants(node)), *_turned(node)):
            start = starts[place.lineno - 1] + place.col_offset
            end = starts[(place.end_lineno or 0) - 1] + (place.end_col_offset or 0)
            found.append(Change(place.lineno, owner, raw[start:end].decode(), after, start, end))
    return list(_numbered(sorted(found, key=lambda one: (one.start, one.end, one.after))))


def _numbered(found: list[Change]) -> Iterator[Change]:
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.name] += 1
        yield replace(one, nth=seen[one.name])


def _visited(node: ast.AST, owner: str) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Statements and expressions that are carried out, and what they belong to."""
    for child in _carried_out(node):
        if isinstance(child, _SILENT) or _is_for_types(child) or _is_words(child) or _is_a_check(child):
            continue
        if isinstance(child, ast.expr | ast.stmt):
            yield child, owner
        inner = f"{owner}.{child.name}".lstrip(".") if isinstance(child, _NAMED) else owner
        yield from _visited(child, inner)


_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _carried_out(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases", "keywords"} and not isinstance(node, ast.Call):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield one


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WORDS


def _is_a_check(node: ast.AST) -> bool:
    """What zip checks of itself: where it holds, nothing differs without it."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _variants(node: ast.expr | ast.stmt) -> Iterator[str]:
    """What may stand in the place of this node."""
    if isinstance(node, ast.stmt):
        yield from _of_statement(node)
    else:
        yield from (f"({ast.unparse(one)})" for one in _of_expression(node))


def _turned(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.expr, str]]:
    """Conditions that nothing else changes, the other way round."""
    tests = [node.test] if isinstance(node, ast.If | ast.While | ast.IfExp) else []
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        tests = [test for one in node.generators for test in one.ifs]
    for test in tests:
        if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant | ast.NamedExpr):
            yield test, f"(not {ast.unparse(test)})"


def _of_statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "return None"
        case ast.Expr(value=ast.Constant() | ast.Call(func=ast.Name(id="assert_never"))):
            pass  # a docstring, or what is never reached
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            yield "pass"
        case _:
            pass


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=[op, *_]):
            yield from (_with(node, ops=[flip(), *node.ops[1:]]) for flip in _FLIPS[type(op)])
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=op, left=left, right=right) if type(op) in _SUMS and not _is_text(left) | _is_text(right):
            yield _with(node, op=_SUMS[type(op)]())
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Call(func=ast.Name(id=name) as called) if name in _OPPOSITES:
            yield _with(node, func=_with(called, id=_OPPOSITES[name]))
        case _:
            pass


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _with(node: ast.expr, **members: object) -> ast.expr:
    changed = copy.copy(node)
    for name, value in members.items():
        setattr(changed, name, value)
    return changed
