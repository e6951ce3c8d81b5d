"""Sends a notification to a merchant's receiver, right or wrong on purpose, and shows what the receiver did."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.models.saving import as_it_leaves, save_file
from qfpay_gui.qfpay.notifications.address import host
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.receiver_report import to_html, to_json, to_markdown
from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.notifications.posting_document import document
from qfpay_gui.ui.notifications.send_form import SendForm
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.questions import ask
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter
from qfpay_gui.ui.words.measures import local_now, time_left
from qfpay_gui.ui.words.translate import translated, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from qfpay_gui.models.notifications.posting_model import PostingModel
    from qfpay_gui.models.notifications.posting_state import PostingState

_TICK_MS = 250
_WRITERS = {".html": to_html, ".md": to_markdown, ".json": to_json}
_ASKED = text("Receiver", "Post it to {host}?")
_EXPLAINED = text(
    "Receiver",
    "This is not on this machine. Whoever runs it may credit the order that is named: take one made for a test. "
    "Wrong ones are posted on purpose, too, where a series is chosen.",
)
_AGREE = text("Receiver", "Post it")


class SendPage(QWidget):
    """Renders the PostingState. ``now`` gives seconds since 1970, for the countdown."""

    def __init__(self, model: PostingModel, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._now = model, now
        self.form = SendForm(model)
        self._facts = ElidedLabel(self)
        self._now_button = QToolButton(self)
        self._copy = QToolButton(self)
        self._save = QToolButton(self)
        self._view = DocumentView("receiver_result", self.tr("What the receiver did"))
        self._splitter = TurningSplitter("send_splitter", (44, 56), (50, 50))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._build()
        self._connect()
        self._render(model.state)

    def restyle(self) -> None:
        """Draw in the colours and fonts of the present theme."""
        self.form.restyle()
        self._render(self._model.state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up and tick on."""
        super().showEvent(event)
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def save_to(self, path: str) -> bool:
        """Write the report of the series there, whole or not at all, and say so."""
        report = self._model.state.report
        if report is None:
            return False
        ending = Path(path).suffix.lower()
        path = path if ending in _WRITERS else f"{path}.html"
        written = _WRITERS.get(ending, to_html)(report, translated)
        problem = save_file(path, self._model.masked(written))
        said = self.tr("Not saved: {problem}") if problem else self.tr("Saved: {path}")
        say(self, said.format(problem=problem, path=path))
        return not problem

    def _build(self) -> None:
        self._facts.setObjectName("receiver_facts")
        set_property(self._facts, "role", "muted")
        describe(self._now_button, "post_now", self.tr("Make the next attempt now"), "refresh")
        describe(self._copy, "copy_receiver_report", self.tr("Copy the series as Markdown"), "copy")
        describe(self._save, "save_receiver_report", self.tr("Save the series as HTML, Markdown or JSON …"), "save")
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(current().gap_small, 0, 0, 0)
        column.setSpacing(current().gap_small)
        line = QHBoxLayout()
        line.addWidget(self._facts, 1)
        for button in (self._now_button, self._copy, self._save):
            line.addWidget(button)
        column.addLayout(line)
        column.addWidget(self._view, 1)
        self._splitter.hold(self.form, found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current().gap, 0, 0)
        layout.addWidget(self._splitter)

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._render)
        model.offered.connect(self.form.offer)
        self.form.send_pressed.connect(self._on_send)
        self.form.series_pressed.connect(self._on_series)
        self.form.schedule_pressed.connect(self._on_schedule)
        self._now_button.clicked.connect(self._on_now)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._timer.timeout.connect(self._tick)

    def _render(self, state: PostingState) -> None:
        self.form.present(state)
        self._now_button.setVisible(state.next_at is not None)
        for button in (self._copy, self._save):
            button.setEnabled(state.report is not None)
        self._view.show_html(document(state))
        self._tick()

    def _tick(self) -> None:
        """Say how far it is, or how long it is until the next attempt."""
        state = self._model.state
        if state.next_at is not None:
            left = max(0.0, state.next_at - self._now())
            words = self.tr("Next attempt in {time}").format(time=time_left(left + 0.999))
        elif state.work == "series":
            words = self.tr("Posting … {count} to come").format(count=state.to_come)
        else:
            words = self.tr("Posting …") if state.is_working else self._stopped(state)
        self._facts.show_text(words)

    def _stopped(self, state: PostingState) -> str:
        """That a person ended it, and why there is no report then."""
        if not state.is_stopped:
            return ""
        return self.tr("Stopped: a report needs the whole series.") if state.is_series else self.tr("Stopped.")

    def _agreed(self, post: Callable[[], object]) -> None:
        """Post at once where it stays on this machine; else after a question that names the host."""
        outgoing = self._model.state.outgoing
        if outgoing.is_here:
            post()
            return
        question = Question(_ASKED.fill(host=host(outgoing.address)), _EXPLAINED, _AGREE)
        ask(question, self, partial(self._post_if_same, outgoing, post))

    def _post_if_same(self, agreed_to: object, post: Callable[[], object], *_pressed: object) -> None:
        """What was agreed to is what is posted."""
        if self._model.state.outgoing == agreed_to:
            post()

    def _on_send(self) -> None:
        self._agreed(self._model.send)

    def _on_series(self) -> None:
        self._agreed(self._model.send_series)

    def _on_schedule(self, time_lapse: float) -> None:
        self._agreed(partial(self._model.send_by_schedule, time_lapse))

    def _on_now(self) -> None:
        self._model.send_now()

    def _on_copy(self) -> None:
        report = self._model.state.report
        if report is not None:
            written = self._model.masked(to_markdown(report, translated))
            QGuiApplication.clipboard().setText(whole(as_it_leaves(written)))
            say(self, self.tr("Copied: the series"))

    def _on_save(self) -> None:
        kinds = f"{self.tr('Page (*.html)')};;{self.tr('Markdown (*.md)')};;{self.tr('JSON text (*.json)')}"
        suggested = f"receiver-{local_now():%Y-%m-%d}.html"
        path, chosen = choose_place(self, self.tr("Save the series"), suggested, kinds)
        if path:
            ending = next((one for one in _WRITERS if f"*{one}" in chosen), ".html")
            self.save_to(path if Path(path).suffix.lower() in _WRITERS else f"{path}{ending}")
