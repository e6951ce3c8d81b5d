"""Which of the API's calls a request that was read is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.request.parameters import Endpoint, endpoint, endpoint_of_path

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.request import ReadRequest

_QUERY_ONLY = frozenset({"start_time", "end_time", "page", "page_size"})


def call_of(request: ReadRequest) -> Endpoint:
    """The endpoint by the path; without one by what is sent, else the payment.

    ``syssn`` names an order that exists: with a new number and an amount beside it a refund, with neither a query.
    """
    return known_call_of(request) or endpoint("payment")


def known_call_of(request: ReadRequest) -> Endpoint | None:
    """The endpoint where path or parameters tell it; None where they tell another call, or nothing."""
    path = _path(request.url)
    if "/trade/" in path:
        return endpoint_of_path(path)
    names = request.params.keys()
    if not names:
        return None
    if "syssn" not in names:
        return endpoint("query" if names & _QUERY_ONLY and "txamt" not in names else "payment")
    if "txamt" not in names:
        return endpoint("query")
    return endpoint("refund") if "out_trade_no" in names else None


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
