"""Orders as rows, and rows as orders: nothing is lost, and what no program of ours wrote is as for a new one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from qfpay_gui.qfpay.orders.order import Attempts, Order, OrderStage, OrderState, Refund
from qfpay_gui.services.database.order_rows import TEXTS, columns_of, host_of, numbers_of, order_from

NOON = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
FULL = Order(
    **{name: f"the {name}" for name in TEXTS},
    made_at=NOON,
    state=OrderState.PARTLY_REFUNDED,
    refunded=100,
    pending=50,
    checked_at=NOON + timedelta(minutes=5),
    id=7,
    txdtm="2026-11-23 12:00:00",
    stage=OrderStage.PAID,
    cancel="5",
    attempts=Attempts(frozenset({3, 1}), frozenset({1})),
    closings=Attempts(frozenset({4}), frozenset()),
    refunds=(
        Refund("R1", "SR1", 100, is_done=True, attempts=Attempts(frozenset({5}), frozenset({5}))),
        Refund("R2", "", 50, is_done=False),
    ),
)
BARE = replace(FULL, out_trade_no="", syssn="", refunds=(), attempts=Attempts(frozenset({8, 9}), frozenset()))


def again(order: Order, **columns: object) -> Order:
    """The order as it is read after it was written, with these columns otherwise."""
    return order_from({**columns_of(order), "id": order.id, **columns})


def life(**members: object) -> Order:
    """The order with these members of its life otherwise."""
    return again(FULL, life=json.dumps({**json.loads(columns_of(FULL)["life"]), **members}))


@pytest.mark.parametrize("order", [FULL, BARE, replace(FULL, checked_at=None, closings=Attempts())])
def test_an_order_comes_back_as_it_was(order: Order) -> None:
    """To its last refund."""
    assert again(order) == order


def test_what_is_no_text_is_written_as_text() -> None:
    """Half a character cannot be kept."""
    odd = replace(FULL, profile="a\ud800", txdtm="\ud800", refunds=(Refund("\ud800", "\ud800", 1, is_done=True),))
    read = again(odd)
    assert (read.profile, read.txdtm, read.refunds[0].out_trade_no) == ("a\ufffd", "\ufffd", "\ufffd")
    assert read.refunds[0].syssn == "\ufffd"


@pytest.mark.parametrize(
    ("column", "written", "read"),
    [
        ("state", "teleported", OrderState.UNKNOWN),
        ("refunded", -1, 0),
        ("pending", "5", 0),
        ("checked_at", "", None),
        ("made_at", "nonsense", datetime(1970, 1, 1, tzinfo=UTC)),
        ("profile", None, ""),
    ],
)
def test_a_column_of_another_kind_is_as_for_a_new_order(column: str, written: object, read: object) -> None:
    """The rest stays."""
    order = again(FULL, **{column: written})
    assert getattr(order, column) == read
    assert order.out_trade_no == FULL.out_trade_no


@pytest.mark.parametrize(
    ("member", "written", "read"),
    [
        ("stage", "NOWHERE", OrderStage.NONE),
        ("stage", 5, OrderStage.NONE),
        ("cancel", 5, ""),
        ("cancel", "x" * 129, "x" * 128),
        ("txdtm", None, ""),
        ("attempts", [[1, 2]], Attempts()),
        ("attempts", [[0, 1, 2**63 - 1, 2**63, "1"], [1, -1]], Attempts(frozenset({1, 2**63 - 1}), frozenset({1}))),
        ("closings", 7, Attempts()),
        ("refunds", {}, ()),
        ("refunds", [["R", "S", "1", True, []], ["R", "S", 1, 1, []], ["R", "S", 1]], ()),
        (
            "refunds",
            [5, ["R", "S", 7, False, [[3], []]]],
            (Refund("R", "S", 7, is_done=False, attempts=Attempts(frozenset({3}))),),
        ),
    ],
)
def test_a_member_of_its_life_of_another_kind_is_passed_over(member: str, written: object, read: object) -> None:
    """It may be another version's."""
    assert getattr(life(**{member: written}), member) == read


def test_an_order_is_known_by_all_its_numbers() -> None:
    """Its own, its refunds', and without a number of its own by the exchange."""
    own = {(FULL.out_trade_no, "own"), (FULL.syssn, "own")}
    assert numbers_of(FULL) == own | {("R1", "refund"), ("SR1", "refund"), ("R2", "refund")}
    assert numbers_of(BARE) == {("8", "attempt"), ("9", "attempt")}
    assert numbers_of(replace(BARE, syssn="S1")) == {("S1", "own"), ("8", "attempt"), ("9", "attempt")}
    assert numbers_of(replace(BARE, out_trade_no="\ud800")) == {("\ufffd", "own")}


@pytest.mark.parametrize(
    "words",
    [
        "the out_trade_no",
        "the syssn",
        "the profile",
        "pay.example:8443",
        "the environment_id",
        "the pay_type",
        "hk$3.00",
        "300",
        "hkd",
        "the app_code",
        "the mchid",
        "r1",
        "sr1",
        "r2",
    ],
)
def test_an_order_is_found_by_what_is_known_of_it(words: str) -> None:
    """A line each."""
    order = replace(FULL, txamt="300", txcurrcd="HKD", base_url="https://pay.example:8443/qf")
    assert words in columns_of(order)["searched"].split("\n")


@pytest.mark.parametrize(
    ("url", "host"), [("https://a.example:1/x", "a.example:1"), ("a.example", ""), ("http://[::1", ""), ("", "")]
)
def test_the_host_of_a_url_is_host_and_port(url: str, host: str) -> None:
    """Or nothing, where it is none."""
    assert host_of(url) == host
