"""Finds every sentence a translator has to put into another language: those of the code and those of the tables.

Python's own parser reads the code, for Qt's lupdate misses a ``tr`` inside an f-string and takes any attribute
``.text`` before one for a call.
"""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Sentence(NamedTuple):
    """English as the program says it, and the context under which Qt looks it up."""

    context: str
    source: str


class NotLiteralError(Exception):
    """A sentence is computed where it has to be written out; the message names file and line."""


def of_program(root: Path) -> list[Sentence]:
    """Every sentence of this clone, once.

    Raises NotLiteralError.
    """
    code = (one for path in sorted((root / "qfpay_gui").rglob("*.py")) for one in of_module(path))
    return list(dict.fromkeys((*code, *of_tables(root / "resources" / "data"))))


def of_module(path: Path) -> list[Sentence]:
    """The sentences of one module: ``text("Context", "…")``, ``self.tr("…")``, ``QCoreApplication.translate``.

    Raises NotLiteralError.
    """
    reader = _Reader(path)
    reader.visit(ast.parse(path.read_text(encoding="utf-8")))
    return reader.found


def of_tables(folder: Path) -> Iterator[Sentence]:
    """The sentences of the packaged tables, under the contexts by which the program looks them up."""
    for row in _table(folder, "respcd"):
        yield from (Sentence("respcd", row[key]) for key in ("meaning", "next") if row[key])
    for row in _table(folder, "respcd_calls"):
        yield from (Sentence("Verdict", row[key]) for key in ("meaning", "next") if key in row)
    for endpoint in _table(folder, "parameters").values():
        yield from (Sentence("parameters", endpoint[key]) for key in ("label", "purpose", "caution") if endpoint[key])
        for row in endpoint["parameters"]:
            yield from (Sentence("parameters", row[key]) for key in ("label", "help") if row[key])
    claims = _table(folder, "claims")
    yield from (Sentence("Claims", source["title"]) for source in claims["sources"].values())
    yield from (Sentence("Claims", one["says"]) for row in claims["claims"] for one in row.get("contradicted_by", ()))
    yield from (Sentence("currencies", row["name"]) for row in _table(folder, "currencies"))


class _Reader(ast.NodeVisitor):
    """Collects the sentences of one module; the context of ``self.tr`` is the class it stands in."""

    def __init__(self, path: Path) -> None:
        self.found: list[Sentence] = []
        self._path = path
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        match node:
            case ast.Call(func=ast.Name(id="text"), args=[context, source]):
                self.found.append(Sentence(self._literal(context), self._literal(source)))
            case ast.Call(func=ast.Attribute(attr="tr", value=ast.Name(id="self")), args=[source]):
                self.found.append(Sentence(self._classes[-1], self._literal(source)))
            case ast.Call(
                func=ast.Attribute(attr="translate", value=ast.Name(id="QCoreApplication")),
                args=[ast.Constant(value=str(context)), ast.Constant(value=str(source))],
            ):
                self.found.append(Sentence(context, source))
        self.generic_visit(node)

    def _literal(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        raise NotLiteralError(
            f"{self._path.name}, line {node.lineno}: write the sentence out, and fill values in later"
        )


def _table(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
