"""A person has a program's requests handed on, sees what came of them, and ends it."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.ui.words.label import PlainLabel
from tests.journeys.test_watch import RIGHT
from tests.services.http.misbehaving import Misbehaving, reply
from tests.ui.person import agree, escape, find, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk


def _look(desk: Desk) -> str:
    """Go to Watch; the address that is shown there."""
    press("Ctrl+6", desk.window)
    door = desk.bench.watch.door
    desk.wait(lambda: bool(door.base_url))
    assert desk.person.said("door_address").startswith(door.base_url)
    return door.base_url


def _send(desk: Desk, base_url: str) -> None:
    """A program with the demo's credentials sends one payment there."""
    ours, count = desk.bench.simulator.profile.credentials, len(desk.bench.watch.seen)
    where = (base_url, ours.app_code, ours.client_key)
    process = subprocess.Popen([sys.executable, "-c", RIGHT, *where])  # noqa: S603 - our own program
    desk.wait(lambda: len(desk.bench.watch.seen) > count and not desk.bench.watch.seen[0].waiting)
    assert process.wait(60) == 0


def test_a_program_is_handed_on_once_that_was_agreed_to(desk: Desk) -> None:
    """Who answers stands there all the time; after the simulator is chosen again, nothing goes anywhere."""
    with Misbehaving(reply(b'{"respcd": "1108"}')) as server:
        name = desk.bench.place.addresses.add("Gateway", server.base_url).name
        url, choice = _look(desk), f"Hand on to {name}"
        for answer, words in ((escape, "The simulator answers: no account, no network, no money."), (agree, "")):
            desk.person.will(answer)
            desk.person.choose("answerer", choice)
            desk.wait(lambda: not desk.person.waits_for_dialog)
            assert not words or desk.person.said("door_told") == words
        host = server.base_url.removeprefix("http://")
        assert f"Hand a program’s requests on to {host}?" in desk.person.read[0]
        desk.wait(lambda: desk.person.said("door_told") == f"Handed on to {host}, on this machine.")
        _send(desk, url)
        assert desk.person.said("seen_where").startswith(f"Answered by {host} in ")
        desk.person.click("copy_door")
        assert QGuiApplication.clipboard().text() == f"base_url={url}\n"
        told = find(desk.window, PlainLabel, "status_door")
        assert not told.isVisible()
        press("Ctrl+1", desk.window)
        assert told.isVisible()
        assert told.text() == f"Handed on to {host}, on this machine."
        press("Ctrl+6", desk.window)
        desk.person.choose("answerer", "The simulator answers")
        _send(desk, url)
    assert len(server.requests) == 1
    assert desk.person.said("seen_where") == "Answered by the simulator: no money."
    assert [row.respcd for row in desk.bench.watch.seen] == ["0000", "1108"]
    press("Ctrl+1", desk.window)
    assert not told.isVisible()


def test_an_address_used_from_there_is_handed_on_to(desk: Desk) -> None:
    """Where the window itself sends to stays."""
    address = desk.bench.place.addresses.add("Gateway", "http://127.0.0.1:9")
    _look(desk)
    before = desk.bench.environment

    def use() -> None:
        find(desk.window, QPushButton, "use_address").click()

    QTimer.singleShot(300, use)
    desk.person.will(agree)
    desk.person.choose("answerer", "Custom addresses …")
    desk.wait(lambda: desk.bench.watch.door.target is not None)
    assert desk.bench.watch.door.target == address.environment
    assert desk.bench.environment == before


def test_real_money_is_asked_for_by_the_name_of_its_host(desk: Desk) -> None:
    """Production is not offered at all; what may hand on is said and shown in its colour."""
    _look(desk)
    box = desk.person.find(QComboBox, "answerer")
    offered = [box.itemText(index) for index in range(box.count())]
    assert not any("Production" in one for one in offered)
    desk.person.will(agree)
    desk.person.choose("answerer", "Hand on to Live testing · Hong Kong")
    desk.wait(lambda: desk.bench.watch.door.target == LIVE_TESTING)
    assert "real money moves" in desk.person.read[0]
    assert desk.person.said("door_told") == "Handed on to test-openapi-hk.qfapi.com: real payments, real money moves."
    assert box.currentText() == "Hand on to Live testing · Hong Kong"


def test_a_port_of_choice_is_there_at_the_next_start(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Before anybody looks; what is no port changes nothing, and one that is taken is said wherever one is."""
    former = _look(desk)
    for typed in ("65536", former.rpartition(":")[2]):
        desk.person.type("door_port", typed)
        press("Return", desk.person.find(QLineEdit, "door_port"))
    later = restart(desk)
    later.wait(lambda: later.bench.watch.door.base_url == former)
    _send(later, former)
    assert later.bench.watch.seen[0].respcd == "0000"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = listener.getsockname()[1]
        press("Ctrl+1", later.window)
        later.bench.watch.door.choose_port(taken)
        later.wait(lambda: f"port {taken} is taken by another program" in later.window.status.message)
        later.window.status.say("")
        press("Ctrl+6", later.window)
        assert later.person.said("door_told").startswith("Programs find nobody")
        assert later.window.status.message == ""
