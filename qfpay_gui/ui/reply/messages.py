"""Reply and request as text: status line, headers, body, never more than a text widget shows at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.reply.exchange import HttpReply, TransportFailure
from qfpay_gui.qfpay.request.form_body import decode_form
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.http.outgoing import headers_sent
from qfpay_gui.ui.words.measures import size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

LONGEST, MOST_LINES, LONGEST_LINE = 100_000, 5_000, 50_000
"""Characters, lines, and characters of a line that a text widget takes in without keeping the window waiting."""


@dataclass(frozen=True)
class ShownMessage:
    """A message as it is shown: ``head`` above ``body``, and what must be said about the difference to the wire."""

    head: str
    body: str
    remarks: tuple[Text, ...] = ()

    @property
    def whole(self) -> str:
        """Head and body with the empty line between them."""
        return f"{self.head}\n\n{self.body}"


def reply_shown(answer: Answer, pretty: str | None = None) -> ShownMessage:
    """The reply; ``pretty`` stands in place of its body where it is laid out for reading."""
    outcome = answer.exchange.outcome
    if not isinstance(outcome, HttpReply) or answer.reply is None:
        return ShownMessage("", "")
    written = answer.reply.text
    head = _head(f"HTTP {outcome.status} {outcome.reason}".rstrip(), outcome.headers)
    shown = cut(pretty or written)
    left_out = len(shown) < len(pretty or written)
    remarks = _remarks(answer, outcome, is_pretty=pretty is not None, shown=len(shown) if left_out else None)
    return ShownMessage(head, shown, remarks)


def request_shown(request: PreparedRequest) -> ShownMessage:
    """The request as its bytes go over the wire: HTTP sends path and Host where a person says URL."""
    parts = urlsplit(request.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    head = _head(f"{request.method} {target or '/'} HTTP/1.1", headers_sent(request))
    body = request.body.decode("ascii", "backslashreplace")
    shown = cut(body)
    left_out = len(shown) < len(body)
    remarks = (_SHORTENED.fill(shown=f"{len(shown):,}", count=f"{len(body):,}"),) if left_out else ()
    return ShownMessage(head, shown, remarks)


def cut(written: str) -> str:
    """As much of a text as is shown at once, from its beginning."""
    lines = written[:LONGEST].split("\n", MOST_LINES)[:MOST_LINES]
    long = next((place for place, line in enumerate(lines) if len(line) > LONGEST_LINE), len(lines))
    return "\n".join((*lines[:long], *(line[:LONGEST_LINE] for line in lines[long : long + 1])))


def request_copied(request: PreparedRequest) -> str:
    """The whole request as text, however long."""
    shown = request_shown(request)
    return f"{shown.head}\n\n{request.body.decode('ascii', 'backslashreplace')}"


def decoded(request: PreparedRequest) -> tuple[tuple[str, str], ...]:
    """What a server reads out of the body, within the limit of what is shown."""
    pairs, room = [], LONGEST
    for name, value in decode_form(request.body):
        pairs.append((name, value[:room]))
        room -= len(value)
        if room <= 0:
            break
    return tuple(pairs)


def where_sent(answer: Answer) -> Text:
    """Where the request went, or that it never left."""
    outcome, request = answer.exchange.outcome, answer.request
    sentence = _SENT
    if isinstance(outcome, TransportFailure):
        sentence = _MAYBE_SENT if outcome.may_have_arrived else _NOT_SENT
    return sentence.fill(url=request.url, size=size(len(request.body)))


def arrived(answer: Answer) -> bool:
    """Whether the request is known to have reached a server."""
    return isinstance(answer.exchange.outcome, HttpReply)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> str:
    return "\n".join((first, *(f"{name}: {value}" for name, value in headers)))[:LONGEST]


def _remarks(answer: Answer, outcome: HttpReply, *, is_pretty: bool, shown: int | None) -> tuple[Text, ...]:
    remarks = []
    if is_pretty:
        remarks.append(_LAID_OUT)
    written = answer.reply.text if answer.reply else ""
    if outcome.truncated:
        remarks.append(_CUT_OFF.fill(size=size(len(outcome.body))))
    if shown is not None:
        remarks.append(_SHORTENED.fill(shown=f"{shown:,}", count=f"{len(written):,}"))
    remarks += [finding.headline for finding in answer.findings if finding.code in {"body-not-utf8", "body-bom"}]
    if not outcome.body:
        remarks.append(_EMPTY)
    return tuple(remarks)


_SENT = text("ReplyView", "Sent to {url}, {size} of body")
_MAYBE_SENT = text("ReplyView", "May have reached {url}, {size} of body")
_NOT_SENT = text("ReplyView", "Prepared for {url}, but not sent")
_LAID_OUT = text("ReplyView", "laid out for reading")
_CUT_OFF = text("ReplyView", "reading stopped after {size}")
_SHORTENED = text("ReplyView", "first {shown} of {count} characters; Copy takes all")
_EMPTY = text("ReplyView", "the body is empty")
