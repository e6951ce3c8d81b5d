"""The proof as a document of a few kinds of block, which Markdown and HTML write each in its way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import reduce
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.hidden import hidden
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.snippets.proof.model import Proof, ShownReply, ShownRequest, ShownSearch


class PieceKind(Enum):
    """What a piece of a value is."""

    PLAIN = "plain"
    HIDDEN = "hidden"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Piece:
    """A part of a value; a hidden character is spelled out, such as ⟨LF⟩."""

    text: str
    kind: PieceKind = PieceKind.PLAIN


@dataclass(frozen=True)
class Heading:
    """The title of what follows."""

    says: Text


@dataclass(frozen=True)
class Paragraph:
    """A sentence or two. ``strong`` ones are read first."""

    says: Text
    strong: bool = False


@dataclass(frozen=True)
class Values:
    """Labelled values, exactly as they are."""

    rows: tuple[tuple[str | Text, tuple[Piece, ...]], ...]


@dataclass(frozen=True)
class Code:
    """A program, or another text of several lines."""

    title: str
    language: str
    code: str


Block = Heading | Paragraph | Values | Code

TITLE = text("Proof", "QFPay signature check")
_BASIS = text("Proof", "Made by QFPay Tester {version} at {time}. Environment: {environment}.")
_RULE = text(
    "Proof",
    "The rule: sort the parameters by name, join name=value with & and raw values, append the client key, "
    "take the upper-case {sign_type} of the UTF-8 bytes.",
)
_KEY = text("Proof", "The client key has {length} characters and is masked; its fingerprint is {fingerprint}.")
_NO_KEY = text("Proof", "There was no client key: the signature is that of the parameters alone.")
_MASKED = text("Proof", "Personal data and keys are masked in: {names}. Signatures are those of the real values.")
_NOTHING = text("Proof", "No known mistake makes this signature; {count} candidates were tried.")
_TRIED = text("Proof", "Tried: {families}.")
_UNTRIED = text("Proof", "Not tried: {families}.")
_ALSO = text("Proof", "{first}; {second}")
_FIRST = text("Proof", "The first difference is at character {place}.")
_UNDER_MASK = text("Proof", "The first difference is at character {place}, inside what is masked.")
_BESIDES = text("Proof", "Changes no signature, but breaks the payment")
_CODE = text("Proof", "Signing code for this request")
_CODE_NOTE = text(
    "Proof",
    "Each program reads the client key from the environment variable QFPAY_CLIENT_KEY and prints the signature. "
    "It sends the request once, and only where the signature is the expected one. "
    "With QFPAY_DRY_RUN=1 nothing is sent.",
)


def blocks(proof: Proof) -> Iterator[Block]:
    """The document from top to bottom, without its title."""
    time = proof.created_at.isoformat(sep=" ", timespec="seconds")
    yield Paragraph(_BASIS.fill(version=proof.version, time=time, environment=proof.request.environment))
    yield from _result(proof)
    yield from _strings(proof)
    yield from _request(proof.request)
    if proof.besides:
        yield Heading(_BESIDES)
        yield from map(Paragraph, proof.besides)
    if proof.answer:
        yield from _answer(proof.answer)
    if proof.programs:
        yield Heading(_CODE)
        yield Paragraph(_CODE_NOTE)
        yield from (Code(one.title, one.extension, one.code) for one in proof.programs)


def spelled(value: str, different_at: int | None = None) -> tuple[Piece, ...]:
    """The value in pieces, hidden characters spelled out, the character at this index marked."""
    names = {one.start + at: one.name for one in hidden(value) for at in range(len(one.run))}
    pieces: list[Piece] = []
    for at, character in enumerate(value):
        kind = PieceKind.DIFFERENT if at == different_at else PieceKind.HIDDEN if at in names else PieceKind.PLAIN
        shown = f"⟨{names[at]}⟩" if at in names else character
        if pieces and kind is PieceKind.PLAIN is pieces[-1].kind:
            pieces[-1] = Piece(pieces[-1].text + shown)
        else:
            pieces.append(Piece(shown, kind))
    if different_at == len(value):
        pieces.append(Piece("⟨∎⟩", PieceKind.DIFFERENT))
    return tuple(pieces)


def _result(proof: Proof) -> Iterator[Block]:
    theirs = proof.claim.signature.strip()
    if theirs.upper() == proof.request.signature:
        yield Paragraph(text("Proof", "The merchant’s signature is right."), strong=True)
    elif theirs:
        yield Paragraph(text("Proof", "The merchant’s signature is not the one of this request."), strong=True)
    if len(proof.causes) > 1:
        yield Paragraph(text("Proof", "Each of these explains it equally well:"))
    yield from (Paragraph(cause.explanation, strong=True) for cause in proof.causes)
    if proof.search and not proof.causes:
        yield from _search(proof.search)


def _search(search: ShownSearch) -> Iterator[Block]:
    yield Paragraph(_NOTHING.fill(count=f"{search.candidates:,}"), strong=True)
    for sentence, said in ((_TRIED, search.tried), (_UNTRIED, search.untried)):
        if said:
            yield Paragraph(sentence.fill(families=reduce(lambda one, more: _ALSO.fill(first=one, second=more), said)))


def _strings(proof: Proof) -> Iterator[Block]:
    yield Heading(text("Proof", "What is signed"))
    yield Paragraph(_RULE.fill(sign_type=proof.request.sign_type))
    ours, theirs, at = proof.request.signing_string, proof.claim.signing_string, proof.difference
    rows: list[tuple[str | Text, tuple[Piece, ...]]] = [(text("Proof", "Right"), spelled(ours, at))]
    if theirs:
        rows.append((text("Proof", "Merchant"), spelled(theirs, at)))
    yield Values(tuple(rows))
    if at is not None:
        same = ours[at : at + 1] == theirs[at : at + 1]
        yield Paragraph((_UNDER_MASK if same else _FIRST).fill(place=at + 1))
    rows = [(text("Proof", "Right signature"), spelled(proof.request.signature))]
    if proof.claim.signature:
        rows.append((text("Proof", "Merchant’s signature"), spelled(proof.claim.signature)))
    yield Values(tuple(rows))
    known = _KEY.fill(length=proof.key_length, fingerprint=proof.key_fingerprint)
    yield Paragraph(known if proof.key_length else _NO_KEY)


def _request(request: ShownRequest) -> Iterator[Block]:
    yield Heading(text("Proof", "The request"))
    if request.sent_signature.upper() != request.signature:
        yield Paragraph(text("Proof", "It was sent with another signature than the right one."), strong=True)
    headers = ((name, spelled(value)) for name, value in request.headers)
    yield Values(((request.method, spelled(request.url)), *headers))
    yield Values(tuple((_label(name), spelled(value)) for name, value in request.parameters))
    if request.masked:
        yield Paragraph(_MASKED.fill(names=", ".join(map(_label, request.masked))))


def _label(name: str) -> str:
    return "".join(piece.text for piece in spelled(name))


def _answer(answer: ShownReply) -> Iterator[Block]:
    yield Heading(text("Proof", "The answer"))
    yield Paragraph(answer.verdict.headline, strong=True)
    yield Paragraph(answer.verdict.turn)
    yield Paragraph(answer.verdict.next_step)
    if answer.status:
        yield Paragraph(answer.verdict.codes)
    if answer.reply:
        yield Code("", "json", answer.reply)
