"""The records of an answer as a person sees and uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.hint_line import HintLine
from tests.ui.person import find
from tests.ui.reply import answers
from tests.ui.reply.records.record_answers import (
    OPEN,
    OPEN_SYSSN,
    PAYMENT,
    REFUND,
    REFUND_SYSSN,
    SYSSN,
    Shown,
    answer,
    found,
    sent,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer


@pytest.fixture
def shown(qtbot: QtBot, dressed: None) -> Shown:  # noqa: ARG001 - for its effect
    """A panel that shows nothing yet."""
    return Shown(qtbot)


def test_a_query_opens_its_records_and_hides_what_belongs_to_payments(shown: Shown) -> None:
    """Neither pay_params nor a snippet can come with a query; the next payment has its pages again."""
    shown.show(found(PAYMENT))
    assert shown.panel.page == "records"
    assert shown.tabs == ["Records", "Raw reply", "Sent", "Checks"]
    shown.show(answers.success())
    assert shown.panel.page == "pay_params"
    assert shown.tabs == ["pay_params", "Snippet", "Raw reply", "Sent", "Checks"]


def test_each_record_is_a_line_with_its_state_in_words(shown: Shown) -> None:
    """Time, kind, number, amount and state, payments and refunds alike."""
    shown.show(found(REFUND, PAYMENT, OPEN))
    assert shown.lines() == [
        ["11-23 11:40:02", "Refund", "R1", "HK$1.00", "done"],
        ["11-23 11:40:02", "Payment", "QA20261123114002K7QZP", "HK$3.00", "partly refunded"],
        ["11-23 11:40:02", "Payment", "商户订单二〇二六", "HK$3.00", "not paid yet"],
    ]


def test_a_members_meaning_carries_the_mark_of_its_claim(shown: Shown) -> None:
    """The shape in the line, source and edition in its tool tip."""
    shown.show(found(PAYMENT))
    table = find(shown.panel, QTableWidget, "record_fields")
    cells = {item.text(): table.item(row, 2) for row in range(table.rowCount()) if (item := table.item(row, 0))}
    documented, open_one = cells["txamt"], cells["exchange_rate"]
    assert documented is not None
    assert open_one is not None
    assert documented.text().endswith(" ●")
    assert "QFPay: transaction enquiry (sdk.qfapi.com, 2026-04)" in documented.toolTip()
    assert open_one.text().endswith(" ○")


def test_choosing_a_record_explains_it(shown: Shown) -> None:
    """Each member with what it means and how people write it; the wallet's yen have no decimals."""
    shown.show(found(REFUND, PAYMENT))
    assert shown.explained()["txamt"] == ("100", "HK$1.00 · given back by this refund, in minor units")
    shown.choose(1)
    explained = shown.explained()
    assert explained["txamt"] == ("300", "HK$3.00 · amount of the order, in minor units")
    assert explained["cash_fee"][1].startswith("JP¥57 · ")
    assert explained["exchange_rate"][1].startswith("HKD 1 ≈ JPY 19 · ")
    assert "Empty or null: origssn, chnlsn2" in explained


def test_what_is_left_is_said_above_the_members(shown: Shown) -> None:
    """The refunds of the same answer are summed."""
    shown.show(found(PAYMENT, REFUND))
    money = find(shown.panel, HintLine, "record_money")
    assert money.text == "HK$1.00 given back (refunds in this answer: 1); at most HK$2.00 is left."
    assert "claim:record-sum.left" in next(label.text() for label in money.findChildren(ClaimLabel))


def test_the_arrow_keys_go_through_the_records(shown: Shown) -> None:
    """Whoever has no mouse reads every record."""
    shown.show(found(REFUND, PAYMENT, OPEN))
    shown.records.setFocus()
    QTest.keyClick(shown.records, Qt.Key.Key_Down)
    QTest.keyClick(shown.records, Qt.Key.Key_Down)
    assert shown.explained()["syssn"][0] == OPEN_SYSSN


def test_the_syssn_is_copied_by_button_and_by_keys(shown: Shown) -> None:
    """What is copied is said."""
    shown.show(found(REFUND, PAYMENT))
    shown.click("copy_syssn")
    assert QGuiApplication.clipboard().text() == REFUND_SYSSN
    shown.choose(1)
    QTest.keyClick(shown.records, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SYSSN
    assert shown.copied == [f"Copied: syssn {REFUND_SYSSN}", f"Copied: syssn {SYSSN}"]


def test_a_value_of_a_record_is_copied_as_it_came(shown: Shown) -> None:
    """Not as people write it."""
    shown.show(found(PAYMENT))
    table = find(shown.panel, QTableWidget, "record_fields")
    table.setCurrentCell(3, 1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "300"
    assert shown.copied == ["Copied: the value of txamt"]


def test_buttons_ask_for_the_next_request_with_its_values(shown: Shown) -> None:
    """Refund what is left, close by number and amount, query by syssn: nothing is sent by them."""
    shown.show(found(PAYMENT, REFUND, OPEN))
    shown.click("refund_record")
    shown.click("query_record")
    shown.choose(2)
    shown.click("close_record")
    assert shown.acts == [
        ("refund", {"syssn": SYSSN, "txamt": "200"}),
        ("query", {"syssn": SYSSN}),
        ("close", {"syssn": OPEN_SYSSN, "txamt": "300"}),
    ]


def test_a_refund_offers_its_payment_and_neither_refund_nor_close(shown: Shown) -> None:
    """A refund cannot be refunded; its payment can be looked at."""
    shown.show(found(REFUND))
    assert not shown.button("refund_record").isVisible()
    assert not shown.button("close_record").isVisible()
    shown.click("query_original")
    assert shown.acts == [("query", {"syssn": SYSSN})]


def test_a_likely_refusal_is_said_before_the_button_is_pressed(shown: Shown) -> None:
    """The instrument does not forbid, it tells what to expect."""
    shown.show(found(OPEN))
    assert shown.button("refund_record").isEnabled()
    assert "QFPay may answer 1261" in shown.button("refund_record").toolTip()
    assert "do not list 800213" in shown.button("close_record").toolTip()


def test_only_an_open_order_offers_to_be_closed(shown: Shown) -> None:
    """A paid one is undone by a refund."""
    shown.show(found(PAYMENT, OPEN))
    assert not shown.button("close_record").isVisible()
    shown.choose(1)
    assert shown.button("close_record").isVisible()


def test_a_full_page_offers_the_next_one(shown: Shown) -> None:
    """Two records on a page of two: there may be more, and before the second page is the first."""
    shown.show(found(PAYMENT, REFUND, page=2, page_size=2))
    assert shown.said("page_of_records") == "Page 2 · 2 a page"
    shown.click("next_page")
    shown.click("previous_page")
    assert shown.pages == [3, 1]


def test_the_first_page_that_is_not_full_offers_no_other(shown: Shown) -> None:
    """Both buttons stay where they are, and rest."""
    shown.show(found(PAYMENT))
    assert not shown.button("next_page").isEnabled()
    assert not shown.button("previous_page").isEnabled()


def test_an_empty_further_page_leads_back(shown: Shown) -> None:
    """What was asked too far is not reported as a lost order."""
    shown.show(found(page=3))
    assert shown.said("why_no_records") == "Page 3 holds no records: the ones before it are all there are."
    shown.click("previous_page")
    assert shown.pages == [2]


def test_the_record_stays_chosen_when_it_is_queried_again(shown: Shown) -> None:
    """A series of queries does not move the eye."""
    shown.show(found(REFUND, PAYMENT))
    shown.choose(1)
    shown.show(found(OPEN, REFUND, PAYMENT))
    assert shown.explained()["syssn"][0] == SYSSN
    shown.show(found(OPEN, REFUND))
    assert shown.explained()["syssn"][0] == OPEN_SYSSN


def test_a_refused_refund_shows_what_was_asked_for(shown: Shown) -> None:
    """The numbers that were sent, the code and QFPay's words; a refund has no pages."""
    request = sent("refund", syssn=SYSSN, txamt="900", out_trade_no="R9")
    shown.show(answer(request, respcd="1272", resperr="退款金额超过可退金额(1272)"))
    assert shown.lines() == [["–", "Refund", "R9", "–", "failed"]]
    assert shown.explained()["respcd"] == ("1272", "The refund is larger than what is left of the order.")
    assert not shown.button("copy_syssn").isEnabled()
    assert not shown.button("next_page").isVisible()


def test_a_query_without_records_says_so_and_shows_what_came(shown: Shown) -> None:
    """Neither a refusal nor an empty result leaves the page blank."""
    shown.show(found())
    assert shown.said("why_no_records") == "The query worked, but no record fits it."
    assert shown.explained()["respcd"] == ("0000", "The request succeeded.")
    shown.show(answer(sent("query", syssn=SYSSN), respcd="1108", resperr="signature error"))
    assert shown.said("why_no_records") == "Records come with respcd 0000 only; this reply says 1108."
    assert shown.explained()["resperr"][0] == "signature error"
    assert not shown.button("query_record").isVisible()


def test_alt_and_a_digit_open_the_pages_that_are_there(shown: Shown) -> None:
    """The numbers follow the tabs; the fifth belongs to payments only."""
    shown.show(found(PAYMENT))
    for key, page in (
        (Qt.Key.Key_2, "raw"),
        (Qt.Key.Key_4, "checks"),
        (Qt.Key.Key_5, "checks"),
        (Qt.Key.Key_1, "records"),
    ):
        QTest.keyClick(shown.window, key, Qt.KeyboardModifier.AltModifier)
        assert shown.panel.page == page


def test_a_page_asked_for_by_name_waits_for_an_answer_that_has_it(shown: Shown) -> None:
    """The snippet of the next payment opens, though a query has none."""
    shown.show(found(PAYMENT))
    shown.panel.show_page("snippet")
    assert shown.panel.page == "records"
    shown.show(answers.success())
    assert shown.panel.page == "snippet"
    shown.panel.show_page("raw")
    shown.show(found(PAYMENT))
    assert shown.panel.page == "raw"


def test_a_contradiction_marks_the_tab(shown: Shown) -> None:
    """Counted, with an icon: not by colour alone."""
    shown.show(found(PAYMENT, {**PAYMENT, "cancel": "9"}))
    assert shown.tabs[0] == "Records (1)"


@pytest.mark.parametrize(
    ("answered", "values"),
    [
        (answers.success(), {"out_trade_no": answers.request().value("out_trade_no")}),
        (answers.refused("1145"), {"out_trade_no": answers.request().value("out_trade_no")}),
        (answers.unanswered(), {"out_trade_no": answers.request().value("out_trade_no")}),
        (answers.refused("1108"), None),
        (answers.unanswered(Layer.CONNECT, may_have_arrived=False), None),
        (found(PAYMENT), None),
    ],
)
def test_the_verdict_offers_a_query_where_an_order_may_exist(
    shown: Shown, answered: Answer, values: dict[str, str] | None
) -> None:
    """Created, in progress or unknown; it fills in a query and sends nothing."""
    shown.show(answered)
    assert shown.button("query_it").isVisible() == (values is not None)
    if values is not None:
        shown.click("query_it")
        assert shown.acts == [("query", values)]


def is_beside(shown: Shown) -> bool:
    """Whether the explanation stands at the right of the table."""
    QApplication.processEvents()
    fields = find(shown.panel, QTableWidget, "record_fields")
    left, right = (table.mapTo(shown.panel, table.rect().topLeft()) for table in (shown.records, fields))
    return right.x() >= left.x() + shown.records.width()


def test_a_wide_panel_shows_table_and_explanation_side_by_side(qtbot: QtBot, shown: Shown) -> None:
    """A narrow one stacks them; a single record never needs a table of its own."""
    wide = Shown(qtbot, 1200, 500)
    wide.show(found(REFUND, PAYMENT))
    assert is_beside(wide)
    wide.show(found(PAYMENT))
    assert not is_beside(wide)
    shown.show(found(REFUND, PAYMENT))
    assert not is_beside(shown)


def test_the_panel_fits_the_smallest_window(shown: Shown) -> None:
    """However many buttons a record has, and however long its numbers are."""
    shown.show(found({**PAYMENT, "out_trade_no": "N" * 128, "syssn": "7" * 128}, {**REFUND, "txamt": "9" * 400}))
    QApplication.processEvents()
    assert shown.panel.minimumSizeHint().width() <= 528
    assert shown.panel.minimumSizeHint().height() <= 340


def test_a_long_heading_leaves_values_and_words_their_room(qtbot: QtBot, dressed: None) -> None:  # noqa: ARG001 - for its effect
    """It runs across all columns, so the names beside it do not have to be as wide."""
    small = Shown(qtbot, 540, 340)
    small.show(found({**PAYMENT, **{f"empty_member_{place}": "" for place in range(9)}}))
    QApplication.processEvents()
    fields = find(small.panel, QTableWidget, "record_fields")
    name, value, words = (fields.columnWidth(column) for column in range(3))
    assert name < 200
    assert name + value + words <= fields.viewport().width()
    assert words > value > 80


def test_five_hundred_records_are_shown_and_the_rest_counted(shown: Shown) -> None:
    """A page of QFPay's holds a hundred at most; whatever else answers does no harm."""
    shown.show(found(*[PAYMENT] * 507))
    assert shown.records.rowCount() == 500
    assert shown.said("why_no_records") == "7 further records: see the raw reply"


def test_a_change_of_theme_reaches_the_records(shown: Shown, qapp: QApplication) -> None:
    """Icons and colours of the dark theme replace those of the light one."""
    shown.show(found(REFUND, PAYMENT, OPEN))
    light = shown.panel.grab().toImage()
    theme.apply(qapp, "dark")
    shown.panel.restyle()
    assert shown.panel.grab().toImage() != light
    assert len(shown.lines()) == 3
