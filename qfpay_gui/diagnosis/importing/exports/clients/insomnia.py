"""Requests of Insomnia: export format 4, and the files of Insomnia 5."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import member, rows, written


def insomnia_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is."""
    is_one = node.get("_type") == "request" or written(member(node, "meta", "id")).startswith("req_")
    kind = member(node, "body", "mimeType")
    if not isinstance(node.get("url"), str) or not (is_one or isinstance(kind, str)):
        return None
    return Exported(
        "insomnia",
        method=written(node.get("method")),
        url=written(node.get("url")),
        headers=rows(node.get("headers")),
        query=rows(node.get("parameters")),
        fields=rows(member(node, "body", "params")),
        is_multipart=kind == "multipart/form-data",
        raw=written(member(node, "body", "text")),
    )
