from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from qfpay_gui.snippets.suite_report import summary, to_html, to_junit, to_markdown


@dataclass(frozen=True)
class One:
    """A result as a report takes it."""

    title: str
    passed: bool
    words: str
    seconds: float = 0.25


LINES = [
    One("pay | <b>now</b>", passed=True, words="made"),
    One("ask \x00\"'&", passed=False, words="a\nb <script> *c*"),
]


def test_the_sum_counts_what_passed() -> None:
    """Of all."""
    assert summary(LINES) == "1 of 2 steps as expected"
    assert summary([]) == "0 of 0 steps as expected"


def test_junit_is_xml_that_counts_and_keeps_every_word() -> None:
    """Whatever stands in a name or an answer."""
    suite = ET.fromstring(to_junit('Tea "& co"', LINES))  # noqa: S314 - our own
    assert suite.attrib == {"name": 'Tea "& co"', "tests": "2", "failures": "1", "time": "0.500"}
    first, second = suite
    assert (first.get("name"), first.get("time"), list(first)) == ("pay | <b>now</b>", "0.250", [])
    assert second.get("name") == "ask \ufffd\"'&"
    assert second[0].get("message") == "a\nb <script> *c*"


def test_a_page_interprets_nothing() -> None:
    """Names and answers are text."""
    page = to_html("<Tea>", LINES)
    assert "&lt;Tea&gt;" in page
    assert "<script>" not in page
    assert "a<br>b &lt;script&gt;" in page
    assert page.count("✓") == page.count("✗") == 1


def test_markdown_is_a_table_whose_cells_end_where_they_should() -> None:
    """A bar in a name is no border."""
    rows = to_markdown("Tea", LINES).splitlines()
    assert rows[0] == "# Tea"
    assert rows[-2] == "| ✓ | pay \\| \\<b\\>now\\</b\\> | made |"
    assert rows[-1].endswith("a<br>b \\<script\\> \\*c\\* |")
