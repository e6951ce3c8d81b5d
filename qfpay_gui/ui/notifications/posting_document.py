"""What a receiver answered, what follows from it, and what was posted, as one document in Qt's HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.notifications.series import NAMED, Judged, Mark
from qfpay_gui.qfpay.notifications.success import Taken, acknowledged, summary
from qfpay_gui.qfpay.notifications.variants import Duty
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.receiver_report import DUTIES, TITLE
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.notifications.wording import moment
from qfpay_gui.ui.widgets.document_view import heading, items, picture, sourced, words
from qfpay_gui.ui.words.measures import duration

if TYPE_CHECKING:
    from qfpay_gui.models.notifications.outgoing import Outgoing
    from qfpay_gui.models.notifications.posting_state import Attempt, PostingState
    from qfpay_gui.qfpay.notifications.message import Answer, Message
    from qfpay_gui.snippets.receiver_report import Report

SEVERITIES = {
    Mark.RIGHT: Severity.OK,
    Mark.ATTENTION: Severity.ATTENTION,
    Mark.WRONG: Severity.WRONG,
    Mark.OPEN: Severity.NOTE,
}
_LONGEST = 4000
_TAKEN = {Taken.YES: Severity.OK, Taken.DOUBTFUL: Severity.ATTENTION, Taken.NO: Severity.ATTENTION}
_ANSWER = text("Receiver", "What it answered")
_POSTED = text("Receiver", "What was posted")
_TO_POST = text("Receiver", "What is posted")
_MUST = text("Receiver", "A right receiver must: {duty}")
_LINE = text("Receiver", "{time} · {answer} · {duration}")
_MUST_AND_DID = text("Receiver", "Must {duty}. Answered {did}")


def document(state: PostingState) -> str:
    """What would be posted, where it is not what was, and then the newest result."""
    ahead = _posted(_TO_POST, state.outgoing, state.outgoing.messages) if state.is_edited else ""
    if state.is_series:
        return ahead + _series(state)
    if state.ran is None or not state.attempts:
        return ahead
    return ahead + _result(state) + _posted(_POSTED, state.ran, state.sent)


def _result(state: PostingState) -> str:
    judged, newest = state.judged, state.attempts[-1].answer
    told = acknowledged(newest)
    lines = []
    if judged is not None:
        line = sourced(NAMED.fill(title=judged.variant.title, fault=judged.words))
        lines.append((SEVERITIES[judged.mark], f"<b>{line}</b>"))
    if judged is None or judged.words != told.words:
        lines.append((_TAKEN[told.taken], sourced(told.words)))
    if len(state.attempts) == 1 and newest.status is None:
        return items(lines)
    attempts = "".join(_attempt(place, one) for place, one in enumerate(state.attempts, 1))
    return f"{items(lines)}{heading(_ANSWER)}<table cellpadding='2'>{attempts}</table>{_answer(newest)}"


def _attempt(place: int, one: Attempt) -> str:
    """One line for each, the newest last."""
    said = _LINE.fill(time=moment(one.at), answer=summary(one.answer), duration=duration(one.answer.seconds))
    tone = picture(_TAKEN[acknowledged(one.answer).taken])
    return f"<tr><td width='24'>{tone}</td><td align='right'>{place}&nbsp;&nbsp;</td><td>{words(said)}</td></tr>"


def _answer(answer: Answer) -> str:
    if answer.status is None:
        return ""
    head = f"HTTP {answer.status} {answer.reason}\n" + "".join(f"{name}: {value}\n" for name, value in answer.headers)
    return _raw(head, answer.body)


def _posted(title: Text, outgoing: Outgoing, messages: tuple[Message, ...]) -> str:
    """What a right receiver must do with it, and the message itself; the second of two is the same."""
    duty = words(_MUST.fill(duty=DUTIES[outgoing.variant.duty]))
    first = "".join(_message(one, outgoing.address) for one in messages[:1])
    return f"{heading(title)}<p>{duty}<br>{sourced(outgoing.variant.because)}</p>{first}"


def _message(message: Message, address: str) -> str:
    head = f"POST {address}\n" + "".join(f"{name}: {value}\n" for name, value in message.headers)
    return _raw(head, message.body)


def _raw(head: str, body: bytes) -> str:
    """Headers in a quiet colour, the body below them; both as text, whatever they hold."""
    shown = body[:_LONGEST].decode("utf-8", "replace") + ("…" if len(body) > _LONGEST else "")
    quiet = f"<span style='color:{current().muted.name()}'>{_plain(head)}</span>"
    return f"<p style='white-space:pre-wrap'><tt>{quiet}{_plain(shown)}</tt></p>"


def _plain(written: str) -> str:
    signs = "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in written.replace("\r\n", "\n"))
    return escape(signs).replace("\n", "<br>")


def _series(state: PostingState) -> str:
    rows = "".join(_row(one) for one in state.found)
    table = f"<table cellspacing='0' cellpadding='3' width='100%'>{rows}</table>"
    told = _verdict(state.report) if state.report is not None else ""
    return f"{told}{heading(TITLE)}{table}"


def _verdict(report: Report) -> str:
    *notes, limit = report.notes
    lines = [f"<b>{words(report.verdict.headline)}</b>", *map(sourced, notes)]
    quiet = f"<p style='color:{current().muted.name()}'>{sourced(limit)}</p>"
    return items([(SEVERITIES[report.verdict.mark], "<br>".join(lines))]) + quiet


def _row(one: Judged) -> str:
    """Picture and title at the left; what it must do, what it did and what follows at the right."""
    duty = _MUST_AND_DID.fill(duty=DUTIES[one.variant.duty], did=one.did)
    quiet = f"<span style='color:{current().muted.name()}'>{words(duty)}</span>"
    is_plain = one.mark is Mark.RIGHT and one.variant.duty is not Duty.EITHER
    follows = "" if is_plain else f"<br>{sourced(one.words)}"
    left = f"<td width='18'>{picture(SEVERITIES[one.mark])}</td><td width='36%'>{words(one.variant.title)}</td>"
    return f"<tr>{left}<td>{quiet}{follows}</td></tr>"
