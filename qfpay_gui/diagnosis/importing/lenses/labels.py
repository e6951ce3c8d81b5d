"""A lens that reads the words people write in a message for the names of the API, such as 订单号 for out_trade_no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit
from qfpay_gui.diagnosis.importing.names import KNOWN, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS = {
    "txamt": "金额 金額 交易金额 交易金額 支付金额 支付金額 订单金额 訂單金額 amount",
    "txcurrcd": "币种 幣種 货币 貨幣 交易币种 交易幣種 currency",
    "out_trade_no": "订单号 訂單號 商户订单号 商戶訂單號 商家订单号 商家訂單號 order_number order_no",
    "txdtm": "交易时间 交易時間 请求时间 請求時間 时间 時間 transaction_time",
    "pay_type": "支付类型 支付類型 支付方式 payment_type",
    "goods_name": "商品名称 商品名稱 商品名 商品 goods_name product_name",
    "sub_openid": "openid 用户openid 用戶openid",
    "mchid": "商户号 商戶號 子商户号 子商戶號 merchant_id",
    "notify_url": "回调地址 回調地址 通知地址 notify_address",
    "syssn": "流水号 流水號 QFPay订单号 QFPay訂單號 QFPay流水号 QFPay流水號",
    "sign": "签名 簽名 签名值 簽名值 signature",
    "sign_type": "签名类型 簽名類型 签名方式 簽名方式 sign_type",
    "app_code": "appcode 应用代码 應用代碼 app_code",
    "key": "密钥 密鑰 client_key",
}
"""Labels by the name that they stand for, simplified, traditional and English; ``_`` is a blank or nothing."""

FEWEST = 3
"""Parameters of the API that must be labelled before a message is taken for a request."""
_NAME_OF = {squeezed(label): name for name, labels in LABELS.items() for label in labels.split()}
_WORD = "|".join(
    re.escape(label).replace("_", "[ _]?")
    for label in sorted((label for labels in LABELS.values() for label in labels.split()), key=len, reverse=True)
)
_BLANKS = r"[ \t]{0,8}"
_LEAD = r"(?:^[ \t>*•·\-]{0,40}(?:\d{1,2}[.、)][ ]?)?|[，；、,;][ \t]{0,8}|(?<![ \t])[ \t]{1,40})"
_LABELLED = re.compile(
    rf"{_LEAD}(?P<label>{_WORD}){_BLANKS}[：:]{_BLANKS}(?!//)",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST = 400
_ENDED = re.compile(r"[，；。\n]")
_CODED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(KNOWN, key=len, reverse=True))})(?!\w)")


def labels(text: str) -> Iterator[Edit]:
    """Labels as the names they stand for, one to a line, where enough of them stand together.

    Nothing where the names of the API outnumber them, nor for English words alone without a signature.
    """
    found = list(_LABELLED.finditer(text))
    names = {_NAME_OF[squeezed(one["label"])] for one in found}
    is_told = "sign" in names or any(not one["label"].isascii() for one in found)
    if not is_told or len(names & KNOWN) < max(FEWEST, len(set(_CODED.findall(text))) + 1):
        return
    starts = {one.start() for one in found}
    for one in found:
        name = _NAME_OF[squeezed(one["label"])]
        yield Edit(*one.span(), f"\n{name}=" if one.start() and text[one.start() - 1] != "\n" else f"{name}=")
        ended = _ENDED.search(text, one.end(), one.end() + _LONGEST)
        if ended and ended.group() != "\n" and name != "goods_name" and ended.start() not in starts:
            yield Edit(*ended.span(), "\n")
