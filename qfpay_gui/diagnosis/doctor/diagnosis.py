"""What the doctor says: the causes of a signature, in words, with the proof."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.account import account_of
from qfpay_gui.diagnosis.doctor.bodies import meanings
from qfpay_gui.diagnosis.doctor.case import Case, as_pairs
from qfpay_gui.diagnosis.doctor.catalogue import key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.deviations.participation import OUT_OF_BODY
from qfpay_gui.diagnosis.doctor.received import targets
from qfpay_gui.diagnosis.doctor.search import STAGES, Search
from qfpay_gui.diagnosis.doctor.traps import favoured
from qfpay_gui.diagnosis.language import language_of_text
from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from qfpay_gui.diagnosis.doctor.account import Account
    from qfpay_gui.diagnosis.doctor.bodies import Meaning
    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.search import Stage
    from qfpay_gui.qfpay.signing.recipe import Pairs, Signed, SigningRecipe

SIGNATURES = frozenset({"sign", "signature", "X-QF-SIGN", "x-qf-sign"})
"""Names under which a signature is sent in the body."""
CHANCE = 1e-4
"""The largest chance of having hit a signature by accident with which a cause is told."""
EQUALLY = 0
"""How much less plausible than the best an explanation of the same size may be, to be told as well."""
MOST = 4

_RIGHT = text("Doctor", "The signature is right: it is the official one of these parameters and this key.")
_SELF_SIGNED = text("Doctor", "{name} was signed: a signature is never part of the text it signs")
_ONE = text("Doctor", "The signature is reproduced by one deviation: {cause}.")
_FIRST = text("Doctor", "The signature is reproduced by {count} deviations together. First: {cause}.")
_NEXT = text("Doctor", "Besides: {cause}.")
_RIVALS = text("Doctor", "{count} explanations fit equally well; the signature cannot tell which is true.")
_NOTHING = text("Doctor", "Nothing needs to be changed about the signature.")
_BOTH = text("Doctor", "{first} {second}")


@dataclass(frozen=True)
class Diagnosis:
    """The smallest set of deviations that yields a signature. The repr shows neither key nor values.

    ``deviations`` are stable ids, empty where the signature is right; ``text`` says them in sentences.
    ``signing_string`` (key included) and ``signature`` are what the merchant computed; ``params``, ``client_key`` and
    ``recipe`` yield ``signed``; ``right`` is the official one. ``rivals`` counts explanations that fit as well, this
    one included; ``tried`` the candidates until it was found; ``chance`` is how likely one of them fits by accident.
    """

    deviations: tuple[str, ...]
    text: tuple[Text, ...] = field(repr=False)
    fix: Text = field(repr=False)
    signature: str
    recipe: SigningRecipe = field(repr=False)
    params: Pairs = field(repr=False)
    client_key: str = field(repr=False)
    signed: Signed = field(repr=False)
    right: Signed = field(repr=False)
    rivals: int = 1
    tried: int = 0
    chance: float = 0.0

    @property
    def explanation(self) -> str:
        """The sentences in English."""
        return " ".join(map(str, self.text))

    @property
    def signing_string(self) -> str:
        """What the merchant hashed, the key included."""
        return self.signed.string

    @property
    def difference(self) -> int | None:
        """Index of the first character that differs from the right signing string."""
        return first_difference(self.signed.string, self.right.string)


@dataclass(frozen=True)
class Examination:
    """What was found, and the account of a search that was not called off; None where it was."""

    diagnoses: tuple[Diagnosis, ...]
    account: Account | None


def diagnose(  # noqa: PLR0913 - what is known of a case
    params: Mapping[str, str] | Iterable[tuple[str, str]],
    client_key: str,
    signature: str,
    sign_type: str = "MD5",
    *,
    app_code: str = "",
    other_keys: Mapping[str, str] | None = None,
    unsent: Mapping[str, str] | None = None,
    body: bytes | None = None,
    language: str = "",
    depth: int = 3,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Diagnosis]:
    """The most plausible of the smallest sets of deviations that yield this signature; [] where none is known.

    ``other_keys`` maps names of profiles to their keys, ``unsent`` holds values that are known but not sent, ``body``
    is what travelled, ``language`` the id of the merchant's language (``diagnosis.language``); not given, values
    may tell it. ``depth`` is the largest size of a set. Letter case of hex digits is no deviation. Anything may be
    passed in, nothing is raised.
    """
    known = Known(app_code, other_keys or {}, unsent or {}, body, language)
    return list(examine(params, client_key, signature, sign_type, known, depth, cancelled).diagnoses)


@dataclass(frozen=True)
class Known:
    """What is known of a case besides the request; ``diagnose`` says what each is. The repr shows none of it."""

    app_code: str = field(default="", repr=False)
    other_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    unsent: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    language: str = ""


def examine(  # noqa: PLR0913, PLR0917 - the request, what is known besides, and how far to go
    params: Mapping[str, str] | Iterable[tuple[str, str]],
    client_key: str,
    signature: str,
    sign_type: str,
    known: Known,
    depth: int = 3,
    cancelled: Callable[[], bool] = lambda: False,
    reached: Callable[[float], object] = lambda _share: None,
) -> Examination:
    """As ``diagnose``, with the account of the search; ``reached`` hears which share of the stages is done."""
    served, found = meanings(as_pairs(params), known.body)
    case = Case(
        served,
        well_formed(client_key),
        sign_type if sign_type in SIGN_TYPES else "MD5",
        well_formed(known.app_code),
        as_pairs(known.other_keys),
        as_pairs(known.unsent),
        known.language or language_of_text("\n".join(value for _name, value in served)),
    )
    room = _Room(case, found, signature, known.body, cancelled)
    for at, stage in enumerate(STAGES):
        reached(at / len(STAGES))
        hits = list(room.at(stage)) if stage.size <= depth else []
        if cancelled():
            return Examination((), None)
        if hits:
            return Examination(tuple(room.told(hits)), room.account)
    return Examination((), room.account)


def _signing_itself(case: Case) -> tuple[Deviation, ...]:
    """What is wrong with the official signature of a request that carries a signature: that it signs it."""
    names = ", ".join(name for name, _value in case.sent if name in SIGNATURES)
    if not names:
        return ()
    return (Deviation("signature-signed", 1, _SELF_SIGNED.fill(name=names), OUT_OF_BODY.fill(name=names)),)


def _to_sign(case: Case) -> Pairs:
    """What is sent but the signature itself, which is never part of what it signs (QFPay, 2026)."""
    return tuple(pair for pair in case.sent if pair[0] not in SIGNATURES)


@dataclass(frozen=True)
class _Found:
    """Deviations of one meaning of the request, proven by running them."""

    meaning: Meaning
    combination: Combination
    form: Deviation | None
    digest: str

    @property
    def all(self) -> Combination:
        """Those of the body, of the signing and of how the digest was written, the plausible first."""
        signing = sorted(self.combination, key=lambda deviation: (deviation.cost, deviation.id))
        form = (self.form,) if self.form else ()
        return (*signing, *form, *self.meaning.transport)

    @property
    def is_favoured(self) -> bool:
        """Whether one of them is a trap of the merchant's language."""
        return any(deviation.is_favoured for deviation in self.all)

    @property
    def cost(self) -> int:
        """The prior of all together."""
        return sum(deviation.cost for deviation in self.all)


class _Room:
    """One search for each meaning of the request and each form of the signature."""

    def __init__(
        self,
        case: Case,
        found: tuple[Meaning, ...],
        signature: str,
        body: bytes | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._case = case
        self._signature = signature.strip()
        self._forms = targets(well_formed(signature))
        self._searches: list[tuple[Meaning, Search]] = []
        for meaning in found if self._forms else ():
            asked = replace(case, sent=meaning.pairs)
            self._searches.append((meaning, Search(asked, self._forms, body=body, cancelled=cancelled)))

    def at(self, stage: Stage) -> Iterator[_Found]:
        """Every explanation of a stage, of its size in all, that is no accident."""
        for meaning, search in self._searches:
            for more in (0, 1):
                spent = len(meaning.transport) + more
                left = stage.size - spent
                if left == 0 or (left > 0 and not meaning.alone and (spent == 0 or left < 3)):
                    for combination, digest in search.at(stage, left, meaning.cost):
                        form = self._forms[digest]
                        if (form is not None) == bool(more) and self.chance(digest) <= CHANCE:
                            yield _Found(meaning, combination, form, digest)

    @property
    def tried(self) -> int:
        """Candidates, each of which was compared with every reading of the signature."""
        return sum(search.tried for _meaning, search in self._searches)

    @property
    def account(self) -> Account:
        """What was tried; the chance is that of the reading that is hit most easily."""
        chance = max(map(self.chance, self._forms), default=0.0)
        return account_of(self._case, self.tried, len(self._forms), chance, len(self._searches))

    def chance(self, digest: str) -> float:
        """How likely it is that one of the candidates has this digest by accident."""
        same = sum(len(other) == len(digest) for other in self._forms)
        return float(self.tried * same / 16 ** len(digest))

    def told(self, hits: list[_Found]) -> list[Diagnosis]:
        """The most plausible, each cause once."""
        language = self._case.language
        hits = [replace(hit, combination=tuple(favoured(one, language) for one in hit.combination)) for hit in hits]
        hits.sort(key=lambda hit: (hit.cost, not hit.is_favoured, [deviation.id for deviation in hit.all]))
        best: dict[tuple[str, ...], _Found] = {}
        for hit in hits:
            if hit.cost <= hits[0].cost + EQUALLY:
                best.setdefault(tuple(sorted(deviation.id for deviation in hit.all)), hit)
        kept = list(best.values())[:MOST]
        return [self._diagnosis(hit, len(kept)) for hit in kept]

    def _diagnosis(self, hit: _Found, rivals: int) -> Diagnosis:
        case = self._case
        deviations = hit.all or _signing_itself(case)
        recipe = recipe_of((*hit.combination, *((hit.form,) if hit.form else ())))
        params = pairs_of(hit.combination, hit.meaning.pairs)
        key = key_of(hit.combination, case.client_key)
        return Diagnosis(
            tuple(deviation.id for deviation in deviations),
            _sentences(deviations, rivals),
            _mended(deviations),
            self._signature,
            recipe,
            params,
            key,
            recipe.sign(params, key, case.sign_type),
            OFFICIAL.sign(_to_sign(case), case.client_key, case.sign_type),
            rivals,
            self.tried,
            self.chance(hit.digest),
        )


def _sentences(deviations: Combination, rivals: int) -> tuple[Text, ...]:
    match deviations:
        case ():
            sentences: tuple[Text, ...] = (_RIGHT,)
        case (only,):
            sentences = (_ONE.fill(cause=only.cause),)
        case (first, *others):
            opening = _FIRST.fill(count=len(deviations), cause=first.cause)
            sentences = (opening, *(_NEXT.fill(cause=other.cause) for other in others))
    return (*sentences, _RIVALS.fill(count=rivals)) if rivals > 1 else sentences


def _mended(deviations: Combination) -> Text:
    """The fixes one after the other, each once."""
    if not deviations:
        return _NOTHING
    first, *others = dict.fromkeys(deviation.mend for deviation in deviations)
    for other in others:
        first = _BOTH.fill(first=first, second=other)
    return first
