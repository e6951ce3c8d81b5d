"""A finding: something a person should know about a request or a reply. It never forbids."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qfpay_gui.qfpay.text import Text


class Severity(IntEnum):
    """How much a finding matters; higher is worse."""

    OK = 0
    NOTE = 1
    ATTENTION = 2
    WRONG = 3


@dataclass(frozen=True)
class Finding:
    """What is noticed, at which field, by which rule, and the way out.

    ``code`` is stable and kebab-case; ``field`` is a wire name such as ``txamt`` or ""
    for the whole request; ``headline`` fits one line beside the field; ``detail`` gives
    the rule and the way out. Where the rule comes from, the register says under ``claim``.
    """

    code: str
    severity: Severity
    field: str
    headline: Text
    detail: Text

    @property
    def claim(self) -> str:
        """The id of its entry in the register of claims."""
        return f"rule.{self.code}"


def breaking(findings: Iterable[Finding], names: Collection[str]) -> tuple[Finding, ...]:
    """Those about a parameter of these names that break a payment, the worst first."""
    found = (one for one in findings if one.severity >= Severity.ATTENTION and one.field in names)
    return tuple(sorted(found, key=lambda one: -one.severity))


def worst(findings: tuple[Finding, ...]) -> Severity:
    """The highest severity among the findings; OK where there are none."""
    return max((finding.severity for finding in findings), default=Severity.OK)
