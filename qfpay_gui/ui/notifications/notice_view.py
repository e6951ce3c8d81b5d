"""One notification: what it says, as it came, and how often it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.notifications.documents import document
from qfpay_gui.ui.notifications.retries_page import RetriesPage
from qfpay_gui.ui.notifications.wording import valid_icon
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.notifications.state import Notice


class NoticeView(QWidget):
    """Three pages of the chosen notification."""

    check_pressed = Signal()
    """The chosen notification is wanted in the check."""

    def __init__(self, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._tabs = QTabWidget(self)
        self._meaning = DocumentView("notice_meaning", self.tr("What it says"))
        self._raw = ReadingView("raw", "notice_raw", self.tr("Headers and body as they came"))
        self.retries = RetriesPage(now)
        self._check = QToolButton(self)
        self._build()
        self._check.clicked.connect(self.check_pressed)

    def present(self, notice: Notice | None, time_lapse: float) -> None:
        """Show this one; None where nothing is chosen."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._meaning.show_html(document(notice.check, notice.explained))
        self._tabs.setTabIcon(0, icon(*valid_icon(notice)))
        self._raw.show_text(notice.raw)
        delivery = notice.delivery
        count = len(delivery.attempts) if delivery else 0
        self._tabs.setTabText(2, self.tr("Tries ({count})").format(count=count) if count else self.tr("Tries"))
        self.retries.present(delivery, time_lapse)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._raw.restyle()
        self.retries.restyle()
        if self._notice is not None:
            self._meaning.show_html(document(self._notice.check, self._notice.explained))
            self._tabs.setTabIcon(0, icon(*valid_icon(self._notice)))

    def _build(self) -> None:
        self._tabs.setObjectName("notice_tabs")
        self._tabs.setAccessibleName(self.tr("Pages of the notification"))
        self._tabs.addTab(self._meaning, self.tr("Meaning"))
        self._tabs.addTab(self._raw, self.tr("Raw"))
        self._tabs.addTab(self.retries, self.tr("Tries"))
        words = self.tr("Open in the check, where signature and key can be changed (Enter)")
        describe(self._check, "open_in_check", words, "diagnose")
        self._tabs.setCornerWidget(self._check, Qt.Corner.TopRightCorner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
