from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from qfpay_gui.ui.look import desktop, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("points", "platform", "growth"),
    [
        (9.0, "win32", 1.0),
        (13.5, "win32", 1.5),
        (20.25, "win32", 2.0),
        (13.0, "darwin", 1.0),
        (10.0, "linux", 1.0),
        (11.0, "linux", 1.0),
        (13.75, "linux", 1.25),
        (-1.0, "linux", 1.0),
    ],
)
def test_larger_text_of_the_desktop_is_honoured(points: float, platform: str, growth: float) -> None:
    """From its usual size on, up to twice; a small text of the desktop makes nothing smaller."""
    assert desktop.growth(points, platform) == growth


@pytest.mark.parametrize(
    ("zoom", "pixels", "points"), [(80, 24, 7.8), (100, 30, 9.75), (150, 45, 14.625), (200, 60, 19.5)]
)
def test_everything_grows_with_the_zoom(qapp: QApplication, zoom: int, pixels: int, points: float) -> None:
    """Controls in pixels and fonts in points alike."""
    worn = theme.apply(qapp, "light", "en", zoom)
    assert worn.control == pixels
    assert worn.text_pt == pytest.approx(points)
    assert qapp.font().pointSizeF() == pytest.approx(points, abs=0.01)
    assert (theme.px(10), worn.scale) == (round(zoom / 10), zoom / 100)
    theme.apply(qapp, "light", "en")


@pytest.mark.parametrize("zoom", theme.ZOOMS)
def test_a_ring_moves_nothing(zoom: int) -> None:
    """A control that gets a thicker frame loses as much within, at every zoom; strokes stay thin."""
    sheet = theme.style_sheet(theme.load("light", zoom / 100))
    height = round(30 * zoom / 100)
    assert f"min-height: {height - 2}px; padding: 0 {round(8 * zoom / 100)}px; selection-background" in sheet
    assert f"border: 2px solid #5b7be6; min-height: {height - 4}px; padding: 0 {round(8 * zoom / 100) - 1}px" in sheet


@pytest.mark.parametrize(
    ("gtk", "icons", "is_asked"),
    [("", "", False), ("HighContrast", "", True), ("HighContrastInverse", "", True), ("", "HighContrast", True)],
)
def test_high_contrast_of_the_desktop_is_worn(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, gtk: str, icons: str, *, is_asked: bool
) -> None:
    """Where nobody chose a theme; one that was chosen stays."""
    before = QIcon.themeName()
    monkeypatch.setenv("GTK_THEME", gtk)
    QIcon.setThemeName(icons)
    try:
        assert desktop.asks_for_contrast() == is_asked
        assert (theme.apply(qapp, "system").name == "contrast") == is_asked
        assert theme.apply(qapp, "light").name == "light"
    finally:
        QIcon.setThemeName(before)


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_a_dialog_grows_up_to_the_screen(qapp: QApplication, zoom: int) -> None:
    """And is never smaller than it is drawn."""
    window = QWidget()
    screen = window.screen().availableSize()
    theme.apply(qapp, "light", "en", zoom)
    grown = theme.fitting(window, 300, screen.height() + 50)
    assert (grown.width(), grown.height()) == (min(3 * zoom, screen.width()), screen.height() + 50)
    theme.apply(qapp, "light", "en")
    window.deleteLater()
