"""A panel and a dialog over models with a real file and a bank, and the person before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.models.orders.order_bank import OrdersDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(dressed: None, qtbot: QtBot, tmp_path: Path) -> Iterator[OrdersDesk]:  # noqa: ARG001 - for its effect
    """Models whose threads all end."""
    desk = OrdersDesk(qtbot, tmp_path / "history.sqlite3")
    yield desk
    desk.close()
