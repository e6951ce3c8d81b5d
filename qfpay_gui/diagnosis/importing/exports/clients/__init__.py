"""Finds the requests of an export and the values of its variables, whichever client wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.exports.charles import charles_request
from qfpay_gui.diagnosis.importing.exports.clients.apifox import apifox_request
from qfpay_gui.diagnosis.importing.exports.clients.apipost import apipost_request
from qfpay_gui.diagnosis.importing.exports.clients.bruno import bruno_request
from qfpay_gui.diagnosis.importing.exports.clients.har import har_request
from qfpay_gui.diagnosis.importing.exports.clients.hoppscotch import hoppscotch_request
from qfpay_gui.diagnosis.importing.exports.clients.insomnia import insomnia_request
from qfpay_gui.diagnosis.importing.exports.clients.postman import postman_request
from qfpay_gui.diagnosis.importing.exports.clients.thunder_client import thunder_request
from qfpay_gui.diagnosis.importing.exports.rows import Row, member, rows, written
from qfpay_gui.diagnosis.importing.exports.variables import values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.importing.exports.exported import Exported

CLIENTS: tuple[Callable[[dict[str, Any]], Exported | None], ...] = (
    apipost_request,
    apifox_request,
    hoppscotch_request,
    charles_request,
    har_request,
    postman_request,
    insomnia_request,
    thunder_request,
    bruno_request,
)
"""Each tells whether an object is a request of its client; the first that says so is right."""

_ANSWERS = frozenset({"response", "responses", "originalRequest", "examples", "cookies"})
_VARIABLES = ("variable", "globals", "globalVariables"), ("variables", "values", "vars", "moduleVariables")
_TABLES = ("data", "environment")
_DEEPEST = 40


def requests_in(value: Any) -> Iterator[Exported]:
    """Every request below this value, in order; what was answered or is a saved example is none."""
    if executions := member(value, "run", "executions"):
        value = [member(one, "request") for one in executions] if isinstance(executions, list) else ()
    yield from _requests(value, _DEEPEST)


def _requests(value: Any, depth: int) -> Iterator[Exported]:
    if isinstance(value, dict) and (found := next((one for client in CLIENTS if (one := client(value))), None)):
        yield found
    elif depth:
        for one in _inner(value):
            yield from _requests(one, depth - 1)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects from the outside to the inside."""
    if isinstance(value, dict):
        yield value
    for one in _inner(value) if depth else ():
        yield from _objects(one, depth - 1)


def _inner(value: Any) -> list[Any]:
    """The objects and lists in this one, without what was answered."""
    inner = [one for name, one in value.items() if name not in _ANSWERS] if isinstance(value, dict) else value
    return [one for one in inner if isinstance(one, dict | list)] if isinstance(inner, list) else []


def variables_in(documents: list[Any]) -> tuple[Row, ...]:
    """The variables with their values; those of an environment count before those of a collection."""
    nodes = [node for document in documents for node in _objects(document, _DEEPEST)]
    collection, environment = ([row for node in nodes for row in _variables(node, names)] for names in _VARIABLES)
    tables = [row for node in nodes for name in _TABLES for row in _table(node.get(name), "") if _is_environment(node)]
    known = values(collection, [*environment, *tables, *_base_urls(nodes)])
    return tuple(Row(name, value) for name, value in known.items())


def _variables(node: dict[str, Any], names: tuple[str, ...]) -> Iterator[Row]:
    for name in names:
        found = node.get(name)
        yield from rows(member(found, "req") or member(found, "values") or found)


def _is_environment(node: dict[str, Any]) -> bool:
    """Whether an object keeps variables as a table: Insomnia's environments, base and sub, and its folders."""
    return (
        node.get("_type") in {"environment", "request_group"} or "subEnvironments" in node or set(node) <= _ENVIRONMENT
    )


_ENVIRONMENT = {"name", "meta", "data", "color", "dataPropertyOrder"}


def _table(value: Any, above: str) -> Iterator[Row]:
    """Names and values of a table, of inner ones as ``outer.inner``."""
    for name, one in value.items() if isinstance(value, dict) else ():
        if isinstance(one, dict) and above.count(".") < _DEEPEST:
            yield from _table(one, f"{above}{name}.")
        elif not isinstance(one, dict | list):
            yield Row(f"{above}{name}", written(one))


def _base_urls(nodes: list[dict[str, Any]]) -> Iterator[Row]:
    """Apifox's addresses of an environment, which stand in front of each path."""
    for node in nodes:
        for address in (node.get("baseUrls") or {}).values() if isinstance(node.get("baseUrls"), dict) else ():
            yield Row("baseUrl", written(address))
        if isinstance(node.get("baseUrl"), str):
            yield Row("baseUrl", node["baseUrl"])
