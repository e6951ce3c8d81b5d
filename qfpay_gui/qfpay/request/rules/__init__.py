"""What can be noticed about a draft before it is sent: one small rule a thing, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.rules import closing as undoing
from qfpay_gui.qfpay.request.rules import existing_order as orders
from qfpay_gui.qfpay.request.rules import fields, merchant, names, query, refund, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.rules.subject import Subject


def check(subject: Subject) -> tuple[Finding, ...]:
    """Every finding about the request, the worst first; in the order of the form where equal."""
    return tuple(sorted(_all(subject), key=lambda finding: -finding.severity))


def _all(subject: Subject) -> Iterator[Finding]:
    for rule in _RULES:
        yield from rule(subject)


_RULES = (
    fields.check,
    values.check,
    names.check,
    query.check,
    orders.check,
    refund.check,
    undoing.check,
    merchant.check,
)
