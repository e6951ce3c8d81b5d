from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase

from qfpay_gui.ui.look import fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh_CN", "SC"), ("zh_Hans", "SC"), ("en", "SC"), ("zh_TW", "TC"), ("zh_Hant", "TC"), ("zh_HK", "HK")],
)
def test_the_language_says_which_glyphs(language: str, expected: str) -> None:
    """Simplified, Taiwan's and Hong Kong's readers each get the forms they know."""
    assert fonts.script(language) == expected


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW", "zh_HK"])
def test_only_installed_families_are_asked_for(language: str, qapp: QApplication) -> None:
    """Qt searches long for a family that is missing, so none is named."""
    assert qapp is not None
    assert set(fonts.monospace_families(language)) <= set(QFontDatabase.families())


def test_the_interface_font_has_the_size_asked_for(qapp: QApplication) -> None:
    """Sizes are pixels, and the system's family is always among the choices."""
    assert qapp is not None
    font = fonts.interface(13, "zh_HK")
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert font.pointSizeF() == 13
    assert system in font.families()
