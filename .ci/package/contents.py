"""What of all that PyInstaller finds goes along: what the program uses, and nothing that a desktop has itself."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

EXCLUDED = (
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtXml", "PySide6.QtDesigner"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtConcurrent", "PySide6.QtHelp", "PySide6.QtUiTools"),
    *("tkinter", "_tkinter", "curses", "_curses", "readline", "nis", "ossaudiodev", "spwd"),
    *("setuptools", "pkg_resources", "packaging", "pip", "distutils", "lib2to3", "ensurepip", "pydoc_data"),
    *("unittest", "doctest", "test", "PyInstaller", "sqlite3.test", "pycparser"),
)
"""Modules that nothing in the program asks for."""
_QT = re.compile(r"(?:lib)?Qt6?([A-Z]\w*?)(?:\.abi3)?\.(?:so|pyd|dll|framework|dylib)(?:\.|$)")
QT = frozenset({"Core", "Gui", "Widgets", "Svg", "PrintSupport", "Test", "DBus", "XcbQpa", "WaylandClient"})
"""The parts of Qt that the program imports, and those behind them."""
_PLUGIN = re.compile(r"(?:^|/)plugins/([\w-]+)/(?:lib)?(\w[\w-]*?)d?\.(?:so|dll|dylib)$")
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg", "qico", "qicns"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal", "qgtk3"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qwindowsvistastyle", "qmacstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
OPTIONAL = frozenset({"libqgtk3.so", "libcupsprintersupport.so"})
"""Plug-ins that Qt leaves alone where a desktop lacks what they are for."""
_LANGUAGES = frozenset({"qtbase_zh_CN.qm", "qtbase_zh_TW.qm"})
_OF_LINUX = re.compile(
    r"lib(?:python3|Qt6|pyside6|shiboken6|icu|ssl|crypto|sqlite3"
    r"|xcb-(?:cursor|icccm|image|keysyms|render-util|util)\.)"
)
"""Libraries beside the program on Linux; a desktop has every other, or the package asks for it."""
_METADATA = frozenset({"METADATA", "entry_points.txt"})


def goes_along(name: str, *, linux: bool) -> bool:
    """Whether what lies at this path in the package is needed there."""
    path = PurePosixPath(name.replace("\\", "/"))
    qt = next((found[1] for part in path.parts if (found := _QT.match(part))), None)
    plugin = _PLUGIN.search(str(path))
    if plugin:
        return plugin[2] in PLUGINS.get(plugin[1], ())
    if qt is not None:
        return qt in QT
    if "PySide6" in path.parts and path.suffix == ".qm":
        return path.name in _LANGUAGES
    if any(part.endswith(".dist-info") for part in path.parts):
        return path.name in _METADATA
    return not (linux and len(path.parts) == 1 and ".so" in path.name and not _is_ours(path.name))


def _is_ours(library: str) -> bool:
    """Whether this library of Linux goes along; a Python module that lies beside the program does."""
    return not library.startswith("lib") or _OF_LINUX.match(library) is not None
