"""All pages of the reference: the table of contents, a page by its id, and the page that tells of a subject."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference import beginning, codes, fields, parameters, paying, places, signing
from qfpay_gui.diagnosis.reference.page import KINDS, Kind, Line, Page, Section
from qfpay_gui.qfpay.ranking import Findable, findable, ranked
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.diagnosis.reference.page import Words

START = "start"
"""The id of the table of contents."""
_ROOMS = (signing, parameters, codes, paying, fields, beginning, places)
_WORD = re.compile(r"[A-Za-z0-9_]+")
_MOST_LINKS = 12
_OF_NAME = (Kind.PARAMETER, Kind.MEMBER, Kind.RECORD, Kind.NOTIFICATION, Kind.RESPCD, Kind.LOGIN)
"""Where a bare wire name is looked for first."""
_ELSEWHERE = {"app_code": "signing.headers", "client_key": "signing.key", "sign_type": "signing.digest"}
"""What is no parameter, and on which page it is told of."""
_WITH_LABEL = frozenset({Kind.PARAMETER, Kind.WX})
"""Kinds whose summary is a name too, of two or three words."""
_TOO_COMMON = frozenset({"page", "package", "status", "event", "state", "cancel"})
"""Names that are words of English too, so that a sentence that holds one need not mean it."""
_CONTENTS = text("Reference", "Contents")
_EVERYTHING = text("Reference", "Everything the program knows about QFPay's API, one subject a page.")
_NO_CLAIMS = text("Reference", "It says nothing itself: each page names its own sources.")


@cache
def pages() -> tuple[Page, ...]:
    """Every page, in the order of the contents, each with links to what it mentions."""
    made = [page for room in _ROOMS for page in room.pages()]
    by_title: dict[str, list[Page]] = {}
    for page in made:
        if isinstance(page.title, str):
            by_title.setdefault(page.title, []).append(page)
    return (_contents(made), *(replace(page, see=_see(page, by_title)) for page in made))


def page(page_id: str) -> Page:
    """The page with this id; the contents where there is none."""
    return _by_id().get(page_id) or _by_id()[START]


def place_of(subject: str) -> tuple[str, str]:
    """The id and anchor of the page about a subject: an id of the register, of a page, or a bare wire name.

    Both are "" where nothing tells of it.
    """
    if subject in _by_id():
        return subject, ""
    kind, _dot, rest = subject.partition(".")
    call, _dot, name = rest.partition(".")
    if kind == Kind.PARAMETER.value and f"{kind}.{name}" in _by_id():
        return f"{kind}.{name}", call
    named = (_ELSEWHERE.get(subject, ""), *(f"{one.value}.{subject}" for one in _OF_NAME))
    found = next((one for one in named if one in _by_id()), "")
    return found or next((one.id for one in pages() if subject in one.claims), ""), ""


def search(words: str, say: Callable[[Text], str], entries: tuple[Findable, ...] = ()) -> list[Page]:
    """The pages that fit, the best first; ``entries`` are those of :func:`index` where they were made before."""
    return ranked(words, zip(pages(), entries or index(say), strict=True))


def index(say: Callable[[Text], str]) -> tuple[Findable, ...]:
    """What each page is found by, in English and as ``say`` puts it into the language of the window."""
    return tuple(_entry(one, say) for one in pages())


def spoken(words: Words, say: Callable[[Text], str]) -> str:
    """A sentence in the language of the window; what is written on the wire stays."""
    return say(words) if isinstance(words, Text) else words


def _entry(one: Page, say: Callable[[Text], str]) -> Findable:
    names = [one.title, *((one.summary,) if one.kind in _WITH_LABEL else ())]
    # The contents hold a sentence of every page, so that they would be found by anything.
    told = [] if one.id == START else [*one.texts(), KINDS[one.kind]]
    return findable(_both(names, say), "\n".join(_both(told, say)))


def _both(all_words: list[Words], say: Callable[[Text], str]) -> tuple[str, ...]:
    """Each in the language of the window and in English, once."""
    both = (said for words in all_words for said in (spoken(words, say), str(words)))
    return tuple(dict.fromkeys(both))


@cache
def _by_id() -> dict[str, Page]:
    found = {one.id: one for one in pages()}
    if len(found) != len(pages()):
        raise ValueError("reference: an id stands twice")
    return found


def _contents(made: list[Page]) -> Page:
    sections = []
    for kind, heading in KINDS.items():
        lines = (Line(one.summary, term=one.title, page=one.id) for one in made if one.kind is kind)
        sections.append(Section(heading, tuple(lines), kind.value))
    return Page(START, Kind.SIGNING, _CONTENTS, _EVERYTHING, tuple(sections), unsourced=_NO_CLAIMS)


def _see(one: Page, by_title: dict[str, list[Page]]) -> tuple[str, ...]:
    """What it names itself, pages of the same title, then the pages of the wire names that its sentences hold."""
    said = " ".join(str(words) for words in one.texts() if isinstance(words, Text))
    named = [name for name in _WORD.findall(said) if name in by_title and name not in _TOO_COMMON]
    same = by_title.get(one.title, []) if isinstance(one.title, str) else []
    mentioned = (by_title[name][0] for name in dict.fromkeys(named))
    found = dict.fromkeys((*one.see, *(page.id for page in same), *(page.id for page in mentioned)))
    return tuple(page_id for page_id in found if page_id != one.id)[:_MOST_LINKS]
