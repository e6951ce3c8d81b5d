"""What helps to find one's way in the window: the palette. Made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.palette.palette import Palette


class Assistant(QObject):
    """Opens the palette over its window."""

    go_to_requested = Signal(str)
    """Carries the field to put the cursor into."""
    history_requested = Signal(str)
    """Carries the words to look for in the history."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window

    def open_palette(self) -> None:
        """Offer every command of the menus, the calls with the fields of the present one, and the orders."""
        from qfpay_gui.qfpay.request.parameters import endpoint  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.palette.commands import (  # noqa: PLC0415
            looking_up,
            of_calls,
            of_fields,
            of_menus,
            of_orders,
        )

        bench, look_up = self._workbench, self.history_requested.emit
        commands = (
            *of_menus(self._window.menuBar()),
            *of_calls(bench.draft.choose_endpoint),
            *of_fields(endpoint(bench.draft.draft.endpoint), self.go_to_requested.emit),
            *of_orders(bench.orders.orders, look_up),
        )
        self._palette.offer(commands, lambda words: looking_up(words, look_up))

    @cached_property
    def _palette(self) -> Palette:
        from qfpay_gui.ui.palette.palette import Palette  # noqa: PLC0415 - not needed at start

        return Palette(self._window)
