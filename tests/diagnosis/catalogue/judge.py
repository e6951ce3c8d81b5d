"""What the doctor's answer to one entry of the catalogue is worth: right, missed or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.diagnosis import diagnose
from tests.diagnosis.catalogue.recompute import as_hashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.diagnosis.catalogue.entries import Entry


class Diagnosis(Protocol):
    """What every answer of the doctor promises to carry."""

    @property
    def deviations(self) -> Sequence[str]: ...  # noqa: D102 - named by the class
    @property
    def explanation(self) -> object: ...  # noqa: D102 - named by the class
    @property
    def signing_string(self) -> str: ...  # noqa: D102 - named by the class


class Outcome(Enum):
    """Right: the cause is named, or silence where there is none. Wrong: another cause is named."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True)
class Verdict:
    """The outcome for one entry, with the reason in words for whoever has to repair it."""

    entry: Entry
    outcome: Outcome
    reason: str = ""


def answers(entry: Entry) -> Sequence[Diagnosis]:
    """What the doctor says to the entry, given what a support engineer would know."""
    return diagnose(
        entry.params,
        entry.client_key,
        entry.signature,
        entry.sign_type,
        app_code=entry.app_code,
        other_keys=entry.other_keys,
        unsent=entry.unsent,
        body=entry.body,
    )


def _spoken(diagnosis: Diagnosis) -> str:
    """The diagnosis on one line: its ids and its words."""
    return f"{list(diagnosis.deviations)}: {diagnosis.explanation}"


def _shortest(found: Sequence[Diagnosis]) -> list[Diagnosis]:
    fewest = min(len(one.deviations) for one in found)
    return [one for one in found if len(one.deviations) == fewest]


def _mistake(entry: Entry, found: Sequence[Diagnosis]) -> Verdict:
    if not found:
        return Verdict(entry, Outcome.RIGHT if entry.may_be_empty else Outcome.MISSED, "no diagnosis")
    shortest = _shortest(found)
    signed = {text for string in entry.signing_strings for text in as_hashed(string, entry.hashed)}
    exact = [one for one in shortest if one.signing_string in signed]
    if any(entry.named_by(str(one.explanation)) for one in exact):
        return Verdict(entry, Outcome.RIGHT)
    reason = "the string is right, the words do not name the cause" if exact else "another signing string"
    return Verdict(entry, Outcome.WRONG, f"{reason}: " + " | ".join(map(_spoken, shortest[:3])))


def _silent(entry: Entry, found: Sequence[Diagnosis]) -> Verdict:
    """Silence is right; a remark on the letter case of a good signature is allowed."""
    if entry.kind == "well" and all(_only_letter_case(one) for one in found[:1]):
        return Verdict(entry, Outcome.RIGHT)
    if found:
        return Verdict(entry, Outcome.WRONG, _spoken(found[0]))
    return Verdict(entry, Outcome.RIGHT)


def _only_letter_case(one: Diagnosis) -> bool:
    return all(re.search(r"lower|upper|case|letter", name) for name in one.deviations)


def judge(entry: Entry, found: Sequence[Diagnosis]) -> Verdict:
    """The verdict on what the doctor found for this entry."""
    return _mistake(entry, found) if entry.kind in {"single", "double", "triple"} else _silent(entry, found)


def share(verdicts: Iterable[Verdict], outcome: Outcome) -> float:
    """How much of the verdicts has this outcome, between 0 and 1; 0 where there are none."""
    outcomes = [verdict.outcome for verdict in verdicts]
    return outcomes.count(outcome) / len(outcomes) if outcomes else 0.0
