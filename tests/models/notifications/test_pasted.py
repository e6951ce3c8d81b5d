"""A paste is examined soon after the last key, with the key that is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.notifications import pasted
from qfpay_gui.models.notifications.checks import looked_at
from qfpay_gui.models.notifications.pasted import CURRENT, TYPED, Checked, PastedModel
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.notifications.received import AnswerMode, Received
from tests.diagnosis.notification.samples import BODY, KEY, OTHER_KEY, SIGNATURE, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PASTE = f"X-QF-SIGN: {SIGNATURE}\n\n{BODY.decode()}"
OTHERS = {"Tea House": OTHER_KEY}


class Bench:
    """A model, and whoever waits for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(1)
        self.model = PastedModel(self.runner)
        self.model.set_keys(Keys(Credentials("A" * 32, KEY), OTHERS))

    def found(self) -> Checked:
        """What was found out, once that is so."""
        self._qtbot.waitUntil(lambda: not self.model.is_waiting, timeout=10_000)
        examined = self.model.state.examined
        assert examined is not None
        return examined


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:  # noqa: ARG001 - signals need an application
    """A model that knows the keys."""
    made = Bench(qtbot)
    yield made
    made.model.stop()
    assert made.runner.close(5000)


def test_a_paste_is_read_and_verified(bench: Bench) -> None:
    """After a moment, in the background."""
    bench.model.take(PASTE)
    assert bench.model.state.examined is None
    found = bench.found()
    assert found.check.is_valid
    assert found.read.body == BODY
    assert found.explained.out_trade_no == "QA202603010001"


def test_a_typed_signature_replaces_that_of_the_paste(bench: Bench) -> None:
    """And an empty one gives way to it again."""
    bench.model.take(PASTE)
    bench.model.take_signature("AB" * 16)
    assert not bench.found().check.is_valid
    bench.model.take_signature("")
    assert bench.found().check.is_valid


def test_any_open_profile_s_key_can_be_chosen(bench: Bench) -> None:
    """By name; the chosen merchant's is used at first."""
    assert bench.model.state.key_names == ("Tea House",)
    bench.model.take(f"X-QF-SIGN: {signed(BODY, OTHER_KEY)}\n\n{BODY.decode()}")
    assert bench.found().check.key_name == "Tea House"
    bench.model.choose_key("Tea House")
    assert bench.found().check.is_valid


def test_a_key_can_be_typed(bench: Bench) -> None:
    """Blanks around it are none of it; it shows in no repr."""
    bench.model.take(f"X-QF-SIGN: {signed(BODY, 'typed')}\n\n{BODY.decode()}")
    bench.model.choose_key(TYPED)
    assert bench.found().check.verdict.name == "NO_KEY"
    bench.model.type_key(" typed\n")
    assert bench.found().check.is_valid
    assert "typed'" not in repr(bench.model.state).replace(repr(TYPED), "")


def test_a_profile_that_is_gone_gives_way_to_the_chosen_merchant(bench: Bench) -> None:
    """Its key is not kept."""
    bench.model.choose_key("Tea House")
    bench.model.set_keys(Keys(Credentials("A" * 32, KEY), {}))
    assert bench.model.state.key_choice == CURRENT
    bench.model.take(PASTE)
    assert bench.found().check.is_valid


def test_a_message_that_came_in_is_checked_with_its_very_bytes(bench: Bench) -> None:
    """Though no text can show them; what is shown is offered to the fields."""
    body = b"\xff\xfe" + BODY
    message = Received(1, 1000.0, AnswerMode.SUCCESS, "POST", "/n", (("X-QF-SIGN", signed(body)),), body)
    offered: list[tuple[str, str]] = []
    bench.model.offered.connect(lambda source, signature: offered.append((source, signature)))
    bench.model.take_notice(looked_at(message))
    assert bench.found().check.is_valid
    assert bench.found().read.headers == message.headers
    assert offered[0][1] == signed(body)
    assert "X-QF-SIGN" in offered[0][0]
    bench.model.take(offered[0][0])
    assert bench.found().check.is_valid


def test_a_message_that_never_came_here_is_checked_without_headers(bench: Bench) -> None:
    """One of the simulator's: its body and its signature are known."""
    message = Received(1, 1000.0, AnswerMode.SUCCESS, "POST", "/n", (("X-QF-SIGN", SIGNATURE),), BODY)
    bench.model.take_notice(replace(looked_at(message), received=None))
    assert bench.found().check.is_valid
    assert bench.found().read.headers == ()


def test_what_is_examined_is_not_shown_by_accident() -> None:
    """Its repr could get into a log."""
    said = repr(pasted._Work("s3cret", None, "s3cret", "s3cret", {"s3cret": "s3cret"}, "s3cret"))
    assert said == "_Work()"


def test_what_was_stopped_is_not_waited_for(bench: Bench) -> None:
    """Neither before it is begun nor while it is done."""
    for begin in (bench.model.stop, bench.model.check_now):
        bench.model.take(PASTE)
        begin()
        assert bench.model.is_waiting == (begin == bench.model.check_now)
        bench.model.stop()
        assert not bench.model.is_waiting


def test_an_emptied_paste_has_no_verdict(bench: Bench, qtbot: QtBot) -> None:
    """The invitation comes back."""
    bench.model.take(PASTE)
    bench.found()
    bench.model.take(" \n")
    qtbot.waitUntil(lambda: bench.model.state.examined is None, timeout=10_000)
    assert not bench.model.state.is_checking


def test_the_newest_text_counts(bench: Bench) -> None:
    """What was overtaken is forgotten."""
    bench.model.take(PASTE)
    bench.model.check_now()
    valid: list[bool] = []
    bench.model.changed.connect(lambda state: valid.append(bool(state.examined and state.examined.check.is_valid)))
    bench.model.take(PASTE.replace('"300"', '"900"'))
    assert not bench.found().check.is_valid
    assert not any(valid)


def test_what_changes_nothing_is_not_examined_again(bench: Bench) -> None:
    """The same text, the same signature."""
    bench.model.take(PASTE)
    bench.found()
    bench.model.take(PASTE)
    bench.model.take_signature("")
    assert not bench.model.is_waiting
    assert (bench.model.source, bench.model.signature) == (PASTE, "")
    bench.model.set_keys(Keys(Credentials("A" * 32, KEY), {}))
    assert bench.model.is_waiting


def test_a_signature_alone_is_worth_a_look(bench: Bench) -> None:
    """It has no body; without either there is nothing to say, whatever keys come."""
    bench.model.set_keys(Keys(Credentials("A" * 32, KEY), {}))
    assert not bench.model.is_waiting
    bench.model.take_signature("AB" * 16)
    assert not bench.found().check.is_valid


def test_a_choice_of_typing_stays_when_profiles_change(bench: Bench) -> None:
    """It is no profile's name; neither is the chosen merchant's."""
    for choice in (TYPED, CURRENT, "Tea House"):
        bench.model.choose_key(choice)
        bench.model.set_keys(Keys(Credentials("A" * 32, KEY), OTHERS))
        assert bench.model.state.key_choice == choice


def test_a_fault_of_this_program_is_named(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its kind, without any value."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError(KEY)

    monkeypatch.setattr("qfpay_gui.diagnosis.notification.read_notification", fail)
    bench.model.take(PASTE)
    qtbot.waitUntil(lambda: bench.model.state.technical != "", timeout=10_000)
    assert bench.model.state.technical == "ZeroDivisionError"


def test_a_text_that_was_pasted_elsewhere_is_checked_here(bench: Bench) -> None:
    """It comes into the field, in place of what was typed before."""
    offered: list[tuple[str, str]] = []
    bench.model.offered.connect(lambda source, signature: offered.append((source, signature)))
    bench.model.take_signature("A" * 32)
    bench.model.offer(PASTE)
    assert bench.found().check.is_valid
    assert offered == [(PASTE, "")]
