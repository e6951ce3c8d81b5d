from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QTableWidget, QToolButton

from qfpay_gui.ui.case.note_lines import NoteLines
from qfpay_gui.ui.case.paste.placed_edit import PlacedEdit
from qfpay_gui.ui.case.paste.role_menu import RoleMenu
from qfpay_gui.ui.look.theme import current
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, curl
from tests.ui.case.paste.test_paste_dialog import PasteDesk
from tests.ui.person import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LOG = "\r\n".join(
    f"10:00:0{place} api-1 | {line}" for place, line in enumerate((*(f"{n}={v}" for n, v in PAIRS), f"sign={RIGHT}"))
)


class PlacesDesk(PasteDesk):
    """An open dialog, and what its person does in the paste."""

    @property
    def placed(self) -> PlacedEdit:
        """The paste."""
        return self.person.find(PlacedEdit, "paste")

    @property
    def selected(self) -> str:
        """What is selected in the paste."""
        return self.placed.textCursor().selectedText()

    def tinted(self) -> dict[str, list[str]]:
        """The stretches of the paste on a ground of their own, by the token of the colour."""
        tokens = {current().colour(f"place_{role}").name(): role for role in ("parameter", "signature", "app_code")}
        found: dict[str, list[str]] = {}
        for one in self.placed.extraSelections():
            ground, ink = one.format.background(), one.format.foreground()
            token = tokens.get(ground.color().name(), "?") if ground.style() != Qt.BrushStyle.NoBrush else ""
            token = token or ("left over" if ink.color() == current().muted else "")
            found.setdefault(token, []).append(one.cursor.selectedText())
        return found

    def click_row(self, name: str) -> None:
        """Click the value of this parameter in the table."""
        grid = self.person.find(QTableWidget, "pasted_parameters")
        row = next(place for place, row in enumerate(self.rows()) if row[0] == name)
        rect = grid.visualRect(grid.model().index(row, 1))
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def point(self, words: str) -> QPoint:
        """Where these words stand in the paste, in its middle."""
        cursor = self.placed.document().find(words)
        place = QTextCursor(cursor)
        place.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
        return self.placed.cursorRect(place).center()

    def click_word(self, words: str) -> None:
        """Click these words in the paste."""
        QTest.mouseClick(self.placed.viewport(), Qt.MouseButton.LeftButton, pos=self.point(words))

    def select(self, words: str) -> None:
        """Select these words in the paste by keyboard."""
        cursor = self.placed.document().find(words)
        length, start = len(words), cursor.selectionStart()
        press("Ctrl+Home", self.placed)
        for _ in range(start):
            QTest.keyClick(self.placed, Qt.Key.Key_Right)
        for _ in range(length):
            QTest.keyClick(self.placed, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    def say(self, role: str) -> None:
        """Choose this role in the menu."""
        menu = self.person.find(RoleMenu, "role_menu")
        action = menu.findChild(QAction, f"role_{role}")
        assert action is not None
        assert self.person.find(QToolButton, "say_role").isEnabled()
        action.trigger()

    @property
    def params(self) -> dict[str, str]:
        """What would be examined."""
        assert self.dialog.case is not None
        return dict(self.dialog.case.params)


@pytest.fixture
def desk(dressed: None, qtbot: QtBot) -> PlacesDesk:  # noqa: ARG001 - for its effect
    """An empty dialog."""
    return PlacesDesk(qtbot)


def test_each_value_is_tinted_as_what_it_was_read_as(desk: PlacesDesk) -> None:
    """What no value came from is grey, and the legend names each colour."""
    desk.paste(curl(RIGHT))
    tinted = desk.tinted()
    assert tinted["signature"] == [RIGHT]
    assert tinted["app_code"] == [APP_CODE]
    assert tinted["parameter"][:3] == ["300", "HKD", "800213"]
    assert tinted["left over"][0] == "curl -X POST '"
    assert "".join(sorted("".join(map("".join, tinted.values())))) == "".join(sorted(curl(RIGHT)))
    legend = desk.person.find(QLabel, "paste_legend").text().replace("\N{WORD JOINER}", "")
    for words in ("parameter", "URL", "X-QF-APPCODE", "X-QF-SIGN", "left"):
        assert words in legend


def test_a_value_of_the_list_is_shown_in_the_paste(desk: PlacesDesk) -> None:
    """And a value of the paste in the list, with its name beside it and at the mouse."""
    desk.paste(LOG)
    desk.click_row("sub_openid")
    assert desk.selected == dict(PAIRS)["sub_openid"]
    desk.click_word("SO20261123000412")
    grid = desk.person.find(QTableWidget, "pasted_parameters")
    assert desk.rows()[grid.currentRow()][0] == "out_trade_no"
    assert desk.person.said("paste_here") == "At the cursor: out_trade_no"
    assert desk.placed.tip_at(desk.point("珍珠奶茶")) == "goods_name"
    assert desk.placed.tip_at(desk.point("api-1")) == "left over"


def test_a_value_out_of_sight_is_scrolled_to(desk: PlacesDesk) -> None:
    """However far down it stands."""
    desk.paste("a line of talk\n" * 300 + curl(RIGHT))
    bar = desk.placed.verticalScrollBar()
    bar.setValue(0)
    desk.click_row("goods_name")
    assert bar.value() > 200


def test_what_was_taken_away_is_named(desk: PlacesDesk) -> None:
    """With the stretch of the first line; nothing is said where the paste was read as it is."""
    desk.paste(LOG)
    assert desk.person.find(NoteLines, "paste_lenses").words == "Taken away in front of each line: 10:00:00 api-1 |"
    desk.paste(curl(RIGHT))
    assert not desk.person.find(NoteLines, "paste_lenses").isVisible()


def test_a_link_of_the_legend_leads_to_its_place(desk: PlacesDesk) -> None:
    """By keyboard too; the parameters one after another."""
    desk.paste(f"client_key: {KEY}\n{curl(RIGHT)}")
    legend = desk.person.find(QLabel, "paste_legend")
    legend.setFocus()
    press("Tab", legend)
    for shown in ("300", "HKD"):
        QTest.keyClick(legend, Qt.Key.Key_Return)
        assert desk.selected == shown
    press("Tab", legend)
    QTest.keyClick(legend, Qt.Key.Key_Return)
    assert desk.selected == KEY


def test_a_wrong_attribution_is_corrected_and_undone(desk: PlacesDesk) -> None:
    """The list follows, by the menu and back by Ctrl+Z."""
    desk.paste(LOG)
    before = desk.params
    desk.click_word("SO20261123000412")
    desk.say("mchid")
    assert desk.params["mchid"] == "SO20261123000412"
    assert "out_trade_no" not in desk.params
    assert "mchid" in [row[0] for row in desk.rows()]
    assert desk.person.said("paste_here") == "At the cursor: mchid"
    press("Ctrl+Z", desk.placed)
    assert desk.params == before
    assert desk.edit.source == LOG


def test_a_selection_becomes_a_value(desk: PlacesDesk) -> None:
    """Or no part of the request; a button takes it back as well."""
    desk.paste(LOG)
    desk.select("珍珠")
    assert "珍珠" in desk.selected
    desk.say("goods_name")
    assert desk.params["goods_name"] == "珍珠"
    desk.click_word("HKD")
    desk.say("none")
    assert "txcurrcd" not in desk.params
    desk.person.click("undo_role")
    assert desk.params["txcurrcd"] == "HKD"
    assert desk.params["goods_name"] == "珍珠"


def test_a_parameter_gets_a_name_nobody_documented(desk: PlacesDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is typed; an empty one changes nothing."""
    desk.paste(LOG)
    desk.click_word("HKD")
    for typed, name in (("  ", "txcurrcd"), (" currency ", "currency")):
        monkeypatch.setattr(QInputDialog, "getText", lambda *_words, typed=typed: (typed, True))
        desk.say("other_name")
        assert desk.params[name] == "HKD"


def test_nothing_is_said_of_a_text_that_is_not_read_yet(desk: PlacesDesk) -> None:
    """The places belong to another one."""
    desk.paste(LOG)
    desk.click_word("HKD")
    QTest.keyClicks(desk.placed, "x")
    assert not desk.person.find(QToolButton, "say_role").isEnabled()
    assert desk.placed.tip_at(desk.point("api-1")) == ""
    desk.settle()
    assert desk.placed.tip_at(desk.point("api-1")) == "left over"


def test_signs_of_two_units_move_no_place(desk: PlacesDesk) -> None:
    """Line ends of two characters neither."""
    QGuiApplication.clipboard().setText("")
    desk.paste("😀😀\r\ntxamt=300\r\ntxcurrcd=HKD\r\ngoods_name=🍵 tea")
    assert desk.tinted()["parameter"] == ["300", "HKD", "🍵 tea"]
    press("Ctrl+End", desk.placed)
    for _ in range(len("🍵 tea")):
        QTest.keyClick(desk.placed, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    desk.say("extend_info")
    assert desk.params["extend_info"] == "🍵 tea"
