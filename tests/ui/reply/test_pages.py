"""Which page of an answer is opened, and which ones are marked."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.pages import Mark, marks, page_for, pages_of, why_no_pay_params
from tests.ui.reply import answers
from tests.ui.reply.records.record_answers import PAYMENT, answer, found, sent

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer


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


@pytest.mark.parametrize(
    ("answered", "wanted", "opened"),
    [
        (found(PAYMENT), "pay_params", "records"),
        (found(PAYMENT), "snippet", "records"),
        (found(PAYMENT), "sent", "sent"),
        (found(), "records", "records"),
        (answer(sent("refund", syssn="7"), respcd="1272"), "pay_params", "records"),
        (answer(sent("query", syssn="7"), code=1), "pay_params", "raw"),
        (answers.success(), "records", "pay_params"),
    ],
)
def test_a_page_that_does_not_apply_gives_way_to_the_first(answered: Answer, wanted: str, opened: str) -> None:
    """Records belong to queries, refunds and closings, pay_params to payments."""
    assert page_for(answered, wanted) == opened
    assert opened in pages_of(answered)


def test_records_that_puzzle_are_counted() -> None:
    """A closed or a refunded order is no puzzle, a contradiction is."""
    odd = {**PAYMENT, "cancel": "9"}
    assert marks(found(PAYMENT, odd, odd))["records"] == Mark(Severity.ATTENTION, 2)
    assert "records" not in marks(found(PAYMENT, {**PAYMENT, "respcd": "1264", "cancel": "2"}))


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


WITHOUT = {"respcd": "0000", "resperr": ""}


def _body(**members: object) -> bytes:
    return json.dumps({**WITHOUT, **members}).encode()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (answers.unanswered(), "No reply came"),
        (answers.refused("1108"), "this reply says 1108"),
        (answers.answered(b"<html>busy</html>"), "nothing QFPay writes"),
        (answers.answered(b'{"code": 1}'), "neither respcd nor pay_params"),
        (answers.answered(_body()), "show QFPay support the raw reply"),
        (answers.answered(_body(pay_params="https://pay.example/1")), "pay_params is a web address"),
        (answers.answered(_body(), sent=answers.request(values={"pay_type": "800201"})), "sent was 800201"),
        (
            answers.answered(_body(), sent=replace(answers.request(), endpoint="query")),
            "this was a query request",
        ),
    ],
    ids=["no reply", "refused", "web page", "not QFPay's", "silent", "web address", "other pay_type", "query"],
)
def test_the_first_reason_that_holds_is_given(answer: Answer, reason: str) -> None:
    """The reason names what stands in the way, from the wire upwards."""
    assert reason in str(why_no_pay_params(answer))
