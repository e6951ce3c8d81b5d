"""What the parameters of each request must look like; each rule says what it expected and the way out.

Lengths, lists and formats are those of the parameter tables on QFPay’s page of each call. Which respcd
answers which fault is documented only in broad strokes: 1103 for a format, 1104 for a parameter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from qfpay_gui.services.simulator.trade.pay_types import SERVED

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.wire import Pairs


@dataclass(frozen=True)
class Refusal:
    """Why a request is refused; ``resperr`` is "" where the code's own meaning serves."""

    respcd: str
    respmsg: str
    resperr: str = ""


Rule: TypeAlias = Callable[[Mapping[str, str]], Refusal | None]

PAYMENT = ("txamt", "txcurrcd", "pay_type", "out_trade_no", "txdtm")
OPENID_PAY_TYPES = ("", "800213", "800207")
"""Payment types that need ``sub_openid``; a request without one lacks both."""
REFUND = ("syssn", "out_trade_no", "txamt", "txdtm")
ENDING = ("txamt", "txdtm")
LENGTHS = {
    "txcurrcd": 3,
    "pay_type": 6,
    "out_trade_no": 128,
    "syssn": 128,
    "txdtm": 20,
    "sub_openid": 128,
    "mchid": 16,
    "goods_name": 64,
    "expired_time": 3,
    "udid": 40,
    "notify_url": 256,
}
CURRENCIES = ("AED", "CNY", "EUR", "HKD", "IDR", "JPY", "MMK", "MYR", "SGD", "THB", "USD", "CAD", "AUD")
_TXDTM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_REAL_NAME = {"user_creid", "user_truename"}
_WHOLE = re.compile(r"[0-9]+")


def payment_refusal(parameters: Mapping[str, str]) -> Refusal | None:
    """The first rule of a payment that these parameters break."""
    needs_openid = parameters.get("pay_type", "") in OPENID_PAY_TYPES
    names = (*PAYMENT, "sub_openid") if needs_openid else PAYMENT
    return _mandatory(parameters, names, "A payment") or _first(parameters, _PAYMENT_RULES)


def refund_refusal(parameters: Mapping[str, str]) -> Refusal | None:
    """The first rule of a refund that these parameters break."""
    return _mandatory(parameters, REFUND, "A refund") or _first(parameters, _COMMON_RULES)


def ending_refusal(parameters: Mapping[str, str]) -> Refusal | None:
    """The first rule of a close or a reversal that these parameters break."""
    if not parameters.get("syssn") and not parameters.get("out_trade_no"):
        return Refusal("1104", "Missing or empty: syssn and out_trade_no. Send one of them: it names the order.")
    return _mandatory(parameters, ENDING, "It") or _first(parameters, _COMMON_RULES)


def moment(written: str) -> datetime | None:
    """The time written YYYY-MM-DD hh:mm:ss, or None where it is written otherwise or does not exist."""
    try:
        return datetime.fromisoformat(written) if _TXDTM.fullmatch(written) else None
    except ValueError:
        return None


def mchid_refusal(parameters: Mapping[str, str], assigned: str) -> Refusal | None:
    """An assigned mchid is mandatory, any other is refused, with 1108 as seen for a wrong one."""
    sent = parameters.get("mchid", "")
    if sent == assigned:
        return None
    if not assigned:
        message = "The signature is right. This merchant has no mchid: leave mchid out."
    elif not sent:
        message = (
            "The signature is right. This merchant has an mchid: send it, and sign it like any parameter. "
            "(1108 was seen for a wrong one; what QFPay answers to a missing one is not documented.)"
        )
    else:
        message = "The signature is right. This mchid does not belong to the app code: send the assigned one."
    return Refusal("1108", message, "MCHCODE非法")


def repetition_refusal(pairs: Pairs) -> Refusal | None:
    """No name may be sent twice: it would be open which value counts."""
    repeated = [name[:40] for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if not repeated:
        return None
    return Refusal("1104", f"Sent more than once: {_listed(repeated)}. Send each parameter once.")


def _listed(names: Iterable[str]) -> str:
    """Names for a sentence."""
    return ", ".join(names)


def _first(parameters: Mapping[str, str], rules: Iterable[Rule]) -> Refusal | None:
    """The first complaint."""
    return next(filter(None, (rule(parameters) for rule in rules)), None)


def _mandatory(parameters: Mapping[str, str], names: Iterable[str], who: str) -> Refusal | None:
    missing = [name for name in names if not parameters.get(name)]
    if not missing:
        return None
    return Refusal("1104", f"Missing or empty: {_listed(missing)}. {who} needs {_listed(names)}.")


def _lengths(parameters: Mapping[str, str]) -> Refusal | None:
    for name, longest in LENGTHS.items():
        length = len(parameters.get(name, ""))
        if length > longest:
            return Refusal("1104", f"{name} has {length} characters; String({longest}) is the rule. Shorten it.")
    return None


def _txamt(parameters: Mapping[str, str]) -> Refusal | None:
    txamt = parameters["txamt"]
    if not _WHOLE.fullmatch(txamt):
        return Refusal("1103", "txamt is a whole number of minor units in digits only: 100 stands for 1.00.")
    if len(txamt) > 11:
        return Refusal("1104", f"txamt has {len(txamt)} digits; Int(11) allows 11.")
    return None if int(txamt) else Refusal("1104", "txamt is 0: it takes at least 1 minor unit.")


def _txcurrcd(parameters: Mapping[str, str]) -> Refusal | None:
    if parameters["txcurrcd"] in CURRENCIES:
        return None
    return Refusal("1104", f"txcurrcd is not in the list: {_listed(CURRENCIES)}, in capital letters.")


def _pay_type(parameters: Mapping[str, str]) -> Refusal | None:
    if parameters["pay_type"] in SERVED:
        return None
    served = _listed(sorted(SERVED))
    return Refusal("1104", f"filter error: this pay_type is not enabled. The simulator serves {served}.")


def _txdtm(parameters: Mapping[str, str]) -> Refusal | None:
    txdtm = parameters["txdtm"]
    if moment(txdtm):
        return None
    if _TXDTM.fullmatch(txdtm):
        return Refusal("1103", "txdtm has the right form, but there is no such date or time of day.")
    return Refusal("1103", "txdtm is written YYYY-MM-DD hh:mm:ss, like 2026-03-01 10:00:00, with one space between.")


def _expired_time(parameters: Mapping[str, str]) -> Refusal | None:
    minutes = parameters.get("expired_time", "")
    if not minutes or (_WHOLE.fullmatch(minutes) and 5 <= int(minutes) <= 120):
        return None
    return Refusal("1104", "expired_time is a whole number of minutes from 5 to 120; left out, 30 is meant.")


def _limit_pay(parameters: Mapping[str, str]) -> Refusal | None:
    if parameters.get("limit_pay", "") in {"", "no_credit"}:
        return None
    return Refusal("1104", "limit_pay knows one value, no_credit. Leave it out to allow credit cards.")


def _extend_info(parameters: Mapping[str, str]) -> Refusal | None:
    """Personal data: what is wrong is said without quoting it."""
    written = parameters.get("extend_info", "")
    try:
        content = json.loads(written) if written else None
    except json.JSONDecodeError as error:
        return Refusal("1104", f"extend_info is not JSON: {error.msg} at character {error.pos + 1} of {len(written)}.")
    except (ValueError, RecursionError):
        return Refusal("1104", "extend_info is JSON beyond all reason: send user_creid and user_truename only.")
    if not written or (isinstance(content, dict) and content.keys() >= _REAL_NAME):
        return None
    return Refusal("1104", "extend_info is a JSON object with both members: user_creid and user_truename.")


_COMMON_RULES: tuple[Rule, ...] = (_lengths, _txamt, _txdtm)
_PAYMENT_RULES: tuple[Rule, ...] = (
    _lengths,
    _txamt,
    _txcurrcd,
    _pay_type,
    _txdtm,
    _expired_time,
    _limit_pay,
    _extend_info,
)
