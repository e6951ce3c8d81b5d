"""Orders as rows of the history file, and rows as orders."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.orders.order import Attempts, Order, OrderStage, OrderState, Refund
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.services.database.columns import (
    LARGEST_ID,
    LONGEST,
    count_in,
    moment,
    moment_from,
    object_from,
    plain,
)
from qfpay_gui.services.database.search import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXTS = (
    "environment_id",
    "environment_kind",
    "base_url",
    "profile",
    "app_code",
    "mchid",
    "out_trade_no",
    "syssn",
    "txamt",
    "txcurrcd",
    "pay_type",
    "respcd",
)
COLUMNS = f"id, {', '.join(TEXTS)}, state, refunded, pending, made_at, checked_at, life, searched"


def columns_of(order: Order) -> dict[str, Any]:
    """The values of every column but id."""
    texts = {name: well_formed(getattr(order, name)) for name in TEXTS}
    return {
        **texts,
        "state": order.state.value,
        "refunded": order.refunded,
        "pending": order.pending,
        "made_at": moment(order.made_at),
        "checked_at": moment(order.checked_at) if order.checked_at else "",
        "life": json.dumps(_life(order)),
        "searched": searchable(_searched(order)),
    }


def order_from(columns: Mapping[str, Any]) -> Order:
    """The order in this row; what cannot be read of it is as for a new one."""
    life = object_from(columns["life"])
    return Order(
        **{name: plain(columns[name]) for name in TEXTS},
        state=_state(columns["state"]),
        refunded=count_in(columns["refunded"]),
        pending=count_in(columns["pending"]),
        made_at=moment_from(columns["made_at"]),
        checked_at=moment_from(columns["checked_at"]) if columns["checked_at"] else None,
        id=columns["id"],
        stage=_stage(life.get("stage")),
        cancel=_short(life.get("cancel")),
        txdtm=_short(life.get("txdtm")),
        attempts=_attempts(life.get("attempts")),
        closings=_attempts(life.get("closings")),
        refunds=tuple(_refunds(life.get("refunds"))),
    )


def numbers_of(order: Order) -> set[tuple[str, str]]:
    """Every number the order is known by, each with its kind: own, refund or attempt."""
    own = {(number, "own") for number in (order.out_trade_no, order.syssn)}
    refunds = {(number, "refund") for one in order.refunds for number in (one.out_trade_no, one.syssn)}
    # Of a payment without a number of its own, the exchange is all there is to know it by.
    nameless = set() if order.out_trade_no else {(str(number), "attempt") for number in order.attempts.sent}
    return {(well_formed(number), kind) for number, kind in own | refunds | nameless if number}


def _life(order: Order) -> dict[str, Any]:
    return {
        "stage": order.stage.name,
        "cancel": order.cancel,
        "txdtm": well_formed(order.txdtm),
        "attempts": _written(order.attempts),
        "closings": _written(order.closings),
        "refunds": [
            [well_formed(one.out_trade_no), well_formed(one.syssn), one.txamt, one.is_done, _written(one.attempts)]
            for one in order.refunds
        ],
    }


def _written(attempts: Attempts) -> list[list[int]]:
    return [sorted(attempts.sent), sorted(attempts.settled)]


def _attempts(written: Any) -> Attempts:
    match written:
        case [list(sent), list(settled)]:
            return Attempts(frozenset(filter(_is_attempt, sent)), frozenset(filter(_is_attempt, settled)))
        case _:
            return Attempts()


def _is_attempt(number: Any) -> bool:
    return isinstance(number, int) and 0 < number <= LARGEST_ID


def _short(member: Any) -> str:
    return member[:LONGEST] if isinstance(member, str) else ""


def _refunds(written: Any) -> Iterator[Refund]:
    for one in written if isinstance(written, list) else ():
        match one:
            case [str(number), str(syssn), int(txamt), bool(is_done), attempts]:
                yield Refund(number, syssn, count_in(txamt), is_done, _attempts(attempts))
            case _:
                pass


def _searched(order: Order) -> Iterator[str]:
    yield from (order.out_trade_no, order.syssn, human_amount(order.txamt, order.txcurrcd))
    yield from (order.profile, host_of(order.base_url), order.environment_id, order.pay_type)
    yield from (order.txamt, order.txcurrcd, order.app_code, order.mchid)
    for one in order.refunds:
        yield from (one.out_trade_no, one.syssn)


def host_of(url: str) -> str:
    """Host and port of a URL, or ""."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _state(written: str) -> OrderState:
    try:
        return OrderState(written)
    except ValueError:
        return OrderState.UNKNOWN


def _stage(written: Any) -> OrderStage:
    return OrderStage.__members__.get(str(written), OrderStage.NONE)
