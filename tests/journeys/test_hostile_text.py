"""What a server, a merchant or a person writes is shown as it stands: no picture is drawn and no link is made of it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

import qfpay_gui.ui
from qfpay_gui.qfpay.credentials import Credentials, Profile
from tests.services.http.misbehaving import Misbehaving, reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desk import Desk

EVIL = "<img src='file:///etc/x.png'><a href='http://evil.example'>look</a><b>bold</b>"
_DRAWN = re.compile(r"<img[^>]*file:///|<a [^>]*href=[\"']http://evil\.example")
_RECORD = {"respcd": EVIL, "errmsg": EVIL, "syssn": EVIL, "out_trade_no": EVIL, "txamt": EVIL, "cancel": EVIL}
HOSTILE = {"respcd": EVIL, "resperr": EVIL, "respmsg": EVIL, "syssn": EVIL, EVIL: EVIL, "data": [_RECORD]}
PAID = {
    "respcd": "0000",
    "syssn": EVIL,
    "out_trade_no": EVIL,
    "txamt": EVIL,
    "pay_params": {"package": EVIL, EVIL: EVIL},
}
FOUND = {"respcd": "0000", "resperr": EVIL, "page": EVIL, "data": [{**_RECORD, "respcd": "0000", "txcurrcd": EVIL}]}
NOTICE = {"notify_type": "payment", "status": "1", "syssn": EVIL, "out_trade_no": EVIL, "goods_name": EVIL, EVIL: EVIL}


def interpreted() -> Iterator[str]:
    """Every widget that would draw what it was given instead of showing it."""
    for widget in QApplication.allWidgets():
        place = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.AutoText:
            yield f"{place}: a label that takes what looks like markup for it"
        if (
            isinstance(widget, QLabel)
            and widget.textFormat() == Qt.TextFormat.RichText
            and _DRAWN.search(widget.text())
        ):
            yield f"{place}: {widget.text()}"
        if isinstance(widget, QTextEdit) and _DRAWN.search(widget.toHtml()):
            yield f"{place}: {_DRAWN.findall(widget.toHtml())}"
        if is_drawn(widget.toolTip()):
            yield f"{place}, tool tip: {widget.toolTip()}"
        if isinstance(widget, QAbstractItemView):
            yield from (f"{place}, tool tip: {tip}" for tip in _tips(widget) if is_drawn(tip))


def is_drawn(tip: str) -> bool:
    """Whether Qt draws a picture or link of this tool tip."""
    return GuiQt.mightBeRichText(tip) and _DRAWN.search(tip) is not None


def _tips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()) if model else 0
    for row in range(min(model.rowCount(QModelIndex()), 50) if model else 0):
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def look_everywhere(desk: Desk) -> None:
    """Every room of the window, each with its first row chosen."""
    for name, action in desk.window.menus.actions.items():
        if name.startswith("show_"):
            action.trigger()
            QApplication.processEvents()
            for view in desk.window.findChildren(QAbstractItemView):
                if view.isVisible() and view.model() is not None and view.model().rowCount(QModelIndex()):
                    view.setCurrentIndex(view.model().index(0, 0))
            QApplication.processEvents()
    assert list(interpreted()) == []


@pytest.mark.parametrize("body", [HOSTILE, PAID, FOUND, EVIL], ids=["refused", "paid", "found", "web page"])
def test_what_a_server_answers_is_shown_as_it_stands(desk: Desk, body: object) -> None:
    """In reply, checks, history, orders, sequence and status line."""
    written = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    with Misbehaving(reply(written)) as server:
        desk.bench.profiles.save(Profile(EVIL[:40], "custom", Credentials("A" * 32, "B" * 32)))
        desk.bench.choose_environment(desk.bench.place.addresses.at(server.base_url).id)
        desk.bench.choose_profile(EVIL[:40])
        desk.bench.draft.type_value("goods_name", EVIL)
        desk.bench.draft.type_value("out_trade_no", EVIL)
        desk.bench.draft.type_value("sub_openid", EVIL)
        desk.person.will(lambda box: box.accept())
        assert desk.bench.send(desk.bench.review())
        desk.wait_for_answer()
        desk.wait(lambda: not desk.outside.runner.busy)
        look_everywhere(desk)
    desk.person.leave()


def test_what_is_pasted_is_shown_as_it_stands(desk: Desk) -> None:
    """As a merchant's request and as a notification."""
    request = json.dumps({"txamt": EVIL, "out_trade_no": EVIL, "goods_name": EVIL, EVIL: EVIL, "pay_type": EVIL})
    from qfpay_gui.diagnosis import read_request  # noqa: PLC0415 - beside its only use

    desk.bench.take_case(read_request(f"{request}\nX-QF-SIGN: {'A' * 32}"))
    desk.bench.notifications.pasted.take(json.dumps(NOTICE))
    desk.wait(lambda: not desk.outside.runner.busy)
    look_everywhere(desk)


def test_every_label_says_by_its_making_whether_it_interprets() -> None:
    """No room makes Qt's own label, which guesses, or one of its kind; two say themselves what they do."""
    found, kinds = [], []
    for path in Path(qfpay_gui.ui.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
        found += [f"{path.name}:{node.lineno}" for node in calls if node.func.id == "QLabel"]  # type: ignore[attr-defined]  # a name
        classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
        kinds += [one.name for one in classes if any(isinstance(b, ast.Name) and b.id == "QLabel" for b in one.bases)]
    assert found == []
    assert sorted(kinds) == ["ClaimLabel", "PlainLabel"]


def test_the_walk_finds_what_is_interpreted(qtbot: object) -> None:  # noqa: ARG001 - an application must exist
    """Each kind of widget that could."""
    label, edit, tip = QLabel("x"), QTextEdit(), QWidget()
    edit.setHtml(EVIL)
    tip.setToolTip(EVIL)
    assert len([one for one in interpreted() if re.match(r"QLabel |QTextEdit |QWidget ", one)]) == 3
    for one in (label, edit, tip):
        one.deleteLater()
