"""Requests of HAR 1.2, which browsers, Charles, Fiddler, Proxyman and mitmproxy write."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import member, rows, written

_MEMBERS = ("httpVersion", "postData", "queryString", "headersSize", "bodySize")


def har_request(node: dict[str, Any]) -> Exported | None:
    """The request of this entry, or the one this object is."""
    if isinstance(member(node, "request", "url"), str) and _is_entry(node):
        node = node["request"]
    elif not isinstance(node.get("url"), str) or not any(name in node for name in _MEMBERS):
        return None
    raw = written(member(node, "postData", "text"))
    return Exported(
        "har",
        method=written(node.get("method")),
        url=written(node.get("url")),
        headers=rows(node.get("headers")),
        fields=() if raw else rows(member(node, "postData", "params")),
        raw=raw,
    )


def _is_entry(node: dict[str, Any]) -> bool:
    return "header" not in node["request"] and ("startedDateTime" in node or set(node) <= {"request", "response"})
