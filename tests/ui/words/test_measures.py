"""Durations and sizes as a person reads them."""

from __future__ import annotations

import pytest

from qfpay_gui.ui.words.measures import duration, size, sum_key, time_left


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0 ms"), (0.0414, "41 ms"), (0.9994, "999 ms"), (0.9996, "1.0 s"), (30.004, "30.0 s")],
)
def test_a_duration_is_told_in_milliseconds_below_one_second(seconds: float, shown: str) -> None:
    """A quick reply is told in ms, a slow one in s."""
    assert duration(seconds) == shown


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (200_000, "200.0 kB"), (2_097_152, "2.1 MB")]
)
def test_a_size_is_told_in_the_unit_that_fits(count: int, shown: str) -> None:
    """Bytes, then kB, then MB."""
    assert size(count) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(7187.9, "1:59:47"), (3600, "1:00:00"), (1787, "29:47"), (9, "0:09"), (-5, "0:00")]
)
def test_the_time_left_reads_like_a_clock(seconds: float, shown: str) -> None:
    """Hours only where there are any, and never below zero."""
    assert time_left(seconds) == shown


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        (("9", "HKD"), ("10", "HKD")),
        (("", "HKD"), ("0", "HKD")),
        (("3.00", "HKD"), ("1", "HKD")),
        (("999", "HKD"), ("1", "USD")),
        (("١", "HKD"), ("1", "HKD")),
        (("9" * 20, "HKD"), ("1", "HKD")),
    ],
)
def test_sums_are_put_in_order_by_size_within_a_currency(smaller: tuple[str, str], larger: tuple[str, str]) -> None:
    """What is no whole number comes first, as text; nothing is too long to be compared."""
    assert sum_key(*smaller) < sum_key(*larger)
