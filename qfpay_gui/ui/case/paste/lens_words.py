"""What was undone before a paste was read, in a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing.lenses.view import View

_NUMBERS = text("Lenses", "Characters written by their number, such as \\u5976, were read.")
_WORDS = {
    "colours": text("Lenses", "A terminal's colour codes were taken away."),
    "invisible": text("Lenses", "Characters of no width were taken away, special blanks made plain."),
    "labels": text("Lenses", "Labels in words, such as 金额, were read as the API's names."),
    "hexadecimal": text("Lenses", "Bytes in hexadecimal were read as text."),
    "offsets": text("Lenses", "The offset in front of each row was taken away."),
    "soft-breaks": text("Lenses", "A mail's soft line breaks were undone."),
    "members": text("Lenses", "The text inside a member of JSON was read."),
    "prefix": text("Lenses", "Taken away in front of each line: {sample}"),
    "fences": text("Lenses", "Marks of code, such as ```, were taken away."),
    "quoted-lines": text("Lenses", "The quotes around each line were taken away."),
    "marks": text("Lenses", "Marks in front of each line, such as > or a bullet, were taken away."),
    "tags": text("Lenses", "A page's tags were taken away."),
    "entities": text("Lenses", "Entities such as &amp; were undone."),
    "eaten-names": text("Lenses", "Signs that a page made of &notify_url= and its like were undone."),
    "typographic": text("Lenses", "Typographic quotes were read as plain ones."),
    "full-width": text("Lenses", "Full-width signs were read as plain ones."),
    "escapes": text("Lenses", "A string's escapes, such as \\n, were undone."),
    "codes": _NUMBERS,
    "short-units": _NUMBERS,
    "joined": text("Lenses", "The pieces of a string in code were joined."),
    "full-stops": text("Lenses", "Full stops in place of line ends were undone."),
    "wrapped": text("Lenses", "Lines that were wrapped at a column were joined."),
    "broken-form": text("Lenses", "A form body that was broken at its & was joined."),
    "base64": text("Lenses", "Base64 was decoded."),
    "percents": text("Lenses", "URL encoding around the whole was decoded."),
    "excerpt": text("Lenses", "Of this long text, only what stands around names of the API was read."),
}


def lens_sentences(view: View | None) -> tuple[Text, ...]:
    """What was undone on the way to this view, the first first, nothing twice."""
    return tuple(dict.fromkeys(reversed(tuple(_backwards(view)))))


def _backwards(view: View | None) -> Iterator[Text]:
    while view is not None and view.parent is not None:
        sentence = _WORDS.get(view.lens)
        if sentence is not None:
            yield sentence.fill(sample=_sample(view)) if view.lens == "prefix" else sentence
        view = view.parent


def _sample(view: View) -> str:
    """What was taken away from the first line."""
    removed = view.parent.text[view.edits[0].start : view.edits[0].end] if view.parent and view.edits else ""
    return excerpt(removed.strip(), margin=30)
