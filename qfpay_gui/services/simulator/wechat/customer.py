"""A customer of habit, for trials without a window: pays, closes the sheet, or leaves it to somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.simulator.agenda import Agenda
    from qfpay_gui.services.simulator.trade.orders import Order
    from qfpay_gui.services.simulator.wechat.sheet import WxResult
    from qfpay_gui.services.simulator.wechat.wallet import WeChatPay

Habit: TypeAlias = Literal["pays", "waits", "cancels"]
HABITS: tuple[Habit, ...] = ("pays", "waits", "cancels")


@dataclass(frozen=True)
class Customer:
    """What happens to a new order by itself, ``after`` so many seconds."""

    habit: Habit = "waits"
    after: float = 2.0

    def meet(self, order: Order, wallet: WeChatPay, agenda: Agenda) -> None:
        """Do it in time, if there is anything to do."""
        if self.habit == "waits":
            return
        act = wallet.pay if self.habit == "pays" else wallet.cancel
        agenda.after(self.after, partial(_do, act, order.prepay_id))


def _do(act: Callable[[str], WxResult], prepay_id: str) -> None:
    """One act; what comes of it shows in the events."""
    act(prepay_id)
