"""What the values of ``cancel`` and ``notify_type`` mean."""

from __future__ import annotations

from qfpay_gui.qfpay.text import text

CANCEL = {
    "0": text("Notification", "Not cancelled, nothing refunded."),
    "1": text("Notification", "Reversed or refunded, of a payment by scanning the customer’s code."),
    "2": text("Notification", "Cancelled, of a payment by scanning the merchant’s code."),
    "3": text("Notification", "Refunded."),
    "4": text("Notification", "The pre-authorisation was completed."),
    "5": text("Notification", "Refunded in part."),
}
UNKNOWN_CANCEL = text("Notification", "Not documented; known are 0 to 5. Query the order.")

NOTIFY_TYPES = {
    "payment": text("Notification", "A customer paid."),
    "refund": text("Notification", "A refund went through. Mark the refund, not a new payment."),
}
UNKNOWN_TYPE = text("Notification", "Not documented; known are payment and refund. Do not deliver because of it.")
