"""The register of claims: where a sentence about the API comes from, how certain it is, and which edition differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator


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

    def is_before(self, other: Source) -> bool:
        """Whether both are editions of QFPay's and this is the older one; a month is not before a day of it."""
        if not all(one.title.template.startswith("QFPay:") for one in (self, other)):
            return False
        length = min(len(self.date), len(other.date))
        return self.date[:length] < other.date[:length]


@dataclass(frozen=True)
class Contradiction:
    """What another source says instead."""

    source: Source
    says: Text


@dataclass(frozen=True)
class Claim:
    """What is known about one sentence; ``id`` is stable and begins with the kind, such as ``respcd.1108``.

    ``sentences`` are those it stands for where they have no name of their own, as a parameter or a finding has.
    """

    id: str
    certainty: Certainty
    source: Source
    contradicted_by: tuple[Contradiction, ...] = ()
    sentences: tuple[Text, ...] = ()

    @property
    def kind(self) -> str:
        """What the sentence is about: ``parameter``, ``rule``, ``respcd`` and so on."""
        return self.id.partition(".")[0]


@cache
def find_claim(claim_id: str) -> Claim | None:
    """The entry of this id; None where there is none, as for a finding that an older version kept."""
    row = _rows().get(claim_id)
    return _claim(row) if row is not None else None


def claims_about(*sentences: Text | None) -> tuple[Claim, ...]:
    """What is known about these sentences and those filled into them, each once, in the order they are read."""
    said = (one for sentence in sentences if sentence is not None for one in _parts(sentence))
    ids = (_by_sentence().get((one.context, one.template), "") for one in said)
    return tuple(claim for claim_id in dict.fromkeys(ids) if (claim := find_claim(claim_id)) is not None)


def claims() -> tuple[Claim, ...]:
    """The whole register, in its order."""
    return tuple(map(_claim, _rows().values()))


@cache
def _rows() -> dict[str, dict[str, Any]]:
    """The entries as written: one is read at first use, for there are many and a window shows few."""
    rows = read_json("data/claims.json")["claims"]
    found = {row["id"]: row for row in rows}
    if len(found) != len(rows):
        raise ValueError("claims: an id stands twice")
    return found


@cache
def _by_sentence() -> dict[tuple[str, str], str]:
    """The ids by context and English: what an entry names, and what the tables say about a respcd."""
    known = {(said.context, said.template): claim_id for claim_id, row in _rows().items() for said in _sentences(row)}
    known |= {("respcd", row["meaning"]): f"respcd.{row['code']}" for row in read_json("data/respcd.json")}
    told = (row for row in read_json("data/respcd_calls.json") if "claim" in row)
    return {("Verdict", row.get("meaning") or row["next"]): row["claim"] for row in told} | known


def _parts(sentence: Text) -> Iterator[Text]:
    """The sentence and every one that is filled into it."""
    yield sentence
    for _name, value in sentence.values:
        if isinstance(value, Text):
            yield from _parts(value)


def _claim(row: dict[str, Any]) -> Claim:
    against = (
        Contradiction(_source(one["source"]), Text("Claims", one["says"])) for one in row.get("contradicted_by", ())
    )
    return Claim(row["id"], Certainty(row["certainty"]), _source(row["source"]), tuple(against), tuple(_sentences(row)))


def _sentences(row: dict[str, Any]) -> Iterator[Text]:
    return (Text(context, one) for context, said in row.get("sentences", {}).items() for one in said)


@cache
def _source(key: str) -> Source:
    row = read_json("data/claims.json")["sources"][key]
    return Source(Text("Claims", row["title"]), row["edition"], row["date"])
