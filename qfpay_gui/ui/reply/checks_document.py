"""The checks as one document: findings, the reply's signature, the echo, the timings, lines for a ticket."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.reply.checks import SEVERITIES, Check, Echo, checks, echoes, signature_severity, ticket, timings
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.models.sending.answer import Answer

_MOST = 100


def document(answer: Answer) -> str:
    """The page in Qt's HTML; its pictures are named ``icon:ok`` and so on."""
    return "".join((_findings(answer), _signature(answer), _echo(answer), _timings(answer), _ticket(answer)))


def _findings(answer: Answer) -> str:
    found = checks(answer)
    if not found:
        return _items([(Severity.OK, _words(_NOTHING))])
    more = len(found) - _MOST
    rest = f"<p>{_words(_MORE.fill(count=more))}</p>" if more > 0 else ""
    return _items((check.severity, _check(check)) for check in found[:_MOST]) + rest


def _check(check: Check) -> str:
    """Severity and place are said in words too, for those who cannot tell the colours apart."""
    theme = current()
    colour = theme.colour(f"{check.severity.name.lower()}_fg").name()
    muted = current().muted.name()
    origin = f" <span style='color:{muted}'>{_words(_SOURCE.fill(source=check.source))}</span>" if check.source else ""
    detail = f"<br>{_words(check.detail)}{origin}" if check.detail else ""
    where = f"{_words(SEVERITIES[check.severity])} · {_words(check.about)}"
    return (
        f"<b><span style='color:{colour}'>{_words(check.headline)}</span></b> "
        f"<span style='color:{theme.muted.name()}'>– {where}</span>{detail}"
    )


def _signature(answer: Answer) -> str:
    said = answer.signature
    if said is None:
        return ""
    item = f"<b>{_words(said.headline)}</b><br>{_words(said.detail)}"
    return _heading(_SIGNATURE) + _items([(signature_severity(said), item)])


def _echo(answer: Answer) -> str:
    found = echoes(answer)
    if not found:
        return ""
    head = "".join(f"<td style='color:{current().muted.name()}'>{_words(one)}&nbsp;&nbsp;</td>" for one in _ECHO_HEAD)
    return _heading(_ECHO) + _table([f"<td></td>{head}", *(_echo_cells(echo) for echo in found)])


def _echo_cells(echo: Echo) -> str:
    received = f"<tt>{escape(echo.received)}</tt>" if echo.received else _words(_NOT_REPEATED)
    cells = (_picture(echo.severity), f"<tt>{echo.name}</tt>", f"<tt>{escape(echo.sent)}</tt>", received)
    return "".join(f"<td>{cell}&nbsp;&nbsp;</td>" for cell in cells)


def _timings(answer: Answer) -> str:
    rows = [f"<td>{_words(one.step)}&nbsp;&nbsp;</td><td align='right'>{one.reached}</td>" for one in timings(answer)]
    return _heading(_TIMINGS) + _table(rows)


def _ticket(answer: Answer) -> str:
    return _heading(_TICKET) + f"<p>{'<br>'.join(_words(line) for line in ticket(answer))}</p>"


def _items(items: Iterable[tuple[Severity, str]]) -> str:
    """Each with the picture of its severity at the left."""
    return _table(f"<td width='24'>{_picture(severity)}</td><td>{item}</td>" for severity, item in items)


def _table(rows: Iterable[str]) -> str:
    return f"<table cellspacing='0' cellpadding='2'>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _heading(words: Text) -> str:
    return f"<h4>{_words(words)}</h4>"


def _picture(severity: Severity) -> str:
    return f"<img src='icon:{severity.name.lower()}'>"


def _words(sentence: Text | None) -> str:
    return escape(translated(sentence))


_NOTHING = text("ReplyView", "Nothing to remark on, neither in the request nor in the reply.")
_MORE = text("ReplyView", "{count} further findings are not shown.")
_SOURCE = text("ReplyView", "Source: {source}.")
_SIGNATURE = text("ReplyView", "Signature of the reply")
_ECHO = text("ReplyView", "What the reply repeats")
_ECHO_HEAD = (text("ReplyView", "Field"), text("ReplyView", "Sent"), text("ReplyView", "Received"))
_NOT_REPEATED = text("ReplyView", "not repeated")
_TIMINGS = text("ReplyView", "Timings")
_TICKET = text("ReplyView", "For a support ticket")
