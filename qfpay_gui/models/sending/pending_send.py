"""A press on Send that waits: at most one, and for the place it was meant for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.variants import Variant


@dataclass(frozen=True)
class Press:
    """What was meant when Send was pressed; ``place`` is the environment's id and the profile's name."""

    draft: Draft
    mistake: Variant | None
    place: tuple[str, str]


class PendingSend(QObject):
    """Holds one press until it is taken to be carried out, or called off; never both."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.press: Press | None = None
        """The press that waits, or None."""

    def hold(self, press: Press) -> None:
        """Let this press wait, unless one waits already."""
        if self.press is None:
            self.press = press
            self.changed.emit()

    def take(self) -> Press | None:
        """The press that waited; it waits no longer."""
        press, self.press = self.press, None
        if press is not None:
            self.changed.emit()
        return press
