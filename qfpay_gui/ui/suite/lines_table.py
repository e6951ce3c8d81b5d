"""The steps of the suite in view, each with what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.comparison import Change
from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.suite.lines import Line
from qfpay_gui.ui.suite.rows_model import Column, LineRowsModel
from qfpay_gui.ui.widgets.list_table import ChoiceTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEAST = {Column.ROW: 48, Column.TIME: 72, Column.SINCE: 112}
_SINCE_FROM, _EXPECTED_FROM = 520, 400


class LinesTable(ChoiceTable[Line]):
    """Enter opens the exchange of a step as a draft. Whoever looks at the last line follows to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = LineRowsModel()
        super().__init__(self.rows_model, parent)
        self.open_draft = self.offer("suite_draft", self.tr("Open as a draft"), "Return", "Enter")
        self.open_case = self.offer("suite_case", self.tr("Open as a case"), "Ctrl+Shift+D")
        self.setObjectName("suite_lines")
        self.setAccessibleName(self.tr("Steps of the suite"))
        self.setModel(self.rows_model)
        self.doubleClicked.connect(self.open_draft.trigger)
        self._has_rows = self._has_changes = False

    @property
    def one(self) -> Line | None:
        """The line that is chosen, if it is one alone."""
        chosen = self.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def present(self, lines: tuple[Line, ...], *, follow: bool) -> None:
        """Show these; what was chosen stays so. ``follow`` keeps what is under way in sight."""
        kept = self.keep()
        has_rows = any(one.result is not None and one.result.row for one in lines)
        if lines != self.rows:
            self._show(lines)
        has_changes = any(one.change is not Change.NONE for one in lines)
        if (has_rows, has_changes) != (self._has_rows, self._has_changes):
            self._has_rows, self._has_changes = has_rows, has_changes
            self.share_again()
        self.restore(kept)
        if follow and not self.rows_model.is_sorted:
            place = next((place for place, one in enumerate(self.rows) if one.is_next), len(lines) - 1)
            self.scrollTo(self.rows_model.index(max(place, 0), 0))

    def share_room(self, width: int) -> None:
        """Give step, expectation and what came what is left; rows and changes only where there are some.

        Where there is little room, what was expected waits in the details.
        """
        shown = {
            Column.ROW: self._has_rows,
            Column.TIME: True,
            Column.SINCE: width >= _SINCE_FROM and self._has_changes,
        }
        left = width
        for column, is_shown in shown.items():
            self.setColumnHidden(column, not is_shown)
            least = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(px(_LEAST[column]), least))
            left -= self.columnWidth(column)
        has_expected = width >= px(_EXPECTED_FROM)
        step = max(left, 180) * (3 if has_expected else 4) // 10
        self.setColumnHidden(Column.EXPECTED, not has_expected)
        self.setColumnWidth(Column.STEP, step)
        self.setColumnWidth(Column.EXPECTED, step)
        self.setColumnWidth(Column.CAME, max(left, 180) - step - (step if has_expected else 0))

    def _show(self, lines: tuple[Line, ...]) -> None:
        """As many lines as before are drawn again where they are: a result takes the place of a step that waited."""
        if len(lines) == len(self.rows) and not self.rows_model.is_sorted:
            self.rows_model.replace_rows(lines)
        else:
            self.rows_model.show_rows(lines)
