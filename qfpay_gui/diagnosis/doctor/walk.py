"""All ways to change so many parameters of one frame, each finished in every way of one group."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.doctor.changes import Change
    from qfpay_gui.diagnosis.doctor.endings import Band, Finish, Group
    from qfpay_gui.diagnosis.doctor.frames import Frame, Whole
    from qfpay_gui.diagnosis.doctor.hashing import State, Trial


Found = tuple[tuple["Change", ...], tuple["Finish", ...], str]
"""Changes and finishes that yield a digest looked for, and that digest."""


class _Taken(NamedTuple):
    """What a state has taken in of the frame's text: up to a place, and whether anything at all.

    ``spot`` is the first one that comes after it.
    """

    state: State
    place: int
    spot: int
    started: bool


class Walk:
    """Goes from spot to spot with the state of all that stands before, and leaves a copy at each change."""

    def __init__(
        self, frame: Frame | Whole, group: Group, trial: Trial, sign_type: str, cancelled: Callable[[], bool]
    ) -> None:
        self._frame = frame
        self._group = group
        self._trial = trial
        self._cancelled = cancelled
        self._start, self._wanted = trial.hashing(group.recipe, group.key, sign_type)

    def hits(self, count: int, band: Band) -> Iterator[Found]:
        """Everything within the band that yields a digest looked for, where one can be of this kind."""
        frame, costs = self._frame, self._group.costs
        within = slice(0 if count else bisect_right(costs, band.low), bisect_right(costs, band.high - count))
        if not self._wanted:
            return iter(())
        self._ends = self._group.ends(frame.style, within.stop)
        state = self._start()
        state.update(frame.style.mark + frame.style.key(self._group.before) + frame.lead)
        if count == 0:
            state.update(frame.text[frame.cut :])
            return self._ended(state, within)
        self._last = self._finished if within.stop == 1 else self._each_ended
        return self._from(count, band, _Taken(state, 0, 0, started=False), ())

    def _from(self, count: int, band: Band, taken: _Taken, chosen: tuple[Change, ...]) -> Iterator[Found]:
        if count == 1:
            return self._last(band, taken, chosen)
        return self._further(count, band, taken, chosen)

    def _further(self, count: int, band: Band, taken: _Taken, chosen: tuple[Change, ...]) -> Iterator[Found]:
        cut, spots = self._frame.cut, self._frame.spots
        high = band.high - count + 1 - self._group.costs[0]
        for at in range(taken.spot, len(spots) - count + 1):
            start, stop, _place, by_cost = spots[at]
            taken = self._up_to(start, taken)
            for cost in by_cost:
                if cost > high:
                    continue
                pieces, _tails, changes = self._frame.level(at, cost)
                left = band.less(cost)
                for piece, change in zip(pieces, changes, strict=True):
                    if self._cancelled():
                        return
                    state = taken.state.copy()
                    state.update(piece if taken.started else piece[cut:])
                    after = _Taken(state, stop, at + 1, started=taken.started or bool(piece))
                    yield from self._from(count - 1, left, after, (*chosen, change))

    def _up_to(self, place: int, taken: _Taken) -> _Taken:
        """The state after what stands before this place."""
        between = self._frame.text[taken.place : place]
        if not between:
            return taken
        taken.state.update(between if taken.started else between[self._frame.cut :])
        return _Taken(taken.state, place, taken.spot, started=True)

    def _finished(self, band: Band, taken: _Taken, chosen: tuple[Change, ...]) -> Iterator[Found]:
        """The last change, and the one end there is: the tightest loop of all."""
        wanted, text, cut, end = self._wanted, self._frame.text, self._frame.cut, self._ends[0]
        state, place, first, started = taken
        found, tried = [], 0
        for last, start, tails, changes in self._frame.rows(*band.less(self._group.costs[0])):
            if last < first:
                continue
            between = text[place:start]
            if between:
                state.update(between if started else between[cut:])
                place, started = start, True
            copy = state.copy
            tried += len(tails)
            for at, tail in enumerate(tails):
                one = copy()
                one.update((tail if started else tail[cut:]) + end)
                if one.digest() in wanted:
                    found.append((changes[at], end, one.digest()))
        self._trial.tried += tried
        return self._named(found, chosen)

    def _each_ended(self, band: Band, taken: _Taken, chosen: tuple[Change, ...]) -> Iterator[Found]:
        """The last change with each of the ends."""
        wanted, cut = self._wanted, self._frame.cut
        ends_of = [self._ends[band.less(cost).of(self._group.costs)] for cost in range(band.high + 1)]
        found, tried = [], 0
        for last, start, tails, changes in self._frame.rows(0, band.high - self._group.costs[0]):
            if last < taken.spot:
                continue
            taken = self._up_to(start, taken)
            for tail, change in zip(tails, changes, strict=True):
                ends = ends_of[change.cost]
                if not ends:
                    continue
                state = taken.state.copy()
                state.update(tail if taken.started else tail[cut:])
                copy = state.copy
                tried += len(ends)
                for end in ends:
                    one = copy()
                    one.update(end)
                    if one.digest() in wanted:
                        found.append((change, end, one.digest()))
        self._trial.tried += tried
        return self._named(found, chosen)

    def _named(self, found: list[tuple[Change, bytes, bytes | str]], chosen: tuple[Change, ...]) -> Iterator[Found]:
        """Among them a change of a spot that was passed already, where it shares a row: no set holds it twice."""
        for change, end, digest in found:
            told = digest if isinstance(digest, str) else digest.hex()
            for known, source in zip(self._ends, self._group.sources, strict=False):
                if known == end and change not in chosen:
                    yield (*chosen, change), source, told

    def _ended(self, state: State, rows: slice) -> Iterator[Found]:
        for which, digest in self._trial.hits(state, self._ends[rows], self._wanted):
            yield (), self._group.sources[rows][which], digest
