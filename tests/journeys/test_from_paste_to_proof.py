"""A support engineer with a ticket: "we get 1108, our code is right"."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog
from qfpay_gui.ui.case.proof_dialog import ProofDialog
from tests.ui.person import find, press, return_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk

SENT = {
    "txamt": "300",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "M20261123001",
    "txdtm": "2026-11-23 18:00:00",
    "sub_openid": "oQFTester_0penid_for_demo_01",
    "goods_name": "港式奶茶",
}


def _curl(signed: str) -> str:
    signature = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
    return (
        "curl -X POST 'https://test-openapi-hk.qfapi.com/trade/v1/payment' \\\n"
        f"  -H 'X-QF-APPCODE: {DEMO.app_code}' -H 'X-QF-SIGN: {signature}' \\\n"
        f"  --data '{urlencode(SENT)}'"
    )


def _sorted() -> str:
    return "&".join(f"{name}={SENT[name]}" for name in sorted(SENT))


def _when_open(desk: Desk, kind: type[QDialog], act: Callable[[QDialog], None]) -> QTimer:
    """Do something with the next dialog of this kind, once it is there."""
    timer = QTimer(desk.window)
    timer.setInterval(5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return timer


def _paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    waiting = _when_open(desk, PasteDialog, lambda dialog: press("Return", dialog))
    press("Ctrl+Shift+V", desk.window)
    return_to(desk.window)
    assert not waiting.isActive()
    desk.wait(lambda: isinstance(desk.bench.case.state, Examined))


def test_the_cause_is_named_and_proved(desk: Desk) -> None:
    """Paste, read the cause, see the same refusal, and leave with a proof that holds no key."""
    _paste(desk, _curl(f"{_sorted()}&key={DEMO.client_key}"))
    state = desk.bench.case.state
    assert isinstance(state, Examined)
    assert "&key=" in state.diagnoses[0].explanation
    assert desk.value("goods_name") == "港式奶茶"
    proofs: list[str] = []

    def read(dialog: QDialog) -> None:
        proofs.append(find(dialog, QPlainTextEdit, "proof_preview").toPlainText())
        press("Esc", dialog)

    waiting = _when_open(desk, ProofDialog, read)
    press("Ctrl+Shift+P", desk.window)
    return_to(desk.window)
    assert not waiting.isActive()
    assert "&key=" in proofs[0]
    assert DEMO.client_key not in proofs[0]
    press("Ctrl+Z", desk.window)
    assert desk.value("goods_name") == ""


def test_a_right_signature_leads_to_what_else_it_may_be(desk: Desk) -> None:
    """Well signed, still 1108: the case says so and offers next steps instead of a cause."""
    _paste(desk, _curl(f"{_sorted()}{DEMO.client_key}"))
    state = desk.bench.case.state
    assert isinstance(state, Examined)
    assert state.is_right


def test_the_same_mistake_gets_the_same_answer_here(desk: Desk) -> None:
    """Sent wrong on purpose, the simulator refuses it, once, and the history has it."""
    desk.window.case_actions._on_variant("key-parameter")
    answer = desk.wait_for_answer()
    assert answer.reply is not None
    assert answer.reply.respcd == "1108"
    assert answer.request.deliberate is not None
    assert len(desk.simulator.requests) == 1
    desk.wait(lambda: len(desk.bench.history.state.rows) == 1)
