"""The menu in which a person says what a stretch of the paste is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing.places import Place

PARAMETER = "parameter"
ROLE_NAMES = {
    "signature": "X-QF-SIGN",
    "app_code": "X-QF-APPCODE",
    "sign_type": "X-QF-SIGNTYPE",
    "client_key": "client_key",
    "url": "URL",
}
"""What a request holds besides parameters, by role, as people who sign call it."""


def place_name(place: Place) -> str:
    """A parameter by its name, anything else by its role."""
    return place.name if place.role == PARAMETER else ROLE_NAMES[place.role]


class RoleMenu(QMenu):
    """Offers every parameter of the call by name, and what a request holds beside them."""

    chosen = Signal(str, str)
    """Carries the role, "" for no part of the request, and the name of a parameter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("role_menu")
        self.setTitle(self.tr("This is"))
        self.setToolTipsVisible(True)

    def offer(self, names: Iterable[str], place: Place | None) -> None:
        """Offer these parameters; what the stretch is read as is checked."""
        self.clear()
        parameters = self.addMenu(self.tr("Parameter"))
        present = (place.role, place.name) if place else None
        for name in names:
            self._add(parameters, name, (PARAMETER, name), present)
        parameters.addSeparator()
        parameters.addAction(self.tr("Another name …"), self._ask).setObjectName("role_other_name")
        for role, words in ROLE_NAMES.items():
            self._add(self, words, (role, ""), present)
        self.addSeparator()
        self._add(self, self.tr("No part of the request"), ("", ""), present or ("", ""))

    def _add(self, menu: QMenu, words: str, choice: tuple[str, str], present: tuple[str, str] | None) -> None:
        action = menu.addAction(words, partial(self.chosen.emit, *choice))
        action.setObjectName(f"role_{choice[1] or choice[0] or 'none'}")
        action.setCheckable(True)
        action.setChecked(choice == present)

    def _ask(self) -> None:
        name, is_given = QInputDialog.getText(self.parentWidget(), self.tr("Parameter"), self.tr("Name as it was sent"))
        if is_given and name.strip():
            self.chosen.emit(PARAMETER, name.strip())
