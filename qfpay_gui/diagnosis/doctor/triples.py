"""Sets of three deviations: the plausible ones only, for all of them would take minutes."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import Catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import compatible
from qfpay_gui.diagnosis.doctor.frames import Frame, Memory, has_frame, is_point
from qfpay_gui.diagnosis.doctor.joining import digester, finisher, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination, Deviation

CALLED_OFF_EVERY = 256
"""Texts, after which is asked whether to go on."""
DEAREST = 7
"""The largest sum of costs of three deviations."""
_FRAMINGS, _POINTS, _OF_THREE, _ENDINGS = 56, 170, 80, 44
"""How many ways to join, changed parameters and ways to finish take part, the likely first."""


class _Ending(NamedTuple):
    """Deviations that finish the bytes of a text, and how."""

    combination: Combination
    digest: Callable[[bytes], str]
    cost: int


Text = tuple["Combination", bytes]
"""Deviations, and the text of parameters that they make."""


class Triples:
    """Every set of three among the most plausible deviations, as many as the budget of candidates allows."""

    def __init__(self, case: Case, known: Catalogue, budget: int, cancelled: Callable[[], bool]) -> None:
        self._case = case
        self._cancelled = cancelled
        self._budget = budget
        self._memory = Memory()
        texts = sorted((one.deviation for one in known.texts), key=_likely)
        self._points = [one for one in texts if is_point(one, case.sent)][:_POINTS]
        self._framings = [one for one in texts if not is_point(one, case.sent)][:_FRAMINGS]
        self._finishes = sorted((one.deviation for one in known.finishes), key=_likely)[:_ENDINGS]
        self._mixed = [one for one in known.mixed if one.cost <= 2][:2]
        self.tried = 0

    def hits(self, wanted: Container[str]) -> Iterator[tuple[Combination, str]]:
        """Sets that yield a digest looked for."""
        single = [self._ending((one,)) for one in self._finishes]
        yield from self._ended(sorted(self._two_texts(), key=_cost), single, wanted, 60)
        yield from self._ended(self._one_text(), list(self._two_endings()), wanted, 10)
        yield from self._ended(self._three_texts(), [self._ending(())], wanted, 30)
        yield from self._with_mixed(wanted)

    def _ending(self, finishes: Combination) -> _Ending:
        recipe, case = recipe_of(finishes), self._case
        key, cost = key_of(finishes, case.client_key), sum(one.cost for one in finishes)
        before, after = (one.encode() for one in recipe.around(key))
        if recipe.charset == "utf-8" and recipe.finished == "raw":
            digest = digester(recipe, key, case.sign_type)
            return _Ending(finishes, lambda signed: digest(before + signed + after), cost)
        finish = finisher(recipe, key, case.sign_type)
        return _Ending(finishes, lambda signed: finish(signed.decode()), cost)

    def _ended(
        self, texts: Iterable[Text], endings: list[_Ending], wanted: Container[str], share: int
    ) -> Iterator[tuple[Combination, str]]:
        """Each text with each ending that it can have; ``share`` is how much of the budget, in percent."""
        most = self.tried + self._budget * share // 100
        for asked, (combination, signed) in enumerate(texts, 1):
            if self.tried > most or (asked % CALLED_OFF_EVERY == 0 and self._cancelled()):
                return
            room = DEAREST - sum(one.cost for one in combination)
            for ending in endings:
                if ending.cost > room:
                    break
                self.tried += 1
                found = ending.digest(signed)
                if found in wanted and _fit(combination, ending.combination):
                    yield (*combination, *ending.combination), found

    def _one_text(self) -> Iterator[Text]:
        for one in sorted((*self._framings, *self._points), key=lambda one: one.cost):
            signed = joined(recipe_of((one,)), one.edit.apply(self._case.sent))
            yield (one,), signed.encode()

    def _two_endings(self) -> Iterator[_Ending]:
        both = combinations(self._finishes, 2)
        for pair in sorted((pair for pair in both if compatible(*pair)), key=lambda pair: pair[0].cost + pair[1].cost):
            yield self._ending(pair)

    def _two_texts(self) -> Iterator[Text]:
        for framing in self._framings:
            yield from self._framed((framing,))
        yield from self._framed(())
        for pair in combinations(self._framings, 2):
            if compatible(*pair):
                signed = joined(recipe_of(pair), pairs_of(pair, self._case.sent))
                yield pair, signed.encode()

    def _three_texts(self) -> Iterator[Text]:
        for pair in combinations(self._framings, 2):
            if compatible(*pair):
                yield from self._framed(pair)
        for framing in self._framings:
            yield from self._two_points(framing)

        yield from self._three_points()

    def _three_points(self) -> Iterator[Text]:
        """Three parameters that differ, each in a place of its own, officially joined."""
        frame = self._frame(())
        points = frame.points(self._points[:_OF_THREE])
        for at, first in enumerate(points):
            for later, second in enumerate(points[at + 1 :], at + 2):
                if second.slot != first.slot:
                    slots = frame.slots[:]
                    slots[first.slot], slots[second.slot] = first.piece, second.piece
                    before, after = frame.around(slots)
                    both = first.deviation, second.deviation
                    for slot, piece, third in points[later:]:
                        if slot not in {first.slot, second.slot}:
                            yield (*both, third), frame.complete(before[slot] + piece + after[slot])

    def _with_mixed(self, wanted: Container[str]) -> Iterator[tuple[Combination, str]]:
        """The key among the parameters, with two more."""
        texts = [*self._framings[:12], *self._points[:30]]
        for mixed in self._mixed:
            for pair in combinations((*texts, *self._finishes[:12]), 2):
                three = (mixed, *pair)
                if all(compatible(one, other) for one, other in combinations(three, 2)):
                    self.tried += 1
                    found = self._ending(three).digest(
                        joined(recipe_of(three), pairs_of(three, self._case.sent)).encode()
                    )
                    if found in wanted:
                        yield three, found

    def _framed(self, given: Combination) -> Iterator[Text]:
        """One more parameter that differs; two where nothing else does."""
        if not given:
            yield from self._two_points(None)
        elif all(map(has_frame, given)):
            frame = self._frame(given)
            before, after = frame.around(frame.slots)
            for slot, piece, point in frame.points(self._points):
                if all(compatible(one, point) for one in given):
                    yield (*given, point), frame.complete(before[slot] + piece + after[slot])

    def _two_points(self, framing: Deviation | None) -> Iterator[Text]:
        given = (framing,) if framing else ()
        if framing and not has_frame(framing):
            return
        frame = self._frame(given)
        points = frame.points(self._points if framing is None else self._points[:_OF_THREE])
        for at, first in enumerate(points):
            slots = frame.slots[:]
            slots[first.slot] = first.piece
            before, after = frame.around(slots)
            for slot, piece, point in points[at + 1 :]:
                if slot != first.slot and all(
                    compatible(one, other) for one in given for other in (first.deviation, point)
                ):
                    yield (*given, first.deviation, point), frame.complete(before[slot] + piece + after[slot])

    def _frame(self, given: Combination) -> Frame:
        edit = next((one.edit for one in given if one.edit.odd or one.edit.arranged or one.edit.replaced), None)
        recipe = recipe_of(given)
        return (
            Frame(self._case.sent, recipe, edit, self._memory)
            if edit
            else Frame(self._case.sent, recipe, memory=self._memory)
        )


def _cost(text: Text) -> int:
    return sum(one.cost for one in text[0])


def _likely(one: Deviation) -> tuple[int, int]:
    return one.cost, -one.depth


def _fit(texts: Combination, finishes: Combination) -> bool:
    return all(compatible(one, other) for one in texts for other in finishes)
