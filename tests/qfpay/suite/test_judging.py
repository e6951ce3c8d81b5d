from __future__ import annotations

import pytest

from qfpay_gui.qfpay.suite.judging import judge
from qfpay_gui.qfpay.suite.suite import Expectation, How

SEEN = {"respcd": "0000", "syssn": "20261", "milliseconds": "90", "txamt": "300", "empty": ""}


@pytest.mark.parametrize(
    ("member", "how", "wanted", "passed"),
    [
        ("respcd", "equal", "0000", True),
        ("respcd", "equal", "0", False),
        ("nowhere", "equal", "", False),
        ("empty", "equal", "", True),
        ("syssn", "match", "[0-9]+", True),
        ("syssn", "match", "[0-9]", False),
        ("nowhere", "match", ".*", False),
        ("syssn", "present", "yes", True),
        ("empty", "present", "yes", True),
        ("nowhere", "present", "yes", False),
        ("syssn", "present", "no", False),
        ("nowhere", "present", "no", True),
        ("milliseconds", "most", "90", True),
        ("milliseconds", "most", "89", False),
        ("milliseconds", "most", "90.5", True),
        ("empty", "most", "90", False),
        ("nowhere", "most", "90", False),
    ],
)
def test_an_expectation_is_met_or_not(member: str, how: How, wanted: str, passed: bool) -> None:  # noqa: FBT001 - a test's parameter
    """By both sides of each kind."""
    (checked,) = judge((Expectation(member, how, wanted),), SEEN)
    assert (checked.passed, checked.seen) == (passed, SEEN.get(member, ""))


@pytest.mark.parametrize(("respcd", "passed"), [("0000", True), ("1143", False)])
def test_where_nothing_is_expected_success_is(respcd: str, passed: bool) -> None:  # noqa: FBT001 - a test's parameter
    """A step without expectations is no step that cannot fail."""
    assert [one.passed for one in judge((), {"respcd": respcd})] == [passed]
    assert not judge((), {})[0].passed


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("equal", "txamt is 1"),
        ("match", "txamt matches 1"),
        ("present", "txamt is there: 1"),
        ("most", "txamt is at most 1"),
    ],
)
def test_an_expectation_is_said_in_words(how: How, words: str) -> None:
    """As a report shows it."""
    assert str(Expectation("txamt", how, "1")) == words
