from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from qfpay_gui.diagnosis.comparison import compare
from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.models.case.comparison import side_of_case, side_of_history, side_of_request
from qfpay_gui.models.history.entries import Sender, begun
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import KeptFailure, KeptReply
from qfpay_gui.snippets.proof.case_file import CaseReply
from tests.models.case.case_samples import KEY, RIGHT, SHOP, curl

CASE = read_request(curl(RIGHT))
OURS = prepare(to_draft(CASE), SHOP.credentials, PRODUCTION)


def test_a_rightly_signed_case_and_ours_differ_in_nothing() -> None:
    """Parameters, URL, headers."""
    assert compare(side_of_case(CASE), side_of_request(OURS), KEY).differences == ()


def test_an_entry_of_the_history_is_a_side_too() -> None:
    """It is what was sent, as far as it was kept."""
    entry = begun(OURS, Sender(datetime(2026, 3, 1, tzinfo=UTC), "Tea shop", (KEY,)))
    assert compare(side_of_history(entry), side_of_request(OURS)).differences == ()


def test_a_case_brings_the_replies_obtained_in_it() -> None:
    """The merchant's side the newest to a mistake made on purpose, ours the newest to the call as it is."""
    said, at = text("Verdict", "x"), datetime(2026, 3, 1, tzinfo=UTC)
    replies = (
        CaseReply(at, "simulator", "payment", said, "0000", 200, '{"respcd": "0000", "old": "1"}'),
        CaseReply(at, "simulator", "payment", said, "1108", 200, '{"respcd": "1108"}', is_deliberate=True),
        CaseReply(at, "simulator", "payment", said, "0000", 200, '{"respcd": "0000"}'),
        CaseReply(at, "simulator", "query", said, "1143", 200, '{"respcd": "1143"}'),
    )
    theirs, ours = side_of_case(CASE, replies), side_of_request(OURS, replies)
    assert (theirs.status, theirs.answer) == ("HTTP 200", (("respcd", "1108"),))
    assert (ours.status, ours.answer) == ("HTTP 200", (("respcd", "0000"),))
    assert [one.name for one in compare(theirs, ours, KEY).differences] == ["respcd"]
    cut = CaseReply(at, "simulator", "payment", said, reply="connection: reset")
    assert side_of_request(OURS, (cut,)).status == "connection: reset"
    assert side_of_request(OURS, (cut,)).answer == ()
    assert side_of_case(CASE).status == ""


def test_an_entry_brings_its_reply() -> None:
    """Status line and every member by its path; of an exchange that failed below HTTP, the layer."""
    kept = begun(OURS, Sender(datetime(2026, 3, 1, tzinfo=UTC), "Tea shop", (KEY,)))
    reply = KeptReply(200, "OK", (), '{"respcd": "0000", "data": [{"txamt": 300}]}')
    side = side_of_history(replace(kept, reply=reply))
    assert side.status == "HTTP 200 OK"
    assert side.answer == (("respcd", "0000"), ("data[0].txamt", "300"))
    assert side.string == OURS.signed.string_without_key
    failed = side_of_history(replace(kept, failure=KeptFailure("TLS", may_have_arrived=False, technical="expired")))
    assert (failed.status, failed.answer) == ("TLS: expired", ())
