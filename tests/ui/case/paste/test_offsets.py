from __future__ import annotations

import pytest

from qfpay_gui.ui.case.paste.offsets import Offsets


@pytest.mark.parametrize("source", ["", "txamt=300", "a\r\nb\r\n\r\nc", "奶茶\r\n🍵x🍵", "😀😀\r\n\ud800z", "\r\n😀"])
def test_places_and_positions_lead_to_each_other(source: str) -> None:
    """But for the middle of a line end, where nothing begins."""
    offsets = Offsets(source)
    drawn = source.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")
    assert offsets.drawn(len(source)) == len(drawn) // 2
    for place in range(len(source) + 1):
        if source[place - 1 : place + 1] != "\r\n" or place == 0:
            assert offsets.written(offsets.drawn(place)) == place


def test_a_line_begins_behind_its_whole_line_end() -> None:
    """However it is written."""
    assert Offsets("a\r\nb").drawn(3) == 2
    assert Offsets("a\r\nb").written(2) == 3
    assert Offsets("a\nb").written(2) == 2
    assert Offsets("🍵b").drawn(1) == 2
    assert Offsets("🍵b").written(2) == 1
