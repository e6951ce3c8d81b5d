"""Sets of deviations by rising cost: framings, parameters that differ within them, and ways to finish the text."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, partial
from itertools import combinations, takewhile
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor import endings
from qfpay_gui.diagnosis.doctor.catalogue import key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.changes import Changes, change_of, form_change, writing_of
from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation, compatible
from qfpay_gui.diagnosis.doctor.frames import Frame, Whole, has_frame
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.styles import Memory
from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm, ranked
from qfpay_gui.diagnosis.doctor.walk import Walk
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.catalogue import Catalogue
    from qfpay_gui.diagnosis.doctor.changes import Change
    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.endings import Band, Group
    from qfpay_gui.diagnosis.doctor.hashing import Trial

DEAREST = 6
"""The largest sum of costs of two or three deviations: rare things rarely happen to one merchant at once."""
VALUES = 4
"""The least cost of what programs write in place of a value or of the key."""
COMMON = 2
"""The cost up to which a cause is met often enough to be one of several."""
FINISHED = (DEAREST, DEAREST, 5, 4)
"""The same, by how many of them are ways to finish."""
FRAMED = {2: (0, DEAREST, DEAREST), 3: (0, 3, 4, 4)}
"""The largest sum of costs of framings, by size of the set and how many of it are framings: a program has one style."""
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
            left = band.less(sum(one.cost for one in given))
            if left.high < rest or (rest == 0 and left.low >= 0):
                continue
            search = self._framed if all(map(has_frame, given)) else self._unframed
            yield from search(given, rest, left)

    @cached_property
    def _forms(self) -> tuple[list[Form], list[KeyForm]]:
        values, keys = self._make_forms()
        return ranked(values), ranked(keys)

    @cached_property
    def _of_texts(self) -> list[tuple[Change | None, Deviation]]:
        return [(change_of(one.deviation, self._case.sent), one.deviation) for one in self._known.texts]

    @cached_property
    def _points(self) -> list[Change]:
        """Known causes that change one parameter each, the plausible first."""
        return sorted((change for change, _deviation in self._of_texts if change), key=_cost)

    @cached_property
    def _lone(self) -> dict[int, Change]:
        """Writings of all values that change the value of one parameter only, and what they do to it."""
        return {id(deviation): change for change, deviation in self._of_texts if change and deviation.recipe}

    @cached_property
    def _framings(self) -> list[Deviation]:
        """What changes more than one parameter or the way all are written."""
        texts = [deviation for change, deviation in self._of_texts if not change or deviation.recipe]
        finishes = [one.deviation for one in self._known.finishes if not endings.is_ending(one.deviation)]
        return sorted((*texts, *finishes, *self._known.mixed), key=_cost)

    @cached_property
    def _known_changes(self) -> Changes:
        """The points by place: what is tried where there are three causes."""
        return Changes(self._points, len(self._case.sent))

    @cached_property
    def _changes(self) -> Changes:
        """These too, and once they may be afforded what programs write in place of a value: tried with one more."""
        return Changes(self._points, len(self._case.sent))

    @cached_property
    def _written(self) -> None:
        """Adds what programs write in place of a value."""
        known = {(change.place, change.pair) for change in self._points}
        forms = (form_change(form, self._case.sent) for form in self._forms[0])
        self._changes.add(change for change in forms if (change.place, change.pair) not in known)

    @cached_property
    def _finishes(self) -> list[Deviation]:
        finishes = (one.deviation for one in self._known.finishes)
        return sorted((one for one in finishes if endings.is_ending(one)), key=lambda one: one.cost)

    def _given(self, size: int, high: int) -> Iterator[Combination]:
        """Framings that hold together, and leave room for the rest at the lowest costs."""
        for count, most in enumerate(FRAMED[size]):
            for given in _fitting(self._framings, count, min(most, high - (size - count))):
                if len({lone.place for lone in self._lone_in(given)}) < 2:
                    yield given

    def _lone_in(self, given: Combination) -> list[Change]:
        """Writings of one value among these; none where another takes its place, or is done to it before."""
        others = [one for one in given if id(one) not in self._lone]
        if any(one.edit is not UNEDITED or "cleaning" in one.recipe for one in others):
            return []
        return [self._lone[id(one)] for one in given if id(one) in self._lone]

    def _framed(self, given: Combination, rest: int, left: Band) -> Iterator[Hit]:
        """A writing that changes one value is a point: it is a framing only of other changes that it bears on."""
        lone = self._lone_in(given)
        only = lone[0] if len(lone) == 1 else None
        if rest == 0:
            yield from self._all_framings(given) if only is None else ()
            return
        for finishing in range(rest if only else rest + 1):
            changes = rest - finishing
            high = left.high - changes
            if finishing > 1 and (given or changes):
                high = min(high, COMMON + finishing - 1)
            frame = self._frame(given, left.high - rest + 1, only if changes == 1 else None, rest + len(given))
            for group in self._finished(given, finishing, high):
                yield from self._walked(frame, group, changes, left, given)

    def _all_framings(self, given: Combination) -> Iterator[Hit]:
        self._trial.tried += 1
        digest = self._digest(given)
        if digest in self._trial.digests:
            yield given, digest

    def _frame(self, given: Combination, high: int, only: Change | None, size: int) -> Frame:
        """The frame with changes up to this cost; with those only that such a writing bears on."""
        key = (size, bool(only), *map(id, given))
        if high >= VALUES and size < 3:
            _added = self._written
        if key not in self._frames:
            changes = self._known_changes if size == 3 else self._changes
            bears = partial(_bears, only) if only else None
            self._frames[key] = Frame(self._case.sent, given, changes, self._memory, bears)
        return self._frames[key]

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
        """Texts that have to be made one by one, with at most one change of a known cause, or two framings."""
        if self._lone_in(given):
            return
        yield from self._whole(given, self._finished(given, rest, left.high), left)
        if rest == 0 or len(given) > 1:
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
        if not group.is_within(count, band):
            return
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


def _cost(one: Change | Deviation) -> int:
    return one.cost


def _bears(lone: Change, change: Change) -> bool:
    """Whether the writing that makes this change bears on another one: at its place, or by what is signed there."""
    if change.place == lone.place or change.pair is None or not isinstance(lone.source, Deviation):
        return change.place == lone.place
    return writing_of(lone.source)(change.pair[1]) != change.pair[1]


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
