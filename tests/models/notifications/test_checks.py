"""Notices of what came in and of what never came, without a listener."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.models.notifications.checks import checked, looked_at, merged, news_of, verdict
from qfpay_gui.models.notifications.state import NotificationsState
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.notifications.received import AnswerMode, Received
from qfpay_gui.services.simulator import Attempt, Delivery
from tests.diagnosis.notification.samples import BODY, KEY, MEMBERS, OTHER_KEY, SIGNATURE, signed

KEYS = Keys(Credentials("A" * 32, KEY), {"Tea House": OTHER_KEY})
NO = Attempt(900.0, 500, "no", accepted=False, reason="x")
SENT = Delivery(7, "payment", "QA1", "2026", "http://127.0.0.1/", BODY, SIGNATURE, (NO,), 2000.0, "waiting")


def received(number: int = 1, body: bytes = BODY, signature: str = SIGNATURE) -> Received:
    """One that came in."""
    return Received(number, 1000.0 + number, AnswerMode.SUCCESS, "POST", "/n", (("x-qf-sign", signature),), body)


def test_a_message_is_a_notice_of_its_own_number() -> None:
    """Not verified yet; as text it has its head, and a delivery has none."""
    notice = looked_at(received(3))
    assert (notice.id, notice.at, notice.signature, notice.check) == (3, 1003.0, SIGNATURE, None)
    assert notice.raw == f"POST /n HTTP/1.1\nx-qf-sign: {SIGNATURE}\n\n{BODY.decode()}"
    assert replace(notice, received=None, body=b"a\xff").raw == "a\ufffd"
    assert replace(notice, received=None).head == ""


@pytest.mark.parametrize(
    ("body", "signature", "keys", "is_quick"),
    [
        (BODY, SIGNATURE, KEYS, True),
        (b"", SIGNATURE, KEYS, True),
        (BODY, " ", KEYS, True),
        (BODY, SIGNATURE, None, True),
        (BODY, SIGNATURE, Keys(Credentials("A" * 32, ""), {}), True),
        (BODY, signed(BODY, OTHER_KEY), KEYS, False),
    ],
    ids=["valid", "no body", "no signature", "no keys", "no key", "another key"],
)
def test_a_reason_is_searched_for_only_where_one_is_wanted(
    body: bytes, signature: str, keys: Keys | None, *, is_quick: bool
) -> None:
    """What can be told at once is told at once."""
    assert (verdict(body, signature, keys, thoroughly=False) is not None) == is_quick
    assert verdict(body, signature, keys, thoroughly=True) is not None


def test_only_what_is_valid_is_news() -> None:
    """With its fields."""
    valid, forged = (checked(looked_at(received(signature=one)), KEYS) for one in (SIGNATURE, signed(BODY, OTHER_KEY)))
    assert news_of(valid) == MEMBERS
    assert news_of(forged) == news_of(looked_at(received())) == {}
    odd = b'{"status": "1"}'
    assert news_of(checked(looked_at(received(body=odd, signature=signed(odd))), KEYS)) == {}


def test_a_delivery_stands_beside_its_message_or_by_itself() -> None:
    """By body and signature, the newest of several; one that was not tried is not there; newest first."""
    came = looked_at(received(1))
    other = replace(SENT, id=8, body=b"{}", signature="AB", attempts=(NO, replace(NO, at=5000.0)))
    untried = replace(SENT, id=9, body=b"[]", attempts=())
    lost, met = merged((came,), (untried, other, SENT, replace(SENT, id=6, attempts=())), KEYS)
    assert (met.id, met.delivery) == (1, SENT)
    assert (lost.id, lost.at, lost.received, lost.delivery) == (-8, 5000.0, None, other)
    older = merged((came,), (replace(other, attempts=(NO,)),), KEYS)
    assert [one.id for one in older] == [1, -8]
    assert merged((looked_at(received(body=b"{}")),), (), None)[0].delivery is None


def test_before_anything_came_in_everything_is_usual() -> None:
    """Messages would be answered with success, at their own pace."""
    state = NotificationsState()
    assert (state.is_starting, state.time_lapse, state.mode) == (False, 1.0, AnswerMode.SUCCESS)
