"""How long pay_params can still be paid."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_params import Deadlines
from qfpay_gui.ui.reply.lifetime import lifelines
from tests.ui.reply.answers import NOW

UTC8 = timezone(timedelta(hours=8))
STATED = Deadlines(NOW + timedelta(hours=2), NOW + timedelta(minutes=30), order_stated=True)
PRESUMED = Deadlines(NOW + timedelta(hours=2), NOW + timedelta(minutes=30), order_stated=False)


def test_the_end_is_told_in_the_zone_of_the_clock_with_what_is_left() -> None:
    """A reader in UTC+8 reads 13:40:02, thirteen seconds after the order 1:59:47 are left."""
    prepay_id, order = lifelines(STATED, (NOW + timedelta(seconds=13)).astimezone(UTC8))
    assert str(prepay_id.sentence) == "prepay_id lives until 13:40:02 (local time), 1:59:47 left"
    assert str(order.sentence) == "expired_time ends the order at 12:10:02, 29:47 left"
    assert (prepay_id.severity, order.severity) == (Severity.OK, Severity.OK)


@pytest.mark.parametrize(
    ("passed", "severity"),
    [
        (timedelta(minutes=110), Severity.OK),
        (timedelta(minutes=110, seconds=1), Severity.ATTENTION),
        (timedelta(hours=2), Severity.WRONG),
    ],
)
def test_the_prepay_id_calls_for_attention_below_ten_minutes_and_then_expires(
    passed: timedelta, severity: Severity
) -> None:
    """Exactly ten minutes are still calm; the very end is over."""
    prepay_id, _order = lifelines(STATED, NOW + passed)
    assert prepay_id.severity is severity
    assert ("expired" in str(prepay_id.sentence)) is (severity is Severity.WRONG)


def test_an_order_without_expired_time_only_may_have_ended() -> None:
    """The documents disagree about the default, so its end is said with reserve and is never wrong."""
    _prepay_id, order = lifelines(PRESUMED, NOW + timedelta(minutes=31))
    assert order.severity is Severity.ATTENTION
    assert str(order.sentence).startswith("QFPay may have ended the order at 04:10:02")


def test_an_end_on_another_day_is_told_with_its_date() -> None:
    """An answer that is looked at the next day does not read as if it were today's."""
    prepay_id, _order = lifelines(STATED, NOW + timedelta(days=1))
    assert "2026-11-23 05:40:02" in str(prepay_id.sentence)
