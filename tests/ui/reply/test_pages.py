"""Which page of an answer is opened, and which ones are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.pages import Mark, marks, page_for
from tests.ui.reply import answers

if TYPE_CHECKING:
    from qfpay_gui.models.answer import Answer


@pytest.mark.parametrize(
    ("answer", "wanted", "opened"),
    [
        (answers.success(), "pay_params", "pay_params"),
        (answers.success(), "snippet", "snippet"),
        (answers.refused(), "snippet", "pay_params"),
        (answers.answered(b"<html>busy</html>"), "pay_params", "raw"),
        (answers.answered(b""), "snippet", "raw"),
        (answers.unanswered(), "pay_params", "checks"),
        (answers.unanswered(), "sent", "sent"),
        (answers.refused(), "raw", "raw"),
    ],
)
def test_the_wanted_page_opens_unless_it_stays_empty(answer: Answer, wanted: str, opened: str) -> None:
    """A web page opens the raw reply, a time-out the checks; a person's choice is kept where it shows something."""
    assert page_for(answer, wanted) == opened


def test_a_clean_answer_has_no_marks() -> None:
    """Marks are for what needs attention only."""
    assert marks(answers.success()) == {}


def test_faulty_members_are_counted_and_the_worst_gives_the_tone() -> None:
    """A missing and a misspelled member are two."""
    pay_params = {("nonce_str" if name == "nonceStr" else name): value for name, value in answers.PAY_PARAMS.items()}
    assert marks(answers.success(pay_params=pay_params))["pay_params"] == Mark(Severity.WRONG, 2)


def test_a_cut_off_reply_marks_the_raw_page() -> None:
    """Without a count: there is just one such thing."""
    assert marks(answers.answered(b"{", truncated=True))["raw"] == Mark(Severity.ATTENTION)
