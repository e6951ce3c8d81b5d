from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from qfpay_gui import resources
from qfpay_gui.ui.look import icons, theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DRAWINGS = sorted((resources.root() / "icons").glob("*.svg"))
LINES = [path for path in DRAWINGS if path.stem != "app"]
PROMISED = [
    "customer",
    "gateway",
    "sequence",
    "wallet",
    "simulator",
    "sandbox",
    "live",
    "printer",
    "production",
    "custom",
    "key",
    "key-missing",
    "eye",
    "folder",
    "eye-off",
    "copy",
    "check",
    "ok",
    "note",
    "attention",
    "wrong",
    "send",
    "cancel",
    "refresh",
    "pin",
    "undo",
    "redo",
    "chevron-down",
    "chevron-up",
    "chevron-right",
    "chevron-left",
    "plus",
    "minus",
    "trash",
    "edit",
    "paste",
    "clock",
    "phone",
    "code",
    "list",
    "string",
    "suites",
    "document",
    "wire",
    "lock",
    "unlock",
    "globe",
    "sun",
    "moon",
    "search",
    "history",
    "help",
    "more",
    "external",
    "save",
    "merchant",
    "settings",
    "diagnose",
    "compare",
    "bell",
    "refund",
    "request",
    "orders",
]
SHAPES = {"svg", "path", "circle", "rect"}
COLOURED = SHAPES | {"defs", "linearGradient", "stop"}


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light, and in light again afterwards."""
    theme.apply(qapp, "light")
    yield qapp
    theme.apply(qapp, "light")


def stem(path: Path) -> str:
    """The icon's name, to tell the tests apart."""
    return path.stem


def inked(picture: QPixmap, least: int = 255) -> set[str]:
    """The colours of all pixels that are covered, 255 being wholly."""
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() >= least}


def test_every_promised_icon_is_there() -> None:
    """The names other rooms use exist, and no drawing lies about unnamed."""
    assert list(icons.names()) == sorted(PROMISED)


@pytest.mark.parametrize("path", DRAWINGS, ids=stem)
def test_a_drawing_stands_alone(path: Path) -> None:
    """A drawing is valid, made of shapes only, square, and refers to nothing outside itself."""
    drawing = path.read_text(encoding="utf-8")
    root = ET.fromstring(drawing)  # noqa: S314 - our own files
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= (COLOURED if path.stem == "app" else SHAPES)
    assert "href" not in drawing
    assert QSvgRenderer(QByteArray(drawing.encode())).isValid()
    left, top, width, height = root.attrib["viewBox"].split()
    assert (left, top) == ("0", "0")
    assert width == height


@pytest.mark.parametrize("path", LINES, ids=stem)
def test_line_icons_share_one_hand(path: Path) -> None:
    """A line icon is drawn in 24 units with round strokes of 1.75, in whatever colour it is given."""
    root = ET.parse(path).getroot()  # noqa: S314 - our own files
    expected = {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.75",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert root.attrib == expected


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_sharp_at_every_ratio(ratio: float, app: QApplication) -> None:
    """The picture has as many pixels as the screen asks for, and something is drawn on it."""
    assert app.styleSheet()
    for name in PROMISED:
        picture = icons.pixmap(name, size=20, ratio=ratio)
        assert picture.size() == QSize(round(20 * ratio), round(20 * ratio)), name
        assert inked(picture, least=64), name


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize(
    ("mode", "state", "token"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, "icon"),
        (QIcon.Mode.Active, QIcon.State.Off, "text"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent_fg"),
        (QIcon.Mode.Disabled, QIcon.State.On, "disabled"),
    ],
)
def test_an_icon_shows_its_state(
    choice: theme.Choice, mode: QIcon.Mode, state: QIcon.State, token: str, app: QApplication
) -> None:
    """Normal, pointed at, disabled and checked are each drawn in the theme's colour for it."""
    worn = theme.apply(app, choice)
    assert inked(icons.icon("lock").pixmap(QSize(48, 48), 1.0, mode, state)) == {worn.colour(token).name()}


def test_a_tone_holds(app: QApplication) -> None:
    """An icon asked for in a tone has it whether pointed at or not."""
    worn = theme.apply(app, "light")
    toned = icons.icon("send", "on_accent")
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active):
        assert inked(toned.pixmap(QSize(48, 48), 1.0, mode)) == {worn.on_accent.name()}


def test_an_icon_is_made_once(app: QApplication) -> None:
    """The same icon of one theme is one icon; another theme has its own."""
    first = icons.icon("key").cacheKey()
    assert icons.icon("key").cacheKey() == first
    theme.apply(app, "dark")
    assert icons.icon("key").cacheKey() != first


@pytest.mark.parametrize(("name", "tone"), [("no-such-icon", "icon"), ("key", "no-such-tone")])
def test_a_wrong_name_is_refused(name: str, tone: str, app: QApplication) -> None:
    """A name or a tone that does not exist is a mistake in the program."""
    assert app.styleSheet()
    with pytest.raises(ValueError, match="no-such"):
        icons.icon(name, tone)


def test_icons_follow_the_theme(app: QApplication, qtbot: QtBot) -> None:
    """Buttons, labels and actions are redrawn when the theme changes."""
    window = QWidget()
    qtbot.addWidget(window)
    button, label, action = QToolButton(window), QLabel(window), QAction(window)
    for target in (button, label, action):
        icons.set_icon(target, "lock")
    watcher = theme.ThemeWatcher(app, "light")
    watcher.changed.connect(icons.retint)
    watcher.choose("dark")
    shown = (button.icon().pixmap(48), label.pixmap(), action.icon().pixmap(48))
    assert [inked(picture) for picture in shown] == [{theme.load("dark").icon.name()}] * 3
    watcher.deleteLater()


def test_an_empty_name_takes_the_icon_away(app: QApplication, qtbot: QtBot) -> None:
    """A finding that is gone leaves no picture behind."""
    label, button = QLabel(), QToolButton()
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    for target in (label, button):
        icons.set_icon(target, "wrong", "wrong_fg")
        icons.set_icon(target, "")
    assert app.styleSheet()
    assert label.pixmap().isNull()
    assert button.icon().isNull()


def test_the_product_has_an_icon_at_every_size(app: QApplication) -> None:
    """From the task bar to the about box it is drawn, in full colour, with clear corners."""
    assert app.styleSheet()
    for side in (16, 32, 256):
        image = icons.app_icon().pixmap(side).toImage().scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(side // 2, side // 8).blue() > image.pixelColor(side // 2, side // 8).red()
