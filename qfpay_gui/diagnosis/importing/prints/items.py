"""Collects the members of one group while its tokens come by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from qfpay_gui.diagnosis.importing.prints.literals import literal
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Kind, Scalar

_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*+(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?[Lnm]?")
_SUFFIX = re.compile(r"[Lnm]\Z")
_WORD = re.compile(r"[\w$.\-@?*&]++")
_JOINING = frozenset({"+", ".", "&", ".."})
_CONVERTING = re.compile(r"(?:Decimal|BigDecimal|String|str|int|Integer|Long|new\s+\w+|StringValue|strval|intval)")


class Token(NamedTuple):
    """A piece of a member: "string", "word" or "group", with its place; ``value`` is None for a word."""

    kind: str
    start: int
    end: int
    value: Scalar | Group | None


@dataclass
class Frame:
    """A group that is still open."""

    start: int
    bracket: str
    lead: str
    items: list[Item] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    name: str | None = None
    signs: str = ""

    @property
    def is_fresh(self) -> bool:
        """Whether a new member begins here."""
        return self.name is None and not self.tokens

    def add(self, token: Token) -> None:
        """Takes another piece of the current member."""
        self.tokens.append(token)

    def sign(self, source: str, found: re.Match[str]) -> None:
        """Takes ``:``, ``=`` or ``=>``: what stood before it is a name, unless the member has one already."""
        if self.name is None:
            self.name = name = _name_of(source, self.tokens, found.group())
            if name is not None:
                self.tokens.clear()
                self.signs = found.group()
                return
        elif len(self.tokens) > 1 and "\n" in source[self.tokens[-2].end : self.tokens[-1].start]:
            self._next_line(source, found.group())
            return
        self.add(Token("word", found.start(), found.end(), None))

    def _next_line(self, source: str, sign: str) -> None:
        """Ends a member at the end of its line: PowerShell and code without semicolons separate like that."""
        last = self.tokens.pop()
        name = _name_of(source, [last], sign)
        self.flush(source)
        self.name, self.signs = name, sign

    def flush(self, source: str) -> None:
        """Ends the current member."""
        if self.name is not None or self.tokens:
            if self.signs == "=>":
                self.tokens = [_plainly(token) for token in self.tokens]
            value = _value(source, self.tokens)
            self.items.append(Item(self.name, value))
        self.name, self.signs = None, ""
        self.tokens.clear()

    def group(self, source: str, end: int, *, closed: bool) -> Group:
        """The group, now that it ends here."""
        self.flush(source)
        return Group(tuple(self.items), self.bracket, self.lead, self.start, end, closed)


def _name_of(source: str, tokens: list[Token], sign: str) -> str | None:
    """The name before a sign: the last string or word, or what is in the last brackets, as in ``pay['txamt'] =``."""
    if not tokens:
        return None
    last = tokens[-1]
    match last.value:
        case Scalar():
            return _plainly(last).value.text if sign == "=>" else last.value.text  # type: ignore[union-attr]
        case Group(bracket="[", items=(Item(name=None, value=Scalar() as only),)):
            return literal(only.source, single_is_plain=sign == "=>") if only.kind == "string" else only.text
        case Group():
            return None
    word = source[last.start : last.end].rpartition(" ")[2]
    return word if _WORD.fullmatch(word) else None


def _plainly(token: Token) -> Token:
    """A string again by PHP's rule for single quotes, which the sign => tells."""
    if isinstance(token.value, Scalar) and token.kind == "string" and "'" in token.value.source[:2]:
        return token._replace(value=token.value._replace(text=literal(token.value.source, single_is_plain=True)))
    return token


def _value(source: str, tokens: list[Token]) -> Scalar | Group:
    if not tokens:
        return Scalar("", "raw", "")
    written = source[tokens[0].start : tokens[-1].end]
    if len(tokens) == 1:
        return tokens[0].value or _word(written)
    if all(_is_joined(source, token) for token in tokens):
        strings = (token.value.text for token in tokens if isinstance(token.value, Scalar))
        return Scalar("".join(strings), "string", written)
    last = tokens[-1].value
    if isinstance(last, Group):
        return _with_lead(last, source[tokens[0].start : last.start].strip(), written)
    return _word(written)


def _is_joined(source: str, token: Token) -> bool:
    return token.kind == "string" or source[token.start : token.end] in _JOINING


def _with_lead(group: Group, lead: str, written: str) -> Scalar | Group:
    """A constructor's group; a call such as ``Date.now()`` is an expression; ``Decimal('1.15')`` is what it holds."""
    if group.bracket != "(" or any(item.name is not None or isinstance(item.value, Group) for item in group.items):
        return replace(group, lead=lead)
    values = [item.value for item in group.items]
    if len(values) == 1 and isinstance(values[0], Scalar) and _CONVERTING.fullmatch(lead):
        return values[0]._replace(source=written) if values[0].kind in {"string", "number"} else _expression(written)
    return _expression(written)


def _expression(written: str) -> Scalar:
    return Scalar(written, "expression", written)


def _word(written: str) -> Scalar:
    if _NUMBER.fullmatch(written):
        return Scalar(_SUFFIX.sub("", written), "number", written)
    kind: Kind = "word" if _WORD.fullmatch(written) else "expression"
    return Scalar(written, kind, written)
