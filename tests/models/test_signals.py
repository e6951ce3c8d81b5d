from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

EMITS = 2_000


@dataclass(frozen=True)
class Edited:
    """What a model says: a small frozen value."""

    name: str
    count: int
    remark: Text


class _Model(QObject):
    """A model as this program writes them: one signal that carries one object."""

    edited = Signal(object)

    def edit(self, count: int) -> None:
        """Say that something was edited."""
        self.edited.emit(Edited("txamt", count, text("Tests", "{count} edits").fill(count=count)))


class _Panel(QObject):
    """A panel as this program writes them: a bound method renders what the model says."""

    def __init__(self, model: _Model, kind: Qt.ConnectionType) -> None:
        super().__init__()
        self.seen: list[Edited] = []
        model.edited.connect(self._on_edited, kind)

    def _on_edited(self, edited: Edited) -> None:
        self.seen.append(edited)


def test_two_thousand_signals_with_a_value_each_are_survived(qapp: QApplication) -> None:
    """The binding in use keeps count of its references: with a faulty one the process is gone before the end."""
    model = _Model(qapp)
    panels = [_Panel(model, Qt.ConnectionType.DirectConnection) for _ in range(2)]
    for count in range(EMITS):
        model.edit(count)
    model.deleteLater()
    for panel in panels:
        assert [edited.count for edited in panel.seen] == list(range(EMITS))
        assert str(panel.seen[-1].remark) == "1999 edits"


def test_two_thousand_signals_in_a_queue_are_survived(qtbot: QtBot) -> None:
    """The way results come back from the background, through the event loop, keeps every value alive as well."""
    model = _Model()
    panel = _Panel(model, Qt.ConnectionType.QueuedConnection)
    for count in range(EMITS):
        model.edit(count)
    assert panel.seen == []
    qtbot.waitUntil(lambda: len(panel.seen) == EMITS)
    assert [edited.count for edited in panel.seen] == list(range(EMITS))
