"""One answer: the verdict above the pages that apply to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.reply.checks_page import ChecksPage
from qfpay_gui.ui.reply.pages import ALL_PAGES, PAGES, Mark, marks, page_for, pages_of
from qfpay_gui.ui.reply.pay_params_page import PayParamsPage
from qfpay_gui.ui.reply.raw_page import RawPage
from qfpay_gui.ui.reply.records.records_page import RecordsPage
from qfpay_gui.ui.reply.sent_page import SentPage
from qfpay_gui.ui.reply.snippet_page import SnippetPage
from qfpay_gui.ui.reply.verdict_card import VerdictCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.ui.reply.page import Page


class AnswerView(QWidget):
    """Opens the page a person looked at last, unless it has nothing to show for this answer."""

    act_requested = Signal(str, object)
    """Carries the endpoint of a next request and the values its draft begins with, by wire name."""
    export_requested = Signal()
    """A Mini Program that pays the order of this answer is wanted."""
    page_requested = Signal(int)
    """Carries the number of the page of the query's result to ask for."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._wanted = PAGES[0]
        self._offered: tuple[str, ...] = ()
        self._opening = False
        self._verdict = VerdictCard(self)
        self._tabs = QTabWidget(self)
        self._snippet = SnippetPage()
        self._records = RecordsPage()
        self._pages: dict[str, Page] = {
            "pay_params": PayParamsPage(now),
            "snippet": self._snippet,
            "raw": RawPage(),
            "sent": SentPage(),
            "checks": ChecksPage(),
            "records": self._records,
        }
        self._shortcuts = QActionGroup(self)
        self._build()
        self._connect()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._offered[self._tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Show a page by its name, now or as soon as an answer has it; ValueError for any other name."""
        if name not in ALL_PAGES:
            raise ValueError(f"no page is named {name!r}")
        self._wanted = name
        if name in self._offered:
            self._tabs.setCurrentIndex(self._offered.index(name))

    def set_corner(self, widget: QWidget) -> None:
        """Have this stand at the end of the row of tabs."""
        self._tabs.setCornerWidget(widget)

    def copy_snippet(self) -> None:
        """Copy the code for the Mini Program, if there is any."""
        self._snippet.copy()

    def show_answer(self, answer: Answer) -> None:
        """Show this answer."""
        self._answer = answer
        self._verdict.show_answer(answer)
        self._opening = True
        self._offer_pages(pages_of(answer))
        self._render_titles(answer)
        self._tabs.setCurrentIndex(self._offered.index(page_for(answer, self._wanted)))
        self._opening = False
        for page in self._pages.values():
            page.show_answer(answer)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        if self._answer is not None:
            self._render_titles(self._answer)
        for page in self._pages.values():
            page.restyle()

    def _titles(self) -> dict[str, str]:
        return {
            "pay_params": "pay_params",
            "snippet": self.tr("Snippet"),
            "raw": self.tr("Raw reply"),
            "sent": self.tr("Sent"),
            "checks": self.tr("Checks"),
            "records": self.tr("Records"),
        }

    def _build(self) -> None:
        self._tabs.setObjectName("reply_tabs")
        self._tabs.setAccessibleName(self.tr("Pages of the reply"))
        self._tabs.setUsesScrollButtons(True)
        self.setFocusProxy(self._tabs)
        for name in ALL_PAGES:
            self._pages[name].setObjectName(f"page_{name}")
            self._tabs.addTab(self._pages[name], self._titles()[name])
        self._keys = tuple(self._offer_keys(place) for place in range(len(PAGES)))
        self._offer_pages(PAGES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._verdict)
        layout.addWidget(self._tabs, 1)

    def _offer_keys(self, place: int) -> str:
        """Open the page at this place by Alt and its number; returned as this system writes the keys."""
        action = QAction(self._shortcuts)
        action.setData(place)
        action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
        self.addAction(action)
        return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _offer_pages(self, names: tuple[str, ...]) -> None:
        """Show tabs for these pages only; the others keep what they show, out of sight."""
        if names == self._offered:
            return
        self._offered = names
        titles = self._titles()
        while self._tabs.count():
            self._tabs.removeTab(0)
        for name, keys in zip(names, self._keys, strict=False):
            place = self._tabs.addTab(self._pages[name], titles[name])
            self._tabs.setTabToolTip(place, keys)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_page)
        self._shortcuts.triggered.connect(self._on_shortcut)
        self._verdict.act_requested.connect(self.act_requested)
        self._records.act_requested.connect(self.act_requested)
        self._records.page_requested.connect(self.page_requested)
        self._snippet.export_requested.connect(self.export_requested)

    def _render_titles(self, answer: Answer) -> None:
        marked = marks(answer)
        titles = self._titles()
        for place, name in enumerate(self._offered):
            mark = marked.get(name)
            self._tabs.setTabText(place, _counted(titles[name], mark))
            self._tabs.setTabIcon(place, QIcon() if mark is None else _picture(mark))

    def _on_page(self, _index: int) -> None:
        if not self._opening:
            self._wanted = self.page

    def _on_shortcut(self, action: QAction) -> None:
        place = int(action.data())
        if place < len(self._offered):
            self.show_page(self._offered[place])


def _counted(title: str, mark: Mark | None) -> str:
    return f"{title} ({mark.count})" if mark is not None and mark.count else title


def _picture(mark: Mark) -> QIcon:
    tone = mark.severity.name.lower()
    return icon(tone, f"{tone}_fg")
