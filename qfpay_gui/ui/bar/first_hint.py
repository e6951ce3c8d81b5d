"""The first words to somebody who never saw this window: the two things it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from qfpay_gui.models.sending.send_model import Answered, SendState
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from qfpay_gui.models.workbench import Workbench

_REMEMBERED = "first_hint"


class FirstHint(QFrame):
    """One line, until it is closed or a first request was answered; then it never comes again."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._icon = PlainLabel(self)
        self._words = ElidedLabel(self)
        self._close = QToolButton(self)
        self._build()
        self.setVisible(workbench.settings.panels.get(_REMEMBERED) is not False)
        self._close.clicked.connect(self._leave)
        workbench.send_model.changed.connect(self._on_state)

    def _build(self) -> None:
        self.setObjectName("first_hint")
        set_property(self, "role", "strip")
        set_property(self, "severity", "note")
        set_icon(self._icon, "note", "note_fg", 16)
        self._words.setObjectName("first_hint_words")
        set_property(self._words, "severity", "note")
        send, paste = (
            QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            for keys in ("Ctrl+Return", "Ctrl+Shift+V")
        )
        words = self.tr(
            "{send} sends this example to the simulator. "
            "{paste} reads a merchant's request and says what is wrong with it."
        )
        self._words.show_text(words.format(send=send, paste=paste))
        describe(self._close, "first_hint_close", self.tr("Close this hint"), "cancel")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(current().margin, 0, current().gap_small, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)

    def _on_state(self, state: SendState) -> None:
        if isinstance(state, Answered) and not self.isHidden():
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self._workbench.save(**{_REMEMBERED: False})
