"""What leads the payer to an order, by payment type: pay_params, a code to scan, or a page to open.

Served are the types whose answer QFPay's pages show: ``pay_params`` within WeChat, ``qrcode`` where the merchant
presents a code, ``pay_url`` in a browser. Not served are those in which the merchant scans the payer's code, and apps.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.trade.orders import Order

_IN_WECHAT = frozenset({"800207", "800213"})
_CODES = frozenset({"800101", "801501", "800201", "800701", "802001", "802901", "803701", "805801"})
_PAGES = frozenset(
    {
        *("800212", "801101", "801107", "801512", "801514", "800712"),
        *("800714", "803712", "803714", "805812", "805814"),
    }
)
SERVED = _IN_WECHAT | _CODES | _PAGES
_NOWHERE = "https://simulator.invalid/{token}"
"""An address that exists nowhere, so that nobody scans it and waits."""


def handed_out(order: Order) -> dict[str, Any]:
    """The member of the answer that leads the payer to this order."""
    pay_type = order.parameters["pay_type"]
    if pay_type in _IN_WECHAT:
        return {"pay_params": order.pay_params}
    return {"qrcode" if pay_type in _CODES else "pay_url": _NOWHERE.format(token=secrets.token_hex(8))}
