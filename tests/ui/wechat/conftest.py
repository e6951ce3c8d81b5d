"""A sheet and a diagram over a running simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.models.wechat_desk import WechatDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def wechat(dressed: None, qtbot: QtBot) -> Iterator[WechatDesk]:  # noqa: ARG001 - for its effect
    """A running simulator to which nothing was sent."""
    made = WechatDesk(qtbot).open()
    yield made
    assert made.close()
