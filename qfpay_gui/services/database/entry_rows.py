"""Entries as rows of the history file, and rows as entries."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Timings
from qfpay_gui.qfpay.sentence_json import from_json, from_optional, to_json
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.services.database.columns import (
    count_in,
    findings_from_json,
    findings_to_json,
    moment,
    moment_from,
    object_from,
    plain,
    seconds_in,
    value_from,
)
from qfpay_gui.services.database.entry import (
    Ending,
    HistoryEntry,
    HistoryRow,
    KeptFailure,
    KeptReply,
    KeptRequest,
    KeptVerdict,
    Pairs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_COLUMNS = (
    "id, session, sent_at, environment_id, environment_kind, host, profile, endpoint, out_trade_no, txamt, txcurrcd, "
    "ending, respcd, severity, headline, note, pinned"
)
KNOWN_BY = "CASE out_trade_no WHEN '' THEN substr(request, 1, 4000) ELSE '' END AS known_by"
"""Where a row that has no order number of its own is known by another number."""
ENTRY_COLUMNS = f"{ROW_COLUMNS}, searched, request, outcome"
_SHARED = ("environment_id", "environment_kind", "host", "profile", "endpoint", "respcd", "note")
_LISTED = (*_SHARED, "out_trade_no", "txamt", "txcurrcd")
_LARGEST_STATUS = 999
_SYSSN = re.compile(r'\["syssn", "(?P<syssn>[\w,|*-]{1,128})"\]')


def columns_of(entry: HistoryEntry) -> dict[str, Any]:
    """The values of every column but id, session, note and pinned."""
    request, said = entry.request, entry.verdict
    columns = {
        "sent_at": moment(entry.sent_at),
        "environment_id": entry.environment_id,
        "environment_kind": entry.environment_kind,
        "host": entry.host,
        "profile": entry.profile,
        "endpoint": entry.endpoint,
        **{name: request.value(name) for name in ("out_trade_no", "txamt", "txcurrcd")},
        "ending": entry.ending.value,
        "respcd": entry.respcd,
        "headline": json.dumps(to_json(said.headline)),
        "searched": entry.searched,
        "request": json.dumps({**asdict(request), "app_code": entry.app_code}),
        "outcome": json.dumps(_outcome(entry)),
    }
    return {**{name: well_formed(value) for name, value in columns.items()}, "severity": int(said.severity)}


def _outcome(entry: HistoryEntry) -> dict[str, Any]:
    said = entry.verdict
    return {
        "reply": asdict(entry.reply) if entry.reply else None,
        "failure": asdict(entry.failure) if entry.failure else None,
        "timings": asdict(entry.timings),
        "turn": to_json(said.turn),
        "next_step": to_json(said.next_step),
        "codes": to_json(said.codes),
        "findings": findings_to_json(entry.findings),
    }


def row_from(columns: Mapping[str, Any], session: str) -> HistoryRow:
    """A line of the list. What another session was sending when it ended has an unknown outcome."""
    return HistoryRow(
        **{name: plain(columns[name]) for name in _LISTED},
        id=columns["id"],
        sent_at=moment_from(columns["sent_at"]),
        ending=_ending(columns, session),
        severity=_severity(columns, session),
        headline=from_json(value_from(columns["headline"])),
        pinned=bool(columns["pinned"]),
        syssn=_syssn(columns["known_by"]),
    )


def _syssn(request: Any) -> str:
    """The number in the beginning of a request as it is written here."""
    found = _SYSSN.search(plain(request))
    return found["syssn"] if found else ""


def entry_from(columns: Mapping[str, Any], session: str) -> HistoryEntry:
    """The whole entry; what cannot be read of it is empty."""
    request, outcome = object_from(columns["request"]), object_from(columns["outcome"])
    return HistoryEntry(
        **{name: plain(columns[name]) for name in _SHARED},
        sent_at=moment_from(columns["sent_at"]),
        request=_request(request),
        verdict=KeptVerdict(
            _severity(columns, session),
            from_json(value_from(columns["headline"])),
            from_optional(outcome.get("turn")),
            from_optional(outcome.get("next_step")),
            from_optional(outcome.get("codes")),
        ),
        ending=_ending(columns, session),
        app_code=_text(request, "app_code"),
        reply=_reply(outcome.get("reply")),
        failure=_failure(outcome.get("failure")),
        timings=_timings(outcome.get("timings")),
        findings=findings_from_json(outcome.get("findings")),
        searched=plain(columns["searched"]),
        pinned=bool(columns["pinned"]),
        id=columns["id"],
    )


def _ending(columns: Mapping[str, Any], session: str) -> Ending:
    if columns["ending"] == Ending.SENDING.value and columns["session"] != session:
        return Ending.UNKNOWN
    try:
        return Ending(columns["ending"])
    except ValueError:
        return Ending.UNKNOWN


def _severity(columns: Mapping[str, Any], session: str) -> Severity:
    if columns["ending"] == Ending.SENDING.value and columns["session"] != session:
        return Severity.WRONG
    return Severity(count_in(columns["severity"], most=3))


def _request(members: dict[str, Any]) -> KeptRequest:
    return KeptRequest(
        method=_text(members, "method"),
        url=_text(members, "url"),
        headers=_pairs(members.get("headers")),
        parameters=_pairs(members.get("parameters")),
        body=_text(members, "body"),
        sign_type=_text(members, "sign_type"),
        signing_string=_text(members, "signing_string"),
        signature=_text(members, "signature"),
        masked=_names(members.get("masked")),
    )


def _reply(members: Any) -> KeptReply | None:
    if not isinstance(members, dict) or not isinstance(members.get("status"), int):
        return None
    headers = _pairs(members.get("headers"))
    shortened = members.get("shortened") is True
    status = count_in(members["status"], _LARGEST_STATUS)
    return KeptReply(status, _text(members, "reason"), headers, _text(members, "body"), shortened)


def _failure(members: Any) -> KeptFailure | None:
    if not isinstance(members, dict):
        return None
    arrived = members.get("may_have_arrived") is not False
    return KeptFailure(_text(members, "layer"), arrived, _text(members, "technical"))


def _timings(members: Any) -> Timings:
    members = members if isinstance(members, dict) else {}
    connected, first_byte, total = (members.get(name) for name in ("connected", "first_byte", "total"))
    return Timings(seconds_in(connected), seconds_in(first_byte), seconds_in(total) or 0.0)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def _text(members: dict[str, Any], name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def _pairs(value: Any) -> Pairs:
    rows = value if isinstance(value, list) else ()
    return tuple((str(row[0]), str(row[1])) for row in rows if isinstance(row, list) and len(row) == 2)
