"""The list of what was seen, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.watch.rows_model import Column, SeenRowsModel
from qfpay_gui.ui.widgets.list_table import ChoiceTable

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.watch.seen import Seen

_WIDTHS = {Column.TIME: 84, Column.CALL: 77, Column.AMOUNT: 84, Column.ANSWER: 84}
_ORDER_LEAST, _ORDER_MOST, _MONEY_FROM = 92, 148, 640
_LAYER, _LAYER_FROM = 124, 520
"""Of the answer, where there is room to name the layer that failed."""


class WatchTable(ChoiceTable["Seen"]):
    """Enter opens a request as a case. Whoever looks at the newest follows to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = SeenRowsModel()
        super().__init__(self.rows_model, parent)
        self.open_case = self.offer("watch_case", self.tr("Open as a case"), "Return", "Enter")
        self.use_as_draft = self.offer("watch_draft", self.tr("Use as draft"), "Ctrl+Shift+D")
        self.compare = self.offer("watch_compare", self.tr("Compare with the one before"))
        self.copy = self.offer("watch_copy", self.tr("Copy order number"), "Ctrl+C")
        self.setObjectName("watched")
        self.setAccessibleName(self.tr("Requests of other programs, newest first"))
        self.setModel(self.rows_model)
        self.shorten_in_the_middle(Column.ORDER)
        self.copy.triggered.connect(self._on_copy)
        self.doubleClicked.connect(self.open_case.trigger)

    @property
    def one(self) -> Seen | None:
        """The request that is chosen, if it is one alone."""
        chosen = self.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def commands(self) -> tuple[QAction, ...]:
        """What can be done with one request, the usual first."""
        return self.open_case, self.use_as_draft, self.compare

    def present(self, seen: tuple[Seen, ...]) -> None:
        """Show these; what was chosen stays so."""
        kept = self.keep()
        followed = not self.rows_model.is_sorted and self.rows[:1] == self.chosen()
        self.rows_model.show_rows(seen)
        if seen and (followed or not kept.ids):
            self.go_to(0)
            self.offer_commands()
        else:
            self.restore(kept)

    def share_room(self, width: int) -> None:
        """Give number and cause what is left; where that is little, the amount waits in the details."""
        has_money = width >= _MONEY_FROM
        self.setColumnHidden(Column.AMOUNT, not has_money)
        widths = {**_WIDTHS, Column.ANSWER: _LAYER} if width >= _LAYER_FROM else _WIDTHS
        for column, share in widths.items():
            self.setColumnWidth(column, share)
        left = max(width - sum(widths.values()) + (0 if has_money else _WIDTHS[Column.AMOUNT]), 180)
        order = max(_ORDER_LEAST, min(_ORDER_MOST, left * 2 // 5))
        self.setColumnWidth(Column.ORDER, order)
        self.setColumnWidth(Column.CAUSE, left - order)

    def offer_commands(self) -> None:
        """A request that was not read can be looked at and no more."""
        is_read = self.one is not None and self.one.case is not None
        for action in self.commands():
            action.setEnabled(is_read)
        super().offer_commands()

    def _on_copy(self) -> None:
        self.copy_numbers([number for one in self.chosen() if (number := one.value("out_trade_no"))])
