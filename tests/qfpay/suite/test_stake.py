from __future__ import annotations

import pytest

from qfpay_gui.qfpay.environments import by_id, custom
from qfpay_gui.qfpay.suite.reading import read_suite
from qfpay_gui.qfpay.suite.rows import NO_ROWS, read_rows
from qfpay_gui.qfpay.suite.stake import Stake, is_refused, needs_agreement, question, stake

SUITE = read_suite("""
name = "Tea"
[[step]]
set = { txamt = "${row.txamt}", notify_url = "${pay.url}" }
[[step]]
name = "yen"
set = { txamt = 5, txcurrcd = "JPY" }
[[step]]
call = "refund"
set = { txamt = "900" }
[[step]]
customer = "pays"
order = "A"
[[step]]
notification = "A"
""")


def test_the_payments_of_every_usable_row_are_added_up() -> None:
    """By currency; a refund, the customer and a notification cost nothing, and a broken row is not sent."""
    rows = read_rows("txamt,b\n300,x\nbroken\n450,x\n")
    assert stake(SUITE, rows) == Stake(4, {"HKD": 750, "JPY": 10})
    assert stake(SUITE, rows).human == "HK$7.50 + JP¥10"


def test_an_amount_that_only_the_run_knows_is_counted_apart() -> None:
    """And so is one that is no whole number; without a table there is no row to take it from."""
    assert stake(SUITE, NO_ROWS) == Stake(2, {"JPY": 5}, 1)
    assert stake(read_suite('[[step]]\nset = { txamt = "3.00" }'), NO_ROWS) == Stake(1, {}, 1)
    assert stake(read_suite("[[step]]"), NO_ROWS).open == 0
    assert Stake().human == "0"


@pytest.mark.parametrize(
    ("environment", "refused", "asked"),
    [
        (by_id("simulator"), False, False),
        (by_id("live-hk"), False, True),
        (by_id("production-hk"), True, False),
        (custom("http://127.0.0.1:8800"), False, False),
        (custom("http://localhost:8800"), False, False),
        (custom("https://pay.example"), False, True),
    ],
)
def test_where_money_may_be_real_it_is_asked_about(environment: object, refused: bool, asked: bool) -> None:  # noqa: FBT001 - a test's parameters
    """Production is out of the question; an address of one's own counts as real unless it is this machine."""
    assert (is_refused(environment), needs_agreement(environment)) == (refused, asked)  # type: ignore[arg-type]  # by_id may give None


def test_the_question_names_sum_host_and_merchant() -> None:
    """And what will not be carried out there."""
    live = by_id("live-hk")
    assert live is not None
    asked = question(SUITE, stake(SUITE, NO_ROWS), live, "Cafe")
    assert str(asked.title) == "Run Tea with real money?"
    words = str(asked.explanation)
    assert f"Payments: 2, together JP¥5\nHost: {live.host}\nMerchant: Cafe\n" in words
    assert "known only when they are sent: 1" in words
    assert "only the simulator can carry out: 2" in words
    plain = str(question(read_suite("[[step]]"), Stake(1, {"HKD": 100}), live, "Cafe").explanation)
    assert "known only" not in plain
    assert "only the simulator" not in plain
