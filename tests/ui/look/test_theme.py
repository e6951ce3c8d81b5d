from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QStatusBar,
    QStyle,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui import resources
from qfpay_gui.ui.look import fonts, theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.logging import _QtMessageCapture as QtLog
    from pytestqt.qtbot import QtBot

THEMES: tuple[theme.Choice, ...] = ("light", "dark", "contrast")
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
"""How far text stands out from its ground."""
SURFACES = ("window", "panel", "raised", "sunken", "hover")
SEVERITIES = ("ok", "note", "attention", "wrong")
ROLES: dict[type[QWidget], tuple[str, ...]] = {
    QLabel: ("heading", "label", "value", "muted", "wire", "digest", "badge", "amount"),
    QFrame: ("card", "bar", "strip", "sunken", "line", "rule", "sheet"),
    QPushButton: ("primary", "quiet", "danger", "link", "section", "pay"),
    QToolButton: ("quiet", "toggle", "section", "field"),
    QPlainTextEdit: ("signing", "code", "raw", "plain"),
    QLineEdit: ("wire",),
    QTableWidget: ("wire", "framed"),
}
PAIRS = [
    *((text, ground) for text in ("text", "muted", "accent_fg") for ground in SURFACES),
    *((f"{severity}_fg", ground) for severity in SEVERITIES for ground in (f"{severity}_bg", *SURFACES)),
    *(("production_fg", ground) for ground in ("production_bg", *SURFACES)),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((text, ground) for text in ("text", "accent_fg", "muted") for ground in ("accent_bg",)),
    *(("text", ground) for ground in ("selection", "mark", "pressed")),
    *((f"wire_{part}", ground) for part in ("name", "value", "sign", "key") for ground in ("sunken", "panel", "mark")),
    *((f"code_{part}", "sunken") for part in ("keyword", "string", "number", "comment")),
    *(("text", f"place_{role}") for role in ("parameter", "signature", "app_code", "client_key", "sign_type", "url")),
    ("on_production", "production"),
    ("panel", "attention_fg"),  # Send on live testing
    *((text, ground) for text in ("text", "muted") for ground in ("attention_bg", "production_bg")),  # the bar
]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours' luminance, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light, and in light again afterwards."""
    theme.apply(qapp, "light")
    yield qapp
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply(qapp, "light")


@pytest.mark.parametrize("name", THEMES)
def test_text_is_legible(name: str) -> None:
    """Each text colour stands out 4.5 to 1 from each surface it is written on, and 7 to 1 in high contrast."""
    worn = theme.load(name)
    found = {(text, ground): contrast(worn.colour(text), worn.colour(ground)) for text, ground in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < LEAST[name]} == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("mark", ["focus", "icon", "muted", "border_strong"])
@pytest.mark.parametrize("ground", SURFACES)
def test_rings_and_icons_are_visible(name: str, mark: str, ground: str) -> None:
    """What is seen rather than read stands out 3 to 1."""
    worn = theme.load(name)
    assert contrast(worn.colour(mark), worn.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("frame", "ground"),
    [
        ("attention_fg", "window"),
        ("attention_fg", "attention_bg"),
        ("production_fg", "window"),
        ("production_fg", "production_bg"),
    ],
)
def test_frame_and_send_of_real_money_can_be_told_from_what_they_stand_on(name: str, frame: str, ground: str) -> None:
    """Three to one, for live testing and production alike."""
    worn = theme.load(name)
    assert contrast(worn.colour(frame), worn.colour(ground)) >= 3


def test_black_on_white_has_the_known_contrast() -> None:
    """The measure used here gives 21 for black on white and 1 for a colour on itself."""
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1)


@pytest.mark.parametrize(("name", "dark"), [("light", False), ("dark", True), ("contrast", True)])
def test_a_theme_knows_whether_it_is_dark(name: str, *, dark: bool) -> None:
    """The two themes are what their names say."""
    worn = theme.load(name)
    assert (worn.name, worn.is_dark) == (name, dark)


@pytest.mark.parametrize(
    "change",
    [{"window": None}, {"windwo": "#ffffff"}, {"window": "whitish"}],
    ids=["missing", "unknown", "unreadable"],
)
def test_a_theme_file_with_a_slip_is_refused(change: dict[str, str | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing, an unknown and an unreadable colour are each named."""
    table = resources.read_json("themes/light.json")
    colours = {token: value for token, value in {**table["colours"], **change}.items() if value is not None}
    monkeypatch.setattr(resources, "read_json", lambda _path: {"name": "light", "colours": colours})
    with pytest.raises(ValueError, match=next(iter(change))):
        theme.load("light")


def test_only_colours_are_colours() -> None:
    """Asking for a colour by the name of a size, or a name that does not exist, is refused."""
    worn = theme.load("light")
    for token in ("gap", "nothing"):
        with pytest.raises(ValueError, match=token):
            worn.colour(token)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_complete(name: str, qapp: QApplication) -> None:
    """No placeholder is left over, and each picture it names is a file, written with forward slashes."""
    assert qapp is not None
    sheet = theme.style_sheet(theme.load(name))
    pictures = re.findall(r'url\("([^"]*)"\)', sheet)
    assert "$" not in sheet
    assert pictures
    assert all(Path(picture).is_file() and "\\" not in picture for picture in pictures)


def one_of_each() -> QWidget:
    """A window with each kind of widget in each role, severity and environment."""
    window = QWidget()
    column = QVBoxLayout(window)
    plain = (QCheckBox, QComboBox, QMenu, QProgressBar, QRadioButton, QScrollArea, QSpinBox)
    for kind in (*plain, QSplitter, QStatusBar, QTabWidget, QTreeWidget):
        column.addWidget(kind(window))
    for widget_type, roles in ROLES.items():
        for role in roles:
            for severity in SEVERITIES:
                widget = widget_type(window)
                widget.setProperty("role", role)
                widget.setProperty("severity", severity)
                widget.setProperty("kind", "live")
                column.addWidget(widget)
    return window


@pytest.mark.parametrize("name", THEMES)
def test_qt_has_no_complaint(name: theme.Choice, app: QApplication, qtbot: QtBot, qtlog: QtLog) -> None:
    """Drawing each kind of widget in each role makes Qt print nothing."""
    window = one_of_each()
    qtbot.addWidget(window)
    theme.apply(app, name)
    assert not window.grab().isNull()
    assert [record.message for record in qtlog.records] == []


@pytest.mark.parametrize("widget_type", list(ROLES))
def test_each_role_has_a_look(widget_type: type[QWidget]) -> None:
    """Every role of a widget is named in the style sheet's head, and all but the plain value have a rule."""
    sheet = (resources.root() / "themes" / "style.qss").read_text(encoding="utf-8")
    head, rules = sheet.split("*/", maxsplit=1)
    selectors = {widget_type.__name__, "QAbstractItemView"} if widget_type is QTableWidget else {widget_type.__name__}
    for role in set(ROLES[widget_type]) - {"value"}:
        assert role in head
        assert any(f'{selector}[role="{role}"]' in rules for selector in selectors)


def test_a_card_lies_on_the_window(app: QApplication, qtbot: QtBot) -> None:
    """A card is drawn in the panel's colour, also as the content of a scroll area."""
    area, card = QScrollArea(), QFrame()
    qtbot.addWidget(area)
    card.setProperty("role", "card")
    area.setWidget(card)
    area.setWidgetResizable(True)
    area.resize(100, 100)
    assert app.styleSheet()
    assert area.grab().toImage().pixelColor(50, 50) == theme.current().panel


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox, QPushButton, QToolButton])
@pytest.mark.parametrize("role", ["", "quiet", "primary", "wire"])
def test_controls_in_a_row_are_of_one_height(make: type[QWidget], role: str, app: QApplication, qtbot: QtBot) -> None:
    """Fields and buttons are as high as the theme says, whatever their role."""
    control = make()
    qtbot.addWidget(control)
    control.setProperty("role", role)
    if isinstance(control, QAbstractButton):
        control.setText("Send")
    control.ensurePolished()
    assert app.styleSheet()
    assert control.sizeHint().height() == theme.current().control


def test_the_signing_string_is_the_largest_text(app: QApplication, qtbot: QtBot) -> None:
    """It is set in the monospace family, larger than a heading, with no character joined to its neighbour."""
    signing, heading = QPlainTextEdit(), QLabel("Signature")
    signing.setProperty("role", "signing")
    heading.setProperty("role", "heading")
    for widget in (signing, heading):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert app.styleSheet()
    assert signing.font().pointSizeF() == theme.current().wire_pt > heading.font().pointSizeF()
    assert signing.font().families() == theme.mono().families()
    tags = {
        bytes(tag.toString().data()).decode(): signing.font().featureValue(tag) for tag in signing.font().featureTags()
    }
    assert tags == {"calt": 0, "liga": 0, "clig": 0}


def test_the_monospace_font_is_monospaced(app: QApplication) -> None:
    """``mono`` gives a fixed-pitch font of the points asked for."""
    assert app.styleSheet()
    assert QFontInfo(theme.mono(20)).fixedPitch()
    assert (theme.mono(20).pointSizeF(), theme.mono().pointSizeF()) == (20, theme.current().wire_pt)


def test_the_palette_wears_the_theme(app: QApplication) -> None:
    """What the style draws without a rule has the theme's colours, and disabled text is fainter."""
    worn = theme.apply(app, "dark")
    palette = app.palette()
    assert palette.color(QPalette.ColorRole.Window) == worn.window
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == worn.disabled
    assert theme.current() == worn


def test_a_severity_shows_at_once(app: QApplication, qtbot: QtBot) -> None:
    """Setting a property restyles the widget."""
    label = QLabel("28 characters expected")
    qtbot.addWidget(label)
    label.ensurePolished()
    theme.set_property(label, "severity", "wrong")
    assert app.styleSheet()
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.current().wrong_fg
    theme.set_property(label, "severity", "ok")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.current().ok_fg


class Watched(QLabel):
    """A label that counts how often it is about to be restyled."""

    restyled = 0

    def style(self) -> QStyle:
        """Whoever restyles a widget asks for its style first."""
        self.restyled += 1
        return super().style()


def test_an_unchanged_property_costs_nothing(qtbot: QtBot) -> None:
    """Only a new value restyles the widget."""
    label = Watched()
    qtbot.addWidget(label)
    label.ensurePolished()
    for severity in ("wrong", "wrong", "wrong", "ok", "ok"):
        theme.set_property(label, "severity", severity)
    assert label.restyled == 2


def test_a_widget_that_was_never_seen_is_styled_when_it_is(app: QApplication, qtbot: QtBot) -> None:
    """What a window says of its widgets while it is built costs nothing, and holds when it is shown."""
    label = Watched("28 characters expected")
    qtbot.addWidget(label)
    theme.set_property(label, "severity", "wrong")
    assert label.restyled == 0
    label.show()
    assert app.styleSheet()
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.current().wrong_fg


def test_a_choice_is_worn_and_announced(app: QApplication, qtbot: QtBot) -> None:
    """Choosing dark dresses the application and says so."""
    watcher = theme.ThemeWatcher(app, "light")
    with qtbot.waitSignal(watcher.changed) as announced:
        watcher.choose("dark")
    assert announced.args == [theme.load("dark")]
    assert theme.current().is_dark
    watcher.deleteLater()


def test_the_system_is_followed(app: QApplication, qtbot: QtBot) -> None:
    """When the desktop changes, a watcher which follows it dresses the application anew."""
    watcher = theme.ThemeWatcher(app, "system")
    system = theme.current().name
    theme.apply(app, "light" if system == "dark" else "dark")
    with qtbot.waitSignal(watcher.changed):
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert theme.current().name == system
    watcher.deleteLater()


def test_a_fixed_choice_stays(app: QApplication, qtbot: QtBot) -> None:
    """A user who chose dark keeps it when the desktop changes."""
    watcher = theme.ThemeWatcher(app, "dark")
    with qtbot.assertNotEmitted(watcher.changed):
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().is_dark
    watcher.deleteLater()


def test_the_language_chooses_the_chinese_glyphs(app: QApplication, qtbot: QtBot) -> None:
    """A watcher told the language sets the window, and what is signed, in fonts of that script."""
    watcher = theme.ThemeWatcher(app, "light", "zh_CN")
    assert theme.mono().families() == fonts.monospace_families("zh_CN")
    with qtbot.waitSignal(watcher.changed):
        watcher.speak("zh_HK")
    assert theme.mono().families() == fonts.monospace_families("zh_HK")
    assert app.font().families() == fonts.interface(9.75, "zh_HK").families()
    watcher.deleteLater()
