"""Sets of deviations by rising cost: framings, parameters that differ within them, and ways to finish the text."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import combinations, takewhile
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor import endings
from qfpay_gui.diagnosis.doctor.catalogue import key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import Deviation, compatible
from qfpay_gui.diagnosis.doctor.frames import (
    Frame,
    Memory,
    Whole,
    by_place,
    change_of,
    form_change,
    has_frame,
    is_point,
)
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm, ranked
from qfpay_gui.diagnosis.doctor.walk import Band, Walk
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.catalogue import Catalogue
    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.endings import Group
    from qfpay_gui.diagnosis.doctor.frames import Change, Changes
    from qfpay_gui.diagnosis.doctor.hashing import Trial

DEAREST = 6
"""The largest sum of costs of two or three deviations: rare things rarely happen to one merchant at once."""
VALUES = 4
"""The least cost of what programs write in place of a value or of the key."""
COMMON = 2
"""The cost up to which a cause is met often enough to be one of several."""
FINISHED = (DEAREST, DEAREST, 5, 4)
"""The same, by how many of them are ways to finish."""
FRAMED = (DEAREST, DEAREST, 5, 4)
"""The same, by how many of them are framings: a program is written in one style."""
Hit = tuple["Combination", str]
"""Deviations, and the digest they yield."""


class Sets:
    """Every set of two or three deviations of one case within a band of costs."""

    def __init__(
        self,
        case: Case,
        known: Catalogue,
        forms: Callable[[], tuple[list[Form], list[KeyForm]]],
        trial: Trial,
        cancelled: Callable[[], bool],
    ) -> None:
        self._case = case
        self._known = known
        self._make_forms = forms
        self._trial = trial
        self._cancelled = cancelled
        self._memory = Memory()
        self._frames: dict[tuple[int, ...], Frame] = {}
        self._groups: dict[tuple[int, ...], list[Group]] = {}
        self._key_groups: dict[int, list[Group]] = {}

    def hits(self, size: int, band: Band) -> Iterator[Hit]:
        """Sets of this many that yield a digest looked for."""
        for given in self._given(size, band.high):
            if self._cancelled():
                return
            rest = size - len(given)
            left = Band(band.low, min(band.high, FRAMED[len(given)])).less(sum(one.cost for one in given))
            if rest == 0 and left.low >= 0:
                continue
            search = self._framed if all(map(has_frame, given)) else self._unframed
            yield from search(given, rest, left)

    @cached_property
    def _forms(self) -> tuple[list[Form], list[KeyForm]]:
        values, keys = self._make_forms()
        return ranked(values), ranked(keys)

    @cached_property
    def _points(self) -> list[Change]:
        """Known causes that change one parameter each, the plausible first."""
        sent = self._case.sent
        points = [change_of(one.deviation) for one in self._known.texts if is_point(one.deviation, sent)]
        return sorted(points, key=lambda one: one.cost)

    @cached_property
    def _changes(self) -> list[Change]:
        """These, and what programs write in place of a value."""
        known = {(change.place, change.pair) for change in self._points}
        forms = (form_change(form, self._case.sent) for form in self._forms[0])
        fresh = [change for change in forms if (change.place, change.pair) not in known]
        return sorted((*self._points, *fresh), key=lambda one: one.cost)

    @cached_property
    def _framings(self) -> list[Deviation]:
        """What changes more than one parameter or the way all are written."""
        sent, known = self._case.sent, self._known
        texts = [one.deviation for one in known.texts if not is_point(one.deviation, sent)]
        finishes = [one.deviation for one in known.finishes if not endings.is_ending(one.deviation)]
        return sorted((*texts, *finishes, *known.mixed), key=lambda one: one.cost)

    @cached_property
    def _finishes(self) -> list[Deviation]:
        finishes = (one.deviation for one in self._known.finishes)
        return sorted((one for one in finishes if endings.is_ending(one)), key=lambda one: one.cost)

    def _given(self, size: int, high: int) -> Iterator[Combination]:
        """Framings that hold together, and leave room for the rest at the lowest costs.

        Where there are three causes, framings are common ones, and all but one as common as can be.
        """
        for count in range(size + 1):
            for given in _fitting(self._framings, count, min(high, FRAMED[count]) - (size - count)):
                common = all(one.cost <= COMMON or one.depth > 2 for one in given)
                if size < 3 or (common and (count < 2 or sum(one.cost for one in given) <= COMMON + count - 1)):
                    yield given

    def _framed(self, given: Combination, rest: int, left: Band) -> Iterator[Hit]:
        if rest == 0:
            self._trial.tried += 1
            digest = self._digest(given)
            if digest in self._trial.digests:
                yield given, digest
            return
        frame = self._frame(given, left.high - rest + 1, of_three=rest + len(given) == 3)
        for finishing in range(rest + 1):
            changes = rest - finishing
            high = left.high - changes
            if finishing > 1 and (given or changes):
                high = min(high, COMMON + finishing - 1)
            for group in self._finished(given, finishing, high):
                yield from self._walked(frame, group, changes, left, given)

    def _frame(self, given: Combination, high: int, *, of_three: bool) -> Frame:
        """The frame with changes up to this cost."""
        key = (of_three, high, *map(id, given))
        if key not in self._frames:
            frame = Frame(self._case.sent, given, self._affordable(high, of_three=of_three), self._memory)
            if len(given) > 1:
                return frame
            self._frames[key] = frame
        return self._frames[key]

    def _affordable(self, high: int, *, of_three: bool) -> Changes:
        """The changes up to this cost; of three at once, what programs write in place of a value costs more."""
        known = high, of_three
        if known not in self._places:
            changes: Iterable[Change] = self._points if high < VALUES else self._changes
            if of_three:
                changes = sorted(map(_of_three, changes), key=lambda one: one.cost)
            self._places[known] = by_place(change for change in changes if change.cost <= high)
        return self._places[known]

    @cached_property
    def _places(self) -> dict[tuple[int, bool], Changes]:
        return {}

    def _finished(self, given: Combination, count: int, high: int) -> Iterator[Group]:
        """Ways to finish in groups: so many deviations, none that begins above this cost."""
        keyed = tuple(one for one in given if not endings.ENDING.isdisjoint(one.recipe) or one.key is not None)
        which = (count, *map(id, keyed))
        if which not in self._groups:
            rows = _fitting(self._finishes, count, min(FINISHED[count], COMMON * count if keyed else DEAREST))
            groups = endings.grouped((row for row in rows if _together((*keyed, *row))), self._case.client_key, keyed)
            self._groups[which] = sorted(groups, key=lambda group: group.costs[0])
        yield from takewhile(lambda group: group.costs[0] <= high, self._groups[which])
        if count and not keyed and high >= VALUES + count - 1:
            if count not in self._key_groups:
                self._key_groups[count] = self._with_keys(count)
            yield from (group for group in self._key_groups[count] if group.costs[0] <= high)

    def _with_keys(self, count: int) -> list[Group]:
        """Other forms of the key, after at most one other way to join it."""
        joins: list[Combination] = [()] if count == 1 else []
        if count == 2:
            joins = [(one,) for one in self._finishes if one.key is None and one.cost <= COMMON]
        key, keys = self._case.client_key, self._forms[1]
        return [endings.with_keys(join, keys, key) for join in joins if keys and endings.takes_keys(join)]

    def _unframed(self, given: Combination, rest: int, left: Band) -> Iterator[Hit]:
        """Texts that have to be made one by one, with at most one change of a known cause."""
        yield from self._whole(given, self._finished(given, rest, left.high), left)
        if rest == 0:
            return
        for change in self._points[: bisect_right(self._points, left.high - rest + 1, key=lambda one: one.cost)]:
            source = change.source
            if isinstance(source, Deviation) and _together((*given, source)):
                if self._cancelled():
                    return
                groups = self._finished(given, rest - 1, left.high - change.cost)
                yield from self._whole((*given, source), groups, left.less(change.cost))

    def _whole(self, given: Combination, groups: Iterable[Group], left: Band) -> Iterator[Hit]:
        text = joined(recipe_of(given), pairs_of(given, self._case.sent))
        whole = Whole(given, text, self._memory)
        for group in groups:
            yield from self._walked(whole, group, 0, left, given)

    def _walked(self, frame: Frame | Whole, group: Group, count: int, band: Band, given: Combination) -> Iterator[Hit]:
        """Those hits which the recipe of all together confirms."""
        walk = Walk(frame, group, self._trial, self._case.sign_type, self._cancelled)
        for changes, finishes, digest in walk.hits(count, band):
            told = (*given, *map(self._told, (*(change.source for change in changes), *finishes)))
            if _together(told) and digest == self._digest(told):
                yield told, digest

    def _told(self, source: Deviation | Form | KeyForm) -> Deviation:
        match source:
            case Deviation():
                return source
            case Form():
                return source.told(self._case)
            case KeyForm():
                return source.told()

    def _digest(self, told: Combination) -> str:
        case, recipe = self._case, recipe_of(told)
        text = joined(recipe, pairs_of(told, case.sent))
        if all(one.joins for one in told):
            return self._official(text)
        return finisher(recipe, key_of(told, case.client_key), case.sign_type)(text)

    @cached_property
    def _official(self) -> Callable[[str], str]:
        return finisher(OFFICIAL, self._case.client_key, self._case.sign_type)


def _of_three(change: Change) -> Change:
    return change if isinstance(change.source, Deviation) else change._replace(cost=change.cost + 1)


def _fitting(known: Sequence[Deviation], count: int, room: int) -> Iterator[Combination]:
    """So many of these at once that do not speak of the same, of this cost at most; they are sorted by cost."""
    if count == 0:
        yield ()
        return
    for at, one in enumerate(known):
        if one.cost * count > room:
            return
        for others in _fitting(known[at + 1 :], count - 1, room - one.cost):
            if all(compatible(one, other) for other in others):
                yield (one, *others)


def _together(given: Combination) -> bool:
    """Whether all can be true at once."""
    return all(compatible(one, other) for one, other in combinations(given, 2))
