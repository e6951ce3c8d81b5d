"""What an examined case gives to show, beside a window that has this or that in hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.doctor.strings import StringDiagnosis
from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.models.case.findings import (
    besides,
    circumstances,
    ids_of,
    key_missing,
    sentences,
    shown_strings,
    steps_left,
)
from qfpay_gui.models.profiles.state import Home, ProfilesState
from qfpay_gui.models.sending.answer import read_answer
from qfpay_gui.models.sending.send_model import Answered, Idle, SendState
from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SIMULATOR, Environment
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.text import text
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SHOP, SORTED, WITH_KEY_EQUALS, curl

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.workbench import Workbench

OTHER = "F" * 32
RIGHTLY, WRONGLY = read_request(curl(RIGHT)), read_request(curl(WITH_KEY_EQUALS))
UNSEEN = replace(WRONGLY, body=None)
"""As a print shows it, not as it travelled."""
CAUSE = diagnose(WRONGLY.pairs, KEY, WITH_KEY_EQUALS)[0]
WELL = diagnose(RIGHTLY.pairs, KEY, RIGHT)[0]
OURS = prepare(to_draft(RIGHTLY), SHOP.credentials, PRODUCTION)


def sent(environment: Environment = PRODUCTION, **changes: Any) -> SendState:
    """The same parameters, sent from here and refused."""
    request = replace(OURS, environment=environment, **changes)
    exchange = Exchange(request, HttpReply(200, "OK", (), b'{"respcd": "1108"}'))
    return Answered(read_answer(exchange, KEY, datetime(2026, 3, 1, tzinfo=UTC)))


def bench(state: SendState | None = None, prepared: PreparedRequest = OURS, profile: Any = SHOP) -> Workbench:
    """A window with this in hand."""
    made: Any = SimpleNamespace(
        draft=SimpleNamespace(prepared=prepared),
        send_model=SimpleNamespace(state=state or Idle()),
        profiles=SimpleNamespace(state=ProfilesState(profile=profile)),
        credentials=SHOP.credentials,
        environment=PRODUCTION,
    )
    return made  # type: ignore[no-any-return]


def given(string: str, signature: str = "") -> Examined:
    """A signing string that the merchant gave, examined."""
    case = replace(read_request(curl(signature)), signing_string=string)
    right = SORTED + KEY
    said = StringDiagnosis(first_difference(string, right), (), (text("Doctor", "x"),), string, right)
    return Examined(case, (), KEY, string=said)


def test_where_others_fit_as_well_they_are_listed_and_not_told() -> None:
    """The remark about them is the last sentence."""
    rivals = replace(CAUSE, text=(*CAUSE.text, text("Doctor", "remark")), rivals=2)
    assert sentences(rivals) == sentences(CAUSE) == CAUSE.text
    assert ids_of(replace(CAUSE, deviations=("a", "b"))) == "a + b"


def test_both_strings_are_shown_as_diagnosed() -> None:
    """With each key once, that of the paste too."""
    shown = shown_strings(Examined(WRONGLY, (CAUSE,), KEY), CAUSE)
    assert shown is not None
    assert "".join(one.text for one in shown.theirs) == f"{SORTED}&key={KEY}"
    assert "".join(one.text for one in shown.right) == SORTED + KEY
    assert (shown.their_signature, shown.right_signature) == (WITH_KEY_EQUALS, RIGHT)
    assert (shown.difference, shown.keys) == (len(SORTED), (KEY,))
    pasted = Examined(replace(WRONGLY, client_key=OTHER), (CAUSE,), OTHER)
    again = shown_strings(pasted, CAUSE)
    assert again is not None
    assert again.keys == (OTHER, KEY)


def test_a_right_signature_has_nothing_to_set_side_by_side() -> None:
    """Nor has one that nothing explains, without a string."""
    assert shown_strings(Examined(RIGHTLY, (WELL,), KEY), WELL) is None
    assert shown_strings(Examined(WRONGLY, (), KEY), None) is None
    assert shown_strings(given(SORTED + KEY), None) is None


def test_a_string_without_an_explanation_is_set_beside_the_right_one() -> None:
    """In its pieces where it is the official one; a cause that is there takes its place."""
    odd = given("txamt=999", "A" * 32)
    shown = shown_strings(odd, None)
    assert shown is not None
    assert [one.text for one in shown.theirs] == ["txamt=999"]
    assert (shown.their_signature, shown.right_signature) == ("A" * 32, RIGHT)
    right = "".join(one.text for one in shown.right)
    assert (right, len(shown.right) > 5) == (SORTED + KEY, True)
    assert shown.difference == first_difference("txamt=999", right)
    assert odd.string is not None
    other = replace(odd, string=replace(odd.string, right="another"))
    beside = shown_strings(other, None)
    assert beside is not None
    assert [one.text for one in beside.right] == ["another"]
    assert shown_strings(odd, WELL) is None


def test_a_sign_type_that_is_none_is_signed_by_md5() -> None:
    """SHA256 is taken at its word."""
    for stated, length in (("MD5", 32), ("SHA256", 64), ("ROT13", 32)):
        odd = given("x", "A" * 32)
        shown = shown_strings(replace(odd, case=replace(odd.case, stated_sign_type=stated)), None)
        assert shown is not None
        assert len(shown.right_signature) == length


def test_from_a_string_alone_there_is_no_signature_of_theirs() -> None:
    """Nobody made one."""
    said = given(f"{SORTED}&key={KEY}")
    shown = shown_strings(said, CAUSE)
    assert shown is not None
    assert (shown.their_signature, shown.right_signature) == ("", RIGHT)


@pytest.mark.parametrize(
    ("examined", "actions"),
    [
        (Examined(WRONGLY, (CAUSE,), KEY), []),
        (Examined(UNSEEN, (), KEY), ["edit-credentials", "paste-again", "paste-again", "compare-body"]),
        (Examined(WRONGLY, (), KEY), ["edit-credentials", "paste-again", "compare-body"]),
        (given("txamt=999", "A" * 32), ["edit-credentials", "compare-body"]),
        (given(SORTED + KEY), []),
    ],
    ids=["named", "not named", "with its body", "with its string", "right by its string"],
)
def test_what_to_ask_the_merchant_for_is_what_is_not_there_yet(examined: Examined, actions: list[str]) -> None:
    """Nothing where the cause is named."""
    assert [one.action for one in steps_left(bench(), examined)] == actions


def test_a_right_signature_leaves_what_else_may_be_refused() -> None:
    """The likeliest first, each a button."""
    steps = steps_left(bench(), Examined(RIGHTLY, (WELL,), KEY))
    assert steps
    assert all(isinstance(one.severity, Severity) and one.action and str(one.step) for one in steps)


def test_what_else_is_wrong_is_said_of_the_merchants_request_only() -> None:
    """Not of a draft that was edited since."""
    pairs = tuple((name, "1" if name == "txcurrcd" else value) for name, value in PAIRS)
    case = read_request(curl("A" * 32, pairs))
    prepared = prepare(to_draft(case), SHOP.credentials, PRODUCTION)
    assert {one.field for one in besides(bench(prepared=prepared), Examined(case, (), KEY))} == {"txcurrcd"}
    assert besides(bench(prepared=OURS), Examined(case, (), KEY)) == ()


def test_only_the_same_parameters_rightly_sent_tell_something() -> None:
    """What the simulator says of a request to QFPay tells nothing about QFPay."""

    def reply(state: SendState | None) -> str | None:
        found = circumstances(bench(state), Examined(RIGHTLY, (WELL,), KEY)).reply
        return found.respcd if found else None

    assert reply(sent()) == reply(sent(LIVE_TESTING)) == "1108"
    assert reply(None) is None
    assert reply(sent(SIMULATOR)) is None
    assert reply(sent(deliberate=text("Variants", "x"))) is None
    assert reply(sent(parameters=PAIRS[1:])) is None


def test_a_request_to_the_simulator_is_answered_by_the_simulator() -> None:
    """There its word counts."""
    case = replace(RIGHTLY, url=f"{SIMULATOR.base_url or 'http://127.0.0.1:1'}/trade/v1/payment")
    state = sent(replace(SIMULATOR, id=case.environment_id))
    assert circumstances(bench(state), Examined(case, (WELL,), KEY)).reply is not None


def test_the_circumstances_are_the_windows() -> None:
    """Where the profile belongs, and where requests go."""
    found = circumstances(bench(), Examined(RIGHTLY, (WELL,), KEY))
    assert (found.environment_id, found.bound_to, found.client_key) == (PRODUCTION.id, SHOP.environment_id, KEY)
    assert circumstances(bench(profile=None), Examined(RIGHTLY, (WELL,), KEY)).bound_to == ""


def beside(homes: dict[str, Home], *opened: str) -> Workbench:
    """A window that knows these profiles, some with their keys."""
    made = bench()
    made.profiles.state = ProfilesState(homes=homes, opened=frozenset(opened))
    return made


def test_that_the_merchants_key_is_not_here_is_said_before_that_nothing_is_found() -> None:
    """No profile has the app_code, or one whose key was not fetched yet."""
    stranger = Examined(replace(WRONGLY, app_code=" STRANGER "), (), KEY)
    homes = {"Tea shop": Home("production-hk", SHOP.credentials.app_code)}
    assert "no profile with this app_code" in str(key_missing(beside(homes), stranger))
    homes["Book shop"] = Home("production-hk", "STRANGER")
    assert str(key_missing(beside(homes, "Tea shop"), stranger)).endswith("it is that of the profile Book shop.")
    assert key_missing(beside(homes, "Book shop"), stranger) is None


@pytest.mark.parametrize(
    ("case", "key"),
    [
        (WRONGLY, KEY),
        (replace(WRONGLY, app_code=""), KEY),
        (replace(WRONGLY, app_code="STRANGER", client_key=OTHER), KEY),
        (replace(WRONGLY, app_code="STRANGER"), OTHER),
    ],
    ids=["ours", "none named", "the paste has a key", "examined with another"],
)
def test_where_the_key_may_be_the_merchants_nothing_is_said_of_it(case: ReadRequest, key: str) -> None:
    """Then that nothing is found is the news."""
    assert key_missing(beside({}), Examined(case, (), key)) is None
