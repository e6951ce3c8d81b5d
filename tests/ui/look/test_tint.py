from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qfpay_gui.ui.look import tint


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


def test_the_copies_go_away_with_the_program() -> None:
    """Nothing is left in the folder for temporary files."""
    program = (
        "from qfpay_gui.ui.look.tint import tinted; path = tinted('check', '#000000'); open(path).close(); print(path)"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 - this very program
    assert done.stdout.strip().endswith(".svg")
    assert not Path(done.stdout.strip()).parent.exists()
