from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qfpay_gui.models.case.reading import PasteReader, Reading, read_paste
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.findings import Severity
from tests.models.case.case_samples import RIGHT, curl

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALL = "wx.requestPayment({timeStamp: 1763898002, nonceStr: 'a', package: 'x', signType: 'MD5', paySign: 'y'})"


def test_a_text_is_read_a_moment_after_the_last_key(qtbot: QtBot) -> None:
    """Only the newest one."""
    reader = PasteReader()
    readings: list[Reading] = []
    reader.read.connect(readings.append)
    for length in range(1, 40):
        reader.take(curl(RIGHT)[: length * 10])
    reader.take(curl(RIGHT))
    assert reader.is_waiting
    qtbot.waitUntil(lambda: not reader.is_waiting)
    assert len(readings) == 1
    assert readings[0].requests[0].signature == RIGHT


def test_a_long_text_is_read_in_the_background(qtbot: QtBot) -> None:
    """And forgotten where another one came meanwhile."""
    runner = TaskRunner(1)
    reader = PasteReader(runner)
    readings: list[Reading] = []
    reader.read.connect(readings.append)
    reader.take("#" * 50_000 + "\n" + curl("A" * 32))
    reader.read_now()
    assert not readings
    reader.take("#" * 50_000 + "\n" + curl(RIGHT))
    reader.read_now()
    qtbot.waitUntil(lambda: bool(readings), timeout=20_000)
    assert [one.requests[0].signature for one in readings] == [RIGHT]
    assert runner.close(20_000)


def test_a_stopped_reader_reads_nothing(qtbot: QtBot) -> None:
    """It has forgotten the text, which may hold a key."""
    reader = PasteReader()
    readings: list[Reading] = []
    reader.read.connect(readings.append)
    reader.take(curl(RIGHT))
    reader.stop()
    qtbot.wait(1)
    assert not reader.is_waiting
    assert not readings
    assert reader._text == ""


def test_code_that_calls_wx_request_payment_is_no_request() -> None:
    """Its findings are what there is."""
    reading = read_paste(CALL)
    assert reading.usable == ()
    assert reading.call_findings
    assert {finding.field for finding in reading.call_findings} >= {"timeStamp", "package"}


def test_a_request_beside_such_a_call_is_found() -> None:
    """Both are there."""
    reading = read_paste(f"{curl(RIGHT)}\n\n{CALL}")
    assert [one.signature for one in reading.usable] == [RIGHT]
    assert reading.call_findings


def test_no_request_is_said_so() -> None:
    """An empty text and idle talk alike."""
    for text in ("", "hello, we have 1108 again"):
        assert read_paste(text).is_empty
        assert read_paste(text).requests[0].notes


def test_pay_params_alone_are_judged_member_by_member() -> None:
    """A number is told from a text; a request has none of it."""
    members = {"timeStamp": 1763898002, "nonceStr": "a", "package": "prepay_id=x", "signType": "MD5", "paySign": "y"}
    reading = read_paste(json.dumps({"appId": "wx2421b1c4370ec43b", **members}))
    judged = {one.name: one.severity for one in reading.pay_params}
    assert reading.kind == "pay_params"
    assert judged["timeStamp"] is Severity.WRONG
    assert judged["nonceStr"] < Severity.WRONG
    assert read_paste(curl(RIGHT)).pay_params == ()
    assert read_paste(curl(RIGHT)).kind == "request"
    assert Reading(()).kind == "nothing"


def test_the_first_usable_request_is_seen_with_its_places() -> None:
    """Of a paste that holds none there is nothing to see."""
    reading = read_paste(f"{CALL}\n\n{curl(RIGHT)}")
    assert reading.seen is not None
    assert reading.seen.request == reading.usable[0]
    assert read_paste(CALL).seen is None


def test_reading_is_waited_for_until_it_has_ended(qtbot: QtBot) -> None:
    """In the background too; and where it fails, the fault is named without any word of the paste."""
    runner = TaskRunner(1)
    reader = PasteReader(runner)
    readings: list[Reading] = []
    reader.read.connect(readings.append)
    assert not reader.is_waiting
    reader.take(curl(RIGHT))
    assert reader.is_waiting
    reader.read_now()
    assert reader.is_waiting
    qtbot.waitUntil(lambda: bool(readings), timeout=20_000)
    assert not reader.is_waiting
    nothing: Any = None
    reader.take(nothing)
    reader.read_now()
    qtbot.waitUntil(lambda: len(readings) == 2, timeout=20_000)
    assert (readings[1].requests, readings[1].technical) == ((), "AttributeError")
    assert runner.close(20_000)
