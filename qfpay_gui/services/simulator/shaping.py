"""Gives an answer the shape a tester chose: late, torn, broken, nested, or not the interface's at all."""

from __future__ import annotations

import json
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.simulator.answers import HttpAnswer, TradeAnswer, dump, meaning, page, signed
from qfpay_gui.services.simulator.outcomes import Outcome, OutcomeKind
from qfpay_gui.services.simulator.trade.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.simulator.trade.api import Api
    from qfpay_gui.services.simulator.wire import Request

IN_PROGRESS = ("1143", "1145", "1298")
OVERSIZE = 10 * 1024 * 1024
_SENT = {OutcomeKind.DROP: "nothing", OutcomeKind.DROP_BODY: "half"}
_OUTER = ("respcd", "resperr", "respmsg")


def respond(api: Api, request: Request, outcome: Outcome) -> HttpAnswer:
    """The answer on the wire.

    A gateway's page (html, status) and a chosen respcd leave the request unchecked. Every
    other outcome handles it first: an order may exist although its answer never arrives.
    """
    match outcome.kind:
        case OutcomeKind.HTML | OutcomeKind.STATUS:
            shaped = _gateway(outcome.status)
        case OutcomeKind.RESPCD:
            shaped = _plain(_chosen(api, request, outcome.respcd))
        case _:
            shaped = _transformed(api.answer(request), outcome)
    if outcome == Outcome.normal:
        return shaped
    return replace(shaped, headers=(*shaped.headers, ("X-Simulator-Outcome", outcome.spec)))


def bent(answer: Callable[[], HttpAnswer], outcome: Outcome) -> HttpAnswer:
    """An answer that is not QFPay's with what can happen to any: late, torn, broken.

    A gateway's page comes in its place, and the request is not read.
    """
    match outcome.kind:
        case OutcomeKind.HTML | OutcomeKind.STATUS:
            return _gateway(outcome.status)
        case OutcomeKind.BROKEN_JSON:
            whole = answer()
            return replace(whole, body=whole.body[: len(whole.body) // 2])
        case _:
            return replace(answer(), delay=outcome.seconds, sent=_SENT.get(outcome.kind, "all"))


def _plain(answer: TradeAnswer) -> HttpAnswer:
    """The answer as it is."""
    return signed(dump(answer.fields), answer.key)


def _gateway(status: int) -> HttpAnswer:
    """A page that never reached the interface."""
    phrase = HTTPStatus(status).phrase if status in {known.value for known in HTTPStatus} else "Server Error"
    return page(status, f"{status} {phrase}", "Chosen in the simulator: the request was not read.")


def _chosen(api: Api, request: Request, respcd: str) -> TradeAnswer:
    """The answer with this respcd; a code that means "in progress" leaves an order to query."""
    refusal = Refusal(respcd, f"Chosen in the simulator (respcd:{respcd}): it says nothing about your request.")
    handled = api.answer(request) if respcd in IN_PROGRESS else None
    if handled is None or not handled.accepted:
        return api.refused(request, refusal)
    kept = {name: value for name, value in handled.fields.items() if name != "pay_params"}
    return replace(handled, fields={**kept, "respcd": respcd, "resperr": meaning(respcd), "respmsg": refusal.respmsg})


def _transformed(answer: TradeAnswer, outcome: Outcome) -> HttpAnswer:
    """The handled answer in the chosen shape."""
    shaped = signed(_body(answer, outcome.kind), answer.key)
    return replace(shaped, delay=outcome.seconds, sent=_SENT.get(outcome.kind, "all"))


def _body(answer: TradeAnswer, kind: OutcomeKind) -> bytes:
    """The bytes of the handled answer."""
    match kind:
        case OutcomeKind.BROKEN_JSON:
            whole = dump(answer.fields)
            return whole[: len(whole) // 2]
        case OutcomeKind.INVALID_UTF8:
            return _with_gbk(answer)
        case OutcomeKind.PAY_PARAMS_TEXT | OutcomeKind.PAY_PARAMS_NESTED | OutcomeKind.OVERSIZED:
            return dump(_rearranged(answer.fields, kind))
        case _:
            return dump(answer.fields)


def _with_gbk(answer: TradeAnswer) -> bytes:
    """The answer with Chinese text in GBK, which is not UTF-8."""
    marked = dump({**answer.fields, "resperr": "@@"})
    return marked.replace(b'"@@"', b'"' + "交易成功".encode("gbk") + b'"', 1)


def _rearranged(fields: Any, kind: OutcomeKind) -> dict[str, Any]:
    """The same answer in another JSON shape."""
    if kind is OutcomeKind.OVERSIZED:
        return {**fields, "padding": "x" * OVERSIZE}
    if kind is OutcomeKind.PAY_PARAMS_TEXT:
        written = {name: json.dumps(fields[name]) for name in ("pay_params",) if name in fields}
        return {**fields, **written}
    outer = {name: fields[name] for name in _OUTER}
    return {**outer, "data": {name: value for name, value in fields.items() if name not in _OUTER}}
