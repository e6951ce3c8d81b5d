"""A request form on its own, over a draft at a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.ui.form.request_form import RequestForm
from tests.models.fixed_clock import FixedClock
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.request.draft import Draft, Entry
    from qfpay_gui.ui.form.field_row import FieldRow

CREDENTIALS = Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4")


@dataclass(frozen=True)
class FormDesk:
    """A form, its model, and somebody who fills it in."""

    form: RequestForm
    model: DraftModel
    person: Person

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.model.draft

    def row(self, name: str) -> FieldRow:
        """The row of this parameter."""
        return self.form.rows[name]

    def further(self) -> tuple[Entry, ...]:
        """The parameters the API does not document."""
        return self.model.draft.further


@pytest.fixture
def desk(stage: QWidget) -> Iterator[FormDesk]:
    """The form with the example payment, its sections folded."""
    model = DraftModel(FixedClock())
    model.set_context(Context(CREDENTIALS))
    form = RequestForm(model, stage)
    form.resize(440, 600)
    form.show()
    yield FormDesk(form, model, Person(lambda: form))
    form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
