"""Whether an answer is the one that ends the retries: HTTP 200 and the bare word SUCCESS; and if not, why not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.notifications.message import Answer

WORD = b"SUCCESS"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_QUOTES = b"\"'`"
_OK, _SHOWN = 200, 60


class Taken(Enum):
    """Whether the sender takes the notification for delivered."""

    YES = "yes"
    DOUBTFUL = "doubtful"
    NO = "no"


@dataclass(frozen=True)
class Acknowledgement:
    """How an answer counts, in words."""

    taken: Taken
    words: Text


def acknowledged(answer: Answer) -> Acknowledgement:
    """What this answer tells QFPay."""
    if answer.failure is not None or answer.status is None:
        return Acknowledgement(Taken.NO, answer.failure or _NO_ANSWER)
    if answer.status != _OK:
        words = _REDIRECT if 300 <= answer.status < 400 else _OTHER_STATUS
        return Acknowledgement(Taken.NO, words.fill(status=answer.status))
    if answer.body == WORD:
        return Acknowledgement(Taken.YES, _RIGHT)
    if answer.body.strip() == WORD:
        return Acknowledgement(Taken.DOUBTFUL, _WHITE_SPACE)
    return Acknowledgement(Taken.NO, _why_not(answer.body))


def summary(answer: Answer) -> Text:
    """The answer in a line: its status and the beginning of its body, where every sign can be seen."""
    if answer.failure is not None or answer.status is None:
        return answer.failure or _NO_ANSWER
    return _ANSWERED.fill(status=answer.status, body=_shown(answer.body))


def _shown(body: bytes) -> str:
    """The first characters, with escapes for what is not printed; U+FFFD for what is no UTF-8."""
    start = body[: 4 * _SHOWN].decode("utf-8", "replace")
    written = "".join(sign if sign.isprintable() else _escaped(sign) for sign in start[:_SHOWN])
    return f"“{written}”" if len(start) <= _SHOWN else f"“{written}…”"


def _escaped(sign: str) -> str:
    return json.dumps(sign).strip('"')


def _why_not(body: bytes) -> Text:
    """What is wrong with the body of a 200: the first that applies."""
    plain = body.strip()
    bare = plain.strip(_QUOTES).strip().upper()
    reasons = (
        (not plain, _EMPTY),
        (plain.startswith(_MARKS), _MARKED),
        (plain.upper() == WORD, _SMALL),
        (bare == WORD, _QUOTED),
        (plain.startswith((b"{", b"[")), _JSON),
        (plain.startswith(b"<"), _PAGE),
        (WORD in plain.upper(), _MORE),
    )
    return next((words for applies, words in reasons if applies), _OTHER)


_ANSWERED = text("Receiver", "HTTP {status} {body}")
_RIGHT = text("Receiver", "HTTP 200 and SUCCESS: QFPay does not notify again.")
_NO_ANSWER = text("Receiver", "No answer came.")
_OTHER_STATUS = text("Receiver", "HTTP {status} is not 200: QFPay notifies again, whatever the body says.")
_REDIRECT = text("Receiver", "HTTP {status} leads elsewhere, and nothing is posted there: answer 200 at this address.")
_WHITE_SPACE = text(
    "Receiver",
    "White space stands around SUCCESS. No document says whether that still counts: answer the bare word, without a "
    "line break.",
)
_EMPTY = text("Receiver", "The body is empty: answer the word SUCCESS.")
_MARKED = text(
    "Receiver",
    "The body begins with a byte order mark, so it is not SUCCESS: save the script without one, or write UTF-8 without "
    "it.",
)
_SMALL = text("Receiver", "SUCCESS is documented in capital letters, and this is written otherwise.")
_QUOTED = text("Receiver", "Quotes stand around SUCCESS, as a JSON encoder adds them: answer plain text.")
_JSON = text("Receiver", "The body is JSON: answer the bare word SUCCESS as plain text, without an object around it.")
_PAGE = text("Receiver", "The body is HTML or XML, as for WeChat’s own notifications: answer the bare word SUCCESS.")
_MORE = text("Receiver", "The body says more than SUCCESS: answer this one word and nothing else.")
_OTHER = text("Receiver", "The body is not SUCCESS, so QFPay notifies again.")
