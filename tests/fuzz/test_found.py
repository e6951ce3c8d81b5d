"""What the search has found, kept so that it does not come back."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing.prints.structures import top_groups
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("length", [300, 1000, 3000])
def test_brackets_that_never_close_are_read_again_up_to_a_bound(length: int) -> None:
    """Each was read to the end of the text, forty deep: a text of a few lines took as many steps as a book."""
    source = ("[[9;" * length)[:length]
    read = sum(group.end - group.start for group in top_groups(source))
    assert length <= read <= 20_000 + length


def test_a_request_without_a_version_is_answered_without_a_status_line() -> None:
    """As HTTP/0.9 has it; neither the simulator nor the listener stumbles over it."""
    TARGETS["simulator"].read(b"GET /\r\n\r\n")


def test_half_a_character_in_the_rows_of_a_trace() -> None:
    """Rows with their offset in front are measured in bytes, and a clipboard may hold what has none."""
    TARGETS["paste"].read(b"Nov 3 6:1:0 0140: \xb1\nNov 3 6:1:0 01c0: ")
