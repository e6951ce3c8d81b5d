from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from qfpay_gui import resources
from qfpay_gui.snippets.project import mini_program_project
from tests.snippets.project.orders import AWKWARD, GOOD, MADE_AT, MADE_AT_MS, ORDER, PASSED, TEXTS
from tests.snippets.project.phone import Phone, units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

KNOWN = resources.read_json("data/wechat_messages.json")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The engine needs the application."""
    assert qapp is not None


def _phone(language: str = "en", app_id: str = GOOD["appId"], **named: str) -> Phone:
    files = mini_program_project(GOOD, ORDER)
    return Phone(files, now=MADE_AT_MS, language=language, app_id=app_id, platform=named.get("platform", "ios"))


def test_a_tap_hands_the_values_over_once() -> None:
    """wx.requestPayment gets the five values as they came, and nothing else; appId is no argument of it."""
    phone = _phone()
    phone.tap()
    assert phone.calls == [{name: units(GOOD[name]) for name in PASSED}]
    assert phone.shows["state"] == "paying"


def test_a_second_tap_does_nothing_until_wechat_answers() -> None:
    """However fast somebody taps, one dialog is asked for; after the answer it can be tried again."""
    phone = _phone()
    phone.tap()
    phone.tap()
    assert len(phone.calls) == 1
    phone.answer("fail", errMsg="requestPayment:fail cancel")
    phone.tap()
    phone.tap()
    assert len(phone.calls) == 2


def test_a_paid_order_is_not_paid_again() -> None:
    """After success the button is dead, and what is left to do is said."""
    phone = _phone()
    phone.tap()
    phone.answer("success", errMsg="requestPayment:ok")
    phone.tap()
    assert len(phone.calls) == 1
    assert phone.shows["state"] == "paid"
    assert phone.shows["meaning"] == KNOWN["paid"]["en"]
    assert (phone.shows["callback"], phone.shows["raw"]) == ("success", '{"errMsg":"requestPayment:ok"}')


ANSWERS = [
    ("requestPayment:fail cancel", KNOWN["cancelled"], "cancelled"),
    ("requestPayment:fail 支付验证签名失败", KNOWN["known"][0], "failed"),
    ("requestPayment:fail:调用支付JSAPI缺少参数: total_fee", KNOWN["known"][1], "failed"),
    ("requestPayment:fail JSAPI param invalid:total_fee", KNOWN["known"][1], "failed"),
    ("requestPayment:fail 商户传入的appid参数不正确，请联系商户处理", KNOWN["known"][2], "failed"),
    ("requestPayment:fail no permission", KNOWN["known"][4], "failed"),
    ("requestPayment:fail jsapi has no permission, event 102", KNOWN["known"][3], "failed"),
    ("requestPayment:fail banned", KNOWN["known"][3], "failed"),
    ("requestPayment:fail appid和openid不匹配", KNOWN["known"][5], "failed"),
    ("requestPayment:fail 该订单已过期，请重新下单", KNOWN["known"][6], "failed"),
    ("requestPayment:fail system error", KNOWN["other"], "failed"),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("err_msg", "entry", "state"), ANSWERS, ids=[answer[0] for answer in ANSWERS])
def test_each_answer_is_shown_and_explained(err_msg: str, entry: dict[str, str], state: str, language: str) -> None:
    """Word for word what WeChat said, and what it means in the phone's language."""
    phone = _phone(language)
    phone.tap()
    phone.answer("fail", errMsg=err_msg)
    shown = phone.shows
    assert err_msg in shown["raw"]
    assert (shown["callback"], shown["state"], shown["meaning"]) == ("fail", state, entry[language])


def test_a_reason_beside_err_msg_is_read_too() -> None:
    """Some versions of WeChat put it into err_desc."""
    phone = _phone()
    phone.tap()
    phone.answer("fail", errMsg="requestPayment:fail", err_code="-1", err_desc="Unable to verify signature")
    assert phone.shows["meaning"] == KNOWN["known"][0]["en"]


def test_an_old_wechat_that_only_completes_is_understood() -> None:
    """Up to 6.5.2 a closed dialog calls complete alone; the button works again."""
    phone = _phone()
    phone.tap()
    phone.answer("complete", errMsg="requestPayment:cancel")
    assert phone.shows["state"] == "cancelled"
    phone.tap()
    assert len(phone.calls) == 2


def test_after_cancel_wechats_own_dialogs_are_explained() -> None:
    """For WeChat hides its reason behind "cancel"; the list goes with the next tap."""
    phone = _phone()
    phone.tap()
    phone.answer("fail", errMsg="requestPayment:fail cancel")
    assert [one["says"] for one in phone.shows["messages"]] == [one["says"][0] for one in KNOWN["known"]]
    phone.tap()
    assert phone.shows["messages"] == []
    assert phone.shows["raw"] == ""


@pytest.mark.parametrize(
    ("spoken", "title"),
    [
        ("en", "Payment test"),
        ("zh_CN", "支付测试"),
        ("zh-TW", "支付测试"),
        ("fr", "Payment test"),
        ("", "Payment test"),
    ],
)
def test_the_page_speaks_the_phones_language(spoken: str, title: str) -> None:
    """Chinese where WeChat is in Chinese, else English."""
    assert _phone(spoken).shows["words"]["title"] == title


def test_the_language_can_be_changed_at_any_time() -> None:
    """An answer that stands there is put into the other language."""
    phone = _phone()
    phone.tap()
    phone.answer("fail", errMsg="requestPayment:fail cancel")
    phone.tap("switchLanguage")
    assert phone.shows["meaning"] == KNOWN["cancelled"]["zh"]
    assert phone.shows["button"] == "再试一次"
    phone.tap("switchLanguage")
    assert phone.shows["button"] == "Try again"


def test_the_countdown_ends_with_what_to_do() -> None:
    """It follows the clock, not the timer; past the end the order must be made anew, yet WeChat can still be asked."""
    phone = _phone()
    assert phone.shows["left"] == "Can be paid for another 30:00"
    phone.wait(95)
    assert phone.shows["left"] == "Can be paid for another 28:25"
    assert not phone.shows["expired"]
    phone.wait(30 * 60)
    assert phone.shows["expired"]
    assert "new out_trade_no" in phone.shows["left"]
    assert phone.shows["button"] == "Try anyway"
    phone.tap()
    assert len(phone.calls) == 1


def test_a_doubtful_end_is_said_beside_the_certain_one() -> None:
    """Without expired_time the page counts two hours, and says that 30 minutes may be all."""
    order = replace(ORDER, order_stated=False)
    phone = Phone(mini_program_project(GOOD, order), now=MADE_AT_MS)
    assert phone.shows["left"] == "Can be paid for another 2:00:00"
    assert "default is 30 minutes" in phone.shows["mayEnd"]


def test_an_order_without_an_end_has_no_countdown() -> None:
    """Nothing is made up."""
    order = replace(ORDER, order_ends=None, prepay_id_ends=None)
    phone = Phone(mini_program_project(GOOD, order), now=MADE_AT_MS)
    assert (phone.shows["left"], phone.shows["mayEnd"], phone.shows["expired"]) == ("", "", False)


def test_no_timer_runs_while_nobody_looks() -> None:
    """A hidden or closed page has stopped counting; shown again, it counts once."""
    phone = _phone()
    phone.evaluate("page.onHide()")
    assert phone.timers() == 0
    phone.evaluate("page.onShow(); page.onShow()")
    assert phone.timers() == 1
    phone.evaluate("page.onUnload()")
    assert phone.timers() == 0


def test_another_mini_program_is_noticed_before_the_tap() -> None:
    """Both AppIDs are named; with the right one there is nothing to say."""
    assert _phone().shows["notes"] == []
    [note] = _phone(app_id="wx0000000000000000").shows["notes"]
    assert note.endswith("wx0000000000000000 / wx2421b1c4370ec43b")


def test_the_developer_tools_and_a_simulated_order_are_said() -> None:
    """Neither can pay."""
    [note] = _phone(platform="devtools").shows["notes"]
    assert "cannot pay" in note
    files = mini_program_project(GOOD, replace(ORDER, simulated=True))
    [note] = Phone(files, now=MADE_AT_MS, app_id=GOOD["appId"]).shows["notes"]
    assert "WeChat does not know it and will refuse it" in note


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_an_old_base_library_is_enough(language: str) -> None:
    """Without the newer calls the older ones are asked; without any of them the page pays all the same."""
    files = mini_program_project(GOOD, ORDER)
    newer = ("getAppBaseInfo", "getDeviceInfo")
    old = Phone(files, now=MADE_AT_MS, language=language, lacks=newer)
    assert old.shows["language"] == language[:2]
    bare = Phone(files, now=MADE_AT_MS, language=language, lacks=(*newer, "getSystemInfoSync", "getAccountInfoSync"))
    bare.tap()
    assert len(bare.calls) == 1
    assert bare.shows["language"] == "en"


def test_an_absent_sign_type_is_left_out() -> None:
    """WeChat then takes its own default; nothing is invented."""
    phone = Phone(mini_program_project({name: GOOD[name] for name in GOOD if name != "signType"}, ORDER))
    phone.tap()
    assert phone.calls == [{name: units(GOOD[name]) for name in PASSED if name != "signType"}]


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_any_text_arrives_unchanged(value: str) -> None:
    """Whatever text the values hold, exactly that reaches wx.requestPayment and the page."""
    order = replace(ORDER, out_trade_no=value, goods_name=value, amount=value, syssn=value, base_url=value)
    phone = Phone(mini_program_project(dict.fromkeys(GOOD, value), order), now=MADE_AT_MS)
    phone.tap()
    assert phone.calls == [dict.fromkeys(PASSED, units(value))]
    shown = phone.evaluate("JSON.stringify(units({v: load('order.js').outTradeNo}).v)")
    assert shown == str(units(value)).replace(" ", "")


def test_every_awkward_value_arrives_unchanged() -> None:
    """The same for each value known to tear code apart."""
    for value in AWKWARD.values():
        phone = Phone(mini_program_project(dict.fromkeys(GOOD, value), ORDER))
        phone.tap()
        assert phone.calls == [dict.fromkeys(PASSED, units(value))]


def test_the_end_is_the_earlier_of_both() -> None:
    """A prepay_id that ends before the order ends the paying."""
    order = replace(ORDER, order_ends=MADE_AT + timedelta(minutes=120), prepay_id_ends=MADE_AT + timedelta(minutes=119))
    phone = Phone(mini_program_project(GOOD, order), now=MADE_AT_MS)
    assert phone.shows["left"].endswith("1:59:00")
