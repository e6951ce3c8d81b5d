"""Requests of Charles' sessions: JSON and XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, rows, written
from qfpay_gui.diagnosis.importing.exports.xml_tree import text_in, xml_tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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


def charles_export(source: str) -> Export:
    """The requests of an XML session."""
    session = xml_tree(source, "charles-session")
    return Export(tuple(_transaction(one) for one in session.iter("transaction")) if session is not None else ())


def _transaction(one: Element) -> Exported:
    body = one.find("request/body")
    is_readable = body is None or body.get("encoding", "plain") == "plain"
    return Exported(
        "charles",
        method=one.get("method", ""),
        url=address(*(one.get(name) or "" for name in ("protocol", "host", "actualPort", "path", "query"))),
        headers=tuple(
            Row(text_in(each, "name"), text_in(each, "value")) for each in one.iterfind("request/headers/header")
        ),
        raw=text_in(one, "request/body") if is_readable else "",
    )
