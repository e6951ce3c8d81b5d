from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.models.history import entries
from qfpay_gui.models.history.entries import LONGEST_REPLY, Sender, begun, broken, ended
from qfpay_gui.models.history.reopened import reopened
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import HttpReply, Layer
from qfpay_gui.qfpay.request.draft import Entry, example_draft, freshened
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.secrets.exchange import LONGEST_VALUE, Mask
from qfpay_gui.services.database.entry import Ending, HistoryEntry
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.search import LONGEST_TEXT, searchable
from tests.ui.reply.answers import CREDENTIALS, KEY, NOW, SIMULATED, answered, created, refused, request, unanswered

if TYPE_CHECKING:
    from pathlib import Path

SENDER = Sender(NOW, "Demo merchant", (KEY, "another-profile's key/+ü"))
PERSON = {"user_creid": "430067798868676871", "user_truename": '欧阳"娜/娜'}


def forms(secret: str) -> dict[str, str]:
    """How a secret could be written, found out without the product's own patterns: as written, what betrays it."""
    raw = secret.encode()
    escaped = json.dumps(secret)[1:-1]
    whole = {secret, secret.lower(), quote(secret, safe=""), quote_plus(secret), escaped}
    whole |= {json.dumps(escaped)[1:-1], raw.hex(), raw.hex().upper()}
    encoded = [base64.b64encode(bytes(before) + raw).decode() for before in range(3)]
    return {form: form for form in whole} | {form: form[4:-4] for form in encoded}


def hostile_reply(sent: PreparedRequest) -> bytes:
    """A reply that repeats the key and the person in every form."""
    echoed = [form for secret in (KEY, *PERSON.values()) for form in forms(secret)]
    return json.dumps(created(sent, respmsg="; ".join(echoed), echoed=echoed)).encode()


def test_no_secret_and_no_person_is_in_any_file(tmp_path: Path) -> None:
    """Database, log and index hold neither key nor name nor ID, in no form, although request and reply do."""
    info = json.dumps(PERSON, ensure_ascii=False)
    values = {"extend_info": info, "goods_name": f"for {PERSON['user_truename']}", "udid": KEY, "notify_url": KEY}
    sent = request(values=values)
    history = History(tmp_path / "history.sqlite3")
    history.begin(begun(sent, SENDER))
    headers = (("X-Echo", KEY), ("Set-Cookie", base64.b64encode(KEY.encode()).decode()))
    answer = answered(hostile_reply(sent), sent=sent, headers=headers, reason=KEY)
    entry_id = history.begin(ended(answer, SENDER))
    history.finish(entry_id, ended(answer, replace(SENDER, profile=f"my {KEY}")))
    files = list(tmp_path.iterdir())
    assert {file.name for file in files} >= {"history.sqlite3", "history.sqlite3-wal"}
    for file in files:
        content = file.read_bytes().lower()
        for secret in (KEY, *PERSON.values()):
            assert not [form for form in forms(secret).values() if form.lower().encode() in content]


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=6, max_size=24), st.booleans())
def test_any_key_stays_out_of_any_entry(key: str, in_reply: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    """Whatever the key, no text of the entry holds it."""
    draft = freshened(example_draft(), NOW, "T1").with_further(
        (Entry(f"x{key}", f"{key}!"), Entry("y", quote(key.encode("utf-8", "replace"))))
    )
    sent = prepare(draft, replace(CREDENTIALS, client_key=key), SIMULATED, now=NOW)
    body = json.dumps({"respcd": "1108", "resperr": key if in_reply else ""}).encode()
    entry = ended(answered(body, sent=sent), Sender(NOW, key))
    kept = key.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    texts = (
        entry.profile,
        entry.request.body,
        entry.request.signing_string,
        entry.searched,
        str(entry.request.parameters),
    )
    assert not [written for written in texts if kept in written]


def test_the_entry_before_the_answer_reads_as_unknown() -> None:
    """Should the program die now, the next one says so and what to do."""
    sent = request()
    entry = begun(sent, SENDER)
    assert (entry.ending, entry.verdict.severity) == (Ending.SENDING, Severity.WRONG)
    assert f"query out_trade_no {sent.value('out_trade_no')}" in str(entry.verdict.next_step)
    assert broken(sent, "ValueError", SENDER).ending is Ending.UNKNOWN


def test_an_entry_holds_what_was_sent_and_what_came() -> None:
    """Nothing but secrets and personal data is missing."""
    sent = request()
    answer = refused()
    entry = ended(answer, SENDER)
    assert entry.request.parameters == sent.parameters
    assert entry.request.body.encode() == sent.body
    assert entry.request.headers == sent.headers
    assert entry.request.signing_string == sent.signed.string_without_key
    assert (entry.request.signature, entry.request.masked) == (sent.signature, ())
    assert entry.reply is not None
    assert isinstance(answer.exchange.outcome, HttpReply)
    assert entry.reply.body.encode() == answer.exchange.outcome.body
    assert (entry.respcd, str(entry.verdict.headline)) == ("1108", str(answer.verdict.headline))
    assert (entry.profile, entry.environment_id, entry.host) == ("Demo merchant", "simulator", "127.0.0.1:51234")


@pytest.mark.parametrize(
    ("respcd", "ending"),
    [
        ("0000", Ending.SUCCESS),
        ("1143", Ending.IN_PROGRESS),
        ("1108", Ending.FAILED),
        ("4711", Ending.UNKNOWN),
    ],
)
def test_a_respcd_says_how_it_ended(respcd: str, ending: Ending) -> None:
    """A respcd nobody knows leaves the outcome open."""
    assert ended(refused(respcd), SENDER).ending is ending


@pytest.mark.parametrize(
    ("status", "body", "ending"),
    [
        (502, b"<html>", Ending.UNKNOWN),
        (429, b"", Ending.FAILED),
        (403, b"", Ending.FAILED),
        (500, b'{"respcd": "0000"}', Ending.UNKNOWN),
        (200, b"", Ending.UNKNOWN),
    ],
)
def test_a_faulty_reply_says_how_it_ended(status: int, body: bytes, ending: Ending) -> None:
    """What was turned away had no effect; all else is open."""
    assert ended(answered(body, status=status), SENDER).ending is ending


def test_no_reply_says_whether_it_may_have_arrived() -> None:
    """Only what may have arrived is open."""
    lost, refused_here = unanswered(), unanswered(Layer.CONNECT, may_have_arrived=False)
    assert (ended(lost, SENDER).ending, ended(refused_here, SENDER).ending) == (Ending.UNKNOWN, Ending.NOT_SENT)
    entry = ended(lost, SENDER)
    assert entry.failure is not None
    assert (entry.failure.layer, entry.reply) == (Layer.READ_TIMEOUT.value, None)


def test_a_long_reply_is_cut_but_not_within_a_key() -> None:
    """200,000 characters are kept; a key across that place leaves no part behind."""
    body = ("x" * (LONGEST_REPLY - 10) + KEY + "y" * 50_000).encode()
    entry = ended(answered(body), SENDER)
    assert entry.reply is not None
    assert (len(entry.reply.body), entry.reply.shortened) == (LONGEST_REPLY, True)
    assert KEY[:8] not in entry.reply.body
    for size, is_cut in ((LONGEST_REPLY, False), (LONGEST_REPLY + 1, True)):
        whole = ended(answered(b"x" * size), SENDER).reply
        assert whole is not None
        assert (len(whole.body), whole.shortened) == (LONGEST_REPLY, is_cut)
    cut_here = ended(answered(b"x", truncated=True), SENDER).reply
    assert cut_here is not None
    assert cut_here.shortened


def test_long_parts_of_what_is_searched_are_cut() -> None:
    """At three hundred characters each, the return code too."""
    sent = request(values={"out_trade_no": "N" * 400, "goods_name": "g" * 400})
    begins = begun(sent, SENDER).searched.split("\n")
    assert (begins[0], "g" * 300 in begins, "g" * 301 in begins) == ("n" * 300, True, False)
    read = ended(answered(json.dumps({"respcd": "9" * 400, "x": "y" * 400}).encode()), SENDER)
    lines = read.searched.split("\n")
    assert (read.respcd, "9" * 300 in lines, "y" * 300 in lines) == ("9" * 300, True, True)
    failed = ended(unanswered(), SENDER).searched.split("\n")
    assert Layer.READ_TIMEOUT.value.casefold() in failed


def test_of_very_many_members_no_more_are_masked_than_the_searched_text_can_hold() -> None:
    """Each takes its time; the text is the same, to its last character."""
    masked: list[str] = []

    class Counting(Mask):
        def __call__(self, written: str, longest: int = 0) -> str:
            masked.append(written)
            return super().__call__(written, longest)

    members = {f"m{number}": "x" if number % 2 else "" for number in range(20_000)}
    parts = list(entries._searched_reply(answered(json.dumps(members).encode()), Counting()))
    assert masked == ["x"] * (LONGEST_TEXT // 2)
    assert len(searchable(parts)) == LONGEST_TEXT


def test_the_whole_reply_is_searched_by_its_members() -> None:
    """Order number, amount as written, return words and prepay_id are found."""
    sent = request()
    searched = ended(answered(json.dumps(created(sent)).encode(), sent=sent), SENDER).searched
    for word in (
        sent.value("out_trade_no"),
        "HK$",
        "0000",
        "success",
        "prepay_id=",
        "20261123000100020003",
        sent.signature,
    ):
        assert word.lower() in searched


def test_an_entry_is_a_draft_again() -> None:
    """The very same request is prepared from it: values, order, doubles, empty ones; and nothing is made anew."""
    draft = freshened(example_draft(), NOW, "K7QZP").edit("goods_info", value="", send_empty=True)
    draft = draft.with_further((Entry("colour", "red"), Entry("txamt", "5"), Entry("empty", "", send_empty=True)))
    sent = prepare(replace(draft, sign_type="SHA256"), CREDENTIALS, SIMULATED, now=NOW)
    again = reopened(begun(sent, SENDER))
    assert prepare(again.draft, CREDENTIALS, SIMULATED, now=NOW) == sent
    assert not [one for one in again.draft.entries if one.fresh]
    assert "asks first" in str(again.notice)


@pytest.mark.parametrize("call", ENDPOINTS)
def test_an_entry_of_any_call_is_a_draft_of_it_again(call: str) -> None:
    """Only where a number must be new does the sentence speak of sending it again."""
    draft = freshened(example_draft(call), NOW, "K7QZP").fill({"mchid": "R1"})
    sent = prepare(draft, CREDENTIALS, SIMULATED, now=NOW)
    again = reopened(begun(sent, SENDER))
    assert again.draft.endpoint == call
    assert prepare(again.draft, CREDENTIALS, SIMULATED, now=NOW) == sent
    assert ("asks first" in str(again.notice)) is (call in {"payment", "refund"})


def test_what_is_masked_comes_back_empty() -> None:
    """A masked value is never sent: the field is empty, and the sentence names it."""
    sent = request(values={"extend_info": json.dumps(PERSON)})
    again = reopened(begun(sent, SENDER))
    assert again.draft.find("extend_info") == Entry("extend_info")
    assert again.draft.value("out_trade_no") == sent.value("out_trade_no")
    assert "extend_info" in str(again.notice)


def test_a_value_too_long_to_keep_comes_back_empty() -> None:
    """Half a value would be another value."""
    again = reopened(begun(request(values={"goods_info": "x" * (LONGEST_VALUE + 1)}), SENDER))
    assert again.draft.value("goods_info") == ""
    assert "goods_info" in str(again.notice)


def test_of_further_parameters_the_masked_ones_come_back_empty_too() -> None:
    """An empty one that was sent is sent again; a masked one is not; a name that was masked is left out."""
    further = (Entry("note", "x" * (LONGEST_VALUE + 1)), Entry("empty", "", send_empty=True), Entry(KEY, "1"))
    draft = freshened(example_draft(), NOW, "K7QZP").with_further(further)
    again = reopened(begun(prepare(draft, CREDENTIALS, SIMULATED, now=NOW), SENDER)).draft
    assert again.find("note") == Entry("note")
    assert again.find("empty") == Entry("empty", "", send_empty=True)
    assert [one.name for one in again.entries if one.name not in {e.name for e in draft.entries}] == []
    assert len(again.further) == 2


def test_a_sign_type_that_is_none_is_not_chosen() -> None:
    """The window would have no name for it."""
    sent = begun(request(), SENDER)
    for kept, chosen in (("SHA256", "SHA256"), ("MD5", "MD5"), ("ROT13", ""), ("", "")):
        assert reopened(replace(sent, request=replace(sent.request, sign_type=kept))).draft.sign_type == chosen


def test_an_entry_of_a_newer_endpoint_becomes_a_payment() -> None:
    """An endpoint this program does not know is no reason to fail; its parameters are further ones."""
    entry: HistoryEntry = replace(begun(request(), SENDER), endpoint="teleport")
    assert reopened(entry).draft.endpoint == "payment"


def test_a_body_that_is_not_the_form_is_kept_as_it_is() -> None:
    """What is deliberately sent in another form is kept in that form."""
    sent = replace(request(), body=b'{"txamt": 300}')
    assert begun(sent, SENDER).request.body == '{"txamt": 300}'


def test_an_order_number_is_searched_for_once_and_first() -> None:
    """What matters most stands first, for the text is cut; every other value follows."""
    sent = request(values={"out_trade_no": "QA-UNIQUE-7", "goods_name": "oolong tea"})
    lines = begun(sent, SENDER).searched.split("\n")
    assert lines[0] == "qa-unique-7"
    assert (lines.count("qa-unique-7"), lines.count("oolong tea")) == (1, 1)
