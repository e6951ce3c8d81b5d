"""What a merchant must do with a notification, in the order to do it."""

from __future__ import annotations

from qfpay_gui.qfpay.text import Text, text

DUTIES: tuple[Text, ...] = (
    text("Notification", "Verify X-QF-SIGN over the raw bytes first; ignore what is not valid."),
    text(
        "Notification",
        "Look out_trade_no up among the own orders, and compare txamt and txcurrcd with what that order costs.",
    ),
    text(
        "Notification",
        "Tell payment from refund by notify_type; both come to the same address.",
    ),
    text(
        "Notification",
        "Expect the same notification several times: note syssn, and deliver once only.",
    ),
    text(
        "Notification",
        "Answer HTTP 200 with the body SUCCESS within a few seconds, and do the slow work afterwards. Any other answer "
        "makes QFPay notify again, after 2, 10, 10 and 60 minutes, then 2, 6 and 15 hours.",
    ),
    text("Notification", "Where no notification comes, query the order: notifications may be lost."),
)
"""One line each."""

RETRY_GAPS = (120, 600, 600, 3600, 7200, 21600, 54000)
"""Seconds after which QFPay notifies again, each counted from the attempt before (2025 edition of the documents)."""
