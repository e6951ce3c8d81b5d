"""A case panel over a workbench that knows the merchant's key, and the person before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QTextEdit

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.ui.case.case_panel import CasePanel
from tests.models.case.case_samples import SHOP
from tests.ui.person import Person, status_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.workbench import Workbench


class CaseDesk:
    """The panel, and what it asked for."""

    def __init__(self, qtbot: QtBot, workbench: Workbench, stage: QWidget) -> None:
        self.qtbot = qtbot
        self.bench = workbench
        self.panel = CasePanel(workbench, stage)
        self.panel.resize(760, 340)
        self.panel.show()
        self.person = Person(lambda: self.panel)
        self.said: list[str] = []
        self.asked: list[object] = []
        status_of(self.panel).said.connect(self.said.append)
        self.panel.action_requested.connect(self.asked.append)
        self.panel.variant_requested.connect(self.asked.append)
        self.panel.recipe_requested.connect(self.asked.append)
        self.panel.dropped.connect(self.asked.append)

    def take(self, source: str) -> Examined:
        """Take what was pasted in hand and wait for what is found."""
        self.bench.take_case(read_request(source))
        return self.examined()

    def examined(self) -> Examined:
        """What was found, once it was."""
        self.qtbot.waitUntil(lambda: isinstance(self.bench.case.state, Examined), timeout=30_000)
        assert isinstance(self.bench.case.state, Examined)
        return self.bench.case.state

    def drawn(self, name: str) -> str:
        """What the view of this name draws."""
        return self.person.find(QTextEdit, name).toPlainText()

    @property
    def words(self) -> str:
        """Everything that can be read."""
        labels = (label for label in self.panel.findChildren(QLabel) if label.isVisibleTo(self.panel))
        return "\n".join(str(getattr(label, "whole", label.text())) for label in labels)


@pytest.fixture
def case_desk(qtbot: QtBot, workbench: Workbench, stage: QWidget) -> CaseDesk:
    """The panel is open, the merchant's profile is chosen, no case is in hand."""
    workbench.profiles.save(SHOP)
    qtbot.waitUntil(lambda: not workbench.profiles.state.busy)
    workbench.choose_profile(SHOP.name)
    assert workbench.credentials == SHOP.credentials
    return CaseDesk(qtbot, workbench, stage)
