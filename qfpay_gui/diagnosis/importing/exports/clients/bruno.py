"""Requests of Bruno: its JSON collections, and OpenCollection, which it writes as JSON and YAML."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, rows, written

_TABLES = {"formUrlEncoded", "multipartForm", "form-urlencoded", "multipart-form"}


def bruno_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is."""
    body = node.get("body")
    kind = written(member(body, "mode") or member(body, "type"))
    is_one = isinstance(node.get("url"), str) and "method" in node and isinstance(node.get("headers"), list)
    if not is_one or not (kind or "auth" in node):
        return None
    data = member(body, "data") or member(body, kind)
    params = rows(node.get("params"))
    return Exported(
        "bruno",
        method=written(node.get("method")),
        url=written(node.get("url")),
        headers=rows(node.get("headers")),
        query=tuple(Row(row.name, row.value, is_on=False) for row in params if not row.is_on),
        fields=rows(data) if kind in _TABLES else (),
        is_multipart=kind.startswith("multipart"),
        raw="" if kind in _TABLES else written(data),
    )
