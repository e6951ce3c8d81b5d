"""The parameters of one endpoint: what scrolls in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.ui.form.field_row import FieldRow
from qfpay_gui.ui.form.further import FurtherParameters
from qfpay_gui.ui.form.merchant import MerchantLines
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.section import Section

if TYPE_CHECKING:
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_PAIRED = {"txamt": "txcurrcd"}


class RequestPage(QWidget):
    """A row for every documented parameter, further ones, and the merchant; what is folded is made when unfolded."""

    edit_credentials_requested = Signal()
    openid_wanted = Signal()
    """The payer's openid is to be asked for."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._request: PreparedRequest | None = None
        self.endpoint = endpoint(model.draft.endpoint)
        self.rows: dict[str, FieldRow] = {}
        """The row of each parameter whose section was unfolded once."""
        self._optional = Section(self.tr("Optional"))
        self._further_section = Section(self.tr("Further parameters"))
        self._merchant_section = Section(self.tr("Merchant"))
        self._further = FurtherParameters(model)
        self._merchant: MerchantLines | None = None
        self._build()

    @property
    def sections(self) -> dict[str, Section]:
        """What folds away, by name."""
        return {"optional": self._optional, "further": self._further_section, "merchant": self._merchant_section}

    def open(self, names: tuple[str, ...]) -> None:
        """Unfold these sections, and fold the others."""
        for name, section in self.sections.items():
            section.set_open(name in names)

    def has(self, name: str) -> bool:
        """Whether this parameter is edited here."""
        return any(entry.name == name for entry in self._model.draft.entries)

    def unfolded(self, name: str) -> tuple[QWidget, QWidget]:
        """The row and the editor of this parameter, their section unfolded."""
        parameter = self.endpoint.find(name)
        group = parameter.group if parameter else "further"
        if group in self.sections:
            self.sections[group].set_open(True)
        if parameter is None:
            editor = self._further.editor_of(name)
            return editor, editor
        return self.rows[name], self.rows[name].editors[name].primary

    def present(self, request: PreparedRequest) -> None:
        """Show the draft as it is now, and what is noticed about the request it becomes."""
        self._request = request
        for row in dict.fromkeys(self.rows.values()):
            row.present(request)
        self._further.present(request)
        if self._merchant is not None:
            self._merchant.present(request)
        self._present_titles()

    def _present_titles(self) -> None:
        draft = self._model.draft
        count = sum(draft.find(one.name).is_sent for one in self.endpoint.parameters if one.group == "optional")
        self._optional.set_title(self.tr("Optional ({count} set)").format(count=count))
        self._further_section.set_title(self.tr("Further parameters ({count})").format(count=len(draft.further)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(current().margin, 0, current().gap_small, current().margin)
        column.setSpacing(current().gap_small)
        self._add_rows("main", column)
        self._optional.fill_when_opened(self._fill_optional)
        self._further_section.body_layout.addWidget(self._further)
        self._merchant_section.fill_when_opened(self._fill_merchant)
        for name, section in self.sections.items():
            section.name_header(f"section_{name}")
            column.addWidget(section)
        column.addStretch(1)

    def _fill_optional(self) -> None:
        self._add_rows("optional", self._optional.body_layout)
        self._present_again()

    def _fill_merchant(self) -> None:
        self._merchant = MerchantLines()
        self._merchant.edit_requested.connect(self.edit_credentials_requested)
        self._merchant_section.body_layout.addWidget(self._merchant)
        self._add_rows("merchant", self._merchant_section.body_layout)
        self._present_again()

    def _add_rows(self, group: str, layout: QVBoxLayout) -> None:
        """A row for each parameter of this group; an amount and its currency share one."""
        for parameter in self.endpoint.parameters:
            if parameter.group == group and parameter.name not in self.rows:
                second = self.endpoint.find(_PAIRED.get(parameter.name, ""))
                row = FieldRow((parameter, second) if second else (parameter,), self._model)
                row.openid_wanted.connect(self.openid_wanted)
                self.rows |= dict.fromkeys(row.editors, row)
                layout.addWidget(row)

    def _present_again(self) -> None:
        if self._request is not None:
            self.present(self._request)
