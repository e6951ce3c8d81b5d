from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_model import (
    CaseModel,
    CaseState,
    Examining,
    NoCase,
    NotExaminable,
    Stopped,
)
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, SHORT, SORTED, WITH_KEY_EQUALS, curl, md5

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

KEYS = Keys(Credentials(APP_CODE, KEY), {})


class Bench:
    """A model with every state it was in."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.runner = TaskRunner(1)
        self.model = CaseModel(self.runner)
        self.states: list[CaseState] = []
        self.model.changed.connect(self.states.append)

    def examined(self) -> Examined:
        """What was found, once it was."""
        self.qtbot.waitUntil(lambda: not self.runner.busy, timeout=30_000)
        assert isinstance(self.model.state, Examined)
        return self.model.state


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """A model that knows the merchant's key."""
    made = Bench(qtbot)
    made.model.set_keys(KEYS)
    yield made
    made.model.drop()
    assert made.runner.close(30_000)


def test_a_case_is_examined_in_the_background(bench: Bench) -> None:
    """First it is under way, then the cause is named."""
    bench.model.take(read_request(curl(WITH_KEY_EQUALS)))
    assert isinstance(bench.model.state, Examining)
    found = bench.examined()
    assert found.diagnoses[0].deviations == ("key-joined-by-key-equals",)
    assert [type(state) for state in bench.states] == [Examining, Examined]


def test_the_right_signature_has_no_deviation(bench: Bench) -> None:
    """It is told apart from a case without any explanation."""
    bench.model.take(read_request(curl(RIGHT)))
    assert bench.examined().is_right


def test_without_a_key_nothing_is_examined(bench: Bench) -> None:
    """What is missing is said; the key arrives, and the case is examined at once."""
    bench.model.set_keys(Keys(Credentials(APP_CODE), {}))
    bench.model.take(read_request(curl(RIGHT)))
    assert bench.model.state == NotExaminable(read_request(curl(RIGHT)), needs_key=True, needs_signature=False)
    bench.model.set_keys(KEYS)
    assert bench.examined().is_right


def test_a_signature_given_by_hand_is_examined(bench: Bench) -> None:
    """Spaces around it do not count."""
    bench.model.take(read_request(curl("")))
    assert isinstance(bench.model.state, NotExaminable)
    assert bench.model.state.needs_signature
    bench.model.take_signature(f" {RIGHT}\n")
    assert bench.examined().is_right


@pytest.mark.parametrize("key", [KEY, "", "*" * 32], ids=["whole", "left out", "masked"])
def test_the_right_signing_string_alone_is_right(bench: Bench, key: str) -> None:
    """Also as logs show it, without the key."""
    bench.model.take(read_request(f"sign string: {SORTED}{key}\n{curl('')}"))
    found = bench.examined()
    assert found.from_string
    assert found.is_right


def test_a_wrong_signing_string_alone_is_explained(bench: Bench) -> None:
    """As a signature made of it would be."""
    bench.model.take(read_request(f"sign string: {SORTED}&key={KEY}\n{curl('')}"))
    found = bench.examined()
    assert not found.is_right
    assert found.diagnoses[0].deviations == ("key-joined-by-key-equals",)


def test_a_signing_string_helps_where_the_signature_explains_nothing(bench: Bench) -> None:
    """It says where it differs; the signature stays unexplained."""
    bench.model.take(read_request(f"sign string: txamt=999&txcurrcd=HKD{KEY}\n{curl('A' * 32, SHORT)}"))
    found = bench.examined()
    assert found.diagnoses == ()
    assert found.string is not None
    assert found.string.difference == len("txamt=")


def test_the_key_in_a_paste_is_tried_before_the_chosen_one(bench: Bench) -> None:
    """And where it explains nothing, the chosen one is tried."""
    other = "F" * 32
    bench.model.take(read_request(f"client_key: {other}\n{curl(md5(f'txamt=300&txcurrcd=HKD{KEY}'), SHORT)}"))
    assert bench.examined().client_key == KEY


def test_an_examination_can_be_called_off_and_begun_again(bench: Bench) -> None:
    """The case stays in hand."""
    gate = threading.Event()
    bench.runner.run(gate.wait, lambda _result: None)
    bench.model.take(read_request(curl(RIGHT)))
    bench.model.cancel()
    assert bench.model.state == Stopped(read_request(curl(RIGHT)))
    gate.set()
    bench.qtbot.waitUntil(lambda: not bench.runner.busy)
    assert isinstance(bench.model.state, Stopped)
    bench.model.examine_again()
    assert bench.examined().is_right


def test_only_the_newest_case_counts(bench: Bench) -> None:
    """The result of an older one is forgotten."""
    bench.model.take(read_request(curl(WITH_KEY_EQUALS)))
    bench.model.take(read_request(curl(RIGHT)))
    assert bench.examined().is_right
    assert sum(isinstance(state, Examined) for state in bench.states) == 1


def test_the_first_case_calls_off_nobody_elses_work(bench: Bench) -> None:
    """Other models have theirs done by the same threads."""
    done: list[object] = []
    bench.runner.run(int, done.append)
    bench.model.take(read_request(curl(WITH_KEY_EQUALS)))
    bench.examined()
    assert len(done) == 1


def test_a_dropped_case_is_gone(bench: Bench) -> None:
    """Nothing comes back later."""
    bench.model.take(read_request(curl(RIGHT)))
    bench.model.drop()
    bench.qtbot.waitUntil(lambda: not bench.runner.busy)
    assert bench.model.state == NoCase()
    assert bench.model.case is None


def test_no_state_shows_the_key(bench: Bench) -> None:
    """Not in its repr either, where it could get into a log."""
    bench.model.take(read_request(f"client_key: {KEY}\n{curl(WITH_KEY_EQUALS)}"))
    assert KEY not in repr(bench.examined())


def _printed(shown: str, signed: str, join: str = "") -> str:
    """A log line that shows goods_name otherwise than it was signed."""
    params = dict(PAIRS)
    string = "&".join(f"{name}={value}" for name, value in sorted((params | {"goods_name": signed}).items()))
    written = ", ".join(f"{name}={value}" for name, value in (params | {"goods_name": shown}).items())
    return f"INFO pay {{{written}}} sign: {md5(string + join + KEY)}"


def test_the_reading_that_verifies_is_examined(bench: Bench) -> None:
    """The signature is right, and what that rests on is told."""
    bench.model.take(read_request(_printed("Set+A", "Set A")))
    found = bench.examined()
    assert found.is_right
    assert found.read_otherwise == (("goods_name", "Set A"),)


def test_a_plain_right_signature_rests_on_nothing(bench: Bench) -> None:
    """Where the first reading verifies, there is no second to speak of."""
    bench.model.take(read_request(_printed("Set A", "Set A")))
    found = bench.examined()
    assert found.is_right
    assert found.read_otherwise == ()
    assert found.doubtful == ()


def test_a_cause_says_which_value_it_rests_on(bench: Bench) -> None:
    """Where a print may show otherwise what was signed; not where only the key is joined wrongly."""
    bench.model.take(read_request(_printed("Set+A", "Set A", "&key=")))
    found = bench.examined()
    assert not found.is_right
    assert found.doubtful == (("goods_name", "Set A"),)
    bench.model.take(read_request(_printed("Set+A", "Set+A", "&key=")))
    found = bench.examined()
    assert found.diagnoses[0].deviations == ("key-joined-by-key-equals",)
    assert found.doubtful == ()
