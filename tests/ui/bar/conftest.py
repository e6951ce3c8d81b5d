"""The bar on its own, over a workbench whose simulator runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.ui.bar.top_bar import TopBar
from tests.ui.person import Person

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.workbench import Workbench


@dataclass(frozen=True)
class BarDesk:
    """A bar, its workbench, and somebody who uses it."""

    bar: TopBar
    bench: Workbench
    person: Person


@pytest.fixture
def desk(stage: QWidget, workbench: Workbench, qtbot: QtBot) -> BarDesk:
    """The bar once everything has started."""
    bar = TopBar(workbench, stage)
    bar.resize(1280, 46)
    bar.show()
    workbench.start()
    qtbot.waitUntil(lambda: bool(workbench.simulator.base_url) and not workbench.profiles.state.busy)
    return BarDesk(bar, workbench, Person(lambda: bar))
