from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidgetItem,
)

from qfpay_gui.models.request.draft_model import Context
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.request.draft import Entry
from tests.ui.signature.conftest import KEY

if TYPE_CHECKING:
    from tests.ui.signature.conftest import PanelDesk


def _everything_shown(desk: PanelDesk) -> str:
    labels = " ".join(
        label.text() + label.toolTip() + label.accessibleName() for label in desk.panel.findChildren(QLabel)
    )
    return f"{desk.drawn} {labels}"


def _cells(table: QTableWidget) -> list[list[QTableWidgetItem]]:
    """The table's items, row by row; none is missing."""
    items = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item for item in row if item is not None] for row in items]


def _copy(desk: PanelDesk, name: str) -> str:
    QGuiApplication.clipboard().clear()
    action = desk.person.find(QPushButton, "copy").menu().findChild(QAction, f"copy_{name}")
    assert isinstance(action, QAction)
    action.trigger()
    return QGuiApplication.clipboard().text()


def test_the_signing_string_is_drawn_with_the_key_masked(desk: PanelDesk) -> None:
    """Sorted, joined, and as many dots as the key has characters."""
    string = desk.model.prepared.signing_string
    assert desk.drawn == string.removesuffix(KEY) + "•" * 32
    assert KEY not in _everything_shown(desk)


def test_the_key_is_shown_on_demand_and_hidden_again(desk: PanelDesk) -> None:
    """By the button with the eye."""
    desk.person.click("reveal_key")
    assert desk.drawn == desk.model.prepared.signing_string
    desk.person.click("reveal_key")
    assert KEY not in desk.drawn


def test_the_signature_is_an_independent_digest_of_what_travels(desk: PanelDesk) -> None:
    """Shown in groups of four, it is the MD5 of the decoded body and the key."""
    pairs = sorted(parse_qsl(desk.model.prepared.body.decode(), keep_blank_values=True))
    signed = "&".join(f"{name}={value}" for name, value in pairs) + KEY
    expected = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
    assert desk.person.said("signature").replace(" ", "").replace("\u200b", "") == expected
    assert desk.person.find(QLabel, "signature").accessibleName() == expected


def test_every_edit_is_drawn_at_once(desk: PanelDesk) -> None:
    """The string follows the draft without a further signal."""
    desk.model.type_value("goods_name", "奶茶 ")
    assert "goods_name=奶茶·&" in desk.drawn
    assert desk.person.said("signing_facts").startswith("186 characters, 190 bytes · 1 hidden")


def test_nothing_hidden_is_said_too(desk: PanelDesk) -> None:
    """And that the body decodes to what was signed."""
    assert desk.person.said("signing_facts").endswith("nothing hidden · body decodes to the same")


def test_a_signature_without_a_key_is_called_so(desk: PanelDesk) -> None:
    """As long as there is none, which may be until the keychain has answered."""
    assert "key" not in desk.person.said("signing_facts")
    desk.model.set_context(Context(Credentials()))
    assert desk.person.said("signing_facts").startswith("no key yet · ")


def test_another_sign_type_signs_anew(desk: PanelDesk) -> None:
    """Chosen in the panel; the digest grows, and its name with it."""
    desk.person.choose("sign_type", "SHA256")
    signed = desk.model.prepared.signing_string.encode()
    assert desk.model.prepared.signature == hashlib.sha256(signed).hexdigest().upper()
    assert desk.person.find(QLabel, "signature").accessibleName() == desk.model.prepared.signature
    assert dict(desk.model.prepared.headers)["X-QF-SIGNTYPE"] == "SHA256"


def test_going_back_to_the_merchants_sign_type_follows_the_merchant_again(desk: PanelDesk) -> None:
    """Whoever tried SHA256 and returned is not bound to MD5 for the next merchant."""
    desk.person.choose("sign_type", "SHA256")
    desk.person.choose("sign_type", "MD5")
    desk.model.set_context(Context(Credentials("B", KEY, sign_type="SHA256")))
    assert desk.model.prepared.sign_type == "SHA256"
    assert desk.person.find(QComboBox, "sign_type").currentText() == "SHA256"


@pytest.mark.parametrize("name", ["signature", "string", "lines", "body", "headers", "string_with_key"])
def test_what_is_copied_is_said(desk: PanelDesk, name: str) -> None:
    """Its name and its length; only the entry that says so takes the key along."""
    copied = _copy(desk, name)
    assert len(copied) > 20
    assert desk.copied[-1].endswith(f"{len(copied):,} characters")
    assert (KEY in copied) == (name == "string_with_key")


def test_each_part_is_copied_as_it_is(desk: PanelDesk) -> None:
    """Signature without gaps, string without key, one parameter a line, the body's bytes, each header."""
    request = desk.model.prepared
    assert _copy(desk, "signature") == request.signature
    assert _copy(desk, "string") == request.signing_string.removesuffix(KEY)
    assert _copy(desk, "body") == request.body.decode("ascii")
    assert _copy(desk, "lines").splitlines() == sorted(f"{name}={value}" for name, value in request.parameters)
    assert f"X-QF-SIGN: {request.signature}" in _copy(desk, "headers").splitlines()


def test_the_button_beside_the_signature_copies_it(desk: PanelDesk) -> None:
    """Without the gaps it is shown with."""
    desk.person.click("copy_signature")
    assert QGuiApplication.clipboard().text() == desk.model.prepared.signature


def test_the_sorted_parameters_show_what_is_signed_beside_what_travels(desk: PanelDesk) -> None:
    """One row a parameter in the order of signing, hidden characters visible on one side, encoded on the other."""
    desk.model.type_value("goods_name", "奶茶 ")
    desk.person.click("show_sorted")
    table = desk.person.find(QTableWidget, "sorted_parameters")
    rows = [[cell.text() for cell in row] for row in _cells(table)]
    assert [row[0] for row in rows] == sorted(dict(desk.model.prepared.parameters))
    assert ["goods_name", "奶茶·", "%E5%A5%B6%E8%8C%B6+"] in rows
    desk.model.set_leave_out("goods_name", leave_out=True)
    assert table.rowCount() == len(rows) - 1
    desk.person.click("show_sorted")
    assert desk.view.isVisible()


def test_a_value_like_markup_is_shown_as_it_is(desk: PanelDesk) -> None:
    """In the string, in the table, and in the table's tool tip."""
    desk.model.type_value("goods_name", "<b>tea</b>")
    assert "goods_name=<b>tea</b>&" in desk.drawn
    desk.person.click("show_sorted")
    table = desk.person.find(QTableWidget, "sorted_parameters")
    item = next(row[1] for row in _cells(table) if row[0].text() == "goods_name")
    assert item.text() == "<b>tea</b>"
    assert "&lt;b&gt;" in item.toolTip()


def test_a_megabyte_is_drawn_shortened_and_counted_whole(desk: PanelDesk) -> None:
    """The window stays quick, and the numbers stay true."""
    desk.model.set_further((Entry("note", "x" * 1_000_000),))
    assert len(desk.drawn) < 3000
    assert "999,200" in desk.drawn
    assert f"{len(desk.model.prepared.signing_string):,} characters" in desk.person.said("signing_facts")


def test_its_tools_are_told_to_a_screen_reader(desk: PanelDesk) -> None:
    """Icons alone say nothing to somebody who cannot see them."""
    for name in ("show_sorted", "reveal_key"):
        assert desk.person.find(QToolButton, name).accessibleName()
    assert desk.view.accessibleName() == "Signing string"


def test_the_space_bar_works_its_tools(desk: PanelDesk) -> None:
    """None of them needs the mouse."""
    QTest.keyClick(desk.person.find(QToolButton, "reveal_key"), Qt.Key.Key_Space)
    assert KEY in desk.drawn


def test_the_string_is_as_high_as_its_text(desk: PanelDesk) -> None:
    """More lines make it higher, fewer lower; none is scrolled, and no room stands empty."""
    desk.settle()
    low = desk.view.height()
    desk.model.type_value("goods_name", "x" * 400)
    desk.settle()
    high = desk.view.height()
    assert high > low
    assert desk.view.verticalScrollBar().maximum() == 0
    desk.model.type_value("goods_name", "")
    desk.settle()
    assert desk.view.height() == low
    assert low < desk.view.document().size().height() + 30


def test_a_text_without_end_is_scrolled_instead(desk: PanelDesk) -> None:
    """It leaves room for what came back."""
    desk.model.type_value("goods_name", "x" * 20_000)
    desk.settle()
    assert desk.view.height() <= 320
    assert desk.view.verticalScrollBar().maximum() > 0


def test_folded_only_the_signature_is_left(desk: PanelDesk) -> None:
    """One line; what it was made of comes back with the same button."""
    desk.settle()
    high = desk.panel.sizeHint().height()
    desk.person.click("fold_signature")
    desk.settle()
    assert desk.panel.is_folded
    assert not desk.view.isVisible()
    assert desk.person.find(QLabel, "signature").isVisible()
    assert desk.panel.sizeHint().height() < high - 80
    desk.person.click("fold_signature")
    assert desk.view.isVisible()


def test_no_item_of_its_layout_is_held_when_it_is_arranged_anew(desk: PanelDesk) -> None:
    """PySide would take the widget that comes to lie in its place for that item, and fail or crash."""
    layout = f"QVBoxLayout at {id(desk.panel.layout()):#x}"
    held = (one for one in shiboken6.getAllValidWrappers() if type(one) is QWidgetItem)
    assert [one for one in held if layout in shiboken6.dump(one)] == []
