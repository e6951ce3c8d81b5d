"""What a wallet in yuan pays, in each currency's own decimals."""

from __future__ import annotations

import pytest

from qfpay_gui.services.simulator.trade.orders import Wallet
from qfpay_gui.services.simulator.trade.rates import WALLETS, charged


@pytest.mark.parametrize(
    ("txcurrcd", "txamt", "cents", "rate"),
    [
        ("AED", 100_000_000, 196_000_000, "196000000"),
        ("AUD", 100_000_000, 470_000_000, "470000000"),
        ("CAD", 100_000_000, 520_000_000, "520000000"),
        ("EUR", 100_000_000, 780_000_000, "780000000"),
        ("HKD", 100_000_000, 92_000_000, "92000000"),
        ("IDR", 100_000_000, 44_000, "44000"),
        ("JPY", 100_000_000, 480_000_000, "4800000"),
        ("MMK", 100_000_000, 340_000, "340000"),
        ("MYR", 100_000_000, 160_000_000, "160000000"),
        ("SGD", 100_000_000, 540_000_000, "540000000"),
        ("THB", 100_000_000, 20_000_000, "20000000"),
        ("USD", 100_000_000, 720_000_000, "720000000"),
        ("HKD", 300, 276, "92000000"),
        ("HKD", 1, 1, "92000000"),
        ("HKD", 3, 2, "92000000"),
        ("JPY", 1, 4, "4800000"),
        ("IDR", 1, 1, "44000"),
    ],
)
def test_a_wallet_in_yuan_pays_at_the_made_up_rate(txcurrcd: str, txamt: int, cents: int, rate: str) -> None:
    """Cut to whole cents, and one cent at least."""
    assert charged({"txamt": str(txamt), "txcurrcd": txcurrcd}, "CNY") == Wallet(cents, "CNY", rate)


@pytest.mark.parametrize(("txcurrcd", "wallet"), [("HKD", ""), ("CNY", ""), ("CNY", "CNY")])
def test_a_wallet_in_the_orders_own_currency_pays_what_is_asked(txcurrcd: str, wallet: str) -> None:
    """There is no rate then."""
    assert wallet in WALLETS
    assert charged({"txamt": "300", "txcurrcd": txcurrcd}, wallet) == Wallet(300, txcurrcd, "")
