"""The Watch panel: where to point a program, what it sent, and why that is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.watch.door_bar import DoorBar
from qfpay_gui.ui.watch.seen_view import SeenView
from qfpay_gui.ui.watch.watch_table import WatchTable
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter

if TYPE_CHECKING:
    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.models.workbench import Workbench


class WatchPanel(QWidget):
    """Renders the WatchModel of a simulator."""

    case_requested = Signal(object)
    """Carries the ReadRequest to take in hand as a case."""
    draft_requested = Signal(object)
    """Carries the ReadRequest to edit."""
    compare_requested = Signal(object, object)
    """Carries two ReadRequest objects, the older one first."""
    target_requested = Signal(object)
    """Carries the Environment to hand requests on to; None for the simulator."""
    addresses_requested = Signal()
    """Custom addresses are to be kept, and one of them perhaps handed on to."""
    port_requested = Signal(int)
    """Carries the port at which programs are to find the door."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._simulator, self._place = workbench.simulator, workbench.place
        self._model = workbench.watch
        self.bar = DoorBar(self)
        self.table = WatchTable(self)
        self.view = SeenView(workbench, self.table.commands(), self)
        self._splitter = TurningSplitter("watch_splitter", (46, 54), (35, 65), self)
        self._pages = QStackedWidget(self)
        self._empty = EmptyPage("watch_empty", parent=self)
        self._build()
        self._connect()
        self._model.door.open()
        self._on_door()
        self._render(self._model.seen)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.table.restyle()
        self.view.restyle()

    def _build(self) -> None:
        self.setObjectName("watch")
        self._splitter.hold(self.table, self.view)
        self.bar.add_tool(TakeButton(self.table, "watch", self.bar))
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self._empty)
        nothing = self.tr(
            "Nothing came in yet.\nPoint a program at this address: each request appears here as its bytes came, with "
            "what it was answered and why its signature is refused, until the window is closed. Of what is turned away "
            "before it was read, such as a request under another Host or half a body, the last one appears."
        )
        self._empty.present("wire", nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._simulator.changed.connect(self._on_door)
        self._model.door.changed.connect(self._on_door)
        self._place.addresses.changed.connect(self._on_door)
        self.bar.answerer.wanted.connect(self.target_requested)
        self.bar.answerer.addresses_wanted.connect(self.addresses_requested)
        self.bar.port.chosen.connect(self.port_requested)
        self.bar.clear_pressed.connect(self._model.clear)
        self.table.selected.connect(self._on_selected)
        self.table.open_case.triggered.connect(self._on_case)
        self.table.use_as_draft.triggered.connect(self._on_draft)
        self.table.compare.triggered.connect(self._on_compare)
        self.view.action_requested.connect(self._on_case)

    def _render(self, seen: tuple[Seen, ...]) -> None:
        self._pages.setCurrentIndex(int(not seen))
        self.table.present(seen)
        self.bar.present_count(len(seen))

    def _on_door(self) -> None:
        door = self._model.door
        self.bar.present(door, self._simulator.profile.credentials)
        self.bar.answerer.present(self._place.environments, door.target)

    def _on_selected(self) -> None:
        chosen = self.table.one
        self.view.present(chosen)
        self._model.look_at(chosen)
        older = self._model.before(chosen) if chosen and chosen.case else None
        self.table.compare.setEnabled(older is not None)

    def _on_case(self) -> None:
        if self.table.one is not None and self.table.one.case is not None:
            self.case_requested.emit(self.table.one.case)

    def _on_draft(self) -> None:
        if self.table.one is not None and self.table.one.case is not None:
            self.draft_requested.emit(self.table.one.case)

    def _on_compare(self) -> None:
        chosen = self.table.one
        older = self._model.before(chosen) if chosen and chosen.case else None
        if chosen is not None and older is not None:
            self.compare_requested.emit(older.case, chosen.case)
