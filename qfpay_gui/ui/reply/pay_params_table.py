"""pay_params member by member: the value to copy, and what is to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.reply.fields_table import FieldsTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PayParamsTable(FieldsTable):
    """The members of pay_params, or the fields of a reply that has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("pay_params", "pay_params", parent)
