"""One answer: its verdict, what came for the Mini Program, and the pages that prove it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.reply.checks_page import ChecksPage
from qfpay_gui.ui.reply.pages import ALL_PAGES, PAGES, Mark, marks, page_for, pages_of
from qfpay_gui.ui.reply.pay_params_page import PayParamsPage
from qfpay_gui.ui.reply.raw_page import RawPage
from qfpay_gui.ui.reply.records.records_page import RecordsPage
from qfpay_gui.ui.reply.sent_page import SentPage
from qfpay_gui.ui.reply.since import since
from qfpay_gui.ui.reply.snippet_page import SnippetPage
from qfpay_gui.ui.reply.verdict_card import VerdictCard
from qfpay_gui.ui.widgets.later import hand_keyboard_on, read_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.ui.reply.page import Page


_WIDE, _HIGH = 700, 360
_LEFT, _RIGHT = 48, 52


class AnswerView(QWidget):
    """Opens the page a person looked at last, unless it has nothing to show for this answer.

    Where there is room, pay_params stand below the verdict and the other pages beside both: what goes into the Mini
    Program is seen as a whole. Where there is not, pay_params are the first of the pages.
    """

    act_requested = Signal(str, object)
    """Carries the endpoint of a next request and the values its draft begins with, by wire name."""
    export_requested = Signal()
    """A Mini Program that pays the order of this answer is wanted."""
    page_requested = Signal(int)
    """Carries the number of the page of the query's result to ask for."""
    sequence_wanted = Signal()
    refund_wanted = Signal()
    field_wanted = Signal(str)
    """Carries the parameter, "client_key" or "environment" to look at."""
    awaited = Signal(bool)
    """Whether there is still something to wait for, by what was heard of the order since."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._wanted = PAGES[0]
        self._offered: tuple[str, ...] = ()
        self._opening = False
        self._is_wide = False
        self._feet: tuple[QWidget, ...] = ()
        self._orders: tuple[Order, ...] = ()
        self._left = QWidget(self)
        self._verdict = VerdictCard(self._left)
        self._tabs = QTabWidget(self)
        self._column, self._foot = QVBoxLayout(self._left), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._pay_params = PayParamsPage(now)
        self._snippet = SnippetPage()
        self._records = RecordsPage()
        self._pages: dict[str, Page] = {
            "pay_params": self._pay_params,
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
        """The name of the page that is shown; of two, the one that was asked for."""
        if self._is_wide and self._wanted == PAGES[0]:
            return self._wanted
        return self._offered[self._tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Show a page by its name, now or as soon as an answer has it; ValueError for any other name."""
        if name not in ALL_PAGES:
            raise ValueError(f"no page is named {name!r}")
        self._wanted = name
        if name in self._offered:
            self._tabs.setCurrentIndex(self._offered.index(name))

    def add_fact(self, widget: QWidget) -> None:
        """Have this stand at the end of the line of small facts."""
        self._verdict.facts.addWidget(widget)

    def add_step(self, widget: QWidget) -> None:
        """Have this stand behind the next steps."""
        steps = self._verdict.steps
        steps.insertWidget(steps.count() - 1, widget, 100)

    def add_foot(self, widget: QWidget) -> None:
        """Have this stand below the verdict, and below pay_params where they stand there."""
        self._foot.addWidget(widget)
        self._feet = (widget,)
        self._read_in_order()

    def follow(self, orders: Iterable[Order]) -> None:
        """Let what these orders (the newest first) have come to overtake the verdict."""
        self._orders = tuple(orders)
        if self._answer is not None:
            self._show_verdict(self._answer)

    def copy_snippet(self) -> None:
        """Copy the code for the Mini Program, if there is any."""
        self._snippet.copy()

    def show_answer(self, answer: Answer) -> None:
        """Show this answer."""
        self._answer = answer
        self._show_verdict(answer)
        self._arrange()
        for page in self._pages.values():
            page.show_answer(answer)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

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
        # Its bar of tabs alone is a stop of the tab key, or Qt would go back to it from wherever the widget was made.
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.setFocusProxy(None)  # type: ignore[arg-type]  # none is None
        hand_keyboard_on(self, self._tabs.tabBar())
        for part in (self._left, self._tabs):
            # Their shares of the width are the same for every answer.
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for name in ALL_PAGES:
            self._pages[name].setObjectName(f"page_{name}")
            self._tabs.addTab(self._pages[name], self._titles()[name])
        self._tabs.setCornerWidget(self._snippet.tools)
        self._keys = tuple(self._offer_keys(place) for place in range(len(PAGES)))
        self._offer_pages(PAGES)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().gap_small)
        self._column.addWidget(self._verdict)
        self._column.addLayout(self._foot)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(current().gap)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._tabs, 1)

    def _arrange(self) -> None:
        """Put the pages where they belong for this answer in this room, and open the one that is wanted."""
        answer = self._answer
        if answer is None:
            return
        wide = bool(answer.members) and self.width() >= px(_WIDE) and self.height() >= px(_HIGH)
        self._opening = True
        if wide != self._is_wide:
            self._turn(wide=wide)
        offered = pages_of(answer)
        self._offer_pages(tuple(name for name in offered if not (wide and name == PAGES[0])))
        self._render_titles(answer)
        page = page_for(answer, self._wanted)
        self._tabs.setCurrentIndex(self._offered.index(page) if page in self._offered else 0)
        self._opening = False
        self._render_tools()

    def _turn(self, *, wide: bool) -> None:
        """Lay verdict and pages beside each other, or one above the other."""
        self._is_wide = wide
        first = self._pages[PAGES[0]]
        self._offer_pages(())
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setStretch(0, _LEFT if wide else 0)
        self._columns.setStretch(1, _RIGHT if wide else 1)
        if wide:
            self._column.insertWidget(1, first, 1)
            first.show()
        else:
            self._column.removeWidget(first)
        self._read_in_order()

    def _read_in_order(self) -> None:
        """The left column down, then the pages; where pay_params are a page, they are read with these."""
        first, *others = (self._pages[name] for name in ALL_PAGES)
        beside, within = ((first,), others) if self._is_wide else ((), [first, *others])
        read_in_order(self, self._verdict, *beside, *self._feet, self._tabs.tabBar(), self._snippet.tools, *within)

    def _show_verdict(self, answer: Answer) -> None:
        overtaken = since(answer, self._orders)
        self._verdict.show_answer(answer, overtaken)
        is_awaited = overtaken is None or not overtaken.is_settled
        self._pay_params.await_payment(is_awaited)
        self.awaited.emit(is_awaited)

    def _offer_keys(self, place: int) -> str:
        """Open the page at this place by Alt and its number; returned as this system writes the keys."""
        action = QAction(self.tr("Page {number} of the reply").format(number=place + 1), self._shortcuts)
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
        keys = dict(zip(pages_of(self._answer) if self._answer else PAGES, self._keys, strict=False))
        for name in names:
            place = self._tabs.addTab(self._pages[name], titles[name])
            self._tabs.setTabToolTip(place, keys[name])

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_page)
        self._shortcuts.triggered.connect(self._on_shortcut)
        self._verdict.act_requested.connect(self.act_requested)
        self._verdict.sequence_wanted.connect(self.sequence_wanted)
        self._verdict.refund_wanted.connect(self.refund_wanted)
        self._verdict.field_wanted.connect(self.field_wanted)
        self._verdict.checks_wanted.connect(partial(self.show_page, "checks"))
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

    def _render_tools(self) -> None:
        """Offer what can be done with the code where it is in front."""
        self._snippet.tools.setVisible(self._tabs.currentWidget() is self._snippet)

    def _on_page(self, index: int) -> None:
        if not self._opening:
            self._wanted = self._offered[index]
            self._render_tools()

    def _on_shortcut(self, action: QAction) -> None:
        place = int(action.data())
        offered = pages_of(self._answer) if self._answer is not None else PAGES
        if place < len(offered):
            self.show_page(offered[place])


def _counted(title: str, mark: Mark | None) -> str:
    return f"{title} ({mark.count})" if mark is not None and mark.count else title


def _picture(mark: Mark) -> QIcon:
    tone = mark.severity.name.lower()
    return icon(tone, f"{tone}_fg")
