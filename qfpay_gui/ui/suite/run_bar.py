"""Over the steps: the suite in view, its table, earlier runs, Run and Stop, and how the run stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.suite.wording import summary, title
from qfpay_gui.ui.widgets.buttons import SinglePressButton, describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.filter_bar import FilterBox
from qfpay_gui.ui.words.environments import environment_name
from qfpay_gui.ui.words.measures import local_now, short_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.suite.state import Choice, RunState, SuitesState


class RunBar(QWidget):
    """Says what a person wants done; it does nothing itself."""

    run_pressed = Signal()
    stop_pressed = Signal()
    table_pressed = Signal()
    table_dropped = Signal()
    """The suite is to run with its own table again, or none."""
    report_pressed = Signal()
    refunds_pressed = Signal()
    earlier_chosen = Signal(int)
    """Carries the id of an earlier run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self)
        self._about = ElidedLabel(self)
        self._earlier = FilterBox(self)
        self._table = QToolButton(self)
        self._no_table = QToolButton(self)
        self._report = QPushButton(self.tr("Report …"), self)
        self._run = SinglePressButton(self.tr("Run"), self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._progress = QProgressBar(self)
        self._sum = ElidedLabel(self)
        self._refunds = QPushButton(self)
        self._head = QHBoxLayout()
        self._build()
        self._connect()

    def present(self, state: SuitesState, left_over: int) -> None:
        """Show how things stand; ``left_over`` is how many orders of the run still hold money."""
        run = state.run
        is_running = run is not None and run.is_running
        self._present_choice(state.choice)
        self._present_earlier(state)
        for button in (self._table, self._no_table, self._earlier):
            button.setEnabled(not is_running)
        self._run.setEnabled(state.choice is not None and state.choice.suite is not None)
        self._stop.setEnabled(run is not None and not run.is_stopping)
        self._show_first(*((self._stop, self._run) if is_running else (self._run, self._stop)))
        self._report.setEnabled(run is not None and bool(run.run.results))
        self._progress.setVisible(is_running)
        if run is not None:
            self._progress.setRange(0, max(run.total, 1))
            self._progress.setValue(len(run.run.results))
        self._sum.show_text(self._said(state.choice, run))
        self._refunds.setText(self.tr("Refund orders of this run: {count} …").format(count=left_over))
        self._refunds.setVisible(left_over > 0 and not is_running)

    def add_tool(self, tool: QWidget) -> None:
        """Have this stand before the report."""
        self._head.insertWidget(self._head.indexOf(self._report), tool)

    def _show_first(self, shown: QWidget, hidden: QWidget) -> None:
        """Run and Stop take each other's place; the keyboard stays with them."""
        shown.setVisible(True)
        if hidden.hasFocus():
            shown.setFocus()
        hidden.setVisible(False)

    def _present_choice(self, choice: Choice | None) -> None:
        self._name.show_text(title(choice.listed) if choice else "")
        suite = choice.listed.suite if choice else None
        table = choice.table or (suite.rows if suite else "") if choice else ""
        self._no_table.setVisible(bool(choice and choice.table))
        steps = self.tr("Steps: {count}").format(count=len(suite.steps)) if suite else ""
        file, count = table.replace("\\", "/").rpartition("/")[2], len(choice.rows) if choice else 0
        rows = self.tr("Rows of {table}: {count}").format(table=file, count=count) if table else ""
        self._about.show_text(" · ".join(filter(None, (steps, rows))))

    def _present_earlier(self, state: SuitesState) -> None:
        """The runs by when and where they began; the one in view chosen."""
        self._earlier.clear()
        now, shown = local_now(), state.run.run.id if state.run else 0
        if state.run is not None and not shown:
            self._earlier.addItem(self.tr("This run"), 0)
        for one in state.earlier:
            words = f"{short_time(one.started_at, now)} · {environment_name(one.environment_id)}"
            self._earlier.addItem(f"{'✓' if one.passed else '✗'} {words}", one.id)
        self._earlier.setCurrentIndex(max(self._earlier.findData(shown), 0))
        self._earlier.setVisible(self._earlier.count() > 1)

    def _said(self, choice: Choice | None, run: RunState | None) -> str:
        if choice is not None and choice.problem is not None:
            return translated(choice.problem)
        if run is None:
            return self.tr("Not run yet.") if choice else ""
        return " ".join(filter(None, (summary(run), translated(run.trouble))))

    def _build(self) -> None:
        self.setObjectName("suite_bar")
        for label, name, role in ((self._name, "suite_name", "heading"), (self._about, "suite_about", "muted")):
            label.setObjectName(name)
            set_property(label, "role", role)
        self._sum.setObjectName("suite_sum")
        describe(self._table, "suite_table", self.tr("Choose a table (CSV): each row is a run"), "list")
        describe(self._no_table, "suite_no_table", self.tr("Run without the chosen table"), "cancel")
        self._earlier.describe("suite_earlier", self.tr("Runs of this suite"), 18)
        for button, name, picture in (
            (self._report, "suite_report", "save"),
            (self._run, "suite_run", ""),
            (self._stop, "suite_stop", "cancel"),
            (self._refunds, "suite_refunds", "refund"),
        ):
            button.setObjectName(name)
            if picture:
                set_icon(button, picture)
        self._stop.setToolTip(self.tr("Send no more (Esc)"))
        self._report.setToolTip(self.tr("Save what is shown as HTML, Markdown or JUnit XML"))
        set_property(self._run, "role", "primary")
        self._lay_out()

    def _lay_out(self) -> None:
        theme = current()
        self._head.setSpacing(theme.gap_small)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        self._head.addLayout(names, 1)
        for widget in (self._table, self._no_table, self._earlier, self._report, self._run, self._stop):
            self._head.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(theme.gap)
        below.addWidget(self._sum, 1)
        below.addWidget(self._refunds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap_small)
        column.addLayout(self._head)
        column.addWidget(self._progress)
        column.addLayout(below)

    def _connect(self) -> None:
        self._run.clicked.connect(self.run_pressed)
        self._stop.clicked.connect(self.stop_pressed)
        self._table.clicked.connect(self.table_pressed)
        self._no_table.clicked.connect(self.table_dropped)
        self._report.clicked.connect(self.report_pressed)
        self._refunds.clicked.connect(self.refunds_pressed)
        self._earlier.activated.connect(self._on_earlier)

    def _on_earlier(self, _place: int) -> None:
        self.earlier_chosen.emit(self._earlier.currentData())
