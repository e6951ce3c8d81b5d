"""The results of a suite as Markdown, as a page of HTML, and as JUnit's XML, which every CI reads."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_UNPRINTABLE = {code: "\ufffd" for code in range(32) if code not in (9, 10, 13)}
"""What XML cannot hold."""
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left}"
)


class Line(Protocol):
    """One step's result, as it is shown."""

    @property
    def title(self) -> str:
        """The step, with its row where there are several."""

    @property
    def passed(self) -> bool:
        """Whether it went as expected."""

    @property
    def seconds(self) -> float:
        """How long its exchange took."""

    @property
    def words(self) -> str:
        """What came back, and what was expected otherwise; lines of text."""


def summary(lines: Sequence[Line]) -> str:
    """How many steps went as expected."""
    passed = sum(one.passed for one in lines)
    return f"{passed} of {len(lines)} steps as expected"


def to_markdown(name: str, lines: Sequence[Line]) -> str:
    """A heading, the sum, and a table."""
    rows = (f"| {'✓' if one.passed else '✗'} | {_cell(one.title)} | {_cell(one.words)} |" for one in lines)
    table = "\n".join(("| | step | what came back |", "|---|---|---|", *rows))
    return f"# {_cell(name)}\n\n{summary(lines)}.\n\n{table}\n"


def to_html(name: str, lines: Sequence[Line]) -> str:
    """A page that needs nothing else."""
    rows = "".join(
        f"<tr><td>{'✓' if one.passed else '✗'}</td><td>{escape(one.title)}</td><td>{_broken(one.words)}</td></tr>"
        for one in lines
    )
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{escape(name)}</title><style>{_STYLE}</style>'
        f"<h1>{escape(name)}</h1><p>{summary(lines)}.</p>"
        f"<table><tr><th></th><th>step</th><th>what came back</th></tr>{rows}</table></html>\n"
    )


def to_junit(name: str, lines: Sequence[Line]) -> str:
    """A test suite whose test cases are the steps."""
    failed = sum(not one.passed for one in lines)
    seconds = sum(one.seconds for one in lines)
    head = f'<testsuite name={_quoted(name)} tests="{len(lines)}" failures="{failed}" time="{seconds:.3f}">'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join((head, *_cases(lines), "</testsuite>")) + "\n"


def _cases(lines: Iterable[Line]) -> Iterable[str]:
    for one in lines:
        case = f'  <testcase classname="suite" name={_quoted(one.title)} time="{one.seconds:.3f}"'
        failure = f"><failure message={_quoted(one.words)}/></testcase>"
        yield case + ("/>" if one.passed else failure)


def _quoted(written: str) -> str:
    return quoteattr(written.translate(_UNPRINTABLE), {"\n": "&#10;"})


def _broken(words: str) -> str:
    return "<br>".join(map(escape, words.splitlines()))


def _cell(words: str) -> str:
    """One cell of a table: its own signs are written so that none of them means anything."""
    plain = "".join(f"\\{sign}" if sign in "\\|*_`[]<>#" else sign for sign in words)
    return "<br>".join(plain.splitlines())
