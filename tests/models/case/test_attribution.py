from __future__ import annotations

from qfpay_gui.diagnosis.importing.corrections import Correction
from qfpay_gui.diagnosis.importing.places import PARAMETER
from qfpay_gui.models.case.attribution import Attribution
from qfpay_gui.models.case.reading import Reading, read_paste
from tests.models.case.case_samples import PAIRS, RIGHT, curl


def begun(source: str) -> tuple[Attribution, list[int]]:
    """An attribution of this paste, and a list that grows with each change."""
    attribution, changes = Attribution(), list[int]()
    attribution.changed.connect(lambda: changes.append(1))
    attribution.present(read_paste(source))
    return attribution, changes


def txamt(attribution: Attribution) -> Correction:
    """The amount is said to be something else."""
    seen = attribution.seen
    assert seen is not None
    place = next(one for one in seen.places if one.name == "txamt")
    return Correction(place.start, place.end, PARAMETER, "txzone")


def test_a_correction_is_read_and_taken_back() -> None:
    """Step by step, until nothing is left to take back."""
    attribution, changes = begun(curl(RIGHT))
    first = attribution.seen
    attribution.correct(txamt(attribution))
    assert attribution.seen is not None
    assert attribution.seen.request.params["txzone"] == "300"
    assert attribution.can_undo
    attribution.undo()
    attribution.undo()
    assert attribution.seen == first
    assert not attribution.can_undo
    assert len(changes) == 3


def test_a_correction_that_changes_nothing_is_none() -> None:
    """There is nothing to take back."""
    attribution, changes = begun(curl(RIGHT))
    attribution.correct(txamt(attribution)._replace(name="txamt"))
    once = len(changes)
    attribution.correct(txamt(attribution)._replace(name="txamt"))
    assert len(changes) == once


def test_each_request_has_its_own_corrections() -> None:
    """They are still there when it is chosen again."""
    other = tuple((name, {"out_trade_no": "SO2"}.get(name, value)) for name, value in PAIRS)
    attribution, _ = begun(f"{curl(RIGHT)}\n\n{curl('B' * 32, other)}")
    attribution.correct(txamt(attribution))
    attribution.choose(1)
    assert attribution.seen is not None
    assert attribution.seen.request.signature == "B" * 32
    assert not attribution.can_undo
    attribution.choose(0)
    assert attribution.can_undo


def test_nothing_found_is_nothing_to_correct() -> None:
    """And a forgotten text is not there any more."""
    attribution, _ = begun("hello")
    attribution.correct(Correction(0, 5, "signature"))
    assert attribution.seen is None
    attribution.present(Reading(()))
    attribution.present(read_paste(curl(RIGHT)))
    attribution.stop()
    assert attribution.seen is None
    assert attribution.source == ""
