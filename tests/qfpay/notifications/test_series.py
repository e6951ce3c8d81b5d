"""The series finds each kind of wrong receiver, names its cause, and finds nothing wrong with a right one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.notifications.composing import example, signature, written
from qfpay_gui.qfpay.notifications.message import Answer, Message
from qfpay_gui.qfpay.notifications.series import Judged, Mark, judged, trials, verdict
from qfpay_gui.qfpay.notifications.variants import VARIANTS, Duty, replayed
from qfpay_gui.qfpay.text import Text
from tests.qfpay.notifications import receivers
from tests.qfpay.notifications.receivers import KEY, REFUSED, SUCCESS, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BODY = written(example(datetime(2026, 3, 1, tzinfo=UTC)))


def marks(found: Sequence[Judged], mark: Mark) -> set[str]:
    """The variants that went so."""
    return {one.variant.id for one in found if one.mark is mark}


REFUSALS = {one.id for one in VARIANTS if one.duty is Duty.REFUSE}


@pytest.mark.parametrize(
    ("receiver", "wrong"),
    [
        (receivers.right, set()),
        (receivers.strict, set()),
        (receivers.credulous, REFUSALS),
        (receivers.rewriting, {"other-writing", "php-writing", "rewritten"}),
        (receivers.skipping, {"no-header", "empty-header"}),
        (receivers.spelling, {"header-case"}),
        (receivers.sorting, {"right", "request-rule"}),
        (receivers.wary, {"right"}),
        (receivers.failing, {"right"}),
        (receivers.encoding, {"right"}),
        (receivers.quoting, {"right", "no-header", "empty-header"}),
        (receivers.Once(), {"twice"}),
        (receivers.Offended(), {"still"}),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__) if callable(value) else "",
)
def test_what_is_wrong_with_a_receiver_is_found_and_nothing_else(
    receiver: Callable[[Message], Answer], wrong: set[str]
) -> None:
    """Each kind by exactly the trials that show it."""
    found = run(receiver, BODY)
    assert marks(found, Mark.WRONG) == wrong
    assert verdict(found).mark is (Mark.WRONG if wrong else Mark.RIGHT)


def test_a_right_receiver_passes_every_trial_with_the_limit_said() -> None:
    """Nothing is left open, and what no series can see is told all the same."""
    found = run(receivers.right, BODY)
    assert {one.mark for one in found} == {Mark.RIGHT}
    said = verdict(found)
    assert str(said.headline) == f"All {len(VARIANTS)} trials went as they must."
    assert "credited twice" in str(said.limit)
    assert not said.notes


def test_where_the_right_one_is_refused_refusals_prove_nothing() -> None:
    """A receiver that refuses everything does not pass."""
    found = run(receivers.wary, BODY)
    assert marks(found, Mark.OPEN) == {one.id for one in VARIANTS} - {"right"}
    said = verdict(found)
    assert said.headline.template.startswith("The right notification was not taken.")
    assert "an order that this receiver knows" in str(said.notes[-1])


def test_the_rule_for_requests_is_recognised_by_what_is_taken() -> None:
    """Of all trials it takes the one that is signed so."""
    said = verdict(run(receivers.sorting, BODY))
    assert "rule for requests" in str(said.notes[-1])


def test_json_written_anew_is_recognised_by_the_only_writing_that_is_taken() -> None:
    """As JSON.stringify writes it: compact, without escapes."""
    found = run(receivers.stringifying, BODY)
    assert marks(found, Mark.WRONG) == {"right"}
    assert str(verdict(found).notes[-1]) == "It verifies over JSON that it has written anew, not over the raw body."


def test_php_is_recognised_too() -> None:
    """By escapes and slashes; what is written so already is left out."""
    assert "written anew" in str(verdict(run(receivers.encoding, BODY)).notes[-1])
    made = {body: by_id(body)["php-writing"] for body in (BODY, b'{"a": "b"}', b'{"a": "/"}', rb'{"a":"\/"}', b"[]")}
    assert [len(one) for one in made.values()] == [1, 1, 1, 0, 0]
    assert made[b'{"a": "/"}'][0].body == rb'{"a":"\/"}'
    assert rb'"\u5976\u8336","txcurrcd"' in made[BODY][0].body


def test_a_receiver_with_a_word_of_its_own_is_judged_by_that() -> None:
    """It answers otherwise to wrong ones, so it is seen that it verifies; the word itself stays wrong."""
    found = run(receivers.quoting, BODY)
    assert not marks(found, Mark.OPEN)
    said = verdict(found)
    assert str(said.headline) == f"3 of {len(VARIANTS)} trials went wrong."
    assert str(said.notes[0]).startswith("Right: Quotes stand around SUCCESS")
    assert "judged by what it answers to the right one" in str(said.notes[-1])


@pytest.mark.parametrize(
    ("base", "still", "wrong", "is_judged"),
    [
        ((200, b"OK"), (200, b"OK"), (200, b"NO"), True),
        ((200, b"OK"), (200, b"OK"), (401, b"OK"), True),
        ((200, b""), (200, b""), (500, b""), True),
        ((200, b"OK"), (200, b"OK"), (200, b"OK"), False),
        ((200, b"OK 1"), (200, b"OK 2"), (401, b"NO"), False),
        ((201, b"OK"), (201, b"OK"), (401, b"NO"), False),
        ((401, b"NO"), (401, b"NO"), (200, b"OK"), False),
    ],
)
def test_only_a_steady_word_of_a_200_that_wrong_ones_do_not_get_is_a_word(
    base: tuple[int, bytes], still: tuple[int, bytes], wrong: tuple[int, bytes], *, is_judged: bool
) -> None:
    """What changes from one right one to the next, or comes for everything, tells nothing."""
    answers = {one.id: [Answer(*(wrong if one.duty is Duty.REFUSE else base))] for one in VARIANTS}
    found = judged({**answers, "still": [Answer(*still)]})
    assert (not marks(found, Mark.OPEN)) is is_judged
    assert verdict(found).headline.template.startswith("The right notification") is not is_judged
    begun = judged({"right": [Answer(*base)], "late": [Answer(*base)]})
    assert [one.mark for one in begun] == [Mark.WRONG, Mark.OPEN]


@pytest.mark.parametrize("way", ["other-writing", "php-writing", "request-rule"])
def test_two_mistakes_at_once_are_both_told(way: str) -> None:
    """It expects another way of signing, and its word is written in small letters."""
    answers = {
        one.variant.id: [Answer(200, b"success") if one.variant.id == way else REFUSED] for one in trials(BODY, KEY)
    }
    notes = [str(one) for one in verdict(judged(answers)).notes]
    assert len(notes) == 3
    assert ("rule for requests" if way == "request-rule" else "written anew") in notes[1]
    assert "capital letters" in notes[2]
    same = {name: [Answer(200, b"success")] for name in answers}
    assert "an order that this receiver knows" in str(verdict(judged(same)).notes[-1])


def test_others_that_are_taken_in_place_of_the_right_one_are_named() -> None:
    """It takes small letters only: both titles stand in the note, those of one trial alone."""
    taken = {"lower-case", "other-key"}
    answers = {one.variant.id: [SUCCESS if one.variant.id in taken else REFUSED] for one in trials(BODY, KEY)}
    said = verdict(judged(answers))
    assert str(said.notes[-1]) == "Others were taken: The signature in small letters, Signed with another key."


def test_without_any_answer_nothing_is_said_about_orders_and_keys() -> None:
    """Nothing listens: the failure is the cause."""
    nothing = Answer(failure=Text("Receiver", "The connection was refused."))
    said = verdict(run(lambda _message: nothing, BODY))
    (note,) = said.notes
    assert str(note).startswith("The connection was refused.")


def test_where_repeats_are_refused_later_right_ones_are_left_open() -> None:
    """All of them tell of the same payment."""
    found = run(receivers.Once(), BODY)
    open_ones = {one.id for one in VARIANTS if one.duty is Duty.ACCEPT} - {"right", "twice"}
    assert marks(found, Mark.OPEN) == open_ones
    assert "keeps on notifying" in str(verdict(found).notes[0])


def test_taking_everything_is_one_cause_not_six() -> None:
    """The verdict says it once."""
    notes = verdict(run(receivers.credulous, BODY)).notes
    assert len(notes) == 1
    assert "to every wrong one" in str(notes[0])


def test_a_single_wrong_one_is_named_with_its_cause() -> None:
    """The tampered one is taken, the others are not."""

    def receiver(message: Message) -> Answer:
        return SUCCESS if b'"txamt": "100"' in message.body else receivers.right(message)

    said = verdict(run(receiver, BODY))
    assert [str(one) for one in said.notes] == [
        "Amount changed after signing: It takes a tampered body: it does not verify, or does not heed the result."
    ]
    assert str(said.headline) == f"1 of {len(VARIANTS)} trials went wrong."


@pytest.mark.parametrize("status", [500, 599])
def test_a_crash_is_no_check(status: int) -> None:
    """Refused all the same, so it is to be looked at and not wrong; 499 is a check."""

    def receiver(message: Message) -> Answer:
        return SUCCESS if receivers.right(message) is SUCCESS else Answer(status, b"Traceback")

    found = run(receiver, BODY)
    assert marks(found, Mark.ATTENTION) == REFUSALS
    assert verdict(found).mark is Mark.ATTENTION
    assert len(verdict(found).notes) == 1
    status = 499
    assert not marks(run(receiver, BODY), Mark.ATTENTION)


def test_silence_is_no_check_either() -> None:
    """A wrong one that gets no answer at all."""
    nothing = Answer(failure=Text("Receiver", "No answer came."))
    found = run(lambda message: SUCCESS if receivers.right(message) is SUCCESS else nothing, BODY)
    assert marks(found, Mark.ATTENTION) == REFUSALS
    assert "an error of your own" in str(verdict(found).notes[0])


def test_a_line_break_behind_the_word_is_to_be_looked_at() -> None:
    """No document says whether it counts: neither right nor wrong; taken by a wrong one it counts as taken."""
    found = run(receivers.chatty, BODY)
    assert marks(found, Mark.WRONG) == set()
    assert marks(found, Mark.ATTENTION) == {one.id for one in VARIANTS if one.duty is Duty.ACCEPT}
    assert "line break" in str(verdict(found).notes[0])
    assert marks(run(lambda _message: Answer(200, b"SUCCESS\n"), BODY), Mark.WRONG) == REFUSALS


def test_the_second_of_two_decides_where_it_is_the_worse() -> None:
    """And its answer is the one that is told."""
    answers = {one.variant.id: [receivers.right(each) for each in one.messages] for one in trials(BODY, KEY)}
    twice = next(one for one in judged({**answers, "twice": [SUCCESS, Answer(409, b"seen")]}) if len(one.answers) == 2)
    assert (twice.mark, str(twice.did)) == (Mark.WRONG, "HTTP 409 “seen”")


def test_small_letters_may_be_taken_or_not() -> None:
    """Both are right, and the answer is told."""
    for receiver, did in ((receivers.right, "HTTP 200 “SUCCESS”"), (receivers.strict, "HTTP 401 “bad signature”")):
        (found,) = (one for one in run(receiver, BODY) if one.variant.id == "lower-case")
        assert (found.mark, str(found.did)) == (Mark.RIGHT, did)
        assert "no mistake" in str(found.words)


def test_a_recorded_one_must_be_taken_only_where_its_signature_fits() -> None:
    """In either letter case; of another one nobody knows."""
    right = receivers.md5(BODY)
    for sign, duty in ((right, Duty.ACCEPT), (f" {right.lower()}", Duty.ACCEPT), ("A" * 32, Duty.EITHER)):
        one = replayed(BODY, sign, KEY)
        assert one.duty is duty
        assert [(each.body, each.signature) for each in one.make(b"", "")] == [(BODY, sign)]


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[]", b"null", b"{", b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"])
def test_a_body_that_is_no_object_is_posted_in_the_ways_that_are_left(body: bytes) -> None:
    """Nothing raises, and what cannot be made is left out."""
    found = run(receivers.credulous, body)
    ways = {one.variant.id for one in found}
    assert {"right", "other-key", "no-header"} <= ways
    assert not ways & {"other-order", "new-field", "late", "request-rule"}


def by_id(body: bytes = BODY) -> dict[str, tuple[Message, ...]]:
    """What each variant posts."""
    return {one.variant.id: one.messages for one in trials(body, KEY)}


def test_variants_that_must_be_taken_are_signed_over_their_own_bytes() -> None:
    """And they differ from the right one in bytes, though hardly in content."""
    made, fields = by_id(), json.loads(BODY)
    for name in ("other-writing", "other-order", "new-field", "late"):
        (message,) = made[name]
        assert message.signature == receivers.md5(message.body) == signature(message.body, KEY)
        assert message.body != BODY
    assert json.loads(made["other-writing"][0].body) == fields
    assert list(json.loads(made["other-order"][0].body)) == list(reversed(fields))
    assert json.loads(made["new-field"][0].body).keys() - fields.keys() == {"added_by_qfpay_tester"}
    assert json.loads(made["late"][0].body)["paydtm"] == "2026-02-28 07:38:00"
    assert made["twice"] == made["right"] * 2
    assert "奶茶".encode() in made["other-writing"][0].body


def test_variants_that_must_be_refused_are_not_signed_over_their_bytes() -> None:
    """Each for a reason of its own."""
    made, fields = by_id(), json.loads(BODY)
    for name in REFUSALS:
        (message,) = made[name]
        assert message.signature.upper() != receivers.md5(message.body)
    assert json.loads(made["rewritten"][0].body) == fields
    assert made["rewritten"][0].signature == made["tampered"][0].signature == receivers.md5(BODY)
    assert json.loads(made["tampered"][0].body) == {**fields, "txamt": "100"}
    assert [name for name, _value in made["no-header"][0].headers] == ["Content-Type"]
    assert ("X-QF-SIGN", "") in made["empty-header"][0].headers
    assert made["other-key"][0].body == BODY


def test_the_same_letters_small_and_the_same_header_small() -> None:
    """Only the case differs."""
    made = by_id()
    assert made["lower-case"][0].signature == receivers.md5(BODY).lower()
    assert made["header-case"][0].headers[1] == ("x-qf-sign", receivers.md5(BODY))


def test_another_key_is_never_the_own_one() -> None:
    """Even where a merchant has the very key that is used for this."""
    for key in ("0123456789ABCDEF0123456789ABCDEF", KEY, ""):
        (trial,) = (one for one in trials(BODY, key) if one.variant.id == "other-key")
        assert trial.messages[0].signature != signature(BODY, key)


@pytest.mark.parametrize(
    ("body", "tampered"),
    [
        (b'{"txamt":"100"}', b'{"txamt":"900"}'),
        (b'{"txamt" : 300}', b'{"txamt" : 100}'),
        (b'{"a":"x7y"}', b'{"a":"x1y"}'),
        (b'{"a":"1"}', b'{"a":"9"}'),
    ],
)
def test_tampering_changes_one_digit(body: bytes, tampered: bytes) -> None:
    """The amount's first one, else the last one there is."""
    assert by_id(body)["tampered"][0].body == tampered


def test_what_is_compact_already_is_written_with_blanks() -> None:
    """The other writing is always another one, and what has no other is left out."""
    assert by_id(b'{"a":"1"}')["other-writing"][0].body == b'{"a": "1"}'
    assert by_id(b"{}")["other-writing"] == ()
    assert by_id(b'{"a": "1"}')["other-order"] == ()
    assert by_id(b'{"sysdtm": "soon"}')["late"] == ()
