"""The results of a suite as Markdown, as a page of HTML, and as JUnit's XML, which every CI reads."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.result import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qfpay_gui.qfpay.suite.result import StepResult

_UNPRINTABLE = {code: "\ufffd" for code in range(32) if code not in (9, 10, 13)}
"""What XML cannot hold."""
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
)
_TITLES = ("", "step", "expected", "what came back", "ms")


def to_markdown(name: str, results: Sequence[StepResult], about: str = "") -> str:
    """A heading, when and where it ran, the sum, and a table."""
    rows = (f"| {' | '.join(map(_cell, _cells(one)))} |" for one in results)
    table = "\n".join((f"| {' | '.join(_TITLES)} |", "|---" * len(_TITLES) + "|", *rows))
    ran = f"{_cell(about)}\n\n" if about else ""
    return f"# {_cell(name)}\n\n{ran}{summary(results)}.\n\n{table}\n"


def to_html(name: str, results: Sequence[StepResult], about: str = "") -> str:
    """A page that needs nothing else."""
    rows = "".join(f"<tr>{''.join(f'<td>{_broken(cell)}</td>' for cell in _cells(one))}</tr>" for one in results)
    titles = "".join(f"<th>{title}</th>" for title in _TITLES)
    ran = f"<p>{escape(about)}</p>" if about else ""
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{escape(name)}</title><style>{_STYLE}</style>'
        f"<h1>{escape(name)}</h1>{ran}<p>{summary(results)}.</p><table><tr>{titles}</tr>{rows}</table></html>\n"
    )


def to_junit(name: str, results: Sequence[StepResult], _about: str = "") -> str:
    """A test suite whose test cases are the steps; what a run did not come to is skipped."""
    skipped = sum(one.is_left for one in results)
    failed = sum(not one.passed for one in results) - skipped
    seconds = sum(one.seconds for one in results)
    counts = f'tests="{len(results)}" failures="{failed}" skipped="{skipped}"'
    head = f'<testsuite name={_quoted(name)} {counts} time="{seconds:.3f}">'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join((head, *_cases(results), "</testsuite>")) + "\n"


REPORTS: dict[str, Callable[[str, Sequence[StepResult], str], str]] = {
    ".html": to_html,
    ".md": to_markdown,
    ".xml": to_junit,
}
"""What a report is written by, by the ending of its file: name, results, and when and where it ran."""


def _cells(one: StepResult) -> tuple[str, ...]:
    sign = "–" if one.is_left else "✓" if one.passed else "✗"
    return sign, one.title, one.expected, one.words, "" if one.is_left else f"{one.seconds * 1000:.0f}"


def _cases(results: Iterable[StepResult]) -> Iterable[str]:
    for one in results:
        case = f'  <testcase classname="suite" name={_quoted(one.title)} time="{one.seconds:.3f}"'
        failure = f"><{'skipped' if one.is_left else 'failure'} message={_quoted(one.words)}/></testcase>"
        yield case + ("/>" if one.passed else failure)


def _quoted(written: str) -> str:
    """As the value of an attribute; line ends stay."""
    return f'"{escape(written.translate(_UNPRINTABLE))}"'.replace("\n", "&#10;")


def _broken(words: str) -> str:
    return "<br>".join(map(escape, words.splitlines()))


def _cell(words: str) -> str:
    """One cell of a table: its own signs are written so that none of them means anything."""
    plain = "".join(f"\\{sign}" if sign in "\\|*_`[]<>#" else sign for sign in words)
    return "<br>".join(plain.splitlines())
