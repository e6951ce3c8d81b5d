"""The reference by real keys: search, pages, steps back, paper, and another language or theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTextBrowser, QToolButton, QWidget

from qfpay_gui.diagnosis.reference.contents import page, pages
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.reference.page_html import PageHtml
from qfpay_gui.ui.reference.paper import as_html, as_pdf, save
from qfpay_gui.ui.reference.reference_window import ReferenceWindow
from qfpay_gui.ui.words.languages import LANGUAGES, speak
from tests.ui.person import commit, find, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

_HOSTILE = "<img src='file:///etc/passwd'><b>x</b> & {y}"


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Where the window writes its geometry."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def reference(stage: QWidget, settings: QSettings, qtbot: QtBot) -> ReferenceWindow:
    """An open reference at its contents."""
    made = ReferenceWindow(settings, stage)
    made.open()
    qtbot.waitUntil(made.isActiveWindow, timeout=10_000)
    return made


def _lines(reference: ReferenceWindow) -> list[str]:
    model = find(reference, QListView, "reference_list").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _view(reference: ReferenceWindow) -> QTextBrowser:
    return find(reference, QTextBrowser, "reference_page")


def _type(words: str) -> None:
    line = QApplication.focusWidget()
    assert line is not None
    assert line.objectName() == "reference_search"
    QTest.keyClicks(line, words) if words.isascii() else commit(line, words)


def test_the_search_is_typed_at_once_and_enter_opens(reference: ReferenceWindow) -> None:
    """The keyboard goes on to the page, and Ctrl+F takes it back to the line, its words selected."""
    _type("1108")
    assert _lines(reference)[0] == "1108"
    press("Return")
    assert reference.page.id == "respcd.1108"
    assert QApplication.focusWidget() is _view(reference)
    press("Ctrl+F")
    _type("txamt")
    assert reference.words == "txamt"


def test_the_arrows_choose_while_one_types(reference: ReferenceWindow) -> None:
    """The second of those found."""
    _type("txamt")
    press("Down")
    press("Return")
    assert reference.page.id == "record.txamt"


def test_the_list_is_on_the_page_that_is_shown(reference: ReferenceWindow) -> None:
    """However it was opened; a page that was not found leaves the list where it was."""
    found = find(reference, QListView, "reference_list")
    reference.open("respcd.1143")
    assert found.currentIndex().data() == "1143"
    press("Alt+Left")
    assert found.currentIndex().row() == 0
    _type("1108")
    reference.visit("respcd.1143")
    assert found.currentIndex().data() == "1108"


def test_one_goes_back_and_forward_as_far_as_there_is_something(reference: ReferenceWindow) -> None:
    """By keys; a page opened after a step back takes the place of those ahead."""
    back, forward = (find(reference, QToolButton, name) for name in ("back", "forward"))
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    for page_id in ("parameter.txamt", "respcd.1108"):
        reference.visit(page_id)
    press("Alt+Left")
    assert (reference.page.id, back.isEnabled(), forward.isEnabled()) == ("parameter.txamt", True, True)
    press("Alt+Right")
    assert (reference.page.id, forward.isEnabled()) == ("respcd.1108", False)
    press("Alt+Left")
    press("Alt+Left")
    assert (reference.page.id, back.isEnabled()) == ("start", False)
    reference.visit("signing.sort")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    press("Alt+Home")
    assert reference.page.id == "start"


def test_a_link_leads_to_its_page(reference: ReferenceWindow) -> None:
    """As it is pressed in the page; the mark of a claim leads nowhere."""
    reference.visit("respcd.1108")
    assert "page:parameter.mchid" in _view(reference).toHtml()
    _view(reference).anchorClicked.emit(QUrl("page:parameter.mchid"))
    assert reference.page.id == "parameter.mchid"
    _view(reference).anchorClicked.emit(QUrl("https://example.com"))
    assert reference.page.id == "parameter.mchid"


def test_the_keyboard_reaches_a_link(reference: ReferenceWindow) -> None:
    """Tab goes to the first link of the page, and Enter follows it."""
    reference.visit("signing.sort")
    _view(reference).setFocus()
    for _ in range(20):
        press("Tab")
        if _view(reference).textCursor().charFormat().anchorHref() == "page:signing.steps":
            break
    press("Return")
    assert reference.page.id == "signing.steps"


def test_escape_closes_it_and_it_opens_where_it_was(
    reference: ReferenceWindow, stage: QWidget, settings: QSettings
) -> None:
    """Size and dividers are remembered."""
    reference.resize(700, 500)
    press("Esc")
    assert reference.isHidden()
    again = ReferenceWindow(settings, stage)
    assert (again.width(), again.height()) == (700, 500)


def test_hostile_words_are_searched_for_and_never_interpreted(reference: ReferenceWindow) -> None:
    """Nothing is found, nothing is loaded, and nothing is drawn as markup."""
    _type("<img src=x>")
    assert _lines(reference) == []
    assert find(reference, QLineEdit, "reference_search").text() == "<img src=x>"
    press("Return")
    assert reference.page.id == "start"


def _hostile_page() -> Page:
    line = Line(_HOSTILE, _HOSTILE, _HOSTILE, _HOSTILE, severity=None)
    wrong = Line(_HOSTILE, _HOSTILE, wire=_HOSTILE, severity=Severity.WRONG)
    return Page("respcd.0000", Kind.RESPCD, _HOSTILE, _HOSTILE, (Section(_HOSTILE, (line, wrong, Line(_HOSTILE))),))


@pytest.mark.parametrize("is_paper", [False, True])
def test_whatever_a_page_holds_is_shown_as_text(dressed: None, *, is_paper: bool) -> None:  # noqa: ARG001 - for its effect
    """Titles, headings, names, values and sentences alike."""
    html = PageHtml(theme.load("light"), is_paper=is_paper).of(_hostile_page())
    document = QTextDocument()
    document.setHtml(html)
    assert document.toPlainText().count(_HOSTILE) >= 8
    assert "<img src='file" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_drawn_in_every_language(dressed: None, language: str) -> None:  # noqa: ARG001 - for its effect
    """With its title, its kind and each heading, none of them in English where another language is spoken."""
    speak(language)
    writer, document = PageHtml(theme.load("dark")), QTextDocument()
    for one in pages():
        document.setHtml(writer.of(one))
        shown = document.toPlainText()
        assert shown.strip()
        assert "{" not in shown.replace('{"', ""), one.id
        assert ("See also" in shown or "How it is known" in shown) == (language == "en"), one.id


def test_a_page_is_saved_as_web_page_and_as_pdf(dressed: None, tmp_path: Path) -> None:  # noqa: ARG001 - for its effect
    """By the ending of the file's name; what cannot be written says why."""
    one = page("parameter.txamt")
    assert save(one, str(tmp_path / "a.html")) == save(one, str(tmp_path / "a.PDF")) == ""
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Looks like major units: is 115 meant?" in html
    assert "icon:" not in html
    assert "page:" not in html
    assert (tmp_path / "a.PDF").read_bytes().startswith(b"%PDF")
    assert save(one, str(tmp_path / "no" / "such" / "a.html")) != ""
    assert (as_html(one)[:9], as_pdf(one)[:4]) == ("<!DOCTYPE", b"%PDF")


def test_paper_is_light_whatever_the_window_looks_like(qapp: QApplication, dressed: None) -> None:  # noqa: ARG001 - for its effect
    """No colour of the dark theme is on it, not even in what other sources say."""
    one = page("call.reversal")
    light = as_html(one)
    theme.apply(qapp, "dark", "en")
    assert as_html(one) == light
    assert theme.load("dark").muted.name() not in light


def test_what_is_equally_sure_stands_under_one_mark(dressed: None) -> None:  # noqa: ARG001 - for its effect
    """Each certainty once below the page, and each source once below it."""
    document = QTextDocument()
    document.setHtml(PageHtml(theme.load("light")).of(page("parameter.txamt")))
    known = document.toPlainText().split("How it is known")[1]
    assert known.count("● documented") == known.count("△ our advice") == known.count("○ open") == 1
    assert known.count("QFPay: refund (") == 1


def test_a_page_is_copied_as_text(reference: ReferenceWindow) -> None:
    """All of it, for a ticket."""
    reference.visit("respcd.1108")
    press("Ctrl+Shift+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("1108\n")
    assert "Compare signing string, client_key, environment and X-QF-SIGNTYPE." in copied


def test_it_draws_in_the_present_theme(reference: ReferenceWindow) -> None:
    """Also what stands open while the theme changes."""
    reference.visit("parameter.txamt")
    light = _view(reference).toHtml()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "dark", "en")
    reference.restyle()
    assert theme.load("dark").wire_name.name() in _view(reference).toHtml()
    assert theme.load("dark").wire_name.name() not in light


def test_another_language_keeps_the_page_and_the_search(desk: Desk) -> None:
    """The window is rebuilt, and the reference with it."""
    desk.window.go.field("txamt")
    press("F1")
    desk.wait(lambda: any(one.isActiveWindow() for one in desk.window.findChildren(ReferenceWindow)))
    (first,) = desk.window.findChildren(ReferenceWindow)
    _type("sign")
    desk.shell.choose_language("zh_CN")
    desk.wait(lambda: any(one.isVisible() for one in desk.window.findChildren(ReferenceWindow)))
    (second,) = desk.window.findChildren(ReferenceWindow)
    assert second is not first
    assert (second.page.id, second.words) == ("parameter.txamt", "sign")
    assert "常见错误" in _view(second).toPlainText()
    assert second.windowTitle() == "txamt – 参考手册"


def test_the_palette_opens_a_page(desk: Desk) -> None:
    """It is found by its number, as soon as the pages are put together."""
    press("Ctrl+K")
    line = desk.person.find(QLineEdit, "palette_search")
    QTest.keyClicks(line, "1108")
    found = desk.person.find(QListView, "palette_list").model()
    desk.wait(lambda: found.index(0, 0).data() == "1108")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.wait(lambda: any(one.isVisible() for one in desk.window.findChildren(ReferenceWindow)))
    (reference,) = desk.window.findChildren(ReferenceWindow)
    assert reference.page.id == "respcd.1108"


def test_printing_asks_for_the_printer_first(reference: ReferenceWindow) -> None:
    """Whoever closes that dialog has printed nothing, and is told nothing."""
    met: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            met.append(type(dialog).__name__)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    timer = QTimer(reference)
    timer.timeout.connect(close)
    timer.start(2)
    press("Ctrl+P")
    timer.stop()
    assert met[0] == "QPrintDialog"
    assert find(reference, QLabel, "reference_said").text() == ""
