"""What a receiver did in each trial, as Markdown, as a page of HTML and as JSON, in any language."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.series import Judged, Mark, Verdict, listed
from qfpay_gui.qfpay.notifications.variants import VARIANTS, Duty, Variant
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    Say = Callable[[Text], str]

SIGNS = {Mark.RIGHT: "✓", Mark.ATTENTION: "!", Mark.WRONG: "✗", Mark.OPEN: "?"}
DUTIES = {
    Duty.ACCEPT: text("ReceiverReport", "take it"),
    Duty.REFUSE: text("ReceiverReport", "refuse it"),
    Duty.EITHER: text("ReceiverReport", "take or refuse it"),
}
TITLE = text("ReceiverReport", "What a receiver of notifications must survive")
LEFT_OUT = text("ReceiverReport", "Not posted, for this body cannot be written so: {titles}.")
_LANGUAGE = text("ReceiverReport", "en")
"""The tag of the language that the report is in (RFC 5646): zh-Hans or zh-Hant where it is Chinese."""
_HEADINGS = (
    text("ReceiverReport", "Trial"),
    text("ReceiverReport", "It must"),
    text("ReceiverReport", "It answered"),
    text("ReceiverReport", "What follows"),
)
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
)


@dataclass(frozen=True)
class Report:
    """A series that ran: against which address, when, and what came of it. The repr shows no answer."""

    address: str
    at: str
    found: tuple[Judged, ...] = field(repr=False)
    verdict: Verdict = field(repr=False)

    @property
    def left_out(self) -> tuple[Variant, ...]:
        """The variants that could not be posted."""
        known = {one.variant.id for one in self.found}
        return tuple(one for one in VARIANTS if one.id not in known)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What to look at, what could not be posted, and what no series can see."""
        titles = [one.title for one in self.left_out]
        left_out = (LEFT_OUT.fill(titles=listed(titles)),) if titles else ()
        return (*self.verdict.notes, *left_out, self.verdict.limit)


def to_markdown(report: Report, say: Say = str) -> str:
    """A heading, the verdict, and a table."""
    rows = [("", *(say(one) for one in _HEADINGS)), *((_sign(one), *_cells(one, say)) for one in report.found)]
    lines = ["| " + " | ".join(map(_plain, row)) + " |" for row in rows]
    table = "\n".join((lines[0], "|---|---|---|---|---|", *lines[1:]))
    notes = "".join(f"- {_plain(say(one))}\n" for one in report.notes)
    head = f"# {_plain(say(TITLE))}\n\n{_plain(_place(report))}\n\n**{_plain(say(report.verdict.headline))}**\n\n"
    return f"{head}{notes}\n{table}\n"


def to_html(report: Report, say: Say = str) -> str:
    """A page that needs nothing else."""
    title = escape(say(TITLE))
    heads = "".join(f"<th>{escape(say(one))}</th>" for one in _HEADINGS)
    rows = "".join(
        f"<tr><td>{_sign(one)}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in _cells(one, say))}</tr>"
        for one in report.found
    )
    notes = "".join(f"<li>{escape(say(one))}</li>" for one in report.notes)
    return (
        f'<!DOCTYPE html><html lang="{escape(say(_LANGUAGE))}"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style><h1>{title}</h1><p>{escape(_place(report))}</p>"
        f"<p><strong>{escape(say(report.verdict.headline))}</strong></p><ul>{notes}</ul>"
        f"<table><tr><th></th>{heads}</tr>{rows}</table></html>\n"
    )


def to_json(report: Report, say: Say = str) -> str:
    """One object, with stable names."""
    verdict = report.verdict
    content = {
        "receiver": report.address,
        "at": report.at,
        "verdict": verdict.mark.value,
        "headline": say(verdict.headline),
        "notes": [say(one) for one in verdict.notes],
        "limit": say(verdict.limit),
        "left_out": [one.id for one in report.left_out],
        "trials": [_trial(one, say) for one in report.found],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _trial(one: Judged, say: Say) -> dict[str, object]:
    return {
        "id": one.variant.id,
        "title": say(one.variant.title),
        "must": one.variant.duty.value,
        "result": one.mark.value,
        "statuses": [answer.status for answer in one.answers],
        "answered": say(one.did),
        "follows": say(one.words),
        "seconds": round(one.seconds, 3),
    }


def _cells(one: Judged, say: Say) -> tuple[str, ...]:
    return say(one.variant.title), say(DUTIES[one.variant.duty]), say(one.did), say(one.words)


def _sign(one: Judged) -> str:
    return SIGNS[one.mark]


def _place(report: Report) -> str:
    return f"{report.address} · {report.at}"


def _plain(words: str) -> str:
    """Text whose own signs mean nothing to Markdown."""
    written = "".join(f"\\{sign}" if sign in "\\|*_`[]<>#" else sign for sign in words)
    return " ".join(written.splitlines())
