"""The search for inputs that break a reader finds what there is to find, and a short one finds nothing here."""

from __future__ import annotations

import json

import pytest

from tests.fuzz.engine import Fuzzer, shortened
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.tracing import Trace

RUNS = 15


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_search_finds_nothing(name: str) -> None:
    """Seeds first, then what is made of them; ``tests/fuzz/run.py`` takes as long as it is told."""
    report = Fuzzer(TARGETS[name], seed=1).run(runs=RUNS)
    assert report.runs == RUNS
    assert len(report.features) > 100
    assert [(crash.data, crash.trace) for crash in report.crashes] == []


def test_what_breaks_a_reader_is_found_and_made_short() -> None:
    """A fault behind two conditions, each of which is a line of its own; it is told once."""

    def read(data: bytes) -> None:
        from qfpay_gui.qfpay.json_reading import read_json  # noqa: PLC0415 - to be within reach of the tracing

        read_json(data.decode("latin-1"))
        if data.count(b"}") > 2:
            raise ValueError(data)

    target = Target("planted", read, lambda: [json.dumps({"a": {"b": 1}}).encode()], (b"}", b"{"))
    report = Fuzzer(target).run(runs=300)
    assert [(crash.kind, crash.data) for crash in report.crashes] == [("ValueError", b"}}}")]
    assert "ValueError" in report.crashes[0].trace


def test_equal_seeds_make_equal_inputs() -> None:
    """So that a finding comes back."""
    one, same, other = (Fuzzer(TARGETS["proof"], seed=seed).run(runs=60).corpus for seed in (1, 1, 2))
    assert one == same != other


def test_steps_are_counted_and_bounded() -> None:
    """Twice the work is twice the steps; more than the size accounts for is a finding."""
    steps = []
    for times in (1, 2):
        trace = Trace()
        with trace.open():
            for _time in range(times):
                TARGETS["proof"].read(b'{"format": "QFPay Tester proof"}')
        steps.append(trace.steps)
    assert steps[1] == 2 * steps[0] > 0
    strict = Target("strict", TARGETS["proof"].read, TARGETS["proof"].seeds, (), steps=0, steps_a_byte=0.001)
    assert [crash.kind for crash in Fuzzer(strict).run(runs=1).crashes] == ["TooManyStepsError"]


def test_nothing_that_is_needed_is_cut_away() -> None:
    """Down to the last byte, wherever it stands."""
    assert shortened(b"..a....b" * 9 + b"c", lambda data: b"a" in data and data.endswith(b"c")) == b"ac"
    assert shortened(b"xyz", lambda data: not data) == b""
    assert shortened(b"xyz", lambda _data: False) == b"xyz"
