"""What happens to a print on its way to support: the inverses of the reader's lenses."""

from __future__ import annotations

import base64
import html
import json
import quopri
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MORNING = 9 * 3600 + 41 * 60


def _lines(text: str, changed: Callable[[int, str], str]) -> str:
    """The text with each line changed, by its index and without its line end."""
    ends = text.split("\n")
    last = len(ends) - (not ends[-1])
    return "\n".join(changed(index, line) for index, line in enumerate(ends[:last])) + "\n" * (last < len(ends))


def _clock(index: int) -> str:
    seconds = _MORNING + index // 7
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{index * 37 % 1000:03}"


def _docker(index: int, line: str) -> str:
    log = {"log": line + "\n", "stream": "stdout", "time": f"2026-11-03T{_clock(index)}Z"}
    return json.dumps(log, ensure_ascii=False)


def _kubernetes(index: int, line: str) -> str:
    return f"2026-11-03T{_clock(index)}417Z stdout F {line}"


def _spring(index: int, line: str) -> str:
    return f"2026-11-03 {_clock(index)} DEBUG 7 --- [nio-8080-exec-{index % 9 + 1}] c.shop.pay.QfPayClient : {line}"


def _quoted_printable(text: str) -> str:
    return quopri.encodestring(text.encode()).decode("ascii")


CARRIERS: Mapping[str, Callable[[str], str]] = {
    "spring-log": lambda text: _lines(text, _spring),
    "docker-compose": lambda text: _lines(text, lambda _index, line: f"api-1  | {line}"),
    "docker-json": lambda text: _lines(text, _docker),
    "kubernetes": lambda text: _lines(text, _kubernetes),
    "line-numbers": lambda text: _lines(text, lambda index, line: f"{index + 1:6}\t{line}"),
    "indented": lambda text: _lines(text, lambda _index, line: f"    {line}"),
    "mail-quote": lambda text: _lines(text, lambda _index, line: f"> {line}"),
    "colours": lambda text: _lines(text, lambda _index, line: f"\x1b[36m{line}\x1b[0m"),
    "fence": lambda text: f"Hi, this is what we send:\n\n```\n{text}\n```\nWhat is wrong?\n",
    "jira-code": lambda text: f"{{code:java}}\n{text}\n{{code}}\n",
    "html": html.escape,
    "html-pre": lambda text: f"<pre>{html.escape(text, quote=False)}</pre>",
    "json-string": lambda text: json.dumps(text, ensure_ascii=False),
    "json-string-ascii": json.dumps,
    "json-message": lambda text: json.dumps({"level": "info", "message": text, "service": "shop"}, ensure_ascii=False),
    "python-repr": repr,
    "base64": lambda text: base64.encodebytes(text.encode()).decode("ascii"),
    "percent": quote,
    "quoted-printable": _quoted_printable,
    "crlf": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "byte-order-mark": lambda text: f"\ufeff{text}",
}
"""By name: the text as it arrives."""
