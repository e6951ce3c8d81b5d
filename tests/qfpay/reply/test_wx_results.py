from __future__ import annotations

import pytest

from qfpay_gui.qfpay.reply.wx_results import CANCEL, FAIL, FAILURES, OK, Explained, explain


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: str(failure.headline))
def test_each_known_failure_explains_itself(failure: Explained) -> None:
    """By its errMsg, with its reason in brackets or not."""
    assert explain(failure.err_msg) == failure
    bracketed = f"{FAIL} ({failure.err_msg.removeprefix(FAIL).strip()})"
    assert explain(bracketed).meaning == failure.meaning
    assert explain(bracketed).err_msg == bracketed


def test_the_failures_differ() -> None:
    """Each can be chosen apart from the others, and none of them is a success or a cancel."""
    messages = [one.err_msg for one in FAILURES]
    assert len(set(messages)) == len(messages)
    assert all(one.startswith(f"{FAIL} ") for one in messages)
    assert not {OK, CANCEL} & set(messages)
    assert len({explain(one).headline for one in messages}) == len(messages)


@pytest.mark.parametrize(("err_msg", "headline"), [(OK, "Paid"), (CANCEL, "Cancelled"), (FAIL, "The call failed")])
def test_the_usual_ends(err_msg: str, headline: str) -> None:
    """Paid, cancelled, and a failure without a reason."""
    assert str(explain(err_msg).headline) == headline


@pytest.mark.parametrize("err_msg", ["", "requestPayment:fail something new", "chooseImage:fail cancel"])
def test_an_unknown_message_is_a_failure_of_the_call(err_msg: str) -> None:
    """Nothing is guessed; its own words stay."""
    explained = explain(err_msg)
    assert str(explained.headline) == "The call failed"
    assert explained.err_msg == err_msg


@pytest.mark.parametrize("words", ["该订单已支付", "该订单已关闭，请重新下单", "该订单已撤销，请重新下单"])
def test_orders_that_are_gone_are_explained_too(words: str) -> None:
    """Paid before, closed, reversed."""
    assert str(explain(f"{FAIL} {words}").headline) != "The call failed"
