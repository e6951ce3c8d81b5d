"""The answer in words: what happened, whose turn it is, what to do next."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.models.polling.target import PollTarget, to_query
from qfpay_gui.qfpay.onboarding.progress import OPENID_MISMATCH
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.reply.checks import SEVERITIES, ticket
from qfpay_gui.ui.widgets.buttons import carry_out, describe
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.measures import duration, size
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer

_LONG_WORD = re.compile(r"[!-~]{24}(?=[!-~])")


class VerdictCard(QFrame):
    """The verdict at the left, the small facts at the right, the severity as a stroke and an icon."""

    act_requested = Signal(str, object)
    """Carries "query" and the values its draft begins with, by wire name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._icon = QLabel(self)
        self._headline = QLabel(self)
        self._next = ClaimLabel(self)
        self._environment = QLabel(self)
        self._codes = QLabel(self)
        self._measured = QLabel(self)
        self._copy = QToolButton(self)
        self._query = QToolButton(self)
        self._set_up = QToolButton(self)
        self._target: PollTarget | None = None
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self._query.clicked.connect(self._on_query)
        self._set_up.clicked.connect(self._on_set_up)

    def show_answer(self, answer: Answer) -> None:
        """Say what became of this request."""
        self._answer = answer
        said = answer.verdict
        tone = said.severity.name.lower()
        set_property(self, "severity", tone)
        set_icon(self._icon, tone, f"{tone}_fg", 20)
        self._icon.setAccessibleName(translated(SEVERITIES[said.severity]))
        turn, following = translated(said.turn), translated(said.next_step)
        self._headline.setText(_breakable(translated(said.headline)))
        gap = "" if turn.endswith("。") else " "
        origin = mark(f"respcd.{answer.reply.respcd}") if answer.reply is not None else ""
        self._next.setText(f"<b>{escape(turn)}</b>{gap}{escape(_breakable(following))} {origin}")
        self._headline.setAccessibleName(translated(said.headline))
        self._next.setAccessibleName(f"{turn} {following}")
        environment = answer.request.environment
        self._environment.setText(translated(environment.name))
        set_property(self._environment, "kind", environment.kind.value)
        self._codes.setText(translated(said.codes))
        self._measured.setText(_measured(answer))
        self._target = to_query(answer)
        self._query.setVisible(self._target is not None)
        self._set_up.setVisible(answer.reply is not None and OPENID_MISMATCH in answer.reply.words)

    def _build(self) -> None:
        for label, name in ((self._headline, "verdict_headline"), (self._next, "verdict_next")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._environment.setObjectName("answered_by")
        self._codes.setObjectName("reply_codes")
        self._measured.setObjectName("reply_measured")
        set_property(self._headline, "role", "heading")
        set_property(self._environment, "role", "badge")
        set_property(self._codes, "role", "value")
        set_property(self._measured, "role", "muted")
        words = self.tr("Copy the verdict with its technical lines, for a support ticket")
        describe(self._copy, "copy_verdict", words, "copy")
        describe(self._query, "query_it", self.tr("Query this order, once"), "search")
        describe(self._set_up, "open_set_up", self.tr("Look into the set-up of this merchant"), "list")
        self._query.hide()
        self._set_up.hide()
        set_property(self, "role", "line")
        layout = QGridLayout(self)
        layout.setContentsMargins(current().margin, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._headline, 0, 1)
        layout.addWidget(self._next, 1, 1)
        layout.addLayout(self._facts(), 0, 2, 2, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _facts(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(current().gap_small)
        first.addStretch(1)
        first.addWidget(self._environment)
        first.addWidget(self._copy)
        last = QHBoxLayout()
        last.setSpacing(current().gap_small)
        last.addStretch(1)
        last.addWidget(self._set_up)
        last.addWidget(self._query)
        last.addWidget(self._measured)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addLayout(first)
        facts.addWidget(self._codes, 0, Qt.AlignmentFlag.AlignRight)
        facts.addLayout(last)
        facts.addStretch(1)
        return facts

    def _on_copy(self) -> None:
        if self._answer is not None:
            QGuiApplication.clipboard().setText("\n".join(translated(line) for line in ticket(self._answer)))
            say(self, self.tr("Copied: the verdict with its technical lines"))

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
