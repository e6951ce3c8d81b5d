from __future__ import annotations

from qfpay_gui.qfpay.secrets.exchange import Mask
from qfpay_gui.qfpay.sequence.acts import Called, Returned, Shown, act_message
from qfpay_gui.qfpay.sequence.messages import MessageKind, Party, Stage
from tests.qfpay.sequence.sequences import KEY

MASK = Mask((), (KEY,))
PAY_PARAMS = {"appId": "wx1", "timeStamp": "1795405202", "package": "prepay_id=wx23", "paySign": KEY}


def test_the_call_hands_over_what_came_but_the_app_id() -> None:
    """With the real arguments, masked where one of them is a key."""
    message = act_message(Called("QA1", PAY_PARAMS), MASK, 7.0)
    assert (message.sender, message.receiver, message.stage) == (Party.MERCHANT, Party.WECHAT, Stage.CALLED)
    assert (message.at, message.kind) == (7.0, MessageKind.SIMULATED)
    arguments = message.parts[0][1]
    assert "package    prepay_id=wx23" in arguments
    assert "appId" not in arguments
    assert KEY not in arguments
    assert "wx1" in str(message.note)


def test_of_many_members_the_first_are_told() -> None:
    """A reply may bring any number of them, and each is masked."""
    told = act_message(Called("QA1", {**PAY_PARAMS, **{f"m{one}": "x" for one in range(1000)}}), MASK, 7.0).parts[0][1]
    assert "package" in told
    assert len(told.splitlines()) == 199


def test_the_sheet_is_shown_to_the_customer() -> None:
    """With what it shows; nothing is said of goods where there are none."""
    message = act_message(Shown("QA1", "Demo merchant", "HK$3.00"), MASK, 7.0)
    assert (message.sender, message.receiver, message.stage) == (Party.WECHAT, Party.CUSTOMER, Stage.SHOWN)
    assert str(message.label) == "payment sheet: HK$3.00"
    assert "Demo merchant" in message.parts[0][1]
    assert "goods_name" not in message.parts[0][1]


def test_the_mini_program_receives_err_msg() -> None:
    """Anything but ok has failed, and is explained."""
    paid = act_message(Returned("QA1", "requestPayment:ok"), MASK, 7.0)
    assert (paid.receiver, paid.failed, paid.stage) == (Party.MERCHANT, False, Stage.RETURNED)
    cancelled = act_message(Returned("QA1", "requestPayment:fail cancel"), MASK, 7.0)
    assert (str(cancelled.label), cancelled.failed) == ("requestPayment:fail cancel", True)
    assert "closed the sheet" in str(cancelled.note)


def test_pay_params_stay_out_of_a_repr() -> None:
    """They are worth a payment for two hours."""
    assert "prepay_id" not in repr(Called("QA1", PAY_PARAMS))
