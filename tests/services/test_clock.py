from __future__ import annotations

from datetime import timedelta

from qfpay_gui.services.clock import SystemClock


def test_the_clock_tells_its_zone_and_makes_short_tokens() -> None:
    """Five characters, none of which looks like another; two payments of one second differ."""
    clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    tokens = {clock.token() for _ in range(50)}
    assert len(tokens) > 1
    assert all(len(one) == 5 and not set(one) & set("IO01") and one.isalnum() and one.isupper() for one in tokens)
