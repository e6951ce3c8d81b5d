"""The reply panel: renders the state of sending, from the invitation to the answer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.models.sending.send_model import Answered, Broken, Idle, Sending, SendState
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.reply.waiting_pages import BrokenPage, IdlePage, SendingPage
from qfpay_gui.ui.words.measures import local_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.replies_model import RepliesModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.ui.reply.answer_view import AnswerView

PATIENCE = 500
"""Milliseconds before waiting is shown at all, so that a quick reply does not make the panel flash."""


class ReplyPanel(QFrame):
    """Shows one of four states. ``now`` gives the present moment with the zone in which times are told."""

    act_requested = Signal(str, object)
    """Carries the endpoint of a next request, and the values its draft begins with: a dict by wire name."""
    export_requested = Signal()
    """A Mini Program that pays the order of the present answer is wanted."""
    page_requested = Signal(int)
    """Carries the number of the page of the query's result to ask for, from 1."""
    sequence_wanted = Signal()
    awaited = Signal(bool)
    """Whether there is still something to wait for, by what was heard of the present answer's order since."""
    refund_wanted = Signal()
    """The order of the present answer, which was paid, is to be refunded."""
    field_wanted = Signal(str)
    """Carries the parameter, "client_key" or "environment" to look at."""

    def __init__(
        self, model: RepliesModel, parent: QWidget | None = None, *, now: Callable[[], datetime] = local_now
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._awaited: PreparedRequest | None = None
        self._shown: Answer | None = None
        self._idle = IdlePage()
        self._now = now
        self._stack = QStackedWidget(self)
        self._patience = QTimer(self)
        self._build()
        self._connect()
        self._render(model.state)

    @cached_property
    def _view(self) -> AnswerView:
        """Made for the first answer: it takes as long as the rest of the window's right side."""
        from qfpay_gui.ui.reply.answer_view import AnswerView  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.reply.replies_bar import RepliesBar  # noqa: PLC0415

        view = AnswerView(self._now)
        view.add_fact(RepliesBar(self._model, view))
        view.sequence_wanted.connect(self.sequence_wanted)
        view.refund_wanted.connect(self.refund_wanted)
        view.field_wanted.connect(self.field_wanted)
        view.awaited.connect(self.awaited)
        view.act_requested.connect(self.act_requested)
        view.page_requested.connect(self.page_requested)
        view.export_requested.connect(self.export_requested)
        self._stack.addWidget(view)
        return view

    @cached_property
    def _sending(self) -> SendingPage:
        page = SendingPage()
        self._stack.addWidget(page)
        return page

    @cached_property
    def _broken(self) -> BrokenPage:
        page = BrokenPage()
        self._stack.addWidget(page)
        return page

    def complete(self) -> None:
        """Make what the first request and its answer are shown in, before they are."""
        _ = self._sending, self._view

    def add_step(self, widget: QWidget) -> None:
        """Have this stand behind the next steps of an answer."""
        self._view.add_step(widget)

    def add_foot(self, widget: QWidget) -> None:
        """Have this stand below an answer's verdict and what belongs to it."""
        self._view.add_foot(widget)

    def follow(self, orders: object) -> None:
        """Let what these orders, a tuple of Order, have come to overtake what was answered."""
        self._view.follow(orders)  # type: ignore[arg-type]  # a signal carries objects

    @property
    def page(self) -> str:
        """The name of the answer's page that is open."""
        return self._view.page

    def show_page(self, name: str) -> None:
        """Open a page of the answer: "pay_params", "snippet", "records", "raw", "sent" or "checks"; else ValueError."""
        self._view.show_page(name)

    def copy_snippet(self) -> None:
        """Copy the code for the Mini Program, if the present answer has any."""
        if isinstance(self._model.state, Answered):
            self._view.copy_snippet()

    def subject(self, _focused: QWidget) -> str:
        """The return code of the present answer."""
        state = self._model.state
        reply = state.answer.reply if isinstance(state, Answered) else None
        return f"respcd.{reply.respcd}" if reply is not None else ""

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        if "_view" in vars(self):
            self._view.restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard on to the answer, where there is one."""
        super().focusInEvent(event)
        if isinstance(self._model.state, Answered):
            self._view.setFocus(event.reason())

    def _build(self) -> None:
        self.setObjectName("reply_panel")
        self.setAccessibleName(self.tr("Reply"))
        set_property(self, "role", "card")
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._stack.addWidget(self._idle)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._patience.timeout.connect(self._show_sending)

    def _render(self, state: SendState) -> None:
        if not isinstance(state, Sending):
            self._patience.stop()
            self._awaited = None
        match state:
            case Idle():
                self._stack.setCurrentWidget(self._idle)
            case Sending():
                self._render_sending(state)
            case Answered(answer):
                self._show_answer(answer)
                self._stack.setCurrentWidget(self._view)
            case Broken():
                self._broken.show_state(state)
                self._stack.setCurrentWidget(self._broken)
            case other:
                assert_never(other)

    def _show_answer(self, answer: Answer) -> None:
        """What is looked at stays as it is, with its cursor and marks, while others come in."""
        if answer is not self._shown or self._stack.currentWidget() is not self._view:
            self._shown = answer
            self._view.show_answer(answer)

    def _render_sending(self, state: Sending) -> None:
        # What is sent by itself is told where it was begun, below the answer it was begun at.
        stays = state.by_itself and self._shown is not None and self._stack.currentWidget() is self._view
        if state.request is not self._awaited:
            self._awaited = state.request
            self._sending.begin()
            if not stays:
                self._patience.start()
        self._sending.show_state(state)
        if state.cancelling and not stays:
            self._show_sending()

    def _show_sending(self) -> None:
        self._patience.stop()
        self._stack.setCurrentWidget(self._sending)
