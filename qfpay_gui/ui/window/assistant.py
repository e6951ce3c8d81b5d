"""What helps to find one's way: the palette, and the set-up in six steps. Made when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.ui.widgets.buttons import carry_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog
    from qfpay_gui.ui.palette.palette import Palette

_FIELD = "field:"


class Assistant(QObject):
    """Opens the palette over its window, and the set-up beside it."""

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

    def open_set_up(self) -> None:
        """Show the six steps until a merchant can take payments; the window goes on being used beside them."""
        self._set_up.show()
        self._set_up.raise_()
        self._set_up.activateWindow()

    def take_answer(self, answer: str) -> None:
        """Show in the set-up what this answer of WeChat's to the Mini Program means."""
        self._set_up.take_answer(answer)
        self.open_set_up()

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        if "_set_up" in vars(self):
            self._set_up.restyle()

    def _on_act(self, act: str) -> None:
        """Go to a field of the payment, or carry out a command of the menus."""
        self._window.activateWindow()
        if act.startswith(_FIELD):
            self._workbench.draft.choose_endpoint("payment")
            self.go_to_requested.emit(act.removeprefix(_FIELD))
        else:
            carry_out(self, act)

    @cached_property
    def _set_up(self) -> OnboardingDialog:
        from qfpay_gui.models.onboarding.onboarding_model import OnboardingModel  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog  # noqa: PLC0415

        dialog = OnboardingDialog(OnboardingModel(self._workbench, self), self._window)
        dialog.act_requested.connect(self._on_act)
        return dialog

    @cached_property
    def _palette(self) -> Palette:
        from qfpay_gui.ui.palette.palette import Palette  # noqa: PLC0415 - not needed at start

        return Palette(self._window)
