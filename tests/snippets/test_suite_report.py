from __future__ import annotations

import xml.etree.ElementTree as ET

from qfpay_gui.qfpay.suite.judging import Checked
from qfpay_gui.qfpay.suite.result import StepResult
from qfpay_gui.qfpay.suite.suite import Expectation
from qfpay_gui.qfpay.text import Text
from qfpay_gui.snippets.suite_report import REPORTS, to_html, to_junit, to_markdown

RESULTS = [
    StepResult("pay | <b>now</b>", 0, headline=Text("", "made"), seconds=0.25),
    StepResult(
        "ask \x00\"'&",
        7,
        (Checked(Expectation("respcd", "equal", "<script>"), "*c*", passed=False),),
        Text("", "a"),
        seconds=0.25,
    ),
]


def test_junit_is_xml_that_counts_and_keeps_every_word() -> None:
    """Whatever stands in a name or an answer."""
    suite = ET.fromstring(to_junit('Tea "& co"', RESULTS))  # noqa: S314 - our own
    assert suite.attrib == {"name": 'Tea "& co"', "tests": "2", "failures": "1", "time": "0.500"}
    first, second = suite
    assert (first.get("name"), first.get("time"), list(first)) == ("pay | <b>now</b>", "0.250", [])
    assert second.get("name") == "ask \ufffd\"'& (row 7)"
    assert second[0].get("message") == "a\nexpected: respcd is <script>; seen: *c*"


def test_white_space_of_xml_stays_and_what_xml_cannot_hold_is_replaced() -> None:
    """Tab, line feed and carriage return are all it has below the blank."""
    name = "".join(map(chr, range(33)))
    (step,) = ET.fromstring(to_junit("x", [StepResult(name, 0, headline=Text("", "made"))]))  # noqa: S314 - our own
    shown = step.get("name", "")
    assert [at for at, one in enumerate(shown) if one != "\ufffd"] == [9, 10, 13, 32]


def test_a_page_interprets_nothing() -> None:
    """Names and answers are text."""
    page = to_html("<Tea>", RESULTS)
    assert "&lt;Tea&gt;" in page
    assert "1 of 2 steps as expected" in page
    assert "<script>" not in page
    assert "<td>respcd is &lt;script&gt;</td><td>a<br>expected: respcd is &lt;script&gt;; seen: *c*</td>" in page
    assert "<td>250</td>" in page
    assert page.count("✓") == page.count("✗") == 1


def test_markdown_is_a_table_whose_cells_end_where_they_should() -> None:
    """A bar in a name is no border."""
    rows = to_markdown("Tea", RESULTS).splitlines()
    told = "| respcd is \\<script\\> | a<br>expected: respcd is \\<script\\>; seen: \\*c\\* | 250 |"
    assert rows[0] == "# Tea"
    assert rows[-2] == "| ✓ | pay \\| \\<b\\>now\\</b\\> |  | made | 250 |"
    assert rows[-1].endswith(told)


def test_each_ending_has_its_report() -> None:
    """By the first signs of each."""
    assert {ending: write("Tea", [])[:9] for ending, write in REPORTS.items()} == {
        ".html": "<!DOCTYPE",
        ".md": "# Tea\n\n0 ",
        ".xml": "<?xml ver",
    }
