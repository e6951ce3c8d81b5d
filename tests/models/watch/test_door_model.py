"""The door beside the simulator: where it is, who answers there, and what is seen of what was handed on."""

from __future__ import annotations

import errno
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.watch.cause import cause
from qfpay_gui.models.watch.door_model import DoorModel, _why, port_in
from qfpay_gui.models.watch.seen import Seen
from qfpay_gui.models.watch.where import environment_of, short_answer, where
from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SIMULATOR, custom
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Cause, HttpReply, Layer, TransportFailure
from qfpay_gui.services.settings import Settings
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import HandedOn, Overheard
from qfpay_gui.services.simulator.wire import Request
from tests.services.http.misbehaving import Misbehaving, reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.models.watch.conftest import Door


@pytest.fixture
def opened(door: Door) -> DoorModel:
    """The door, open, at any port."""
    door.watch.door.open()
    door.until(lambda: bool(door.watch.door.base_url))
    return door.watch.door


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_it_opens_once_somebody_looks(door: Door) -> None:
    """At an address of its own: what this window sends never comes through it."""
    model = door.watch.door
    assert model.base_url == ""
    model.open()
    door.until(lambda: bool(model.base_url))
    assert model.base_url not in {"", door.simulator.base_url}
    door.knock(door.sign(), at=model.base_url)
    assert door.look().respcd == "0000"
    assert environment_of(door.watch.seen[0]) == SIMULATOR


def test_a_chosen_port_is_had_and_kept(door: Door, opened: DoorModel) -> None:
    """The former one is free again."""
    former = opened.base_url
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    opened.choose_port(port)
    door.until(lambda: opened.base_url == f"http://127.0.0.1:{port}")
    with socket.create_server(("127.0.0.1", int(former.rpartition(":")[2]))):
        pass


def test_a_port_that_is_taken_is_said_with_the_way_out(door: Door, opened: DoorModel, taken: int) -> None:
    """Nobody is answered meanwhile; another one, or any, is had at once."""
    opened.choose_port(taken)
    door.until(lambda: opened.failure is not None)
    assert opened.base_url == ""
    said, severity = opened.told
    assert f"port {taken} is taken by another program. Choose another one" in str(said)
    assert severity is Severity.WRONG
    opened.choose_port(0)
    door.until(lambda: bool(opened.base_url))
    assert opened.failure is None


@pytest.mark.parametrize(("kept", "port"), [(8800, 8800), (65535, 65535), (65536, 0), (0, 0), (-1, 0), ("80", 0)])
def test_only_a_port_is_remembered(kept: object, port: int) -> None:
    """A file may hold anything."""
    assert port_in(Settings(panels={"watch": {"port": kept}})) == port
    assert port_in(Settings(panels={"watch": kept})) == 0


def test_a_remembered_port_is_open_before_anybody_looks(door: Door) -> None:
    """A program that is configured with it finds it after every start."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    model = DoorModel(door.runner, door.simulator, lambda: Settings(panels={"watch": {"port": port}}))
    door.until(lambda: model.base_url == f"http://127.0.0.1:{port}")
    model.stop()


def test_a_request_is_handed_on_and_seen_with_its_key(door: Door, opened: DoorModel) -> None:
    """Not by the simulator; the program's own path stays in the address it is configured with."""
    body = b'{"respcd": "1108", "resperr": "signature error"}'
    with Misbehaving(reply(body)) as server:
        opened.hand_on(custom(f"{server.base_url}/path"))
        assert opened.base_url.endswith("/path")
        door.knock(door.sign(before_key="&"), at=opened.base_url)
        seen = door.look()
    assert len(server.requests) == 1
    assert seen.respcd == "1108"
    assert seen.raw.startswith("POST /trade/v1/payment HTTP/1.1\nHost: 127.0.0.1:")
    assert seen.answered == f"HTTP/1.1 200 OK\nContent-Length: {len(body)}\n\n{body.decode()}"
    assert seen.examined is not None
    assert seen.examined.diagnoses[0].deviations == ("key-joined-by-ampersand",)
    said, severity = where(seen)
    assert str(said).startswith(f"Answered by {server.base_url.removeprefix('http://')} in ")
    assert str(said).endswith(" ms. On the way only these headers changed: Host, Connection.")
    assert severity is Severity.OK


def test_without_a_key_it_is_shown_and_not_examined(door: Door, opened: DoorModel) -> None:
    """The demo's key says nothing about another merchant."""
    with Misbehaving(reply()) as server:
        opened.hand_on(custom(server.base_url))
        door.knock(door.sign(), at=opened.base_url, X_QF_APPCODE="A-MERCHANTS")
        seen = door.look()
    assert (seen.examined, seen.value("out_trade_no")) == (None, "W1")
    assert cause(seen)[1] is Severity.NOTE
    assert "no profile with this app_code" in str(cause(seen)[0])


def test_what_is_turned_away_is_seen_with_the_reason(door: Door, opened: DoorModel) -> None:
    """Again and again it takes one place; nothing of it is examined."""
    door.knock(door.sign(), at=opened.base_url)
    door.look()
    for host in ("evil.example", "shop.internal"):
        door.knock(door.sign(), at=opened.base_url, Host=host)
    door.until(lambda: door.arrived == [1, 2, 3])
    newest, former = door.watch.seen
    assert (newest.id, former.id, newest.case, newest.waiting) == (3, 1, None, False)
    assert newest.answered.startswith("HTTP 403\ntext/plain\n\nHost names shop.internal: ")
    assert "\nHost: shop.internal\n" in newest.raw
    assert str(cause(newest)[0]) == "Turned away before it was read: its answer says why"
    assert str(where(newest)[0]).startswith("Turned away by this program: nothing was sent")
    assert (newest.call, short_answer(newest)) == ("payment", "HTTP 403")
    assert door.named == [1]


def test_asked_once_for_each_target_and_ended_by_the_simulator(opened: DoorModel) -> None:
    """Whoever agreed in this session is not asked again."""
    there, elsewhere = custom("https://shop.example"), LIVE_TESTING
    assert opened.asks(there) is not None
    opened.hand_on(there)
    assert (opened.target, opened.asks(there)) == (there, None)
    assert opened.asks(elsewhere) is not None
    opened.hand_on(None)
    assert opened.target is None
    assert opened._door is not None
    assert opened._door.target is None


def test_where_nothing_may_go_the_simulator_answers(opened: DoorModel) -> None:
    """Production, and the door itself under any name of this machine."""
    port = opened.base_url.rpartition(":")[2]
    for target in (PRODUCTION, custom(f"http://localhost:{port}"), custom(f"http://[::1]:{port}/x"), SIMULATOR):
        opened.hand_on(LIVE_TESTING)
        assert opened.refuses(target) is not None
        opened.hand_on(target)
        assert opened.target is None
    assert opened.refuses(custom("http://localhost:1")) is None


REPLY = HttpReply(200, "OK", (), b"{}")
LOST = TransportFailure(Layer.CONNECTION_LOST, may_have_arrived=True, cause=Cause.RESET_UNANSWERED)
REFUSED = TransportFailure(Layer.CONNECT, may_have_arrived=False, cause=Cause.REFUSED, peer="shop.example:443")


@pytest.mark.parametrize(
    ("outcome", "left", "short", "words", "severity"),
    [
        (REPLY, False, "HTTP 200", "Answered by shop.example in 12 ms.", Severity.OK),
        (REPLY, True, "HTTP 200", "The program did not wait for it.", Severity.ATTENTION),
        (LOST, False, "connection lost", "Whether it arrived is unknown", Severity.WRONG),
        (REFUSED, False, "no connection", "nothing listens there. Nothing was sent.", Severity.WRONG),
        (replace(REPLY, status=299), False, "HTTP 200", "Answered by shop.example", Severity.OK),
        (replace(REPLY, status=300), False, "HTTP 200", "Answered by shop.example", Severity.ATTENTION),
    ],
)
def test_what_became_of_it_is_told(
    outcome: HttpReply | TransportFailure,
    left: bool,  # noqa: FBT001 - a test's parameter
    short: str,
    words: str,
    severity: Severity,
) -> None:
    """Who answered, or how far it came."""
    done = HandedOn("https://shop.example", (("Host: a", "Host: b"),), b"", outcome, b"", left, 0.0121)
    seen = Seen(1, Overheard(0.0, Request("POST", "/x"), HttpAnswer(200, "", b""), done))
    said, how_bad = where(seen)
    assert str(short_answer(seen)) == short
    assert words in str(said)
    assert how_bad is severity


def test_what_was_answered_in_part_arrived() -> None:
    """Though the rest of the answer is missing."""
    done = HandedOn("https://shop.example", (), b"", LOST, b"HTTP/1.1 200 OK", left=False, seconds=0.1)
    seen = Seen(1, Overheard(0.0, Request("POST", "/x"), HttpAnswer(502, "", b""), done))
    assert "It arrived, and its answer broke off: query the order" in str(where(seen)[0])


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "Permission denied"),
        (OSError("odd"), "Ours."),
        (None, "Ours."),
    ],
    ids=repr,
)
def test_why_there_is_no_door_is_said_in_the_systems_words(cause: Exception | None, reason: str) -> None:
    """Where it has none, in those of this program."""
    error = OSError("Ours.")
    error.__cause__ = cause
    said = "Programs find nobody: port 80 cannot be opened ({}). Choose a higher one."
    assert str(_why(error, 80)) == said.format(reason)
