"""Requests of Thunder Client's collections."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import member, rows, written


def thunder_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is."""
    kind = written(member(node, "body", "type"))
    is_one = "colId" in node or "containerId" in node or kind in {"formencoded", "formdata"}
    if not isinstance(node.get("url"), str) or not is_one:
        return None
    is_form = kind in {"formencoded", "formdata"}
    return Exported(
        "thunder-client",
        method=written(node.get("method")),
        url=written(node.get("url")),
        headers=rows(node.get("headers")),
        query=rows(node.get("params")),
        fields=rows(member(node, "body", "form")) if is_form else (),
        is_multipart=kind == "formdata",
        raw="" if is_form else written(member(node, "body", "raw")),
    )
