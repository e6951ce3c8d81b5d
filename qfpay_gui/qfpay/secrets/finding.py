"""Finds a secret again after it was URL-encoded, JSON-escaped, or written in base64 or hex, in time linear in both.

Not the secret is written in every form, but the text is read in every way, and each reading is searched for the secret.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SHORTEST_SECRET = 6
Span = tuple[int, int]
_Part = tuple[str, int, int]
"""A character and where it is written, from the start of what was read."""

# A character has one way to be written here: + may be a space, and base64 has two alphabets.
_ALIKE = str.maketrans("+-_", "  /")
_ESCAPED = {f"\\{one}": one for one in '"/\\'} | {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\b": "\b", "\\f": "\f"}
_MOST_LEVELS = 3
_LONGEST_PIECE = 512
_FEW = 24
_APART = "\ufdd0"
"""Between texts that are looked through as one: no character, so in none of them."""
_BETWEEN = re.compile("[ :]")
_LIKE_ESCAPE = re.compile(r"""(?:5c|\\)*(?:(?:25){0,3}[0-9a-f]{1,2}|5?c?u[0-9a-f]{4}|["/nrtbf])""", re.IGNORECASE)
_BYTE = re.compile("%(?:25){0,3}([0-9a-f]{2})")
_UNIT = re.compile("u([0-9a-f]{4})")
_LETTERS = str.maketrans("\n\r\t\b\f", "nrtbf")


@dataclass(frozen=True)
class _Reading:
    """What a text may say, and where each of its characters starts and ends there.

    The places are found out only where they are asked for: for what holds a secret at all.
    """

    said: str
    places: Callable[[], tuple[Sequence[int], Sequence[int]]]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each character starts in the text."""
        return self._both[0]

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where each character ends in the text."""
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[Sequence[int], Sequence[int]]:
        return self.places()


@dataclass(frozen=True)
class _Escapes:
    """Escapes of one kind: what a match says, alike, and the same by its characters, each with its place."""

    pattern: re.Pattern[str]
    said: Callable[[re.Match[str]], str]
    parts: Callable[[re.Match[str]], Iterable[_Part]]


class Finder:
    """Finds these secrets; letter case does not count."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = sorted({piece for secret in secrets for piece in _pieces(secret)})
        encoded = {core for secret in known for core in _base64(_raw(secret))}
        self._plain = _Words({*map(_alike, known), *encoded})
        self._heads: dict[str, list[str]] = {core: [""] for core in encoded}
        for secret in known:
            parts = [(_alike(secret[:at]), _decoded(_whole(secret[at:])).said) for at in (0, *_heads(secret))]
            for head, rest in parts:
                if 2 * len(rest) >= len(secret):
                    self._heads.setdefault(rest, []).append(head)
        self._decoded = _Words(self._heads)
        self._hex = _Words(_raw(secret).hex() for secret in known)

    def spans(self, written: str) -> list[Span]:
        """Where they stand, from left to right; occurrences that overlap are one."""
        if not self._heads:
            return []
        spans: list[Span] = []
        for start, end in sorted(set(self._found(written))):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans

    def replaced(self, written: str, mark: str) -> str:
        """The text with this mark in place of each."""
        for start, end in reversed(self.spans(written)):
            written = f"{written[:start]}{mark}{written[end:]}"
        return written

    def all_replaced(self, written: Sequence[str], mark: str) -> tuple[str, ...]:
        """Each of these texts with this mark in place of each: they are looked through as one."""
        spans = self.spans(_APART.join(written))
        if not spans:
            return tuple(written)
        replaced, at, offset = [], 0, 0
        for text in written:
            end = offset + len(text)
            parts, last = [], offset
            while at < len(spans) and spans[at][0] < end:
                parts += [text[last - offset : spans[at][0] - offset], mark]
                last = spans[at][1]
                at += 1
            replaced.append("".join((*parts, text[last - offset :])))
            offset = end + len(_APART)
        return tuple(replaced)

    def _found(self, written: str) -> Iterator[Span]:
        whole = _whole(written)
        unspaced = _Reading(_BETWEEN.sub("", whole.said), partial(_places, whole, _BETWEEN, lambda _match: ()))
        yield from _search(unspaced, self._hex)
        for reading in _readings(whole):
            yield from _search(reading, self._plain)
        if "%" in whole.said or "\\" in whole.said:
            decoded = _decoded(whole)
            for at, length in self._decoded.places(decoded.said):
                start, end = decoded.starts[at], decoded.ends[at + length - 1]
                heads = self._heads[decoded.said[at : at + length]]
                yield from ((start - len(head), end) for head in heads if whole.said.endswith(head, 0, start))


def is_recognisable(secret: str) -> bool:
    """Whether it is found only where it is meant: two characters suffice outside ASCII, for a name has no more."""
    return len(secret) >= SHORTEST_SECRET or (len(secret) > 1 and not secret.isascii())


def _heads(secret: str) -> range:
    """How many first characters may look like the end of an escape that begins before the secret, such as 41 of %41."""
    like_escape = _LIKE_ESCAPE.match(secret)
    return range(1, min(len(like_escape[0]) if like_escape else 0, len(secret) - 1) + 1)


def _search(reading: _Reading, words: _Words) -> Iterator[Span]:
    return ((reading.starts[at], reading.ends[at + length - 1]) for at, length in words.places(reading.said))


class _Words:
    """Words to be found in a text: few of one length one after the other, many of one length all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        by_length: dict[int, set[str]] = {}
        for word in words:
            by_length.setdefault(len(word), set()).add(word)
        self._few = [word for group in by_length.values() if len(group) <= _FEW for word in group]
        self._many = [(length, group) for length, group in by_length.items() if len(group) > _FEW]

    def places(self, text: str) -> Iterator[Span]:
        """Where each of them begins, and its length."""
        for word in self._few:
            at = text.find(word)
            while at >= 0:
                yield at, len(word)
                at = text.find(word, at + 1)
        for length, group in self._many:
            yield from ((at, length) for at in range(len(text) - length + 1) if text[at : at + length] in group)


def _pieces(secret: str) -> Iterator[str]:
    """A long secret in pieces, each of which is looked for by itself: the last is as long as the others."""
    if len(secret) <= _LONGEST_PIECE:
        yield from filter(None, (secret,))
        return
    yield from (secret[at : at + _LONGEST_PIECE] for at in range(0, len(secret) - _LONGEST_PIECE, _LONGEST_PIECE))
    yield secret[-_LONGEST_PIECE:]


def _decoded(reading: _Reading) -> _Reading:
    """Every layer of every escape off at once, so that an occurrence may be encoded in part.

    Backslashes are left out, and a line break is an n, for nothing tells where a run of backslashes ends.
    """
    read = _read(reading, _EVERY)
    return replace(read, said=read.said.translate(_LETTERS))


def _whole(written: str) -> _Reading:
    return _Reading(_alike(written), lambda: (range(len(written)), range(1, len(written) + 1)))


def _readings(whole: _Reading) -> Iterator[_Reading]:
    """The text as it stands, URL-decoded up to three times, and each of these with up to three layers of JSON off."""
    for decoded in _layers(whole, _OF_URLS):
        yield from _layers(decoded, _OF_JSON)


def _layers(reading: _Reading, escapes: _Escapes) -> Iterator[_Reading]:
    yield reading
    for _level in range(_MOST_LEVELS):
        if not escapes.pattern.search(reading.said):
            return
        reading = _read(reading, escapes)
        yield reading


def _read(reading: _Reading, escapes: _Escapes) -> _Reading:
    """The text with these escapes read."""
    said = escapes.pattern.sub(escapes.said, reading.said)
    return _Reading(said, partial(_places, reading, escapes.pattern, escapes.parts))


def _places(
    reading: _Reading, pattern: re.Pattern[str], parts_of: Callable[[re.Match[str]], Iterable[_Part]]
) -> tuple[Sequence[int], Sequence[int]]:
    """Where each character starts and ends once what fits the pattern says these parts."""
    starts: list[Sequence[int]] = []
    ends: list[Sequence[int]] = []
    at = 0
    for match in pattern.finditer(reading.said):
        parts = tuple(parts_of(match))
        starts += (reading.starts[at : match.start()], [reading.starts[first] for _character, first, _last in parts])
        ends += (reading.ends[at : match.start()], [reading.ends[last - 1] for _character, _first, last in parts])
        at = match.end()
    return [*chain(*starts, reading.starts[at:])], [*chain(*ends, reading.ends[at:])]


def _every_said(match: re.Match[str]) -> str:
    if match["slashes"]:
        return ""
    return _units_said(match) if match["units"] else _percent_said(match)


def _every(match: re.Match[str]) -> Iterable[_Part]:
    if match["slashes"]:
        return ()
    return _units(match) if match["units"] else _percent(match)


def _json_said(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0]) or _units_said(match)


def _json(match: re.Match[str]) -> Iterable[_Part]:
    character = _ESCAPED.get(match[0])
    return ((character, *match.span()),) if character else _units(match)


def _units_said(match: re.Match[str]) -> str:
    return _alike(bytes.fromhex("".join(_UNIT.findall(match[0]))).decode("utf-16-be", "surrogatepass"))


def _units(match: re.Match[str]) -> Iterator[_Part]:
    """Code units of UTF-16, of which two may be one character."""
    parts: list[_Part] = []
    at = match.start()
    for unit in _UNIT.finditer(match.string, *match.span()):
        character, first = chr(int(unit[1], 16)), at
        if parts and "\ud800" <= parts[-1][0] <= "\udbff" and "\udc00" <= character <= "\udfff":
            high, first, _last = parts.pop()
            character = (high + character).encode("utf-16-be", "surrogatepass").decode("utf-16-be")
        parts.append((character, first, unit.end()))
        at = unit.end()
    return iter(parts)


def _percent_said(match: re.Match[str]) -> str:
    try:
        return _alike(bytes.fromhex("".join(_BYTE.findall(match[0]))).decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return _alike("".join(character for character, _first, _last in _percent(match)))


def _percent(match: re.Match[str]) -> Iterator[_Part]:
    """Bytes of UTF-8; one that begins no character is read as Latin-1."""
    found = list(_BYTE.finditer(match.string, *match.span()))
    raw = bytes(int(one[1], 16) for one in found)
    at = 0
    while at < len(raw):
        length = 1 if raw[at] < 0xC0 else 2 if raw[at] < 0xE0 else 3 if raw[at] < 0xF0 else 4
        try:
            character = raw[at : at + length].decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            character, length = chr(raw[at]), 1
        yield character, found[at].start(), found[at + length - 1].end()
        at += length


def _alike(written: str) -> str:
    """The text without what does not count, as long as before."""
    folded = written.casefold()
    if len(folded) != len(written):
        folded = "".join(one if len(one.casefold()) > 1 else one.casefold() for one in written)
    return folded.translate(_ALIKE)


def _raw(secret: str) -> bytes:
    return secret.encode("utf-8", "surrogatepass")


def _base64(raw: bytes) -> Iterator[str]:
    """The characters that are the secret's own, for each of the three places it can have in a longer text."""
    for before in range(3):
        written = base64.b64encode(bytes(before) + raw).decode("ascii")
        if core := written[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]:
            yield _alike(core)


_OF_URLS = _Escapes(re.compile("(?:%[0-9a-f]{2})+"), _percent_said, _percent)
_OF_JSON = _Escapes(re.compile(r"""(?:\\u[0-9a-f]{4})+|\\["/\\nrtbf]"""), _json_said, _json)
# What is encoded or escaped again and again, in part or as a whole: % becomes %25, then %2525; \ becomes \\, then \\\\.
_SLASH = r"(?:\\|%(?:25){0,3}5c)"
_EVERY = _Escapes(
    re.compile(
        rf"(?P<units>(?:{_SLASH}++u[0-9a-f]{{4}})+)|(?P<slashes>{_SLASH}++)"
        r"|(?:%(?!(?:25){0,3}5c)(?:25){0,3}[0-9a-f]{2})+"
    ),
    _every_said,
    _every,
)
