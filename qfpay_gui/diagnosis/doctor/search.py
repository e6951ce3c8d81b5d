"""The search for the smallest sets of deviations that yield a digest."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.catalogue import Catalogue, Finish, Joined, catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import compatible
from qfpay_gui.diagnosis.doctor.frames import Frame, Memory, Point, has_frame, is_point
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.probe import Probe
from qfpay_gui.diagnosis.doctor.sweeps import SWEEPS, key_forms, key_slips, value_forms
from qfpay_gui.diagnosis.doctor.triples import Triples
from qfpay_gui.qfpay.signing.recipe import DIGESTS, OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination, Deviation
    from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm

Hit = tuple["Combination", str]
"""Deviations, and the digest they yield."""

DEAREST = 6
"""The largest sum of costs of two deviations: two rare things rarely happen to one merchant."""

COMMON = 1
"""The cost up to which a cause is tried with every form of a value."""
PLACED = frozenset(
    {"order", "joiner", "equals", "key_place", "key_lead", "key_tail", "digest", "writing", "lead", "trail"}
)
"""Fields of the recipe, beside which a value keeps its own place."""
PLAUSIBLE = 5
"""The largest sum of costs of a pair after which no other kind of pair is looked for."""
DEAR = 4
"""The cost from which on a known cause waits for what a family may say."""


class Search:
    """One set of parameters against the digests looked for; ``tried`` counts candidates.

    ``cancelled`` is asked every few hundred candidates; after it says yes, nothing more is found.
    """

    def __init__(
        self,
        case: Case,
        wanted: Mapping[str, object],
        *,
        body: bytes | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._case = case
        self._wanted = wanted
        self._body = body
        self._cancelled = cancelled
        self._memory = Memory()
        self._hits: dict[tuple[int, bool], list[Hit]] = {}
        self.tried = 0

    def of_size(self, size: int, budget: int = 0, *, swept: bool = False) -> list[Hit]:
        """Sets of this many deviations that yield a digest looked for; ``budget`` bounds sets of three.

        ``swept`` asks the large families instead of the known causes. What was asked before is not tried again.
        """
        if (size, swept) not in self._hits:
            self._hits[size, swept] = list(self._swept(size) if swept else self._of_size(size, budget))
        return self._hits[size, swept]

    def _of_size(self, size: int, budget: int) -> Iterator[Hit]:
        match size:
            case 0:
                yield from self._try(())
            case 1:
                yield from self._singles()
            case 2:
                yield from self._pairs()
            case _:
                triples = Triples(self._case, self._catalogue, budget, self._cancelled)
                yield from triples.hits(self._wanted)
                self.tried += triples.tried

    def _swept(self, size: int) -> Iterator[Hit]:
        match size:
            case 1:
                yield from self._first_sweep()
            case 2:
                for given in self._contexts():
                    if self._cancelled():
                        return
                    yield from self._formed((given,))
            case _:
                return

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue(self._case, frozenset(len(digest) for digest in self._wanted), self._body)

    @cached_property
    def _text(self) -> str:
        return joined(OFFICIAL, self._case.sent)

    @cached_property
    def _official(self) -> Callable[[str], str]:
        return finisher(OFFICIAL, self._case.client_key, self._case.sign_type)

    @cached_property
    def _points(self) -> list[Deviation]:
        texts = (one.deviation for one in self._catalogue.texts)
        return [deviation for deviation in texts if is_point(deviation, self._case.sent)]

    @cached_property
    def _not_points(self) -> list[Deviation]:
        points = set(map(id, self._points))
        return [one.deviation for one in self._catalogue.texts if id(one.deviation) not in points]

    def _try(self, combination: Combination) -> Iterator[Hit]:
        """The general way: run the recipe that the deviations make."""
        case = self._case
        recipe = recipe_of(combination)
        finish = finisher(recipe, key_of(combination, case.client_key), case.sign_type)
        yield from self._found(combination, finish(joined(recipe, pairs_of(combination, case.sent))))

    def _found(self, combination: Combination, digest: str) -> Iterator[Hit]:
        self.tried += 1
        if digest in self._wanted:
            yield combination, digest

    def _singles(self) -> Iterator[Hit]:
        """The known first; forms of a value or the key only where none of those is plausible."""
        plausible = False
        for combination, digest in self._known_singles():
            plausible |= combination[0].cost < DEAR
            yield combination, digest
        if not plausible:
            yield from self._formed(())
            yield from self._with_slips()

    @cached_property
    def _forms(self) -> tuple[list[Form], list[KeyForm]]:
        return list(value_forms(self._case)), list(key_forms(self._case))

    def _formed(self, given: Combination) -> Iterator[Hit]:
        """Every form of a value and of the key, beside what is given."""
        probe = Probe(self._case, self._wanted, given)
        values, keys = self._forms
        taken = given[0].edit.replaced if given else {}
        for form in values:
            if probe.value(form.at, form.written) and form.at not in taken:
                yield (*given, form.told(self._case)), probe.found
        for key_form in keys if not given or given[0].key is None else ():
            if probe.key(key_form.written.encode()):
                yield (*given, key_form.told()), probe.found
        self.tried += probe.tried

    def _with_slips(self) -> Iterator[Hit]:
        probe = Probe(self._case, self._wanted)
        for slip in key_slips(self._case):
            if probe.key(slip.written.encode()):
                yield (slip.told(),), probe.found
        self.tried += probe.tried

    def _first_sweep(self) -> Iterator[Hit]:
        """Hits of the first family that has one."""
        probe = Probe(self._case, self._wanted)
        for sweep in SWEEPS:
            hits: list[Hit] = [((deviation,), probe.found) for deviation in sweep(self._case, probe)]
            if hits or self._cancelled():
                break
        self.tried += probe.tried
        yield from hits

    def _contexts(self) -> list[Deviation]:
        """What often goes with another cause, and leaves each parameter in a place of its own."""
        usual = (one for one in self._catalogue.alone if one.cost <= COMMON and one.depth > 2)
        return [one for one in usual if has_frame(one) and PLACED.issuperset(one.recipe) and not one.edit.replaced]

    def _known_singles(self) -> Iterator[Hit]:
        """Most are another key or other parameters, which need no recipe of their own."""
        digest, text, sent, key = DIGESTS[self._case.sign_type], self._text, self._case.sent, self._case.client_key
        for deviation in self._catalogue.alone:
            if deviation.recipe and deviation.finishes:
                finish = finisher(recipe_of((deviation,)), key_of((deviation,), key), self._case.sign_type)
                yield from self._found((deviation,), finish(text))
            elif deviation.recipe and deviation.joins:
                signed = joined(recipe_of((deviation,)), deviation.edit.apply(sent))
                yield from self._found((deviation,), self._official(signed))
            elif deviation.recipe:
                yield from self._try((deviation,))
            elif deviation.key is not None:
                yield from self._found((deviation,), digest((text + deviation.key).encode()))
            else:
                yield from self._found((deviation,), self._official(joined(OFFICIAL, deviation.edit.apply(sent))))

    def _pairs(self) -> Iterator[Hit]:
        """By kind, until one has a plausible pair: the same bytes are hardly ever explained by two kinds."""
        for pairs in (
            self._texts_finished,
            self._two_points,
            self._framed_points,
            self._two_finishes,
            self._two_texts,
            self._mixed_pairs,
        ):
            plausible = False
            for both, digest in pairs():
                plausible |= sum(one.cost for one in both) <= PLAUSIBLE
                yield both, digest
            if plausible:
                return

    def _two_points(self) -> Iterator[Hit]:
        """Two parameters that differ, officially joined: most of all pairs, so the tightest loop."""
        wanted, digest = self._wanted, DIGESTS[self._case.sign_type]
        key = self._case.client_key.encode()
        frame = Frame(self._case.sent, OFFICIAL, memory=self._memory)
        points = frame.points(self._points)
        costs = [point.deviation.cost for point in points]
        for at, first in enumerate(points):
            if self._cancelled():
                return
            others = points[at + 1 : bisect_right(costs, DEAREST - first.deviation.cost)]
            slots = frame.slots[:]
            slots[first.slot] = first.piece
            before, after = frame.around(slots)
            after = [later + key for later in after]
            self.tried += len(others)
            for slot, piece, deviation in others:
                found = digest((before[slot] + piece + after[slot])[1:])
                if found in wanted and slot != first.slot:
                    yield (first.deviation, deviation), found
            yield from self._same_gap(first, others)

    def _same_gap(self, first: Point, others: list[Point]) -> Iterator[Hit]:
        """Two parameters added between the same two: a gap has an even number."""
        if first.slot % 2 == 0:
            for other in others:
                if other.slot == first.slot and compatible(first.deviation, other.deviation):
                    yield from self._try((first.deviation, other.deviation))

    def _framed_points(self) -> Iterator[Hit]:
        """One parameter that differs, and another way to join or order all of them."""
        wanted, digest = self._wanted, DIGESTS[self._case.sign_type]
        key = self._case.client_key.encode()
        for framing in self._not_points:
            points = _affordable(framing, self._points)
            if self._cancelled():
                return
            if not (points and has_frame(framing)):
                continue
            frame = Frame(self._case.sent, recipe_of((framing,)), framing.edit, self._memory)
            before, after = frame.around(frame.slots)
            self.tried += len(points)
            for slot, piece, deviation in frame.points(points):
                found = digest(frame.complete(before[slot] + piece + after[slot]) + key)
                if found in wanted and compatible(framing, deviation):
                    yield (framing, deviation), found

    def _texts_finished(self) -> Iterator[Hit]:
        texts = self._catalogue.texts
        costs = [one.deviation.cost for one in texts]
        for finish in self._catalogue.finishes:
            if self._cancelled():
                return
            affordable = texts[: bisect_right(costs, DEAREST - finish.deviation.cost)]
            self.tried += len(affordable)
            yield from self._finished(affordable, finish)

    def _finished(self, texts: tuple[Joined, ...], finish: Finish) -> Iterator[Hit]:
        """Most ways to finish put other bytes around the same text, and hash as the rule says."""
        wanted, fields = self._wanted, finish.deviation.recipe.keys()
        digest, (before, after) = DIGESTS[self._case.sign_type], finish.ends or (b"", b"")
        for one in texts:
            found = digest(before + one.encoded + after) if finish.ends else finish.digest(one.text)
            if found in wanted and fields.isdisjoint(one.deviation.recipe):
                yield (one.deviation, finish.deviation), found

    def _two_finishes(self) -> Iterator[Hit]:
        case, text = self._case, self._text
        for both in combinations([finish.deviation for finish in self._catalogue.finishes], 2):
            if both[0].cost + both[1].cost <= DEAREST and compatible(*both):
                finish = finisher(recipe_of(both), key_of(both, case.client_key), case.sign_type)
                yield from self._found(both, finish(text))

    def _two_texts(self) -> Iterator[Hit]:
        """Pairs of ways to join, and pairs with an edit of several parameters."""
        others = self._not_points
        for at, one in enumerate(others):
            if self._cancelled():
                return
            rest = _affordable(one, others[at + 1 :], DEAREST - 1)
            if not has_frame(one):
                rest += _affordable(one, self._points, DEAREST if one.cost < 3 else DEAREST - 1)
            yield from self._joined_pairs(one, rest)

    def _joined_pairs(self, one: Deviation, others: list[Deviation]) -> Iterator[Hit]:
        sent, recipe = self._case.sent, recipe_of((one,))
        for other in others:
            if compatible(one, other):
                both = (one, other)
                made = recipe_of(both) if other.recipe else recipe
                yield from self._found(both, self._official(joined(made, pairs_of(both, sent))))

    def _mixed_pairs(self) -> Iterator[Hit]:
        known = self._catalogue
        others = [*(one.deviation for one in known.texts), *(one.deviation for one in known.finishes)]
        for mixed in known.mixed:
            for other in others:
                if mixed.cost + other.cost <= DEAREST - 1 and other.depth > 2 and compatible(mixed, other):
                    yield from self._try((mixed, other))


def _affordable(one: Deviation, others: Iterable[Deviation], dearest: int = DEAREST) -> list[Deviation]:
    return [other for other in others if one.cost + other.cost <= dearest]
