"""Lenses that undo a terminal's colours and a page's tags and entities."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANSI = re.compile(r"(?:\x1b|␛|\\(?:x1[bB]|033|e|u001[bB]))\[[0-9;?]{0,20}[A-Za-z]|\^\[\[[0-9;]{0,20}m")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_SIGNS = {"¬": "&not", "¤": "&curren", "¶": "&para", "§": "&sect", "®": "&reg", "©": "&copy", "×": "&times"}
_SIGN = re.compile(r"[¬¤¶§®©×](?=[a-z_]{0,12}=)")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]{0,40})((?:\s[^<>]{0,2000})?)/?>|<!--(?:[^-]|-(?!->)){0,5000}-->")
_ROW = frozenset(
    {"tr", "p", "div", "br", "li", "dt", "dl", "ul", "ol", "pre", "h1", "h2", "h3", "table", "body", "form"}
)
_CELL = frozenset({"td", "th", "dd"})
_PLAIN = frozenset(
    {"b", "i", "u", "strong", "em", "code", "span", "font", "a", "html", "head", "tbody", "thead", "tt", "kbd", "samp"}
    | {"small", "colgroup", "col", "link", "blockquote", "section", "article", "hr", "img", "meta", "label", "mark"}
)
_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_ODD_BLANK = re.compile("[\u00a0\u2007\u202f\u3000]")


def colours(text: str) -> Iterator[Edit]:
    """A terminal's colour codes, also as they look where the escape character was lost."""
    return (Edit(*found.span()) for found in _ANSI.finditer(text))


def entities(text: str) -> Iterator[Edit]:
    """``&amp;`` and its like."""
    return (Edit(*found.span(), unescape(found.group())) for found in _ENTITY.finditer(text))


def eaten_names(text: str) -> Iterator[Edit]:
    """``¬ify_url``: a page took the first letters of ``&notify_url`` for a sign."""
    return (Edit(*found.span(), _SIGNS[found.group()]) for found in _SIGN.finditer(text))


def tags(text: str) -> Iterator[Edit]:
    """A page's tags: cells are parted by tabs, rows and paragraphs by line breaks."""
    if "<" not in text:
        return
    found = list(_TAG.finditer(text))
    if not any(tag[2] and tag[2].lower() in _ROW | _CELL | _PLAIN for tag in found):
        return
    for tag in found:
        name = (tag[2] or "").lower()
        if name in _CELL and tag[1]:
            yield Edit(len(text[: tag.start()].rstrip(" ")), tag.end())
        elif name in _CELL:
            yield Edit(*tag.span(), "\t")
        elif name in _ROW:
            yield Edit(*tag.span(), "\n")
        elif name in _PLAIN or not name:
            yield Edit(*tag.span())


def invisible(text: str) -> Iterator[Edit]:
    """Characters of no width, and blanks that are none of the keyboard's."""
    for found in _ZERO_WIDTH.finditer(text):
        yield Edit(*found.span())
    for found in _ODD_BLANK.finditer(text):
        yield Edit(*found.span(), " ")
