"""Requests of Hoppscotch's collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, rows, written

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = "application/x-www-form-urlencoded"


def hoppscotch_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is."""
    if not isinstance(node.get("endpoint"), str) or "method" not in node:
        return None
    kind, body = member(node, "body", "contentType"), member(node, "body", "body")
    is_form = kind == _FORM and isinstance(body, str)
    return Exported(
        "hoppscotch",
        method=written(node.get("method")),
        url=written(node.get("endpoint")),
        headers=rows(node.get("headers")),
        query=rows(node.get("params")),
        fields=tuple(_lines(body)) if is_form else rows(body),
        is_multipart=kind == "multipart/form-data",
        raw="" if is_form or isinstance(body, list) else written(body),
    )


def _lines(body: str) -> Iterator[Row]:
    """A form is kept as lines ``name: value``; ``#`` in front switches one off."""
    for line in body.splitlines():
        name, colon, value = line.strip().lstrip("# ").partition(":")
        if colon:
            yield Row(name.strip(), value.strip(), not line.lstrip().startswith("#"))
