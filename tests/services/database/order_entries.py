"""History entries of calls about orders, as the program makes them, made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import Ending, HistoryEntry, KeptReply, KeptRequest, KeptVerdict

NOON = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
LIVE = ("live-hk", "live testing", "https://test-openapi-hk.qfapi.com")
SIMULATED = ("simulator", "simulator", "http://127.0.0.1:51234")
APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"


def entry(  # noqa: PLR0913 - what an exchange consists of
    endpoint: str,
    sent: dict[str, str],
    ending: Ending = Ending.SENDING,
    reply: dict[str, Any] | None = None,
    *,
    at: datetime = NOON,
    place: tuple[str, str, str] = LIVE,
    **changes: object,
) -> HistoryEntry:
    """The entry of a call with these parameters and this reply."""
    environment_id, kind, base_url = place
    kept = KeptRequest("POST", f"{base_url}/trade/v1/{endpoint}", (), tuple(sent.items()))
    made = HistoryEntry(
        sent_at=at,
        environment_id=environment_id,
        environment_kind=kind,
        host=base_url.partition("//")[2],
        profile="Tea House",
        endpoint=endpoint,
        request=kept,
        verdict=KeptVerdict(Severity.OK, text("Verdict", "So")),
        ending=ending,
        respcd=str((reply or {}).get("respcd", "")),
        app_code=APP_CODE,
        reply=KeptReply(200, "OK", (), json.dumps(reply)) if reply is not None else None,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the entry's own


def payment(number: str = "N1", ending: Ending = Ending.SENDING, **more: Any) -> HistoryEntry:
    """A payment of HK$3.00, answered where it succeeded."""
    sent = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": number, **more.pop("sent", {})}
    created = {"respcd": "0000", "syssn": f"S{number}", "out_trade_no": number, "txamt": "300"}
    reply = more.pop("reply", created if ending is Ending.SUCCESS else None)
    return entry("payment", sent, ending, reply, **more)


def query(*rows: dict[str, str], asked: str = "N1", minutes: int = 5, **more: Any) -> HistoryEntry:
    """A query that lists these records."""
    reply = {"respcd": "0000", "data": list(rows)}
    sent = more.pop("sent", {"out_trade_no": asked})
    return entry("query", sent, Ending.SUCCESS, reply, at=NOON + timedelta(minutes=minutes), **more)


def row(number: str = "N1", respcd: str = "0000", **changes: str) -> dict[str, str]:
    """A payment's record."""
    known = {"syssn": f"S{number}", "out_trade_no": number, "txamt": "300", "txcurrcd": "HKD", "respcd": respcd}
    return {**known, "order_type": "payment", "cancel": "0", **changes}


def refund(
    number: str = "R1", ending: Ending = Ending.SENDING, txamt: str = "100", original: str = "SN1", **more: Any
) -> HistoryEntry:
    """A refund of HK$1.00 of the first payment."""
    reply = {"respcd": "0000", "syssn": f"S{number}", "orig_syssn": original, "txamt": txamt}
    sent = {"syssn": original, "out_trade_no": number, "txamt": txamt}
    return entry("refund", sent, ending, reply if ending is Ending.SUCCESS else None, **more)
