"""The small name under a label: what the API calls the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WireName(ElidedLabel):
    """A wire name such as ``txamt``, quiet and in the font of everything that is signed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(mono(current().small_px))
        set_property(self, "role", "muted")
        self.show_text(name)
