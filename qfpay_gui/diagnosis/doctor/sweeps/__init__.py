"""Families of single causes that are tried by the ten thousand and told only where they hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.sweeps import damaged_keys, hands, orders, prints, texts
from qfpay_gui.diagnosis.doctor.sweeps.times import clocks, dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.probe import Probe
    from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm

    Sweep = Callable[[Case, Probe], Iterator[Deviation]]


def value_forms(case: Case) -> Iterator[Form]:
    """What programs write in place of a value; tried alone and with a second cause."""
    yield from prints.of_values(case)
    yield from dates.in_other_forms(case)


def key_forms(case: Case) -> Iterator[KeyForm]:
    """What became of the key on its way; tried alone and with a second cause."""
    yield from damaged_keys.of_the_copy(case)


def key_slips(case: Case) -> Iterator[KeyForm]:
    """One character of the key typed otherwise; tried alone."""
    yield from damaged_keys.of_one_character(case)


SWEEPS: tuple[Sweep, ...] = (
    damaged_keys.as_bytes,
    texts.of_all,
    hands.of_one_character,
    dates.of_any_form,
    orders.any_order,
    clocks.read_again,
    hands.of_one_chinese_character,
)
"""Tried alone, after the pairs of known causes."""
