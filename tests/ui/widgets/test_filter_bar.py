from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qfpay_gui.ui.widgets.filter_bar import FilterBox, SearchField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_search_leads_on_to_the_list(stage: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    """Whoever typed words goes on in what was found, and the words stay."""
    field = SearchField(stage)
    field.show()
    QTest.keyClicks(field, "1108")
    with qtbot.waitSignal(field.left_downwards):
        QTest.keyClick(field, key)
    assert field.text() == "1108"


def test_a_pasted_document_is_not_searched_for_whole(stage: QWidget) -> None:
    """Words have an end."""
    field = SearchField(stage)
    field.insert("x" * 5000)
    assert len(field.text()) == 1000


def test_a_choice_says_what_it_is_for_and_stays_narrow(stage: QWidget) -> None:
    """It asks for the room of its first words, however long a further entry is, and is content with less."""
    box = FilterBox(stage)
    box.describe("orders_environment", "Environment", 7)
    least = box.minimumSizeHint().width()
    box.addItem("All the environments there are")
    width = box.sizeHint().width()
    box.addItem("Production · Hong Kong and everything else in the world")
    assert (box.objectName(), box.accessibleName(), box.toolTip()) == (
        "orders_environment",
        "Environment",
        "Environment",
    )
    assert box.minimumSizeHint().width() == least < width == box.sizeHint().width()
