from __future__ import annotations

import pytest

from qfpay_gui.qfpay.findings import Severity
from tests.qfpay.request.rules.cases import Case, check_noticed, check_quiet, found

JPY = (("txcurrcd", "JPY"),)

CASES = (
    Case("amount-zero", "txamt", "0", "zero"),
    Case("amount-zero", "txamt", "0" * 40, "zero"),
    Case("amount-too-large", "txamt", "100000000000", "11 digits"),
    Case("amount-too-large", "txamt", "9" * 400, "11 digits"),
    Case("amount-small", "txamt", "1", "risk control", Severity.NOTE),
    Case("amount-small", "txamt", "200", "risk control", Severity.NOTE),
    Case("amount-leading-zero", "txamt", "0300", "Leading zeros", Severity.ATTENTION),
    Case("amount-no-decimals", "txamt", "300", "JP¥300", Severity.NOTE, JPY),
    Case("amount-grouped", "txamt", "1,000", "write 1000"),
    Case("amount-grouped", "txamt", "1,234,567", "write 1234567"),
    Case("amount-negative", "txamt", "-300", "negative"),
    Case("amount-not-whole", "txamt", "abc", "Digits only"),
    Case("amount-not-whole", "txamt", " 300", "Digits only"),
    Case("amount-not-whole", "txamt", "３００", "Digits only"),
    Case("amount-not-whole", "txamt", "٣٠٠", "Digits only"),
    Case("amount-not-whole", "txamt", "1e3", "Digits only"),
    Case("amount-not-whole", "txamt", "1,11" * 250_000, "Digits only"),
    Case("amount-not-whole", "txamt", "1.2345", "Not a whole number of minor units"),
    Case("amount-not-whole", "txamt", "1.5", "Not a whole number of minor units", also=JPY),
    Case("amount-decimal-text", "txamt", "300.0", "Is 300 or 30000 meant?"),
    Case("amount-decimal-text", "txamt", "300.0", "Is 300 or 30000 meant?", also=(("txcurrcd", "XXX"),)),
    Case("amount-major-units", "txamt", "300.0", "is 300 meant?", also=JPY),
    Case("amount-float-noise", "txamt", "1998.9999999999998", "write 1999"),
    Case("amount-float-noise", "txamt", "114.99999999999999", "write 115"),
    Case("amount-float-noise", "txamt", "110.00000000000001", "write 110"),
    Case("amount-float-noise", "txamt", "28.999999999999996", "write 29"),
    Case("amount-major-units", "txamt", "3.00", "is 300 meant?"),
    Case("amount-major-units", "txamt", "19.99", "is 1999 meant?"),
    Case("amount-major-units", "txamt", "1,000.50", "is 100050 meant?"),
    Case("amount-major-units", "txamt", "0.30000000000000004", "is 30 meant?"),
    Case("currency-spelling", "txcurrcd", "hkd", "Write HKD"),
    Case("currency-spelling", "txcurrcd", " HKD\n", "Write HKD"),
    Case("currency-unknown", "txcurrcd", "XXX", "Not a documented currency", Severity.ATTENTION),
)

QUIET = (
    Case("amount-small", "txamt", "201"),
    Case("amount-too-large", "txamt", "99999999999"),
    Case("amount-too-large", "txamt", "0" * 30 + "300"),
    Case("amount-leading-zero", "txamt", "0"),
    Case("amount-no-decimals", "txamt", "300"),
    Case("too-long", "txamt", "1998.9999999999998"),
    Case("currency-unknown", "txcurrcd", "MMK"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_faulty_amount_or_currency_is_noticed_at_its_field(case: Case) -> None:
    """Whatever is wrong with an amount is said beside it, with the number that was meant."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_what_lies_just_inside_a_rule_is_not_remarked_on(case: Case) -> None:
    """The last value a rule allows is not complained about."""
    check_quiet(case)


def test_an_amount_in_major_units_is_explained_as_money() -> None:
    """The way out names the amount as a person writes it, and as the API counts it."""
    finding = found(Case("amount-major-units", "txamt", "19.99"))
    assert finding is not None
    assert str(finding.detail).endswith("For HK$19.99 write 1999.")


def test_a_number_printed_with_a_decimal_is_explained_as_money_both_ways() -> None:
    """A person sees at once which of the two amounts was meant."""
    finding = found(Case("amount-decimal-text", "txamt", "300.0"))
    assert finding is not None
    assert str(finding.detail).endswith("300 is HK$3.00, 30000 is HK$300.00.")


def test_leading_zeros_are_shown_as_typed_and_as_a_number() -> None:
    """Both texts that may have been signed stand in the explanation, whatever their length."""
    finding = found(Case("amount-leading-zero", "txamt", "0" * 35 + "300"))
    assert finding is not None
    assert "signs 300." in str(finding.detail)
