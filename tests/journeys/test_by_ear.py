"""What happens out of sight is told to a screen reader."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from qfpay_gui.diagnosis import read_request
from qfpay_gui.models.sheet.state import SheetOpen
from qfpay_gui.services.simulator import DEMO
from tests.ui.person import escape, press

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleEvent

    from tests.ui.desk import Desk


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say: Qt hands it on to one only where one runs."""
    said: list[str] = []
    handed_on = QAccessible.updateAccessibility

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        handed_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_a_finding_is_told_to_whoever_types_it(desk: Desk, heard: list[str]) -> None:
    """Once, and not that all is well again."""
    desk.person.type("txamt", "1.15")
    assert heard[-1] == "Looks like major units: is 115 meant?"
    count = len(heard)
    desk.person.type("txamt", "115")
    assert len(heard) == count


def test_a_finding_elsewhere_is_not_told(desk: Desk, heard: list[str]) -> None:
    """The field in use is what counts."""
    desk.person.go_to("txamt")
    desk.bench.draft.type_value("txdtm", "yesterday")
    assert heard == []


def test_verdict_payment_and_notification_are_told(desk: Desk, heard: list[str]) -> None:
    """Each when it happens, wherever the keyboard is."""
    press("Ctrl+Return", desk.person.go_to("txamt"))
    desk.wait_for_answer()
    assert any("Order created" in words for words in heard), heard
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetOpen))
    desk.person.click("pay_sheet_pay")
    desk.wait(lambda: any("A notification came in" in words for words in heard))
    assert any("Paid" in words and "HK$3.00" in words for words in heard), heard


def test_a_refusal_is_told(desk: Desk, heard: list[str]) -> None:
    """Production takes no request with a known fault, and says so."""
    desk.bench.choose_environment("production-hk")
    desk.person.will(escape)
    desk.window.send()
    assert any("Not sent" in words for words in heard)


def test_a_cause_is_told(desk: Desk, heard: list[str]) -> None:
    """As soon as the doctor has named it."""
    values = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": "M1"}
    string = "&".join(f"{name}={values[name]}" for name in sorted(values))
    signature = hashlib.md5(f"{string}&key={DEMO.client_key}".encode(), usedforsecurity=False).hexdigest()
    desk.bench.take_case(read_request(f"POST /trade/v1/payment\nX-QF-SIGN: {signature}\n\n{urlencode(values)}"))
    desk.window.go.case()
    desk.wait(lambda: any("&key=" in words for words in heard))
    assert sum("&key=" in words for words in heard) == 1
