"""Says in one line why Qt could not open a window, before Qt is imported and aborts the process.

Standard library only and in the syntax of Python 3.8, for the set-up asks it before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What Qt's own libraries ask the loader for on Linux, and the Debian package of each.
GUI_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
DEBIAN_PACKAGES = tuple(
    sorted({*GUI_LIBRARIES.values(), *XCB_LIBRARIES.values(), *WAYLAND_LIBRARIES.values()}),
)

_SCREENLESS = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "eglfs", "linuxfb", "vkkhrdisplay"})
_WAYLAND_SECONDS = 2.0
_ADVICE = "A desktop session has a display, and so has ssh -X; with --self-test it needs none."


def missing_display(environ: Mapping[str, str], platform: str, *, is_set_up: bool = True) -> str | None:
    """One line saying why no window can open here, or None; ``platform`` is ``sys.platform``.

    Before the set-up has added them, missing libraries are no reason.
    """
    if not platform.startswith("linux"):
        return None
    problems = []
    for plugin in _plugins(environ):
        problem = _problem(plugin, environ, is_set_up)
        if problem is None:
            return None
        problems.append(problem)
    return f"QFPay Tester cannot open its window: {'; '.join(problems)}. {_ADVICE}"


def missing_libraries(libraries: Mapping[str, str] = GUI_LIBRARIES) -> str | None:
    """One line naming what Qt needs and the system lacks, with the Debian packages, or None."""
    missing = [name for name in libraries if not _loads(name)]
    if not missing:
        return None
    packages = sorted({libraries[name] for name in missing})
    return (
        f"Qt needs system libraries that are missing here ({', '.join(missing)}); "
        f"on Debian and Ubuntu: sudo apt-get install {' '.join(packages)}"
    )


def _plugins(environ: Mapping[str, str]) -> list[str]:
    """The platform plug-ins Qt will try, in its order: those of QT_QPA_PLATFORM, or by the session."""
    named = [part.partition(":")[0].strip().lower() for part in environ.get("QT_QPA_PLATFORM", "").split(";")]
    chosen = [name for name in named if name]
    if chosen:
        return chosen
    wayland = ["wayland"] if environ.get("WAYLAND_DISPLAY") or environ.get("WAYLAND_SOCKET") else []
    return wayland + (["xcb"] if environ.get("DISPLAY") or not wayland else [])


def _problem(plugin: str, environ: Mapping[str, str], is_set_up: bool) -> str | None:  # noqa: FBT001 - as missing_display
    """Why this plug-in cannot open a window, or None."""
    if plugin in _SCREENLESS:
        return None
    if plugin == "xcb":
        return _x_problem(environ, is_set_up)
    if plugin.startswith("wayland"):
        return _wayland_problem(environ, is_set_up)
    return f"QT_QPA_PLATFORM names {plugin}, which Qt does not have; unset it, or use xcb, wayland or offscreen"


def _x_problem(environ: Mapping[str, str], is_set_up: bool) -> str | None:  # noqa: FBT001 - as missing_display
    display = environ.get("DISPLAY", "")
    if not display:
        return "DISPLAY is not set" if environ.get("QT_QPA_PLATFORM") else "neither DISPLAY nor WAYLAND_DISPLAY is set"
    missing = missing_libraries({**GUI_LIBRARIES, **XCB_LIBRARIES})
    if missing:
        return missing if is_set_up else None
    return None if _x_answers(display) else f"no X server lets this user in at DISPLAY={display}"


def _x_answers(display: str) -> bool:
    """Whether an X server accepts a connection, with the user's X authority where it asks for one."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_problem(environ: Mapping[str, str], is_set_up: bool) -> str | None:  # noqa: FBT001 - as missing_display
    missing = missing_libraries({**GUI_LIBRARIES, **WAYLAND_LIBRARIES})
    if missing:
        return missing if is_set_up else None
    if environ.get("WAYLAND_SOCKET"):
        return None
    name = environ.get("WAYLAND_DISPLAY") or "wayland-0"
    if _wayland_answers(Path(environ.get("XDG_RUNTIME_DIR", "")) / name):
        return None
    return f"no Wayland compositor answers at WAYLAND_DISPLAY={name}"


def _wayland_answers(path: Path) -> bool:
    """Whether a compositor accepts a connection at this socket, which must be an absolute path."""
    import socket  # noqa: PLC0415 - few need it, and a start should not wait for it

    if not path.is_absolute():
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_WAYLAND_SECONDS)
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
