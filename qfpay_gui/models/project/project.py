"""The Mini Program project that pays the order of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind, host_name, is_loopback
from qfpay_gui.qfpay.secrets.exchange import mask_of
from qfpay_gui.snippets.project import MadeOrder, folder_name, mini_program_project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class Project:
    """What is to be exported: the files by their path, and the name of their folder."""

    order: MadeOrder
    files: Mapping[str, str] = field(repr=False)
    name: str = ""

    def has_ended(self, now: datetime) -> bool:
        """Whether the order certainly can no longer be paid at this aware time."""
        return self.order.ends_at is not None and now >= self.order.ends_at


def project_of(answer: Answer) -> Project | None:
    """The project that pays the order of this answer; None where it carries no pay_params."""
    if answer.reply is None or answer.reply.pay_params is None:
        return None
    order = _order(answer)
    return Project(order, mini_program_project(answer.reply.pay_params, order), folder_name(order))


def _order(answer: Answer) -> MadeOrder:
    """What the files and their folder's name tell of it: neither a key nor what the request says about a person."""
    mask = mask_of(answer.request)
    request, fields = answer.request, answer.reply.fields if answer.reply else {}
    amount, currency = (request.value(name) or fields.get(name, "") for name in ("txamt", "txcurrcd"))
    ends = answer.deadlines
    return MadeOrder(
        out_trade_no=mask(request.value("out_trade_no") or fields.get("out_trade_no", "")),
        amount=mask(human_amount(amount, currency) or f"{amount} {currency}".strip()),
        goods_name=mask(request.value("goods_name")),
        syssn=mask(fields.get("syssn", "")),
        base_url=request.environment.base_url,
        simulated=_is_simulated(request),
        prepay_id_ends=ends.prepay_id if ends else None,
        order_ends=ends.order if ends else None,
        order_stated=ends.order_stated if ends else True,
    )


def _is_simulated(request: PreparedRequest) -> bool:
    """Whatever answers on this machine is no QFPay."""
    environment = request.environment
    return environment.kind is EnvironmentKind.SIMULATOR or is_loopback(host_name(environment.base_url))
