from __future__ import annotations

import pytest

from qfpay_gui.qfpay.secrets.exchange import Mask
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage
from qfpay_gui.qfpay.sequence.simulated import _shortened, event_messages
from tests.qfpay.sequence.sequences import KEY, Happening, Step

MONEY = {"txamt": "300", "txcurrcd": "HKD"}
CUSTOMER, WECHAT, MERCHANT = Party.CUSTOMER, Party.WECHAT, Party.MERCHANT
QFPAY, WECHAT_PAY = Party.QFPAY, Party.WECHAT_PAY
TRIED = {"notify_url": "http://127.0.0.1:1/n", "notify_type": "payment", "attempt": "1", "status": "500"}


def arrows(kind: Step, sent: str = "", **fields: str) -> tuple[Message, ...]:
    """The arrows of this step."""
    return event_messages(Happening(kind, fields, sent), Mask((), (KEY,)))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Step.ORDERED, [(QFPAY, WECHAT_PAY, Stage.UNIFIED), (WECHAT_PAY, QFPAY, Stage.PREPAID)]),
        (
            Step.PAID,
            [
                (CUSTOMER, WECHAT, Stage.CONFIRMED),
                (WECHAT, WECHAT_PAY, Stage.SUBMITTED),
                (WECHAT_PAY, QFPAY, Stage.PAID),
            ],
        ),
        (Step.CANCELLED, [(CUSTOMER, WECHAT, None)]),
        (Step.FAILED, [(WECHAT_PAY, WECHAT, None)]),
        (Step.EXPIRED, [(WECHAT_PAY, QFPAY, Stage.OVER)]),
        (Step.CLOSED, [(QFPAY, WECHAT_PAY, Stage.OVER)]),
        (Step.REVERSED, [(QFPAY, WECHAT_PAY, Stage.OVER)]),
        (Step.REFUNDED, [(QFPAY, WECHAT_PAY, None), (WECHAT_PAY, CUSTOMER, Stage.REFUNDED)]),
        (Step.GAVE_UP, [(QFPAY, QFPAY, Stage.NOTIFIED)]),
        (Step.SOMETHING_NEW, []),
    ],
)
def test_each_step_is_drawn_between_its_parties(kind: Step, expected: list[tuple[Party, Party, Stage | None]]) -> None:
    """All of it simulated, at its own time; a step that is not known here draws nothing."""
    drawn = arrows(kind, **MONEY)
    assert [(one.sender, one.receiver, one.stage) for one in drawn] == expected
    assert all(one.kind is MessageKind.SIMULATED and one.at == 1000.0 for one in drawn)
    assert all("Played by the simulator" in str(one.note) for one in drawn)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Step.ORDERED, []),
        (Step.PAID, [(CUSTOMER, QFPAY, Stage.PAID)]),
        (Step.EXPIRED, [(QFPAY, QFPAY, Stage.OVER)]),
        (Step.CLOSED, [(QFPAY, QFPAY, Stage.OVER)]),
        (Step.REFUNDED, [(QFPAY, QFPAY, None), (QFPAY, CUSTOMER, Stage.REFUNDED)]),
    ],
)
def test_wechat_has_no_part_in_other_payments(kind: Step, expected: list[tuple[Party, Party, Stage | None]]) -> None:
    """Of a code that was scanned the diagram says that its payer paid, and not through whom."""
    drawn = arrows(kind, pay_type="800101", **MONEY)
    assert [(one.sender, one.receiver, one.stage) for one in drawn] == expected
    assert [len(arrows(kind, pay_type=one, **MONEY)) for one in ("800207", "800213")] == [
        len(arrows(kind, **MONEY))
    ] * 2


def test_amounts_are_written_as_people_write_them() -> None:
    """And as they stand where that is impossible."""
    assert str(arrows(Step.ORDERED, **MONEY)[0].label) == "orders HK$3.00"
    assert str(arrows(Step.PAID, txamt="300", txcurrcd="XXX")[0].label) == "agrees to pay 300 XXX"


def test_a_long_prepay_id_is_shortened_in_the_label_only() -> None:
    """The facts below keep it whole."""
    whole = "wx24045452e40fe6c08ec9088e908ac05c84"
    message = arrows(Step.ORDERED, prepay_id=whole)[1]
    assert str(message.label) == "prepay_id wx240454…5c84"
    assert whole in message.parts[0][1]


@pytest.mark.parametrize("kind", [Step.FAILED, Step.EXPIRED, Step.GAVE_UP])
def test_bad_ends_are_marked(kind: Step) -> None:
    """They count as failed; cancelling does not: it is somebody's right."""
    assert [one.failed for one in arrows(kind, errMsg="requestPayment:fail banned")] == [True]
    assert not arrows(Step.CANCELLED)[0].failed


def test_a_failure_says_its_reason() -> None:
    """The errMsg without the name of the call."""
    assert str(arrows(Step.FAILED, errMsg="requestPayment:fail banned")[0].label) == "refuses: banned"


def test_a_notification_carries_its_raw_text() -> None:
    """It really goes over HTTP, so it is drawn as such, without the key if somebody put it there."""
    raw = f'POST /n HTTP/1.1\r\nX-QF-SIGN: AB\r\n\r\n{{"goods_name": "{KEY}"}}'
    (message,) = arrows(Step.NOTIFYING, raw, **TRIED)
    assert (message.sender, message.receiver, message.kind) == (QFPAY, MERCHANT, MessageKind.HTTP)
    assert str(message.label) == "notification: payment"
    assert "X-QF-SIGN: AB" in message.parts[0][1]
    assert KEY not in message.parts[0][1]
    assert "http://127.0.0.1:1/n" in str(message.note)


def test_a_second_attempt_says_that_it_is_one() -> None:
    """By its number."""
    label = arrows(Step.NOTIFYING, **{**TRIED, "attempt": "2"})[0].label
    assert str(label) == "notification: payment, attempt 2"


def test_an_accepted_notification_is_answered_with_success() -> None:
    """With the raw answer to read."""
    (message,) = arrows(Step.NOTIFIED, "HTTP/1.1 200 OK\n\nSUCCESS", **{**TRIED, "status": "200"})
    assert (str(message.label), message.failed, message.stage) == ("200, SUCCESS", False, Stage.NOTIFIED)
    assert message.parts[0][1].endswith("SUCCESS")


@pytest.mark.parametrize(
    ("next_at", "again"),
    [
        *(("1090.0", "90 s"), ("1600.000", "10 min"), ("1000.0", "0 s"), ("55000", "15 h"), ("999.0", "0 s")),
        *(("1119", "119 s"), ("1120", "2 min"), ("8199", "120 min"), ("8200", "2 h")),
    ],
)
def test_a_refused_notification_says_when_the_next_attempt_follows(next_at: str, again: str) -> None:
    """In the unit that fits."""
    (message,) = arrows(Step.NOT_NOTIFIED, **TRIED, reason="HTTP 500 is not 200.", next_at=next_at)
    assert (str(message.label), message.failed, message.lost) == ("HTTP 500, not accepted", True, False)
    assert str(message.note) == f"HTTP 500 is not 200. The next attempt follows in {again}."
    assert message.stage is Stage.UNANSWERED


def test_silence_is_a_lost_answer() -> None:
    """Its arrow ends half-way."""
    (message,) = arrows(Step.NOT_NOTIFIED, **{**TRIED, "status": ""}, reason="Nobody answers.", next_at="1120")
    assert (str(message.label), message.sender, message.lost) == ("no answer", MERCHANT, True)


def test_what_nobody_took_was_sent_where_another_attempt_follows() -> None:
    """Only a first one without a next was never sent."""
    sent = [
        arrows(Step.NOT_NOTIFIED, **{**TRIED, "status": "", "attempt": attempt}, next_at=next_at)[0].sender
        for attempt, next_at in (("1", ""), ("", ""), ("2", ""), ("1", "1120"))
    ]
    assert sent == [QFPAY, QFPAY, MERCHANT, MERCHANT]


def test_the_last_refusal_is_waited_for_no_longer() -> None:
    """No next attempt is announced."""
    (message,) = arrows(Step.NOT_NOTIFIED, **{**TRIED, "attempt": "8"}, reason="HTTP 500 is not 200.", next_at="")
    assert message.stage is Stage.NOTIFIED
    assert str(message.note) == "HTTP 500 is not 200."


def test_a_notification_that_cannot_be_sent_never_reaches_the_merchant() -> None:
    """Such as one without a notify_url: its own arrow is the lost one, and it says why."""
    fields = {"notify_url": "", "attempt": "1", "status": "", "next_at": "", "reason": "There is no notify_url."}
    (message,) = arrows(Step.NOT_NOTIFIED, **fields)
    assert (str(message.label), message.sender, message.lost) == ("notification not sent", QFPAY, True)
    assert str(message.note) == "There is no notify_url."


@pytest.mark.parametrize(("number", "shown"), [("1" * 14, "1" * 14), ("12345678xxx9876", "12345678…9876"), ("", "")])
def test_a_long_number_is_shown_by_both_its_ends(number: str, shown: str) -> None:
    """Where that is shorter than the number."""
    assert _shortened(number) == shown
