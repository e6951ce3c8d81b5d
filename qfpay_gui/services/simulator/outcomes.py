"""The answers a tester can choose: what the simulator does instead of, or on top of, a normal answer.

A specification is the outcome as text, for the command line (``--outcome``) and for one
request over HTTP (header ``X-Simulator-Outcome``): ``respcd:1108``, ``delay:5``, ``drop`` …
In front of it may stand the call it is for: ``refund/respcd:1269``, ``close/drop``. A query
has no outcome but by header: otherwise it tells the truth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar

from qfpay_gui.qfpay.text import Text, text

LONGEST_DELAY = 600.0
CALLS = ("payment", "refund", "close", "reversal")


class OutcomeKind(Enum):
    """What happens; each value is the word a specification begins with."""

    NORMAL = "normal"
    RESPCD = "respcd"
    DELAY = "delay"
    DROP = "drop"
    DROP_BODY = "drop-body"
    BROKEN_JSON = "broken-json"
    HTML = "html"
    STATUS = "status"
    INVALID_UTF8 = "invalid-utf8"
    PAY_PARAMS_TEXT = "pay-params-text"
    PAY_PARAMS_NESTED = "pay-params-nested"
    OVERSIZED = "oversized"


@dataclass(frozen=True)
class Outcome:
    """One chosen outcome.

    ``respcd`` belongs to RESPCD, ``seconds`` to DELAY, ``status`` (an HTTP status) to HTML
    and STATUS; the others take nothing. ``call`` is one of CALLS or "": a payment, or in a
    header the request it comes with.
    """

    kind: OutcomeKind
    respcd: str = ""
    seconds: float = 0.0
    status: int = 200
    call: str = ""
    normal: ClassVar[Outcome]

    @property
    def spec(self) -> str:
        """The specification that ``parse_outcome`` reads back as this outcome."""
        argument = {
            OutcomeKind.RESPCD: self.respcd,
            OutcomeKind.DELAY: f"{self.seconds:g}",
            OutcomeKind.HTML: str(self.status),
            OutcomeKind.STATUS: str(self.status),
        }.get(self.kind, "")
        words = f"{self.kind.value}:{argument}" if argument else self.kind.value
        return f"{self.call}/{words}" if self.call else words


Outcome.normal = Outcome(OutcomeKind.NORMAL)

OUTCOMES: tuple[tuple[str, Text], ...] = (
    ("normal", text("Simulator", "Normal: check the request and answer")),
    ("respcd:1108", text("Simulator", "respcd 1108: signature error")),
    ("respcd:1143", text("Simulator", "respcd 1143: not paid yet, the order exists")),
    ("respcd:1298", text("Simulator", "respcd 1298: slow, the order exists and may be paid")),
    ("respcd:1241", text("Simulator", "respcd 1241: store missing or in a wrong state")),
    ("respcd:1297", text("Simulator", "respcd 1297: bank busy")),
    ("delay:5", text("Simulator", "Answer after 5 seconds")),
    ("delay:45", text("Simulator", "Answer after 45 seconds")),
    ("drop", text("Simulator", "Take the request, then hang up without an answer")),
    ("drop-body", text("Simulator", "Hang up in the middle of the answer")),
    ("broken-json", text("Simulator", "JSON that ends too early")),
    ("html", text("Simulator", "An HTML page with HTTP 200")),
    ("html:502", text("Simulator", "An HTML page with HTTP 502")),
    ("status:429", text("Simulator", "HTTP 429: too many requests")),
    ("status:500", text("Simulator", "HTTP 500: server error")),
    ("status:503", text("Simulator", "HTTP 503: service unavailable")),
    ("invalid-utf8", text("Simulator", "An answer that is not UTF-8")),
    ("pay-params-text", text("Simulator", "pay_params as JSON text")),
    ("pay-params-nested", text("Simulator", "pay_params inside data")),
    ("oversized", text("Simulator", "An answer of 10 MB")),
    ("refund/respcd:1269", text("Simulator", "Refund: respcd 1269, too little taken today")),
    ("refund/respcd:1143", text("Simulator", "Refund: respcd 1143, under way and to be queried")),
    ("refund/drop", text("Simulator", "Refund: make it, then hang up without an answer")),
    ("close/respcd:1297", text("Simulator", "Close: respcd 1297, as where it is not supported")),
)


def parse_outcome(spec: str) -> Outcome:
    """The outcome a specification names; raises ValueError with a sentence for people."""
    call, slash, words = spec.strip().rpartition("/")
    if slash and call not in CALLS:
        raise ValueError(f"There is no call {call[:40]!r} to choose an outcome for. Choose one of: {', '.join(CALLS)}.")
    outcome = _parsed(words)
    return outcome if outcome == Outcome.normal else replace(outcome, call="" if call == "payment" else call)


def _parsed(words: str) -> Outcome:
    """The outcome without its call; raises ValueError."""
    word, colon, argument = words.partition(":")
    kind = next((kind for kind in OutcomeKind if kind.value == word), None)
    if kind is None:
        known = ", ".join(kind.value for kind in OutcomeKind)
        raise ValueError(f"There is no outcome {word[:40]!r}. Choose one of: {known}.")
    match kind:
        case OutcomeKind.RESPCD:
            return _respcd(argument)
        case OutcomeKind.DELAY:
            return _delay(argument)
        case OutcomeKind.HTML:
            return Outcome(kind, status=_status(argument or "200", "html", ("200", "502")))
        case OutcomeKind.STATUS:
            return Outcome(kind, status=_status(argument, "status", ("429", *map(str, range(500, 600)))))
        case _ if colon:
            raise ValueError(f"{word} takes nothing after it: write it without a colon.")
        case _:
            return Outcome(kind)


def _respcd(argument: str) -> Outcome:
    """A respcd of four digits; 0000 is the normal answer."""
    if len(argument) != 4 or not (argument.isascii() and argument.isdigit()):
        raise ValueError("respcd needs a code of four digits, like respcd:1108.")
    return Outcome.normal if argument == "0000" else Outcome(OutcomeKind.RESPCD, respcd=argument)


def _delay(argument: str) -> Outcome:
    """Seconds above 0, up to LONGEST_DELAY."""
    try:
        seconds = float(argument)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= LONGEST_DELAY:
        raise ValueError(f"delay needs seconds above 0 and up to {LONGEST_DELAY:g}, like delay:5.")
    return Outcome(OutcomeKind.DELAY, seconds=seconds)


def _status(argument: str, word: str, allowed: tuple[str, ...]) -> int:
    """One of the HTTP statuses this outcome can have."""
    if argument not in allowed:
        shown = " or ".join(allowed) if len(allowed) <= 2 else "429 or 500 to 599"
        raise ValueError(
            f"{word} needs an HTTP status of {shown}, like {word}:{allowed[-1] if word == 'html' else 503}."
        )
    return int(argument)
