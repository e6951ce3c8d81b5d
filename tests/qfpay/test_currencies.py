from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.currencies import Currency, currencies, find, human_amount


def test_the_documented_currencies_are_known() -> None:
    """Exactly the thirteen currencies of the payment call are offered, each once."""
    codes = [currency.code for currency in currencies()]
    assert sorted(codes) == ["AED", "AUD", "CAD", "CNY", "EUR", "HKD", "IDR", "JPY", "MMK", "MYR", "SGD", "THB", "USD"]


def test_exponents_are_those_of_iso_4217() -> None:
    """Of the documented currencies, only the yen has no minor unit."""
    assert {currency.code for currency in currencies() if currency.exponent != 2} == {"JPY"}
    assert [currency.exponent for currency in currencies() if currency.code == "JPY"] == [0]


def test_a_currency_is_found_by_its_exact_code_only() -> None:
    """A code in small letters is not a currency code."""
    found = find("HKD")
    assert found is not None
    assert str(found.name) == "Hong Kong dollar"
    assert find("hkd") is None
    assert find("") is None


@pytest.mark.parametrize(
    ("txamt", "txcurrcd", "human"),
    [
        ("300", "HKD", "HK$3.00"),
        ("1", "HKD", "HK$0.01"),
        ("0", "HKD", "HK$0.00"),
        ("123456789", "SGD", "S$1,234,567.89"),
        ("300", "JPY", "JP¥300"),
        ("1234567", "JPY", "JP¥1,234,567"),
        ("300", "AED", "AED 3.00"),
        ("0300", "HKD", "HK$3.00"),
        ("0300", "JPY", "JP¥300"),
        ("3.00", "HKD", ""),
        ("-300", "HKD", ""),
        ("", "HKD", ""),
        ("３００", "HKD", ""),
        ("300", "XXX", ""),
        ("300", "hkd", ""),
        ("9" * 31, "HKD", ""),
        ("9" * 1_000_000, "HKD", ""),
    ],
)
def test_an_amount_is_written_as_people_write_it(txamt: str, txcurrcd: str, human: str) -> None:
    """Minor units become money with the decimals of the currency; what is no amount becomes nothing."""
    assert human_amount(txamt, txcurrcd) == human


@given(st.integers(0, 10**11), st.sampled_from(currencies()))
def test_no_digit_is_lost_or_made_up(amount: int, currency: Currency) -> None:
    """The digits a person reads are the digits that are signed, apart from leading zeros."""
    digits = "".join(one for one in human_amount(str(amount), currency.code) if one.isdigit())
    assert int(digits) == amount


@given(st.text(), st.text())
def test_no_text_makes_it_stumble(txamt: str, txcurrcd: str) -> None:
    """Whatever stands in the two fields, there is an answer."""
    assert isinstance(human_amount(txamt, txcurrcd), str)
