"""The register of claims: where a sentence about the API comes from, how certain it is, and which edition differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json


class Certainty(Enum):
    """How a claim is known, from the surest to what is only advised."""

    DOCUMENTED = "documented"
    SAMPLE = "sample"
    THIRD_PARTY = "third party"
    OPEN = "open"
    OWN = "our advice"


@dataclass(frozen=True)
class Source:
    """A document with its edition and the date of it: ``2026``, ``2026-04`` or ``2026-04-30``."""

    title: Text
    edition: str
    date: str


@dataclass(frozen=True)
class Contradiction:
    """What another source says instead."""

    source: Source
    says: Text


@dataclass(frozen=True)
class Claim:
    """What is known about one sentence; ``id`` is stable and begins with the kind, such as ``respcd.1108``."""

    id: str
    certainty: Certainty
    source: Source
    contradicted_by: tuple[Contradiction, ...] = ()

    @property
    def kind(self) -> str:
        """What the sentence is about: ``parameter``, ``rule``, ``respcd`` and so on."""
        return self.id.partition(".")[0]


def find_claim(claim_id: str) -> Claim | None:
    """The entry of this id; None where there is none, as for a finding that an older version kept."""
    return _by_id().get(claim_id)


def claims() -> tuple[Claim, ...]:
    """The whole register, in its order."""
    return tuple(_by_id().values())


@cache
def _by_id() -> dict[str, Claim]:
    register = read_json("data/claims.json")
    sources = {key: _source(row) for key, row in register["sources"].items()}
    found = {row["id"]: _claim(row, sources) for row in register["claims"]}
    if len(found) != len(register["claims"]):
        raise ValueError("claims: an id stands twice")
    return found


def _source(row: dict[str, str]) -> Source:
    return Source(Text("Claims", row["title"]), row["edition"], row["date"])


def _claim(row: dict[str, Any], sources: dict[str, Source]) -> Claim:
    against = (
        Contradiction(sources[one["source"]], Text("Claims", one["says"])) for one in row.get("contradicted_by", ())
    )
    return Claim(row["id"], Certainty(row["certainty"]), sources[row["source"]], tuple(against))
