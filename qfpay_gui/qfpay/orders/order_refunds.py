"""The refunds of one order, put together from what different sources call them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.orders.order import Attempts, Refund

if TYPE_CHECKING:
    from collections.abc import Callable

Refunds = tuple[Refund, ...]


def change(refunds: Refunds, key: Refund, changed: Callable[[Refund], Refund]) -> Refunds:
    """The refunds with the one that ``key`` names changed, or added; entries of the same refund become one.

    A refund is recognised by its out_trade_no, its syssn, or the exchange it was sent in.
    """
    same = tuple(one for one in refunds if _is_same(one, key))
    others = tuple(one for one in refunds if one not in same)
    return (*others, changed(_merged((*same, replace(key, attempts=Attempts())))))


def sent(refund: Refund, attempt: int, txamt: int) -> Refund:
    """The refund about to leave."""
    return replace(refund, txamt=refund.txamt or txamt, attempts=refund.attempts.begun(attempt))


def listed(refund: Refund, txamt: int, *, is_done: bool | None) -> Refund:
    """The refund as QFPay tells it; ``is_done`` None: it is under way."""
    known = replace(refund, txamt=txamt or refund.txamt)
    if is_done:
        return replace(known, is_done=True)
    attempts = known.attempts
    # Exchange 0 stands for whoever sent it, which need not have been this installation.
    return replace(known, attempts=attempts.begun(0) if is_done is None else attempts.ended(0).all_ended())


def _is_same(refund: Refund, key: Refund) -> bool:
    if (key.out_trade_no and key.out_trade_no == refund.out_trade_no) or (key.syssn and key.syssn == refund.syssn):
        return True
    return bool(key.attempts.sent & refund.attempts.sent)


def _merged(refunds: Refunds) -> Refund:
    settled = [one.attempts.settled for one in refunds]
    return Refund(
        max(one.out_trade_no for one in refunds),
        max(one.syssn for one in refunds),
        max(one.txamt for one in refunds),
        any(one.is_done for one in refunds),
        Attempts(frozenset().union(*(one.attempts.sent for one in refunds)), frozenset().union(*settled)),
    )
