"""``${pay.syssn}``: values of earlier steps and of the row of a table, put into later ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.suite.suite import Step, Suite

_VARIABLE = re.compile(r"\$\{([^{}]*)\}")


_NO_VALUE = text("Suites", "{variable} has no value: no earlier step received it.")
_NO_CELL = text("Suites", "{variable} has no value: no table with such a column was chosen.")
_ROW = "row."


class UnknownVariableError(Exception):
    """A variable that has no value; ``text`` names it."""

    def __init__(self, name: str) -> None:
        self.text = (_NO_CELL if name.startswith(_ROW) else _NO_VALUE).fill(variable=f"${{{name}}}")
        super().__init__(str(self.text))


def filled(step: Step, known: Mapping[str, str]) -> Step:
    """The step with every variable replaced; raises UnknownVariableError."""
    return replace(
        step,
        values=tuple((name, _filled(value, known)) for name, value in step.values),
        order=_filled(step.order, known),
        notification=_filled(step.notification, known),
        expected=tuple(replace(one, wanted=_filled(one.wanted, known)) for one in step.expected),
    )


def columns(suite: Suite) -> frozenset[str]:
    """The titles of the table that the suite takes cells of."""
    written = [
        part
        for step in suite.steps
        for part in (*(value for _name, value in step.values), step.order, step.notification, *_wanted(step))
    ]
    names = (name for part in written for name in _VARIABLE.findall(part))
    return frozenset(name.removeprefix(_ROW) for name in names if name.startswith(_ROW))


def _wanted(step: Step) -> list[str]:
    return [one.wanted for one in step.expected]


def _filled(written: str, known: Mapping[str, str]) -> str:
    """Values are put in as they are, once: one that looks like a variable stays."""

    def value(found: re.Match[str]) -> str:
        if found[1] not in known:
            raise UnknownVariableError(found[1])
        return known[found[1]]

    return _VARIABLE.sub(value, written)
