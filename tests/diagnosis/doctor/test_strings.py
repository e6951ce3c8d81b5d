from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis import explain_signing_string
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from tests.diagnosis.doctor.catalogue import KEY, SENT

RIGHT = OFFICIAL.sign(SENT.items(), KEY).string
WITHOUT = RIGHT.removesuffix(KEY)


@pytest.mark.parametrize("shown", [RIGHT, WITHOUT, f"{WITHOUT}********", f"{WITHOUT}<key>", WITHOUT + "{client_key}"])
def test_the_right_string_is_right_with_its_key_masked_or_left_out(shown: str) -> None:
    """A merchant who hides the key shows no mistake."""
    found = explain_signing_string(SENT, KEY, shown)
    assert (found.difference, found.diagnoses) == (None, ())
    assert "right" in found.explanation


@pytest.mark.parametrize(
    ("shown", "deviation"),
    [
        (f"{WITHOUT}&key={KEY}", "key-joined-by-key-equals"),
        (f"{WITHOUT}&key=******", "key-joined-by-key-equals"),
        (KEY + WITHOUT, "key-in-front"),
        ("&".join(f"{name}={value}" for name, value in SENT.items()), "unsorted"),
        (WITHOUT.replace("&udid=", ""), "empty-sent-not-signed"),
        (WITHOUT.replace("2026-11-23 15", "2026-11-23 07"), "time-in-utc"),
    ],
)
def test_a_wrong_string_is_explained(shown: str, deviation: str) -> None:
    """By the same deviations as its signature."""
    found = explain_signing_string(SENT, KEY, shown)
    assert found.diagnoses[0].deviations == (deviation,)
    assert found.difference is not None
    assert found.explanation == found.diagnoses[0].explanation


def test_a_string_that_nothing_explains_is_compared() -> None:
    """Where it parts from the right one, and which parameters differ."""
    shown = WITHOUT.replace("txamt=115", "txamt=777777").replace("pay_type=800213", "paytype=1") + KEY
    found = explain_signing_string(SENT, KEY, shown)
    assert found.diagnoses == ()
    assert shown[: found.difference] == RIGHT[: found.difference]
    for word in ("pay_type", "paytype", "txamt"):
        assert word in found.explanation


@given(st.text(st.characters(), max_size=30))
@settings(max_examples=4, deadline=None)
def test_any_text_is_compared_and_the_key_not_shown(shown: str) -> None:
    """No text raises; neither repr nor words give the key away."""
    found = explain_signing_string({"txamt": "100", "txcurrcd": "HKD"}, KEY, shown)
    assert KEY not in found.explanation
    assert KEY not in repr(found)
