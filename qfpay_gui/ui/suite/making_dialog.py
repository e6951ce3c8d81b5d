"""Asks which saved requests a suite is made of, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.ui.look.theme import current, fitting
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.services.saved_requests import SavedRequest


class MakingDialog(QDialog):
    """The order is not chosen: payments come first, then what is asked about them, then what gives back."""

    def __init__(self, requests: tuple[SavedRequest, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = tuple(one for one in requests if one.endpoint in ENDPOINTS)
        self._name = LineEdit(self)
        self._list = QListWidget(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._build()
        self._list.itemChanged.connect(self._render)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._render()

    @property
    def suite_name(self) -> str:
        """What it is to be called."""
        return self._name.text().strip() or self.tr("My suite")

    @property
    def chosen(self) -> tuple[SavedRequest, ...]:
        """The requests that were ticked."""
        ticked = (self._list.item(place).checkState() is Qt.CheckState.Checked for place in range(self._list.count()))
        return tuple(one for one, is_ticked in zip(self._requests, ticked, strict=True) if is_ticked)

    def _build(self) -> None:
        self.setObjectName("suite_making")
        self.setWindowTitle(self.tr("Make a suite of saved requests"))
        self._name.setObjectName("suite_making_name")
        self._name.setAccessibleName(self.tr("Name of the suite"))
        self._name.setPlaceholderText(self.tr("My suite"))
        self._list.setObjectName("suite_making_list")
        self._list.setAccessibleName(self.tr("Saved requests"))
        for one in self._requests:
            item = QListWidgetItem(f"{one.name} · {translated(endpoint(one.endpoint).label)}", self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        agree = self._buttons.addButton(self.tr("Make it …"), QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setObjectName("suite_making_agree")
        self._agree = agree
        words = self.tr(
            "Each becomes a step that expects respcd 0000. Queries and refunds take their numbers from the reply to "
            "the payment before them. Keys and personal data are not in the file."
        )
        about = PlainLabel(words if self._requests else self.tr("Nothing is saved yet: Ctrl+S saves a request."), self)
        about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(current().margin,) * 4)
        layout.setSpacing(current().gap)
        for widget in (about, self._name, self._list, self._buttons):
            layout.addWidget(widget)
        self.resize(fitting(self, 520, 420))

    def _render(self) -> None:
        self._agree.setEnabled(bool(self.chosen))
