"""The notifications panel: what came in here, the check of what a merchant received, and what is sent to one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.notifications.check_page import CheckPage
from qfpay_gui.ui.notifications.received_page import ReceivedPage
from qfpay_gui.ui.notifications.send_page import SendPage
from qfpay_gui.ui.widgets.later import hand_keyboard_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.notifications.notifications_model import NotificationsModel
    from qfpay_gui.models.notifications.state import Notice


class NotificationsPanel(QFrame):
    """Renders a NotificationsModel. ``now`` gives seconds since 1970, for the countdown."""

    use_url = Signal(str)
    """Carries the address to put into notify_url."""
    retry_requested = Signal(int)
    """Carries the id of the simulator's delivery to send at once."""
    time_lapse_chosen = Signal(float)
    """How many seconds of the retry schedule pass in one second from now on."""

    def __init__(
        self, model: NotificationsModel, parent: QWidget | None = None, *, now: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._tabs = QTabWidget(self)
        self._received = ReceivedPage(model, now)
        self._check = CheckPage(model.pasted)
        self._send = SendPage(model.posting, now)
        self._build()
        self._connect()

    def show_check(self) -> None:
        """Bring the check to the front, the cursor in its paste box."""
        self._tabs.setCurrentWidget(self._check)
        self._check.focus_paste()

    def show_send(self) -> None:
        """Bring the page that sends to a receiver to the front."""
        self._tabs.setCurrentWidget(self._send)
        self._send.form.focus_address()

    def subject(self, _focused: QWidget) -> str:
        """How a notification is signed, and what it asks for."""
        return "signing.notification"

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._received.restyle()
        self._check.restyle()
        self._send.restyle()

    def _build(self) -> None:
        self.setObjectName("notifications_panel")
        set_property(self, "role", "card")
        hand_keyboard_on(self, self._tabs)
        self._tabs.setObjectName("notifications_tabs")
        self._tabs.setAccessibleName(self.tr("Notifications"))
        self._tabs.addTab(self._received, self.tr("Received here"))
        self._tabs.addTab(self._check, self.tr("Check a pasted one"))
        self._tabs.addTab(self._send, self.tr("Send to a receiver"))
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.gap_small, theme.gap_large, theme.margin)
        layout.addWidget(self._tabs)

    def _connect(self) -> None:
        received = self._received
        received.check_requested.connect(self._on_check)
        received.send_requested.connect(self._on_send)
        self._check.send_requested.connect(self._on_send_checked)
        received.bar.use_url.connect(self.use_url)
        received.view.retries.retry_pressed.connect(self.retry_requested)
        received.view.retries.lapse_chosen.connect(self._on_lapse)

    def _on_check(self, notice: Notice) -> None:
        self._model.pasted.take_notice(notice)
        self.show_check()

    def _on_send(self, notice: Notice) -> None:
        self._on_send_checked(notice.body, notice.signature)

    def _on_send_checked(self, body: bytes, signature: str) -> None:
        self._model.posting.take_recorded(body, signature)
        self.show_send()

    def _on_lapse(self, factor: float) -> None:
        self._model.set_time_lapse(factor)
        self.time_lapse_chosen.emit(factor)
