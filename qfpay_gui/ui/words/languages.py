"""The window's language: our own translations, and Qt's for its dialogs and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from qfpay_gui import resources
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.translate import filled, translated

if TYPE_CHECKING:
    from collections.abc import Callable

_SYSTEM = text("WindowMenus", "As the system")
LANGUAGES = ("en", "zh_CN", "zh_HK")
_QT_NAMES = {"zh_CN": "zh_CN", "zh_HK": "zh_TW"}
_installed: list[QTranslator] = []


def named_languages() -> tuple[tuple[str, str], ...]:
    """Every choice with its name in its own language, the system's first."""
    return (("", translated(_SYSTEM)), ("en", "English"), ("zh_CN", "简体中文"), ("zh_HK", "繁體中文"))


def resolve(choice: str) -> str:
    """The language to speak: the choice, or where it is "" the first of the system's that is spoken here."""
    if choice in LANGUAGES:
        return choice
    # Not QLocale.system().language(): on Windows and macOS that is the format of numbers and dates.
    wanted = (_spoken(QLocale(name)) for name in QLocale.system().uiLanguages())
    return next((language for language in wanted if language), "en")


def speak(choice: str) -> str:
    """Translate from now on into this language ("" for the system's); what was drawn before stays. Returns it."""
    language = resolve(choice)
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    if language != "en":
        _install(f"qtbase_{_QT_NAMES[language]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(f"qfpay_{language}", str(resources.root() / "translations"))
    return language


def _spoken(locale: QLocale) -> str:
    """Which of LANGUAGES a reader of this one takes best, or ""."""
    if locale.language() is QLocale.Language.English:
        return "en"
    if locale.language() is not QLocale.Language.Chinese:
        return ""
    return "zh_CN" if locale.script() is QLocale.Script.SimplifiedHanScript else "zh_HK"


def _install(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def speaker(language: str) -> Callable[[Text], str]:
    """Says sentences in this language, whichever the window speaks."""
    translator = QTranslator()
    if language == "en" or not translator.load(f"qfpay_{language}", str(resources.root() / "translations")):
        return str

    def look_up(context: str, template: str) -> str:
        return translator.translate(context, template) or template

    return lambda sentence: filled(sentence, look_up)
