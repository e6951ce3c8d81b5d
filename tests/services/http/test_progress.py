"""How far a send has got, and how it is ended, over a pair of connected sockets."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.http.progress import AbortedError, AbortReason, SendProgress

if TYPE_CHECKING:
    from collections.abc import Iterator

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Two ends of one connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.settimeout(2)
        yield ours, theirs


def test_nothing_has_happened_at_first() -> None:
    """And nothing ends a send that nobody ended."""
    progress = SendProgress()
    progress.check()
    assert (progress.proxied, progress.tcp_connected, progress.handed_over, progress.heard) == (False, False, False, 0)
    timings = progress.timings()
    assert (timings.connected, timings.first_byte) == (None, None)
    assert 0 <= timings.total < 60


def test_the_first_reason_of_a_hang_up_stands() -> None:
    """Who calls a send off when its time has run out learns that its time had run out."""
    for first, second in ((AbortReason.DEADLINE, AbortReason.CANCELLED), (AbortReason.CANCELLED, AbortReason.DEADLINE)):
        progress = SendProgress()
        progress.abort(first)
        progress.abort(second)
        assert progress.aborted_by is first
        assert progress.woken.is_set()
        with pytest.raises(AbortedError, match=first.value):
            progress.check()


def test_whoever_waits_at_a_watched_socket_is_woken(pair: Pair) -> None:
    """The other side sees the end as well."""
    ours, theirs = pair
    progress = SendProgress()
    progress.watch(ours)
    progress.abort(AbortReason.CANCELLED)
    assert (ours.recv(1), theirs.recv(1)) == (b"", b"")
    progress.release()


def test_a_socket_that_comes_too_late_is_ended_at_once(pair: Pair) -> None:
    """The send was called off while it connected."""
    ours, theirs = pair
    progress = SendProgress()
    progress.abort(AbortReason.CANCELLED)
    progress.watch(ours)
    assert theirs.recv(1) == b""
    progress.release()


def test_a_socket_that_was_let_go_stays_open(pair: Pair) -> None:
    """It is not this send's any more; a second end of one that is closed already does no harm."""
    ours, theirs = pair
    progress = SendProgress()
    progress.watch(ours)
    progress.release()
    progress.abort(AbortReason.DEADLINE)
    ours.sendall(b"x")
    assert theirs.recv(1) == b"x"
    progress.watch(ours)
    progress.abort(AbortReason.DEADLINE)
    progress.release()
