"""The look: tokens, palette, fonts and the one style sheet. Nothing outside this module styles a widget.

A widget says what it is by dynamic properties (``role``, ``severity``, ``kind``); the head of
``resources/themes/style.qss`` lists them. Change such a property with ``set_property``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from qfpay_gui import resources
from qfpay_gui.ui.look import fonts
from qfpay_gui.ui.look.tint import tinted

Choice = Literal["system", "light", "dark"]
"""What a user may ask for; "system" follows the desktop."""

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


@dataclass(frozen=True)
class Theme:
    """Every colour and size of the look; colours come from ``resources/themes``, sizes are pixels.

    ``…_fg`` is text on ``…_bg``, ``…_border`` its outline. ``mark`` lies behind the part of the
    signing string that is being edited; ``wire_sign`` writes its ``=`` and ``&``.
    ``place_…`` lies behind what was read out of a paste in this role.
    """

    name: str

    window: QColor
    panel: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    icon: QColor
    border: QColor
    border_strong: QColor
    scroll: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_fg: QColor
    accent_bg: QColor
    accent_border: QColor
    focus: QColor
    selection: QColor
    mark: QColor
    ok_fg: QColor
    ok_bg: QColor
    ok_border: QColor
    note_fg: QColor
    note_bg: QColor
    note_border: QColor
    attention_fg: QColor
    attention_bg: QColor
    attention_border: QColor
    wrong_fg: QColor
    wrong_bg: QColor
    wrong_border: QColor
    production_fg: QColor
    production_bg: QColor
    production_border: QColor
    production: QColor
    on_production: QColor
    wire_name: QColor
    wire_value: QColor
    wire_sign: QColor
    wire_key: QColor
    place_parameter: QColor
    place_signature: QColor
    place_app_code: QColor
    place_client_key: QColor
    place_sign_type: QColor
    place_url: QColor
    code_keyword: QColor
    code_string: QColor
    code_number: QColor
    code_comment: QColor

    unit: int = 8
    gap: int = 8
    gap_small: int = 4
    gap_large: int = 16
    margin: int = 12
    control: int = 30
    row: int = 32
    radius: int = 6
    radius_large: int = 8
    small_px: int = 12
    text_px: int = 13
    heading_px: int = 15
    wire_px: int = 16
    icon_px: int = 18

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.text.lightness() > self.window.lightness()

    def colour(self, token: str) -> QColor:
        """The colour of a token such as "ok_fg"; raises ValueError for any other name."""
        value = getattr(self, token, None)
        if not isinstance(value, QColor):
            raise ValueError(f"no colour is named {token!r}")  # noqa: TRY004 - the name is wrong, not its type
        return value


def _colour_names() -> set[str]:
    """The names a theme file must give, no more and no less."""
    return {field.name for field in fields(Theme) if field.type == "QColor"}


def load(name: str) -> Theme:
    """The theme "light" or "dark"; raises ValueError where its file and the tokens differ."""
    table = resources.read_json(f"themes/{name}.json")
    colours = {token: QColor(value) for token, value in table["colours"].items()}
    wrong = _colour_names() ^ set(colours) | {token for token, colour in colours.items() if not colour.isValid()}
    if wrong:
        raise ValueError(f"themes/{name}.json: missing, unknown or unreadable: {', '.join(sorted(wrong))}")
    return Theme(**{**colours, "name": table["name"]})


def current() -> Theme:
    """The theme the application wears; light before ``apply``."""
    app = QApplication.instance()
    worn = app.property("theme") if app is not None else None
    return worn if isinstance(worn, Theme) else load("light")


def mono(size: int | None = None) -> QFont:
    """The monospace font at this many pixels; the signing string's size when none is given."""
    app = QApplication.instance()
    language = app.property("themeLanguage") if app is not None else ""
    return fonts.monospace(size or current().wire_px, language or "")


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
    return Template(template).substitute(values, mono=families, **pictures)


def _resolve(choice: Choice) -> str:
    """The theme's name for a choice; light where the desktop does not say."""
    hints = QGuiApplication.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    # Also tells the window system, so that title bars and native dialogs match.
    hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
    return choice


def apply(app: QApplication, choice: Choice = "system", language: str = "") -> Theme:
    """Dress the application. ``language`` such as "zh_HK" picks the Chinese glyphs; "" means the locale's."""
    theme = load(_resolve(choice))
    sheet = style_sheet(theme, language)
    app.setProperty("theme", theme)
    app.setProperty("themeLanguage", language)
    if sheet != app.styleSheet():
        # Undressed first: restyling each widget from one sheet straight into another takes twice as long.
        app.setStyleSheet("")
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(_palette(theme))
        app.setFont(fonts.interface(theme.text_px, language))
        app.setStyleSheet(sheet)
    return theme


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

    def __init__(self, app: QApplication, choice: Choice = "system", language: str = "") -> None:
        super().__init__(app)
        self._app, self._choice, self._language = app, choice, language
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    def choose(self, choice: Choice) -> None:
        """Wear this choice from now on."""
        self._choice = choice
        self.changed.emit(apply(self._app, choice, self._language))

    def speak(self, language: str) -> None:
        """Draw Chinese the way this language's readers know it."""
        self._language = language
        self.choose(self._choice)

    def stop(self) -> None:
        """Follow the desktop no longer."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow)

    def _follow(self) -> None:
        if self._choice == "system" and current().name != _resolve("system"):
            self.choose("system")
