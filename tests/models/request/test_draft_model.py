from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.request.draft import Entry, example_draft
from qfpay_gui.qfpay.signing import signature
from tests.models.fixed_clock import FixedClock
from tests.qfpay.request.rules.cases import PAID

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

KEY = "0123456789ABCDEF0123456789ABCDEF"


@pytest.fixture
def model() -> DraftModel:
    """The example payment at a clock that stands still."""
    return DraftModel(FixedClock())


@pytest.fixture
def heard(model: DraftModel) -> list[PreparedRequest]:
    """Every request the model announced."""
    requests: list[PreparedRequest] = []
    model.changed.connect(requests.append)
    return requests


def test_one_edit_is_announced_once_with_its_request(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """A keystroke ends in one signal that carries what would be sent."""
    model.type_value("txamt", "4200")
    assert [request.value("txamt") for request in heard] == ["4200"]
    assert heard[0] is model.prepared
    assert model.edited_name == "txamt"


def test_typing_the_same_value_says_nothing(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """What does not change is not announced."""
    model.type_value("txamt", model.draft.value("txamt"))
    assert heard == []
    assert not model.can_undo


def test_every_edit_is_announced_once(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """Flags, further parameters, sign type, undo and redo are one signal each."""
    edits = (
        lambda: model.set_leave_out("txamt", leave_out=True),
        lambda: model.set_send_empty("goods_name", send_empty=True),
        lambda: model.set_further((Entry("x", "1"),)),
        lambda: model.set_sign_type("SHA256"),
        lambda: model.set_fresh("out_trade_no", fresh=False),
        model.undo,
        model.redo,
        model.start_over,
        model.freshen,
    )
    for count, edit in enumerate(edits, 1):
        edit()
        assert len(heard) == count


def test_a_new_model_has_fresh_values(model: DraftModel) -> None:
    """Time and order number are of this moment, in UTC+8."""
    assert model.draft.value("txdtm") == "2026-03-01 12:05:06"
    assert model.draft.value("out_trade_no").endswith("T0001")


def test_typing_pins_a_fresh_value(model: DraftModel) -> None:
    """What a person typed is sent as it stands, also the next time."""
    assert model.draft.find("out_trade_no").fresh
    model.type_value("out_trade_no", "MINE")
    assert not model.draft.find("out_trade_no").fresh
    assert model.freshen().value("out_trade_no") == "MINE"


def test_freshening_makes_new_values_only_where_asked(model: DraftModel) -> None:
    """A pinned value stays, a fresh one is new on every send."""
    model.type_value("txdtm", "2026-01-01 00:00:00")
    before = model.draft
    request = model.freshen()
    changed = {new.name for old, new in zip(before.entries, model.draft.entries, strict=True) if old != new}
    assert changed == {"out_trade_no"}
    assert request is model.prepared
    assert model.freshen().value("out_trade_no") != request.value("out_trade_no")


def test_freshening_is_no_undo_step(model: DraftModel) -> None:
    """Sending does not come between a person and their last edit."""
    amount = model.draft.value("txamt")
    model.type_value("txamt", "1")
    model.freshen()
    model.undo()
    assert model.draft.value("txamt") == amount
    assert not model.can_undo


def test_unpinning_makes_a_value_at_once(model: DraftModel) -> None:
    """The value shown after unpinning is not the typed one."""
    model.type_value("out_trade_no", "MINE")
    model.set_fresh("out_trade_no", fresh=True)
    assert model.draft.find("out_trade_no").fresh
    assert model.draft.value("out_trade_no").startswith("QA")


def test_undo_and_redo_go_through_the_fields(model: DraftModel) -> None:
    """Each field's typing is one step; redo returns through the same states."""
    start = model.draft
    for value in ("4", "42", "420"):
        model.type_value("txamt", value)
    for value in ("t", "te", "tea"):
        model.type_value("goods_name", value)
    end = model.draft
    model.undo()
    assert (model.draft.value("txamt"), model.draft.value("goods_name")) == ("420", start.value("goods_name"))
    model.undo()
    assert model.draft == start
    assert not model.can_undo
    model.redo()
    model.redo()
    assert model.draft == end
    assert not model.can_redo


def test_leaving_a_field_closes_its_step(model: DraftModel) -> None:
    """Coming back to the same field begins a new step."""
    model.type_value("txamt", "1")
    model.close_step()
    model.type_value("txamt", "12")
    model.undo()
    assert model.draft.value("txamt") == "1"


def test_another_context_signs_anew_and_keeps_the_draft(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """Credentials and environment change the request, not what was typed; the same context says nothing."""
    before = model.draft
    context = Context(Credentials("A" * 32, KEY), PRODUCTION, "production-hk")
    model.set_context(context)
    model.set_context(context)
    (request,) = heard
    assert model.draft is before
    assert request.signature == signature(dict(request.parameters), KEY)
    assert request.url.startswith(PRODUCTION.base_url)


def test_restoring_begins_a_history_with_fresh_values(model: DraftModel) -> None:
    """A draft of an earlier start cannot be undone into another, and its order number is new."""
    old = model.draft
    model.type_value("txamt", "7")
    model.restore(model.draft)
    assert not model.can_undo
    assert model.draft.value("txamt") == "7"
    assert model.draft.value("out_trade_no") != old.value("out_trade_no")


def test_starting_over_can_be_undone(model: DraftModel) -> None:
    """The example comes back, and so does what was there."""
    model.type_value("txamt", "7")
    mine = model.draft
    model.start_over()
    assert model.draft.value("txamt") != "7"
    model.undo()
    assert model.draft == mine


def test_starting_over_is_a_payment_whatever_the_call_was(model: DraftModel) -> None:
    """Of a query there is no example but nothing at all; what was asked for is kept."""
    model.choose_endpoint("query")
    model.type_value("syssn", "20260301")
    model.start_over()
    assert (model.draft.endpoint, model.draft.value("txamt")) == ("payment", "300")
    model.choose_endpoint("query")
    assert model.draft.value("syssn") == "20260301"


def test_each_call_keeps_its_draft(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """Going to another call is one step that is announced once, and coming back finds what was typed."""
    model.type_value("txamt", "4200")
    model.choose_endpoint("query")
    assert [request.endpoint for request in heard] == ["payment", "query"]
    model.type_value("syssn", "20260301")
    model.choose_endpoint("payment")
    assert model.draft.value("txamt") == "4200"
    model.choose_endpoint("query")
    assert model.draft.value("syssn") == "20260301"


def test_choosing_the_same_call_says_nothing(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """Nothing changes, so nothing is announced and there is nothing to undo."""
    model.choose_endpoint("payment")
    assert heard == []
    assert not model.can_undo
    with pytest.raises(KeyError):
        model.choose_endpoint("teleport")
    assert model.draft.endpoint == "payment"


def test_undo_goes_from_call_to_call(model: DraftModel) -> None:
    """Each step goes back to the call it was made in, with every draft as it was before."""
    model.type_value("txamt", "1")
    model.choose_endpoint("refund")
    model.type_value("txamt", "2")
    model.fill("refund", {"syssn": "S", "txamt": "3"})
    model.choose_endpoint("payment")
    model.type_value("txamt", "4")
    seen = []
    while model.can_undo:
        model.undo()
        seen.append((model.draft.endpoint, model.draft.value("txamt")))
    assert seen == [
        ("payment", "1"),
        ("refund", "3"),
        ("refund", "2"),
        ("refund", ""),
        ("payment", "1"),
        ("payment", "300"),
    ]
    while model.can_redo:
        model.redo()
    assert (model.draft.endpoint, model.draft.value("txamt")) == ("payment", "4")
    model.choose_endpoint("refund")
    assert (model.draft.value("syssn"), model.draft.value("txamt")) == ("S", "3")


def test_filling_begins_a_new_draft_of_a_call(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """One step: the given values are pinned, nothing of an earlier draft is left, and the rest is made anew."""
    model.choose_endpoint("refund")
    model.type_value("udid", "till 4")
    model.choose_endpoint("payment")
    heard.clear()
    model.fill("refund", {"syssn": "20260301", "txamt": "300"})
    assert len(heard) == 1
    assert dict(heard[0].parameters).keys() == {"syssn", "out_trade_no", "txamt", "txdtm"}
    assert model.draft.find("out_trade_no").fresh
    assert not model.draft.find("syssn").fresh
    model.undo()
    model.choose_endpoint("refund")
    assert model.draft.value("udid") == "till 4"


def test_the_sign_type_goes_along(model: DraftModel) -> None:
    """It belongs to the account, not to the call."""
    model.set_sign_type("SHA256")
    model.choose_endpoint("query")
    assert model.prepared.sign_type == "SHA256"
    model.fill("refund", {})
    assert model.prepared.sign_type == "SHA256"


def test_typing_in_two_calls_is_two_steps(model: DraftModel) -> None:
    """A field of the same name in another call does not join the step before."""
    model.type_value("txamt", "1")
    model.replace_draft(model.draft.edit("txamt", value="12"), topic="value txamt")
    model.choose_endpoint("close")
    model.type_value("txamt", "5")
    model.undo()
    assert (model.draft.endpoint, model.draft.value("txamt")) == ("close", "")


def test_restoring_brings_the_drafts_of_all_calls(model: DraftModel) -> None:
    """The chosen one is made fresh at once, the others when they are gone to."""
    refund = example_draft("refund").edit("syssn", value="S")
    model.restore(refund, example_draft().edit("txamt", value="7"))
    assert (model.draft.endpoint, model.draft.value("syssn")) == ("refund", "S")
    assert model.draft.value("out_trade_no").startswith("QA")
    assert not model.can_undo
    model.choose_endpoint("payment")
    assert model.draft.value("txamt") == "7"
    assert model.draft.value("out_trade_no").startswith("QA")


def test_the_orders_known_are_part_of_the_context(model: DraftModel, heard: list[PreparedRequest]) -> None:
    """News of an order is news of the request about it."""
    model.fill("refund", {"syssn": PAID.syssn, "txamt": "300"})
    model.set_context(Context(orders=(PAID,)))
    assert heard[-1].order is PAID
    assert heard[-1].txcurrcd == "HKD"
    model.set_context(Context(orders=(replace(PAID, state=OrderState.REFUNDED, refunded=300),)))
    assert [one.code for one in heard[-1].findings_at("syssn")] == ["refund-nothing-left"]


def test_news_of_the_surroundings_is_no_edit(model: DraftModel) -> None:
    """The window follows what is typed; an order that was paid meanwhile must not call it back."""
    model.type_value("txamt", "301")
    assert model.edited_name == "txamt"
    model.set_context(replace(model.context, bound_to="sandbox"))
    assert model.edited_name == ""
