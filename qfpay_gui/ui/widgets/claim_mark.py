"""The small mark beside a sentence about the API: how sure it is; pointing at it tells source, edition and doubt."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QToolTip, QWhatsThis, QWidget

from qfpay_gui.qfpay.claims import Certainty, Claim, Source, find_claim
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIM = "claim:"
"""What the link of a mark begins with; the id of its entry follows."""
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
_INSTEAD = text("Claims", "{source} says: {says}")


def short(claim: Claim) -> tuple[str, Text]:
    """Shape and word of this claim."""
    certainty = CERTAINTIES[claim.certainty]
    return SHAPES[claim.certainty], _DISPUTED.fill(certainty=certainty) if claim.contradicted_by else certainty


def shape(claim_id: str) -> str:
    """The shape alone, where there is no room for the word; "" where the register has no such entry."""
    claim = find_claim(claim_id)
    return SHAPES[claim.certainty] if claim else ""


def mark(claim_id: str) -> str:
    """The mark as a link in Qt's HTML; "" where the register has no such entry."""
    claim = find_claim(claim_id)
    if claim is None:
        return ""
    symbol, word = short(claim)
    style = f"color:{current().muted.name()}; text-decoration:none"
    return f"<a href='{CLAIM}{claim.id}' style='{style}'>{symbol}&nbsp;{_words(word)}</a>"


def explained(claim_id: str) -> str:
    """Source, edition and what other editions say, in Qt's HTML; "" where the register has no such entry."""
    claim = find_claim(claim_id)
    return "".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in _lines(claim)) if claim else ""


class ClaimLabel(QLabel):
    """A label whose marks explain themselves, by mouse and by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkHovered.connect(self._on_pointed)
        self.linkActivated.connect(self._on_pressed)

    def _on_pointed(self, link: str) -> None:
        point(self, link)

    def _on_pressed(self, link: str) -> None:
        tell(self, link)


def tell(view: QWidget, link: str) -> None:
    """Explain the claim of this link; other links are left alone."""
    if link.startswith(CLAIM):
        tell_claim(view, link.removeprefix(CLAIM))


def tell_claim(view: QWidget, claim_id: str) -> None:
    """Explain this claim until the next press of a key or the mouse."""
    if said := explained(claim_id):
        QWhatsThis.showText(view.mapToGlobal(view.rect().center()), said, view)


def point(view: QWidget, link: str) -> None:
    """Explain the claim of this link in a tool tip; "" takes it away."""
    QToolTip.showText(QCursor.pos(), _said(link), view)


def _said(link: str) -> str:
    return explained(link.removeprefix(CLAIM)) if link.startswith(CLAIM) else ""


def _lines(claim: Claim) -> Iterator[str]:
    symbol, word = short(claim)
    yield f"<b>{symbol} {_words(word)}</b>"
    yield _words(_of(claim.source))
    if claim.kind == "respcd":
        yield _words(_ADVICE)
    for other in claim.contradicted_by:
        yield _words(_INSTEAD.fill(source=_of(other.source), says=other.says))


def _words(sentence: Text) -> str:
    return escape(translated(sentence))


def _of(source: Source) -> Text:
    return _SOURCE.fill(title=source.title, edition=source.edition, date=source.date)
