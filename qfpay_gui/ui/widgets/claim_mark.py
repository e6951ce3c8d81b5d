"""The small mark beside a sentence about the API: how sure it is; pointing at it tells source, edition and doubt.

Wherever an id of the register is taken, several may stand with commas between them, as :func:`about` gives them.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QToolTip, QWhatsThis, QWidget

from qfpay_gui.qfpay.claims import Certainty, Claim, Contradiction, Source, claims_about, find_claim
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIM = "claim:"
"""What the link of a mark begins with; the ids of its entries follow."""
_COLOUR = re.compile("color:#[0-9a-f]{6}; text-decoration:none")
SHAPES = {
    Certainty.DOCUMENTED: "●",
    Certainty.SAMPLE: "◐",
    Certainty.THIRD_PARTY: "◇",
    Certainty.OPEN: "○",
    Certainty.OWN: "△",
}
"""A shape for each, so that none is told by colour."""
CERTAINTIES = {
    Certainty.DOCUMENTED: text("Claims", "documented"),
    Certainty.SAMPLE: text("Claims", "seen in samples"),
    Certainty.THIRD_PARTY: text("Claims", "seen at others"),
    Certainty.OPEN: text("Claims", "open"),
    Certainty.OWN: text("Claims", "our advice"),
}
"""The word beside the shape."""
_DISPUTED = text("Claims", "{certainty}, sources differ")
_SOURCE = text("Claims", "{title} ({edition}, {date})")
_ADVICE = text("Claims", "The meaning comes from there; what to do next is our advice.")
_INSTEAD = text("Claims", "Another source says: {says}")
_BEFORE = text("Claims", "An older source says: {says}")
_SINCE = text("Claims", "A newer source says: {says}")


def about(*sentences: Text | None) -> str:
    """The ids of what the register holds of these sentences and of those filled into them, or ""."""
    return ",".join(claim.id for claim in claims_about(*sentences))


def marks(*sentences: Text | None) -> str:
    """The marks of these sentences as links in Qt's HTML, one for each certainty; "" where nothing is known."""
    return mark(about(*sentences))


def shape(ids: str) -> str:
    """The shape alone, where there is no room for the word; "" where the register has no such entry."""
    return "".join(SHAPES[certainty] for certainty in _groups(ids))


def short(claim: Claim) -> tuple[str, Text]:
    """Shape and word of this claim."""
    return SHAPES[claim.certainty], _word([claim])


def mark(ids: str, *, brief: bool = False) -> str:
    """The mark as a link in Qt's HTML, ``brief`` without its word; "" where the register has no such entry."""
    return " ".join(_link(group, brief=brief) for group in _groups(ids).values())


def spoken(ids: str) -> str:
    """The mark in words, for a screen reader."""
    return ", ".join(translated(_word(group)) for group in _groups(ids).values())


def explained(ids: str) -> str:
    """Source, edition and what other editions say, in Qt's HTML; "" where the register has no such entry."""
    lines = dict.fromkeys(line for group in _groups(ids).values() for line in _lines(group))
    return "".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in lines)


def _groups(ids: str) -> dict[Certainty, list[Claim]]:
    """What is equally certain stands under one shape and word."""
    groups: dict[Certainty, list[Claim]] = {}
    for claim in map(find_claim, ids.split(",")):
        if claim is not None:
            groups.setdefault(claim.certainty, []).append(claim)
    return groups


def _link(group: list[Claim], *, brief: bool) -> str:
    word = "" if brief else f"&nbsp;{_words(_word(group))}"
    target = f"{CLAIM}{','.join(claim.id for claim in group)}"
    return f"<a href='{target}' style='{_style()}'>{SHAPES[group[0].certainty]}{word}</a>"


def _style() -> str:
    return f"color:{current().muted.name()}; text-decoration:none"


def _word(group: list[Claim]) -> Text:
    certainty = CERTAINTIES[group[0].certainty]
    return _DISPUTED.fill(certainty=certainty) if any(claim.contradicted_by for claim in group) else certainty


LINKS = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
"""How a text with marks can be used, by mouse and by keyboard."""


class ClaimLabel(QLabel):
    """A label whose marks explain themselves, by mouse and by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(LINKS)
        self.linkHovered.connect(self._on_pointed)
        self.linkActivated.connect(self._on_pressed)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the marks in the colour of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setText(_COLOUR.sub(_style(), self.text()))

    def _on_pointed(self, link: str) -> None:
        point(self, link)

    def _on_pressed(self, link: str) -> None:
        tell(self, link)


def tell(view: QWidget, link: str) -> None:
    """Explain the claim of this link; other links are left alone."""
    if link.startswith(CLAIM):
        tell_claim(view, link.removeprefix(CLAIM))


def tell_claim(view: QWidget, ids: str) -> None:
    """Explain this claim until the next press of a key or the mouse."""
    if said := explained(ids):
        QWhatsThis.showText(view.mapToGlobal(view.rect().center()), said, view)


def point(view: QWidget, link: str) -> None:
    """Explain the claim of this link in a tool tip; "" takes it away."""
    QToolTip.showText(QCursor.pos(), _said(link), view)


def _said(link: str) -> str:
    return explained(link.removeprefix(CLAIM)) if link.startswith(CLAIM) else ""


def _lines(group: list[Claim]) -> Iterator[str]:
    """How it is known, where it comes from, and under each of its rivals where that comes from."""
    yield f"<b>{SHAPES[group[0].certainty]} {_words(_word(group))}</b>"
    for claim in group:
        yield _words(_of(claim.source))
        if claim.kind in {"respcd", "respcd-call"}:
            yield _words(_ADVICE)
        for other in claim.contradicted_by:
            origin = f"<span style='color:{current().muted.name()}'>{_words(_of(other.source))}</span>"
            yield f"{_words(_against(claim, other))}<br>{origin}"


def _against(claim: Claim, other: Contradiction) -> Text:
    """What the other says, and whether that is older than the claim or newer."""
    if other.source.is_before(claim.source):
        return _BEFORE.fill(says=other.says)
    return (_SINCE if claim.source.is_before(other.source) else _INSTEAD).fill(says=other.says)


def _words(sentence: Text) -> str:
    return escape(translated(sentence))


def _of(source: Source) -> Text:
    return _SOURCE.fill(title=source.title, edition=source.edition, date=source.date)
