"""The palette by real keys: it finds, runs, refuses what is disabled, and gives the keyboard back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QPlainTextEdit, QWidget

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.ranking import findable, ranked
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.cases import KeptCase
from qfpay_gui.snippets.proof.case_file import CaseHead
from qfpay_gui.ui.palette.commands import Command, of_cases, plain
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.palette.palette import Palette
from tests.ui.person import commit, find, press

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def _type(words: str) -> None:
    line = QApplication.focusWidget()
    assert line is not None
    assert line.objectName() == "palette_search"
    QTest.keyClicks(line, words) if words.isascii() else commit(line, words)


def _open(desk: Desk, words: str = "") -> QFrame:
    press("Ctrl+K")
    palette = desk.person.find(QFrame, "palette")
    assert palette.isVisible()
    _type(words)
    return palette


def _lines(desk: Desk) -> list[str]:
    model = desk.person.find(QListView, "palette_list").model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_a_command_is_found_by_its_words_and_run(desk: Desk) -> None:
    """Its keys stand beside it, and the palette is gone before it runs."""
    palette = _open(desk, "go to orders")
    assert _lines(desk)[0] == "Go to orders"
    press("Return")
    assert palette.isHidden()
    assert desk.window.panels.orders.isVisible()


def test_a_field_is_gone_to(desk: Desk) -> None:
    """Also one that is folded away."""
    _open(desk, "goods_name")
    press("Return")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "goods_name"


def test_a_call_is_chosen(desk: Desk) -> None:
    """Its fields are offered from then on."""
    _open(desk, "reversal")
    press("Return")
    assert desk.bench.draft.draft.endpoint == "reversal"
    _open(desk, "syssn")
    assert _lines(desk)[0] == "syssn"


def test_a_profile_and_an_environment_are_gone_to(desk: Desk) -> None:
    """By their names, hosts and app codes, as in the list of the chip; the profile brings its environment."""
    desk.bench.profiles.save(Profile("Tea shop", "live-hk", Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "K" * 32)))
    desk.bench.choose_profile("Demo merchant")
    _open(desk, "A1B2C3D4")
    assert _lines(desk)[0] == "Tea shop"
    press("Return")
    assert (desk.bench.environment.id, desk.bench.profiles.state.chosen) == ("live-hk", "Tea shop")
    _open(desk, "openapi-jp.qfapi.com")
    assert _lines(desk)[0] == "Production · Japan"
    press("Return")
    assert desk.bench.environment.id == "production-jp"


@pytest.mark.parametrize("name", ["txamt", "signing_string"])
def test_escape_gives_the_keyboard_back(desk: Desk, name: str) -> None:
    """To the very widget it was in, though Ctrl+K and Escape mean something else to it or to the window."""
    where = desk.person.find(QWidget, name)
    where.setFocus()
    palette = _open(desk, "refund")
    press("Esc")
    assert palette.isHidden()
    assert QApplication.focusWidget() is where


def test_the_arrows_move_in_the_list_while_one_types(desk: Desk) -> None:
    """Down, up, and no further than the ends."""
    _open(desk)
    found = desk.person.find(QListView, "palette_list")
    assert found.currentIndex().row() == 0
    press("Down")
    press("Down")
    press("Up")
    assert found.currentIndex().row() == 1
    press("PgUp")
    assert found.currentIndex().row() == 0
    _type("txamt")
    assert found.currentIndex().row() == 0
    press("PgDown")
    assert found.currentIndex().row() == len(_lines(desk)) - 1


def test_what_cannot_be_done_says_why_and_is_not_done(desk: Desk) -> None:
    """The palette stays, so that something else can be chosen."""
    palette = _open(desk, "earlier reply")
    line = desk.person.find(QListView, "palette_list").model().index(0, 0)
    assert "there is none" in line.data(Qt.ItemDataRole.AccessibleTextRole)
    press("Return")
    assert palette.isVisible()


def test_no_key_reaches_the_window_behind(desk: Desk) -> None:
    """Above all not the one that sends."""
    palette = _open(desk)
    press("Ctrl+Return")
    press("Tab")
    press("Ctrl+2")
    assert palette.isVisible()
    assert desk.simulator.requests == []
    assert not desk.bench.send_model.is_sending


def test_an_order_is_found_by_its_number(desk: Desk) -> None:
    """And seen in the history."""
    desk.person.click("send")
    number = desk.wait_for_answer().request.value("out_trade_no")
    desk.wait(lambda: bool(desk.bench.orders.orders))
    _open(desk, number)
    assert _lines(desk)[0] == number
    press("Return")
    assert desk.person.find(QLineEdit, "history_search").text() == number


def test_kept_cases_are_found_by_merchant_ticket_and_number() -> None:
    """Choosing one takes it in hand."""
    taken: list[int] = []
    at = datetime(2026, 11, 30, tzinfo=UTC)
    tea = KeptCase(at, at, text("Case", "A cause"), head=CaseHead("Tea shop", "T-4711"), number="SO1", id=7)
    bare = KeptCase(at, at, text("Case", "A cause"), number="SO2", id=8)
    found = tuple(of_cases((tea, bare), taken.append))
    assert [one.shown.words for one in found] == ["Tea shop · T-4711", "SO2"]
    for words in ("tea", "t-4711", "so1"):
        assert [one.shown.words for one in ranked(words, ((one, one.entry) for one in found))] == ["Tea shop · T-4711"]
    found[0].run()
    assert taken == [7]


def test_anything_can_be_looked_for_in_the_history(desk: Desk) -> None:
    """The last line offers it, whatever was typed, and shows markup as it is."""
    _open(desk, "<img src=x>")
    assert _lines(desk) == ["Look for “<img src=x>” in the history"]
    press("Return")
    assert desk.person.find(QLineEdit, "history_search").text() == "<img src=x>"


def test_a_line_that_is_pressed_twice_runs_once(stage: QWidget) -> None:
    """Above all one that sends: what a list says for a double click comes after the palette is gone."""
    ran: list[str] = []
    send = Command(Found("Send"), findable(("Send",)), lambda: ran.append("sent"))
    palette = Palette(stage)
    palette.offer((send,), lambda _words: send)
    found = find(palette, QListView, "palette_list")
    first = found.model().index(0, 0)
    place = found.visualRect(first).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ran == ["sent"]
    found.activated.emit(first)
    assert ran == ["sent"]


def test_a_click_elsewhere_closes_it(desk: Desk) -> None:
    """The keyboard stays where the click put it."""
    palette = _open(desk)
    edit = desk.person.go_to("txamt")
    assert palette.isHidden()
    assert QApplication.focusWidget() is edit


def test_it_opens_from_a_box_that_takes_the_keys_for_itself(desk: Desk) -> None:
    """A text in which Ctrl+K deletes to the end of the line."""
    desk.window.menus.actions["check_notification"].trigger()
    box = desk.person.find(QPlainTextEdit, "notification_paste")
    box.setPlainText("kept")
    box.setFocus()
    palette = _open(desk)
    assert palette.isVisible()
    assert box.toPlainText() == "kept"


def test_a_small_window_holds_it(desk: Desk) -> None:
    """At the smallest size the window has."""
    desk.window.resize(900, 560)
    assert desk.window.rect().contains(_open(desk).geometry())


def test_an_actions_words_are_told_without_their_marks() -> None:
    """The underlined letter, in English and in Chinese, and an ampersand that is one."""
    assert [plain(words) for words in ("&Send", "发送(&S)", "A && B", "Go to re&quest")] == [
        "Send",
        "发送",
        "A & B",
        "Go to request",
    ]
