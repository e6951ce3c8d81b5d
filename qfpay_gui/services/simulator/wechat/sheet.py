"""What wx.requestPayment shows and answers (facts 9)."""

from __future__ import annotations

from dataclasses import dataclass

OK = "requestPayment:ok"
CANCEL = "requestPayment:fail cancel"
FAIL = "requestPayment:fail"


@dataclass(frozen=True)
class Sheet:
    """The payment sheet WeChat shows; ``txamt`` in minor units of ``txcurrcd``."""

    prepay_id: str
    merchant: str
    txamt: str
    txcurrcd: str
    goods_name: str
    out_trade_no: str
    syssn: str


@dataclass(frozen=True)
class WxResult:
    """What the call ends with: ``requestPayment:ok``, ``requestPayment:fail cancel`` or ``requestPayment:fail …``."""

    err_msg: str

    @property
    def ok(self) -> bool:
        """Whether the customer paid."""
        return self.err_msg == OK
