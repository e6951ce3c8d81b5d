from __future__ import annotations

from pathlib import Path

import pytest

from qfpay_gui.ui import tint


def test_a_tinted_copy_has_one_colour() -> None:
    """The copy is a file with the colour written in, and a path Qt's style sheets can read anywhere."""
    path = tint.tinted("check", "#3b55b5")
    drawing = Path(path).read_text(encoding="utf-8")
    assert "#3b55b5" in drawing
    assert "currentColor" not in drawing
    assert "\\" not in path


def test_two_colours_are_two_files() -> None:
    """Themes do not overwrite each other's pictures."""
    assert tint.tinted("check", "#000000") != tint.tinted("check", "#ffffff")


def test_an_unknown_icon_is_refused() -> None:
    """A name without a drawing is a mistake in the program."""
    with pytest.raises(ValueError, match="no-such-icon"):
        tint.drawing("no-such-icon")
