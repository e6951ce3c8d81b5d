"""Which fonts the window is set in: the system's own, one monospace family, and Chinese ones behind both."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase

_MONO = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "Noto Sans Mono")
_CHINESE = {
    "SC": ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    "TC": ("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Source Han Sans TC"),
    "HK": ("PingFang HK", "Microsoft JhengHei UI", "Noto Sans CJK HK", "Noto Sans CJK TC", "Source Han Sans HK"),
}
_CHINESE_MONO = {"SC": "Noto Sans Mono CJK SC", "TC": "Noto Sans Mono CJK TC", "HK": "Noto Sans Mono CJK HK"}
# What fontconfig answers where nobody has chosen an interface font: made for coverage, wide in forms.
_UNCHOSEN = {"Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"}
_PREFERRED = ("Inter", "Adwaita Sans", "Cantarell", "Ubuntu", "Noto Sans")


def script(language: str = "") -> str:
    """Which Chinese glyphs readers of a language such as "zh_HK" know: "SC", "TC" or "HK".

    "" asks the locale; simplified where a language does not say.
    """
    locale = QLocale(language) if language else QLocale()
    if locale.territory() in {QLocale.Country.HongKong, QLocale.Country.Macao}:
        return "HK"
    return "TC" if locale.script() == QLocale.Script.TraditionalHanScript else "SC"


@cache
def _present() -> frozenset[str]:
    """Every family of this machine, asked for once: the list is long and every widget's font needs it."""
    return frozenset(QFontDatabase.families())


def _installed(*families: str) -> list[str]:
    """Those of these families that are there, in this order."""
    return [family for family in families if family in _present()]


def _each_character_by_itself(font: QFont) -> QFont:
    """The font without ligatures, so that what is shown is what is signed."""
    for feature in ("calt", "liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def monospace_families(language: str = "") -> list[str]:
    """The families for everything that is signed, first choice first."""
    glyphs = script(language)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return [*(_installed(*_MONO)[:1] or [fixed]), *_installed(_CHINESE_MONO[glyphs], *_CHINESE[glyphs])]


def monospace(points: float, language: str = "") -> QFont:
    """The font for everything that is signed."""
    font = QFont(monospace_families(language))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(points)
    return _each_character_by_itself(font)


def interface(points: float, language: str = "") -> QFont:
    """The system's own font.

    It has no ligatures either: monospace widgets inherit that from it, since a style sheet cannot say so.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    chinese = _CHINESE[script(language)]
    families = _installed(*_PREFERRED, *chinese) if system in _UNCHOSEN else [system, *_installed(*chinese)]
    font = QFont([*families, system])
    font.setPointSizeF(points)
    return _each_character_by_itself(font)
