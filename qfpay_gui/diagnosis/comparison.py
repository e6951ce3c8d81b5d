"""Two requests side by side, with their replies: aligned by name, with what each difference does to the signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Iterable

Pairs = tuple[tuple[str, str], ...]


class LineKind(Enum):
    """How a line of the comparison differs."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"


class Part(Enum):
    """What a line of the comparison is about."""

    PARAMETER = "parameter"
    STRING = "signing string"
    REQUEST = "request"
    STATUS = "reply"
    MEMBER = "member of the reply"


class Effect(Enum):
    """What a difference does to the signature."""

    NONE = "none"
    CHANGES = "changes"
    EXPLAINS = "explains"  # this difference alone turns the one signature into the other


@dataclass(frozen=True)
class Side:
    """A request as it is compared, and its reply. ``signature`` is the one it carried; "" where none is known.

    ``string`` is what was signed, without the key; ``status`` how the exchange ended, such as "HTTP 200 OK", and
    ``answer`` the members of the reply by their paths: empty where they are not known.
    """

    pairs: Pairs
    headers: Pairs = ()
    url: str = ""
    signature: str = ""
    sign_type: str = "MD5"
    string: str = ""
    status: str = ""
    answer: Pairs = ()


@dataclass(frozen=True)
class Line:
    """A parameter, header, the URL or a member of the reply on both sides; None where a side does not have it.

    ``first_difference`` is the index of the first character that differs.
    """

    name: str
    left: str | None
    right: str | None
    kind: LineKind
    effect: Effect = Effect.NONE
    first_difference: int | None = None
    part: Part = Part.PARAMETER


@dataclass(frozen=True)
class Comparison:
    """The parameters in signing order, then signing string, URL and headers, then the replies."""

    parameters: tuple[Line, ...]
    others: tuple[Line, ...]
    answers: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return (*self.parameters, *self.others, *self.answers)

    @property
    def differences(self) -> tuple[Line, ...]:
        """The lines that are not the same on both sides."""
        return tuple(line for line in self.lines if line.kind is not LineKind.SAME)


def compare(left: Side, right: Side, client_key: str = "") -> Comparison:
    """Align two requests. With the key, a difference that alone explains the other signature is told apart."""
    names = sorted({name for name, _value in (*left.pairs, *right.pairs)})
    parameters = tuple(line for name in names for line in _parameter_lines(name, left, right, client_key))
    around = (_line("URL", left.url, right.url), *_header_lines(left.headers, right.headers))
    others = (*_string_lines(left, right), *(replace(line, part=Part.REQUEST) for line in around))
    return Comparison(parameters, others, tuple(_answer_lines(left, right)))


def _string_lines(left: Side, right: Side) -> Iterable[Line]:
    """What was signed, where that is known of both."""
    if left.string and right.string:
        yield replace(_line("", left.string, right.string), part=Part.STRING)


def _answer_lines(left: Side, right: Side) -> Iterable[Line]:
    """Status and members in the order in which they came, what only the right one has at the end."""
    if left.status or right.status:
        yield replace(_line("", left.status or None, right.status or None), part=Part.STATUS)
    names = dict.fromkeys(name for name, _value in (*left.answer, *right.answer))
    for name in names:
        for mine, theirs in zip_longest(_values(left.answer, name), _values(right.answer, name)):
            yield replace(_line(name, mine, theirs), part=Part.MEMBER)


def _parameter_lines(name: str, left: Side, right: Side, client_key: str) -> Iterable[Line]:
    """A line for each value sent under this name, the first with the first."""
    for index, (mine, theirs) in enumerate(zip_longest(_values(left.pairs, name), _values(right.pairs, name))):
        line = _line(name, mine, theirs)
        yield line if line.kind is LineKind.SAME else _judged(line, index, left, right, client_key)


def _judged(line: Line, index: int, left: Side, right: Side, client_key: str) -> Line:
    changed = _with(left.pairs, line.name, index, line.right)
    signature = OFFICIAL.sign(changed, client_key, right.sign_type).signature if client_key else ""
    explains = bool(right.signature) and signature == right.signature.strip().upper()
    effect = Effect.EXPLAINS if explains else Effect.CHANGES
    return Line(line.name, line.left, line.right, line.kind, effect, line.first_difference)


def _with(pairs: Pairs, name: str, index: int, value: str | None) -> Pairs:
    """The pairs with the value at this index among those of the name replaced, dropped (None) or added."""
    places = [place for place, (other, _value) in enumerate(pairs) if other == name]
    if index >= len(places):
        return (*pairs, (name, value or ""))
    place = places[index]
    return (*pairs[:place], *(() if value is None else ((name, value),)), *pairs[place + 1 :])


def _header_lines(left: Pairs, right: Pairs) -> Iterable[Line]:
    mine, theirs = ({name.lower(): (name, value) for name, value in headers} for headers in (left, right))
    for key in sorted({*mine, *theirs}):
        name = (mine.get(key) or theirs[key])[0]
        yield _line(name, mine.get(key, ("", None))[1], theirs.get(key, ("", None))[1])


def _line(name: str, left: str | None, right: str | None) -> Line:
    if left == right:
        return Line(name, left, right, LineKind.SAME)
    if right is None:
        return Line(name, left, right, LineKind.ONLY_LEFT)
    if left is None:
        return Line(name, left, right, LineKind.ONLY_RIGHT)
    return Line(name, left, right, LineKind.DIFFERS, first_difference=first_difference(left, right))


def _values(pairs: Pairs, name: str) -> list[str]:
    return [value for other, value in pairs if other == name]
