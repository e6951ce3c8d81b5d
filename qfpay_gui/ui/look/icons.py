"""Icons drawn for this product, in the colours of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from qfpay_gui import resources
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.look.tint import tinted

_APP_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
_DRAWN = {
    (QIcon.Mode.Normal, QIcon.State.Off): "icon",
    (QIcon.Mode.Active, QIcon.State.Off): "text",
    (QIcon.Mode.Selected, QIcon.State.Off): "text",
    (QIcon.Mode.Disabled, QIcon.State.Off): "disabled",
    (QIcon.Mode.Normal, QIcon.State.On): "accent_fg",
    (QIcon.Mode.Disabled, QIcon.State.On): "disabled",
}
"""The token of each state that is drawn; Qt takes the nearest of these for the others."""
_TONED = {(QIcon.Mode.Normal, QIcon.State.Off), (QIcon.Mode.Disabled, QIcon.State.Off)}


def names() -> tuple[str, ...]:
    """Every icon that can be asked for by name."""
    return tuple(sorted(path.stem for path in (resources.root() / "icons").glob("*.svg") if path.stem != "app"))


def icon(name: str, tone: str = "icon") -> QIcon:
    """The icon in the current theme, sharp at every size and pixel ratio.

    ``tone`` is a colour token such as "ok_fg" or "on_accent"; it then holds in every mode but
    disabled. Raises ValueError for a name or a tone that does not exist.
    """
    return _tinted_icon(name, tone, theme.current().name)


_loaded = cache(theme.load)


@cache
def _tinted_icon(name: str, tone: str, theme_name: str) -> QIcon:
    """One icon of one theme; Qt's SVG engine renders from these files on demand."""
    worn = _loaded(theme_name)
    drawn = QIcon()
    for (mode, state), token in _DRAWN.items():
        if tone == "icon" or (mode, state) in _TONED:
            chosen = token if tone == "icon" or mode is QIcon.Mode.Disabled else tone
            drawn.addFile(tinted(name, worn.colour(chosen).name()), QSize(), mode, state)
    return drawn


def pixmap(name: str, tone: str = "icon", size: int = 0, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` pixels as drawn (the theme's icon size when 0) for this pixel ratio."""
    side = theme.px(size) if size else theme.current().icon_px
    return icon(name, tone).pixmap(QSize(side, side), ratio)


def set_icon(target: QAbstractButton | QAction | QLabel, name: str, tone: str = "icon", size: int = 0) -> None:
    """Show an icon on a button, action or label, and remember it so that ``retint`` finds it.

    An empty name takes the icon away. ``size`` counts for labels only.
    """
    worn = theme.current()
    wanted = (name, tone, size, worn.name, worn.scale)
    if target.property("iconDrawn") == wanted:
        return
    target.setProperty("iconDrawn", wanted)
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, tone, size, target.devicePixelRatioF()) if name else QPixmap())
    else:
        target.setIcon(icon(name, tone) if name else QIcon())


def retint(_changed: object = None) -> None:
    """Redraw every icon set by ``set_icon`` in the current theme; connect it to ``ThemeWatcher.changed``."""
    for widget in QApplication.allWidgets():
        actions = widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for target in (widget, *actions):
            drawn = target.property("iconDrawn")
            if drawn and isinstance(target, QAbstractButton | QAction | QLabel):
                name, tone, size, *_worn = drawn
                set_icon(target, name, tone, size)


@cache
def app_icon() -> QIcon:
    """The product's own icon, in full colour, from 16 to 256 pixels."""
    drawn = QIcon()
    for side in _APP_SIZES:
        drawn.addFile((resources.root() / "icons" / "app.svg").as_posix(), QSize(side, side))
    return drawn
