from __future__ import annotations

import pytest

from qfpay_gui.services.http.terms import BODY_LIMIT, Terms, Timeouts


def test_what_is_told_to_people_is_what_is_done() -> None:
    """Ten seconds to connect, thirty for a reply, a minute in all, and two megabytes."""
    assert Timeouts() == Timeouts(connect=10, read=30, overall=60)
    assert Terms().timeouts == Timeouts()
    assert Terms().body_limit == BODY_LIMIT == 2_097_152


@pytest.mark.parametrize("step", ["connect", "read", "overall"])
def test_a_time_out_is_above_zero(step: str) -> None:
    """Zero would be none at all."""
    for seconds in (0, -0.1):
        with pytest.raises(ValueError, match="above zero"):
            Timeouts(**{step: seconds})
    assert getattr(Timeouts(**{step: 0.001}), step) == 0.001


def test_what_is_kept_quiet_about_is_not_shown() -> None:
    """Its repr could get into a log."""
    assert "s3cret" not in repr(Terms(secrets=("s3cret",)))
