"""A dressed application, a workbench over fakes, and the whole program over the real simulator."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from qfpay_gui.models.outside import Outside
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.services.keychain.secret_store import SessionStore
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.words.languages import speak
from tests.models.fixed_clock import FixedClock
from tests.models.wechat_desk import WechatDesk
from tests.ui.desk import CountingSimulator, Desk, Network
from tests.ui.person import come_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


# What the window system of the tests says it cannot do, and no test is about.
_OFFSCREEN = r"This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"


def ignore_regrets(items: list[pytest.Item], folder: Path) -> None:
    """Let popups and dialogs open in the tests of this folder without the plugin's regrets counting as warnings."""
    for item in items:
        if str(item.path).startswith(f"{folder}{os.sep}"):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Popups and dialogs open here."""
    ignore_regrets(items, Path(__file__).parent)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in the light theme and in English, before and after, and nothing copied left behind."""
    speak("en")
    theme.apply(qapp, "light", "en")
    yield
    # The off-screen plug-in destroys what is on its clipboard after Python, which then crashes.
    qapp.clipboard().clear()
    speak("en")
    theme.apply(qapp, "light", "en")


@pytest.fixture
def network() -> Network:
    """Where the workbench sends to."""
    return Network()


@pytest.fixture
def workbench(dressed: None, tmp_path: Path, network: Network) -> Iterator[Workbench]:  # noqa: ARG001 - for its effect
    """A workbench at a clock of its own, with keys in memory; its simulator does not run yet."""
    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), SessionStore(), network.client, tmp_path / "s.json")
    bench = Workbench(outside)
    yield bench
    bench.stop()
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


@pytest.fixture
def desk(dressed: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """The whole program, open, its simulator running."""
    monkeypatch.setattr("qfpay_gui.services.simulator.Simulator", CountingSimulator)
    started = Desk(qtbot, tmp_path / "home").open()
    yield started
    assert started.close()


@pytest.fixture
def stage(dressed: None, qtbot: QtBot) -> QWidget:  # noqa: ARG001 - for its effect
    """An open window to put a widget in; it lays nothing out, so that it never minds a widget's size."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    come_to(window)
    return window


@pytest.fixture
def restart(qtbot: QtBot) -> Iterator[Callable[[Desk], Desk]]:
    """Closes the program and starts it again over the same folder and the same keychain."""
    started: list[Desk] = []

    def again(desk: Desk) -> Desk:
        assert desk.close()
        later = Desk(qtbot, desk.settings_path.parent, store=desk.outside.store).open()
        started.append(later)
        return later

    yield again
    for later in started:
        assert later.close()


@pytest.fixture
def wechat(dressed: None, qtbot: QtBot) -> Iterator[WechatDesk]:  # noqa: ARG001 - for its effect
    """A running simulator to which nothing was sent."""
    made = WechatDesk(qtbot).open()
    yield made
    assert made.close()
