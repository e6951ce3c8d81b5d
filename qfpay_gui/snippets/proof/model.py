"""The proof: what was sent, how it is signed, what the merchant did instead; nothing in it is secret."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.secrets.masking import fingerprint, mask_key
from qfpay_gui.qfpay.secrets.same_length import SameLengthMask, same_length_mask
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.signing_code.languages import LANGUAGES
from qfpay_gui.snippets.signing_code.sample import sample

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.reply.verdict import Verdict
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.signing.recipe import Signed
    from qfpay_gui.snippets.signing_code.sample import Sample

Pairs = tuple[tuple[str, str], ...]
EVERY_LANGUAGE = tuple(language.id for language in LANGUAGES)


@dataclass(frozen=True)
class ShownClaim:
    """What the merchant says: its signature, and the string it signed; "" where it did not say."""

    signature: str = ""
    signing_string: str = field(default="", repr=False)


class Diagnosed(Protocol):
    """A cause as the doctor names it."""

    @property
    def deviations(self) -> Iterable[str]:
        """The stable ids of what was done otherwise."""

    @property
    def explanation(self) -> Text | str:
        """The cause in words."""

    @property
    def signing_string(self) -> str:
        """The string that yields the merchant's signature."""


@dataclass(frozen=True)
class ShownCause:
    """One explanation of the merchant's signature, without secrets."""

    explanation: Text
    deviations: tuple[str, ...] = ()
    signing_string: str = ""


@dataclass(frozen=True)
class ShownSearch:
    """What was tried where nothing explains the signature, and what was not."""

    candidates: int
    tried: tuple[Text, ...]
    untried: tuple[Text, ...]


@dataclass(frozen=True)
class ShownReply:
    """What the server said, without secrets; ``status`` 0 where no reply came."""

    verdict: Verdict
    status: int = 0
    respcd: str = ""
    reply: str = ""


@dataclass(frozen=True)
class SigningCode:
    """A program in one language."""

    title: str
    extension: str
    code: str


@dataclass(frozen=True)
class ShownRequest:
    """The request, without secrets.

    ``signing_string`` and ``signature`` are the right ones; ``sent_signature`` is what was sent. ``masked`` names
    the parameters whose value is not the real one.
    """

    environment_id: str
    environment: Text
    endpoint: str
    method: str
    url: str
    headers: Pairs
    parameters: Pairs
    masked: tuple[str, ...]
    sign_type: str
    signing_string: str
    signature: str
    sent_signature: str


@dataclass(frozen=True)
class Proof:
    """Everything a proof says. It holds no key in any form, and no personal data unless that was asked for.

    ``version`` is this program's. ``difference`` is the index of the first character in which the merchant's signing
    string differs from the right one; None where there is nothing to compare, or no difference. That string is the
    merchant's own or, where it gave none, the one of the first cause. ``besides`` tells what
    is wrong apart from the signature.
    """

    created_at: datetime
    version: str
    request: ShownRequest
    key_length: int
    key_fingerprint: str
    claim: ShownClaim = field(default_factory=ShownClaim)
    difference: int | None = None
    causes: tuple[ShownCause, ...] = ()
    answer: ShownReply | None = None
    programs: tuple[SigningCode, ...] = ()
    search: ShownSearch | None = None
    besides: tuple[Text, ...] = ()


def prove(  # noqa: PLR0913 - each keyword is one part of the proof that may be missing
    prepared: PreparedRequest,
    client_key: str,
    *,
    created_at: datetime,
    version: str,
    claim: ShownClaim | None = None,
    causes: Iterable[Diagnosed] = (),
    verdict: Verdict | None = None,
    reply: Reply | None = None,
    reveal_personal: bool = False,
    languages: Collection[str] = EVERY_LANGUAGE,
    other_keys: Iterable[str] = (),
    search: ShownSearch | None = None,
    besides: Iterable[Text] = (),
) -> Proof:
    """The proof of this request; everything secret is masked here, once. ``other_keys`` are kept out like the key."""
    pairs = tuple((well_formed(name), well_formed(value)) for name, value in prepared.parameters)
    official = replace(prepared, signed=OFFICIAL.sign(pairs, client_key, prepared.sign_type))
    hiding = same_length_mask(pairs, [client_key, *other_keys], revealed=reveal_personal)
    shown = sample(official, reveal_personal=reveal_personal)
    named, difference = _compared(claim or ShownClaim(), tuple(causes), official.signed, hiding, shown.app_code)
    return Proof(
        created_at=created_at,
        version=version,
        request=_shown_request(prepared, official.signed, shown, hiding),
        key_length=len(client_key),
        key_fingerprint=fingerprint(client_key),
        claim=named[0],
        difference=difference,
        causes=named[1],
        answer=_answer(verdict, reply, hiding),
        programs=_programs(official, languages, reveal_personal=reveal_personal),
        search=_searched(search, hiding),
        besides=tuple(_masked(one, hiding) for one in besides),
    )


def _searched(search: ShownSearch | None, hiding: SameLengthMask) -> ShownSearch | None:
    """The same with every name that holds something secret masked."""
    if search is None:
        return None
    tried, untried = (tuple(_masked(one, hiding) for one in said) for said in (search.tried, search.untried))
    return ShownSearch(search.candidates, tried, untried)


def _compared(
    claim: ShownClaim, causes: tuple[Diagnosed, ...], right: Signed, hiding: SameLengthMask, app_code: str
) -> tuple[tuple[ShownClaim, tuple[ShownCause, ...]], int | None]:
    """Claim and causes as they may be shown; what was signed is known from the claim, or from the first cause."""
    base = right.string_without_key

    def shown(written: str) -> str:
        return hiding.over_signing_string(well_formed(written), base, app_code)

    signed = well_formed(claim.signing_string or (causes[0].signing_string if causes else ""))
    difference = first_difference(right.string, signed) if signed else None
    hidden = ShownClaim(hiding.over(well_formed(claim.signature)), shown(signed))
    named = tuple(
        ShownCause(_masked(one.explanation, hiding), tuple(one.deviations), shown(one.signing_string)) for one in causes
    )
    return (hidden, named), difference


def _shown_request(prepared: PreparedRequest, right: Signed, shown: Sample, hiding: SameLengthMask) -> ShownRequest:
    return ShownRequest(
        environment_id=prepared.environment.id,
        environment=prepared.environment.name,
        endpoint=prepared.endpoint,
        method=prepared.method,
        url=shown.url,
        headers=tuple((name, hiding.over(value)) for name, value in prepared.headers),
        parameters=shown.pairs,
        masked=shown.masked,
        sign_type=prepared.sign_type,
        signing_string=_shown_string(right, hiding),
        signature=right.signature,
        sent_signature=hiding.over(prepared.signature),
    )


def _shown_string(right: Signed, hiding: SameLengthMask) -> str:
    """The right signing string: the key by its place, whatever it is; what it repeats of the key by its characters."""
    parts = (mask_key(one.text) if one.kind == "key" else one.text for one in right.segments)
    return hiding.over("".join(parts))


def _masked(sentence: Text | str, hiding: SameLengthMask) -> Text:
    """The sentence with its values, not its template, masked."""
    if isinstance(sentence, str):
        return text("Proof", "{sentence}").fill(sentence=hiding.over(well_formed(sentence)))
    return sentence.mapped(lambda value: hiding.over(well_formed(value)))


def _answer(verdict: Verdict | None, reply: Reply | None, hiding: SameLengthMask) -> ShownReply | None:
    if verdict is None:
        return None
    said = replace(
        verdict,
        headline=_masked(verdict.headline, hiding),
        turn=_masked(verdict.turn, hiding),
        next_step=_masked(verdict.next_step, hiding),
        codes=_masked(verdict.codes, hiding),
        technical=(),
        findings=(),
    )
    if reply is None:
        return ShownReply(said)
    return ShownReply(said, reply.status, hiding.over(well_formed(reply.respcd)), hiding.over(well_formed(reply.text)))


def _programs(
    official: PreparedRequest, languages: Collection[str], *, reveal_personal: bool
) -> tuple[SigningCode, ...]:
    return tuple(
        SigningCode(language.title, language.extension, language.program(official, reveal_personal=reveal_personal))
        for language in LANGUAGES
        if language.id in languages
    )
