"""Lenses that take away what stands around every line: a log's prefix, a mail's marks, quotes, fences."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit
from qfpay_gui.diagnosis.importing.names import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*+\n?+")
_TOKEN = re.compile(r"\d++|[A-Za-z]++|[ \t]++|.", re.DOTALL)
_LEVEL = frozenset({"trace", "debug", "info", "warn", "warning", "error", "notice", "inf", "dbg", "wrn", "err"})
_HEAD_LENGTH = 400
_MOST_TOKENS = 120
_ENDS = frozenset(" \t|>]:│*•-.,")
_MARKS = re.compile(r"[ \t]*+(?:>[> \t]*+|[-*•+▪◦][ \t]++|\d{1,3}[.)][ \t]++|│[ \t]|\|[ \t]*+(?=[^\n]*\|[ \t]*\r?$))")
_FENCE = re.compile(
    r"^[ \t]*```[^\n`]*\r?$|```|\{(?:code|noformat)[^}\n]{0,40}\}|\{\{(?=[0-9A-Fa-f]{20,64}\}\})"
    r"|(?<=[0-9A-Fa-f]{20})\}\}",
    re.MULTILINE,
)
_QUOTED_LINE = re.compile(r'^[ \t]*(")([^\n]*?)((?:\[\\r\])?(?:\[\\n\])?")[ \t]*\r?$', re.MULTILINE)
_BROKEN_FORM = re.compile(r"(?<=\S)&[ \t]{0,9}\r?\n\s{0,9}(?=[\w.]+=)|(?<=\S)[ \t]{0,9}\r?\n[ \t]{0,9}(?=&[\w.]+=)")
_QUOTED_BYTE = re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")


def prefix(text: str) -> Iterator[Edit]:
    """What most lines have in front in one shape: time, level, thread, container, ``>>``, ``|``."""
    lines = [found for found in _LINE.finditer(text) if found.group()]
    heads = [_TOKEN.findall(found.group()[:_HEAD_LENGTH].rstrip("\r\n"))[:_MOST_TOKENS] for found in lines]
    shapes = [[_shape(token) for token in head] for head in heads]
    starts = Counter(tuple(shape[:3]) for shape in shapes if len(shape) > 3)
    common = starts.most_common(1)
    if not common or common[0][1] < 2 or 3 * common[0][1] < len([shape for shape in shapes if shape]):
        return
    lead = common[0][0]
    sharing = [place for place, shape in enumerate(shapes) if tuple(shape[:3]) == lead]
    length = _shared([shapes[place] for place in sharing], [heads[place] for place in sharing])
    cut = shapes[sharing[0]][:length]
    for place, found in enumerate(lines):
        own = shapes[place]
        if own[:length] == cut or (len(own) > 2 and own == [*cut][: len(own)]):
            size = sum(len(token) for token in heads[place][:length])
            if size:
                yield Edit(found.start(), found.start() + size)


def _shape(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return "level" if token.lower() in _LEVEL else " " if token.isspace() else token


def _shared(shapes: list[list[str]], heads: list[list[str]]) -> int:
    """How many tokens all have in common that end in a separator and hold no name of the API."""
    full = max((len(shape) for shape in shapes), default=0)
    length = 0
    for place in range(full):
        wanted = next(shape[place] for shape in shapes if len(shape) > place)
        if any(len(shape) > place and shape[place] != wanted for shape in shapes):
            break
        length = place + 1
    longest = max(heads, key=len)
    while length and (longest[length - 1][-1] not in _ENDS or longest[length - 1] in {"-", "."}):
        length -= 1
    names = set(re.findall(r"\w+", "".join(longest[:length])))
    return 0 if names & KNOWN else length


def marks(text: str) -> Iterator[Edit]:
    """A mail's ``>``, a list's bullets and numbers, a table's outer lines."""
    for line in _LINE.finditer(text):
        if not line.group():
            continue
        if found := _MARKS.match(text, line.start(), line.end()):
            yield Edit(*found.span())
            tail = line.group().rstrip()
            if tail[-1] in "|│" and tail[-1] in found.group() and len(tail) > len(found.group()):
                yield Edit(line.start() + len(tail) - 1, line.start() + len(tail))


def fences(text: str) -> Iterator[Edit]:
    """Marks of code in Markdown, Slack and Jira."""
    if "```" in text or "{code" in text or "{noformat" in text or "{{" in text:
        for found in _FENCE.finditer(text):
            yield Edit(*found.span(), "\n" if found.group() == "```" else "")


def quoted_lines(text: str) -> Iterator[Edit]:
    r"""Lines that stand in quotes of their own, with ``[\\r][\\n]`` where a wire log shows the breaks."""
    found = list(_QUOTED_LINE.finditer(text))
    if len(found) > 1 and 2 * len(found) > text.strip().count("\n"):
        for line in found:
            yield Edit(*line.span(1))
            yield Edit(*line.span(3))


def full_stops(text: str) -> Iterator[Edit]:
    """The full stop that ngrep and its like put for the line break that ends each line."""
    ends = list(re.finditer(r"\.\r?\n", text))
    if len(ends) > 3 and 5 * len(ends) > 3 * text.count("\n"):
        for found in ends:
            yield Edit(found.start(), found.start() + 1)


def broken_form(text: str) -> Iterator[Edit]:
    """A form body that was broken into lines at its ampersands."""
    for found in _BROKEN_FORM.finditer(text):
        yield Edit(*found.span(), "&" if found.group().startswith("&") else "")


def soft_breaks(text: str) -> Iterator[Edit]:
    """Quoted-printable mail: lines broken by ``=``, bytes as ``=3D``."""
    if "=3D" in text or (text.count("=\n") + text.count("=\r\n") > 1):
        for found in _QUOTED_BYTE.finditer(text):
            digits = re.sub(r"=\r?\n|=", "", found.group())
            yield Edit(*found.span(), bytes.fromhex(digits).decode("utf-8", "replace"))
