from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from qfpay_gui.models.deletions import Deletion, Deletions
from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.models.sending.send_model import Answered, Idle, Sending
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.window.status import StatusLine
from tests.models.fixed_clock import FixedClock
from tests.ui.person import find
from tests.ui.reply import answers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def line(stage: QWidget) -> StatusLine:
    """A status line that has nothing to say."""
    made = StatusLine(Deletions(stage), stage)
    made.resize(1000, 28)
    made.show()
    return made


@pytest.fixture
def model() -> DraftModel:
    """The example payment of a merchant."""
    made = DraftModel(FixedClock())
    made.set_context(
        Context(
            Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"), bound_to="simulator"
        )
    )
    return made


def test_a_sentence_stays_until_the_next_one(line: StatusLine) -> None:
    """Nothing vanishes while it is being read."""
    line.say("Copied: Signature, 32 characters")
    assert line.message == "Copied: Signature, 32 characters"
    line.say("Nothing was sent.")
    assert line.message == "Nothing was sent."


def test_where_nothing_is_noticed_it_says_so(line: StatusLine, model: DraftModel) -> None:
    """And its button leads nowhere, nor does F4."""
    asked: list[object] = []
    line.findings_requested.connect(asked.append)
    line.list_requested.connect(asked.append)
    line.go_to_next()
    line.render_request(model.prepared)
    button = find(line, QToolButton, "status_findings")
    assert button.text() == "Request: nothing noticed"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == []


def test_findings_are_counted_listed_and_gone_to_in_turn(line: StatusLine, model: DraftModel) -> None:
    """Something wrong comes before something that may be; behind the last comes the first."""
    listed: list[object] = []
    line.list_requested.connect(listed.append)
    asked: list[str] = []
    line.findings_requested.connect(asked.append)
    model.type_value("goods_name", "tea ")
    model.type_value("txamt", "3.00")
    line.render_request(model.prepared)
    button = find(line, QToolButton, "status_findings")
    assert button.text() == "Findings: 2"
    assert button.accessibleName() == "Findings: 2"
    assert "F4" in button.accessibleDescription()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listed == [button]
    for _ in range(3):
        line.go_to_next()
    assert asked == ["txamt", "goods_name", "txamt"]
    model.type_value("txamt", "300")
    line.render_request(model.prepared)
    line.go_to_next()
    assert asked[-1] == "goods_name"


def test_the_last_exchange_is_told_in_one_glance(line: StatusLine) -> None:
    """respcd, HTTP status, time and size; nothing while nothing was answered."""
    label = find(line, QLabel, "status_exchange")
    line.render_state(Answered(answers.success()))
    told = getattr(label, "whole", label.text())
    assert told.startswith("0000 · HTTP 200 · 41 ms · ")
    assert told.endswith(" B")
    line.render_state(Sending(answers.request()))
    assert label.text() == ""
    line.render_state(Idle())
    assert label.text() == ""


def test_a_failure_below_http_is_told_by_its_layer(line: StatusLine) -> None:
    """There is no status to tell."""
    line.render_state(Answered(answers.unanswered()))
    label = find(line, QLabel, "status_exchange")
    assert getattr(label, "whole", label.text()) == "read time-out · 30,004 ms"


def test_nothing_lies_on_top_of_anything(line: StatusLine, model: DraftModel) -> None:
    """However long the sentence, exchange and findings keep their place beside it."""
    line.render_request(model.prepared)
    line.render_state(Answered(answers.success()))
    line.say("x" * 500)
    parts = [
        line.findChild(QLabel, "status_message"),
        line.findChild(QLabel, "status_exchange"),
        find(line, QToolButton, "status_findings"),
    ]
    places = [part.geometry() for part in parts if part is not None]
    assert len(places) == 3
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_what_was_deleted_can_be_taken_back(stage: QWidget) -> None:
    """The button comes with the sentence, says what it would take back, and goes with it."""
    deletions, done = Deletions(stage), list[str]()
    line = StatusLine(deletions, stage)
    line.show()
    button = find(line, QToolButton, "undo_deletion")
    assert not button.isVisible()
    gone = Deletion(text("Test", "Deleted: 2"), lambda: done.append("gone"), lambda: done.append("back"))
    deletions.begin(gone)
    assert (button.isVisible(), line.message) == (True, "Deleted: 2")
    assert button.accessibleName() == "Undo: Deleted: 2"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (done, button.isVisible(), line.message) == (["back"], False, "Undone: nothing was deleted.")
    deletions.begin(gone)
    deletions.finish()
    assert (done, button.isVisible(), line.message) == (["back", "gone"], False, "Deleted: 2")


def test_keys_that_are_awaited_are_not_missing_yet(line: StatusLine, model: DraftModel) -> None:
    """Until the keychain has answered; what else is noticed is counted at once."""
    button = find(line, QToolButton, "status_findings")
    model.set_context(Context(Credentials()))
    line.render_request(model.prepared, is_awaited=True)
    assert button.text() == "Request: waiting for its keys"
    line.render_request(model.prepared)
    assert button.text() == "Findings: 2"
    model.type_value("txamt", "0")
    line.render_request(model.prepared, is_awaited=True)
    assert button.text() == "Findings: 1"
