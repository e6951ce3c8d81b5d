"""Which call is made: a button for each endpoint, of which one is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.words.translate import translated


class EndpointChooser(QWidget):
    """One stop for the tab key; the arrow keys go from endpoint to endpoint."""

    chosen = Signal(str)
    """Carries the endpoint's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("endpoint")
        self.setAccessibleName(self.tr("Call"))
        self._group = QButtonGroup(self)
        self._buttons = {name: self._button(name) for name in ENDPOINTS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for button in self._buttons.values():
            layout.addWidget(button, 1)

    def present(self, name: str) -> None:
        """Show this endpoint as the one that is called; the keyboard goes along where it is here."""
        self._buttons[name].setChecked(True)
        for other, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == name else Qt.FocusPolicy.NoFocus)
        if any(button.hasFocus() for button in self._buttons.values()):
            self._buttons[name].setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the endpoint that is called."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus()

    def _button(self, name: str) -> QToolButton:
        call = endpoint(name)
        button = QToolButton(self)
        button.setObjectName(f"endpoint_{name}")
        button.setText(translated(call.label))
        button.setToolTip(translated(call.purpose))
        button.setAccessibleDescription(translated(call.purpose))
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_property(button, "role", "toggle")
        self._group.addButton(button)
        # toggled and not clicked: the arrow keys press a button without a click.
        button.toggled.connect(partial(self._on_toggled, name))
        return button

    def _on_toggled(self, name: str, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_chosen:
            self.chosen.emit(name)
