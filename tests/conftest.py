"""What every test stands on: a home of its own, English, no network, and in CI no test that is quietly skipped."""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
import sys
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

from qfpay_gui.models.garbage import collect_what_is_due
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

_HOMES = count()

# As in the program, and for its reason: no thread but this one may destroy what Qt objects leave behind.
gc.disable()

IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}

# How long an example takes says more about the machine than about the program.
settings.register_profile("untimed", deadline=None, max_examples=400 if IS_THOROUGH else 40)
settings.load_profile("untimed")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# Read once, when Qt first asks for the system's language: so set before anything can ask.
os.environ["LANGUAGE"] = "en"
if sys.platform.startswith("linux"):
    os.environ["LC_ALL"] = "C.UTF-8"
    if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark of the tests that ``python3 -m tests`` leaves out where Linux's desktop is missing."""
    config.addinivalue_line("markers", "integration: needs a real X server, Wayland socket or Secret Service (Linux)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is quick comes last, so that in the end no core waits long for another."""
    items.sort(key=lambda item: item.nodeid.startswith("tests/qfpay/"))


def pytest_collection_finish() -> None:
    """The tests themselves stay to the end: who collects garbage need not look through ten thousand of them."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that skips itself in CI has failed: there, everything it could miss is installed."""
    report = yield
    return _refuse_skip(report) if not hasattr(report, "wasxfail") else report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself as a whole."""
    report = yield
    return _refuse_skip(report)


def _refuse_skip(report: Report) -> Report:
    if IN_CI and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be missing: {report.longrepr}"
    return report


class NetworkUsedError(AssertionError):
    """A test reached for a machine other than this one. No OSError, or the client under test would catch it."""


@pytest.fixture(autouse=True, scope="session")
def english() -> None:
    """Numbers and dates as in English, whatever the machine's language."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """After a test nothing is held or open, and garbage is collected.

    In tests that wait longer than a second, the program itself collects it.
    """
    yield
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        hands_off()
    collect_what_is_due()


def hands_off() -> None:
    """No key or mouse button is held down, nothing is on the clipboard, and no window is open.

    Qt's test library presses Ctrl for Ctrl+A, and the button for a double click, and does not let go of them.
    """
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWindow(), Qt.Key.Key_Control)
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QTest.mouseRelease(QWindow(), Qt.MouseButton.LeftButton)
    for window in QGuiApplication.topLevelWindows():
        window.close()
    if QGuiApplication.clipboard().text():
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def settings_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this test's program keeps its settings and history; it does not exist yet."""
    home = tmp_path_factory.getbasetemp() / f"qfpay-tester-{next(_HOMES)}"
    monkeypatch.setenv("QFPAY_TESTER_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing but this machine can be reached; a host below ``.invalid`` does not exist, without asking anyone."""
    used: list[str] = []
    for verb in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, verb, _guarded_connect(getattr(socket.socket, verb), used))
    monkeypatch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo, used))
    yield
    assert not used, f"the test reached for {', '.join(used)}"


def _guarded_connect(connect: Any, used: list[str]) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _allow(str(address[0]), used)
        return connect(self, address)

    return guarded


def _guarded_lookup(lookup: Any, used: list[str]) -> Any:
    def guarded(host: Any, *arguments: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and name.rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, f"{name} does not exist")
        if name:
            _allow(name, used)
        return lookup(host, *arguments, **named)

    return guarded


def _allow(host: str, used: list[str]) -> None:
    if not _is_loopback(host):
        used.append(host)
        raise NetworkUsedError(host)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
