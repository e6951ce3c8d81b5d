"""As much of YAML as API clients write: mappings, lists, plain and quoted values, blocks of text."""

from __future__ import annotations

import json
import re
from textwrap import dedent
from typing import Any, NamedTuple

_KEY = re.compile(r"(\"[^\"]*+\"|'[^']*+'|[^\s:#\"'\-][^:]*+|-[^\s:][^:]*+):(?:\s++(.*))?")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_MOST_LINES = 20_000
_DEEPEST = 60


class _Line(NamedTuple):
    indent: int
    text: str


class _Reader:
    """Reads from the first line to the last; ``at`` is the line that comes next."""

    def __init__(self, source: str) -> None:
        self.raw = source.expandtabs(2).splitlines()[:_MOST_LINES]
        self.at = 0

    def peek(self) -> _Line | None:
        """The next line that says something."""
        while self.at < len(self.raw):
            text = self.raw[self.at].strip()
            if text and not text.startswith("#") and text != "---":
                return _Line(len(self.raw[self.at]) - len(self.raw[self.at].lstrip()), text)
            self.at += 1
        return None

    def node(self, least: int, depth: int) -> Any:
        """What begins here, if it is indented at least so far."""
        line = self.peek()
        if line is None or line.indent < least or depth > _DEEPEST:
            return None
        if line.text == "-" or line.text.startswith("- "):
            return self._list(line.indent, depth)
        if _KEY.fullmatch(line.text):
            return self._mapping(line.indent, depth)
        self.at += 1
        return _scalar(self._continued(line.text, line.indent - 1))

    def _list(self, indent: int, depth: int) -> list[Any]:
        found: list[Any] = []
        while (line := self.peek()) and line.indent == indent and (line.text == "-" or line.text.startswith("- ")):
            self.raw[self.at] = f"{' ' * indent} {self.raw[self.at][indent + 1 :]}"
            found.append(self.node(indent + 1, depth + 1))
        return found

    def _mapping(self, indent: int, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (line := self.peek()) and line.indent >= indent:
            key = _KEY.fullmatch(line.text) if line.indent == indent else None
            self.at += 1
            if key is None:
                continue
            name, rest = str(_scalar(key[1])), (key[2] or "").strip()
            if rest[:1] in {"|", ">"}:
                found[name] = self._block(indent, rest)
            elif rest and not rest.startswith("#"):
                found[name] = _scalar(self._continued(rest, indent))
            else:
                following = self.peek()
                is_list = following is not None and following.text.startswith("-")
                found[name] = self.node(indent if is_list else indent + 1, depth + 1)
        return found

    def _continued(self, text: str, indent: int) -> str:
        """The value with the lines onto which a long one is folded."""
        while (line := self.peek()) and line.indent > indent and not _is_closed(text):
            text = f"{text} {line.text}"
            self.at += 1
        return text

    def _block(self, indent: int, mark: str) -> str:
        begin = self.at
        while self.at < len(self.raw) and (
            not self.raw[self.at].strip() or len(self.raw[self.at]) - len(self.raw[self.at].lstrip()) > indent
        ):
            self.at += 1
        text = dedent("\n".join(self.raw[begin : self.at])).strip("\n")
        text = text if mark[0] == "|" else text.replace("\n", " ")
        return text if "-" in mark else f"{text}\n"


def read_yaml(source: str) -> Any:
    """The tree of this text; what is not understood is left out. Never raises."""
    return _Reader(source).node(0, 0)


def _is_closed(text: str) -> bool:
    return text[:1] in {'"', "'"} and len(text) > 1 and text[-1] == text[0]


def _scalar(written: str) -> Any:
    written = written.strip()
    if written[:1] in {'"', "{", "["}:
        try:
            return json.loads(written, strict=False)
        except (ValueError, RecursionError):
            return written.strip('"')
    if written[:1] == "'":
        return written.strip("'").replace("''", "'")
    plain = re.split(r"\s#", written, maxsplit=1)[0].strip()
    return _WORDS.get(plain, plain)
