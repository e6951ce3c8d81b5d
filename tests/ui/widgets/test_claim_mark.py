"""The mark beside a sentence says how sure it is, and tells its source to whoever points at it or presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from qfpay_gui.qfpay.claims import Certainty
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import apply, current
from qfpay_gui.ui.widgets.claim_mark import CERTAINTIES, SHAPES, ClaimLabel, explained, mark, marks, shape, spoken
from qfpay_gui.ui.widgets.document_view import DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

UNBOUNDED = "rule.query-unbounded"


@pytest.fixture
def label(stage: QWidget) -> Iterator[ClaimLabel]:
    """A label that shows one sentence with its mark."""
    made = ClaimLabel(stage)
    made.setText(f"Give a number. {mark(UNBOUNDED)}")
    made.resize(400, 40)
    made.show()
    yield made
    QToolTip.hideText()
    for one in QApplication.topLevelWidgets():
        if one.metaObject().className() == "QWhatsThat":
            one.close()


def opened() -> list[str]:
    """Every window in front of the stage."""
    return [name for one in QApplication.topLevelWidgets() if (name := one.metaObject().className()) == "QWhatsThat"]


def test_no_certainty_looks_or_reads_like_another() -> None:
    """Shape and word differ for all five, so that colour carries nothing."""
    assert set(SHAPES) == set(CERTAINTIES) == set(Certainty)
    assert len(set(SHAPES.values())) == len({str(one) for one in CERTAINTIES.values()}) == len(Certainty)


def test_the_mark_says_that_sources_differ() -> None:
    """Of a disputed claim; of another it does not."""
    assert "documented, sources differ" in mark(UNBOUNDED)
    assert "sources differ" not in mark("respcd.0000")
    assert "documented" in mark("respcd.0000")


def test_the_explanation_shows_both_editions() -> None:
    """The newest with its date, and what the older one says."""
    said = explained(UNBOUNDED)
    assert "QFPay: transaction enquiry (sdk.qfapi.com, 2026-04)" in said
    assert "An older source says: The range defaults to the current month" in said
    assert "QFPay: documents of 2025 (github.com/QFPay/docs, 5c50939, 2025-08-05)" in said


def test_a_newer_edition_is_called_so_and_others_programs_are_not() -> None:
    """QFPay's editions follow one another; what merchants' programs show is of no edition."""
    assert "A newer source says: Both times, or a number, are needed." in explained("rule.query-older-order")
    assert "Another source says: 1108 was seen for a wrong mchid" in explained("respcd.1108")
    assert "Another source says: The common list" in explained("parameter.payment.expired_time")


def test_equally_certain_sentences_share_a_mark() -> None:
    """One shape and word for each certainty, in the order of the sentences; pressing it tells of all of them."""
    ids = "verdict.created,verdict.outcome-unknown,verdict.hand-over"
    assert (shape(ids), spoken(ids)) == ("●△", "documented, sources differ, our advice")
    assert mark(ids).count("<a ") == 2
    assert "claim:verdict.created,verdict.hand-over" in mark(ids)
    told = explained("verdict.created,verdict.hand-over")
    assert told.count("QFPay: payments in a WeChat Mini Program") == 1
    assert "leaves 800213 out" in told


def test_a_brief_mark_has_no_word() -> None:
    """Where room is short its shape is enough; the rest is told to whoever asks."""
    assert ">●</a>" in mark("verdict.created", brief=True)
    assert ">●&nbsp;documented</a>" in mark("verdict.created")


def test_a_sentence_finds_its_own_mark() -> None:
    """Also where it is filled into another; words of the window have none."""
    headline = text("Verdict", "Simulated: {headline}").fill(headline=text("Verdict", "The order is paid."))
    assert marks(headline, None) == mark("verdict.record-paid")
    assert marks(text("Verdict", "Library: {words}").fill(words="QFPay")) == ""


def test_of_a_return_code_only_the_meaning_is_documented() -> None:
    """The next step beside it is this program's advice, and said to be."""
    assert "what to do next is our advice" in explained("respcd.1265")
    assert "our advice" not in explained("record.cancel")


def test_what_is_not_in_the_register_has_no_mark() -> None:
    """Such as a finding of an older version, or a field nobody documents."""
    assert (mark("rule.of-old"), explained("rule.of-old"), shape("record.new")) == ("", "", "")


def test_pointing_at_the_mark_tells_its_source(label: ClaimLabel) -> None:
    """In a tool tip."""
    label.linkHovered.emit(f"claim:{UNBOUNDED}")
    assert "QFPay: transaction enquiry" in QToolTip.text()


def test_the_mark_is_opened_by_keyboard(label: ClaimLabel) -> None:
    """Tab reaches it, Return opens what it has to say."""
    before = opened()
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)
    assert len(opened()) == len(before) + 1


def test_the_mark_takes_the_colour_of_a_new_theme(label: ClaimLabel, qapp: QApplication) -> None:
    """A label is not asked for its words anew when the theme changes."""
    before = current()
    apply(qapp, "light" if before.name == "dark" else "dark")
    assert current().muted != before.muted
    assert current().muted.name() in label.text()
    assert before.muted.name() not in label.text()
    apply(qapp, "dark" if before.name == "dark" else "light")


def test_other_links_explain_nothing(label: ClaimLabel) -> None:
    """Only the register is asked."""
    before = opened()
    label.linkActivated.emit("https://shop.example")
    assert opened() == before


def test_a_document_explains_its_marks_too(stage: QWidget) -> None:
    """The same, in a page that scrolls."""
    view = DocumentView("document", "Document", stage)
    view.show_html(mark(UNBOUNDED))
    view.highlighted.emit(QUrl(f"claim:{UNBOUNDED}"))
    assert "QFPay: transaction enquiry" in QToolTip.text()
    QToolTip.hideText()
