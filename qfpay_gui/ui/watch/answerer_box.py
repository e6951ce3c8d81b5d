"""Who answers a program: the simulator, or an environment that its requests are handed on to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.widgets.elided import ElidedCombo
from qfpay_gui.ui.words.environments import kind_icon
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.environments import Environment

_NEVER = {EnvironmentKind.SIMULATOR, EnvironmentKind.PRODUCTION}


class AnswererBox(ElidedCombo):
    """Shows what holds: what a person chooses is asked for, and shown once it was agreed to."""

    wanted = Signal(object)
    """Carries the Environment that requests are to be handed on to; None for the simulator."""

    addresses_wanted = Signal()
    """Custom addresses are to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: list[Environment] = []
        self._chosen = 0
        self.setObjectName("answerer")
        self.setAccessibleName(self.tr("Who answers"))
        self.setToolTip(self.tr("Who answers a program: the simulator, or whom its requests are handed on to"))
        self.activated.connect(self._on_activated)

    def present(self, environments: Iterable[Environment], chosen: Environment | None) -> None:
        """Offer these but production and the simulator, which stands first; who is chosen is shown, listed or not."""
        self._targets = [one for one in environments if one.kind not in _NEVER]
        ids = [one.id for one in self._targets]
        if chosen is not None and chosen.id not in ids:
            self._targets.append(chosen)
            ids.append(chosen.id)
        self.clear()
        self.addItem(icon(*kind_icon("simulator")), self.tr("The simulator answers"))
        for one in self._targets:
            words = self.tr("Hand on to {name}").format(name=translated(one.name))
            self.addItem(icon(*kind_icon(one.kind.value)), words)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Custom addresses …"))
        self._chosen = ids.index(chosen.id) + 1 if chosen is not None else 0
        self.setMaxVisibleItems(max(self.count(), 1))
        self.setCurrentIndex(self._chosen)

    def _on_activated(self, index: int) -> None:
        self.setCurrentIndex(self._chosen)
        if index > len(self._targets):
            self.addresses_wanted.emit()
        elif index != self._chosen:
            self.wanted.emit(self._targets[index - 1] if index else None)
