from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.request.draft_storage import Row, from_rows, stored_drafts, with_drafts
from qfpay_gui.qfpay.request.draft import Draft, Drafts, Entry, example_draft
from qfpay_gui.services.settings import Settings

KEY = "0123456789ABCDEF0123456789ABCDEF"
PERSON = '{"user_creid": "430104199001011234", "user_truename": "张三丰"}'
ROWS = st.lists(st.dictionaries(st.sampled_from(["name", "value", "fresh"]), st.none() | st.text() | st.booleans()))


def to_rows(draft: Draft, secrets: list[str]) -> tuple[Row, ...]:
    """What the settings keep of a payment."""
    return tuple(dict(row) for row in with_drafts(Settings(), Drafts(draft), secrets).draft)


def test_a_draft_comes_back_as_it_was() -> None:
    """Values, flags and further parameters outlive the program."""
    draft = example_draft().edit("txamt", value="4200").edit("goods_name", value="奶茶", send_empty=True)
    draft = draft.edit("txdtm", leave_out=True).with_further((Entry("x", "1"), Entry("x", "2", leave_out=True)))
    rows = json.loads(json.dumps(to_rows(draft, [KEY])))
    assert from_rows(rows) == draft


def test_personal_data_stays_out() -> None:
    """Name and national ID are left empty, under their own and under another name."""
    draft = example_draft().edit("extend_info", value=PERSON).with_further((Entry("copy", PERSON),))
    written = json.dumps(to_rows(draft, [KEY]), ensure_ascii=False)
    assert "4301" not in written
    assert "张三丰" not in written


def test_the_key_stays_out_of_values_and_names() -> None:
    """A key pasted into the wrong field is not written."""
    draft = example_draft().edit("goods_name", value=f"see {KEY}").with_further((Entry(KEY, "1"), Entry("k", KEY)))
    written = json.dumps(to_rows(draft, [KEY]))
    assert KEY not in written


def test_an_endless_value_stays_out() -> None:
    """Ten thousand characters are kept, one more is not."""
    draft = example_draft().edit("goods_name", value="x" * 10_001).with_further((Entry("a", "x" * 10_000),))
    again = from_rows(to_rows(draft, []))
    assert again.value("goods_name") == ""
    assert [len(entry.value) for entry in again.further] == [10_000]


def test_no_rows_are_the_example() -> None:
    """A first start begins with the example payment."""
    assert from_rows([]) == example_draft()
    assert from_rows([{"name": 1}]) == example_draft()


@given(ROWS)
def test_any_rows_make_a_draft(rows: list[dict[str, object]]) -> None:
    """A settings file edited by hand never stops a start; all documented parameters are there."""
    draft = from_rows(rows)
    known = [entry.name for entry in example_draft().entries]
    assert [entry.name for entry in draft.entries][: len(known)] == known


def test_what_has_a_place_goes_there_once_and_all_else_is_further() -> None:
    """A second value of one name, a value without a name, a name without a value; nothing at all is no parameter."""
    pairs = (("txamt", "1"), ("txamt", "2"), ("", "v"), ("n", ""), ("", ""))
    draft = from_rows([{"name": name, "value": value} for name, value in pairs])
    assert draft.find("txamt").value == "1"
    assert draft.further == (Entry("txamt", "2"), Entry("", "v"), Entry("n", ""))


def test_fresh_flags_are_kept() -> None:
    """A pinned value stays pinned."""
    pinned = example_draft().edit("out_trade_no", value="MINE", fresh=False)
    assert not from_rows(to_rows(pinned, [])).find("out_trade_no").fresh
    assert from_rows(to_rows(replace(pinned, entries=example_draft().entries), [])).find("out_trade_no").fresh


def stored(drafts: Drafts) -> Settings:
    """The settings as another start reads them from the file."""
    written = with_drafts(Settings(), drafts, [KEY])
    members = json.loads(json.dumps({"draft": written.draft, "drafts": written.drafts}))
    return Settings(draft=tuple(members["draft"]), drafts=members["drafts"], endpoint=written.endpoint)


def test_the_drafts_of_all_calls_come_back() -> None:
    """With the one that was edited in front, and the payment where earlier versions look for it."""
    payment = example_draft().edit("txamt", value="4200")
    refund = example_draft("refund").fill({"syssn": "S", "coupon": "1"})
    settings = stored(Drafts(refund, (payment,)))
    assert stored_drafts(settings) == Drafts(refund, (payment,))
    assert from_rows(settings.draft) == payment
    assert settings.endpoint == "refund"


def test_settings_of_an_earlier_version_are_a_payment() -> None:
    """They know one draft and no endpoint."""
    payment = example_draft().edit("txamt", value="4200")
    assert stored_drafts(Settings(draft=to_rows(payment, []))) == Drafts(payment)
    assert stored_drafts(Settings()) == Drafts(example_draft())


def test_an_endpoint_without_a_draft_begins_with_its_example() -> None:
    """A file edited by hand, or by a version that knows more calls, never stops a start."""
    assert stored_drafts(Settings(endpoint="query")).current == example_draft("query")
    odd = Settings(endpoint="teleport", drafts={"teleport": ({"name": "a", "value": "b"},), "query": ({"name": 1},)})
    assert stored_drafts(odd) == Drafts(example_draft(), (example_draft("query"),))


def test_a_persons_name_stays_out_of_every_call() -> None:
    """What is personal in the payment is not written where it is repeated in a refund."""
    payment = example_draft().edit("extend_info", value=PERSON)
    refund = example_draft("refund").edit("udid", value="张三丰")
    written = with_drafts(Settings(), Drafts(payment, (refund,)), [KEY])
    assert "张三丰" not in json.dumps([written.draft, written.drafts], ensure_ascii=False)
