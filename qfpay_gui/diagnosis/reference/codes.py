"""Pages of return codes: what each means, whose turn it is, and what it means to one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.examples import PAID
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.reply.statement import TURNS
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, explain, table, telling_words
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator


def pages() -> Iterator[Page]:
    """A page for each code of the table."""
    for code in table():
        sections = (Section(_MEANING, tuple(_said(code))), *_by_call(code))
        see = ("signing.steps",) if code.code == "1108" else ()
        yield Page(f"respcd.{code.code}", Kind.RESPCD, code.code, code.meaning, sections, see)


def _said(code: ReturnCode) -> Iterator[Line]:
    yield Line(code.meaning, claim=f"respcd.{code.code}")
    yield Line(_OUTCOMES[code.outcome], term=_OUTCOME)
    yield Line(TURNS[code.turn], term=_TURN)
    yield Line(_filled(code.next), term=_NEXT)
    yield Line(_STATUSES[code.status], term=_LISTED)


def _by_call(code: ReturnCode) -> Iterator[Section]:
    """A section for each other meaning, under the calls and the words of QFPay's that give it."""
    groups: dict[tuple[str, ReturnCode], list[str]] = {}
    for words in ("", *telling_words(code.code)):
        for call in ENDPOINTS:
            found, usual = explain(code.code, call, words), explain(code.code, call)
            if found is not None and _told(found) != _told(code) and (not words or _told(found) != _told(usual)):
                groups.setdefault((words, found), []).append(call)
    for (words, found), calls in groups.items():
        yield Section(_heading(words, calls), tuple(_differs(found, code)))


def _told(code: ReturnCode | None) -> tuple[object, ...]:
    return (code.meaning, code.turn, code.next) if code else ()


def _differs(found: ReturnCode, code: ReturnCode) -> Iterator[Line]:
    if found.meaning != code.meaning:
        yield Line(found.meaning)
    if found.turn != code.turn:
        yield Line(TURNS[found.turn], term=_TURN)
    if found.next != code.next:
        yield Line(_filled(found.next), term=_NEXT)


def _heading(words: str, calls: list[str]) -> Text:
    if len(calls) == len(ENDPOINTS):
        return _WORDS.fill(words=words)
    of_calls = _CALLS.fill(calls=", ".join(calls))
    return _WORDS_OF_CALLS.fill(calls=of_calls, words=words) if words else of_calls


def _filled(step: Text) -> Text:
    """The step with an order number that is made up, where it names one."""
    return step.fill(name="out_trade_no", value=PAID.out_trade_no) if "{value}" in step.template else step


_MEANING = text("Reference", "Meaning")
_OUTCOME = text("Reference", "Outcome")
_TURN = text("Reference", "Whose turn")
_NEXT = text("Reference", "Next step")
_LISTED = text("Reference", "Listed")
_OUTCOMES = {
    Outcome.SUCCESS: text("Reference", "the request succeeded"),
    Outcome.IN_PROGRESS: text("Reference", "in progress: go on querying, never send it again"),
    Outcome.FAILED: text("Reference", "the request failed"),
}
_STATUSES = {
    "current": text("Reference", "in QFPay’s newest table of codes"),
    "legacy": text("Reference", "in older tables only; it may still come"),
    "internal": text("Reference", "in an older service of QFPay’s only; it may still come"),
    "code-only": text("Reference", "in merchants’ programs only; it may still come"),
}
_CALLS = text("Reference", "In the answer to {calls}")
_WORDS = text("Reference", "Where resperr or respmsg says “{words}”")
_WORDS_OF_CALLS = text("Reference", "{calls}, where resperr or respmsg says “{words}”")
