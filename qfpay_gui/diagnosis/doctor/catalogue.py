"""Every deviation that makes a difference to the case in hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.doctor.deviations import amounts, json_values, participation, renaming, times
from qfpay_gui.diagnosis.doctor.deviations import body as body_deviations
from qfpay_gui.diagnosis.doctor.deviations import charset as charset_deviations
from qfpay_gui.diagnosis.doctor.deviations import digest as digest_deviations
from qfpay_gui.diagnosis.doctor.deviations import join as join_deviations
from qfpay_gui.diagnosis.doctor.deviations import key as key_deviations
from qfpay_gui.diagnosis.doctor.deviations import order as order_deviations
from qfpay_gui.diagnosis.doctor.deviations import other_key as other_key_deviations
from qfpay_gui.diagnosis.doctor.deviations import values as value_deviations
from qfpay_gui.diagnosis.doctor.deviations import writing as writing_deviations
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.traps import favoured
from qfpay_gui.qfpay.signing.recipe import DIGESTS, KEYED_DIGESTS, OFFICIAL, SigningRecipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination, Deviation
    from qfpay_gui.qfpay.signing.recipe import Pairs

SOURCES: tuple[Callable[[Case], Iterable[Deviation]], ...] = (
    participation.deviations,
    order_deviations.deviations,
    join_deviations.deviations,
    writing_deviations.deviations,
    times.deviations,
    amounts.deviations,
    json_values.deviations,
    value_deviations.deviations,
    renaming.deviations,
    key_deviations.deviations,
    other_key_deviations.deviations,
    charset_deviations.deviations,
    digest_deviations.deviations,
)


@dataclass(frozen=True)
class Joined:
    """A text of parameters, and the deviation that made it."""

    deviation: Deviation
    text: str
    encoded: bytes


@dataclass(frozen=True)
class Finish:
    """A way from that text to a digest, and the deviation it is.

    ``ends`` are the bytes around the text where nothing else differs from the official recipe.
    """

    deviation: Deviation
    digest: Callable[[str], str]
    ends: tuple[bytes, bytes] | None


class Catalogue:
    """Deviations that stand alone, and those that are combined: texts, ways to finish, and what does both.

    What only sets of several need is made when it is first asked for.
    """

    def __init__(self, case: Case, alone: tuple[Deviation, ...]) -> None:
        self._case = case
        self.alone = alone

    @cached_property
    def _combined(self) -> list[Deviation]:
        return [deviation for deviation in self.alone if deviation.depth > 1]

    @cached_property
    def texts(self) -> tuple[Joined, ...]:
        """Other texts of parameters."""
        return tuple(_texts(self._case, self._combined))

    @cached_property
    def finishes(self) -> tuple[Finish, ...]:
        """Other ways from the text to the digest."""
        return tuple(_finishes(self._case, self._combined))

    @cached_property
    def mixed(self) -> tuple[Deviation, ...]:
        """What changes both."""
        return tuple(deviation for deviation in self._combined if not (deviation.joins or deviation.finishes))


def recipe_of(combination: Iterable[Deviation]) -> SigningRecipe:
    """The official recipe with everything these deviations change."""
    fields: dict[str, Any] = {}
    for deviation in combination:
        fields |= deviation.recipe
    return SigningRecipe(**fields) if fields else OFFICIAL


def pairs_of(combination: Combination, sent: Pairs) -> Pairs:
    """The parameters that were signed."""
    if not combination:
        return sent
    edit = combination[0].edit
    for deviation in combination[1:]:
        edit = edit.with_(deviation.edit) or edit
    return edit.apply(sent)


def key_of(combination: Combination, client_key: str) -> str:
    """The key that was used."""
    return next((deviation.key for deviation in combination if deviation.key is not None), client_key)


def catalogue(case: Case, lengths: frozenset[int], body: bytes | None = None) -> Catalogue:
    """What may explain a digest of these lengths (hex digits), the plausible first, without what changes nothing."""
    every = [deviation for source in SOURCES for deviation in source(case) if _fits(deviation, case, lengths)]
    if body:
        every += body_deviations.deviations(case, body)
    every = [favoured(deviation, case.language) for deviation in _proven(every, case, lengths)]
    every.sort(key=lambda deviation: deviation.cost)
    return Catalogue(case, tuple(every))


def _fits(deviation: Deviation, case: Case, lengths: frozenset[int]) -> bool:
    digest = deviation.recipe.get("digest")
    if digest == "not hashed":
        return max(lengths, default=0) > 128
    return digest is None or _length(digest) in lengths or (digest == case.sign_type)


def _proven(every: list[Deviation], case: Case, lengths: frozenset[int]) -> list[Deviation]:
    """No digest of these lengths is the right one: then it is proven that another was used, which costs little."""
    digests = [deviation.cost for deviation in every if "digest" in deviation.recipe]
    if not digests or _length(case.sign_type) in lengths:
        return every
    less = min(digests) - 1
    return [replace(one, cost=one.cost - less) if "digest" in one.recipe else one for one in every]


@cache
def _length(digest: str) -> int:
    return len(KEYED_DIGESTS[digest](b"", b"") if digest in KEYED_DIGESTS else DIGESTS[digest](b""))


def _texts(case: Case, deviations: list[Deviation]) -> Iterator[Joined]:
    """Each text once. Parameters as given are kept even where they are in order: an added one would not be."""
    seen = {joined(OFFICIAL, case.sent)}
    for deviation in deviations:
        if deviation.joins and not deviation.finishes:
            text = joined(recipe_of((deviation,)), deviation.edit.apply(case.sent))
            if text not in seen or deviation.recipe == {"order": "as given"}:
                seen.add(text)
                yield Joined(deviation, text, text.encode())


def _finishes(case: Case, deviations: list[Deviation]) -> Iterator[Finish]:
    """Each way once that gives another digest for the text, or for what is known besides."""
    probe = joined(OFFICIAL, case.sent) + "".join(value for _name, value in case.unsent)
    seen = {finisher(OFFICIAL, case.client_key, case.sign_type)(probe)}
    for deviation in deviations:
        if deviation.finishes:
            key = case.client_key if deviation.key is None else deviation.key
            digest = finisher(recipe_of((deviation,)), key, case.sign_type)
            found = digest(probe)
            if found not in seen:
                seen.add(found)
                yield Finish(deviation, digest, _ends(deviation, key))


def _ends(deviation: Deviation, key: str) -> tuple[bytes, bytes] | None:
    if not _AROUND.issuperset(deviation.recipe):
        return None
    before, after = recipe_of((deviation,)).around(key)
    return before.encode(), after.encode()


_AROUND = frozenset({"key_place", "key_lead", "key_tail", "key_name"})
