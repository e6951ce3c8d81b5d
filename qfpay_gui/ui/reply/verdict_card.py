"""The answer in words: what happened, whose turn it is, what to do next, and the buttons that do it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from qfpay_gui.models.polling.target import PollTarget, to_query
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.progress import OPENID_MISMATCH
from qfpay_gui.qfpay.reply.acts import FIELD, acts
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.secrets.exchange import mask_of
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.reply.acts_row import ActsRow
from qfpay_gui.ui.reply.checks import SEVERITIES, ticket
from qfpay_gui.ui.widgets.buttons import carry_out, describe
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, about, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.measures import duration, size
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.ui.reply.since import Since

_LONG_WORD = re.compile(r"[!-~]{24}(?=[!-~])")


class VerdictCard(QFrame):
    """The verdict, one line of small facts, one of next steps; the severity as a stroke and an icon."""

    act_requested = Signal(str, object)
    """Carries "query" and the values its draft begins with, by wire name."""
    sequence_wanted = Signal()
    refund_wanted = Signal()
    """The order that was paid is to be refunded."""
    field_wanted = Signal(str)
    """Carries the parameter, "client_key" or "environment" to look at."""
    checks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._icon = PlainLabel(self)
        self._headline = PlainLabel(self)
        self._next = ClaimLabel(self)
        self._environment = PlainLabel(self)
        self._codes = PlainLabel(self)
        self._measured = ElidedLabel(self)
        self._copy = QToolButton(self)
        self._sequence = QToolButton(self)
        self._query = QPushButton(self.tr("Query"), self)
        self._refund = QPushButton(self.tr("Refund …"), self)
        self._set_up = QPushButton(self.tr("Set-up"), self)
        self._acts = ActsRow(self)
        self._target: PollTarget | None = None
        self.facts, self.steps = QHBoxLayout(), QHBoxLayout()
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self._query.clicked.connect(self._on_query)
        self._refund.clicked.connect(self.refund_wanted)
        self._sequence.clicked.connect(self.sequence_wanted)
        self._set_up.clicked.connect(self._on_set_up)
        self._acts.requested.connect(self._on_act)

    def show_answer(self, answer: Answer, since: Since | None = None) -> None:
        """Say what became of this request, and what has happened ``since`` that makes it old news."""
        self._answer = answer
        said = since or answer.verdict
        tone = said.severity.name.lower()
        set_property(self, "severity", tone)
        set_icon(self._icon, tone, f"{tone}_fg", 20)
        self._icon.setAccessibleName(translated(SEVERITIES[said.severity]))
        turn, following = translated(said.turn), translated(said.next_step)
        self._headline.setText(_breakable(translated(said.headline)))
        gap = "" if turn.endswith("。") else " "
        origin = about(said.headline, said.turn, said.next_step)
        self._next.setText(f"<b>{escape(turn)}</b>{gap}{escape(_breakable(following))} {mark(origin, brief=True)}")
        self._headline.setAccessibleName(translated(said.headline))
        self._next.setAccessibleName(" ".join(filter(None, (turn, following, spoken(origin)))))
        self._show_facts(answer)
        self._target = to_query(answer)
        self._query.setVisible(self._target is not None)
        self._refund.setVisible(since is not None and since.holds_money)
        offered = acts(answer.request.endpoint, said.next_step)
        # What has a button of its own already is offered once, and a field only where it may be what is wrong.
        left_out = ("refund",) if since is not None and since.holds_money else ()
        left_out = (*left_out, FIELD) if said.severity <= Severity.NOTE else left_out
        self._acts.present(tuple(one for one in offered if not one.startswith(left_out)))
        self._set_up.setVisible(answer.reply is not None and OPENID_MISMATCH in answer.reply.words)

    def _show_facts(self, answer: Answer) -> None:
        environment = answer.request.environment
        self._environment.setText(translated(environment.name))
        set_property(self._environment, "kind", environment.kind.value)
        # Of the simulator, the headline says so itself.
        self._environment.setVisible(environment.kind is not EnvironmentKind.SIMULATOR)
        self._codes.setText(translated(answer.verdict.codes))
        self._measured.show_text(_measured(answer))

    def _build(self) -> None:
        for label, name in ((self._headline, "verdict_headline"), (self._next, "verdict_next")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._environment.setObjectName("answered_by")
        self._codes.setObjectName("reply_codes")
        self._measured.setObjectName("reply_measured")
        set_property(self._headline, "role", "heading")
        set_property(self._environment, "role", "badge")
        set_property(self._codes, "role", "value")
        set_property(self._measured, "role", "muted")
        words = self.tr("Copy the verdict with its technical lines, for a support ticket")
        describe(self._copy, "copy_verdict", words, "copy")
        describe(self._sequence, "show_sequence", self.tr("Show the sequence of this order"), "sequence")
        describe(self._query, "query_it", self.tr("Query this order, once"), "search")
        describe(self._refund, "refund_it", self.tr("Fill in the refund of this order"), "refund")
        describe(self._set_up, "open_set_up", self.tr("Look into the set-up of this merchant"), "list")
        for step in (self._query, self._refund, self._set_up):
            step.hide()
        set_property(self, "role", "line")
        self._lay_out()

    def _lay_out(self) -> None:
        self.facts.setSpacing(current().gap_small)
        self.facts.addWidget(self._environment)
        self.facts.addWidget(self._codes)
        self.facts.addWidget(self._measured, 1)
        self.facts.addWidget(self._copy)
        self.facts.addWidget(self._sequence)
        self.steps.setSpacing(current().gap_small)
        for step in (self._query, self._refund, self._set_up):
            self.steps.addWidget(step)
        self.steps.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(current().gap, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._headline, 0, 1)
        layout.addWidget(self._next, 1, 1)
        layout.addLayout(self.facts, 2, 1)
        layout.addWidget(self._acts, 3, 1)
        layout.addLayout(self.steps, 4, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _on_copy(self) -> None:
        if self._answer is not None:
            mask = mask_of(self._answer.request)
            lines = [translated(mask.sentence(line)) for line in ticket(self._answer)]
            QGuiApplication.clipboard().setText("\n".join(lines))
            say(self, self.tr("Copied: the verdict with its technical lines"))

    def _on_act(self, act: str) -> None:
        match act:
            case "credentials":
                self.field_wanted.emit("client_key")
            case "environment":
                self.field_wanted.emit("environment")
            case "signature":
                carry_out(self, "show_signature")
            case "ca_file":
                carry_out(self, "ca_file")
            case "refund":
                self.refund_wanted.emit()
            case "close":
                carry_out(self, "latest_close")
            case "checks":
                self.checks_wanted.emit()
            case "ask":
                self._on_copy()
            case _:
                self.field_wanted.emit(act.removeprefix(FIELD))

    def _on_set_up(self) -> None:
        carry_out(self, "set_up")

    def _on_query(self) -> None:
        if self._target is not None:
            self.act_requested.emit("query", {self._target.name: self._target.value})


def _breakable(sentence: str) -> str:
    """Lets long words, such as an order's number, break anywhere on screen."""
    return _LONG_WORD.sub("\\g<0>\u200b", sentence)


def _measured(answer: Answer) -> str:
    """How long it took, and how much came back."""
    took = duration(answer.exchange.timings.total)
    outcome = answer.exchange.outcome
    return f"{took} · {size(len(outcome.body))}" if isinstance(outcome, HttpReply) else took
