from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QTableWidget

from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from qfpay_gui.ui.words.languages import speak
from tests.models.case.case_samples import KEY, RIGHT, SORTED, curl
from tests.ui.case.paste.test_paste_dialog import PasteDesk, desk  # noqa: F401 - the fixture
from tests.ui.person import press

PAY_PARAMS = (
    '{"appId":"wx2421b1c4370ec43b","timeStamp":1763898002,"nonceStr":"072c34","package":"wx23112233",'
    '"signType":"MD5","paySign":"16B2"}'
)
NOTIFICATION = (
    f"POST /notify HTTP/1.1\nX-QF-SIGN: {RIGHT}\nContent-Type: application/json\n\n"
    '{"status":"1","pay_type":"800213","txcurrcd":"HKD","txdtm":"2026-03-01 12:05:06","txamt":"300",'
    '"out_trade_no":"SO1","syssn":"2026030100001","cancel":"0","respcd":"0000","notify_type":"payment"}'
)
BANNED = '{"errMsg":"requestPayment:fail jsapi has no permission","err_desc":"jsapi has been banned","errno":102}'


@pytest.mark.parametrize(
    ("pasted", "heading", "said"),
    [
        ('{"respcd":"1108","respmsg":"","resperr":"x"}', "A reply of QFPay's", "1108"),
        (NOTIFICATION, "A notification of QFPay's", "Notifications"),
        (PAY_PARAMS, "pay_params", "timeStamp a number"),
        (BANNED, "WeChat's answer to the Mini Program", "order shipping management"),
        ("1142", "A return code", "1142"),
        (f"client_key: {KEY}", "Probably a client_key", "do not send it around"),
    ],
)
def test_what_is_no_request_is_named_and_explained(desk: PasteDesk, pasted: str, heading: str, said: str) -> None:  # noqa: F811
    """There is nothing to examine, and nothing is asked for that only a request has."""
    desk.paste(pasted)
    assert desk.person.said("paste_facts") == heading
    assert said in desk.notes
    assert not desk.person.find(QPushButton, "use_case").isEnabled()
    assert not desk.person.find(QTableWidget, "pasted_parameters").isVisible()
    assert not desk.person.find(QLineEdit, "merchant_signature").isVisible()
    desk.paste(curl(RIGHT))
    assert desk.person.find(QLineEdit, "merchant_signature").isVisible()
    assert desk.person.find(QTableWidget, "pasted_parameters").isVisible()


def test_a_notification_goes_to_its_check(desk: PasteDesk) -> None:  # noqa: F811
    """With its headers, as it was pasted; no case is taken in hand."""
    desk.paste(NOTIFICATION)
    desk.person.click("act_on_paste")
    assert desk.dialog.result() == QDialog.DialogCode.Accepted
    assert desk.dialog.accepted_message == NOTIFICATION
    assert desk.dialog.accepted_case is None


def test_an_answer_of_wechats_goes_to_the_set_up(desk: PasteDesk) -> None:  # noqa: F811
    """It is explained there, and is no message whose signature could be checked."""
    desk.paste(BANNED)
    desk.person.click("act_on_paste")
    assert desk.dialog.result() == QDialog.DialogCode.Accepted
    assert (desk.dialog.accepted_answer, desk.dialog.accepted_message) == (BANNED, "")


def test_the_question_to_the_merchant_is_copied(desk: PasteDesk) -> None:  # noqa: F811
    """Without the words around it."""
    desk.paste("hello, we have a problem again")
    desk.person.click("act_on_paste")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Please send us the request")
    assert copied.endswith("without the client_key.")
    desk.paste(curl(RIGHT))
    assert not desk.person.find(QPushButton, "act_on_paste").isVisible()


@pytest.mark.parametrize("language", ["zh_CN", "zh_HK"])
def test_the_question_is_copied_in_chinese(desk: PasteDesk, language: str) -> None:  # noqa: F811
    """Whatever marks this Chinese quotes with."""
    speak(language)
    desk.paste("hello, we have a problem again")
    desk.person.click("act_on_paste")
    assert QGuiApplication.clipboard().text()[:2] in {"请提", "請提"}
    assert "client_key" in QGuiApplication.clipboard().text()


def test_a_bare_signature_waits_for_its_string(desk: PasteDesk) -> None:  # noqa: F811
    """Together they are a case."""
    desk.paste(RIGHT)
    assert desk.person.said("paste_facts") == "A signature, an app code or a key"
    assert not desk.person.find(QPushButton, "use_case").isEnabled()
    QGuiApplication.clipboard().setText(SORTED)
    press("Ctrl+V", desk.person.find(PasteEdit, "merchant_string"))
    desk.person.click("use_case")
    assert desk.dialog.accepted_case is not None
    assert desk.dialog.accepted_case.signature == RIGHT


def test_the_last_reading_stays_until_the_next_is_there(desk: PasteDesk) -> None:  # noqa: F811
    """And what was offered is taken as soon as it is read, however early somebody agrees."""
    runner = TaskRunner(1)
    other = PasteDesk(desk.qtbot, runner)
    other.paste(curl(RIGHT))
    before = other.rows()
    press("Ctrl+End", other.edit)
    QTest.keyClicks(other.edit, "x")
    assert other.rows() == before
    other.dialog.offer("# a line of a log\n" * 5000 + curl("B" * 32))
    assert other.rows() == before
    other.person.click("use_case")
    other.qtbot.waitUntil(lambda: other.dialog.accepted_case is not None, timeout=20_000)
    assert other.dialog.accepted_case is not None
    assert other.dialog.accepted_case.signature == "B" * 32
    assert runner.close(20_000)
