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


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("appid和openid不匹配", "openid of another Mini Program"),
        ("该订单已支付", "Paid before"),
        ("ORDERPAID", "Paid before"),
        ("该订单已关闭，请重新下单", "Order closed"),
        ("该订单已撤销，请重新下单", "Order reversed"),
    ],
)
def test_what_the_order_interface_says_is_told_apart(words: str, headline: str) -> None:
    """It stands in QFPay's reply; taken for an answer of wx.requestPayment, it is explained as what it is."""
    for err_msg in (words, f"{FAIL} {words}", f"{FAIL}（{words}）"):
        explained = explain(err_msg)
        assert str(explained.headline) == headline
        assert "order interface" in str(explained.meaning)


WITHDRAWN = (
    "requestPayment:fail jsapi has no permission, event=requestPayment, runningState=foreground, "
    "permissionMsg=permission got, detail=jsapi has been banned"
)


@pytest.mark.parametrize(
    ("err_msg", "details", "headline"),
    [
        (WITHDRAWN, {"errno": "102"}, "Payment right withdrawn"),
        (WITHDRAWN, {}, "Payment right withdrawn"),
        (FAIL, {"errno": "102"}, "Payment right withdrawn"),
        (FAIL, {"err_desc": "detail=jsapi has been banned"}, "Payment right withdrawn"),
        (FAIL, {"errno": "103"}, "The call failed"),
        (FAIL, {"err_code": "-1", "err_desc": "Unable to verify signature"}, "paySign does not verify"),
        (FAIL, {"err_code": "-1", "err_desc": "支付验证签名失败"}, "paySign does not verify"),
        (FAIL, {"err_desc": "ＪＳＡＰＩ　param　invalid：ｔｏｔａｌ_ｆｅｅ"}, "Parameters missing"),
        ("requestPayment:fail:调用支付JSAPI缺少参数：total_fee", {}, "Parameters missing"),
        ("requestPayment:fail (cancel)", {}, "Cancelled"),
        ("requestPayment:fail（cancel）", {}, "Cancelled"),
        ("requestPayment:cancel", {}, "Cancelled"),
        (OK, {"errno": "0"}, "Paid"),
    ],
)
def test_the_reason_is_found_wherever_wechat_writes_it(err_msg: str, details: dict[str, str], headline: str) -> None:
    """In errMsg, err_desc or errno, in either width of characters and punctuation."""
    explained = explain(err_msg, details)
    assert (str(explained.headline), explained.err_msg) == (headline, err_msg)


def test_a_withdrawn_right_is_no_reason_to_try_again() -> None:
    """The advice is where to look, not to call again with the same pay_params."""
    withdrawn = explain(WITHDRAWN)
    assert "订单发货管理" in str(withdrawn.meaning)
    assert "fail again" in str(withdrawn.next_step)


@pytest.mark.parametrize(
    ("err_msg", "details"),
    [
        ("request:fail url not in domain list", {}),
        ("https://pay.shop.example 不在以下 request 合法域名列表中", {}),
        ("request:fail", {"errno": "600002"}),
    ],
)
def test_a_host_that_is_not_listed_is_told_apart_from_paying(err_msg: str, details: dict[str, str]) -> None:
    """wx.request says so before anything is sent: the third step of the set-up."""
    assert explain(err_msg, details).id == "request-domain"
