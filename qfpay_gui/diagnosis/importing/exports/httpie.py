"""HTTPie's commands, which mitmproxy and converters write too."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row
from qfpay_gui.diagnosis.importing.shells.bash_words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMAND = re.compile(r"\s*(?:\$ )?(https?)[ \t]+(?=\S)")
_METHOD = re.compile(r"[A-Z]{3,7}")
_ITEM = re.compile(r"((?:[^:=@\\]|\\.)+)(:=|==|=|:)(.*)", re.DOTALL)
_FORM = frozenset({"-f", "--form", "--multipart"})
_WITH_VALUE = frozenset(
    {"-a", "--auth", "-o", "--output", "-p", "--print", "--style", "--timeout", "--proxy", "--verify"}
)
_LONGEST = 100_000


def httpie_export(source: str) -> Export:
    """The request of a command that is the whole text."""
    command = _COMMAND.match(source)
    if not command or len(source) > _LONGEST:
        return Export()
    line, _redirected, body = source[command.end() :].partition(" <<< ")
    read = read_words(line)
    words = list(_plain(read.words))
    method = words.pop(0) if words and _METHOD.fullmatch(words[0]) else "POST"
    if not words or line[read.end :].strip() or not ("." in words[0] or ":" in words[0]):
        return Export()
    return Export((_request(command[1], method, words, read.words, "".join(read_words(body).words[:1])),))


def _plain(words: Sequence[str]) -> Iterator[str]:
    """The words that are no options, nor the values of options."""
    skips = False
    for word in words:
        if not skips and not word.startswith("-"):
            yield word
        skips = word in _WITH_VALUE


def _request(scheme: str, method: str, words: list[str], every: Sequence[str], raw: str) -> Exported:
    items = [found.groups() for word in words[1:] if (found := _ITEM.fullmatch(word))]
    of = {
        kind: tuple(
            Row(name.replace("\\", ""), value.lstrip() if kind == ":" else value)
            for name, sign, value in items
            if sign == kind
        )
        for kind in (":", "==", "=")
    }
    raw = next((word.partition("=")[2] for word in every if word.startswith("--raw=")), raw)
    is_form = bool(_FORM & set(every))
    return Exported(
        "httpie",
        method=method,
        url=words[0] if "://" in words[0] else f"{scheme}://{words[0]}",
        headers=of[":"],
        query=of["=="],
        fields=of["="] if is_form else (),
        is_multipart="--multipart" in every,
        raw=raw or ("" if is_form else _json(of["="])),
    )


def _json(rows: tuple[Row, ...]) -> str:
    """Without ``--form`` the fields travel as JSON."""
    return json.dumps({row.name: row.value for row in rows}, ensure_ascii=False) if rows else ""
