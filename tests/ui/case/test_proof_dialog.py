from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QTextBrowser

from qfpay_gui.models.case.proof import ProofMaterial, proof_material
from qfpay_gui.ui.case.file_handle import FileHandle
from qfpay_gui.ui.case.proof_dialog import ProofDialog
from qfpay_gui.ui.look import theme
from tests.models.case.case_samples import KEY, PAIRS, SORTED, WITH_KEY_EQUALS, curl, md5
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.case.conftest import CaseDesk

NOW = datetime(2026, 3, 1, tzinfo=UTC)


class ProofDesk:
    """An open dialog about a case."""

    def __init__(self, qtbot: QtBot, case_desk: CaseDesk) -> None:
        self.dialog = ProofDialog(proof_material(case_desk.bench, NOW, "1.0"))
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.person = Person(lambda: self.dialog)

    @property
    def preview(self) -> str:
        """What is shown of the document."""
        return self.person.find(QPlainTextEdit, "proof_preview").toPlainText()

    @property
    def page(self) -> str:
        """What can be read on the drawn page."""
        return self.person.find(QTextBrowser, "proof_page").toPlainText()


@pytest.fixture
def desk(qtbot: QtBot, case_desk: CaseDesk) -> ProofDesk:
    """The proof of a case whose cause is named."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    return ProofDesk(qtbot, case_desk)


def test_the_proof_names_the_cause_and_the_fix(desk: ProofDesk) -> None:
    """With both strings, and no key."""
    assert "the key was joined with" in desk.preview
    assert "nothing after it" in desk.preview
    assert WITH_KEY_EQUALS in desk.preview
    assert KEY not in desk.preview


def test_form_and_languages_are_chosen(desk: ProofDesk) -> None:
    """The preview follows."""
    for name in ("curl", "python", "node", "miniprogram", "java"):
        desk.person.click(f"proof_{name}")
    desk.person.choose("proof_form", "JSON")
    record = json.loads(desk.preview)
    assert [one["title"] for one in record["programs"]] == ["PHP"]
    assert record["merchant"]["signature"] == WITH_KEY_EQUALS
    desk.person.choose("proof_form", "HTML")
    assert desk.preview.startswith("<!DOCTYPE html>")


def test_personal_data_is_masked_until_asked_for(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """By a tick that is off to begin with."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    pairs = (*PAIRS, ("extend_info", person))
    case_desk.take(curl(md5("&".join(f"{n}={v}" for n, v in sorted(pairs)) + "&key=" + KEY), pairs))
    desk = ProofDesk(qtbot, case_desk)
    assert "440524188001010014" not in desk.preview
    desk.person.click("reveal_personal")
    assert "440524188001010014" in desk.preview
    assert KEY not in desk.preview


def test_what_is_shown_is_what_is_copied(desk: ProofDesk) -> None:
    """And that is said."""
    desk.person.click("copy_proof")
    assert QGuiApplication.clipboard().text() == desk.dialog.document == desk.preview
    assert desk.person.said("proof_said") == "Copied: the proof as Markdown"


def test_the_proof_is_saved_and_the_place_is_said(desk: ProofDesk, tmp_path: Path) -> None:
    """Or why it was not saved."""
    target = tmp_path / "proof.md"
    assert desk.dialog.save_to(str(target))
    assert target.read_text(encoding="utf-8") == desk.dialog.document
    assert desk.person.said("proof_said") == f"Saved: {target}"
    assert not desk.dialog.save_to(str(tmp_path / "none" / "proof.md"))
    assert desk.person.said("proof_said").startswith("Not saved: ")


def test_without_a_case_the_draft_is_proven(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """Rightly signed, with no claim of a merchant's."""
    material = proof_material(case_desk.bench, NOW, "1.0")
    assert isinstance(material, ProofMaterial)
    assert material.claim.signature == ""
    assert material.prepared is case_desk.bench.draft.prepared
    assert "What is signed" in ProofDesk(qtbot, case_desk).preview


def test_a_case_that_is_signed_rightly_is_proven_too(case_desk: CaseDesk) -> None:
    """Its signature is the right one of its own parameters."""
    case_desk.take(curl(md5(SORTED + KEY)))
    material = proof_material(case_desk.bench, NOW, "1.0")
    assert isinstance(material, ProofMaterial)
    assert material.prepared.signature == md5(SORTED + KEY)
    assert material.prepared.parameters == PAIRS


def test_the_proof_speaks_another_language_than_the_window(desk: ProofDesk) -> None:
    """As its reader does; the page and the text follow."""
    assert "The merchant’s signature is not the one of this request." in desk.page
    desk.person.choose("proof_language", "zh_HK")
    assert "商戶的簽名與此請求不符。" in desk.page
    assert desk.preview.startswith("# QFPay 簽名檢查")
    desk.person.choose("proof_language", "zh_CN")
    assert "商户的签名与此请求不符。" in desk.preview
    desk.person.choose("proof_language", "en")
    assert "# QFPay signature check" in desk.preview
    assert desk.person.find(QPushButton, "copy_proof").text() == "Copy"


def test_the_page_is_drawn_as_its_reader_sees_it(desk: ProofDesk) -> None:
    """Whatever the form: both strings with the difference marked in its own colour, without tags or style sheet."""
    assert "QFPay signature check" in desk.page
    assert f"{SORTED}&key={'•' * 32}" in desk.page
    assert "<" not in desk.page.replace("<?php", "").partition("Signing code")[0]
    assert ":root" not in desk.page
    document = desk.person.find(QTextBrowser, "proof_page").document()
    marked = document.find("&key=•")
    marked.setPosition(marked.selectionStart() + 1)
    assert marked.charFormat().foreground().color() == theme.current().colour("wrong_fg")


def test_the_proof_is_dragged_out_as_a_file(desk: ProofDesk) -> None:
    """Its name and text are those it would be saved with, in a folder nobody else may look into."""
    handle = desk.person.find(FileHandle, "proof_file")
    assert desk.person.said("proof_file_name") == "qfpay-proof-SO20261123000412.md: drag it out of here"
    desk.person.choose("proof_form", "HTML")
    taken = handle.taken_along()
    assert taken is not None
    path = Path(taken.urls()[0].toLocalFile())
    assert path.name == "qfpay-proof-SO20261123000412.html"
    assert path.read_text(encoding="utf-8") == desk.dialog.document == taken.text()
    assert path.parent.stat().st_mode & 0o077 == 0


class Opener(QObject):
    """What the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Take the place down."""
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[Opener]:
    """Stands for the programs of this computer."""
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # the stubs ask for bytes, which PySide refuses
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def test_the_proof_is_opened_and_shown_where_it_was_saved(
    desk: ProofDesk, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved first where it is not; once more where it was changed since; nothing is opened where it is not saved."""
    answers = ["", str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answers.pop(0), ""))
    desk.person.click("open_proof")
    assert opener.opened == []
    desk.person.click("open_proof")
    desk.person.click("show_proof_in_folder")
    assert opener.opened == [str(tmp_path / "a.md"), str(tmp_path)]
    desk.person.click("proof_java")
    desk.person.click("open_proof")
    assert opener.opened[-1] == str(tmp_path / "b.md")
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == desk.dialog.document
    assert answers == []


def test_the_page_names_its_language_as_the_web_does(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """With a hyphen, whatever Qt calls it."""
    dialog = ProofDialog(proof_material(case_desk.bench, NOW, "1.0"), "zh_HK")
    qtbot.addWidget(dialog)
    dialog.show()
    person = Person(lambda: dialog)
    person.choose("proof_form", "HTML")
    assert '<html lang="zh-HK">' in dialog.document


def test_the_page_names_the_language_it_speaks_not_the_one_of_numbers_and_dates(
    case_desk: CaseDesk, qtbot: QtBot
) -> None:
    """Where the system's language is none of ours, the window and its pages speak English."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    try:
        dialog = ProofDialog(proof_material(case_desk.bench, NOW, "1.0"))
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(dialog)
    dialog.show()
    person = Person(lambda: dialog)
    person.choose("proof_form", "HTML")
    assert '<html lang="en">' in dialog.document
