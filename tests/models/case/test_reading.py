from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.models.case.reading import PasteReader, Reading, read_paste
from qfpay_gui.models.tasks import TaskRunner
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
