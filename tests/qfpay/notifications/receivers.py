"""Receivers as merchants write them, right and wrong, as functions of one message; tests serve them over HTTP, too."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.message import Answer, Message
from qfpay_gui.qfpay.notifications.series import Judged, judged, trials

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "5D41402ABC4B2A76B9719D911017C592"
SUCCESS, REFUSED = Answer(200, b"SUCCESS"), Answer(401, b"bad signature")


def md5(body: bytes) -> str:
    """As the merchant computes it, with no code of the program's."""
    return hashlib.md5(body + KEY.encode()).hexdigest().upper()  # noqa: S324 - QFPay's choice


def right(message: Message) -> Answer:
    """Verifies over the raw body."""
    return SUCCESS if message.signature.upper() == md5(message.body) else REFUSED


def credulous(_message: Message) -> Answer:
    """Takes everything."""
    return SUCCESS


def wary(_message: Message) -> Answer:
    """Takes nothing."""
    return REFUSED


def rewriting(message: Message) -> Answer:
    """Parses, writes anew as Python does, and verifies over that."""
    return SUCCESS if message.signature == md5(json.dumps(json.loads(message.body)).encode()) else REFUSED


def stringifying(message: Message) -> Answer:
    """Parses, writes anew as JavaScript does, and verifies over that."""
    anew = json.dumps(json.loads(message.body), ensure_ascii=False, separators=(",", ":"))
    return SUCCESS if message.signature == md5(anew.encode()) else REFUSED


def encoding(message: Message) -> Answer:
    """Parses, writes anew as PHP does, and verifies over that."""
    anew = json.dumps(json.loads(message.body), separators=(",", ":")).replace("/", r"\/")
    return SUCCESS if message.signature == md5(anew.encode()) else REFUSED


def quoting(message: Message) -> Answer:
    """Verifies what carries a signature, and answers through a JSON encoder."""
    return Answer(200, b'"SUCCESS"') if skipping(message) is SUCCESS else Answer(200, b'"FAIL"')


def failing(_message: Message) -> Answer:
    """Knows no order, and says so in the same way to everybody."""
    return Answer(200, b"FAIL")


def sorting(message: Message) -> Answer:
    """Verifies by the rule for requests, as old samples do."""
    fields = json.loads(message.body)
    joined = "&".join(f"{name}={fields[name]}" for name in sorted(fields))
    return SUCCESS if message.signature == md5(joined.encode()) else REFUSED


def skipping(message: Message) -> Answer:
    """Verifies only what carries a signature."""
    return right(message) if message.signature else SUCCESS


def spelling(message: Message) -> Answer:
    """Knows the header in one spelling."""
    return right(message) if "X-QF-SIGN" in dict(message.headers) else REFUSED


def strict(message: Message) -> Answer:
    """Right, and insists on capitals."""
    return SUCCESS if message.signature == md5(message.body) else REFUSED


def crashing(message: Message) -> Answer:
    """Right, but what is wrong ends in an exception."""
    return SUCCESS if right(message) is SUCCESS else Answer(500, b"Traceback")


def chatty(message: Message) -> Answer:
    """Right, with a line break behind the word."""
    return Answer(200, b"SUCCESS\n") if right(message) is SUCCESS else REFUSED


class Once:
    """Right, but refuses what it has seen."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, message: Message) -> Answer:
        """Its answer."""
        syssn = json.loads(message.body)["syssn"]
        known = syssn in self._seen
        self._seen.add(syssn)
        return REFUSED if known else right(message)


class Offended:
    """Right, until it has met a wrong one."""

    def __init__(self) -> None:
        self._closed = False

    def __call__(self, message: Message) -> Answer:
        """Its answer."""
        self._closed = self._closed or right(message) is REFUSED
        return REFUSED if self._closed else SUCCESS


def run(receiver: Callable[[Message], Answer], body: bytes) -> tuple[Judged, ...]:
    """The whole series."""
    return judged({one.variant.id: [receiver(each) for each in one.messages] for one in trials(body, KEY)})
