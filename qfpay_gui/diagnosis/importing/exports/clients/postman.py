"""Requests of Postman: collections v1, v2.0 and v2.1, a single request, and the JSON report of newman."""

from __future__ import annotations

from typing import Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, is_off, member, rows, written


def postman_request(node: dict[str, Any]) -> Exported | None:
    """The request this object is, of a v2 collection or of a v1 collection."""
    if "dataMode" in node or isinstance(node.get("headers"), str):
        return _version_1(node)
    mode = member(node, "body", "mode")
    if "url" not in node or "headers" in node or not ("header" in node or isinstance(mode, str)):
        return None
    url, body = node.get("url"), node.get("body")
    kind = mode if isinstance(mode, str) and not is_off(body) else ""
    return Exported(
        "postman",
        method=written(node.get("method")),
        url=_address(url),
        headers=_headers(node.get("header")),
        query=rows(member(url, "query")),
        fields=rows(member(body, kind)) if kind in {"urlencoded", "formdata"} else (),
        is_multipart=kind == "formdata",
        raw=written(member(body, "raw")) if kind == "raw" else "",
    )


def _address(url: Any) -> str:
    """The address as it is typed, or put together of the parts of which Postman's library makes it."""
    if not isinstance(url, dict):
        return written(url)
    if raw := written(url.get("raw")):
        return raw
    host, path = _joined(url.get("host"), "."), _joined(url.get("path"), "/")
    scheme = f"{written(url.get('protocol'))}://" if url.get("protocol") else ""
    port = f":{written(url.get('port'))}" if url.get("port") else ""
    return f"{scheme}{host}{port}" + (f"/{path.removeprefix('/')}" if path else "")


def _joined(parts: Any, separator: str) -> str:
    return separator.join(map(written, parts)) if isinstance(parts, list) else written(parts)


def _headers(header: Any) -> tuple[Row, ...]:
    """Rows, or the lines of the older versions, in which ``//`` switches one off."""
    if not isinstance(header, str):
        return rows(header)
    found = (line.partition(":") for line in header.splitlines() if ":" in line)
    return tuple(Row(name.strip().lstrip("/ "), value.strip(), not name.startswith("//")) for name, _, value in found)


def _version_1(node: dict[str, Any]) -> Exported | None:
    if not isinstance(node.get("url"), str):
        return None
    mode, data = written(node.get("dataMode")), node.get("data")
    is_form = mode in {"urlencoded", "params"}
    return Exported(
        "postman",
        method=written(node.get("method")),
        url=written(node.get("url")),
        headers=_headers(node.get("headers")) or rows(node.get("headerData")),
        fields=rows(data) if is_form else (),
        is_multipart=mode == "params",
        raw="" if is_form else written(node.get("rawModeData")) or (data if isinstance(data, str) else ""),
    )
