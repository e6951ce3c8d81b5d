"""The look: tokens, palette, fonts and the one style sheet. Nothing outside this module styles a widget.

A widget says what it is by dynamic properties (``role``, ``severity``, ``kind``); the head of
``resources/themes/style.qss`` lists them. Change such a property with ``set_property``.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache, partial
from string import Template

from PySide6.QtCore import QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from qfpay_gui import resources
from qfpay_gui.ui.look import desktop, fonts
from qfpay_gui.ui.look.desktop import Choice
from qfpay_gui.ui.look.tint import tinted
from qfpay_gui.ui.look.tokens import Theme, load

__all__ = [
    "ZOOMS",
    "Choice",
    "Theme",
    "ThemeWatcher",
    "apply",
    "current",
    "fitting",
    "load",
    "mono",
    "px",
    "set_property",
    "style_sheet",
]

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The sizes that can be chosen, in percent."""
_PIXELS = re.compile(r"\b(\d+)(?:-(\d+))?px")
_STROKE = 2
"""Up to so many pixels it is a stroke, which stays as thin at every zoom."""
_PICTURES = {
    "picture_check": ("check", "on_accent"),
    "picture_check_disabled": ("check", "disabled"),
    "picture_check_menu": ("check", "accent_fg"),
    "picture_minus": ("minus", "on_accent"),
    "picture_down": ("chevron-down", "icon"),
    "picture_down_disabled": ("chevron-down", "disabled"),
    "picture_up": ("chevron-up", "icon"),
    "picture_plus": ("plus", "icon"),
    "picture_plus_disabled": ("plus", "disabled"),
    "picture_less": ("minus", "icon"),
    "picture_less_disabled": ("minus", "disabled"),
    "picture_right": ("chevron-right", "icon"),
    "picture_left": ("chevron-left", "icon"),
}
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent_fg",
    QPalette.ColorRole.LinkVisited: "accent_fg",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border_strong",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}
_WRITING = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def current() -> Theme:
    """The theme the application wears; light before ``apply``."""
    app = QApplication.instance()
    worn = app.property("theme") if app is not None else None
    return worn if isinstance(worn, Theme) else load("light")


def px(pixels: float) -> int:
    """So many pixels of the drawing, at the present zoom."""
    return current().px(pixels)


def fitting(window: QWidget, width: int, height: int) -> QSize:
    """This size of the drawing at the present zoom, but no larger than the screen where the drawing is not."""
    screen = window.screen().availableSize().expandedTo(QSize(width, height))
    return QSize(px(width), px(height)).boundedTo(screen)


def mono(points: float | None = None) -> QFont:
    """The monospace font in this many points; the signing string's size when none is given."""
    app = QApplication.instance()
    language = app.property("themeLanguage") if app is not None else ""
    return fonts.monospace(points or current().wire_pt, language or "")


def _palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for what the style draws by itself."""
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    for role in _WRITING:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.disabled)
    return palette


def style_sheet(theme: Theme, language: str = "") -> str:
    """``style.qss`` with every placeholder filled in."""
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme)}
    values = {key: value.name() if isinstance(value, QColor) else str(value) for key, value in tokens.items()}
    pictures = {key: f'url("{tinted(name, values[token])}")' for key, (name, token) in _PICTURES.items()}
    families = ", ".join(f'"{family}"' for family in fonts.monospace_families(language))
    template = (resources.root() / "themes" / "style.qss").read_text(encoding="utf-8")
    grown = _PIXELS.sub(partial(_grown, theme), template)
    return Template(grown).substitute(values, mono=families, **pictures)


def _grown(theme: Theme, found: re.Match[str]) -> str:
    """A size of the style sheet at the theme's scale, less the strokes around it."""
    drawn, strokes = int(found[1]), int(found[2] or 0)
    return f"{(drawn if drawn <= _STROKE else theme.px(drawn)) - strokes}px"


def apply(app: QApplication, choice: Choice = "system", language: str = "", zoom: int = 100) -> Theme:
    """Dress the application, at a zoom in percent. ``language`` picks the Chinese glyphs; "" means the locale's."""
    theme, sheet = _drawn(desktop.theme_name(choice), *desktop.sizes(zoom), language or QLocale().name())
    app.setProperty("theme", theme)
    app.setProperty("themeLanguage", language)
    if sheet != app.styleSheet():
        # Undressed first: restyling each widget from one sheet straight into another takes twice as long.
        app.setStyleSheet("")
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(_palette(theme))
        app.setFont(fonts.interface(theme.text_pt, language))
        app.setStyleSheet(sheet)
    return theme


@cache
def _drawn(name: str, scale: float, points: float, language: str) -> tuple[Theme, str]:
    """A theme and its style sheet, which take longer to make than to wear again."""
    theme = load(name, scale, points)
    return theme, style_sheet(theme, language)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a styling property such as ``severity``, and restyle the widget only where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # styled for the first time when it is first shown or measured
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class ThemeWatcher(QObject):
    """Keeps the application in the chosen theme and says when it changes.

    ``changed`` carries the new Theme: connect ``icons.retint`` and whatever paints with tokens.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: Choice = "system", language: str = "", zoom: int = 100) -> None:
        super().__init__(app)
        self._app, self._choice, self._language, self._zoom = app, choice, language, zoom
        for signal in desktop.changes():
            signal.connect(self._follow)
        self.choose(choice)

    def choose(self, choice: Choice) -> None:
        """Wear this choice from now on."""
        self._choice = choice
        self.changed.emit(apply(self._app, choice, self._language, self._zoom))

    def speak(self, language: str) -> None:
        """Draw Chinese the way this language's readers know it."""
        self._language = language
        self.choose(self._choice)

    def zoom(self, percent: int) -> None:
        """Be so large from now on; what stands has the sizes it was made with, and is to be made anew."""
        self._zoom = percent
        self.choose(self._choice)

    def stop(self) -> None:
        """Follow the desktop no longer."""
        for signal in desktop.changes():
            signal.disconnect(self._follow)

    def _follow(self) -> None:
        if self._choice == "system" and current().name != desktop.theme_name("system"):
            self.choose("system")
