"""Requests of Charles' sessions: JSON and XML."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import member, rows, written

_USUAL_PORTS = {"http": "80", "https": "443"}


def charles_request(node: dict[str, Any]) -> Exported | None:
    """The request of this transaction of a JSON session."""
    headers = member(node, "request", "header", "headers")
    if "scheme" not in node or "host" not in node or not isinstance(headers, list):
        return None
    return Exported(
        "charles",
        method=written(node.get("method")),
        url=address(*(written(node.get(name)) for name in ("scheme", "host", "actualPort", "path", "query"))),
        headers=rows(headers),
        raw=written(member(node, "request", "body", "text")),
    )


def address(scheme: str, host: str, port: str, path: str, query: str) -> str:
    """The address these parts make; the scheme's own port is not written."""
    usual = port in {"", "-1", "0", _USUAL_PORTS.get(scheme, "")}
    return f"{scheme}://{host}{'' if usual else f':{port}'}{path}{f'?{query}' if query else ''}"
