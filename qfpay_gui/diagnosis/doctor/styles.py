"""How a recipe writes names, values and what stands around them, as bytes; what was written once is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import CHARSETS, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qfpay_gui.diagnosis.doctor.changes import Change, Place
    from qfpay_gui.qfpay.signing.recipe import SigningRecipe

Texts = dict[tuple[str, str], str]
"""Texts by the writing and what was written."""


@cache
def _keeps_ascii(charset: str) -> bool:
    """Whether the letters of ASCII are the same bytes in this character set, wherever they stand."""
    every, encode = "".join(map(chr, range(128))), CHARSETS[charset]
    return encode(every).removeprefix(encode("")) == every.encode()


class Style:
    """``mark`` begins a text in this character set; ``plain`` where the key is written as it is, in UTF-8."""

    def __init__(self, recipe: SigningRecipe, texts: Texts) -> None:
        self._recipe = recipe
        self._texts = texts
        self._encode = CHARSETS[recipe.charset]
        self._keeps_ascii = _keeps_ascii(recipe.charset)
        self.mark = self._encode("")
        self.plain = recipe.finished == "raw" and recipe.charset == "utf-8"
        self._written: dict[int, list[bytes | None]] = {}
        self._bases: dict[tuple[str, str], bytes] = {}

    def pieces(self, changes: Sequence[Change]) -> list[bytes | None]:
        """What each of these puts in the place of its parameter; the same list is written once."""
        found = self._written.get(id(changes))
        if found is None:
            found = self._written[id(changes)] = [one.pair and self.piece(one.pair) for one in changes]
        return found

    def base(self, pair: tuple[str, str]) -> bytes:
        """The same of a parameter as it is sent, which is written once."""
        found = self._bases.get(pair)
        if found is None:
            found = self._bases[pair] = self.piece(pair)
        return found

    def piece(self, pair: tuple[str, str]) -> bytes:
        """Name and value of one parameter."""
        recipe, (name, value) = self._recipe, pair
        if recipe.cleaning != "raw":
            value = self._in(recipe.cleaning, value)
        if recipe.writing != "raw":
            value = self._in(recipe.writing, value)
        if recipe.naming != "raw":
            name = self._in(recipe.naming, name)
        return self.text(f"{name}{recipe.equals}{value}")

    def text(self, written: str) -> bytes:
        """Any text before the key."""
        return self.key(self._in(self._recipe.whole, written))

    def key(self, written: str) -> bytes:
        """The key and what is joined to it."""
        if self.plain:
            return written.encode()
        if self._recipe.finished != "raw":
            written = self._in(self._recipe.finished, written)
        if self._keeps_ascii and written.isascii():
            return written.encode()
        return self._encode(written).removeprefix(self.mark)

    def keys(self, written: Iterable[str]) -> list[bytes]:
        """Many of these."""
        return [one.encode() for one in written] if self.plain else [self.key(one) for one in written]

    def _in(self, writing: str, text: str) -> str:
        """The text in a writing, which is remembered for all styles."""
        if writing == "raw":
            return text
        known = self._texts.get((writing, text))
        if known is None:
            known = self._texts[writing, text] = WRITINGS[writing](text)
        return known


@dataclass(frozen=True)
class Memory:
    """What frames share: pieces by how they are written, and where each name goes by order and names."""

    styles: dict[tuple[str, ...], Style] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    layouts: dict[tuple[object, ...], list[Place]] = field(default_factory=dict)
    gaps: dict[tuple[str, tuple[str, ...]], dict[str, int]] = field(default_factory=dict)

    def style(self, recipe: SigningRecipe) -> Style:
        """The style of a recipe."""
        wording = (recipe.naming, recipe.equals, recipe.writing, recipe.cleaning)
        key = (*wording, recipe.whole, recipe.finished, recipe.charset)
        if key not in self.styles:
            self.styles[key] = Style(recipe, self.texts)
        return self.styles[key]
