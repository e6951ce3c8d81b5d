"""The comparison in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.case.comparison_view import ComparisonView
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.comparison import Side


class ComparisonDialog(QDialog):
    """``note`` is what has to be known about the two sides, such as masked values."""

    def __init__(
        self,
        sides: tuple[Side, Side],
        titles: tuple[str, str],
        client_key: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = ComparisonView()
        self._said = ElidedLabel(self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self.view.copied.connect(self._said.show_text)
        self._close.clicked.connect(self.accept)
        self.view.present(*sides, titles, client_key)
        self._said.show_text(note)

    def _build(self) -> None:
        self.setObjectName("comparison_dialog")
        self.setWindowTitle(self.tr("Side by side"))
        self.resize(fitting(self, 888, 520))
        self._said.setObjectName("comparison_note")
        set_property(self._said, "role", "muted")
        self._close.setObjectName("close_comparison")
        self._close.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(self._said, 1)
        line.addWidget(self._close)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addWidget(self.view, 1)
        layout.addLayout(line)
