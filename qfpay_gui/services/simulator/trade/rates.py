"""What the customer's wallet pays in its own currency, at made-up rates that never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui import resources
from qfpay_gui.services.simulator.trade.orders import Wallet

if TYPE_CHECKING:
    from collections.abc import Mapping

WALLETS = ("", "CNY")
"""The wallets a customer can have: one in the order's own currency, or one in yuan."""

_CNY_PER_UNIT = {  # times 100,000,000, as WeChat writes its rates
    "AED": 196_000_000,
    "AUD": 470_000_000,
    "CAD": 520_000_000,
    "EUR": 780_000_000,
    "HKD": 92_000_000,
    "IDR": 44_000,
    "JPY": 4_800_000,
    "MMK": 340_000,
    "MYR": 160_000_000,
    "SGD": 540_000_000,
    "THB": 20_000_000,
    "USD": 720_000_000,
}
_SCALE = 100_000_000
_CNY_EXPONENT = 2


def charged(parameters: Mapping[str, str], currency: str) -> Wallet:
    """What a wallet in this currency pays for an order; "" is the order's own currency."""
    txamt, txcurrcd = int(parameters["txamt"]), parameters["txcurrcd"]
    if currency != "CNY" or txcurrcd == "CNY":
        return Wallet(txamt, txcurrcd)
    rate = _CNY_PER_UNIT[txcurrcd]
    cents = txamt * rate * 10**_CNY_EXPONENT // (_SCALE * 10 ** _exponent(txcurrcd))
    return Wallet(max(cents, 1), "CNY", str(rate))


def _exponent(txcurrcd: str) -> int:
    """How many decimals this currency has (ISO 4217)."""
    rows = resources.read_json("data/currencies.json")
    return int(next(row["exponent"] for row in rows if row["code"] == txcurrcd))
