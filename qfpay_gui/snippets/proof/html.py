"""The proof as one HTML page that needs nothing else: it loads nothing, runs nothing, and prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.hidden import is_unseen
from qfpay_gui.qfpay.text import Text
from qfpay_gui.snippets.proof.document import TITLE, Block, Code, Heading, Paragraph, Piece, PieceKind, Values, blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.snippets.proof.model import Proof

_STYLE = """\
:root { color-scheme: light dark; --line: #8885; --soft: #8882; --mark: #b42318; }
@media (prefers-color-scheme: dark) { :root { --mark: #ff8a80; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
code, pre { font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); border-radius: 6px; padding: .75rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; width: 1%; min-width: 8rem; max-width: 16rem; overflow-wrap: anywhere; }
i { font-style: normal; background: var(--soft); border-radius: 3px; opacity: .8; }
mark { background: none; color: var(--mark); font-weight: 700; outline: 2px solid; border-radius: 2px; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2, h3 { break-after: avoid; } }
"""
_LAYOUT = "\n\t"
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def to_html(proof: Proof, say: Callable[[Text], str] = str, *, language: str = "en") -> str:
    """The page, in the language that ``say`` speaks and ``language`` names (a BCP 47 tag). Save it as UTF-8."""
    body = "\n".join(_written(block, say) for block in blocks(proof))
    return _PAGE.format(language=_safe(language), title=_safe(say(TITLE)), style=_STYLE, body=body)


def _written(block: Block, say: Callable[[Text], str]) -> str:
    match block:
        case Heading(says):
            return f"<h2>{_safe(say(says))}</h2>"
        case Paragraph(says, strong):
            sentence = _safe(say(says))
            return f"<p><strong>{sentence}</strong></p>" if strong else f"<p>{sentence}</p>"
        case Values(rows):
            return "<table>\n" + "".join(_row(label, pieces, say) for label, pieces in rows) + "</table>"
        case Code(title, _language, code):
            return (f"<h3>{_safe(title)}</h3>\n" if title else "") + f"<pre>{_safe(code, keep=_LAYOUT)}</pre>"
        case other:
            assert_never(other)


def _row(label: str | Text, pieces: tuple[Piece, ...], say: Callable[[Text], str]) -> str:
    named = say(label) if isinstance(label, Text) else label
    return f"<tr><th>{_safe(named)}</th><td><code>{''.join(map(_piece, pieces))}</code></td></tr>\n"


def _piece(piece: Piece) -> str:
    match piece.kind:
        case PieceKind.PLAIN:
            return _safe(piece.text)
        case PieceKind.HIDDEN:
            return f"<i>{_safe(piece.text)}</i>"
        case PieceKind.DIFFERENT:
            return f"<mark>{_safe(piece.text)}</mark>"
        case other:
            assert_never(other)


def _safe(written: str, keep: str = "") -> str:
    """Text in which every sign is only a sign; what is invisible is shown by its code point."""
    return "".join(
        f"⟨U+{ord(character):04X}⟩" if character not in keep and is_unseen(character) else character
        for character in escape(written)
    )
