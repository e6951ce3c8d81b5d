from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor

from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.ui.look import theme
from tests.ui.person import press
from tests.ui.signature.conftest import KEY

if TYPE_CHECKING:
    from tests.ui.signature.conftest import PanelDesk


def _marked(desk: PanelDesk) -> str:
    """The characters that lie on the colour of the edited part."""
    block = desk.view.document().firstBlock()
    wanted = theme.current().mark
    drawn = block.text()
    return "".join(
        drawn[span.start : span.start + span.length]
        for span in block.layout().formats()
        if span.format.background().color() == wanted
    )


def _select(desk: PanelDesk, start: int, end: int) -> None:
    cursor = desk.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    desk.view.setTextCursor(cursor)


def test_the_part_of_the_edited_field_is_marked(desk: PanelDesk) -> None:
    """Name and value, and no other part that looks the same."""
    desk.panel.mark("txamt")
    assert _marked(desk) == "txamt=300"
    desk.panel.mark("moon")
    assert _marked(desk) == ""


def test_pointing_into_the_string_names_the_parameter(desk: PanelDesk) -> None:
    """With the cursor keys as with the mouse."""
    heard: list[str] = []
    desk.panel.pointed.connect(heard.append)
    desk.view.setFocus()
    press("Ctrl+Home", desk.view)
    press("Right", desk.view)
    assert heard[-1] == "out_trade_no"
    press("Ctrl+End", desk.view)
    assert heard[-1] == ""


def test_copying_gives_what_is_signed_and_not_what_is_drawn(desk: PanelDesk) -> None:
    """Stand-ins become the characters they stand for; the key stays masked."""
    desk.model.type_value("goods_name", "\ufeffa\tb ")
    desk.view.setFocus()
    press("Ctrl+A", desk.view)
    press("Ctrl+C", desk.view)
    copied = QGuiApplication.clipboard().text()
    assert copied == desk.model.prepared.signing_string.removesuffix(KEY) + "•" * 32


def test_copying_a_part_that_begins_with_a_byte_order_mark_keeps_it(desk: PanelDesk) -> None:
    """The first character of the selection is the one that is most easily lost."""
    desk.model.type_value("goods_name", "\ufeffa")
    start = desk.drawn.index("goods_name=") + len("goods_name=")
    _select(desk, start, start + len("⟦BOM⟧a"))
    desk.view.copy()
    assert QGuiApplication.clipboard().text() == "\ufeffa"


def test_it_keeps_no_history_of_its_own(desk: PanelDesk) -> None:
    """What was drawn before is not kept: the draft has the only undo."""
    for digit in "123":
        desk.model.type_value("txamt", digit)
    assert desk.view.document().availableUndoSteps() == 0


def test_the_scroll_position_stays_while_typing(desk: PanelDesk) -> None:
    """The eye does not lose its place."""
    desk.model.set_further((Entry("note", "x " * 900),))
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    desk.model.type_value("txamt", "301")
    assert bar.value() == place


@pytest.mark.parametrize("name", ["light", "dark"])
def test_hidden_characters_have_a_ground_of_their_own(desk: PanelDesk, name: theme.Choice, qapp: object) -> None:
    """In both themes they stand out from what is plainly there."""
    theme.apply(qapp, name, "en")  # type: ignore[arg-type]  # a QApplication
    desk.panel.restyle()
    desk.model.type_value("goods_name", "tea ")
    block = desk.view.document().firstBlock()
    grounds: dict[str, QColor] = {
        block.text()[span.start : span.start + span.length]: span.format.background().color()
        for span in block.layout().formats()
    }
    assert grounds["·"] == theme.current().attention_bg


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
@example("a\ufdd0b\ufdd1")
@example("\x00\u2028\u2029\r\n")
def test_whatever_the_value_the_whole_string_can_be_copied_back(desk: PanelDesk, value: str) -> None:
    """What is drawn stands for what is signed, character by character, for every text."""
    desk.model.set_further((Entry("note", value),))
    desk.view.selectAll()
    desk.view.copy()
    assert QGuiApplication.clipboard().text() == desk.model.prepared.signing_string.removesuffix(KEY) + "•" * 32
