"""Verdict, remarks, fields and duties as one document, in Qt's HTML; its pictures are named ``icon:ok`` and so on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.signing.recipe import Segment
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.claim_mark import about, mark
from qfpay_gui.ui.widgets.document_view import heading, items, line_about, picture, sourced, words
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing import Note
    from qfpay_gui.diagnosis.notification import Check, Explained, Field

_LONGEST_VALUE = 600
_MOST_FIELDS = 200
_FIELDS = text("Notifications", "What it says")
_DUTIES = text("Notifications", "What the merchant’s server must do")
_REMARKS = text("Notifications", "About the copy")
_FIXES = text("Notifications", "The way out")
_MISSING = text("Notifications", "missing")
_EMPTY = text("Notifications", "empty")


def document(check: Check | None, explained: Explained, notes: Iterable[Note] = (), *, is_reply: bool = False) -> str:
    """Everything about one notification; the verdict first."""
    parts = [_verdict(check), _remarks(tuple(notes)), _fields(explained)]
    if explained.fields and not is_reply:
        parts.append(_duties())
    return "".join(parts)


def quiet(sentence: str) -> str:
    """A paragraph that stands where a document will be."""
    return f"<p style='color:{current().muted.name()}'>{escape(sentence)}</p>"


def plain_verdict(check: Check) -> str:
    """Cause and way out as text to copy."""
    lines = (check.headline, check.explanation, *check.fixes, *check.notes)
    return "\n".join(translated(line) for line in lines if line is not None)


def _verdict(check: Check | None) -> str:
    if check is None:
        return ""
    colour = current().colour(f"{check.severity.name.lower()}_fg").name()
    lines = [f"<b><span style='color:{colour}'>{words(check.headline)}</span></b>"]
    lines += [sourced(line) for line in (check.explanation, *check.notes) if line is not None]
    fixes = "".join(f"<li>{sourced(fix)}</li>" for fix in check.fixes)
    wayout = f"{heading(_FIXES)}<ul>{fixes}</ul>" if fixes else ""
    return items([(check.severity, "<br>".join(lines))]) + wayout


def _remarks(notes: tuple[Note, ...]) -> str:
    if not notes:
        return ""
    worst_first = sorted(notes, key=lambda note: -note.severity)
    return heading(_REMARKS) + items([(note.severity, sourced(note.message)) for note in worst_first])


def _fields(explained: Explained) -> str:
    if not explained.fields:
        return ""
    summary = f"<p>{words(explained.summary)}</p>" if explained.summary is not None else ""
    rows = "".join(_row(one) for one in explained.fields[:_MOST_FIELDS])
    table = f"<table cellspacing='0' cellpadding='3' width='100%'>{rows}</table>"
    return f"{heading(_FIELDS)}{summary}{table}"


def _row(one: Field) -> str:
    """Name at the left; value and meaning below each other at the right."""
    theme = current()
    tone_mark = picture(one.severity) if one.severity > Severity.OK else ""
    loud = one.severity >= Severity.ATTENTION
    tone = theme.colour(f"{one.severity.name.lower()}_fg") if loud else theme.muted
    origin = mark(about(one.meaning) or f"notification.{one.name}")
    meaning = f"<span style='color:{tone.name()}'>{words(one.meaning)}</span> {origin}"
    name = f"<tt style='color:{theme.wire_name.name()}'>{escape(one.name[:64])}</tt>"
    name = line_about(f"notification.{one.name[:64]}") + name
    return f"<tr><td width='18'>{tone_mark}</td><td>{name}&nbsp;&nbsp;</td><td>{_value(one)}<br>{meaning}</td></tr>"


def _value(one: Field) -> str:
    if not one.value:
        nothing = words(_MISSING if one.value is None else _EMPTY)
        return f"<i style='color:{current().muted.name()}'>{nothing}</i>"
    shown = signing_text((Segment("value", one.value[:_LONGEST_VALUE]),), reveal_key=False).shown
    more = "…" if len(one.value) > _LONGEST_VALUE else ""
    return f"<tt>{escape(shown)}{more}</tt>"


def _duties() -> str:
    from qfpay_gui.diagnosis.notification import DUTIES  # noqa: PLC0415 - not needed at start

    return f"{heading(_DUTIES)}<ol>{''.join(f'<li>{sourced(duty)}</li>' for duty in DUTIES)}</ol>"
