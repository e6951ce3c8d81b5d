"""Parameters signed under another name than sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Use the same spelling in the signing string and in the body: the one of the documentation.")
_OTHER_NAMES = {
    "sub_openid": ("openid", "open_id", "sub_open_id", "subopenid", "openId"),
    "mchid": ("mch_id", "mchntid", "merchant_id", "mchId", "merchid"),
    "txamt": ("amount", "total_fee", "tx_amt", "txamount"),
    "txcurrcd": ("currency", "txcurrency", "tx_currcd", "currcd"),
    "out_trade_no": ("order_no", "order_id", "trade_no", "outtradeno", "out_trade_num"),
    "txdtm": ("tx_dtm", "txtime", "txdate", "timestamp", "datetime"),
    "pay_type": ("paytype", "payment_type"),
    "goods_name": ("goodsname", "product_name", "goods_desc", "subject"),
    "notify_url": ("notifyurl", "callback_url", "return_url"),
    "extend_info": ("extendinfo", "extra_info", "extend"),
    "expired_time": ("valid_time", "expire_time", "expiredtime"),
    "udid": ("device_id", "uuid"),
    "limit_pay": ("limitpay",),
}


def deviations(case: Case) -> Iterator[Deviation]:
    """One name spelled otherwise, or all of them in another style."""
    for index, (name, value) in enumerate(case.sent):
        for cost, other in _spellings(name):
            if other not in case.names:
                cause = text("Doctor", "{name} was signed under the name {other}").fill(name=name, other=other)
                yield Deviation(
                    "renamed", cost, cause, _MEND, edit=Edit({index: (other, value)}), depth=2 if cost < 4 else 1
                )
    yield from _all_names(case)


def _spellings(name: str) -> Iterator[tuple[int, str]]:
    known = _OTHER_NAMES.get(name, ())
    back = tuple(usual for usual, others in _OTHER_NAMES.items() if name in others)
    yield from ((3, other) for other in (*back, *known[:1]))
    yield from ((4, other) for other in known[1:])
    styles = (
        camel_case(name),
        pascal_case(name),
        capitalised(name),
        snake_case(name),
        name.lower(),
        name.upper(),
        name.strip(),
        f"{name} ",
        f" {name}",
    )
    others = dict.fromkeys(other for other in styles if other not in {name, *known, *back})
    yield from ((4, other) for other in others)


def _all_names(case: Case) -> Iterator[Deviation]:
    styles: tuple[Callable[[str], str], ...] = (
        *(camel_case, pascal_case, capitalised, snake_case, kebab_case, str.lower, str.upper, str.strip),
    )
    cause = text("Doctor", "the names were signed in another spelling than sent, such as {name}")
    for style in styles:
        renamed = {at: (style(name), value) for at, (name, value) in enumerate(case.sent) if style(name) != name}
        if len(renamed) > 1:
            words = cause.fill(name=next(iter(renamed.values()))[0])
            yield Deviation("renamed", 3, words, _MEND, edit=Edit(dict(renamed)), depth=2)


def camel_case(name: str) -> str:
    """``outTradeNo`` for ``out_trade_no``."""
    head, *rest = name.split("_")
    return head + "".join(piece[:1].upper() + piece[1:] for piece in rest)


def pascal_case(name: str) -> str:
    """``OutTradeNo`` for ``out_trade_no``."""
    return capitalised(camel_case(name))


def capitalised(name: str) -> str:
    """``Out_trade_no`` for ``out_trade_no``."""
    return name[:1].upper() + name[1:]


def kebab_case(name: str) -> str:
    """``out-trade-no`` for ``out_trade_no``."""
    return name.replace("_", "-")


def snake_case(name: str) -> str:
    """``out_trade_no`` for ``outTradeNo``."""
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in name).lstrip("_")
