"""The examples of an OpenAPI description, as requests: OpenAPI 3 and Swagger 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.exports.exported import Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, written

if TYPE_CHECKING:
    from collections.abc import Iterator

_METHODS = ("get", "post", "put", "delete", "patch")


def openapi_requests(tree: Any) -> Iterator[Exported]:
    """A request for each operation that shows an example of its parameters."""
    paths = member(tree, "paths")
    if not (member(tree, "openapi") or member(tree, "swagger")) or not isinstance(paths, dict):
        return
    for path, operations in paths.items():
        for method in _METHODS:
            operation = member(operations, method)
            for fields, raw in _bodies(operation):
                headers, query = (_parameters(operation, place) for place in ("header", "query"))
                yield Exported("openapi", method, f"{_server(tree)}{path}", headers, query, fields, raw=raw)


def _server(tree: Any) -> str:
    servers = member(tree, "servers")
    if isinstance(servers, list) and servers:
        return written(member(servers[0], "url")).rstrip("/")
    host = written(member(tree, "host"))
    return f"https://{host}{written(member(tree, 'basePath')).rstrip('/')}" if host else ""


def _bodies(operation: Any) -> Iterator[tuple[tuple[Row, ...], str]]:
    """The examples of a body: those that are given whole, else the one that the properties make."""
    content = member(operation, "requestBody", "content")
    if isinstance(form := _parameters(operation, "formData"), tuple) and form:
        yield form, ""
    for media in content.values() if isinstance(content, dict) else ():
        named = member(media, "examples")
        given = [member(one, "value") for one in named.values()] if isinstance(named, dict) else []
        given += [member(media, "example"), member(media, "schema", "example")]
        shown = [one for one in given if one] or [_of_properties(member(media, "schema", "properties"))]
        for one in shown:
            if isinstance(one, dict) and one:
                yield tuple(Row(name, written(value)) for name, value in one.items()), ""
            elif isinstance(one, str):
                yield (), one


def _of_properties(properties: Any) -> dict[str, Any]:
    listed = properties.items() if isinstance(properties, dict) else ()
    return {name: shown for name, one in listed if (shown := member(one, "example")) is not None}


def _parameters(operation: Any, place: str) -> tuple[Row, ...]:
    """The parameters at this place that have an example."""
    listed = member(operation, "parameters")
    found = [one for one in listed if member(one, "in") == place] if isinstance(listed, list) else []
    return tuple(Row(written(member(one, "name")), shown) for one in found if (shown := _example(one)))


def _example(parameter: Any) -> str:
    shown = (member(parameter, "example"), member(parameter, "schema", "example"), member(parameter, "x-example"))
    return next((written(one) for one in shown if one is not None), "")
