from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.draft_storage import from_rows, to_rows
from qfpay_gui.qfpay.draft import Entry, example_draft

KEY = "0123456789ABCDEF0123456789ABCDEF"
PERSON = '{"user_creid": "430104199001011234", "user_truename": "张三丰"}'
ROWS = st.lists(st.dictionaries(st.sampled_from(["name", "value", "fresh"]), st.none() | st.text() | st.booleans()))


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


def test_fresh_flags_are_kept() -> None:
    """A pinned value stays pinned."""
    pinned = example_draft().edit("out_trade_no", value="MINE", fresh=False)
    assert not from_rows(to_rows(pinned, [])).find("out_trade_no").fresh
    assert from_rows(to_rows(replace(pinned, entries=example_draft().entries), [])).find("out_trade_no").fresh
