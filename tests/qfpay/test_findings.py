from __future__ import annotations

from qfpay_gui.qfpay.findings import Finding, Severity, worst
from qfpay_gui.qfpay.text import text


def _finding(severity: Severity) -> Finding:
    return Finding("some-code", severity, "txamt", text("Tests", "Headline"), text("Tests", "Detail."))


def test_severities_are_ordered_from_good_to_bad() -> None:
    """What is worse compares as greater."""
    assert sorted(Severity) == [Severity.OK, Severity.NOTE, Severity.ATTENTION, Severity.WRONG]


def test_the_worst_of_several_findings_is_their_highest_severity() -> None:
    """The order in which findings come does not matter."""
    assert worst(tuple(map(_finding, [Severity.NOTE, Severity.WRONG, Severity.ATTENTION]))) is Severity.WRONG


def test_no_finding_is_fine() -> None:
    """Where nothing is noticed, nothing is wrong."""
    assert worst(()) is Severity.OK
