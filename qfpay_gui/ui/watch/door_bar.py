"""What a merchant's program is to be pointed at: address, app_code and key of the simulator, and copy and clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from qfpay_gui.models.simulator_model import SimulatorModel


class DoorBar(QWidget):
    """Copies what stands in a program's configuration, as lines of name=value."""

    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        self._icon = PlainLabel(self)
        self._address = ElidedLabel(self)
        self._copy = QPushButton(self.tr("Copy for a program"), self)
        self._clear = QToolButton(self)
        self._line = QHBoxLayout(self)
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self._clear.clicked.connect(self.clear_pressed)

    def present(self, simulator: SimulatorModel) -> None:
        """Show where the simulator listens."""
        url, ours = simulator.base_url, simulator.profile.credentials
        self._copied = f"base_url={url}\napp_code={ours.app_code}\nclient_key={ours.client_key}\n" if url else ""
        set_icon(self._icon, "wire", "ok_fg" if url else "muted", 16)
        self._address.setFont(mono(current().small_pt) if url else self.font())
        self._address.show_text(
            f"{url}   app_code {ours.app_code}" if url else self.tr("The simulator is not running.")
        )
        self._copy.setEnabled(bool(url))

    def present_count(self, count: int) -> None:
        """Offer to forget what was seen, where something was."""
        self._clear.setEnabled(count > 0)

    def add_tool(self, tool: QWidget) -> None:
        """Have this stand before the last button."""
        self._line.insertWidget(self._line.count() - 1, tool)

    def _build(self) -> None:
        self._address.setObjectName("door_address")
        self._copy.setObjectName("copy_door")
        tip = self.tr("base_url, app_code and client_key of the simulator's demo merchant, as lines of name=value")
        self._copy.setToolTip(tip)
        describe(self._clear, "clear_watch", self.tr("Forget what was seen"), "trash")
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(current().gap_small)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._address, 1)
        self._line.addWidget(self._copy)
        self._line.addWidget(self._clear)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        say(self, self.tr("Copied: base_url, app_code and client_key of the demo merchant"))
