"""Refund all orders of today: review, progress, results."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.models.orders.refund_states import Finished, NothingPlanned, Querying, Refunding, Reviewing, StepResult
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.orders.refund_plan import human_sums
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.orders.refund_list import RefundList
from qfpay_gui.ui.widgets.buttons import SinglePressButton
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.models.orders.refund_all import RefundAll
    from qfpay_gui.models.orders.refund_states import RefundState, RefundStep
    from qfpay_gui.qfpay.orders.refund_plan import RefundPlan

_BADGES = {
    EnvironmentKind.SIMULATOR: "simulator",
    EnvironmentKind.SANDBOX: "sandbox",
    EnvironmentKind.LIVE_TESTING: "live",
    EnvironmentKind.PRODUCTION: "production",
}


class RefundAllDialog(QDialog):
    """Renders a RefundAll. Closed while it runs, it stops after the request under way and stays until then."""

    def __init__(self, model: RefundAll, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._scope = PlainLabel(self)
        self._environment = PlainLabel(self)
        self._list = RefundList(self)
        self._empty = PlainLabel(self)
        self._sum = ElidedLabel(self)
        self._progress = QProgressBar(self)
        self._query = QPushButton(self)
        self._start = SinglePressButton(self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        model.review()
        self._render(model.state)

    def reject(self) -> None:
        """Stop what runs; leave where nothing does."""
        if self._model.is_running:
            self._model.cancel()
        else:
            self._model.close()
            super().reject()

    def _build(self) -> None:
        self.setObjectName("refund_all_dialog")
        self.setWindowTitle(self.tr("Refund all of today"))
        self.resize(fitting(self, 760, 480))
        self.setMinimumSize(fitting(self, 520, 320))
        self._scope.setObjectName("refund_scope")
        self._scope.setWordWrap(True)
        self._environment.setObjectName("refund_environment")
        set_property(self._environment, "role", "badge")
        self._empty.setObjectName("refund_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        set_property(self._empty, "role", "label")
        self._sum.setObjectName("refund_sum")
        self._progress.setObjectName("refund_progress")
        self._progress.setAccessibleName(self.tr("Progress"))
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._query.setObjectName("refund_query_first")
        self._start.setObjectName("refund_start")
        self._close.setObjectName("refund_close")
        self._close.setDefault(True)
        self._start.setAutoDefault(False)
        self._query.setAutoDefault(False)
        set_property(self._start, "role", "danger")
        set_icon(self._query, "refresh")
        self._lay_out()

    def _lay_out(self) -> None:
        theme = current()
        head = QHBoxLayout()
        head.setSpacing(theme.gap)
        head.addWidget(self._scope, 1)
        head.addWidget(self._environment, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(self._query)
        line.addStretch(1)
        line.addWidget(self._start)
        line.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._sum)
        layout.addLayout(line)

    def _connect(self) -> None:
        self._list.chosen.connect(self._model.choose)
        self._query.clicked.connect(self._model.query_first)
        self._start.clicked.connect(self._model.start)
        self._close.clicked.connect(self.reject)
        self._model.changed.connect(self._render)

    def _render(self, state: RefundState) -> None:
        match state:
            case NothingPlanned():
                return
            case Reviewing():
                self._render_review(state)
            case Querying():
                self._render_querying(state)
            case Refunding():
                self._render_refunding(state)
            case Finished():
                self._render_finished(state)
            case other:
                assert_never(other)
        is_running = isinstance(state, Querying | Refunding)
        self._query.setVisible(isinstance(state, Reviewing | Querying))
        self._start.setVisible(isinstance(state, Reviewing))
        # A bar that comes and goes would push the list about: its place is kept.
        self._progress.setVisible(is_running)
        self._render_close(state)

    def _render_close(self, state: RefundState) -> None:
        is_stopping = isinstance(state, Querying | Refunding) and state.is_cancelling
        is_running = isinstance(state, Querying | Refunding)
        self._close.setEnabled(not is_stopping)
        self._close.setText(self.tr("Stop after this one") if is_running else self.tr("Close"))

    def _render_scope(self, plan: RefundPlan) -> None:
        environment = plan.where.environment
        day = plan.since.astimezone()
        zone = f"{day:%z}"
        today = self.tr("Today is {day} on this machine’s clock (UTC{hours}:{minutes}).").format(
            day=f"{day:%Y-%m-%d}", hours=zone[:3], minutes=zone[3:5]
        )
        rest = self.tr("Each refund is sent once, one after the other, and never again by itself.")
        self._scope.setText(translated(plan.blocked) if plan.blocked else f"{today} {rest}")
        set_property(self._scope, "severity", "wrong" if plan.blocked else None)
        self._environment.setText(translated(environment.name))
        set_property(self._environment, "kind", _BADGES.get(environment.kind, "custom"))
        self._list.setVisible(bool(plan.rows))
        self._empty.setVisible(not plan.rows)
        self._empty.setText(self.tr("Nothing is left to refund: no order made today holds money, as far as is known."))

    def _render_review(self, state: Reviewing) -> None:
        self._render_scope(state.plan)
        self._list.present_plan(state.plan, state.chosen)
        self._list.setEnabled(state.plan.blocked is None)
        count, sums = len(state.orders), human_sums((order, order.left) for order in state.orders)
        set_property(self._sum, "severity", None)
        self._sum.show_text(self.tr("Chosen: {count} – {sum}").format(count=count, sum=sums) if count else "")
        queryable = len(state.plan.queryable)
        self._query.setText(self.tr("Query the open and unknown ones first ({count})").format(count=queryable))
        self._query.setEnabled(queryable > 0 and state.plan.blocked is None)
        self._start.setText(self.tr("Refund {sum}").format(sum=sums) if count else self.tr("Refund"))
        self._start.setEnabled(count > 0 and state.plan.blocked is None)
        self._show_progress(0, 0)

    def _render_querying(self, state: Querying) -> None:
        self._render_scope(state.plan)
        self._list.setEnabled(False)
        self._query.setEnabled(False)
        self._sum.show_text(self.tr("Queried: {done} of {total}").format(done=state.done, total=state.total))
        self._show_progress(state.done, state.total)

    def _render_refunding(self, state: Refunding) -> None:
        self._render_scope(state.plan)
        self._list.setEnabled(True)
        self._list.present_steps(state.steps)
        ended = sum(step.result not in {StepResult.WAITING, StepResult.UNDER_WAY} for step in state.steps)
        words = self.tr("{summary} {done} of {total} answered.")
        self._sum.show_text(
            words.format(summary=self._summary(state.steps), done=ended, total=len(state.steps)).strip()
        )
        self._show_progress(ended, len(state.steps))

    def _render_finished(self, state: Finished) -> None:
        self._render_scope(state.plan)
        self._list.setEnabled(True)
        self._list.present_steps(state.steps)
        self._sum.show_text(f"{self._summary(state.steps)} {translated(state.stopped)}".strip())
        is_clean = len(state.those(StepResult.DONE)) == len(state.steps)
        set_property(self._sum, "severity", "ok" if is_clean else "attention")
        self._show_progress(0, 0)
        self._close.setFocus()

    def _summary(self, steps: Iterable[RefundStep]) -> str:
        """What became of the refunds so far, one sentence for each kind of result that there is."""
        sentences = {
            StepResult.DONE: self.tr("Refunded: {count} ({sum})."),
            StepResult.FAILED: self.tr("Refused: {count} ({sum})."),
            StepResult.UNKNOWN: self.tr("Outcome unknown: {count} ({sum})."),
            StepResult.NOT_SENT: self.tr("Not sent: {count} ({sum})."),
        }
        every = tuple(steps)
        found = {result: [step for step in every if step.result is result] for result in sentences}
        return " ".join(
            sentences[result].format(count=len(of), sum=human_sums((step.order, step.amount) for step in of))
            for result, of in found.items()
            if of
        )

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
