"""Where a record stands, by order_type, respcd and cancel together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordState, kind_of_row, state_of, status_of
from qfpay_gui.qfpay.respcd import table

CODES = [entry.code for entry in table()]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"order_type": "payment"}, RecordKind.PAYMENT),
        ({"order_type": " Refund "}, RecordKind.REFUND),
        ({"order_type": "close"}, RecordKind.CLOSE),
        ({"order_type": "void"}, RecordKind.OTHER),
        ({"origssn": "7"}, RecordKind.REFUND),
        ({"order_type": "", "orig_syssn": "7"}, RecordKind.REFUND),
        ({"order_type": "", "origssn": ""}, RecordKind.PAYMENT),
        ({}, RecordKind.PAYMENT),
    ],
)
def test_the_kind_follows_from_order_type_or_the_original(row: dict[str, str], kind: RecordKind) -> None:
    """Without order_type, a record that names an original is a refund and any other a payment."""
    assert kind_of_row(row) is kind


@pytest.mark.parametrize(
    ("respcd", "cancel", "state"),
    [
        ("0000", "", RecordState.PAID),
        ("0000", "0", RecordState.PAID),
        ("0000", "1", RecordState.UNDONE),
        ("0000", "2", RecordState.CANCELLED),
        ("0000", "3", RecordState.REFUNDED),
        ("0000", "4", RecordState.AUTHORISED),
        ("0000", "5", RecordState.PARTLY_REFUNDED),
        ("1143", "0", RecordState.OPEN),
        ("1145", "", RecordState.OPEN),
        ("1261", "0", RecordState.OPEN),
        ("1260", "0", RecordState.PAID),
        ("1264", "0", RecordState.CLOSED),
        ("1264", "2", RecordState.CLOSED),
        ("1142", "2", RecordState.CLOSED),
        ("1263", "2", RecordState.CANCELLED),
        ("1181", "2", RecordState.EXPIRED),
        ("1205", "2", RecordState.FAILED),
        ("1262", "3", RecordState.REFUNDED),
        ("1205", "0", RecordState.FAILED),
        ("1143", "3", RecordState.CONTRADICTORY),
        ("1143", "2", RecordState.CONTRADICTORY),
        ("1205", "5", RecordState.CONTRADICTORY),
        ("1264", "3", RecordState.CONTRADICTORY),
        ("0000", "6", RecordState.CONTRADICTORY),
        ("0000", "yes", RecordState.CONTRADICTORY),
        ("7777", "0", RecordState.UNKNOWN),
        ("", "", RecordState.UNKNOWN),
    ],
)
def test_a_payment_stands_where_respcd_and_cancel_agree(respcd: str, cancel: str, state: RecordState) -> None:
    """A cancel that says "paid, then …" beside a respcd that denies the payment is no state but a contradiction."""
    assert state_of(RecordKind.PAYMENT, {"respcd": respcd, "cancel": cancel}) is state


@pytest.mark.parametrize("kind", [RecordKind.PAYMENT, RecordKind.REFUND])
@pytest.mark.parametrize(
    ("respcd", "txstatus", "is_denied"),
    [
        ("0000", "FAILED", True),
        ("0000", "pending", True),
        ("0000", " Success ", False),
        ("0000", "", False),
        ("0000", "SETTLED", False),
        ("1143", "PENDING", False),
        ("1143", "SUCCESS", True),
        ("1205", "FAILED", False),
        ("1205", "SUCCESS", True),
    ],
)
def test_a_txstatus_that_denies_the_respcd_is_a_contradiction(
    kind: RecordKind, respcd: str, txstatus: str, *, is_denied: bool
) -> None:
    """Then nothing is called paid, failed or done: the verdict waits."""
    status = status_of(kind, {"respcd": respcd, "txstatus": txstatus, "cancel": "0"})
    assert (status.state is RecordState.CONTRADICTORY) is is_denied
    if is_denied:
        assert str(status.said.headline) == f"respcd {respcd} and txstatus {txstatus} do not fit together."
        assert status.severity is Severity.ATTENTION
        assert not status.is_final


@pytest.mark.parametrize(
    ("kind", "members", "state"),
    [
        (RecordKind.REFUND, {"respcd": "0000"}, RecordState.DONE),
        (RecordKind.REFUND, {"respcd": "1143"}, RecordState.UNDER_WAY),
        (RecordKind.REFUND, {"respcd": "1145"}, RecordState.UNDER_WAY),
        (RecordKind.REFUND, {"respcd": "2999"}, RecordState.UNDER_WAY),
        (RecordKind.REFUND, {"respcd": "1272"}, RecordState.FAILED),
        (RecordKind.CLOSE, {"respcd": "0000", "syssn": "7"}, RecordState.DONE),
        (RecordKind.CLOSE, {"respcd": "0000", "orig_syssn": "7"}, RecordState.DONE),
        (RecordKind.CLOSE, {"respcd": "0000"}, RecordState.UNCONFIRMED),
        (RecordKind.REVERSAL, {"respcd": "1145"}, RecordState.UNDER_WAY),
        (RecordKind.CLOSE, {"respcd": "1297"}, RecordState.FAILED),
    ],
)
def test_refunds_and_closings_stand_by_their_respcd(
    kind: RecordKind, members: dict[str, str], state: RecordState
) -> None:
    """A closing that succeeds without a number of its own is not taken for done."""
    assert state_of(kind, members) is state


@pytest.mark.parametrize("code", ["1143", "1145", "2999", "1298", "1161"])
def test_a_refund_under_way_is_never_called_an_unpaid_order(code: str) -> None:
    """What such a code says about a payer's password or a payment belongs to payments."""
    said = status_of(RecordKind.REFUND, {"respcd": code}).said
    assert str(said.headline) == "The refund is under way."
    assert "password" not in str(said.next_step)
    assert "Never send the refund again" in str(said.next_step)


def test_a_failed_refund_says_why_and_that_it_needs_a_new_number() -> None:
    """The code's own meaning comes before the way out."""
    said = status_of(RecordKind.REFUND, {"respcd": "1269"}).said
    assert str(said.headline) == "The refund failed."
    assert str(said.next_step).startswith("Unsettled sales do not cover this refund.")
    assert "out_trade_no never used before" in str(said.next_step)


@pytest.mark.parametrize(("kind", "what"), [(RecordKind.REFUND, "refund"), (RecordKind.PAYMENT, "order")])
def test_of_an_unknown_code_it_is_said_what_was_found(kind: RecordKind, what: str) -> None:
    """A refund is no order."""
    assert str(status_of(kind, {"respcd": "9999"}).said.headline).startswith(f"The {what} was found, but")


def test_a_contradiction_names_both_members_and_holds_everybody_back() -> None:
    """Nobody refunds or closes on the strength of it."""
    said = status_of(RecordKind.PAYMENT, {"respcd": "1143", "cancel": "3"}).said
    assert str(said.headline) == "respcd 1143 and cancel 3 do not fit together."
    assert "before you refund or close anything" in str(said.next_step)


@given(
    st.sampled_from(RecordKind),
    st.one_of(st.sampled_from(CODES), st.text(max_size=6)),
    st.one_of(st.sampled_from("0123456"), st.text(max_size=3)),
)
def test_every_record_has_a_status_in_whole_sentences(kind: RecordKind, respcd: str, cancel: str) -> None:
    """Whatever the members are, there is a name, a headline and a next step, and no placeholder is left."""
    stands = status_of(kind, {"respcd": respcd, "cancel": cancel})
    for sentence in (stands.said.turn, stands.said.next_step, stands.name):
        assert str(sentence)
        assert "{" not in str(sentence)
    assert 0 < len(str(stands.said.headline)) <= 120


@given(st.sampled_from(CODES), st.sampled_from(["", "0", "1", "2", "3", "4", "5", "9"]))
def test_what_is_in_progress_is_never_final(code: str, cancel: str) -> None:
    """A series of queries must not end before the order does."""
    in_progress = {"1143", "1145", "1161", "1298", "2999"}
    for kind in RecordKind:
        if code in in_progress and kind is not RecordKind.OTHER:
            assert not status_of(kind, {"respcd": code, "cancel": cancel}).is_final
