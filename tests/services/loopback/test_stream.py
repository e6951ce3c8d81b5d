from __future__ import annotations

import socket
import time

import pytest

from qfpay_gui.services.loopback.stream import limit


@pytest.mark.parametrize("left", [0.0, -1.0])
def test_nobody_waits_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch, left: float) -> None:
    """Neither on and on nor, at the very end, not at all: it is a time that ran out."""
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    with socket.socket() as connection:
        with pytest.raises(TimeoutError):
            limit(connection, 100.0 + left)
        limit(connection, 103.0)
        assert connection.gettimeout() == 3.0
