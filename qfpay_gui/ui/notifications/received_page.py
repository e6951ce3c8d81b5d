"""What came in here: the listener, the list, and the chosen notification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.notifications.listener_bar import ListenerBar
from qfpay_gui.ui.notifications.notice_view import NoticeView
from qfpay_gui.ui.notifications.notices_table import NoticesTable
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.notifications.notifications_model import NotificationsModel
    from qfpay_gui.models.notifications.state import NotificationsState


class ReceivedPage(QWidget):
    """Renders the NotificationsState."""

    check_requested = Signal(object)
    """Carries the Notice to open in the check."""
    send_requested = Signal(object)
    """Carries the Notice to send to a receiver."""

    def __init__(self, model: NotificationsModel, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.bar = ListenerBar(self)
        self.table = NoticesTable()
        self.view = NoticeView(now)
        self._splitter = TurningSplitter("notices_splitter", (60, 40), (40, 60))
        self._pages = QStackedWidget(self)
        self._empty = EmptyPage("notices_empty", parent=self)
        self._build()
        self._connect()
        self._render(model.state)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.table.restyle()
        self.view.restyle()

    def _build(self) -> None:
        self._splitter.hold(self.table, self.view)
        self.bar.add_tool(TakeButton(self.table, "notices", self.bar))
        self._pages.addWidget(self._splitter)
        nothing = self.tr(
            "Nothing came in yet.\nPut this address into notify_url, send a payment to the simulator and pay it: "
            "its notification appears here, checked and explained. Nothing of it is kept."
        )
        self._empty.present("bell", nothing)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current().gap, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._render)
        self.bar.mode_chosen.connect(model.choose_mode)
        self.bar.listen_pressed.connect(self._on_listen)
        self.bar.stop_pressed.connect(model.stop)
        self.bar.clear_pressed.connect(model.clear)
        self.table.chosen.connect(self._on_chosen)
        self.table.check.triggered.connect(self._on_check)
        self.table.send.triggered.connect(self._on_send)
        self.view.check_pressed.connect(self._on_check)

    def _render(self, state: NotificationsState) -> None:
        self.bar.present(state)
        self._pages.setCurrentIndex(int(not state.notices))
        self.table.present(state.notices)

    def _on_listen(self) -> None:
        self._model.start()

    def _on_chosen(self) -> None:
        self.view.present(self.table.notice, self._model.state.time_lapse)

    def _on_check(self) -> None:
        if self.table.notice is not None:
            self.check_requested.emit(self.table.notice)

    def _on_send(self) -> None:
        if self.table.notice is not None:
            self.send_requested.emit(self.table.notice)
