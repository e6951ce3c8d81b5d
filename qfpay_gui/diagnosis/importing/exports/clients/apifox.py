"""Requests of Apifox's projects."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import member, rows, written


def apifox_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is; its host stands in the project's environments, not here."""
    path, body = node.get("path"), node.get("requestBody")
    if not isinstance(path, str) or "method" not in node or not isinstance(body, dict):
        return None
    kind = written(body.get("type"))
    is_form = "form" in kind
    return Exported(
        "apifox",
        method=written(node.get("method")),
        url=path if "://" in path or path.startswith("{{") else f"{{{{baseUrl}}}}{path}",
        headers=rows(member(node, "parameters", "header")),
        query=rows(member(node, "parameters", "query")),
        fields=rows(body.get("parameters")) if is_form else (),
        is_multipart="multipart" in kind,
        raw="" if is_form else written(body.get("data") or body.get("example")),
    )
