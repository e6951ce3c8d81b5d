"""Compares what came back with what was expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.suite import Expectation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Checked:
    """An expectation, what was seen in its place ("" for nothing), and whether it is met."""

    expectation: Expectation
    seen: str
    passed: bool


USUAL = Expectation("respcd", "equal", "0000")
"""What is expected of a request where nothing is said."""
ARRIVAL = Expectation("notification", "equal", "arrived")
"""What is expected of a notification where nothing is said."""


def judge(expected: Iterable[Expectation], seen: Mapping[str, str], usual: Expectation = USUAL) -> tuple[Checked, ...]:
    """Each expectation with what was seen; without any, the usual one."""
    wanted = tuple(expected) or (usual,)
    return tuple(Checked(one, seen.get(one.member, ""), _is_met(one, seen)) for one in wanted)


def _is_met(one: Expectation, seen: Mapping[str, str]) -> bool:
    found = seen.get(one.member)
    if one.how == "present":
        return (found is not None) == (one.wanted == "yes")
    if found is None:
        return False
    match one.how:
        case "equal":
            return found == one.wanted
        case "match":
            return re.fullmatch(one.wanted, found) is not None
        case "most":
            return _number(found) <= float(one.wanted)


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return float("inf")
