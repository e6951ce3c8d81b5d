"""The search for the smallest sets of deviations that yield a digest."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import Catalogue, catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.endings import Band
from qfpay_gui.diagnosis.doctor.hashing import Trial
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.probe import Probe
from qfpay_gui.diagnosis.doctor.sets import DEAREST, Hit, Sets
from qfpay_gui.diagnosis.doctor.sweeps import SWEEPS, key_forms, key_slips, value_forms
from qfpay_gui.qfpay.signing.recipe import DIGESTS, OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm

DEAR = 4
"""The cost from which on a known cause waits for what a family may say."""


class Stage(NamedTuple):
    """What is looked for at once: sets of this many, within a band of costs.

    ``swept`` asks the families that are too large to be combined.
    """

    size: int
    band: Band
    swept: bool = False

    def leaves(self, spent: int, stage: Stage) -> bool:
        """Whether it is tried at another stage beside what costs so much: less dear than alone."""
        return not self.swept and (self.size < 2 or self.band.high + spent < stage.band.high)


ALL = Band(-1, 99)
STAGES = (
    Stage(0, ALL),
    Stage(1, ALL),
    Stage(2, Band(0, 3)),
    Stage(2, Band(3, 4)),
    Stage(2, Band(4, 5)),
    Stage(1, ALL, swept=True),
    Stage(2, Band(5, DEAREST)),
    Stage(3, Band(0, 5)),
    Stage(3, Band(5, DEAREST)),
)
"""In the order in which they are looked for."""


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
        self._hits: dict[Stage, list[Hit]] = {}
        self._trial = Trial(wanted)
        self._others = 0

    @property
    def tried(self) -> int:
        """Candidates whose digest was compared with those looked for."""
        return self._trial.tried + self._others

    def at(self, stage: Stage, size: int, spent: int = 0) -> list[Hit]:
        """Sets of this many: at their own size what the stage says, below it all that stages before it say.

        ``spent`` is the cost of what was found besides; sets that cost too much with it are left out, and so is what
        was swept. What was asked before is not tried again.
        """
        before = STAGES[: STAGES.index(stage)]
        stages = [stage] if size == stage.size else [one for one in before if one.size == size]
        return [hit for one in stages if not spent or one.leaves(spent, stage) for hit in self._known(one)]

    def _known(self, stage: Stage) -> list[Hit]:
        if stage not in self._hits:
            self._hits[stage] = list(self._of(stage))
        return self._hits[stage]

    def _of(self, stage: Stage) -> Iterator[Hit]:
        match stage.size:
            case 0:
                yield from self._try(())
            case 1:
                yield from self._first_sweep() if stage.swept else self._singles()
            case _:
                yield from self._sets.hits(stage.size, stage.band)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue(self._case, frozenset(len(digest) for digest in self._wanted), self._body)

    @cached_property
    def _forms(self) -> tuple[list[Form], list[KeyForm]]:
        return list(value_forms(self._case)), list(key_forms(self._case))

    @cached_property
    def _sets(self) -> Sets:
        return Sets(self._case, self._catalogue, lambda: self._forms, self._trial, self._cancelled)

    @cached_property
    def _text(self) -> str:
        return joined(OFFICIAL, self._case.sent)

    @cached_property
    def _official(self) -> Callable[[str], str]:
        return finisher(OFFICIAL, self._case.client_key, self._case.sign_type)

    def _try(self, combination: Combination) -> Iterator[Hit]:
        """The general way: run the recipe that the deviations make."""
        case = self._case
        recipe = recipe_of(combination)
        finish = finisher(recipe, key_of(combination, case.client_key), case.sign_type)
        yield from self._found(combination, finish(joined(recipe, pairs_of(combination, case.sent))))

    def _found(self, combination: Combination, digest: str) -> Iterator[Hit]:
        self._others += 1
        if digest in self._wanted:
            yield combination, digest

    def _singles(self) -> Iterator[Hit]:
        """The known first; forms of a value or the key only where none of those is plausible."""
        plausible = False
        for combination, digest in self._known_singles():
            plausible |= combination[0].cost < DEAR
            yield combination, digest
        if not plausible:
            yield from self._formed()

    def _formed(self) -> Iterator[Hit]:
        """Every form of a value and of the key."""
        probe = Probe(self._case, self._trial, self._cancelled)
        if not probe.is_possible:
            return
        values, keys = self._forms
        for index, group in groupby(values, key=lambda form: form.at):
            forms = list(group)
            for at in probe.values(index, [form.written for form in forms]):
                yield (forms[at].told(self._case),), probe.found
        for key_form in (*keys, *key_slips(self._case)):
            if probe.key(key_form.written.encode()):
                yield (key_form.told(),), probe.found

    def _first_sweep(self) -> Iterator[Hit]:
        """Hits of the first family that has one."""
        probe = Probe(self._case, self._trial, self._cancelled)
        for sweep in SWEEPS if probe.is_possible else ():
            hits: list[Hit] = [((deviation,), probe.found) for deviation in sweep(self._case, probe)]
            yield from hits
            if hits or self._cancelled():
                return

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
