from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.request.draft import Draft, Drafts, Entry, example_draft, freshened, out_trade_no
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.times import txdtm

NOW = datetime(2026, 12, 31, 17, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("entry", "is_sent"),
    [
        (Entry("udid", "a"), True),
        (Entry("udid", ""), False),
        (Entry("udid", " "), True),
        (Entry("udid", "", send_empty=True), True),
        (Entry("udid", "a", leave_out=True), False),
        (Entry("udid", "", send_empty=True, leave_out=True), False),
        (Entry("", "a"), True),
        (Entry("", "", send_empty=True), False),
    ],
)
def test_an_entry_is_sent_by_its_value_and_flags(entry: Entry, is_sent: bool) -> None:  # noqa: FBT001 - a table of answers
    """A value is sent unless left out, an empty one only where asked for."""
    assert entry.is_sent is is_sent


def test_a_name_that_is_not_there_has_an_empty_value() -> None:
    """Looking up a parameter never fails."""
    assert Draft().find("coupon") == Entry("coupon")
    assert Draft().value("coupon") == ""


def test_editing_changes_the_first_entry_of_that_name_only() -> None:
    """The draft before stays as it was, and so does a doubled name."""
    before = Draft((Entry("a", "1"), Entry("b", "2"), Entry("a", "3")))
    after = before.edit("a", value="9", leave_out=True)
    assert after.entries == (Entry("a", "9", leave_out=True), Entry("b", "2"), Entry("a", "3"))
    assert before.value("a") == "1"
    assert before.edit_at(2, value="").entries[2] == Entry("a")


def test_editing_a_name_that_is_not_there_is_an_error() -> None:
    """A slip in a name does not pass in silence."""
    with pytest.raises(KeyError, match="coupon"):
        example_draft().edit("coupon", value="1")


def test_further_parameters_follow_the_documented_ones() -> None:
    """Replacing the further parameters leaves the documented ones alone."""
    further = (Entry("coupon", "1"), Entry("coupon", "2"))
    draft = example_draft().with_further((Entry("old"),)).with_further(further)
    assert draft.further == further
    assert draft.known_count == len(endpoint("payment").parameters)
    assert draft.entries[: draft.known_count] == example_draft().entries


def test_the_example_holds_every_documented_parameter() -> None:
    """The form is filled from the table, with fresh values where the table says so."""
    assert [entry.name for entry in example_draft().entries] == [one.name for one in endpoint("payment").parameters]
    assert [entry.name for entry in example_draft().entries if entry.fresh] == ["out_trade_no", "txdtm"]


def test_values_are_filled_in_and_pinned() -> None:
    """What was given stays as given; a name the call does not document goes behind the others, also a second one."""
    draft = example_draft("refund").fill({"syssn": "1", "out_trade_no": "R1", "coupon": "2", "colour": ""})
    assert (draft.value("syssn"), draft.find("out_trade_no")) == ("1", Entry("out_trade_no", "R1"))
    assert draft.further == (Entry("coupon", "2"), Entry("colour", ""))
    assert draft.find("txdtm").fresh


def test_every_call_keeps_its_own_draft() -> None:
    """Going to another call and back loses nothing; of one call there is one draft."""
    payment, query = example_draft().edit("txamt", value="7"), example_draft("query")
    drafts = Drafts(payment).with_current(query)
    assert (drafts.current, drafts.of("payment"), drafts.of("refund")) == (query, payment, None)
    later = drafts.with_current(query.edit("syssn", value="1")).with_current(example_draft())
    assert (later.of("query"), later.others) == (
        query.edit("syssn", value="1"),
        (query.edit("syssn", value="1"),),
    )


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=9))])
def test_times_are_written_for_utc_plus_8(zone: timezone) -> None:
    """Whatever the zone of the clock, QFPay reads the wall clock of UTC+8, a year later if need be."""
    assert txdtm(NOW.astimezone(zone)) == "2027-01-01 01:30:05"
    assert out_trade_no(NOW.astimezone(zone), "x7") == "QA20270101013005x7"


def test_fresh_values_replace_those_that_ask_for_them_only() -> None:
    """What is pinned keeps its value on every send."""
    draft = example_draft().edit("txdtm", value="2020-07-03 03:14:29", fresh=False)
    fresh = freshened(draft, NOW, "abc")
    assert fresh.value("txdtm") == "2020-07-03 03:14:29"
    assert fresh.value("out_trade_no") == "QA20270101013005abc"
    assert fresh.entries[0] == draft.entries[0]


def test_freshness_of_a_name_with_no_maker_changes_nothing() -> None:
    """Only a time and an order number can be made anew."""
    draft = Draft((Entry("coupon", "1", fresh=True),))
    assert freshened(draft, NOW, "abc") == draft


@given(st.datetimes(timezones=st.timezones()), st.text("0123456789abcdef", min_size=1, max_size=12))
def test_every_new_order_number_is_safe_in_every_region(now: datetime, token: str) -> None:
    """A number of ours has letters and digits only, and fits."""
    assert re.fullmatch(r"QA[0-9a-z]{1,126}", out_trade_no(max(now, NOW), token))
