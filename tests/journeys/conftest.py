"""The whole program, as the tests of its window have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.conftest import desk, dressed, ignore_regrets, restart

if TYPE_CHECKING:
    import pytest

__all__ = ["desk", "dressed", "restart"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Popups and dialogs open here, too."""
    ignore_regrets(items, Path(__file__).parent)
