"""A case as it is written down: what it is called, what of it goes on, and what of it is too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from qfpay_gui.diagnosis.importing import ReadRequest
from qfpay_gui.models.case.kept import Making, continued, is_about, kept_of, noted_over, with_replies
from qfpay_gui.models.history.entries import Sender
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.cases import LONGEST_RECORD
from qfpay_gui.snippets.proof.case_file import (
    MOST_REPLIES,
    CaseHead,
    CaseRecord,
    CaseReply,
    CaseStatus,
    case_to_json,
    read_case,
)
from qfpay_gui.snippets.proof.model import ShownClaim
from tests.snippets.proof.cases import NOW, Named, request, whole
from tests.ui.reply import answers

NUMBER = request().value("out_trade_no")
LATER = NOW + timedelta(hours=1)
TEA = CaseHead("Tea shop", "T-1", "asked", CaseStatus.WAITING)


def record(**changes: object) -> CaseRecord:
    """A case with a paste and one reply."""
    reply = CaseReply(NOW, "simulator", "payment", text("Verdict", "x"), "1108", 200, "{}")
    return replace(CaseRecord(whole(), paste="the paste", replies=(reply,)), **changes)  # type: ignore[arg-type]


def reopened(written: str) -> CaseRecord:
    """The record of this text."""
    found = read_case(written)
    assert found is not None
    return found


def test_a_case_is_listed_by_its_number_and_its_cause() -> None:
    """What a person noted stands beside the record, not in it."""
    kept = kept_of(record(head=TEA), (), NOW)
    assert (kept.number, kept.signature, kept.head) == (NUMBER, whole().claim.signature, TEA)
    assert (kept.made_at, kept.changed_at, kept.severity) == (NOW, NOW, Severity.WRONG)
    assert reopened(kept.record).head == CaseHead()
    assert reopened(kept.record).paste == "the paste"


def test_a_case_without_a_cause_says_so() -> None:
    """One whose claim is the right signature, in any case of letters, is well signed; without a claim it is not."""
    sign = whole().request.signature
    assert str(kept_of(record(proof=whole(causes=[])), (), NOW).cause) == "No known mistake explains it"
    assert kept_of(record(proof=whole(causes=[])), (), NOW).severity is Severity.ATTENTION
    for claimed in (sign, sign.lower()):
        kept = kept_of(record(proof=whole(claim=ShownClaim(claimed))), (), NOW)
        assert (str(kept.cause), kept.severity) == ("Well signed", Severity.OK)
    empty = replace(whole(claim=ShownClaim(), causes=[]), request=replace(whole().request, signature=""))
    assert kept_of(record(proof=empty), (), NOW).severity is Severity.ATTENTION


def test_two_causes_at_once_are_both_in_the_list() -> None:
    """Without the sentences around them; words of another shape stand as they are."""
    one, other = text("Doctor", "first"), text("Doctor", "second")
    first = text("Doctor", "Reproduced. First: {cause}.").fill(cause=one)
    both = text("Case", "{first} {second}").fill(
        first=first, second=text("Doctor", "Besides: {cause}.").fill(cause=other)
    )
    assert str(kept_of(record(proof=whole(causes=[Named(both)])), (), NOW).cause) == "first; second"
    plain = text("Doctor", "In words of its own")
    assert str(kept_of(record(proof=whole(causes=[Named(plain)])), (), NOW).cause) == "In words of its own"


def test_secrets_are_scrubbed_from_every_column() -> None:
    """Whoever made the record."""
    shown = whole(claim=ShownClaim("s3cret-of-ours"))
    sent = replace(shown.request, parameters=(("out_trade_no", "s3cret-of-ours"),))
    kept = kept_of(record(proof=replace(shown, request=sent), paste="s3cret-of-ours"), ("s3cret-of-ours",), NOW)
    assert "s3cret-of-ours" not in "".join((kept.number, kept.signature, kept.searched, kept.record, str(kept.cause)))


@pytest.mark.parametrize(
    "words", ["key-lead", NUMBER.lower(), "production", "payment", "1108", "800213", "application/x-www-form"]
)
def test_a_case_is_found_by_what_is_in_it(words: str) -> None:
    """Cause, number, environment, call, values, headers, return codes."""
    assert words in kept_of(record(), (), NOW).searched.lower()


def test_what_is_too_long_goes_the_paste_first_and_the_replies_then() -> None:
    """The proof itself goes last: what remains opens again."""
    bare = len(case_to_json(record(paste="", head=CaseHead())))
    exactly = record(paste="x" * (LONGEST_RECORD - bare))
    assert len(kept_of(exactly, (), NOW).record) == LONGEST_RECORD
    over = reopened(kept_of(replace(exactly, paste=exactly.paste + "x"), (), NOW).record)
    assert (over.paste, len(over.replies)) == ("", 1)
    long = replace(record().replies[0], reply="y" * LONGEST_RECORD)
    assert reopened(kept_of(record(replies=(long,)), (), NOW).record).replies == ()
    huge = replace(whole(), request=replace(whole().request, url="z" * LONGEST_RECORD))
    assert kept_of(record(proof=huge), (), NOW).record == ""


def test_what_is_noted_since_stands_over_what_was_noted_before() -> None:
    """Field by field; what is empty or still open says nothing."""
    assert noted_over(TEA, CaseHead()) == TEA
    assert noted_over(CaseHead(), TEA) == TEA
    newer = CaseHead("", "T-2", "", CaseStatus.SOLVED)
    assert noted_over(TEA, newer) == CaseHead("Tea shop", "T-2", "asked", CaseStatus.SOLVED)
    assert noted_over(newer, TEA) == TEA


def test_a_case_goes_on_with_what_is_found_now() -> None:
    """What came back and what was pasted stays, the date it was made too."""
    older = replace(kept_of(record(head=TEA), (), NOW), id=7)
    newer = kept_of(record(proof=whole(causes=[]), paste="", replies=()), (), LATER)
    going = continued(newer, older)
    now = reopened(going.record)
    assert (going.id, going.made_at, going.changed_at, going.head) == (7, NOW, LATER, TEA)
    assert (str(going.cause), now.paste, len(now.replies)) == ("No known mistake explains it", "the paste", 1)
    again = continued(kept_of(record(paste="newer", replies=()), (), LATER), replace(older, record=newer.record))
    assert (reopened(again.record).paste, reopened(again.record).replies) == ("newer", ())
    fresh = kept_of(record(), (), LATER)
    assert len(reopened(continued(fresh, replace(older, record=newer.record)).record).replies) == 1


def test_a_record_that_cannot_be_read_is_replaced() -> None:
    """Under the same number."""
    older = replace(kept_of(record(head=TEA), (), NOW), id=7, record="x")
    newer = kept_of(record(), (), LATER)
    assert continued(newer, older) == replace(newer, id=7)
    assert with_replies(older, [(answers.refused(), Sender(NOW, "Tea shop"))], LATER) == older


def test_replies_are_added_and_the_newest_are_kept() -> None:
    """With their code to be found by; one that failed below HTTP says its layer."""
    sender = Sender(NOW, "Tea shop", (answers.KEY,))
    kept = kept_of(record(replies=()), (), NOW)
    one = with_replies(kept, [(answers.refused("1142"), sender), (answers.unanswered(), sender)], LATER)
    first, second = reopened(one.record).replies
    assert (first.respcd, first.status, first.is_deliberate, first.environment_id) == ("1142", 200, False, "simulator")
    assert (second.respcd, second.status) == ("", 0)
    assert second.reply.endswith(": Read timed out. (read timeout=30.0)")
    assert (one.changed_at, "1142" in one.searched) == (LATER, True)
    many = with_replies(one, [(answers.refused("1108"), sender)] * (MOST_REPLIES - 1), LATER)
    assert [reply.respcd for reply in reopened(many.record).replies] == ["", *["1108"] * (MOST_REPLIES - 1)]


def test_a_long_reply_is_cut() -> None:
    """At twenty thousand characters."""
    answer = answers.answered(b'{"respcd": "' + b"9" * 30_000 + b'"}')
    kept = with_replies(kept_of(record(replies=()), (), NOW), [(answer, Sender(NOW, "x"))], NOW)
    assert len(reopened(kept.record).replies[0].reply) == 20_000


def test_a_reply_to_a_mistake_made_on_purpose_is_marked() -> None:
    """It is the merchant's, not ours."""
    sent = replace(answers.request(), deliberate=text("Variants", "x"))
    kept = with_replies(
        kept_of(record(replies=()), (), NOW), [(answers.answered(b"{}", sent=sent), Sender(NOW, "x"))], NOW
    )
    assert reopened(kept.record).replies[0].is_deliberate


def case(*pairs: tuple[str, str]) -> ReadRequest:
    """A request as it was read."""
    return ReadRequest(form="form", pairs=pairs)


def test_a_request_is_about_a_case_by_its_number_or_by_all_that_lasts() -> None:
    """Number and time are made anew where it is sent again; order does not count."""
    ours = request()
    assert is_about(case(("out_trade_no", NUMBER)), ours)
    assert not is_about(case(("out_trade_no", "another")), ours)
    assert not is_about(case(), ours)
    again = [(name, "other" if name in {"out_trade_no", "txdtm"} else value) for name, value in ours.parameters]
    assert is_about(case(*reversed(again)), ours)
    assert not is_about(case(*again[1:], ("txamt", "999999")), ours)
    unnumbered = replace(ours, parameters=(("txamt", "1"),))
    assert not is_about(case(("out_trade_no", "")), unnumbered)
    assert is_about(case(("txamt", "1")), unnumbered)


def test_what_a_case_is_made_of_is_not_shown_by_accident() -> None:
    """Its repr could get into a log."""
    hidden: Any = "s3cret"
    making = Making(hidden, hidden, NOW, hidden, secrets=(hidden,))
    assert "s3cret" not in repr(making)
    assert not making.is_veiled
    assert not making.is_open
