"""Which order a request or its reply is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_OWN_NUMBER = frozenset({"payment"})
_BY_SYSSN = frozenset({"refund"})


def makes_order(request: PreparedRequest) -> bool:
    """Whether this request brings an order into being."""
    return request.endpoint in _OWN_NUMBER


def numbers_asked(request: PreparedRequest) -> tuple[str, ...]:
    """The numbers by which a request names orders that exist; a query may list several of each kind."""
    if makes_order(request):
        return (request.value("out_trade_no"),)
    names = ("syssn",) if request.endpoint in _BY_SYSSN else ("syssn", "out_trade_no")
    listed = (number.strip() for name in names for number in request.value(name).split(","))
    return tuple(dict.fromkeys(number for number in listed if number))


def numbers_given(answer: Answer) -> tuple[str, ...]:
    """The further numbers by which the order of this exchange is known from now on.

    A refund's own numbers count as the order's: a query about the refund is part of its story.
    """
    own = (answer.request.value("out_trade_no"),) if answer.request.endpoint in _BY_SYSSN else ()
    fields = answer.reply.fields if answer.reply else {}
    given = tuple(fields.get(name, "") for name in ("syssn", "orig_syssn"))
    rows = answer.reply.rows if answer.reply else ()
    named = (rows[0].get("syssn", ""), rows[0].get("out_trade_no", "")) if len(rows) == 1 else ()
    return tuple(dict.fromkeys(number for number in (*own, *given, *named) if number))
