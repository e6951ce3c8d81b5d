"""The pages of the reference as lines of a list, and as commands of the palette."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.contents import START, index, pages, spoken
from qfpay_gui.diagnosis.reference.page import KINDS
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.palette.commands import Command
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.reference.page import Page

_REFERENCE = text("Palette", "Reference")


def found(page: Page, picture: str = "") -> Found:
    """The page as a line: title, summary, and what kind of thing it is about."""
    kind = "" if page.id == START else translated(KINDS[page.kind])
    return Found(spoken(page.title, translated), spoken(page.summary, translated), kind, picture)


def of_pages(show: Callable[[str], object]) -> Iterator[Command]:
    """Every page, to be opened."""
    for page, entry in zip(pages(), index(translated), strict=True):
        shown = found(page, "document")
        where = " · ".join(filter(None, (translated(_REFERENCE), shown.hint)))
        yield Command(replace(shown, hint=where), entry, partial(show, page.id))
