"""The list of notifications, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Signal

from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.notifications.rows_model import Column, NoticeRowsModel
from qfpay_gui.ui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.notifications.state import Notice

_WORDY_FROM = 600
_WIDTHS = {Column.TIME: 84, Column.KIND: 104, Column.AMOUNT: 84, Column.VALID: 104, Column.ANSWERED: 96}
_BARE = {Column.TIME: 80, Column.KIND: 32, Column.AMOUNT: 80, Column.VALID: 32, Column.ANSWERED: 90}


class NoticesTable(ListTable["Notice"]):
    """Enter opens a notification in the check, Ctrl+C copies its order number. The newest one is chosen at first."""

    chosen = Signal()
    """Another notice is chosen, or there is news of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = NoticeRowsModel()
        super().__init__(self.rows_model, parent)
        self.check = self.offer("check_notice", self.tr("Open in the check"), "Return", "Enter")
        self.send = self.offer("send_notice", self.tr("Send it to a receiver …"))
        self.copy = self.offer("copy_notice_order", self.tr("Copy order number"), "Ctrl+C")
        self._build()
        self.copy.triggered.connect(self._on_copy)
        self.doubleClicked.connect(self.check.trigger)

    @property
    def notice(self) -> Notice | None:
        """The chosen one."""
        rows = self.selectionModel().selectedRows()
        return self.rows[rows[0].row()] if rows else None

    def present(self, notices: tuple[Notice, ...]) -> None:
        """Show these; what was chosen stays so, but whoever looks at the newest follows to the next one."""
        before = self.notice
        followed = before is not None and not self.rows_model.is_sorted and self.rows[:1] == (before,)
        self.rows_model.show_rows(notices)
        wanted = None if before is None or followed else before.id
        newest = notices[0].id if notices else None
        place = next((at for at, one in enumerate(self.rows) if one.id == (wanted or newest)), 0)
        if notices and (self.notice is None or self.notice.id != self.rows[place].id):
            self.go_to(place)
        self.chosen.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Tell who renders the chosen one."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def share_room(self, width: int) -> None:
        """Give order numbers what is left; where there is little room, kind and verdict are icons only."""
        is_wordy = width >= px(_WORDY_FROM)
        if is_wordy != self.rows_model.is_wordy:
            self.rows_model.is_wordy = is_wordy
            self.rows_model.restyle()
        drawn = _WIDTHS if self.rows_model.is_wordy else _WIDTHS | _BARE
        widths = {column: px(share) for column, share in drawn.items()}
        for column, share in widths.items():
            self.setColumnWidth(column, share)
        self.setColumnWidth(Column.ORDER, max(px(56), width - sum(widths.values())))

    def _build(self) -> None:
        self.setObjectName("notices")
        self.setAccessibleName(self.tr("Notifications, newest first"))
        self.setModel(self.rows_model)
        self.shorten_in_the_middle(Column.ORDER)

    def _on_copy(self) -> None:
        number = self.notice.explained.out_trade_no if self.notice else ""
        self.copy_numbers([number] if number else [])
