"""The orders of the day in the refund dialog: to choose from, and then what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from qfpay_gui.models.orders.refund_states import RefundStep, StepResult
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono, px
from qfpay_gui.ui.orders.wording import amount, state_icon, state_words
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.refund_plan import PlannedRefund, RefundPlan

_ID = Qt.ItemDataRole.UserRole
_NUMBER, _AMOUNT, _WORDS = range(3)
_RESULTS: dict[StepResult, tuple[str, str, Text]] = {
    StepResult.WAITING: ("clock", "muted", text("Orders", "Waiting")),
    StepResult.UNDER_WAY: ("send", "note_fg", text("Orders", "On its way …")),
    StepResult.DONE: ("ok", "ok_fg", text("Orders", "Refunded")),
    StepResult.FAILED: ("wrong", "wrong_fg", text("Orders", "Refused")),
    StepResult.UNKNOWN: ("help", "wrong_fg", text("Orders", "Outcome unknown: query it")),
    StepResult.NOT_SENT: ("minus", "muted", text("Orders", "Not sent")),
}
_WILL = text("Orders", "Will be refunded")
_WITH_REASON = text("Orders", "{result}: {words}")


class RefundList(QTreeWidget):
    """Space or a click chooses an order; those that cannot be refunded say why and have no box."""

    chosen = Signal(object)
    """Carries the frozenset of chosen ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PlannedRefund, ...] | None = None
        self._build()
        self.itemChanged.connect(self._on_item_changed)

    def present_plan(self, plan: RefundPlan, chosen: frozenset[int]) -> None:
        """Show the plan with these orders chosen."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        if plan.rows != self._shown:
            place = max(self.currentIndex().row(), 0)
            self.clear()
            self.addTopLevelItems([self._planned(row) for row in plan.rows])
            self.setCurrentIndex(self.model().index(min(place, len(plan.rows) - 1), 0))
            self._shown = plan.rows
        for item, row in zip(self._items(), plan.rows, strict=True):
            if row.obstacle is None:
                item.setCheckState(_NUMBER, _checked(is_checked=row.order.id in chosen))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def present_steps(self, steps: tuple[RefundStep, ...]) -> None:
        """Show what became of each refund so far, and keep the one under way in sight."""
        if self._shown is not None or self.topLevelItemCount() != len(steps):
            self._shown = None
            self.clear()
            self.addTopLevelItems([QTreeWidgetItem() for _ in steps])
        for item, step in zip(self._items(), steps, strict=True):
            _show_step(item, step)
            if step.result is StepResult.UNDER_WAY:
                self.scrollToItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _planned(self, row: PlannedRefund) -> QTreeWidgetItem:
        order = row.order
        words = _WILL if row.obstacle is None else row.obstacle
        item = _item(order.out_trade_no or order.syssn, amount(order, order.left or None), translated(words))
        item.setData(_NUMBER, _ID, order.id)
        item.setIcon(_WORDS, icon(*(state_icon(order) if row.obstacle else ("refund", "icon"))))
        item.setToolTip(_WORDS, plain_tip(f"{translated(state_words(order))}. {translated(words)}"))
        if row.obstacle is None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        else:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            for column in (_NUMBER, _AMOUNT, _WORDS):
                item.setForeground(column, current().muted)
        return item

    def _build(self) -> None:
        self.setObjectName("refund_list")
        self.setAccessibleName(self.tr("Orders made today"))
        self.setHeaderLabels([self.tr("Order no."), self.tr("Refund"), self.tr("What becomes of it")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_NUMBER, px(222))
        header.resizeSection(_AMOUNT, px(100))
        self.headerItem().setTextAlignment(_AMOUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _on_item_changed(self, _item: QTreeWidgetItem, column: int) -> None:
        if column == _NUMBER and self._shown is not None:
            ids = [item.data(_NUMBER, _ID) for item in self._items() if _is_checked(item)]
            self.chosen.emit(frozenset(ids))


def _item(number: str, minor: str, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([number, minor, words])
    item.setFont(_NUMBER, mono(current().text_pt))
    item.setToolTip(_NUMBER, plain_tip(number))
    item.setTextAlignment(_AMOUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _show_step(item: QTreeWidgetItem, step: RefundStep) -> None:
    order = step.order
    name, tone, result = _RESULTS[step.result]
    words = translated(result)
    # What went well needs no words of its own.
    if step.words is not None and step.result is not StepResult.DONE:
        words = translated(_WITH_REASON.fill(result=result, words=step.words))
    number = order.out_trade_no or order.syssn
    for column, shown in enumerate((number, amount(order, step.amount), words)):
        item.setText(column, shown)
        item.setToolTip(column, plain_tip(shown))
    item.setFont(_NUMBER, mono(current().text_pt))
    item.setTextAlignment(_AMOUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setIcon(_WORDS, icon(name, tone))
    item.setForeground(_WORDS, current().colour(tone))


def _checked(*, is_checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked


def _is_checked(item: QTreeWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable) and item.checkState(_NUMBER) is Qt.CheckState.Checked
