"""The suites there are: those that come along, those of a folder, and those that were opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.suite.wording import title
from qfpay_gui.ui.widgets.list_table import ChoiceTable
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QIcon
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.suite.library import Listed
    from qfpay_gui.models.suite.state import SuitesState


@dataclass(frozen=True)
class Row:
    """A suite in its place of the list, from 1."""

    id: int
    listed: Listed


class Column(IntEnum):
    """The only column."""

    NAME = 0


class SuiteRowsModel(RowsModel[Row, Column]):
    """Shows the suites by their names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset(), parent)

    def title(self, _column: Column) -> str:
        """What stands above the column."""
        return self.tr("Suite")

    def shown(self, row: Row, _column: Column) -> str:
        """What the cell shows."""
        return title(row.listed)

    def tip(self, row: Row, _column: Column) -> str:
        """Where it comes from, or why it is none."""
        if row.listed.problem is not None:
            return translated(row.listed.problem)
        come = self.tr("Comes with the program") if row.listed.is_shipped else row.listed.source
        return f"{title(row.listed)}\n{come}"

    def picture(self, row: Row, _column: Column) -> QIcon | None:
        """Whether it is a file of one's own, or cannot be used."""
        if row.listed.problem is not None:
            return icon("wrong", "wrong_fg")
        return icon("suites" if row.listed.is_shipped else "document", "muted")

    def colour(self, row: Row, _column: Column) -> QColor | None:
        """What cannot be used is less loud."""
        return current().muted if row.listed.problem is not None else None


class SuiteList(ChoiceTable[Row]):
    """One suite is chosen, and is the one in view."""

    wanted = Signal(str)
    """Carries the source of the suite that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = SuiteRowsModel()
        super().__init__(self.rows_model, parent)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setObjectName("suite_list")
        self.setAccessibleName(self.tr("Suites"))
        self.setModel(self.rows_model)
        self._is_presenting = False

    def present(self, state: SuitesState) -> None:
        """Show these, the one in view chosen."""
        self._is_presenting = True
        rows = tuple(Row(place, one) for place, one in enumerate(state.listed, 1))
        if [one.listed for one in rows] != [one.listed for one in self.rows]:
            self.rows_model.show_rows(())
            self.rows_model.show_rows(rows)
        source = state.choice.listed.source if state.choice else ""
        place = next((place for place, one in enumerate(self.rows) if one.listed.source == source), None)
        if place is not None and [one.listed.source for one in self.chosen()] != [source]:
            self.go_to(place)
        self._is_presenting = False

    def offer_commands(self) -> None:
        """Have what is chosen in view."""
        super().offer_commands()
        chosen = self.chosen()
        if len(chosen) == 1 and not self._is_presenting:
            self.wanted.emit(chosen[0].listed.source)

    def share_room(self, width: int) -> None:
        """The name takes all of it."""
        self.setColumnWidth(Column.NAME, width)
