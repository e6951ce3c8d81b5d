"""Saved requests and the draft as steps of a suite: with variables for what an earlier reply tells, without secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.models.request.draft_storage import saved_rows
from qfpay_gui.models.request.saved_model import draft_of
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.suite.judging import USUAL
from qfpay_gui.qfpay.suite.suite import Step
from qfpay_gui.qfpay.suite.writing import step_toml, suite_toml
from qfpay_gui.services.saved_requests import SavedRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.qfpay.request.draft import Draft

Remarked = tuple[Step, tuple[str, ...]]
_OF_THE_PAYMENT = {
    "query": ("out_trade_no", "syssn"),
    "refund": ("syssn",),
    "close": ("syssn", "out_trade_no", "txamt", "txdtm"),
    "reversal": ("syssn", "out_trade_no", "txamt", "txdtm"),
}
"""What a call about an order takes from the payment before it; of several numbers those that were there."""
_NUMBERS = ("syssn", "out_trade_no")
_CUSTOMER = "Only the simulator has a customer: elsewhere take this step out, and pay by hand."


def suite_of_saved(name: str, requests: Iterable[SavedRequest]) -> str:
    """A suite of these requests: payments first, then what is asked about them, then what ends them."""
    known = [one for one in requests if one.endpoint in ENDPOINTS]
    ordered = sorted(known, key=lambda one: ENDPOINTS.index(one.endpoint))
    return suite_toml(name, _steps(ordered))


def step_of_draft(draft: Draft, secrets: Iterable[str], name: str = "") -> str:
    """The draft as a step to add to a suite; it stands by itself, so it has no variables."""
    rows, not_kept = saved_rows(draft, secrets)
    saved = SavedRequest(name or draft.endpoint, draft.endpoint, rows, draft.sign_type, not_kept=not_kept)
    return step_toml(*_step(saved, saved.name, ""))


def _steps(requests: list[SavedRequest]) -> Iterator[Remarked]:
    payment, is_paid, used = "", False, set[str]()
    for one in requests:
        name = free_name(one.name.rpartition("/")[2] or one.endpoint, used)
        used.add(name)
        if one.endpoint == "payment":
            payment, is_paid = name, False
        elif one.endpoint == "refund" and payment and not is_paid:
            is_paid = True
            customer = Step(free_name("the customer pays", used), customer="pays", order=f"${{{payment}.out_trade_no}}")
            used.add(customer.name)
            yield customer, (_CUSTOMER,)
        yield _step(one, name, payment)


def _step(request: SavedRequest, name: str, payment: str) -> Remarked:
    draft = draft_of(request)
    values = dict(_values(draft))
    if payment and request.endpoint in _OF_THE_PAYMENT:
        values |= _variables(draft, payment)
    remarks = [f"Not kept, because personal or secret: {', '.join(request.not_kept)}"] if request.not_kept else []
    empty = [one.name for one in draft.entries if one.send_empty and not one.value]
    remarks += [f"Was sent empty, which a suite leaves out: {', '.join(empty)}"] if empty else []
    step = Step(
        name,
        request.endpoint,
        tuple(values.items()),
        request.sign_type,
        request.mistake,
        expected=() if request.mistake else (USUAL,),
    )
    remarks += ["Sent wrong on purpose: write down what is expected."] if request.mistake else []
    return step, tuple(remarks)


def _values(draft: Draft) -> Iterator[tuple[str, str]]:
    """What differs from the example that every step begins with; an empty value leaves the parameter out."""
    usual = {one.name: one for one in example_draft(draft.endpoint).entries}
    for one in draft.entries:
        example = usual.get(one.name)
        value = "" if one.leave_out else one.value
        if not one.name or one.fresh:
            continue
        if example is None or example.fresh or value != example.value:
            has_example = example is not None and (example.fresh or example.value)
            if value or has_example:
                yield one.name, value


def _variables(draft: Draft, payment: str) -> dict[str, str]:
    """The numbers of the payment before, in place of those of an order of old."""
    names = _OF_THE_PAYMENT[draft.endpoint]
    sent = {one.name for one in draft.entries if one.value and not one.leave_out and not one.fresh}
    numbers = [one for one in names if one in _NUMBERS]
    wanted = [one for one in numbers if one in sent] or numbers[:1]
    wanted += [one for one in names if one not in _NUMBERS and one in sent]
    return {one: f"${{{payment}.{one}}}" for one in wanted}


def free_name(name: str, used: set[str]) -> str:
    """The name, with a number where another step is called so."""
    return next(one for one in (name, *(f"{name} {number}" for number in range(2, len(used) + 3))) if one not in used)
