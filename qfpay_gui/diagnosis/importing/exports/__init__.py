"""Reads what clients, proxies and browsers export: one module a format."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.exports.bru import bru_export
from qfpay_gui.diagnosis.importing.exports.charles import charles_export
from qfpay_gui.diagnosis.importing.exports.clients import requests_in, variables_in
from qfpay_gui.diagnosis.importing.exports.documents import documents
from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported, request
from qfpay_gui.diagnosis.importing.exports.http_file import http_file_export
from qfpay_gui.diagnosis.importing.exports.httpie import httpie_export
from qfpay_gui.diagnosis.importing.exports.jmeter import jmeter_export
from qfpay_gui.diagnosis.importing.exports.mitmproxy import mitmproxy_export
from qfpay_gui.diagnosis.importing.exports.openapi import openapi_requests
from qfpay_gui.diagnosis.importing.exports.soapui import soapui_export
from qfpay_gui.diagnosis.importing.exports.variables import values
from qfpay_gui.diagnosis.importing.exports.yaml_subset import read_yaml
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.importing.request import ReadRequest

_YAML = re.compile(
    r"^(?:type: [\"']?(?:collection|spec|environment)\.insomnia\.rest/|opencollection: |openapi: |swagger: |http:\r?$)",
    re.MULTILINE,
)
_TEXTS: tuple[Callable[[str], Export], ...] = (
    bru_export,
    http_file_export,
    jmeter_export,
    soapui_export,
    charles_export,
    mitmproxy_export,
    httpie_export,
)
"""Formats that are neither JSON nor YAML."""


def exported_requests(source: str) -> tuple[ReadRequest, ...]:
    """The requests of an export, those to QFPay first; empty where none carries parameters or goes to QFPay."""
    read = tuple(islice(_read(source), MOST_REQUESTS))
    return tuple(sorted(read, key=_is_foreign)) if any(one.pairs or not _is_foreign(one) for one in read) else ()


def _read(source: str) -> Iterator[ReadRequest]:
    for export in (_of_trees, *_TEXTS):
        found = export(source)
        known = values(found.variables)
        yield from (request(one, known) for one in found.requests)


def _of_trees(source: str) -> Export:
    trees = [read_yaml(source)] if _YAML.search(source) else list(documents(source))
    found = tuple(one for tree in trees for one in _in_tree(tree))
    return Export(found, variables_in(trees) if found else ())


def _in_tree(tree: Any) -> Iterator[Exported]:
    described = tuple(openapi_requests(tree))
    yield from described or requests_in(tree)


def _is_foreign(one: ReadRequest) -> bool:
    """False for requests that look like this API's, so that they sort first."""
    return not (one.environment_id or "/trade/v1/" in one.url or "X-QF-SIGN" in one.headers or one.app_code)
