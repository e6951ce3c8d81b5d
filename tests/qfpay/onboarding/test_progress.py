"""Each step's state follows from what was seen, and nothing is called done that was only hoped for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.onboarding.domains import check
from qfpay_gui.qfpay.onboarding.progress import CallSeen, Known, PaymentSeen, StepState, progress
from qfpay_gui.qfpay.onboarding.steps import STEPS, StepId, sayings
from qfpay_gui.qfpay.text import text

DONE, NOT_DONE, UNKNOWN = StepState.DONE, StepState.NOT_DONE, StepState.UNKNOWN
APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
OPENID = "oS80_5dxekECAOlVBeQFk34q123s"
SAID = text("Verdict", "Order created – nobody has paid yet.")
CREATED = PaymentSeen(SAID, "0000", appid=APPID, has_pay_params=True)
MISMATCH = PaymentSeen(SAID, "1104", words="appid和openid不匹配")


def states(known: Known) -> list[StepState]:
    """The states in the order of the steps."""
    return [one.state for one in progress(known).values()]


def state(step: StepId, known: Known) -> StepState:
    """The state of this step."""
    return progress(known)[step].state


def test_there_are_six_steps_in_the_documented_order() -> None:
    """Each has something to do, a place and what goes wrong, and each is judged."""
    assert [step.id for step in STEPS] == list(StepId) == list(progress(Known()))
    assert all(step.task.words.template and step.place.template and step.mistakes for step in STEPS)
    assert len({one.claim for one in sayings()}) == len(tuple(sayings()))


def test_of_a_merchant_nobody_worked_with_little_is_known() -> None:
    """Only what is plainly missing is called not done."""
    assert states(Known()) == [UNKNOWN, UNKNOWN, UNKNOWN, NOT_DONE, NOT_DONE, UNKNOWN]
    assert states(Known(can_sign=True, sub_openid=OPENID)) == [UNKNOWN] * 6


def test_an_order_shows_appid_openid_and_payment() -> None:
    """Verification and the list of domains stay WeChat's secret."""
    known = Known(can_sign=True, appid=APPID, sub_openid=OPENID, payment=CREATED)
    assert states(known) == [UNKNOWN, DONE, UNKNOWN, DONE, DONE, UNKNOWN]


def test_a_payment_that_went_through_proves_the_verification() -> None:
    """WeChat lets nobody pay before."""
    known = Known(can_sign=True, appid=APPID, sub_openid=OPENID, payment=CREATED, paid=True)
    assert states(known) == [DONE, DONE, UNKNOWN, DONE, DONE, DONE]
    assert state(StepId.PAYMENT, Known(paid=True)) is DONE


def test_the_simulator_proves_nothing_about_wechat() -> None:
    """It knows one Mini Program, its own."""
    known = Known(simulated=True, can_sign=True, appid=OTHER, sub_openid=OPENID, payment=CREATED, paid=True)
    assert states(known) == [UNKNOWN, UNKNOWN, UNKNOWN, DONE, DONE, DONE]


def test_another_appid_than_the_entered_one_is_not_bound() -> None:
    """Both are named, and whose turn it is; without an entered one there is nothing to compare."""
    standing = progress(Known(appid=OTHER, payment=CREATED))[StepId.BIND]
    assert standing.state is NOT_DONE
    assert APPID in str(standing.because)
    assert OTHER in str(standing.because)
    assert state(StepId.BIND, Known(payment=CREATED)) is UNKNOWN


def test_a_mismatch_blames_the_binding_only_where_the_openid_is_surely_right() -> None:
    """code2Session gave it for the entered AppID; otherwise it may be the openid of another Mini Program."""
    assert state(StepId.OPENID, Known(appid=APPID, payment=MISMATCH)) is NOT_DONE
    assert state(StepId.BIND, Known(appid=APPID, payment=MISMATCH)) is UNKNOWN
    assert state(StepId.BIND, Known(appid=APPID, openid_appid=OTHER, payment=MISMATCH)) is UNKNOWN
    assert state(StepId.BIND, Known(appid=APPID, openid_appid=APPID, payment=MISMATCH)) is NOT_DONE


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(), NOT_DONE),
        (Known(sub_openid=OPENID), UNKNOWN),
        (Known(sub_openid="oQFTester_0penid_for_demo_01"), NOT_DONE),
        (Known(simulated=True, sub_openid="oQFTester_0penid_for_demo_01"), UNKNOWN),
        (Known(openid_trouble=text("OpenId", "The AppSecret is wrong.")), NOT_DONE),
        (Known(openid_appid=APPID), DONE),
        (Known(openid_appid=APPID, appid=APPID), DONE),
        (Known(openid_appid=OTHER, appid=APPID), NOT_DONE),
    ],
)
def test_an_openid_counts_for_its_own_mini_program(known: Known, expected: StepState) -> None:
    """Whose it is matters more than that there is one."""
    assert state(StepId.OPENID, known) is expected


@pytest.mark.parametrize(
    ("respcd", "expected"),
    [("1108", NOT_DONE), ("1104", NOT_DONE), ("1143", UNKNOWN), ("1145", UNKNOWN), ("1298", UNKNOWN), ("", UNKNOWN)],
)
def test_a_payment_without_pay_params(respcd: str, expected: StepState) -> None:
    """A refusal is not done; what goes on, or was never answered, is not known."""
    known = Known(can_sign=True, payment=PaymentSeen(SAID, respcd))
    assert state(StepId.PAYMENT, known) is expected
    assert str(SAID) in str(progress(known)[StepId.PAYMENT].because)


@pytest.mark.parametrize(
    ("identity", "call", "verify"),
    [("paid", DONE, UNKNOWN), ("cancelled", NOT_DONE, UNKNOWN), ("banned", NOT_DONE, UNKNOWN)],
)
def test_what_wechat_answered_to_the_call(identity: str, call: StepState, verify: StepState) -> None:
    """Its ok is enough for the call; a withdrawn right is named where certification stands, though it may be else."""
    known = replace(Known(payment=CREATED), call=CallSeen(identity, text("WxResult", "Payment right withdrawn")))
    assert (state(StepId.CALL, known), state(StepId.VERIFY, known)) == (call, verify)
    named = "withdrawn" in str(progress(known)[StepId.VERIFY].because)
    assert named == (identity == "banned")


def test_what_is_not_known_says_what_would_tell() -> None:
    """A domain that was checked may be entered; pay_params that came may be tried on a phone."""
    step = StepId.DOMAIN
    assert "can be checked here" in str(progress(Known())[step].because)
    assert "text is right" in str(progress(Known(domains=check("https://pay.shop.example")))[step].because)
    assert "no pay_params" in str(progress(Known())[StepId.CALL].because)
    assert "a query tells" in str(progress(Known(payment=CREATED))[StepId.CALL].because)


def test_a_domain_that_wechat_refuses_is_not_done() -> None:
    """One that it takes may stand in the console, or not."""
    assert state(StepId.DOMAIN, Known(domains=check("https://pay.shop.example"))) is UNKNOWN
    assert state(StepId.DOMAIN, Known(domains=check("https://pay.shop.example http://a.example"))) is NOT_DONE
