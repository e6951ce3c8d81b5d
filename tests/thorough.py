"""How much of a long table is tried: a fixed choice of it, and with ``python3 -m tests --thorough`` all of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = TypeVar("Row")

WISH = "TESTS_THOROUGH"
"""The variable of the environment that asks for everything."""
IS_THOROUGH = bool(os.environ.get(WISH))


def chosen(rows: Sequence[Row], every: int) -> Sequence[Row]:
    """One row of so many, always the same ones; where everything is asked for, each."""
    return rows if IS_THOROUGH else rows[::every]
