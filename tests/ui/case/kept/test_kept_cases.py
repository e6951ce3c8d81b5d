"""Cases are kept by themselves, noted upon, found again and handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_book import InHand
from qfpay_gui.models.case.case_model import NoCase, OnRecord
from qfpay_gui.models.case.proof import proof_material
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.snippets.proof.case_file import CaseHead, CaseReply, CaseStatus, read_case
from qfpay_gui.ui.case.kept.cases_table import CasesTable, Column
from qfpay_gui.ui.case.kept.head_line import HeadLine
from qfpay_gui.ui.case.kept.kept_page import KeptPage
from qfpay_gui.ui.case.note_lines import NoteLines
from qfpay_gui.ui.case.proof_dialog import ProofDialog
from tests.models.case.case_samples import PAIRS, SORTED, curl, md5
from tests.ui.desk import Desk
from tests.ui.person import Person, find, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

WRONG = curl(md5(f"{SORTED}&key={DEMO.client_key}"))
TEA = CaseHead("Tea shop", "T-4711", "asked for the body", CaseStatus.WAITING)


def take(desk: Desk, source: str = WRONG) -> None:
    """Take what was pasted in hand in the case's workspace, and wait until it is kept."""
    desk.window.go.case()
    desk.bench.take_case(read_request(source), source)
    desk.wait(lambda: bool(desk.bench.cases.in_hand and desk.bench.cases.in_hand.id))


def note(desk: Desk, head: CaseHead = TEA) -> None:
    """Type what there is to note."""
    for name, words in (("case_merchant", head.merchant), ("case_ticket", head.ticket), ("case_note", head.note)):
        desk.person.type(name, words)
    desk.person.find(QComboBox, "case_status").setFocus()
    desk.person.choose("case_status", {CaseStatus.WAITING: "Waiting for the merchant"}[head.status])


def table(desk: Desk) -> CasesTable:
    """The list of kept cases."""
    return desk.person.find(CasesTable, "cases_table")


def cells(desk: Desk) -> list[tuple[str, ...]]:
    """What the list shows but for the times."""
    rows_model = table(desk).rows_model
    columns = list(Column)[1:]
    return [tuple(rows_model.shown(row, column) for column in columns) for row in rows_model.rows]


ROW = (
    "Tea shop",
    "SO20261123000412",
    "T-4711",
    "the key was joined with “&key=”, WeChat's own rule",
    "Waiting for the merchant",
)


def test_a_case_is_found_again_after_a_restart(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Noted upon in one line, listed on the first page, opened by Enter and examined again."""
    take(desk)
    note(desk)
    later = restart(desk)
    later.window.go.case()
    later.wait(lambda: cells(later) == [ROW])
    table(later).enter()
    press("Return", table(later))
    later.wait(lambda: isinstance(later.bench.case.state, Examined))
    assert later.person.find(QLineEdit, "case_merchant").text() == "Tea shop"
    assert later.person.find(QComboBox, "case_status").currentText() == "Waiting for the merchant"
    assert "the key was joined" in later.person.said("case_cause")
    assert later.value("out_trade_no") == "SO20261123000412"


def test_what_was_typed_and_left_alone_is_found_after_a_restart(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """The pause writes it down: the list holds it before anything is closed, and so does the next start."""
    take(desk)
    note(desk)
    desk.wait(lambda: cells(desk) == [ROW])
    later = restart(desk)
    later.window.go.case()
    later.wait(lambda: cells(later) == [ROW])


def test_an_empty_shelf_takes_no_room(desk: Desk) -> None:
    """There is the large place to paste into, and nothing else; it has the keyboard."""
    desk.window.go.case()
    desk.wait(lambda: desk.bench.cases.state.total == 0)
    assert not desk.person.find(QWidget, "recent_cases").isVisible()
    assert desk.person.find(QWidget, "paste_place").hasFocus()
    assert not desk.person.find(QLineEdit, "case_merchant").isVisible()


def test_cases_are_searched_as_one_types(desk: Desk) -> None:
    """What does not match is said; Down goes on to the list."""
    take(desk)
    note(desk)
    desk.bench.case.drop()
    desk.wait(lambda: len(cells(desk)) == 1)
    desk.person.type("cases_search", "nowhere")
    desk.wait(lambda: cells(desk) == [])
    assert desk.person.said("cases_empty") == "No case matches."
    assert desk.person.find(QWidget, "cases_empty").isVisible()
    desk.person.type("cases_search", "t-4711")
    desk.wait(lambda: cells(desk) == [ROW])
    press("Down", desk.person.find(QLineEdit, "cases_search"))
    assert table(desk).hasFocus()
    press("Ctrl+C", table(desk))
    assert QGuiApplication.clipboard().text() == "T-4711"


def test_a_blank_that_is_being_typed_stays(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001 - for its effect
    """What is kept has none at its end; another case's words replace it."""
    line = HeadLine()
    qtbot.addWidget(line)
    edit = find(line, QLineEdit, "case_merchant")
    edit.setText("Tea ")
    line.present(InHand(1, CaseHead("Tea")))
    assert edit.text() == "Tea "
    line.present(InHand(2, CaseHead("Noodles")))
    assert edit.text() == "Noodles"
    line.present(InHand(3))
    assert (edit.text(), line.head) == ("", CaseHead())


def test_what_else_is_wrong_is_a_press_away(desk: Desk) -> None:
    """The field that breaks the payment, in the form."""
    pairs = (("txamt", "3.00"), *PAIRS[1:])
    signed = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + DEMO.client_key
    take(desk, curl(md5(signed), pairs))
    desk.wait(lambda: isinstance(desk.bench.case.state, Examined))
    besides = desk.person.find(QWidget, "case_besides")
    button = next(one for one in besides.findChildren(QPushButton) if one.text() == "Go to txamt")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "txamt"


def test_a_case_is_deleted_and_brought_back(desk: Desk) -> None:
    """By the one way for every list."""
    take(desk)
    desk.bench.case.drop()
    desk.wait(lambda: len(cells(desk)) == 1)
    table(desk).enter()
    press("Del", table(desk))
    desk.wait(lambda: cells(desk) == [])
    desk.bench.deletions.undo()
    desk.wait(lambda: len(cells(desk)) == 1)


def test_a_reply_is_kept_with_its_case(desk: Desk) -> None:
    """It is listed below the strings, and in the file that is handed over; what is sent for another order is not."""
    take(desk)
    desk.window.send()
    desk.wait(lambda: bool(desk.bench.cases.in_hand and desk.bench.cases.in_hand.replies))
    lines = desk.person.find(NoteLines, "case_replies")
    assert "Simulator · 0000 Simulated: Order created" in lines.words
    desk.bench.draft.start_over()
    desk.window.send()
    desk.wait_for_answer()
    take(desk)
    record = desk.bench.cases.record()
    assert record is not None
    assert [one.respcd for one in record.replies] == ["0000"]
    assert "pay_params" in record.replies[0].reply


def test_a_case_is_handed_over_as_one_file(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens in another installation, which it is started with; the file holds no key."""
    take(desk)
    note(desk)
    target = tmp_path / "handed over.json"
    asked: list[str] = []

    def choose(*arguments: str) -> tuple[str, str]:
        asked.append(arguments[2])
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desk.person.click("save_case")
    assert [one.rpartition("/")[2] for one in asked] == ["qfpay-case-T-4711.json"]
    assert desk.window.status.message == f"Saved: {target}"
    written = target.read_text(encoding="utf-8")
    record = read_case(written)
    assert record is not None
    assert (record.head, record.paste) == (TEA, WRONG)
    assert DEMO.client_key not in written
    assert desk.close()
    other = Desk(qtbot, tmp_path / "other").open(str(target))
    other.wait(lambda: isinstance(other.bench.case.state, Examined))
    other.wait(lambda: other.person.find(QLineEdit, "case_merchant").isVisible())
    assert other.person.find(QLineEdit, "case_ticket").text() == "T-4711"
    assert other.close()


def test_without_a_case_there_is_nothing_to_save(desk: Desk) -> None:
    """That is said, and where it cannot be written, why."""
    desk.window.case_actions.save()
    assert desk.window.status.message == "There is no case to save: paste what a merchant sent."
    take(desk)
    assert not desk.window.case_actions.save_to("/nowhere/case.json")
    assert desk.window.status.message.startswith("Not saved: ")


def test_masked_values_make_a_case_read_only(desk: Desk) -> None:
    """What was found then is shown, with both strings; what would need the real values is not offered."""
    pairs = (*PAIRS, ("extend_info", '{"user_creid":"430067798868676871","user_truename":"欧阳小林"}'))
    signed = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + DEMO.client_key
    take(desk, curl(md5(signed), pairs))
    here = desk.bench.cases.in_hand
    assert here is not None
    desk.bench.case.drop()
    desk.bench.cases.open(here.id)
    desk.wait(lambda: isinstance(desk.bench.case.state, OnRecord))
    page = desk.person.find(KeptPage, "case_kept")
    person = Person(lambda: page)
    assert person.said("case_cause").endswith("WeChat's own rule.")
    assert person.said("case_fix").startswith("Append the client_key directly")
    assert "extend_info was masked" in person.find(NoteLines, "kept_why").words
    assert person.find(QTextEdit, "their_string").toPlainText().endswith("12:05:06&key=" + "•" * 32)
    assert not person.find(QToolButton, "reveal_case_key").isVisible()
    assert not person.find(QPushButton, "choose_kept_credentials").isVisible()
    assert not desk.person.find(QPushButton, "send_as_merchant").isVisible()
    dialog = ProofDialog(proof_material(desk.bench, desk.bench.now(), "1.0"), "en", desk.window)
    dialog.show()
    assert "WeChat's own rule" in find(dialog, QTextBrowser, "proof_page").toPlainText()
    assert not find(dialog, QCheckBox, "reveal_personal").isEnabled()
    assert Person(lambda: dialog).said("proof_said").startswith("As it was found then")
    dialog.close()
    QTest.mouseClick(desk.person.find(QToolButton, "close_case"), Qt.MouseButton.LeftButton)
    assert isinstance(desk.bench.case.state, NoCase)


def test_a_reply_says_when_where_and_what(desk: Desk) -> None:
    """One that is none of QFPay's by its HTTP status."""
    from qfpay_gui.qfpay.text import text  # noqa: PLC0415
    from qfpay_gui.ui.case.kept.wording import reply_line  # noqa: PLC0415

    said = text("Verdict", "{headline}").fill(headline="Gone")
    line = reply_line(CaseReply(desk.bench.now(), "simulator", "payment", said, "", 502))
    assert (line.headline.split(" · ")[1:], line.detail) == (["Simulator", "HTTP 502"], "Gone")
