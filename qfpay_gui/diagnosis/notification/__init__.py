"""Notifications and signed replies a merchant received: read from any paste, verified, explained."""

from qfpay_gui.diagnosis.notification.cause import Cause
from qfpay_gui.diagnosis.notification.checking import Check, Validity, check_notification, is_valid
from qfpay_gui.diagnosis.notification.fields import DUTIES, RETRY_GAPS, Explained, Field, explain_notification
from qfpay_gui.diagnosis.notification.pasted import ReadNotification
from qfpay_gui.diagnosis.notification.reading import read_notification
from qfpay_gui.qfpay.notifications.composing import signature as official_signature

__all__ = [
    "DUTIES",
    "RETRY_GAPS",
    "Cause",
    "Check",
    "Explained",
    "Field",
    "ReadNotification",
    "Validity",
    "check_notification",
    "explain_notification",
    "is_valid",
    "official_signature",
    "read_notification",
]
