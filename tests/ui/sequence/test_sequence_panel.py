from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QToolButton, QWidget

from qfpay_gui.models.sheet.state import SheetEnded
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.sequence.diagram_painter import HEADER, ROW
from qfpay_gui.ui.sequence.diagram_view import DiagramView
from qfpay_gui.ui.sequence.export_menu import ExportMenu
from qfpay_gui.ui.sequence.order_box import OrderBox
from qfpay_gui.ui.sequence.sequence_panel import SequencePanel
from tests.ui.person import Person, find, status_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.models.wechat_desk import WechatDesk


@pytest.fixture
def panel(wechat: WechatDesk, stage: QWidget) -> SequencePanel:
    """The panel at its usual size."""
    made = SequencePanel(wechat.sequence, stage)
    made.resize(760, 340)
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def diagram(panel: SequencePanel) -> DiagramView:
    """Its diagram."""
    return find(panel, DiagramView, "sequence_diagram")


@pytest.fixture
def person(panel: SequencePanel) -> Person:
    """Somebody at the panel."""
    return Person(lambda: panel)


@pytest.fixture
def said(panel: SequencePanel) -> list[str]:
    """What the panel tells the status line."""
    heard: list[str] = []
    status_of(panel).said.connect(heard.append)
    return heard


def pay(wechat: WechatDesk) -> None:
    """Send a payment and pay it."""
    wechat.ask()
    wechat.sheet.pay()
    wechat.wait(lambda: isinstance(wechat.sheet.state, SheetEnded) and "paid" in wechat.labels)


def row_of(diagram: DiagramView, label: str) -> int:
    """The row with these words."""
    return next(row for row, one in enumerate(diagram.rows.messages) if label in str(one.label))


def point_at(diagram: DiagramView, row: int) -> QPoint:
    """The middle of a row."""
    return diagram.visualRect(diagram.rows.index(row)).center()


def is_in_view(diagram: DiagramView, row: int) -> bool:
    """Whether a whole row can be seen."""
    return diagram.viewport().rect().contains(diagram.visualRect(diagram.rows.index(row)))


def read(panel: SequencePanel) -> str:
    """What the details show of what was sent."""
    return find(panel, QPlainTextEdit, "sequence_sent").toPlainText()


def test_before_a_payment_the_whole_path_is_drawn_faintly(panel: SequencePanel, diagram: DiagramView) -> None:
    """Twelve expected messages; there is nothing to choose or to save."""
    assert diagram.rows.rowCount() == 12
    assert all(one.at is None for one in diagram.rows.messages)
    assert find(panel, OrderBox, "sequence_order").currentText() == "No order yet"
    assert not find(panel, QToolButton, "sequence_export").isEnabled()


def test_a_payment_fills_it(wechat: WechatDesk, diagram: DiagramView, person: Person, panel: SequencePanel) -> None:
    """The newest message is selected and in view, with what comes next below it; its order is named."""
    wechat.ask()
    newest = row_of(diagram, "payment sheet: HK$3.00")
    assert diagram.currentIndex().row() == newest
    assert is_in_view(diagram, newest)
    assert is_in_view(diagram, newest + 1)
    assert person.said("sequence_headline") == "payment sheet: HK$3.00"
    assert person.said("sequence_parties") == "WeChat → Customer"
    assert person.said("sequence_kind") == "simulated"
    assert "Demo merchant" in read(panel)
    assert wechat.order.title in find(panel, OrderBox, "sequence_order").currentText()
    assert find(panel, QToolButton, "sequence_export").isEnabled()


def test_a_click_opens_what_was_sent(wechat: WechatDesk, diagram: DiagramView, panel: SequencePanel) -> None:
    """Byte for byte."""
    answer = wechat.ask()
    row = row_of(diagram, "POST /trade/v1/payment")
    diagram.scrollTo(diagram.rows.index(row))
    QTest.mouseClick(diagram.viewport(), Qt.MouseButton.LeftButton, pos=point_at(diagram, row))
    assert answer.request.body.decode("ascii") in read(panel)
    assert find(panel, QLabel, "sequence_kind").text() == "sent over HTTP"


def test_the_keyboard_goes_from_message_to_message(
    wechat: WechatDesk, diagram: DiagramView, panel: SequencePanel
) -> None:
    """Home, Down, Up; Enter goes on into what was sent."""
    wechat.ask()
    panel.enter()
    assert diagram.hasFocus()
    QTest.keyClick(diagram, Qt.Key.Key_Home)
    assert diagram.message is diagram.rows.messages[0]
    assert "POST /trade/v1/payment HTTP/1.1" in read(panel)
    QTest.keyClick(diagram, Qt.Key.Key_Down)
    QTest.keyClick(diagram, Qt.Key.Key_Down)
    QTest.keyClick(diagram, Qt.Key.Key_Up)
    assert diagram.currentIndex().row() == 1
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    assert find(panel, QPlainTextEdit, "sequence_sent").hasFocus()


def test_what_is_looked_at_stays_while_more_happens(wechat: WechatDesk, diagram: DiagramView) -> None:
    """Neither the selection nor the place jumps away from somebody who went back."""
    wechat.ask()
    diagram.setFocus()
    QTest.keyClick(diagram, Qt.Key.Key_Home)
    scrolled = diagram.verticalScrollBar().value()
    wechat.sheet.pay()
    wechat.wait(lambda: "paid" in wechat.labels and "requestPayment:ok" in wechat.labels)
    assert diagram.currentIndex().row() == 0
    assert diagram.verticalScrollBar().value() == scrolled
    QTest.keyClick(diagram, Qt.Key.Key_End)
    newest = len(wechat.order.messages) - 1
    diagram.setCurrentIndex(diagram.rows.index(newest))
    assert is_in_view(diagram, newest)


def test_whoever_looks_at_the_newest_goes_on_with_it(wechat: WechatDesk, diagram: DiagramView) -> None:
    """Selection and place follow."""
    wechat.ask()
    wechat.sheet.pay()
    wechat.wait(lambda: "paid" in wechat.labels and "requestPayment:ok" in wechat.labels)
    newest = len(wechat.order.messages) - 1
    assert diagram.currentIndex().row() == newest
    assert is_in_view(diagram, newest)


def test_an_expected_message_says_that_it_did_not_happen(
    wechat: WechatDesk, diagram: DiagramView, person: Person
) -> None:
    """It has nothing to show, but an explanation."""
    wechat.ask()
    diagram.setCurrentIndex(diagram.rows.index(row_of(diagram, "agrees to pay")))
    assert person.said("sequence_kind") == "expected"
    assert person.said("sequence_note").startswith("This has not happened yet.")
    assert "claim:sequence.sheet" in person.said("sequence_note")
    assert person.find(QPlainTextEdit, "sequence_sent").isHidden()


def test_every_message_speaks(wechat: WechatDesk, diagram: DiagramView) -> None:
    """From whom to whom, what, when, how it is known, and that it failed."""
    wechat.ask()
    wechat.sheet.cancel()
    wechat.wait(lambda: "requestPayment:fail cancel" in wechat.labels)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [diagram.rows.index(row).data(role) for row in range(diagram.rows.rowCount())]
    assert said[0].endswith("Merchant to QFPay: POST /trade/v1/payment · HK$3.00, sent over HTTP")
    assert any(one.endswith("WeChat to Merchant: requestPayment:fail cancel, simulated, failed") for one in said)
    assert said[-1] == "Merchant to QFPay: 200 SUCCESS, expected"
    assert diagram.accessibleName() == "Messages between Customer, WeChat, Merchant, QFPay, WeChat Pay"


def test_orders_can_be_chosen(wechat: WechatDesk, panel: SequencePanel, person: Person) -> None:
    """The newest stands first, and the one chosen is drawn."""
    first = wechat.ask().request.value("out_trade_no")
    wechat.ask_again()
    box = find(panel, OrderBox, "sequence_order")
    assert box.count() == 2
    assert box.currentIndex() == 0
    person.choose("sequence_order", box.itemText(1))
    assert wechat.order.key.number == first
    assert first in box.currentText()


@pytest.mark.parametrize("size", [(760, 340), (560, 420)])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_fits_where_it_is_put(
    wechat: WechatDesk, panel: SequencePanel, size: tuple[int, int], choice: theme.Choice, qapp: QApplication
) -> None:
    """Details beside the diagram or below it, both readable, and something drawn in the theme's own colour."""
    theme.apply(qapp, choice, "en")
    panel.restyle()
    panel.resize(*size)
    pay(wechat)
    QApplication.processEvents()
    assert (panel.width(), panel.height()) == size
    diagram, details = find(panel, DiagramView, "sequence_diagram"), find(panel, QWidget, "sequence_details")
    gap = details.mapTo(panel, QPoint()) - diagram.mapTo(panel, QPoint())
    assert ((gap.x() > 0), (gap.y() > 0)) == ((True, False) if size[0] == 760 else (False, True))
    assert diagram.viewport().height() >= 3 * ROW
    assert find(panel, QPlainTextEdit, "sequence_sent").height() >= 48
    painted = panel.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {painted.pixelColor(x, y).name() for x in range(0, size[0], 2) for y in range(size[1])}
    assert theme.current().panel.name() in colours
    assert theme.current().accent_fg.name() in colours


def test_the_names_stay_above_while_the_messages_scroll(wechat: WechatDesk, diagram: DiagramView) -> None:
    """They are no row, and stand over the lines."""
    pay(wechat)
    diagram.verticalScrollBar().setValue(diagram.verticalScrollBar().maximum())
    top = diagram.viewport().geometry().top()
    assert top >= HEADER
    place = QRect(1, top - HEADER, diagram.viewport().width(), HEADER)
    names = diagram.grab(place).toImage()
    diagram.verticalScrollBar().setValue(0)
    assert diagram.grab(place).toImage() == names


def test_a_message_can_be_copied(wechat: WechatDesk, diagram: DiagramView, person: Person, said: list[str]) -> None:
    """What it is, and what was sent; the status line says so."""
    answer = wechat.ask()
    diagram.setCurrentIndex(diagram.rows.index(0))
    person.click("sequence_copy")
    copied = QGuiApplication.clipboard().text()
    assert "Merchant to QFPay: POST /trade/v1/payment" in copied
    assert answer.request.body.decode("ascii") in copied
    assert said == [f"Copied: the message, {len(copied):,} characters"]


def test_the_diagram_can_be_copied(wechat: WechatDesk, panel: SequencePanel, said: list[str]) -> None:
    """As a picture and as Mermaid text."""
    pay(wechat)
    menu = panel.findChild(QMenu, "sequence_export_menu")
    assert isinstance(menu, ExportMenu)
    picture, mermaid, _save = menu.actions()
    mermaid.trigger()
    assert QGuiApplication.clipboard().text().startswith("sequenceDiagram\n    participant customer as Customer\n")
    picture.trigger()
    assert QGuiApplication.clipboard().image().width() == 1760
    assert said == ["Copied: the diagram as Mermaid text", "Copied: the diagram as a picture"]


def test_the_diagram_can_be_saved(wechat: WechatDesk, panel: SequencePanel, said: list[str], tmp_path: Path) -> None:
    """In the form its name ends with, or that was chosen; a folder that is not there is said."""
    pay(wechat)
    menu = panel.findChild(QMenu, "sequence_export_menu")
    assert isinstance(menu, ExportMenu)
    assert menu.save_to(str(tmp_path / "a.svg"))
    assert menu.save_to(str(tmp_path / "b"), "Mermaid text (*.mmd)")
    assert menu.save_to(str(tmp_path / "c"))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a.svg", "b.mmd", "c.png"]
    assert not menu.save_to(str(tmp_path / "nowhere" / "d.png"))
    assert said[0] == f"Saved: {tmp_path / 'a.svg'}"
    assert said[-1].startswith("Not saved: ")


def test_where_there_is_no_order_nothing_is_copied(panel: SequencePanel, said: list[str], tmp_path: Path) -> None:
    """And nothing is asked or written."""
    menu = panel.findChild(QMenu, "sequence_export_menu")
    assert isinstance(menu, ExportMenu)
    menu.copy_picture()
    menu.copy_mermaid()
    menu.ask_where_to_save()
    assert not menu.save_to(str(tmp_path / "a.png"))
    assert said == []
