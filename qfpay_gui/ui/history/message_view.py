"""What came back, the request, and the request's bytes: each as a whole, to copy and to save."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.models.history.messages import hex_dump, kept_request, reply_text
from qfpay_gui.models.saving import save_file
from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.details_pane import WholeLabel
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from qfpay_gui.services.database.entry import HistoryEntry

_SHOWN = 100_000
_MOST_BYTES = 16_000
"""So many bytes are drawn in hexadecimal, which is six times as much text."""
_REPLY, _REQUEST, _BYTES = range(3)
_UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")


class MessageView(QWidget):
    """Keeps its page from entry to entry; what is copied and saved is whole, whatever is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: HistoryEntry | None = None
        self._tabs = QTabBar(self)
        self._copy, self._save = QToolButton(self), QToolButton(self)
        self._remark = WholeLabel("history_remark", "muted", self)
        self._view = ReadingView("raw", "history_received", self.tr("Came back"), self)
        self._build()
        self._tabs.currentChanged.connect(self._render)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)

    @property
    def page(self) -> int:
        """Which page is open."""
        return self._tabs.currentIndex()

    def open(self, page: int) -> None:
        """Open this page."""
        self._tabs.setCurrentIndex(page)

    def show_entry(self, entry: HistoryEntry | None) -> None:
        """Show the messages of this entry, or nothing."""
        self._entry = entry
        self.setVisible(entry is not None)
        self._render()

    def _build(self) -> None:
        self._tabs.setObjectName("history_messages")
        self._tabs.setAccessibleName(self.tr("Messages"))
        for words in (self.tr("Came back"), self.tr("Request"), self.tr("Bytes")):
            self._tabs.addTab(words)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        describe(self._copy, "history_copy_message", self.tr("Copy all of it"), "copy")
        describe(self._save, "history_save_message", self.tr("Save all of it …"), "save")
        self._view.show_whole()
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        line.addWidget(self._tabs, 1)
        line.addWidget(self._copy)
        line.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addLayout(line)
        layout.addWidget(self._remark)
        layout.addWidget(self._view, 1)

    def _render(self, _page: int = 0) -> None:
        if self._entry is None:
            self._view.show_text("")
            return
        self._view.setAccessibleName(self._tabs.tabText(self.page))
        # Rows of bytes stand below each other.
        wraps = (
            QTextOption.WrapMode.NoWrap if self.page == _BYTES else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        self._view.setWordWrapMode(wraps)
        shown = self._whole(self._entry, _MOST_BYTES)
        self._view.show_text(shown[:_SHOWN])
        self._remark.show_text(" ".join(filter(None, (self._of_masks(self._entry), self._of_length(self._entry)))))

    def _whole(self, entry: HistoryEntry, most: int | None = None) -> str:
        """The page as text; of its bytes no more than ``most``."""
        match self.page:
            case page if page == _REPLY and entry.reply is not None:
                return reply_text(entry.reply)
            case page if page == _REPLY:
                failure = entry.failure
                return f"{failure.layer}: {failure.technical}" if failure else ""
            case page if page == _REQUEST:
                return kept_request(entry).text
            case _:
                return hex_dump(kept_request(entry).wire[:most])

    def _of_masks(self, entry: HistoryEntry) -> str:
        """Where values are masked, other bytes were sent than are shown."""
        if self.page == _REPLY or not entry.request.masked:
            return ""
        names = ", ".join(dict.fromkeys(entry.request.masked))
        return self.tr("Masked: {names}. What was sent had other bytes there, and another length.").format(names=names)

    def _of_length(self, entry: HistoryEntry) -> str:
        if self.page == _REPLY:
            is_cut = entry.reply is not None and entry.reply.shortened
            return self.tr("More came than is kept here.") if is_cut else ""
        length = len(kept_request(entry).wire)
        limit = _MOST_BYTES if self.page == _BYTES else _SHOWN
        return self.tr("The beginning is shown; Copy and Save take all.") if length > limit else ""

    def _on_copy(self) -> None:
        if self._entry is not None and (copied := self._whole(self._entry)):
            QGuiApplication.clipboard().setText(whole(copied))
            words = self.tr("Copied: {what}, {count} characters")
            say(self, words.format(what=self._tabs.tabText(self.page), count=f"{len(copied):,}"))

    def _on_save(self) -> None:
        if self._entry is None:
            return
        number = _UNSAFE.sub("_", self._entry.request.value("out_trade_no"))[:64] or f"{self._entry.id}"
        ending = ("reply.txt", "request.txt", "request.bin")[self.page]
        path, _kind = choose_place(self, self.tr("Save the message"), f"{number}-{ending}")
        if path:
            self.save_to(path)

    def save_to(self, path: str) -> None:
        """Write the page there, whole or not at all, and say so; of the bytes, these themselves."""
        if self._entry is None:
            return
        raw = self.page == _BYTES
        saved = kept_request(self._entry).wire if raw else self._whole(self._entry)
        problem = save_file(path, saved)
        words = self.tr("Not saved: {problem}") if problem else self.tr("Saved: {path}")
        say(self, words.format(problem=problem, path=path))
