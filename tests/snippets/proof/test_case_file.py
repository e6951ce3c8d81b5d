from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.case_file import (
    MOST_REPLIES,
    CaseHead,
    CaseRecord,
    CaseReply,
    CaseStatus,
    case_to_json,
    read_case,
)
from qfpay_gui.snippets.proof.json_file import ReadProof, read_proof, to_json
from tests.snippets.proof.cases import KEY, whole
from tests.snippets.proof.test_json_file import ANY_JSON

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
REFUSED = CaseReply(
    AT,
    "live-testing",
    "payment",
    text("Verdict", "Wrong: {why}").fill(why="x"),
    "1108",
    200,
    '{"respcd": "1108"}',
    is_deliberate=True,
)
HEAD = CaseHead("Tea shop", "T-4711", "asked for the body\nby mail", CaseStatus.WAITING)
RECORD = CaseRecord(whole(languages=("php",)), HEAD, "curl -d txamt=300", (REFUSED,), has_head=True)


def _read(written: str) -> CaseRecord:
    record = read_case(written)
    assert record is not None
    return record


def test_a_case_opens_as_it_was_saved() -> None:
    """Everything but what was only looked at: sentences are kept with their values, to be said in any language."""
    read = _read(case_to_json(RECORD))
    assert (read.head, read.paste, read.replies) == (HEAD, RECORD.paste, (REFUSED,))
    assert read.proof.request == RECORD.proof.request
    assert read.proof.claim == RECORD.proof.claim
    assert read.proof.causes == RECORD.proof.causes
    assert (read.proof.difference, read.proof.programs) == (RECORD.proof.difference, RECORD.proof.programs)
    assert (read.proof.key_length, read.proof.key_fingerprint) == (len(KEY), RECORD.proof.key_fingerprint)
    assert (read.proof.created_at, read.proof.version) == (RECORD.proof.created_at, "1.2")
    assert case_to_json(read) == case_to_json(RECORD)


def test_its_words_are_those_of_the_language_it_was_saved_in() -> None:
    """For whoever reads the file itself."""
    record = json.loads(case_to_json(RECORD, lambda sentence: f"<{sentence}>"))
    assert record["case"]["replies"][0]["headline"] == "<Wrong: x>"
    assert record["causes"][0]["explanation"].startswith("<The key is joined")


def test_the_file_of_a_case_is_a_proof_and_the_other_way_round() -> None:
    """One format: what does not know of cases reads the proof in it."""
    assert isinstance(read_proof(case_to_json(RECORD)), ReadProof)
    alone = _read(to_json(RECORD.proof))
    assert (alone.has_head, alone.head, alone.replies) == (False, CaseHead(), ())
    assert alone.proof.causes == RECORD.proof.causes


def test_a_proof_of_before_keeps_its_words() -> None:
    """Where only the sentence itself was written, it is said as it stands."""
    record = json.loads(to_json(RECORD.proof))
    for one in (*record["causes"], record["answer"]):
        one.pop("sentence", None), one.pop("sentences", None)
    read = _read(json.dumps(record)).proof
    assert read.answer is not None
    assert str(read.causes[0].explanation) == str(RECORD.proof.causes[0].explanation)
    assert str(read.answer.verdict.headline) == record["answer"]["headline"]
    assert read.answer.verdict.headline.context == "Proof"


def test_a_reply_is_no_mistake_on_purpose_unless_it_says_so() -> None:
    """Nor has it a code or a status by itself."""
    reply = CaseReply(REFUSED.at, "simulator", "payment", REFUSED.headline)
    assert (reply.is_deliberate, reply.status, reply.respcd, reply.reply) == (False, 0, "", "")


@pytest.mark.parametrize("count", [MOST_REPLIES, MOST_REPLIES + 1])
def test_the_newest_replies_are_read(count: int) -> None:
    """No more than are kept."""
    replies = tuple(replace(REFUSED, status=number) for number in range(1, count + 1))
    read = _read(case_to_json(replace(RECORD, replies=replies)))
    assert [one.status for one in read.replies] == list(range(count - 19, count + 1))


@pytest.mark.parametrize(
    ("written", "status"),
    [("200", 200), ("-1", 0), ("999999999", 999_999_999), ("1000000000", 0), ('"x"', 0), ("1e3", 0), ("[]", 0)],
)
def test_a_number_is_one_of_at_most_nine_digits(written: str, status: int) -> None:
    """Anything else is none."""
    file = case_to_json(RECORD).replace('"status": 200,', f'"status": {written},')
    assert _read(file).replies[0].status == status


@pytest.mark.parametrize(
    ("written", "year"),
    [("1970-01-01T00:00:00+00:00", 1970), ("1969-12-31T00:00:00+00:00", 1970), ("9000-12-31", 9000), ("x", 1970)],
)
def test_a_moment_is_one_that_every_zone_has(written: str, year: int) -> None:
    """The first of 1970 stands for none."""
    assert _read(case_to_json(RECORD).replace(AT.isoformat(), written)).replies[0].at.year == year


@given(st.text())
def test_any_text_is_read_or_refused(written: str) -> None:
    """Nothing makes it raise."""
    assert read_case(written) is None


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_as_far_as_it_goes(data: st.DataObject) -> None:
    """Members of the wrong kind, or none, never raise, and what is read can be saved again."""
    record: dict[str, Any] = json.loads(case_to_json(RECORD))
    places = [record, *(record[name] for name in ("request", "merchant", "client_key", "case", "answer"))]
    place = data.draw(st.sampled_from([*places, record["causes"][0], record["case"]["replies"][0]]))
    name = data.draw(st.sampled_from(sorted(place)))
    if name != "format":
        place[name] = data.draw(ANY_JSON)
    assert read_case(case_to_json(_read(json.dumps(record)))) is not None
