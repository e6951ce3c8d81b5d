from __future__ import annotations

import xml.etree.ElementTree as ET

from qfpay_gui.qfpay.suite.judging import Checked
from qfpay_gui.qfpay.suite.result import StepResult, left_of
from qfpay_gui.qfpay.suite.rows import NO_ROWS, Row
from qfpay_gui.qfpay.suite.suite import Expectation, Step, Suite
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
    assert suite.attrib == {"name": 'Tea "& co"', "tests": "2", "failures": "1", "skipped": "0", "time": "0.500"}
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
    assert {ending: write("Tea", [], "")[:9] for ending, write in REPORTS.items()} == {
        ".html": "<!DOCTYPE",
        ".md": "# Tea\n\n0 ",
        ".xml": "<?xml ver",
    }


def test_what_a_stopped_run_did_not_come_to_is_no_success() -> None:
    """It stands in each report, is skipped for a CI, and the sum says that the run was stopped."""
    suite = Suite("Tea", (Step("pay | <b>now</b>"), Step("ask"), Step("refund")))
    results = [*RESULTS[:1], *left_of(suite, NO_ROWS, 1)]
    junit = ET.fromstring(to_junit("Tea", results))  # noqa: S314 - our own
    assert (junit.get("tests"), junit.get("failures"), junit.get("skipped")) == ("3", "0", "2")
    assert [[part.tag for part in one] for one in junit] == [[], ["skipped"], ["skipped"]]
    for write in (to_html, to_markdown):
        page = write("Tea", results, "2026-11-29 14:00 +0000 · simulator")
        assert "1 of 3 steps as expected, stopped early." in page
        assert "2026-11-29 14:00 +0000 · simulator" in page
        assert (page.count("✓"), page.count("✗"), page.count("Not run: the run ended before.")) == (1, 0, 2)


def test_of_rows_too_it_is_known_what_a_run_did_not_come_to() -> None:
    """A row that cannot be used is one step."""
    suite = Suite("Tea", (Step("pay"), Step("ask")))
    rows: tuple[Row, ...] = ({"a": "1"}, Text("", "broken"), {"a": "3"})
    titles = ["ask (row 1)", "the row (row 2)", "pay (row 3)", "ask (row 3)"]
    assert [one.title for one in left_of(suite, rows, 1)] == titles
    assert left_of(suite, rows, 5) == ()
