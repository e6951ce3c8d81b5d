"""Searches for inputs that break a reader: what reaches new lines, or a line more often, is kept and mutated again."""

from __future__ import annotations

import random
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import qfpay_gui
from tests.fuzz.mutation import Mutator
from tests.fuzz.tracing import Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fuzz.targets import Target

_PRODUCT = str(Path(qfpay_gui.__file__).parent)
_TRIES_TO_SHORTEN = 400


class TooManyStepsError(AssertionError):
    """An input takes more steps than its size accounts for."""


@dataclass(frozen=True)
class Crash:
    """An input that breaks the reader, as short as it could be made, and how."""

    data: bytes = field(repr=False)
    kind: str
    place: str
    trace: str = field(repr=False)


@dataclass
class Report:
    """What a search came to. ``steps_a_byte`` is the most that was taken beyond what any input may."""

    runs: int = 0
    features: set[Any] = field(default_factory=set)
    corpus: list[bytes] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    steps_a_byte: float = 0.0


class Fuzzer:
    """One search with one target; equal seeds find equal things."""

    def __init__(self, target: Target, seed: int = 0) -> None:
        self._target, self._chance = target, random.Random(seed)  # noqa: S311 - chance, no secret
        self._mutator = Mutator(self._chance, target.tokens, target.most)
        self._known: set[tuple[str, str]] = set()
        self.report = Report()

    def run(self, *, runs: float = float("inf"), seconds: float = float("inf")) -> Report:
        """Try the seeds, then what can be made of them, until either bound is reached."""
        ends = time.monotonic() + seconds
        for data in self._inputs():
            if self.report.runs >= runs or time.monotonic() >= ends:
                break
            self._try(data)
        return self.report

    def _inputs(self) -> Iterator[bytes]:
        seeds = self._target.seeds()
        self._chance.shuffle(seeds)
        yield from (seed[: self._target.most] for seed in seeds)
        corpus = self.report.corpus or [b""]
        while True:
            # What was found last is tried more often than its share.
            one = corpus[-1 - int(len(corpus) * self._chance.random() ** 2)]
            yield self._mutator.mutated(one, self._chance.choice(corpus))

    def _try(self, data: bytes) -> None:
        self.report.runs += 1
        trace, error = self._traced(data)
        if error is not None:
            self._note(data, error)
        elif new := trace.features - self.report.features:
            self.report.features |= new
            self.report.corpus.append(data)

    def _traced(self, data: bytes) -> tuple[Trace, Exception | None]:
        trace = Trace()
        try:
            with trace.open():
                self._target.read(data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            return trace, error
        a_byte = (trace.steps - self._target.steps) / max(len(data), 1)
        if a_byte > self._target.steps_a_byte:
            return trace, TooManyStepsError(f"{trace.steps:,} steps for {len(data):,} bytes")
        self.report.steps_a_byte = max(a_byte, self.report.steps_a_byte)
        return trace, None

    def _note(self, data: bytes, error: Exception) -> None:
        found = identity(error)
        if found in self._known:
            return
        self._known.add(found)
        short = shortened(data, lambda other: _breaks(self._traced(other)[1], found))
        last = self._traced(short)[1] or error
        self.report.crashes.append(Crash(short, *found, "".join(traceback.format_exception(last))))


def identity(error: Exception) -> tuple[str, str]:
    """What is broken and where: the innermost place of the product, or of whatever raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__, ""
    inner = next((one for one in reversed(frames) if one.filename.startswith(_PRODUCT)), frames[-1])
    return type(error).__name__, f"{Path(inner.filename).name}:{inner.lineno}"


def _breaks(error: Exception | None, like: tuple[str, str]) -> bool:
    return error is not None and identity(error) == like


def shortened(data: bytes, breaks: Callable[[bytes], bool]) -> bytes:
    """The input without what is not needed to break it: all of it, halves, quarters, down to single bytes."""
    size, tries = len(data), _TRIES_TO_SHORTEN
    while size and tries:
        at = 0
        while at < len(data) and tries:
            tries -= 1
            without = data[:at] + data[at + size :]
            if breaks(without):
                data = without
            else:
                at += size
        size //= 2
    return data
