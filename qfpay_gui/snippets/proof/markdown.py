"""The proof as Markdown that reads well in a ticket, whatever the values hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.text import Text
from qfpay_gui.snippets.proof.document import TITLE, Block, Code, Heading, Paragraph, Piece, PieceKind, Values, blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.snippets.proof.model import Proof

_BACKTICKS = re.compile("`+")
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$@#])")


def to_markdown(proof: Proof, say: Callable[[Text], str] = str) -> str:
    """The document, in the language that ``say`` speaks. The first difference stands between ⟦ and ⟧."""
    parts = [f"# {_prose(say(TITLE))}", *(_written(block, say) for block in blocks(proof))]
    return "\n\n".join(parts) + "\n"


def _written(block: Block, say: Callable[[Text], str]) -> str:
    match block:
        case Heading(says):
            return f"## {_prose(say(says))}"
        case Paragraph(says, strong):
            sentence = _prose(say(says))
            return f"**{sentence}**" if strong and sentence else sentence
        case Values(rows):
            return _fenced(_aligned([(_label(label, say), _line(pieces)) for label, pieces in rows]))
        case Code(title, language, code):
            return (f"### {_prose(title)}\n\n" if title else "") + _fenced(code.rstrip("\n"), language)
        case other:
            assert_never(other)


def _label(label: str | Text, say: Callable[[Text], str]) -> str:
    return say(label) if isinstance(label, Text) else label


def _aligned(rows: list[tuple[str, str]]) -> str:
    """Label and value a line, the values below each other."""
    width = min(max((len(label) for label, _value in rows), default=0), 24)
    return "\n".join(f"{label.ljust(width)}  {value}" for label, value in rows)


def _line(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"⟦{piece.text}⟧" if piece.kind is PieceKind.DIFFERENT else piece.text for piece in pieces)


def _fenced(written: str, language: str = "") -> str:
    """A block that nothing in the text can end."""
    longest = max((len(run) for run in _BACKTICKS.findall(written)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{written}\n{fence}"


def _prose(sentence: str) -> str:
    """The sentence on one line, its signs taken as signs."""
    return _SIGNS.sub(r"\\\1", " ".join(sentence.split()))
