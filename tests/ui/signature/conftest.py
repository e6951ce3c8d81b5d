"""The signature panel on its own, over the example payment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.ui.signature.signature_panel import SignaturePanel
from qfpay_gui.ui.widgets.signing_view import SigningView
from tests.models.fixed_clock import FixedClock
from tests.ui.person import Person, find, status_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"


@dataclass(frozen=True)
class PanelDesk:
    """A panel, its model, and what it said was copied."""

    panel: SignaturePanel
    model: DraftModel
    person: Person
    copied: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Let the panel take the height it asks for, as a layout would."""
        for _ in range(3):
            self.panel.resize(self.panel.width(), self.panel.sizeHint().height())
            QApplication.processEvents()

    @property
    def view(self) -> SigningView:
        """Where the signing string is drawn."""
        return find(self.panel, SigningView, "signing_string")

    @property
    def drawn(self) -> str:
        """The string as it is drawn."""
        return self.view.toPlainText()


@pytest.fixture
def desk(stage: QWidget) -> PanelDesk:
    """The panel with the example payment of a merchant."""
    model = DraftModel(FixedClock())
    model.set_context(Context(Credentials("A1B2", KEY)))
    panel = SignaturePanel(model, stage)
    panel.resize(760, 340)
    panel.show()
    made = PanelDesk(panel, model, Person(lambda: panel))
    status_of(panel).said.connect(made.copied.append)
    return made
