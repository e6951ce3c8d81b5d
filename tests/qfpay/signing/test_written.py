"""What every way of writing, ordering, encoding and digesting makes of the same few texts, held against a table."""

from __future__ import annotations

import json

import pytest

from qfpay_gui.qfpay.signing.prints import ALPHABET
from tests.qfpay.signing.written import FILE, Row, written

KEPT = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, Row]]:
    """All of it, once."""
    return written()


@pytest.mark.parametrize("table", list(KEPT))
def test_each_writes_what_it_wrote_when_it_was_held_against_the_programs(
    table: str, now: dict[str, dict[str, Row]]
) -> None:
    """To the letter; a codec that Python was built without is missing here, and nothing else."""
    assert set(now) == set(KEPT)
    assert set(now[table]) - set(KEPT[table]) == set()
    assert {name: row for name, row in now[table].items() if row != KEPT[table][name]} == {}
    assert len(KEPT[table]) - len(now[table]) <= (1 if table == "charsets" else 0)


def test_every_print_has_a_name_of_its_own() -> None:
    """Or one would hide the other in the table."""
    makers = [made.maker for made in ALPHABET]
    assert len(makers) == len(set(makers))


def test_node_shows_fifty_bytes_of_a_buffer_and_counts_the_rest() -> None:
    """One is a byte, more are bytes."""
    (write,) = (made.write for made in ALPHABET if made.maker == "Node Buffer")
    shown = " ".join(["61"] * 50)
    assert write("a" * 50) == f"<Buffer {shown}>"
    assert write("a" * 51) == f"<Buffer {shown} ... 1 more byte>"
    assert write("a" * 52) == f"<Buffer {shown} ... 2 more bytes>"
