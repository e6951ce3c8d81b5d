from __future__ import annotations

import json
from dataclasses import replace

import pytest

from qfpay_gui.qfpay.secrets.exchange import Mask
from qfpay_gui.qfpay.sequence.messages import MessageKind, Party, Stage
from qfpay_gui.qfpay.sequence.received import is_answered, numbers_in, received_messages
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received
from tests.qfpay.sequence.sequences import KEY

BODY = json.dumps({"syssn": "2026", "out_trade_no": "QA1", "goods_name": KEY}).encode()
CAME = Received(
    1, 9.0, AnswerMode.SUCCESS, "POST", "/notify", (("X-QF-SIGN", "AB"),), BODY, answered=Acknowledged.SENT, status=200
)


def test_a_notification_and_its_answer_are_two_arrows() -> None:
    """From QFPay to the merchant and back, with the raw text."""
    came, answer = received_messages(CAME, Mask((), (KEY,)))
    assert (came.sender, came.receiver, came.kind, came.stage) == (
        Party.QFPAY,
        Party.MERCHANT,
        MessageKind.HTTP,
        Stage.NOTIFYING,
    )
    assert "X-QF-SIGN: AB" in came.parts[0][1]
    assert KEY not in came.parts[0][1]
    assert (str(answer.label), answer.failed, answer.stage) == ("200, SUCCESS", False, Stage.NOTIFIED)


@pytest.mark.parametrize(
    ("mode", "answered", "status", "label", "lost"),
    [
        (AnswerMode.ERROR, Acknowledged.SENT, 500, "HTTP 500, not accepted", False),
        (AnswerMode.WRONG_BODY, Acknowledged.SENT, 200, "HTTP 200, not accepted", False),
        (AnswerMode.NOTHING, Acknowledged.WITHHELD, None, "no answer", True),
        (AnswerMode.SLOW, Acknowledged.TOO_LATE, None, "no answer", True),
    ],
)
def test_other_answers_leave_the_sender_to_try_again(
    mode: AnswerMode,
    answered: Acknowledged,
    status: int | None,
    label: str,
    lost: bool,  # noqa: FBT001 - a table
) -> None:
    """What was told to be answered is drawn as what it means."""
    _came, answer = received_messages(replace(CAME, mode=mode, answered=answered, status=status), Mask())
    assert (str(answer.label), answer.lost, answer.stage) == (label, lost, Stage.UNANSWERED)


def test_it_waits_for_its_answer() -> None:
    """Only then is it known what to draw."""
    assert is_answered(CAME)
    assert not is_answered(replace(CAME, answered=Acknowledged.PENDING))


def test_numbers_are_read_from_the_body() -> None:
    """The syssn first; nothing from what is no notification."""
    assert numbers_in(BODY) == ("2026", "QA1")
    assert numbers_in(b'{"out_trade_no": 5}') == ("5",)
    assert numbers_in(b'{"syssn": "", "out_trade_no": null}') == ()
    assert numbers_in(b"[1]") == ()
    assert numbers_in(b"\xff\xfe") == ()
