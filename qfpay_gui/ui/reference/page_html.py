"""A page of the reference in Qt's HTML, for the window in its theme and for paper in the light one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.contents import page as page_of
from qfpay_gui.diagnosis.reference.contents import spoken
from qfpay_gui.diagnosis.reference.page import KINDS
from qfpay_gui.qfpay.claims import find_claim
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.reply.checks import SEVERITIES
from qfpay_gui.ui.widgets.claim_mark import CLAIM, explained, short
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.reference.page import Line, Page, Section, Words
    from qfpay_gui.qfpay.findings import Severity
    from qfpay_gui.ui.look.theme import Theme

SCHEME = "page:"
"""What a link to another page begins with; its anchor follows the id after #."""
STYLE = "h2 { margin: 0; } h3 { margin: 14px 0 4px 0; } p { margin: 0 0 4px 0; } td { padding: 2px 12px 2px 0; }"
_SEE = text("Reference", "See also")
_SOURCES = text("Reference", "How it is known")


class PageHtml:
    """Writes pages; everything that came from outside the program is escaped.

    ``is_paper`` says severities in words, and leaves out the links, which lead nowhere there.
    """

    def __init__(self, theme: Theme, *, is_paper: bool = False) -> None:
        self._theme = theme
        self._is_paper = is_paper

    def of(self, page: Page) -> str:
        """The whole page."""
        kind = "" if page.unsourced else translated(KINDS[page.kind])
        first = page.sections[0].lines[0]
        summary = "" if page.summary in (first.words, first.wire) else _words(page.summary)
        head = f"<h2>{_words(page.title)}</h2><p>{self._quiet(' · '.join(filter(None, (escape(kind), summary))))}</p>"
        return "".join((head, *map(self._section, page.sections), self._see(page), self._sources(page)))

    def _section(self, section: Section) -> str:
        anchor = f"<a name='{section.anchor}'></a>" if section.anchor else ""
        runs = "".join(self._runs(section))
        return f"<h3>{anchor}{_words(section.heading)}</h3>{runs}"

    def _runs(self, section: Section) -> Iterator[str]:
        """Sentences as paragraphs, named and listed things as rows of a table."""
        rows: list[str] = []
        for line in section.lines:
            if line.term or line.severity is not None or line.wire:
                rows.append(self._row(line))
                continue
            if rows:
                yield _table(rows)
                rows = []
            yield f"<p>{self._said(line)}</p>"
        if rows:
            yield _table(rows)

    def _row(self, line: Line) -> str:
        """A name or a severity at the left; at the right what is said of it, below the value it is about."""
        if line.severity is not None:
            value = f"{self._wire(line.wire)}<br>" if line.wire else ""
            return f"<td>{self._severity(line.severity)}</td><td>{value}{self._said(line, strong=bool(line.more))}</td>"
        if not line.term:
            return f"<td>{self._wire(line.wire)}</td><td>{self._said(line)}</td>"
        term = self._link(line.page, _words(line.term)) if line.page else self._quiet(_words(line.term))
        parts = (self._wire(line.wire) if line.wire else "", self._said(line))
        return f"<td>{term}</td><td>{' '.join(filter(None, parts))}</td>"

    def _said(self, line: Line, *, strong: bool = False) -> str:
        words, more = _words(line.words), _words(line.more)
        if strong and words:
            words = f"<b>{words}</b>"
        joined = " – ".join(filter(None, (words, more)))
        return " ".join(filter(None, (joined, *map(self._mark, line.claims))))

    def _mark(self, claim_id: str) -> str:
        claim = find_claim(claim_id)
        if claim is None:
            return ""
        symbol, word = short(claim)
        shown = f"{symbol}&nbsp;{_words(word)}"
        return self._quiet(shown) if self._is_paper else self._link_to(f"{CLAIM}{claim_id}", shown, quiet=True)

    def _see(self, page: Page) -> str:
        if not page.see:
            return ""
        links = (self._link(other, f"{_words(page_of(other).title)} {self._kind(other)}") for other in page.see)
        return f"<h3>{_words(_SEE)}</h3><p>{' &nbsp; '.join(links)}</p>"

    def _kind(self, page_id: str) -> str:
        return self._quiet(f"({_words(KINDS[page_of(page_id).kind])})")

    def _sources(self, page: Page) -> str:
        """What is equally sure under one mark, each source once, with what others say instead."""
        if page.unsourced is not None:
            return f"<h3>{_words(_SOURCES)}</h3><p>{_words(page.unsourced)}</p>"
        # What explains a mark is written in the colours of the window, which paper need not have.
        told = explained(",".join(page.claims)).replace(current().muted.name(), self._theme.muted.name())
        return f"<h3>{_words(_SOURCES)}</h3>{told}"

    def _severity(self, severity: Severity) -> str:
        if not self._is_paper:
            return f"<img src='icon:{severity.name.lower()}'>"
        return self._quiet(_words(SEVERITIES[severity]))

    def _wire(self, value: str) -> str:
        return f"<tt style='color:{self._theme.wire_name.name()}'>{escape(value)}</tt>"

    def _quiet(self, html: str) -> str:
        return f"<span style='color:{self._theme.muted.name()}'>{html}</span>"

    def _link(self, page_id: str, html: str) -> str:
        return html if self._is_paper else self._link_to(f"{SCHEME}{page_id}", html)

    def _link_to(self, address: str, html: str, *, quiet: bool = False) -> str:
        colour = (self._theme.muted if quiet else self._theme.accent_fg).name()
        return f"<a href='{escape(address)}' style='color:{colour}; text-decoration:none'>{html}</a>"


def _words(words: Words) -> str:
    return escape(spoken(words, translated))


def _table(rows: list[str]) -> str:
    return f"<table cellspacing='0' cellpadding='2'>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
