"""Reads what clients, proxies and browsers export: one module a format."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.exports.clients import requests_in, variables_in
from qfpay_gui.diagnosis.importing.exports.documents import documents
from qfpay_gui.diagnosis.importing.exports.exported import request
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing.request import ReadRequest


def exported_requests(source: str) -> tuple[ReadRequest, ...]:
    """The requests of an export, those to QFPay first; empty where none carries parameters or goes to QFPay."""
    read = tuple(islice(_read(source), MOST_REQUESTS))
    return tuple(sorted(read, key=_is_foreign)) if any(one.pairs or not _is_foreign(one) for one in read) else ()


def _read(source: str) -> Iterator[ReadRequest]:
    found = list(documents(source))
    exported = [one for document in found for one in requests_in(document)]
    known = variables_in(found) if exported else {}
    for one in exported:
        yield request(one, known)


def _is_foreign(one: ReadRequest) -> bool:
    """False for requests that look like this API's, so that they sort first."""
    return not (one.environment_id or "/trade/v1/" in one.url or "X-QF-SIGN" in one.headers or one.app_code)
