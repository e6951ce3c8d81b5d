"""A pasted request becomes a draft that sends exactly what was pasted."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import ReadRequest, read_request, to_draft
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.prepared import prepare

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
