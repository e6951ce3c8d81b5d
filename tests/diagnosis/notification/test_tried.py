"""Nothing that is tried for a notification is lost, or comes to cost or say something else, unread."""

from __future__ import annotations

import json

import pytest

from tests.diagnosis.doctor.tried import summed
from tests.diagnosis.notification.tried import FILE, families

KEPT = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tried() -> dict[str, dict[str, list[int]]]:
    """All of it, once."""
    return {name: summed(said) for name, said in families().items()}


@pytest.mark.parametrize("family", list(KEPT))
def test_a_family_tries_what_it_tried(family: str, tried: dict[str, dict[str, list[int]]]) -> None:
    """By cause: how many, their costs, and all there is to say of them."""
    assert tried[family] == KEPT[family]
    assert set(tried) == set(KEPT)
