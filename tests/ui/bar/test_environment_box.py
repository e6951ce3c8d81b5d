from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLabel, QLineEdit

from qfpay_gui.qfpay import environments
from qfpay_gui.ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.models.workbench import Workbench
    from tests.ui.bar.conftest import BarDesk


class Typist:
    """Answers the dialog that asks for a base URL, as often as it asks."""

    def __init__(self, *answers: str | None) -> None:
        self._answers = list(answers)
        self.labels: list[str] = []
        self.found: list[str] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._answer)
        self._timer.start(2)

    def stop(self) -> None:
        """Answer no more."""
        self._timer.stop()

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QInputDialog) or not self._answers:
            return
        answer = self._answers.pop(0)
        edit = dialog.findChild(QLineEdit)
        label = dialog.findChild(QLabel)
        assert isinstance(edit, QLineEdit)
        assert isinstance(label, QLabel)
        self.labels.append(label.text())
        self.found.append(edit.text())
        if answer is None:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        edit.selectAll()
        QTest.keyClicks(edit, answer)
        QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.fixture
def typist() -> Iterator[list[Typist]]:
    """Whoever is put here is stopped at the end."""
    hired: list[Typist] = []
    yield hired
    for one in hired:
        one.stop()


def test_it_begins_with_the_simulator_and_its_host(desk: BarDesk) -> None:
    """Spelt out, port and all."""
    assert desk.person.find(QComboBox, "environment").currentText() == "Simulator"
    assert desk.person.said("environment_host") == desk.bench.environment.host
    assert desk.person.said("environment_host").startswith("127.0.0.1:")


def test_before_the_simulator_listens_the_host_says_that_it_starts(stage: object, workbench: Workbench) -> None:
    """No empty place where a host will be."""
    from qfpay_gui.ui.bar.environment_box import EnvironmentBox  # noqa: PLC0415 - this test's own
    from tests.ui.person import find  # noqa: PLC0415

    box = EnvironmentBox(workbench, stage)  # type: ignore[arg-type]  # a QWidget
    assert find(box, QLabel, "environment_host").accessibleName() == "starting …"


@pytest.mark.parametrize("environment", environments.ALL, ids=lambda one: one.id)
def test_every_environment_can_be_chosen_and_spells_out_its_host(
    desk: BarDesk, environment: environments.Environment
) -> None:
    """Name, host, colour and caution all follow."""
    desk.person.choose("environment", environment.id)
    assert desk.bench.environment.id == environment.id
    box = desk.person.find(QComboBox, "environment")
    assert desk.person.said("environment_host") == desk.bench.environment.host
    assert box.property("kind") == desk.bar.property("kind")
    assert box.toolTip() == str(environment.caution)
    assert not box.itemIcon(box.currentIndex()).isNull()


def test_the_letters_of_a_name_find_it(desk: BarDesk) -> None:
    """As in every list, without opening it."""
    QTest.keyClicks(desk.person.find(QComboBox, "environment"), "San")
    assert desk.bench.environment.id == "sandbox"


def test_a_custom_environment_asks_for_its_base_url(desk: BarDesk, typist: list[Typist]) -> None:
    """What is typed is where requests go, and what is offered next time."""
    typist.append(Typist("https://pay.example.invalid/qf", None))
    desk.person.choose("environment", "custom")
    assert desk.bench.environment.base_url == "https://pay.example.invalid/qf"
    desk.person.choose("environment", "custom")
    assert typist[0].found == ["https://", "https://pay.example.invalid/qf"]


def test_a_base_url_that_cannot_be_used_is_asked_for_again_with_the_reason(desk: BarDesk, typist: list[Typist]) -> None:
    """What was typed stays to be corrected, and the sentence says what is wrong."""
    typist.append(Typist("http://pay.example.invalid", "https://pay.example.invalid"))
    desk.person.choose("environment", "custom")
    assert "Plain http goes to this machine only" in typist[0].labels[1]
    assert typist[0].found[1] == "http://pay.example.invalid"
    assert desk.bench.environment.base_url == "https://pay.example.invalid"


def test_escape_leaves_the_environment_as_it_was(desk: BarDesk, typist: list[Typist]) -> None:
    """The box shows it again, too."""
    typist.append(Typist(None))
    desk.person.choose("environment", "custom")
    assert desk.bench.environment.id == "simulator"
    assert desk.person.find(QComboBox, "environment").currentData() == "simulator"


def test_a_custom_url_of_productions_host_looks_like_production(desk: BarDesk, typist: list[Typist]) -> None:
    """Nobody is fooled by how it is spelt."""
    typist.append(Typist("https://openapi-hk.qfapi.com:443/x"))
    desk.person.choose("environment", "custom")
    assert desk.bar.property("kind") == "production"


def test_a_change_of_theme_redraws_the_icons(desk: BarDesk, qapp: QApplication) -> None:
    """Dark icons do not stay on a dark ground."""
    box = desk.person.find(QComboBox, "environment")
    before = box.itemIcon(0).pixmap(18, 18).toImage()
    theme.apply(qapp, "dark", "en")
    desk.bar.restyle()
    assert box.itemIcon(0).pixmap(18, 18).toImage() != before
