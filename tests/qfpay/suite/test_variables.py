from __future__ import annotations

import pytest

from qfpay_gui.qfpay.suite.suite import Expectation, Step
from qfpay_gui.qfpay.suite.variables import UnknownVariableError, filled

KNOWN = {"pay.syssn": "2026", "row.txamt": "300", "odd": "${pay.syssn}"}


def test_values_order_and_expectations_are_filled() -> None:
    """Also in the middle of a text, and twice."""
    step = Step(
        "s",
        values=(("a", "${pay.syssn}-${row.txamt}"), ("b", "plain $ {x}")),
        order="${pay.syssn}",
        expected=(Expectation("txamt", "equal", "${row.txamt}"),),
    )
    made = filled(step, KNOWN)
    assert made.values == (("a", "2026-300"), ("b", "plain $ {x}"))
    assert made.order == "2026"
    assert made.expected[0].wanted == "300"


def test_a_value_that_looks_like_a_variable_stays() -> None:
    """What a server answers is never read as a part of the suite."""
    assert filled(Step("s", order="${odd}"), KNOWN).order == "${pay.syssn}"


def test_an_unknown_one_is_named() -> None:
    """It was not received, or is misspelt."""
    with pytest.raises(UnknownVariableError, match=r"\$\{pay.sysn\} has no value"):
        filled(Step("s", values=(("a", "${pay.sysn}"),)), KNOWN)
