"""Writes the notification of a payment or a refund, in the field order of the documented sample (facts 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.answers import dump
from qfpay_gui.services.simulator.trade.orders import written

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.trade.orders import Order, Refund


def body(order: Order, refund: Refund | None, mchid: str) -> bytes:
    """The JSON that is posted and signed; ``mchid`` stands in it only where one is assigned."""
    sent = refund.parameters if refund else order.parameters
    moment = refund.made if refund else order.paid
    fields = {
        "status": "1",
        "pay_type": order.parameters["pay_type"],
        "sysdtm": written(refund.made if refund else order.created),
        "paydtm": written(moment),
        "goods_name": order.parameters.get("goods_name", ""),
        "txcurrcd": order.parameters["txcurrcd"],
        "txdtm": sent["txdtm"],
        **({"mchid": mchid} if mchid else {}),
        "txamt": sent["txamt"],
        "exchange_rate": order.wallet.exchange_rate,
        "chnlsn2": "",
        "out_trade_no": sent["out_trade_no"],
        "syssn": refund.syssn if refund else order.syssn,
        "cash_fee_type": order.wallet.cash_fee_type,
        "cancel": order.cancel,
        "respcd": "0000",
        "goods_info": order.parameters.get("goods_info", ""),
        "cash_fee": str(order.wallet.cash_fee),
        **(_given_back(order, refund) if refund else {}),
        "notify_type": "refund" if refund else "payment",
        "chnlsn": refund.chnlsn if refund else order.chnlsn,
        "cardcd": "",
    }
    return dump(fields)


def _given_back(order: Order, refund: Refund) -> dict[str, str]:
    """What the wallet gets."""
    return {"cash_refund_fee": str(refund.cash), "cash_refund_fee_type": order.wallet.cash_fee_type}
