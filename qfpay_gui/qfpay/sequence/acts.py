"""What happens around wx.requestPayment as messages between the Mini Program, WeChat and the customer."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.reply.wx_results import OK, explain
from qfpay_gui.qfpay.sequence.http import table
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage, written
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.secrets.exchange import Mask


_MOST = 200
"""So many members are told; wx.requestPayment has six."""


@dataclass(frozen=True)
class Called:
    """The Mini Program called wx.requestPayment with these pay_params."""

    out_trade_no: str
    pay_params: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Shown:
    """WeChat showed the sheet; ``amount`` as people write it."""

    out_trade_no: str
    merchant: str
    amount: str
    goods_name: str = ""


@dataclass(frozen=True)
class Returned:
    """The call ended with this errMsg."""

    out_trade_no: str
    err_msg: str


Act = Called | Shown | Returned


def act_message(act: Act, mask: Mask, at: float) -> Message:
    """The arrow of this act; the simulator plays WeChat, so nothing went over a network."""
    match act:
        case Called():
            return _called(act, mask, at)
        case Shown():
            return _shown(act, mask, at)
        case Returned():
            return _returned(act, mask, at)
        case other:
            assert_never(other)


def _called(act: Called, mask: Mask, at: float) -> Message:
    passed = [(name, value) for name, value in islice(act.pay_params.items(), _MOST) if name != "appId"]
    return Message(
        at=at,
        sender=Party.MERCHANT,
        receiver=Party.WECHAT,
        label=written("wx.requestPayment"),
        kind=MessageKind.SIMULATED,
        parts=((_ARGUMENTS, table(mask.pairs(passed))),),
        stage=Stage.CALLED,
        note=_CALLED_NOTE.fill(app_id=mask(act.pay_params.get("appId", ""))),
    )


def _shown(act: Shown, mask: Mask, at: float) -> Message:
    facts = (("merchant", act.merchant), ("amount", act.amount), ("goods_name", act.goods_name))
    return Message(
        at=at,
        sender=Party.WECHAT,
        receiver=Party.CUSTOMER,
        label=_SHEET.fill(amount=mask(act.amount)),
        kind=MessageKind.SIMULATED,
        parts=((_SHEET_SHOWS, table(mask.pairs(tuple(one for one in facts if one[1])))),),
        stage=Stage.SHOWN,
        note=_SHEET_NOTE,
    )


def _returned(act: Returned, mask: Mask, at: float) -> Message:
    return Message(
        at=at,
        sender=Party.WECHAT,
        receiver=Party.MERCHANT,
        label=written(mask(act.err_msg)),
        kind=MessageKind.SIMULATED,
        parts=((_ERR_MSG, f"errMsg: {mask(act.err_msg)}"),),
        failed=act.err_msg != OK,
        stage=Stage.RETURNED,
        note=explain(act.err_msg).meaning,
    )


_ARGUMENTS = text("Sequence", "Arguments of the call")
_CALLED_NOTE = text(
    "Sequence", "The call the Mini Program {app_id} would make, with the values that came. appId is not passed."
)
_SHEET = text("Sequence", "payment sheet: {amount}")
_SHEET_SHOWS = text("Sequence", "What the sheet shows")
_SHEET_NOTE = text("Sequence", "Played in this window: no phone is involved, no money moves.")
_ERR_MSG = text("Sequence", "What success or fail receives")
