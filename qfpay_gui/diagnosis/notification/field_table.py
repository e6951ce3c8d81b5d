"""The documented fields of a notification and what they hold (QFPay's page on asynchronous notifications)."""

from __future__ import annotations

from qfpay_gui.qfpay.text import text

MANDATORY = (
    *("status", "notify_type", "respcd", "pay_type", "syssn", "out_trade_no", "txamt", "txcurrcd"),
    *("txdtm", "sysdtm", "paydtm", "cancel"),
)
"""Fields every notification must have."""

FIELDS = {
    "status": text("Notification", "1: it succeeded. QFPay notifies of successes only."),
    "notify_type": text("Notification", "What happened: payment or refund."),
    "respcd": text("Notification", "The return code; 0000 is success."),
    "pay_type": text("Notification", "The way of paying; 800213 is WeChat Pay in a Mini Program."),
    "syssn": text("Notification", "QFPay’s transaction number; of a refund, the refund’s own."),
    "out_trade_no": text("Notification", "The merchant’s order number; of a refund, the one the refund was sent with."),
    "txamt": text("Notification", "The amount in minor units of txcurrcd."),
    "txcurrcd": text("Notification", "The currency of txamt."),
    "txdtm": text("Notification", "The time the merchant sent with the request, as it was sent."),
    "sysdtm": text("Notification", "QFPay’s time of the transaction, in UTC+8; the day of the settlement goes by it."),
    "paydtm": text("Notification", "When the customer paid, in UTC+8."),
    "cancel": text("Notification", "Whether the payment was cancelled or refunded."),
    "mchid": text("Notification", "The merchant below an agent; agents only."),
    "goods_name": text("Notification", "What was bought, as the merchant named it."),
    "goods_info": text("Notification", "A further description of what was bought."),
    "exchange_rate": text(
        "Notification", "The wallet’s exchange rate between txcurrcd and the customer’s currency. Not for computing."
    ),
    "chnlsn": text("Notification", "The wallet’s own number; the customer sees it in WeChat as transaction number."),
    "chnlsn2": text("Notification", "A further number of the channel."),
    "cardcd": text(
        "Notification", "The payer: a card number, or with WeChat perhaps the openid. Personal data: do not pass it on."
    ),
    "cash_fee": text("Notification", "What the customer paid after discounts, in minor units of cash_fee_type."),
    "cash_fee_type": text("Notification", "The currency of cash_fee, which need not be txcurrcd."),
    "cash_refund_fee": text("Notification", "What the customer gets back, in minor units of cash_refund_fee_type."),
    "cash_refund_fee_type": text("Notification", "The currency of cash_refund_fee, which need not be txcurrcd."),
}
"""Each documented field with its meaning."""
