"""The retry schedule, as pure arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.simulator import RETRIES, Attempt, Delivery
from qfpay_gui.services.simulator.notify.deliveries import concluded

NEW = Delivery(1, "payment", "order", "2026", "http://127.0.0.1/", b"{}", "0" * 32, (), 0.0, "waiting")
_MINUTE = 60


def _failed(at: float) -> Attempt:
    return Attempt(at, 500, "", accepted=False, reason="HTTP 500 is not 200.")


def test_the_schedule_is_the_documented_one() -> None:
    """2, 10, 10, 60 minutes, 2, 6, 15 hours."""
    assert [seconds / _MINUTE for seconds in RETRIES] == [2, 10, 10, 60, 120, 360, 900]


@given(st.floats(0.001, 1e6), st.lists(st.floats(0, 1e5), min_size=8, max_size=8))
def test_eight_failures_end_it(time_lapse: float, taken: list[float]) -> None:
    """Each next attempt is planned from the one before, divided by the time lapse; after the eighth there is none."""
    now, delivery = 1_772_330_400.0, NEW
    for made, seconds in enumerate(taken, 1):
        now += seconds
        delivery = concluded(delivery, _failed(now), time_lapse)
        if made <= len(RETRIES):
            assert (delivery.state, delivery.next_at) == ("waiting", now + RETRIES[made - 1] / time_lapse)
            now = delivery.next_at or now
    assert (delivery.state, delivery.next_at, len(delivery.attempts)) == ("given up", None, 8)


@given(st.integers(0, 7))
def test_one_success_ends_it(failures: int) -> None:
    """After however many failures."""
    delivery = NEW
    for number in range(failures):
        delivery = concluded(delivery, _failed(number), 1.0)
    delivery = concluded(delivery, Attempt(9.0, 200, "SUCCESS", accepted=True, reason="."), 1.0)
    assert (delivery.state, delivery.next_at, len(delivery.attempts)) == ("accepted", None, failures + 1)
