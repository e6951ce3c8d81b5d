"""An order is read out of every layout in which programs and people show it."""

from __future__ import annotations

import json

import pytest

from qfpay_gui.diagnosis.importing import read_requests
from tests.diagnosis.importing.layouts import Paste, pastes
from tests.diagnosis.importing.summing import FILE, summed

PASTES = pastes()
READINGS = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("paste", PASTES, ids=lambda paste: paste.name)
def test_a_layout_is_read_whole(paste: Paste) -> None:
    """One request is read, with each parameter as it was meant, nothing invented, its signature and app code.

    What is said besides is what was said before.
    """
    (read,) = read_requests(paste.text)
    assert dict(read.params) == paste.params
    assert read.signature == paste.signature
    assert read.app_code == paste.app_code
    assert summed([read]) == READINGS[paste.name]


def test_there_are_many_layouts() -> None:
    """Layouts are found at all, and each name stands for one."""
    assert len({paste.name for paste in PASTES}) == len(PASTES) > 250
