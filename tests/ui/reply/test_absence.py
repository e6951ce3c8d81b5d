"""Why a reply brings no pay_params."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.ui.reply.absence import why_no_pay_params
from tests.ui.reply import answers

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer

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
