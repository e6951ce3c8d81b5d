"""One line behind the next steps: a series of queries on offer, under way with its countdown, or ended and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from qfpay_gui.models.polling.state import Off, PollEnded, Polling, PollState, Waiting
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.polling.wording import BEGIN, sentence, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.measures import local_now
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from qfpay_gui.models.polling.poll_model import PollModel
    from qfpay_gui.models.polling.target import PollTarget

TICK = 250
"""Milliseconds between two looks at the clock."""
_TOLD_FROM = 460
"""The width, in pixels, from which on an offer is told and not only its button shown."""


class PollStrip(QFrame):
    """Always one line high; hidden only while there is nothing to wait for and nothing to tell.

    ``may_begin`` is asked before a series begins: it holds what stands before a single query.
    """

    def __init__(
        self,
        model: PollModel,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = local_now,
        may_begin: Callable[[PollTarget], bool] = lambda _target: True,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._may_begin = may_begin
        self._now = now
        self._is_offered = True
        self._icon = PlainLabel(self)
        self._sentence = ElidedLabel(self)
        self._stretch = QWidget(self)
        self._begin = self._button("poll_begin", "refresh")
        self._ask = self._button("poll_now", "search")
        self._stop = self._button("poll_stop", "cancel")
        self._timer = QTimer(self)
        self._build()
        self._connect()
        self._render(model.state)

    @property
    def is_ticking(self) -> bool:
        """Whether it looks at the clock by itself."""
        return self._timer.isActive()

    def offer(self, is_offered: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Offer a series, or not, because the order was settled otherwise; one that runs is told all the same."""
        if is_offered != self._is_offered:
            self._is_offered = is_offered
            self._render(self._model.state)

    def tick(self) -> None:
        """Say how long it is until the next query."""
        self._sentence.show_text(translated(sentence(self._model.state, self._now())))

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._draw(self._model.state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the sentence of an offer to its button where there is little room."""
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up, and tick while there is a countdown."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _button(self, name: str, picture: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        set_icon(button, picture)
        set_property(button, "role", "quiet")
        return button

    def _build(self) -> None:
        theme = current()
        self.setObjectName("poll_strip")
        self.setAccessibleName(self.tr("Queries in a row"))
        self._sentence.setObjectName("poll_sentence")
        self._ask.setText(self.tr("Query now"))
        self._ask.setToolTip(self.tr("Wait no longer; two seconds lie between two queries at least"))
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Send no further queries; what is on its way comes back"))
        self._timer.setInterval(TICK)
        set_property(self, "role", "strip")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.gap_small, 0, theme.gap_small, 0)
        layout.setSpacing(theme.gap_small)
        layout.addWidget(self._begin)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._stretch, 1)
        for button in (self._ask, self._stop):
            layout.addWidget(button)
        self.setFixedHeight(theme.control + 2)

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        self._timer.timeout.connect(self.tick)
        self._begin.clicked.connect(self._on_begin)
        self._ask.clicked.connect(self._on_ask)
        self._stop.clicked.connect(self._on_stop)

    def _on_changed(self, state: PollState) -> None:
        self._render(state)
        words = translated(spoken(state))
        if words:
            announce(self, words)
        if isinstance(state, PollEnded):
            say(self, words)

    def _render(self, state: PollState) -> None:
        target = self._model.target if self._is_offered else None
        is_running = isinstance(state, Waiting | Polling)
        held = any(button.hasFocus() for button in (self._begin, self._ask, self._stop))
        self._begin.setVisible(not is_running and target is not None)
        if target is not None:
            self._begin.setText(translated(BEGIN[target.goal]))
            changes_nothing = self.tr("A query changes nothing. It stops by itself when the state is final")
            self._begin.setToolTip(f"{translated(sentence(Off(), self._now()))}\n{changes_nothing}")
        self._ask.setVisible(is_running)
        self._ask.setEnabled(isinstance(state, Waiting))
        self._stop.setVisible(is_running)
        self.setVisible(target is not None or not isinstance(state, Off))
        self._make_room()
        self._draw(state)
        self.tick()
        self._run_timer()
        if held:
            self._keep_focus(is_running=is_running)

    def _make_room(self) -> None:
        is_told = not isinstance(self._model.state, Off) or self.width() >= px(_TOLD_FROM)
        for widget in (self._icon, self._sentence):
            widget.setVisible(is_told)
        self._stretch.setVisible(not is_told)

    def _keep_focus(self, *, is_running: bool) -> None:
        """A button that was pressed and went hands the keyboard to the one that came in its place."""
        wanted = self._stop if is_running else self._begin
        if wanted.isVisible():
            wanted.setFocus()

    def _draw(self, state: PollState) -> None:
        severity = state.severity if isinstance(state, PollEnded) else None
        alarming = severity is not None and (severity >= Severity.ATTENTION or severity is Severity.OK)
        tone = severity.name.lower() if severity is not None and alarming else ""
        set_property(self, "severity", tone or None)
        if tone:
            set_icon(self._icon, tone, f"{tone}_fg", 16)
        else:
            set_icon(self._icon, "clock", "icon", 16)

    def _run_timer(self) -> None:
        if self.isVisible() and isinstance(self._model.state, Waiting):
            self._timer.start()
        else:
            self._timer.stop()

    def _on_begin(self) -> None:
        target = self._model.target
        if target is not None and self._may_begin(target):
            self._model.begin(target)

    def _on_ask(self) -> None:
        self._model.ask_now()

    def _on_stop(self) -> None:
        self._model.stop()
