"""Which orders are shown: words, environment, state, today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.orders.filter import OrderFilter, OrderGroup
from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.orders.wording import GROUP_ICONS, GROUPS
from qfpay_gui.ui.widgets.filter_bar import FilterBox, SearchField
from qfpay_gui.ui.words.environments import environment_name, kind_icon
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QIcon

    from qfpay_gui.models.orders.orders_model import OrdersState


class OrderFilterBar(QWidget):
    """Says which orders are wanted with every key; Down or Enter goes to the list."""

    filtered = Signal(object)
    """Carries an OrderFilter."""
    left_downwards = Signal()
    """The person wants to go on in the list."""
    refund_all_pressed = Signal()

    def __init__(self, today: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin_of_day = today
        self._search = SearchField(self)
        self._environment = FilterBox(self)
        self._group = FilterBox(self)
        self._today = QToolButton(self)
        self._refund_all = QToolButton(self)
        self._environment_ids: tuple[str, ...] = ()
        self._is_showing = False
        self._build()
        self._fill_groups()
        self._fill_environments(())
        self._connect()

    @property
    def wanted(self) -> OrderFilter:
        """What is chosen."""
        group = self._group.currentData()
        return OrderFilter(
            self._search.text(),
            self._environment.currentData() or None,
            OrderGroup(group) if group else None,
            self._begin_of_day() if self._today.isChecked() else None,
        )

    def present(self, state: OrdersState) -> None:
        """Offer the environments there are orders of, and the one that is chosen."""
        chosen = self._environment.currentData()
        ids = tuple(dict.fromkeys((*state.environment_ids, *((chosen,) if chosen else ()))))
        if ids != self._environment_ids:
            self._fill_environments(ids)
            self._environment.setCurrentIndex(max(0, self._environment.findData(chosen)))

    def show_filter(self, wanted: OrderFilter) -> None:
        """Show this filter without asking for it anew, as a rebuilt window does."""
        environment_id, group = wanted.environment_id or "", wanted.group.value if wanted.group else ""
        if self._environment.findData(environment_id) < 0:
            self._fill_environments((*self._environment_ids, environment_id))
        self._is_showing = True
        self._search.setText(wanted.words)
        self._environment.setCurrentIndex(self._environment.findData(environment_id))
        self._group.setCurrentIndex(max(0, self._group.findData(group)))
        self._today.setChecked(wanted.since is not None)
        self._is_showing = False

    def choose(self, group: OrderGroup | None) -> None:
        """Want the orders of this group, or of all, whatever else was wanted."""
        self.show_filter(OrderFilter(group=group))
        self._on_changed()

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for place, environment_id in enumerate(self._environment_ids, start=1):
            self._environment.setItemIcon(place, _environment_icon(environment_id))
        for place, group in enumerate(GROUPS, start=1):
            self._group.setItemIcon(place, icon(*GROUP_ICONS[group]))
        self._search.restyle()

    def _build(self) -> None:
        self._search.setObjectName("orders_search")
        self._search.setAccessibleName(self.tr("Search the orders"))
        self._search.setToolTip(self.tr("Orders that hold all of these words, in a number, amount or profile"))
        self._search.setPlaceholderText(self.tr("Search: order no., syssn, HK$3.00 …"))
        self._search.setMinimumWidth(150)
        self._environment.describe("orders_environment", self.tr("Environment"), 7)
        self._group.describe("orders_group", self.tr("State"), 7)
        self._today.setCheckable(True)
        self._today.setText(self.tr("Today"))
        self._build_button(self._today, "orders_today", self.tr("Show only the orders made today"), "toggle")
        words = self.tr("Refund all orders made today that are still paid …")
        self._build_button(self._refund_all, "orders_refund_today", words, "field")
        set_icon(self._refund_all, "refund")
        self._refund_all.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._search, 1)
        for widget in (self._environment, self._group, self._today, self._refund_all):
            layout.addWidget(widget)

    def _build_button(self, button: QToolButton, name: str, words: str, role: str) -> None:
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        set_property(button, "role", role)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_changed)
        self._search.left_downwards.connect(self.left_downwards)
        self._environment.activated.connect(self._on_changed)
        self._group.activated.connect(self._on_changed)
        self._today.toggled.connect(self._on_changed)
        self._refund_all.clicked.connect(self.refund_all_pressed)

    def _fill_groups(self) -> None:
        self._group.addItem(self.tr("Any state"), "")
        for group, words in GROUPS.items():
            self._group.addItem(icon(*GROUP_ICONS[group]), translated(words), group.value)

    def _fill_environments(self, ids: tuple[str, ...]) -> None:
        self._environment_ids = ids
        self._environment.clear()
        self._environment.addItem(self.tr("All environments"), "")
        for environment_id in ids:
            words = translated(environment_name(environment_id))
            self._environment.addItem(_environment_icon(environment_id), words, environment_id)

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.filtered.emit(self.wanted)


def _environment_icon(environment_id: str) -> QIcon:
    known = environments.by_id(environment_id)
    return icon(*kind_icon(known.kind.value if known else ""))
