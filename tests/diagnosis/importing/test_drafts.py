"""A pasted request becomes a draft that sends exactly what was pasted."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import ReadRequest, missing, read_request, to_draft
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.prepared import prepare

NAMES = st.sampled_from(["txamt", "txcurrcd", "mchid", "goods_name", "txdtm", "extra", "sign", "Txamt"])
PAIRS = st.lists(st.tuples(NAMES, st.text(st.characters(exclude_categories=["Cs"]), max_size=5)))


@given(PAIRS)
def test_draft_sends_every_pair_and_nothing_else(pairs: list[tuple[str, str]]) -> None:
    """Doubled, empty and unknown parameters are sent as they were; the profile's mchid adds none."""
    draft = to_draft(ReadRequest(pairs=tuple(pairs)))
    prepared = prepare(draft, Credentials("app", "k" * 32, mchid="R1"), SIMULATOR)
    assert Counter(prepared.parameters) == Counter(pairs)


@given(PAIRS)
def test_doubled_values_keep_their_order(pairs: list[tuple[str, str]]) -> None:
    """The first value stays the first."""
    draft = to_draft(ReadRequest(pairs=tuple(pairs)))
    for name in {name for name, _value in pairs}:
        values = [value for other, value in pairs if other == name]
        assert [entry.value for entry in draft.entries if entry.name == name] == values


def test_nothing_pasted_is_made_fresh() -> None:
    """Order number and time are pinned: the signature is the one over the pasted values."""
    draft = to_draft(read_request(urlencode({"out_trade_no": "QA1", "txdtm": "2026-03-01 10:00:00"})))
    assert draft.value("out_trade_no") == "QA1"
    assert not any(entry.fresh for entry in draft.entries)


def test_sign_type_is_taken_where_the_paste_tells_it() -> None:
    """A whole request tells its sign type, a print does not; one the API does not know is left to the profile."""
    curl = "curl https://x.y/z -d txamt=1"
    assert to_draft(read_request(curl)).sign_type == "MD5"
    assert to_draft(read_request(f"{curl} -H 'X-QF-SIGNTYPE: SHA256'")).sign_type == "SHA256"
    assert to_draft(read_request(f"{curl} -H 'X-QF-SIGNTYPE: HMAC'")).sign_type == ""
    assert to_draft(read_request("{'txamt': '1'}")).sign_type == ""


@pytest.mark.parametrize(
    ("paste", "call"),
    [
        ("curl https://openapi-hk.qfapi.com/trade/v1/query -d syssn=1", "query"),
        ("curl https://openapi-hk.qfapi.com/trade/v1/refund -d 'syssn=1&txamt=300'", "refund"),
        ("curl https://openapi-hk.qfapi.com/trade/v1/close/ -d 'out_trade_no=QA1&txamt=300'", "close"),
        ("curl https://openapi-hk.qfapi.com/trade/v1/reversal -d 'syssn=1&txamt=300'", "reversal"),
        ("curl https://openapi-hk.qfapi.com/trade/v1/payment -d 'syssn=1&txamt=300'", "payment"),
        ("curl https://openapi-hk.qfapi.com/trade/v1/add_note -d 'syssn=1'", "payment"),
        ("curl https://shop.example/pay -d 'txamt=300&out_trade_no=QA1'", "payment"),
        ("{'syssn': '1', 'mchid': 'R1'}", "query"),
        ("{'start_time': '2026-03-01 00:00:00', 'end_time': '2026-03-02 00:00:00'}", "query"),
        ("{'syssn': '1', 'out_trade_no': 'R1', 'txamt': '300'}", "refund"),
        ("{'syssn': '1', 'txamt': '300', 'txdtm': '2026-03-01 10:00:00'}", "payment"),
        ("{'txamt': '300', 'out_trade_no': 'QA1'}", "payment"),
    ],
)
def test_a_paste_becomes_a_draft_of_its_call(paste: str, call: str) -> None:
    """By the path of its address, without one by what is sent; what remains open is a payment."""
    request = read_request(paste)
    draft = to_draft(request)
    assert draft.endpoint == call
    assert [entry.name for entry in draft.entries][: draft.known_count] == [
        parameter.name for parameter in endpoint(call).parameters
    ]
    prepared = prepare(draft, Credentials("app", "k" * 32, mchid="R1"), SIMULATOR)
    assert Counter(prepared.parameters) == Counter(request.pairs)


def test_what_is_missing_is_what_the_call_needs() -> None:
    """A query needs nothing, a refund four parameters; of an unknown call nothing is missed."""
    assert missing(read_request("curl https://x.y/trade/v1/query -d page=1")) == ()
    assert missing(read_request("curl https://x.y/trade/v1/refund -d txamt=1")) == ("syssn", "out_trade_no", "txdtm")
    assert missing(read_request("curl https://x.y/trade/v1/close -d syssn=1")) == ("txamt", "txdtm")
    assert missing(read_request("curl https://x.y/trade/v1/add_note -d syssn=1")) == ()


def test_a_parameter_is_unknown_where_its_call_does_not_document_it() -> None:
    """The currency belongs to a payment; in a refund it is remarked on and kept."""
    notes = read_request("curl https://x.y/trade/v1/refund -d 'syssn=1&txcurrcd=HKD&page=1'").notes
    assert [note.field for note in notes if note.code == "unknown"] == ["txcurrcd", "page"]
