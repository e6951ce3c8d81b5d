from __future__ import annotations

from typing import Any

from qfpay_gui.models.request.draft_storage import saved_rows
from qfpay_gui.models.suite.making import step_of_draft, suite_of_saved
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.suite.reading import read_suite
from qfpay_gui.qfpay.suite.suite import Expectation, Step
from qfpay_gui.services.saved_requests import SavedRequest
from tests.models.case.case_samples import KEY

SUCCESS = (Expectation("respcd", "equal", "0000"),)
PERSON = '{"user_creid":"440524188001010014","user_truename":"李雷"}'


def saved(name: str, draft: Draft, **changes: Any) -> SavedRequest:
    """The draft under this name."""
    rows, not_kept = saved_rows(draft, (KEY,))
    return SavedRequest(name, draft.endpoint, rows, draft.sign_type, not_kept=not_kept, **changes)


def steps_of(*requests: SavedRequest) -> tuple[Step, ...]:
    """The steps of the suite made of these."""
    return read_suite(suite_of_saved("Tea", requests)).steps


def test_a_payment_query_and_refund_become_a_whole_life() -> None:
    """In the order in which they make sense; numbers of old give way to those of the payment's reply."""
    payment = example_draft("payment").fill({"txamt": "450"})
    query = example_draft("query").fill({"out_trade_no": "OLD1"})
    refund = example_draft("refund").fill({"syssn": "OLD2", "txamt": "100"})
    pay, ask, customer, back = steps_of(saved("b/back", refund), saved("ask", query), saved("pay", payment))
    assert (pay.name, pay.call, dict(pay.values), pay.expected) == ("pay", "payment", {"txamt": "450"}, SUCCESS)
    assert dict(ask.values) == {"out_trade_no": "${pay.out_trade_no}"}
    assert (customer.customer, customer.order) == ("pays", "${pay.out_trade_no}")
    assert (back.name, dict(back.values)["syssn"], dict(back.values)["txamt"]) == ("back", "${pay.syssn}", "100")
    assert "out_trade_no" not in dict(back.values)
    assert back.expected == SUCCESS


def test_without_a_payment_the_numbers_stay() -> None:
    """They are all there is."""
    (ask,) = steps_of(saved("ask", example_draft("query").fill({"syssn": "77"})))
    assert dict(ask.values)["syssn"] == "77"


def test_a_query_by_two_numbers_asks_by_both_of_the_payment() -> None:
    """And one by none of them by the order number; a close takes the payment's amount and time."""
    both = example_draft("query").fill({"out_trade_no": "A", "syssn": "B"})
    none = example_draft("query").fill({"out_trade_no": "", "syssn": ""})
    close = example_draft("close").fill({"syssn": "B", "txamt": "300", "txdtm": "2026-01-01 00:00:00"})
    _, by_both, by_one, ends = steps_of(
        saved("p", example_draft("payment")), saved("2", both), saved("3", none), saved("4", close)
    )
    assert [dict(by_both.values)[name] for name in ("out_trade_no", "syssn")] == ["${p.out_trade_no}", "${p.syssn}"]
    assert dict(by_one.values)["out_trade_no"] == "${p.out_trade_no}"
    assert [dict(ends.values).get(name) for name in ("syssn", "txamt", "txdtm")] == [
        "${p.syssn}",
        "${p.txamt}",
        "${p.txdtm}",
    ]


def test_what_the_example_has_and_the_request_not_is_left_out() -> None:
    """By an empty value; a pinned number stays pinned, and further parameters are there."""
    draft = example_draft("payment").fill({"out_trade_no": "PINNED"}).edit("sub_openid", value="")
    draft = draft.edit("txcurrcd", leave_out=True).with_further((Entry("note", "a\"b\n'"), Entry("nothing", "")))
    (step,) = steps_of(saved("pay", draft))
    values = dict(step.values)
    assert values["out_trade_no"] == "PINNED"
    assert values["sub_openid"] == values["txcurrcd"] == ""
    assert values["note"] == "a\"b\n'"
    assert "nothing" not in values


def test_what_is_personal_or_secret_is_not_in_the_file() -> None:
    """But that it is missing is."""
    draft = example_draft("payment").fill({"extend_info": PERSON, "goods_name": f"x{KEY}"})
    for written in (suite_of_saved("Tea", [saved("pay", draft)]), step_of_draft(draft, (KEY,))):
        assert KEY not in written
        assert "李雷" not in written
        assert "# Not kept, because personal or secret: " in written
        assert "extend_info" in written.partition("[[step]]")[0]


def test_what_was_sent_wrong_on_purpose_expects_nothing_yet() -> None:
    """The person writes down what; what is sent empty is said, for a suite leaves it out."""
    draft = example_draft("payment").edit("goods_name", value="", send_empty=True)
    written = suite_of_saved("Tea", [saved("pay", draft, mistake="unsorted")])
    (step,) = read_suite(written).steps
    assert (step.mistake, step.expected) == ("unsorted", ())
    assert "# Sent wrong on purpose: write down what is expected." in written
    assert "# Was sent empty, which a suite leaves out: goods_name" in written


def test_equal_names_are_told_apart_and_unknown_calls_passed_over() -> None:
    """A later version may know more calls."""
    payment = saved("pay", example_draft("payment"))
    unknown = SavedRequest("other", "transfer", ())
    steps = steps_of(payment, unknown, saved("a/pay", example_draft("payment")))
    assert [one.name for one in steps] == ["pay", "pay 2"]


def test_a_draft_is_a_step_by_itself() -> None:
    """Under the name it is given, or that of its call."""
    (step,) = read_suite(step_of_draft(example_draft("payment").fill({"txamt": "5"}), ())).steps
    assert (step.name, dict(step.values), step.expected) == ("payment", {"txamt": "5"}, SUCCESS)
    assert read_suite(step_of_draft(example_draft("query"), (), "ask")).steps[0].name == "ask"
