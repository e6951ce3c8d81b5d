"""Requests of Apipost's projects, versions 6 to 8."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, rows, written


def apipost_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is; address and method stand beside it or in it."""
    request = node.get("request")
    if "target_type" not in node or not isinstance(request, dict):
        return None
    kind = written(member(request, "body", "mode"))
    is_form = kind in {"urlencoded", "form-data"}
    return Exported(
        "apipost",
        method=written(node.get("method") or request.get("method")),
        url=written(node.get("url") or request.get("url")),
        headers=_table(request.get("header")),
        query=_table(request.get("query")),
        fields=_table(request.get("body")) if is_form else (),
        is_multipart=kind == "form-data",
        raw="" if is_form else written(member(request, "body", "raw")),
    )


def _table(value: Any) -> tuple[Row, ...]:
    return rows(value if isinstance(value, list) else member(value, "parameter"))
