"""Whether the reason why no window can open is found before Qt aborts."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui import display
from qfpay_gui.display import GUI_LIBRARIES, WAYLAND_LIBRARIES, XCB_LIBRARIES, missing_display, missing_libraries

if TYPE_CHECKING:
    from collections.abc import Iterator

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X and Wayland are Linux's")
_PROCESS_LIBRARIES = re.compile(r"lib(Qt6|icu|c\.|m\.|dl\.|rt\.|pthread|stdc\+\+|gcc_s|z\.|zstd)")


@pytest.fixture(scope="module")
def x_server() -> Iterator[str]:
    """The DISPLAY of an X server of this module's own, which lets anyone on this machine in."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("Xvfb is not installed")
    reader, writer = os.pipe()
    command = [xvfb, "-displayfd", str(writer), "-screen", "0", "320x240x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:  # noqa: S603 - found on PATH
        os.close(writer)
        with os.fdopen(reader) as numbers:
            yield f":{numbers.readline().strip()}"
        server.terminate()


@pytest.fixture
def runtime_folder() -> Iterator[Path]:
    """A folder with a path short enough for a socket's name."""
    with tempfile.TemporaryDirectory(prefix="qf") as folder:
        yield Path(folder)


@pytest.fixture
def compositor(runtime_folder: Path) -> Iterator[Path]:
    """The socket of something that listens as a Wayland compositor does."""
    path = runtime_folder / "wayland-7"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        yield path


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_macos_and_windows_always_have_a_display(platform: str) -> None:
    """Off Linux nothing is looked for, for the system brings the display."""
    assert missing_display({}, platform) is None


def test_no_display_at_all_is_said_in_one_line() -> None:
    """Without DISPLAY and WAYLAND_DISPLAY both are named, and the way out."""
    problem = missing_display({}, "linux")
    assert problem is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in problem
    assert "--self-test" in problem
    assert "\n" not in problem


def test_before_the_set_up_missing_libraries_are_no_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The set-up adds them; that no display is named, or that none answers, is one before and after."""
    missing = {"libnone.so.1": "none1"}
    monkeypatch.setattr(display, "XCB_LIBRARIES", missing)
    monkeypatch.setattr(display, "WAYLAND_LIBRARIES", missing)
    wayland = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    for environ in ({"DISPLAY": ":4711"}, wayland):
        assert "none1" in str(missing_display(environ, "linux"))
        assert missing_display(environ, "linux", is_set_up=False) is None
    assert missing_display({}, "linux", is_set_up=False) == missing_display({}, "linux")
    monkeypatch.setattr(display, "WAYLAND_LIBRARIES", {})
    assert "wayland-7" in str(missing_display(wayland, "linux", is_set_up=False))


@pytest.mark.parametrize("plugin", ["offscreen", "minimal", "vnc:size=800x600", "OFFSCREEN", "nonsense;offscreen"])
def test_a_platform_without_a_screen_needs_none(plugin: str) -> None:
    """QT_QPA_PLATFORM may name a platform that draws into memory."""
    assert missing_display({"QT_QPA_PLATFORM": plugin}, "linux") is None


def test_a_platform_qt_does_not_have_is_named() -> None:
    """A misspelt QT_QPA_PLATFORM, at which Qt would abort, is called that."""
    problem = missing_display({"QT_QPA_PLATFORM": "ofscreen", "DISPLAY": ":0"}, "linux")
    assert problem is not None
    assert "QT_QPA_PLATFORM names ofscreen" in problem


@pytest.mark.integration
@LINUX_ONLY
@pytest.mark.parametrize("address", [":987", "nonsense", ":"])
def test_an_x_server_that_is_not_there_is_named(address: str) -> None:
    """A DISPLAY at which nothing answers is repeated in the message."""
    problem = missing_display({"DISPLAY": address}, "linux")
    assert problem is not None
    assert f"DISPLAY={address}" in problem


@pytest.mark.integration
@LINUX_ONLY
def test_an_x_server_that_answers_is_enough(x_server: str) -> None:
    """With a real X server there is nothing to say."""
    assert missing_display({"DISPLAY": x_server}, "linux") is None


@pytest.mark.integration
@LINUX_ONLY
def test_x_serves_where_wayland_does_not_answer(x_server: str) -> None:
    """Qt falls back from a dead compositor to X, and so does the check."""
    assert missing_display({"DISPLAY": x_server, "WAYLAND_DISPLAY": "wayland-7"}, "linux") is None


@pytest.mark.integration
@LINUX_ONLY
def test_wayland_asked_for_by_name_has_no_fallback(x_server: str) -> None:
    """QT_QPA_PLATFORM=wayland forbids X, so a dead compositor is a reason although X answers."""
    environ = {"DISPLAY": x_server, "WAYLAND_DISPLAY": "wayland-7", "QT_QPA_PLATFORM": "wayland"}
    problem = missing_display(environ, "linux")
    assert problem is not None
    assert "WAYLAND_DISPLAY=wayland-7" in problem
    assert "DISPLAY=:" not in problem


@pytest.mark.integration
@LINUX_ONLY
def test_a_compositor_that_answers_is_enough(compositor: Path) -> None:
    """WAYLAND_DISPLAY is a name in XDG_RUNTIME_DIR or a path."""
    named = {"WAYLAND_DISPLAY": compositor.name, "XDG_RUNTIME_DIR": str(compositor.parent)}
    assert missing_display(named, "linux") is None
    assert missing_display({"WAYLAND_DISPLAY": str(compositor)}, "linux") is None


@pytest.mark.integration
@LINUX_ONLY
def test_a_compositor_that_is_gone_is_a_reason(runtime_folder: Path) -> None:
    """A name at which nobody listens, and a name with no folder to look in, are both refused."""
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(runtime_folder)}
    for wish in (environ, {"WAYLAND_DISPLAY": "wayland-7"}):
        problem = missing_display(wish, "linux")
        assert problem is not None
        assert "no Wayland compositor answers" in problem


@pytest.mark.integration
@LINUX_ONLY
def test_missing_libraries_are_named_with_one_line_for_apt(monkeypatch: pytest.MonkeyPatch, x_server: str) -> None:
    """A library that cannot be loaded is named, and its Debian package once, before X is asked."""
    monkeypatch.setattr(display, "XCB_LIBRARIES", {"libnone-a.so.1": "none1", "libnone-b.so.1": "none1"})
    problem = missing_display({"DISPLAY": x_server}, "linux")
    assert problem is not None
    assert "libnone-a.so.1, libnone-b.so.1" in problem
    assert "sudo apt-get install none1." in problem


@pytest.mark.integration
@LINUX_ONLY
def test_this_machine_has_what_qt_loads() -> None:
    """Where Qt's window opens, no library is reported missing."""
    assert missing_libraries({**GUI_LIBRARIES, **XCB_LIBRARIES}) is None


@LINUX_ONLY
@pytest.mark.parametrize(
    ("binaries", "known"),
    [
        ("lib/libQt6{Core,DBus,Gui,Svg,Test,Widgets}.so.6", GUI_LIBRARIES),
        ("plugins/platforms/libqoffscreen.so", GUI_LIBRARIES),
        ("plugins/{iconengines,imageformats}/libqsvg*.so", GUI_LIBRARIES),
        ("plugins/platforminputcontexts/lib{compose,ibus}*.so", GUI_LIBRARIES),
        ("plugins/platformthemes/libqxdgdesktopportal.so", GUI_LIBRARIES),
        ("lib/libQt6XcbQpa.so.6", {**GUI_LIBRARIES, **XCB_LIBRARIES}),
        ("plugins/platforms/libqxcb.so", {**GUI_LIBRARIES, **XCB_LIBRARIES}),
        ("lib/libQt6WaylandClient.so.6", {**GUI_LIBRARIES, **WAYLAND_LIBRARIES}),
        ("plugins/platforms/libqwayland*.so", {**GUI_LIBRARIES, **WAYLAND_LIBRARIES}),
        ("plugins/wayland-{decoration-client,shell-integration}/*.so", {**GUI_LIBRARIES, **WAYLAND_LIBRARIES}),
    ],
)
def test_the_list_names_all_that_this_qt_asks_the_loader_for(binaries: str, known: dict[str, str]) -> None:
    """A new Qt that needs one more library is noticed here, and not by a user."""
    asked = {name for binary in _of_qt(binaries) for name in _asked(binary)}
    assert {name for name in asked if not _PROCESS_LIBRARIES.match(name)} <= known.keys()


@LINUX_ONLY
def test_qml_is_not_for_the_product() -> None:
    """It comes with QtNetwork, which asks for Kerberos; that is installed for the tests only."""
    assert "libgssapi_krb5.so.2" in _asked(next(_of_qt("lib/libQt6Network.so.6")))
    assert "libgssapi_krb5.so.2" not in GUI_LIBRARIES


def _of_qt(pattern: str) -> Iterator[Path]:
    """Files of PySide6's Qt; of ``{a,b}`` in the pattern, each is there."""
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    before, choice, after = re.fullmatch(r"([^{]*)(?:{([^}]*)})?(.*)", pattern).groups("")  # type: ignore[union-attr]  # it always matches
    for one in choice.split(","):
        found = list((Path(spec.origin).parent / "Qt").glob(f"{before}{one}{after}"))
        assert found, f"{before}{one}{after} is not there: the pattern is wrong"
        yield from found


def _asked(binary: Path) -> set[str]:
    """The libraries that the loader is asked for."""
    content = binary.read_bytes()
    asked = {name.decode() for name in re.findall(rb"(?<=\0)lib[\w+-]+(?:-[\d.]+)?\.so\.\d+(?=\0)", content)}
    assert asked, "no library names found: the pattern is wrong"
    return asked
