"""Amounts in the exponent of their own currency, and the rate they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.currencies import currencies
from qfpay_gui.qfpay.reply.records.money import Money, cash, discount, implied_rate, priced

CODES = st.sampled_from([currency.code for currency in currencies()])


@pytest.mark.parametrize(
    ("money", "human"),
    [
        (Money("300", "HKD"), "HK$3.00"),
        (Money("300", "JPY"), "JP¥300"),
        (Money("5", "CNY"), "CN¥0.05"),
        (Money("300", ""), ""),
        (Money("300", "XXX"), ""),
        (Money("3.00", "HKD"), ""),
        (Money("", "HKD"), ""),
    ],
)
def test_an_amount_is_written_in_its_own_currency(money: Money, human: str) -> None:
    """300 is three dollars but three hundred yen; where it cannot be told nothing is made up."""
    assert money.human == human


def test_the_wallet_s_amounts_have_currencies_of_their_own() -> None:
    """cash_fee and cash_refund_fee each name their currency beside them."""
    members = {"txamt": " 300 ", "txcurrcd": "HKD", "cash_fee": "42", "cash_fee_type": "JPY", "cash_refund_fee": "7"}
    assert priced(members) == Money("300", "HKD")
    assert cash(members, "cash_fee").human == "JP¥42"
    assert cash(members, "cash_refund_fee") == Money("7", "")


@pytest.mark.parametrize(
    ("price", "paid", "rate"),
    [
        (Money("300", "HKD"), Money("279", "CNY"), "HKD 1 ≈ CNY 0.93"),
        (Money("300", "HKD"), Money("57", "JPY"), "HKD 1 ≈ JPY 19"),
        (Money("100", "JPY"), Money("515", "HKD"), "JPY 1 ≈ HKD 0.0515"),
        (Money("300", "HKD"), Money("100", "CNY"), "HKD 1 ≈ CNY 0.33333"),
        (Money("1", "JPY"), Money("99999999999", "HKD"), "JPY 1 ≈ HKD 1000000000"),
        (Money("300", "HKD"), Money("279", "HKD"), ""),
        (Money("0", "HKD"), Money("279", "CNY"), ""),
        (Money("300", "HKD"), Money("0", "CNY"), ""),
        (Money("300", "HKD"), Money("", "CNY"), ""),
        (Money("300", "HKD"), Money("279", "XXX"), ""),
    ],
)
def test_the_amounts_give_a_rate_across_exponents(price: Money, paid: Money, rate: str) -> None:
    """One unit of the price in the wallet's currency; none without two amounts in two known currencies."""
    assert implied_rate(price, paid) == rate


@pytest.mark.parametrize(
    ("paid", "less"),
    [(Money("280", "HKD"), 20), (Money("320", "HKD"), -20), (Money("280", "CNY"), 0), (Money("", ""), 0)],
)
def test_a_discount_is_told_within_one_currency_only(paid: Money, less: int) -> None:
    """Across currencies the two amounts cannot be subtracted."""
    assert discount(Money("300", "HKD"), paid) == less


@given(st.text(max_size=14), CODES, st.text(max_size=14), CODES)
def test_no_amount_breaks_the_reckoning(amount: str, currency: str, paid: str, other: str) -> None:
    """Whatever a server writes into an amount, nothing raises, and a rate names both currencies."""
    rate = implied_rate(Money(amount, currency), Money(paid, other))
    assert not rate or (rate.startswith(f"{currency} 1 ≈ {other} ") and "E" not in rate.split()[-1])
