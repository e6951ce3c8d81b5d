"""Sending with a mistake made on purpose: the merchant's own where it is known, or one from the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from qfpay_gui.models.case.variant import THEIR_RECIPE
from qfpay_gui.qfpay.request.variants import VARIANTS
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class SendMenu(QMenu):
    """Every entry is marked as deliberately wrong by what it makes."""

    variant_requested = Signal(str)
    """Carries the id of a variant."""
    recipe_requested = Signal()
    """The merchant's own mistake, as diagnosed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.recipe = self.addAction(self.tr("Exactly as diagnosed"))
        self.recipe.setObjectName(f"send_{THEIR_RECIPE}")
        self.recipe.setData(THEIR_RECIPE)
        self.addSection(self.tr("A known mistake"))
        for variant in VARIANTS:
            action = self.addAction(translated(variant.name).replace("&", "&&"))
            action.setObjectName(f"send_{variant.id}")
            action.setData(variant.id)
        self.triggered.connect(self._on_triggered)

    def offer_recipe(self, ids: str) -> None:
        """Offer the merchant's own mistake; with "" it is not known."""
        self.recipe.setEnabled(bool(ids))
        self.recipe.setToolTip(ids)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() == THEIR_RECIPE:
            self.recipe_requested.emit()
        else:
            self.variant_requested.emit(action.data())
