"""What carried the text is undone here, each way alone and several after each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qfpay_gui.diagnosis.importing.lenses import dumps, envelopes, labels, lines, markup, strings
from qfpay_gui.diagnosis.importing.lenses.excerpt import excerpt
from qfpay_gui.diagnosis.importing.lenses.view import Edit, View

Lens = Callable[[str], Iterator[Edit]]
LENSES: dict[str, Lens] = {
    "colours": markup.colours,
    "invisible": markup.invisible,
    "labels": labels.labels,
    "whole-literal": strings.whole,
    "hexadecimal": dumps.hexadecimal,
    "offsets": dumps.offsets,
    "soft-breaks": lines.soft_breaks,
    "members": envelopes.members,
    "prefix": lines.prefix,
    "fences": lines.fences,
    "quoted-lines": lines.quoted_lines,
    "marks": lines.marks,
    "tags": markup.tags,
    "entities": markup.entities,
    "eaten-names": markup.eaten_names,
    "typographic": strings.typographic,
    "full-width": strings.full_width,
    "escapes": strings.escapes,
    "codes": strings.codes,
    "short-units": strings.short_units,
    "joined": strings.joined,
    "full-stops": lines.full_stops,
    "wrapped": dumps.wrapped,
    "broken-form": lines.broken_form,
    "base64": envelopes.in_base64,
    "percents": envelopes.in_percents,
}
_DEEPEST = 4
_MOST_VIEWS = 24
_MOST_CHARACTERS = 400_000


def views(source: str) -> Iterator[View]:
    """The text itself, then what lenses make of it, the fewest lenses first; each different text once."""
    whole = View(source)
    frontier = [whole.through("excerpt", excerpt(source))]
    seen = {frontier[0].text}
    spent = count = 0
    for _depth in range(_DEEPEST + 1):
        further: list[View] = []
        for view in frontier:
            yield view
            spent += len(view.text)
            for name, lens in LENSES.items():
                if count >= _MOST_VIEWS or spent + len(view.text) > _MOST_CHARACTERS:
                    break
                made = view.through(name, lens(view.text))
                if made.text not in seen:
                    seen.add(made.text)
                    further.append(made)
                    count += 1
        frontier = further
