"""The quiet line under a field when there is nothing to find fault with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.draft import Entry
    from qfpay_gui.qfpay.prepared import PreparedRequest

_FRESH = {
    "txdtm": text("Hints", "Now, in UTC+8; new on every send"),
    "out_trade_no": text("Hints", "New on every send"),
}


def hint(entry: Entry, request: PreparedRequest) -> Text | None:
    """What is good to know about this entry as it stands."""
    if entry.leave_out:
        return text("Hints", "Left out: neither signed nor sent")
    if entry.name == "mchid" and not entry.value and request.value("mchid"):
        return text("Hints", "From the profile: {mchid}").fill(mchid=request.value("mchid"))
    if entry.value == "" and not entry.send_empty:
        return text("Hints", "Not sent")
    return _of_value(entry, request)


def _of_value(entry: Entry, request: PreparedRequest) -> Text | None:
    match entry.name:
        case "txdtm" | "out_trade_no":
            return _FRESH[entry.name] if entry.fresh else text("Hints", "Pinned: sent as it stands here")
        case "txamt":
            amount = human_amount(entry.value, request.value("txcurrcd"))
            return text("Hints", "{amount}").fill(amount=amount) if amount else None
        case "txcurrcd":
            currency = find(entry.value)
            return currency.name if currency else None
        case "expired_time":
            return text("Hints", "minutes")
        case _:
            return None
