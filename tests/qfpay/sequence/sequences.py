"""Requests, replies and events for the sequence's tests."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR, Environment
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.reply.reply import Reply, read_reply
from qfpay_gui.qfpay.reply.verdict import Verdict, verdict
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = datetime(2026, 11, 23, 3, 40, 2, tzinfo=UTC)
KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
PERSON = "110101199003074578"
CREDENTIALS = Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", KEY)
SIMULATED = replace(SIMULATOR, base_url="http://127.0.0.1:51234")
JSON = (("Content-Type", "application/json"),)


def payment(*, environment: Environment = SIMULATED, **values: str) -> PreparedRequest:
    """The example payment with these values."""
    draft = example_draft()
    for name, value in {"out_trade_no": "QA1", "txamt": "300", "txcurrcd": "HKD", **values}.items():
        draft = draft.edit(name, value=value, fresh=False)
    return prepare(draft, CREDENTIALS, environment, now=NOW)


def call(endpoint: str, **values: str) -> PreparedRequest:
    """A request to another endpoint with these values."""
    entries = tuple(Entry(name, value) for name, value in values.items())
    return prepare(Draft(entries, endpoint), CREDENTIALS, SIMULATED, now=NOW)


def reply(sent: PreparedRequest, **members: Any) -> tuple[Exchange, Reply, Verdict]:
    """The exchange in which these members come back, with its reading."""
    exchange = Exchange(sent, HttpReply(200, "OK", JSON, json.dumps(members).encode()))
    assert isinstance(exchange.outcome, HttpReply)
    read = read_reply(exchange.outcome)
    return exchange, read, verdict(exchange, read)


class Step(Enum):
    """The steps by the names the simulator gives them."""

    ORDERED = 1
    PAID = 2
    CANCELLED = 3
    FAILED = 4
    EXPIRED = 5
    CLOSED = 6
    REVERSED = 7
    REFUNDED = 8
    NOTIFYING = 9
    NOTIFIED = 10
    NOT_NOTIFIED = 11
    GAVE_UP = 12
    SOMETHING_NEW = 13


@dataclass(frozen=True)
class Happening:
    """One step of an order's life."""

    kind: Step
    fields: Mapping[str, str] = field(default_factory=dict)
    sent: str = ""
    at: float = 1000.0
