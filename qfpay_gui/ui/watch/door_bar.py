"""What a merchant's program is to be pointed at, who answers it there, and what that means for money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QGuiApplication, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.watch.answerer_box import AnswererBox
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.watch.door_model import DoorModel
    from qfpay_gui.qfpay.credentials import Credentials

_LAST_PORT = 65535


class PortEdit(QLineEdit):
    """A port, taken once it was typed; empty for any free one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._is_shut = False
        self.setObjectName("door_port")
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,5}"), self))
        self.setPlaceholderText(self.tr("any port"))
        self.setAccessibleName(self.tr("Port for programs"))
        self.setToolTip(self.tr("The port at which programs find this address, also at the next start; empty: any"))
        self.setMaximumWidth(px(84))
        self.editingFinished.connect(self._on_finished)

    def present(self, port: int, *, is_shut: bool) -> None:
        """Show the port that holds, unless another is being typed; one that could not be had may be tried again."""
        self._is_shut = is_shut
        if port != self._shown or not self.hasFocus():
            self._shown = port
            self.setText(str(port) if port else "")

    def _on_finished(self) -> None:
        port = int(self.text() or 0)
        if port > _LAST_PORT:
            say(self, self.tr("A port is a number from 1 to {last}.").format(last=_LAST_PORT))
            self.setText(str(self._shown) if self._shown else "")
        elif port != self._shown or self._is_shut:
            self._shown = port
            self.chosen.emit(port)


class DoorBar(QWidget):
    """Copies what stands in a program's configuration, as lines of name=value."""

    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied, self._says = "", ""
        self._icon = PlainLabel(self)
        self._address = ElidedLabel(self)
        self.answerer = AnswererBox(self)
        self.port = PortEdit(self)
        self._copy = QPushButton(self.tr("Copy for a program"), self)
        self._clear = QToolButton(self)
        self._told = ElidedLabel(self)
        self._line = QHBoxLayout()
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self._clear.clicked.connect(self.clear_pressed)

    def present(self, door: DoorModel, demo: Credentials) -> None:
        """Show where the door is and who answers; the demo merchant's key goes with the simulator's answers alone."""
        url, handed_on = door.base_url, door.target is not None
        self._copied = f"base_url={url}\n"
        self._says = self.tr("Copied: base_url; app_code and client_key stay the merchant’s own")
        if not handed_on:
            self._copied += f"app_code={demo.app_code}\nclient_key={demo.client_key}\n"
            self._says = self.tr("Copied: base_url, app_code and client_key of the demo merchant")
        beside = "" if handed_on else f"   app_code {demo.app_code}"
        set_icon(self._icon, "wire", "ok_fg" if url else "muted", 16)
        self._address.setFont(mono(current().small_pt) if url else self.font())
        closed = self.tr("No address") if door.failure else self.tr("The simulator is not running.")
        self._address.show_text(f"{url}{beside}" if url else closed)
        self._copy.setEnabled(bool(url))
        self._copy.setToolTip(self._tip(handed_on=handed_on))
        self.port.present(door.port, is_shut=door.failure is not None)
        self._present_told(door)

    def present_count(self, count: int) -> None:
        """Offer to forget what was seen, where something was."""
        self._clear.setEnabled(count > 0)

    def add_tool(self, tool: QWidget) -> None:
        """Have this stand before the last button."""
        self._line.insertWidget(self._line.count() - 1, tool)
        read_in_order(self, self.answerer, self.port, self._copy, tool, self._clear)

    def _present_told(self, door: DoorModel) -> None:
        said, severity = door.told
        self._told.show_text(translated(said))
        set_property(self._told, "severity", severity.name.lower())

    def _tip(self, *, handed_on: bool) -> str:
        if handed_on:
            return self.tr("base_url, as a line of name=value; the program keeps its own app_code and client_key")
        return self.tr(
            "base_url, app_code and client_key of the simulator's demo merchant, as lines of name=value. A program may "
            "as well keep the app_code and key of one of your profiles: it is verified with that key."
        )

    def _build(self) -> None:
        self._address.setObjectName("door_address")
        self._copy.setObjectName("copy_door")
        self._told.setObjectName("door_told")
        describe(self._clear, "clear_watch", self.tr("Forget what was seen"), "trash")
        self._line.setSpacing(current().gap_small)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._address, 3)
        self._line.addWidget(self.answerer, 2)
        self._line.addWidget(self.port)
        self._line.addWidget(self._copy)
        self._line.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addLayout(self._line)
        layout.addWidget(self._told)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        say(self, self._says)
