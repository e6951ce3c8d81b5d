"""Refunds the orders of the day in one reviewed step: planned, chosen, sent one after the other, summed up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.history.entries import ending_of
from qfpay_gui.models.orders.one_by_one import OneByOne
from qfpay_gui.models.orders.refund_states import (
    Finished,
    NothingPlanned,
    Querying,
    Refunding,
    RefundState,
    RefundStep,
    Reviewing,
    StepResult,
)
from qfpay_gui.qfpay.orders.refund_plan import RefundPlan, Where, refund_plan
from qfpay_gui.qfpay.request.order_drafts import order_draft
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.entry import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.models.orders.orders_model import OrdersModel
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendModel
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.services.clock import Clock

_CANCELLED = text("Orders", "Cancelled: the refund under way was finished, no other was sent.")
_MOVED = text("Orders", "Stopped: environment or profile was changed while refunds were being sent.")
_NOT_SENT = text("Orders", "Not sent: this program held it back.")
_CHANGED = text("Orders", "Not sent: the order has changed since the review.")
_BROKEN = text("Orders", "This program failed before an answer came: query the order.")
_RESULTS = {
    Ending.SUCCESS: StepResult.DONE,
    Ending.FAILED: StepResult.FAILED,
    Ending.NOT_SENT: StepResult.NOT_SENT,
}


class RefundAll(QObject):
    """Never for production, and never twice: a refund that has left is not sent again, whatever its answer."""

    changed = Signal(object)
    """Carries the RefundState."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it needs of others, each for one thing
        self,
        orders: OrdersModel,
        send: Callable[[Draft], bool],
        send_model: SendModel,
        where: Callable[[], Where],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._orders = orders
        self._where = where
        self._clock = clock
        self._queue: tuple[Order, ...] = ()
        self._sent: dict[int, str] = {}
        self._one_by_one = OneByOne(send, send_model, self)
        self._one_by_one.ended.connect(self._on_ended)
        self._one_by_one.broken.connect(self._on_broken)
        orders.changed.connect(self._on_orders)
        self.state: RefundState = NothingPlanned()

    @property
    def is_running(self) -> bool:
        """Whether something is being sent or will be."""
        return isinstance(self.state, Querying | Refunding)

    def review(self) -> None:
        """Plan the refunds of the orders made today; all that are possible are chosen."""
        if not self.is_running:
            plan = self._plan()
            self._set(Reviewing(plan, _ids(plan.possible)))

    def choose(self, order_ids: Iterable[int]) -> None:
        """Choose these of the possible refunds, and no others."""
        if isinstance(self.state, Reviewing):
            self._set(replace(self.state, chosen=frozenset(order_ids) & _ids(self.state.plan.possible)))

    def query_first(self) -> None:
        """Query each order whose state stands in the way, once; then plan anew."""
        if isinstance(self.state, Reviewing) and self.state.plan.queryable:
            self._queue = self.state.plan.queryable
            self._set(Querying(self.state.plan, len(self._queue)))
            self._query_next()

    def start(self) -> None:
        """Send the chosen refunds, one after the other."""
        match self.state:
            case Reviewing(plan) as reviewing if reviewing.orders and plan.blocked is None:
                steps = tuple(RefundStep(order, order.left) for order in reviewing.orders)
                self._set(Refunding(plan, steps))
                self._refund_next()
            case _:
                pass

    def cancel(self) -> None:
        """Let the request under way end, and send no more."""
        match self.state:
            case Querying() | Refunding() as running:
                self._set(replace(running, is_cancelling=True))
                if self._one_by_one.withdraw():
                    self._go_on()
            case _:
                pass

    def close(self) -> None:
        """Put the plan or the results away; what is under way goes on."""
        if not self.is_running:
            self._set(NothingPlanned())

    def _plan(self) -> RefundPlan:
        known = self._orders.orders
        written = {one.out_trade_no for order in known for one in order.refunds}
        # A refund that has left but is not in the table yet must not be planned once more.
        self._sent = {order_id: number for order_id, number in self._sent.items() if number not in written}
        return refund_plan(known, self._orders.today(), self._where(), frozenset(self._sent))

    def _go_on(self) -> None:
        if isinstance(self.state, Querying):
            self._query_next()
        else:
            self._refund_next()

    def _query_next(self) -> None:
        state = self.state
        if not isinstance(state, Querying):
            return
        if not self._queue or state.is_cancelling or self._where() != state.plan.where:
            plan = self._plan()
            self._set(Reviewing(plan, _ids(plan.possible)))
            return
        order, *rest = self._queue
        self._queue = tuple(rest)
        now = self._clock.now()
        self._one_by_one.submit(order_draft("query", order, now, self._clock.token()))

    def _refund_next(self) -> None:
        state = self.state
        if not isinstance(state, Refunding):
            return
        stopped = _CANCELLED if state.is_cancelling else None if self._where() == state.plan.where else _MOVED
        place = state.place
        if place is None or stopped is not None:
            self._finish(state, stopped if place is not None else None)
            return
        step = state.steps[place]
        order = self._orders.by_id(step.order.id)
        if order is None or order.left != step.amount:
            self._set(state.with_result(place, StepResult.NOT_SENT, _CHANGED))
            self._refund_next()
            return
        draft = order_draft("refund", order, self._clock.now(), self._clock.token())
        self._sent[order.id] = draft.value("out_trade_no")
        self._set(state.with_result(place, StepResult.UNDER_WAY))
        self._one_by_one.submit(draft)

    def _finish(self, state: Refunding, stopped: Text | None) -> None:
        open_ones = {StepResult.WAITING, StepResult.UNDER_WAY}
        steps = tuple(
            replace(step, result=StepResult.NOT_SENT, words=stopped) if step.result in open_ones else step
            for step in state.steps
        )
        for step in steps:
            if step.result is StepResult.NOT_SENT:
                self._sent.pop(step.order.id, None)
        self._set(Finished(state.plan, steps, stopped))

    def _on_ended(self, answer: Answer | None) -> None:
        if answer is None:
            self._take(StepResult.NOT_SENT, _NOT_SENT)
        else:
            self._take(_RESULTS.get(ending_of(answer), StepResult.UNKNOWN), answer.verdict.headline)

    def _on_broken(self) -> None:
        self._take(StepResult.UNKNOWN, _BROKEN)

    def _take(self, result: StepResult, words: Text) -> None:
        match self.state:
            case Querying(done=done) as querying:
                self._set(replace(querying, done=done + 1))
                self._query_next()
            case Refunding(place=int(place)) as refunding:
                self._set(refunding.with_result(place, result, words))
                self._refund_next()
            case _:
                pass

    def _on_orders(self, _orders: object) -> None:
        if isinstance(self.state, Reviewing):
            plan, before = self._plan(), self.state
            refused = _ids(before.plan.possible) - before.chosen
            self._set(Reviewing(plan, _ids(plan.possible) - refused))

    def _set(self, state: RefundState) -> None:
        self.state = state
        self.changed.emit(state)


def _ids(orders: Iterable[Order]) -> frozenset[int]:
    return frozenset(order.id for order in orders)
