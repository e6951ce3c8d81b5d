"""What the desktop asks of every program: dark or light, high contrast, larger text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

Choice = Literal["system", "light", "dark", "contrast"]
"""What a user may ask for; "system" follows the desktop."""

_DRAWN_AT = 96.0
"""The dots per inch at which a point of the drawing is 4/3 of its pixels."""
_INCH = {"darwin": 72.0}
_USUAL_TEXT = {"win32": 9.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 11.0
"""The points in which a desktop writes where nobody asked for larger text; GNOME's, the largest, on Linux."""
_MOST_GROWTH = 2.0


def theme_name(choice: Choice) -> str:
    """The theme's name for a choice; light where the desktop does not say. Title bars are told as well."""
    hints = QGuiApplication.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return "contrast" if asks_for_contrast() else "dark" if is_dark else "light"
    hints.setColorScheme(Qt.ColorScheme.Light if choice == "light" else Qt.ColorScheme.Dark)
    return choice


def asks_for_contrast() -> bool:
    """Whether the desktop is set to high contrast: as Qt says from 6.10 on, or by the names of GTK's themes."""
    names = (os.environ.get("GTK_THEME", ""), QIcon.themeName())
    return _prefers_contrast() or any(name.lower().startswith(("highcontrast", "contrasthigh")) for name in names)


def sizes(zoom: int) -> tuple[float, float]:
    """How much larger pixels, and points of fonts, are than drawn: by the zoom in percent and the desktop."""
    screen = QGuiApplication.primaryScreen()
    inch = _INCH.get(sys.platform, _DRAWN_AT)
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    grown = zoom / 100 * growth(system, sys.platform)
    return grown * (screen.logicalDotsPerInch() / inch if screen else 1.0), grown * _DRAWN_AT / inch


def growth(points: float, platform: str) -> float:
    """How much larger than usual a desktop whose own text has so many points asks for text: 1 to 2."""
    return min(max(points / _USUAL_TEXT.get(platform, _USUAL_ELSEWHERE), 1.0), _MOST_GROWTH)


def changes() -> list[SignalInstance]:
    """What is emitted when the desktop asks for something else."""
    hints = QGuiApplication.styleHints()
    asked = [hints.accessibility().contrastPreferenceChanged] if hasattr(hints, "accessibility") else []
    return [hints.colorSchemeChanged, *asked]


def _prefers_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    asked = hints.accessibility().contrastPreference()
    return bool(asked == Qt.ContrastPreference.HighContrast)
