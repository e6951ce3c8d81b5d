"""Splits a command line into words as bash does (the rules of the Bash Reference Manual, section Quoting)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qfpay_gui.diagnosis.importing.decoding import text_of
from qfpay_gui.diagnosis.importing.request import Note
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text


@dataclass(frozen=True)
class Words:
    """The words of one command, the place behind it, and what there is to say about its quoting."""

    words: tuple[str, ...]
    end: int
    notes: tuple[Note, ...] = ()


_PIECE = re.compile(
    r"""
    (?P<continued>\\[ \t]*+\r?\n)
  | (?P<comment>(?<!\S)\#[^\n]*+)
  | (?P<blank>[ \t]++)
  | (?P<ansi>\$'[^'\\]*+(?:\\.[^'\\]*+)*+'?)
  | (?P<single>'[^']*+'?)
  | (?P<double>\$?"[^"\\]*+(?:\\.[^"\\]*+)*+"?)
  | (?P<escaped>\\.)
  | (?P<line>\r?\n)
  | (?P<ending>&&|\|\|?|;)
  | (?P<redirect>\d?[<>]++&?[ \t]*+)
  | (?P<ampersand>&)
  | (?P<plain>\$\w*+|[^\s\\'"$;|&<>]++|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN_WORDS = re.compile(r"(?:[ \t]++[\w./:@%+,=-]++(?=[ \t]))++")
_ANSI = re.compile(
    r"(?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})++|\\u[0-9A-Fa-f]{1,4}|\\U[0-9A-Fa-f]{1,8}|\\c.|\\.", re.DOTALL
)
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))")
_SIMPLE = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_VARIABLE = re.compile(r"\$(?:\w|\{|\()|`")
_NEXT_OPTION = re.compile(r"[ \t]*(?:-{1,2}[A-Za-z]|['\"]?https?://)")
_PARTS = frozenset({"ansi", "single", "double", "escaped", "ampersand", "plain"})


def read_words(source: str, at: int = 0) -> Words:
    """The words from this place to the end of the command; an open quote reaches to the end of the text.

    Where bash would stop, at a line without backslash or at a bare ``&``, the reading goes on if more of the same
    request follows, and a note says so.
    """
    return _Reading(source, at).words()


class _Reading:
    """The state of one pass over a command."""

    def __init__(self, source: str, at: int) -> None:
        self._source = source
        self._at = at
        self._words: list[str] = []
        self._parts: list[str] | None = None
        self._skips = False
        self._notes: dict[str, Note] = {}

    def words(self) -> Words:
        """Reads to the end of the command."""
        while piece := self._next():
            kind = piece.lastgroup or ""
            if self._ends(kind, piece):
                break
            self._at = piece.end()
            if kind in _PARTS:
                self._add(self._meaning(kind, piece.group()))
            elif kind == "redirect":
                self._finish()
                self._skips = True
            elif kind != "continued":
                self._finish()
        self._finish()
        return Words(tuple(self._words), self._at, tuple(self._notes.values()))

    def _next(self) -> re.Match[str] | None:
        """The next piece that needs a look; words without any quoting are taken at once."""
        if self._parts is None and not self._skips and (plain := _PLAIN_WORDS.match(self._source, self._at)):
            self._words += plain.group().split()
            self._at = plain.end()
        return _PIECE.match(self._source, self._at)

    def _ends(self, kind: str, piece: re.Match[str]) -> bool:
        if kind == "line" and _NEXT_OPTION.match(self._source, piece.end()):
            if self._words or self._parts:
                self._note(
                    "line", text("Importing", "A line ends without a backslash: bash stops there, this went on.")
                )
            return False
        if kind == "ampersand":
            following = self._source[piece.end() : piece.end() + 1]
            is_inside = self._parts is not None and following not in {"", " ", "\n", "\r", "\t"}
            if is_inside:
                self._note("bare-ampersand", text("Importing", "A bare & ends the command in bash: quote the value."))
            return not is_inside
        return kind in {"line", "ending"}

    def _add(self, part: str) -> None:
        if self._parts is None:
            self._parts = []
        self._parts.append(part)

    def _finish(self) -> None:
        if self._parts is not None:
            if not self._skips:
                self._words.append("".join(self._parts))
            self._skips = False
        self._parts = None

    def _meaning(self, kind: str, written: str) -> str:
        match kind:
            case "ansi":
                return self._ansi(self._closed(written[2:], "'"))
            case "single":
                return self._closed(written[1:], "'")
            case "double":
                return self._double(self._closed(written.lstrip("$")[1:], '"'))
            case "escaped":
                return written[1:]
            case _:
                self._look_for_variable(written)
                return written

    def _closed(self, quoted: str, mark: str) -> str:
        if quoted.endswith(mark) and not (mark == '"' and _ends_escaped(quoted)):
            return quoted[:-1]
        self._note("open-quote", text("Importing", "A quote is never closed: the value was read to the end."))
        return quoted

    def _double(self, inner: str) -> str:
        self._look_for_variable(inner)
        return re.sub(r'\\(?:(\r?\n)|([$`"\\]))', lambda found: found[2] or "", inner)

    def _ansi(self, inner: str) -> str:
        meant = _ANSI.sub(_ansi_meaning, inner)
        if "\0" in meant:
            self._note("nul", text("Importing", "A NUL ends the value in bash; it is kept here."))
        return meant

    def _look_for_variable(self, written: str) -> None:
        if _VARIABLE.search(re.sub(r"\\.", "", written) if "\\" in written else written):
            message = text("Importing", "A shell variable or command is not replaced: its text stands in the value.")
            self._note("variable", message)

    def _note(self, code: str, message: Text) -> None:
        self._notes.setdefault(code, Note(code, message, severity=Severity.ATTENTION))


def _ends_escaped(quoted: str) -> bool:
    """Whether the last quote is itself escaped, which leaves the string open."""
    before = quoted[:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _ansi_meaning(found: re.Match[str]) -> str:
    written = found.group()
    kind = written[1]
    if kind in "x01234567" and _BYTE.match(written):
        codes = (int(digits, 16) if digits else int(octal, 8) & 0xFF for digits, octal in _BYTE.findall(written))
        return _bytes_in_text(bytes(codes))
    if kind in "uU" and len(written) > 2:
        code = int(written[len("\\u") :], 16)
        return chr(code) if code <= 0x10FFFF else written
    if kind == "c" and len(written) > 2:
        return chr(ord(written[2]) & 0x1F)
    return _SIMPLE.get(kind) or (kind if kind in "\\'\"?" else written)


def _bytes_in_text(raw: bytes) -> str:
    """UTF-8 as its text; other bytes as lone surrogates, which become the same bytes again in a body."""
    decoded, charset = text_of(raw)
    return raw.decode("utf-8", "surrogateescape") if charset else decoded
