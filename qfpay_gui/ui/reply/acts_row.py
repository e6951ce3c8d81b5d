"""The buttons that do what the next step says, in a row of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.reply.acts import FIELD
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono

_PICTURES = {
    "credentials": "key",
    "environment": "globe",
    "signature": "string",
    "ca_file": "lock",
    "refund": "refund",
    "close": "cancel",
    "checks": "check",
    "ask": "copy",
}


class ActsRow(QWidget):
    """A button an act; none takes no room."""

    requested = Signal(str)
    """Carries the id of an act: one of ``acts.ACTS``, or ``field:`` and a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_acts")
        self._acts: tuple[str, ...] = ()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(current().gap_small)
        self._line.addStretch(1)
        self.hide()

    def present(self, acts: tuple[str, ...]) -> None:
        """Offer these."""
        if acts == self._acts:
            return
        self._acts = acts
        while self._line.count() > 1:
            item = self._line.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # Qt may be about to show it, which it would do as a window of its own
                widget.setParent(None)
                widget.deleteLater()
        for place, act in enumerate(acts):
            self._line.insertWidget(place, self._button(act))
        self.setVisible(bool(acts))

    def _button(self, act: str) -> QPushButton:
        words, tip = self._words(act)
        button = QPushButton(words, self)
        button.setObjectName(f"act_{act.removeprefix(FIELD)}")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setProperty("act", act)
        if act.startswith(FIELD):
            button.setFont(mono(current().text_pt))
        else:
            set_icon(button, _PICTURES[act])
        button.clicked.connect(self._on_clicked)
        button.show()
        return button

    def _words(self, act: str) -> tuple[str, str]:
        if act.startswith(FIELD):
            name = act.removeprefix(FIELD)
            return name, self.tr("Go to {name} in the form").format(name=name)
        return {
            "credentials": (self.tr("Credentials …"), self.tr("Look at the merchant's credentials")),
            "environment": (self.tr("Environment"), self.tr("Look at where requests go")),
            "signature": (self.tr("Signing string"), self.tr("Look at what is signed")),
            "ca_file": (self.tr("CA file …"), self.tr("Trust the authority of a company's proxy")),
            "refund": (self.tr("Refund …"), self.tr("Fill in the refund of this order")),
            "close": (self.tr("Close it …"), self.tr("Fill in the closing of this order")),
            "checks": (self.tr("Checks"), self.tr("Look at what differs")),
            "ask": (self.tr("Copy for QFPay"), self.tr("Copy the verdict with its technical lines, to ask with")),
        }[act]

    def _on_clicked(self) -> None:
        self.requested.emit(str(self.sender().property("act")))
