r"""Splits command lines of Windows into words: cmd.exe with the C runtime's quoting, and PowerShell.

The rules are Microsoft's: a caret escapes outside quotes; in an argument \\" and, inside quotes, "" are a quote;
PowerShell escapes with a backtick and doubles a quote.
"""

from __future__ import annotations

import re

from qfpay_gui.diagnosis.importing.prints.literals import powershell
from qfpay_gui.diagnosis.importing.shells.bash_words import Words

_CARET_LINE = re.compile(r"\^[ \t]*\r?\n")
_CARET_QUOTE = re.compile(r"\^\"|\^&")
_DOUBLED = re.compile(r'"[^"\n]*[{,:\[ ]""\w')
_BACKTICK_LINE = re.compile(r"`[ \t]*\r?\n")
_QUOTE = re.compile("['\"]")
_CARET = re.compile(r'\^(?:\r?\n)?(.?)|(")|(\r?\n)', re.DOTALL)
_NEXT_OPTION = re.compile(r"[ \t]*-{1,2}[A-Za-z]")
_BLANK = re.compile(r"\s+")
_SLASHES = re.compile(r"\\+")
_QUOTED_RUN = re.compile(r'[^\\"]+')
_PLAIN_RUN = re.compile(r'[^\\"\s]+')
_POWERSHELL = re.compile(
    r"""(?P<continued>`[ \t]*\r?\n)|(?P<blank>[ \t]++)|(?P<line>\r?\n|[;|])
    |(?P<quoted>'(?:[^']|'')*+'?|"(?:[^"`]|`.|"")*+"?)
    |(?P<escaped>`.)|(?P<plain>[^\s`'";|]++|.)""",
    re.VERBOSE | re.DOTALL,
)


def looks_like_cmd(source: str) -> bool:
    """Whether carets or doubled quotes tell that this was typed into cmd.exe, which knows no single quotes."""
    first = _QUOTE.search(source)
    return (first is None or first.group() == '"') and any(
        mark.search(source) for mark in (_CARET_LINE, _CARET_QUOTE, _DOUBLED)
    )


def looks_like_powershell(source: str) -> bool:
    """Whether lines are continued by backticks."""
    return _BACKTICK_LINE.search(source) is not None


def cmd_words(source: str, at: int = 0) -> Words:
    """The words of a cmd.exe command line, the first line without a caret being its last."""
    line, end = _without_carets(source, at)
    return Words(tuple(_arguments(line)), end)


def _without_carets(source: str, at: int) -> tuple[str, int]:
    """The line as a program gets it, and where it ends. Inside quotes a caret is a caret."""
    written: list[str] = []
    is_quoted, place = False, at
    for found in _CARET.finditer(source, at):
        written.append(source[place : found.start()])
        place = found.end()
        if found[3] and not is_quoted:
            if not _NEXT_OPTION.match(source, place):
                return "".join(written), place
            written.append(" ")
            continue
        if found[2]:
            is_quoted = not is_quoted
        escaped = found[1]
        written.append(found.group() if is_quoted or escaped is None else escaped)
        if is_quoted and escaped == '"':
            is_quoted = False
    written.append(source[place:])
    return "".join(written), len(source)


def _arguments(line: str) -> list[str]:
    """The arguments by the C runtime's rule for backslashes and quotes."""
    arguments: list[str] = []
    place, length = 0, len(line)
    while (blank := _BLANK.match(line, place)) or place < length:
        place = blank.end() if blank else place
        if place < length:
            argument, place = _argument(line, place)
            arguments.append(argument)
    return arguments


def _argument(line: str, at: int) -> tuple[str, int]:
    parts: list[str] = []
    is_quoted, place = False, at
    while place < len(line):
        if not is_quoted and line[place].isspace():
            break
        run = _SLASHES.match(line, place)
        slashes = len(run.group()) if run else 0
        place += slashes
        if line[place : place + 1] != '"':
            parts.append("\\" * slashes)
            plain = (_QUOTED_RUN if is_quoted else _PLAIN_RUN).match(line, place)
            parts.append(plain.group() if plain else "")
            place = plain.end() if plain else place
            continue
        parts.append("\\" * (slashes // 2))
        place += 1
        if slashes % 2:
            parts.append('"')
        elif is_quoted and line[place : place + 1] == '"':
            parts.append('"')
            place += 1
        else:
            is_quoted = not is_quoted
    return "".join(parts), place


def powershell_words(source: str, at: int = 0) -> Words:
    """The words of a PowerShell command; a hash table is several words."""
    words: list[str] = []
    parts: list[str] | None = None
    place = at
    while piece := _POWERSHELL.match(source, place):
        if piece.lastgroup == "line":
            break
        place = piece.end()
        if piece.lastgroup in {"blank", "continued"}:
            words += [] if parts is None else ["".join(parts)]
            parts = None
        else:
            parts = [*(parts or []), _powershell_part(piece.lastgroup, piece.group())]
    words += [] if parts is None else ["".join(parts)]
    return Words(tuple(words), place)


def _powershell_part(kind: str | None, written: str) -> str:
    if kind == "quoted":
        return powershell(written)
    return powershell(f'"{written}"') if kind == "escaped" else written
