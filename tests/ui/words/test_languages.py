from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.words import languages
from qfpay_gui.ui.words.languages import LANGUAGES, speak
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

_NOT_PAID = text("Verdict", "Order created – nobody has paid yet.")
_LENGTH = text("Rules", "{length} characters, {limit} allowed")
_ASKS = "from qfpay_gui.ui.words.languages import resolve; print(resolve(''))"


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leaves the application as it was found: in English."""
    yield
    speak("en")


class Named(QWidget):
    """A widget whose class has no translations of its own."""


class BrokenPage(QWidget):
    """Named like a class of the window, so that it shares that one's context."""


class LongBrokenPage(BrokenPage):
    """Inherits a sentence from the class above."""


def _system_language(**environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LANG", "LC_"))}
    command = [sys.executable, "-c", _ASKS]
    asked = subprocess.run(command, env=kept | environment, check=True, capture_output=True)  # noqa: S603 - this Python
    return asked.stdout.decode().strip()


def test_a_language_changes_what_a_sentence_says_and_english_changes_it_back() -> None:
    """What pure code says is read in the window's language from speak() on, and in English after speak("en")."""
    assert speak("zh_CN") == "zh_CN"
    assert translated(_NOT_PAID) == "订单已创建，但尚未有人付款。"
    speak("en")
    assert translated(_NOT_PAID) == str(_NOT_PAID)


def test_one_language_follows_another() -> None:
    """Going from one Chinese to the other leaves nothing of the first."""
    speak("zh_CN")
    assert speak("zh_HK") == "zh_HK"
    assert translated(_NOT_PAID) == "訂單已建立，但尚未有人付款。"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "30 characters, 20 allowed"), ("zh_CN", "30 个字符，上限 20"), ("zh_HK", "30 個字元，上限 20")],
)
def test_values_are_filled_into_the_translation(language: str, sentence: str) -> None:
    """A template is translated first, then takes its values."""
    speak(language)
    assert translated(_LENGTH.fill(length=30, limit=20)) == sentence


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    """A value that is itself a sentence appears in the same language."""
    speak("zh_CN")
    whole = text("Verdict", "Simulated: {headline}").fill(headline=_NOT_PAID)
    assert translated(whole) == "模拟：订单已创建，但尚未有人付款。"


def test_what_has_no_translation_stays_english() -> None:
    """A sentence nobody translated is shown as it was written, not as nothing."""
    speak("zh_HK")
    assert translated(text("Nowhere", "A sentence nobody translated")) == "A sentence nobody translated"


@pytest.mark.parametrize(("language", "word"), [("en", "Cancel"), ("zh_CN", "取消"), ("zh_HK", "取消")])
def test_the_buttons_of_qt_speak_the_language_as_well(qtbot: QtBot, language: str, word: str) -> None:
    """Dialogs that Qt draws, such as a question with Cancel, are in the window's language."""
    speak(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == word


def test_a_widget_finds_its_own_words_and_those_of_the_class_above(qtbot: QtBot) -> None:
    """tr() looks under the name of the widget's class, then under the classes it inherits from."""
    speak("zh_CN")
    for widget, expected in ((BrokenPage(), "复制"), (LongBrokenPage(), "复制"), (Named(), "Copy")):
        qtbot.addWidget(widget)
        assert widget.tr("Copy") == expected


def test_speaking_again_and_again_keeps_one_set_of_translators() -> None:
    """However often the language changes, only Qt's translator and our own are installed."""
    for language in (*LANGUAGES, *LANGUAGES):
        speak(language)
    assert len(languages._installed) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the environment names the language on Linux only")
@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh_SG.UTF-8", "zh_CN"),
        ("zh_HK.UTF-8", "zh_HK"),
        ("zh_TW.UTF-8", "zh_HK"),
        ("en_HK.UTF-8", "en"),
        ("de_DE.UTF-8", "en"),
        ("C", "en"),
    ],
)
def test_without_a_choice_the_system_decides(system: str, spoken: str) -> None:
    """Simplified and traditional readers get their own Chinese; who reads neither gets English."""
    assert _system_language(LC_ALL=system) == spoken


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the environment names the language on Linux only")
def test_the_first_language_of_the_system_that_is_spoken_here_wins() -> None:
    """A French reader whose second language is Chinese gets Chinese, not English."""
    assert _system_language(LC_ALL="fr_FR.UTF-8", LANGUAGE="fr:zh_HK:en") == "zh_HK"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_is_spoken_whatever_the_system_says(language: str) -> None:
    """Each language of the menu is spoken when it is chosen."""
    assert speak(language) == language
