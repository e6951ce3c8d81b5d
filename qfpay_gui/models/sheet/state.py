"""Where the payment sheet of wx.requestPayment stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.simulator.wechat.wallet import Sheet, WxResult


@dataclass(frozen=True)
class SheetClosed:
    """There is nothing to pay, or the sheet was put away."""


@dataclass(frozen=True)
class Opening:
    """WeChat is asked to show the sheet."""


@dataclass(frozen=True)
class SheetOpen:
    """The sheet asks the customer; ``trouble`` says why paying cannot end well any more."""

    sheet: Sheet
    trouble: Text | None = None


@dataclass(frozen=True)
class Paying:
    """The customer has pressed something; WeChat is at it."""

    sheet: Sheet


@dataclass(frozen=True)
class SheetEnded:
    """The sheet is gone; the Mini Program has this result."""

    sheet: Sheet
    result: WxResult


@dataclass(frozen=True)
class Refused:
    """WeChat shows no sheet for these pay_params; ``technical`` names a fault of this program instead."""

    result: WxResult
    technical: str = ""


SheetState = SheetClosed | Opening | SheetOpen | Paying | SheetEnded | Refused
