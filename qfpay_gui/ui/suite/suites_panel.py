"""The Suites panel: the suites at the left, the one in view with its steps and results at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.suite.line_details import LineDetails
from qfpay_gui.ui.suite.lines import lines_of
from qfpay_gui.ui.suite.lines_table import LinesTable
from qfpay_gui.ui.suite.run_bar import RunBar
from qfpay_gui.ui.suite.suite_list import SuiteList
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.later import hand_keyboard_on
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter

if TYPE_CHECKING:
    from qfpay_gui.models.suite.suites_model import SuitesModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.ui.suite.lines import Line

_DRAW_MS = 60
_REST = 8
"""How many times as long as drawing took nothing is drawn."""
_LIST, _BESIDE_FROM = 240, 1300


class SuitesPanel(QWidget):
    """Renders a SuitesModel. Results may come faster than anybody reads, so it is drawn a few times a second."""

    folder_pressed = Signal()
    open_pressed = Signal()
    saved_pressed = Signal()
    """A suite is to be made of saved requests."""
    step_pressed = Signal()
    """The draft is to become a step."""
    run_pressed = Signal()
    table_pressed = Signal()
    report_pressed = Signal()
    refunds_pressed = Signal()
    draft_requested = Signal(int)
    """Carries the place of the result whose request is to be the draft, from 0."""
    case_requested = Signal(int)
    """Carries the place of the result whose request is to be looked at as a case, from 0."""

    def __init__(self, model: SuitesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.list = SuiteList(self)
        self.bar = RunBar(self)
        self.table = LinesTable(self)
        self.details = LineDetails(self.table.open_draft, self.table.open_case, self)
        self._folder = ElidedLabel(self)
        self._columns = QSplitter(self)
        self._splitter = TurningSplitter("suite_splitter", (66, 34), (62, 38), self, beside_from=_BESIDE_FROM)
        self._detailed: Line | None = None
        self._soon = QTimer(self, singleShot=True, interval=_DRAW_MS)
        self._build()
        self._connect()
        self._render()
        model.refresh()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.list.restyle()
        self.table.restyle()
        self.details.present(self._detailed, self._sent(self._detailed))

    def _build(self) -> None:
        self.setObjectName("suites_panel")
        self.bar.add_tool(TakeButton(self.table, "suite", self.bar))
        self._splitter.hold(self.table, self.details)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap)
        column.addWidget(self.bar)
        column.addWidget(self._splitter, 1)
        self._columns.setObjectName("suite_columns")
        self._columns.setChildrenCollapsible(False)
        self._columns.addWidget(self._left())
        self._columns.addWidget(right)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([px(_LIST), 10 * px(_LIST)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)
        hand_keyboard_on(self, self.list)

    def _left(self) -> QWidget:
        """The list, and what adds to it."""
        left = QWidget(self)
        left.setMinimumWidth(px(_LIST // 2))
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        self._folder.setObjectName("suite_folder_name")
        line.addWidget(self._folder, 1)
        for name, words, picture, signal in (
            ("suite_open", self.tr("Open a suite (.toml)"), "document", self.open_pressed),
            ("suite_folder", self.tr("Choose the folder of your suites"), "folder", self.folder_pressed),
            ("suite_saved", self.tr("Make a suite of saved requests"), "plus", self.saved_pressed),
            ("suite_step", self.tr("Add the request being edited as a step"), "edit", self.step_pressed),
        ):
            button = QToolButton(left)
            describe(button, name, words, picture)
            button.clicked.connect(signal)
            line.addWidget(button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, current().gap_small, 0)
        column.setSpacing(current().gap_small)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        return left

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        self._soon.timeout.connect(self._render)
        self.list.wanted.connect(self._model.choose)
        self.bar.run_pressed.connect(self.run_pressed)
        self.bar.stop_pressed.connect(self._model.stop)
        self.bar.table_pressed.connect(self.table_pressed)
        self.bar.table_dropped.connect(self._on_no_table)
        self.bar.report_pressed.connect(self.report_pressed)
        self.bar.refunds_pressed.connect(self.refunds_pressed)
        self.bar.earlier_chosen.connect(self._model.look_at)
        self.table.selected.connect(self._on_selected)
        self.table.open_draft.triggered.connect(self._on_draft)
        self.table.open_case.triggered.connect(self._on_case)

    def _on_changed(self, _state: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _render(self) -> None:
        """Draw; of a run so long that this takes its time, less often."""
        taken = QElapsedTimer()
        taken.start()
        self._draw()
        self._soon.setInterval(max(_DRAW_MS, _REST * taken.elapsed()))

    def _draw(self) -> None:
        state = self._model.state
        folder = state.folder.replace("\\", "/").rstrip("/").rpartition("/")[2]
        self._folder.show_text(folder or self.tr("No folder yet"), state.folder)
        self.list.present(state)
        self.bar.present(state, self._model.left_over())
        self.table.present(lines_of(state), follow=self._model.is_running)
        self._on_selected()

    def _on_selected(self) -> None:
        line = self.table.one
        if line != self._detailed:
            self._detailed = line
            self.details.present(line, self._sent(line))
        request = self._sent(line)
        for action in (self.table.open_draft, self.table.open_case):
            action.setEnabled(request is not None)

    def _sent(self, line: Line | None) -> PreparedRequest | None:
        """The request of this line, where it is kept."""
        answer = self._model.answer(line.id - 1) if line is not None and line.result is not None else None
        return answer.request if answer is not None else None

    def _on_no_table(self) -> None:
        self._model.choose_table("")

    def _on_draft(self) -> None:
        if self.table.one is not None:
            self.draft_requested.emit(self.table.one.id - 1)

    def _on_case(self) -> None:
        if self.table.one is not None:
            self.case_requested.emit(self.table.one.id - 1)
