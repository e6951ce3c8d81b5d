"""Everything that was checked: findings, the reply's signature, the echo, the timings, lines for a ticket."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.reply.checks import SEVERITIES, Echo, ReplyCheck, checks, echoes, signature_severity, ticket, timings
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.widgets.claim_mark import mark, marks
from qfpay_gui.ui.widgets.document_view import DocumentView, heading, items, picture, sourced, table, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.sending.answer import Answer

_MOST = 100
_STYLE = "h4 { margin: 12px 0 2px 0; } p { margin: 0; }"


class ChecksPage(Page):
    """One scrolling document, so that all of it can be selected and read by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = DocumentView("checks", self.tr("Checks"), self, _STYLE)
        self.column.addWidget(self._view, 1)

    def _fill(self, answer: Answer) -> None:
        self._view.show_html(document(answer))


def document(answer: Answer) -> str:
    """The page in Qt's HTML; its pictures are named ``icon:ok`` and so on."""
    return "".join((_findings(answer), _signature(answer), _echo(answer), _timings(answer), _ticket(answer)))


def _findings(answer: Answer) -> str:
    found = checks(answer)
    if not found:
        return items([(Severity.OK, words(_NOTHING))])
    more = len(found) - _MOST
    rest = f"<p>{words(_MORE.fill(count=more))}</p>" if more > 0 else ""
    return items((check.severity, _check(check)) for check in found[:_MOST]) + rest


def _check(check: ReplyCheck) -> str:
    """Severity and place are said in words too, for those who cannot tell the colours apart."""
    theme = current()
    colour = theme.colour(f"{check.severity.name.lower()}_fg").name()
    origin = f"{words(check.detail)} {mark(check.claim)}" if check.detail else marks(check.headline)
    detail = f"<br>{origin}" if origin else ""
    where = f"{words(SEVERITIES[check.severity])} · {words(check.about)}"
    return (
        f"<b><span style='color:{colour}'>{words(check.headline)}</span></b> "
        f"<span style='color:{theme.muted.name()}'>– {where}</span>{detail}"
    )


def _signature(answer: Answer) -> str:
    said = answer.signature
    if said is None:
        return ""
    item = f"<b>{words(said.headline)}</b><br>{sourced(said.detail)}"
    return heading(_SIGNATURE) + items([(signature_severity(said), item)])


def _echo(answer: Answer) -> str:
    found = echoes(answer)
    if not found:
        return ""
    head = "".join(f"<td style='color:{current().muted.name()}'>{words(one)}&nbsp;&nbsp;</td>" for one in _ECHO_HEAD)
    return heading(_ECHO) + table([f"<td></td>{head}", *(_echo_cells(echo) for echo in found)])


def _echo_cells(echo: Echo) -> str:
    received = f"<tt>{escape(echo.received)}</tt>" if echo.received else words(_NOT_REPEATED)
    cells = (picture(echo.severity), f"<tt>{echo.name}</tt>", f"<tt>{escape(echo.sent)}</tt>", received)
    return "".join(f"<td>{cell}&nbsp;&nbsp;</td>" for cell in cells)


def _timings(answer: Answer) -> str:
    rows = [f"<td>{words(one.step)}&nbsp;&nbsp;</td><td align='right'>{one.reached}</td>" for one in timings(answer)]
    return heading(_TIMINGS) + table(rows)


def _ticket(answer: Answer) -> str:
    return heading(_TICKET) + f"<p>{'<br>'.join(words(line) for line in ticket(answer))}</p>"


_NOTHING = text("ReplyView", "Nothing to remark on, neither in the request nor in the reply.")
_MORE = text("ReplyView", "{count} further findings are not shown.")
_SIGNATURE = text("ReplyView", "Signature of the reply")
_ECHO = text("ReplyView", "What the reply repeats")
_ECHO_HEAD = (text("ReplyView", "Field"), text("ReplyView", "Sent"), text("ReplyView", "Received"))
_NOT_REPEATED = text("ReplyView", "not repeated")
_TIMINGS = text("ReplyView", "Timings")
_TICKET = text("ReplyView", "For a support ticket")
