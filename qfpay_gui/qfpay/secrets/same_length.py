"""Marks over what nobody may read, one for each character, so that every other character keeps its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.secrets.finding import SHORTEST_SECRET, Finder, Span, is_recognisable
from qfpay_gui.qfpay.secrets.masking import MARK, Pair, persistable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PERSONAL = re.compile(r"extend[-_ ]?info|cre[-_ ]?id|true[-_ ]?name", re.IGNORECASE)
_NEXT_PAIR = re.compile(r"&(?=[A-Za-z_][\w.\[\]-]*=)")
_LEAD = re.compile(r"""(?:[A-Za-z_-]*=)?[\s"':\\]*""")
_TOKEN = re.compile(r'"(?P<inner>(?:\\.|[^"\\])*)"(?P<named>\s*:)?|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?', re.DOTALL)
_PLAIN_NAME = re.compile(r"[A-Za-z_.\[\]-]{1,40}")
_KEY_LEAD = re.compile(r"&?(?:[A-Za-z_]*=)?")
# Where a key that is not known here usually stands: behind key=, or as a long run at either end.
_SOME_KEY = re.compile(
    r"(?:key|secret)=(?P<named>[^&]+)|[0-9A-Za-z]{24,}\Z|\A[0-9A-Za-z]{32}(?=[a-z_]+=)|\A[0-9A-Za-z]{24,}(?==)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SameLengthMask:
    """Hides these keys and, unless ``revealed``, what is personal; ``people`` is what the request says of a person."""

    keys: tuple[str, ...] = field(repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)
    revealed: bool = False

    def over(self, written: str) -> str:
        """The text, as long as before, without a key or personal data in any encoding."""
        return _covered(written, self._spans(written))

    def over_signing_string(self, written: str, right: str, app_code: str = "") -> str:
        """The same for what somebody signed: also hides parts of a key, and what seems to be a key not known here.

        ``right`` is the right signing string without the key: what follows it must be a key of some sort.
        """
        spans = [*self._spans(written), *self._parts_of_keys(written)]
        if right and written.startswith(right):
            start = _end(_KEY_LEAD, written, len(right))
            spans += [] if written[start:] == app_code else [(start, len(written))]
        elif not any(True for _ in self._parts_of_keys(written)):
            found = _SOME_KEY.finditer(written)
            spans += [one.span("named") if one["named"] else one.span() for one in found]
        return _covered(written, spans)

    def _spans(self, written: str) -> Iterator[Span]:
        yield from self._finder.spans(written)
        if not self.revealed:
            yield from _personal_spans(written)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(filter(is_recognisable, (*self.keys, *(() if self.revealed else self.people))))

    def _parts_of_keys(self, written: str) -> Iterator[Span]:
        """A key may be cut, doubled, or hold a stray character: every six characters of it are hidden."""
        length = SHORTEST_SECRET
        parts = {key[at : at + length].lower() for key in self.keys for at in range(len(key) - length + 1)}
        lowered = written.lower() if len(written.lower()) == len(written) else written
        yield from ((at, at + length) for at in range(len(lowered)) if lowered[at : at + length] in parts)


def same_length_mask(pairs: Iterable[Pair], keys: Iterable[str], *, revealed: bool = False) -> SameLengthMask:
    """The mask of a request with these parameters."""
    personal = [value for name, value in pairs if persistable([(name, value)], ()) != ((name, value),)]
    people = {word for value in personal for word in _words(value) if is_recognisable(word)}
    return SameLengthMask(tuple(key for key in keys if key), tuple(sorted(people)), revealed)


def _words(value: str) -> Iterator[str]:
    """What a JSON text says, leaf by leaf; or the text itself."""
    try:
        yield from _leaves(json.loads(value))
    except (ValueError, RecursionError):
        yield value


def _leaves(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from (leaf for member in value.values() for leaf in _leaves(member))
        case list():
            yield from (leaf for member in value for leaf in _leaves(member))
        case _:
            yield str(value)


def _personal_spans(written: str) -> Iterator[Span]:
    """What follows the name of something personal, up to the next ``&name=``.

    Of JSON the strings and numbers: its punctuation and plain member names stay. Of anything else all.
    """
    at = 0
    while found := _PERSONAL.search(written, at):
        start = _value_start(written, found.end())
        json_end = _json_end(written, start)
        following = _NEXT_PAIR.search(written, max(json_end, found.end()))
        at = following.start() if following else len(written)
        yield from _token_spans(written, start, json_end)
        yield json_end, max(json_end, at)


def _value_start(written: str, name_end: int) -> int:
    """Where the value begins: a bare JSON string with its quote."""
    start = _end(_LEAD, written, name_end)
    quoted = written.find('="', name_end, start)
    return start if quoted < 0 else quoted + 1


def _json_end(written: str, start: int) -> int:
    """Where the JSON text that starts here ends; ``start`` where it is none."""
    try:
        return json.JSONDecoder().raw_decode(written, start)[1]
    except (ValueError, RecursionError):
        return start


def _token_spans(written: str, start: int, end: int) -> Iterator[Span]:
    for token in _TOKEN.finditer(written, start, end):
        if token["inner"] is None:
            yield token.span()
        elif not (token["named"] and _PLAIN_NAME.fullmatch(token["inner"])):
            yield token.span("inner")


def _end(pattern: re.Pattern[str], written: str, start: int) -> int:
    found = pattern.match(written, start)
    return found.end() if found else start


def _covered(written: str, spans: Iterable[Span]) -> str:
    characters = list(written)
    for start, end in spans:
        characters[start:end] = MARK * (end - start)
    return "".join(characters)
