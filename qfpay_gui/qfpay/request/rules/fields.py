"""Rules of single parameters that are neither amounts, times nor people: which rule belongs to which name."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.environments import EnvironmentKind, is_loopback
from qfpay_gui.qfpay.request.rules.amount import check_txamt, check_txcurrcd
from qfpay_gui.qfpay.request.rules.payer import check_extend_info, check_sub_openid
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, shortened, wrong
from qfpay_gui.qfpay.request.rules.time import check_expired_time, check_txdtm, check_txzone
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qfpay_gui.qfpay.findings import Finding

_SAFE_ORDER_NUMBER = re.compile(r"[A-Za-z0-9_|*\-]+")
_SPECIAL = re.compile(r"[&=+%#<>\"'\\^|{}\[\]`~]|[\U00010000-\U0010ffff]")


def check(subject: Subject) -> Iterator[Finding]:
    """Findings of the rule each sent parameter has of its own."""
    for name, value in subject.sent:
        rule = RULES.get(name)
        if rule is not None and value:
            yield from rule(value, subject)


def _pay_type(value: str, subject: Subject) -> Iterator[Finding]:
    if subject.endpoint.name == "payment" and value != "800213":
        yield attention(
            "other-pay-type",
            "pay_type",
            text("Rules", "Not 800213 (WeChat Mini Program)"),
            text("Rules", "{value} is another kind of payment: do not expect pay_params for wx.requestPayment.").fill(
                value=shortened(value)
            ),
        )


def _out_trade_no(value: str, subject: Subject) -> Iterator[Finding]:
    parameter = subject.endpoint.find("out_trade_no")
    number = value.replace(",", "") if parameter and parameter.many else value
    if not _SAFE_ORDER_NUMBER.fullmatch(number):
        yield attention(
            "order-number-characters",
            "out_trade_no",
            text("Rules", "Unusual characters in the order number"),
            text("Rules", "Letters, digits, _ | and * are safe in every region; others may be refused or changed."),
        )


def _goods_name(value: str, _subject: Subject) -> Iterator[Finding]:
    if 20 < len(value) <= 64:
        yield attention(
            "goods-name-long",
            "goods_name",
            text("Rules", "{length} characters; more than 20").fill(length=len(value)),
            text(
                "Rules",
                "The table says String(64), the text of the current editions that goods_name cannot exceed 20 "
                "characters; older ones only suggest it.",
            ),
        )
    special = _SPECIAL.search(value)
    if special:
        yield attention(
            "goods-name-special",
            "goods_name",
            text("Rules", "Special character: {character}").fill(character=special.group()),
            text("Rules", "goods_name should hold no special characters. They are signed raw and sent URL-encoded."),
        )


def _limit_pay(value: str, _subject: Subject) -> Iterator[Finding]:
    if value != "no_credit":
        yield wrong(
            "limit-pay-value",
            "limit_pay",
            text("Rules", "Only no_credit is known"),
            text("Rules", "limit_pay takes exactly no_credit, or is left out."),
        )
    else:
        yield note(
            "limit-pay-mainland",
            "limit_pay",
            text("Rules", "Works in mainland China only"),
            text("Rules", "What limit_pay does elsewhere is not documented. Leave it out for other accounts."),
        )


def _notify_url(value: str, subject: Subject) -> Iterator[Finding]:
    try:
        parts = urlsplit(value.strip())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        yield wrong(
            "notify-url-shape",
            "notify_url",
            text("Rules", "Not a complete http(s) URL"),
            text("Rules", "Write the whole address, such as https://shop.example/notify."),
        )
        return
    if subject.environment.kind is EnvironmentKind.SIMULATOR:
        yield from _simulated_notify_url(parts.hostname)
        return
    if port not in {None, 80, 443}:
        yield wrong(
            "notify-url-port",
            "notify_url",
            text("Rules", "Port {port} gets no notifications").fill(port=port),
            text("Rules", "Notifications are sent to ports 80 and 443 only."),
        )
    if _is_private(parts.hostname):
        yield attention(
            "notify-url-private",
            "notify_url",
            text("Rules", "Not reachable from the internet"),
            text("Rules", "QFPay cannot reach {host}. Use an address that is known outside your network.").fill(
                host=shortened(parts.hostname, 60)
            ),
        )


def _simulated_notify_url(host: str) -> Iterator[Finding]:
    if not is_loopback(host):
        yield attention(
            "notify-url-simulated",
            "notify_url",
            text("Rules", "The simulator delivers to loopback only"),
            text(
                "Rules",
                "Nothing leaves this machine from the simulator, so {host} hears nothing. "
                "Write http://127.0.0.1 with the port that listens here, such as http://127.0.0.1:8080/notify.",
            ).fill(host=shortened(host, 60)),
        )


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return is_loopback(host) or "." not in host.strip(".") or host.endswith((".local", ".localhost", ".internal"))


def _mchid(value: str, subject: Subject) -> Iterator[Finding]:
    assigned = subject.credentials.mchid
    if not assigned:
        yield attention(
            "mchid-unassigned",
            "mchid",
            text("Rules", "This profile has no mchid"),
            text(
                "Rules",
                "If QFPay assigned none, mchid must not be sent: the answer may be 1108, as for a wrong signature.",
            ),
        )
    elif value != assigned:
        yield attention(
            "mchid-differs",
            "mchid",
            text("Rules", "Differs from the profile's mchid"),
            text(
                "Rules",
                "The profile says {assigned}. A wrong mchid was seen to be answered with 1108, as a wrong signature "
                "is.",
            ).fill(assigned=shortened(assigned)),
        )


RULES: Mapping[str, Callable[[str, Subject], Iterator[Finding]]] = {
    "txamt": check_txamt,
    "txcurrcd": check_txcurrcd,
    "pay_type": _pay_type,
    "out_trade_no": _out_trade_no,
    "txdtm": check_txdtm,
    "txzone": check_txzone,
    "sub_openid": check_sub_openid,
    "goods_name": _goods_name,
    "expired_time": check_expired_time,
    "limit_pay": _limit_pay,
    "extend_info": check_extend_info,
    "notify_url": _notify_url,
    "mchid": _mchid,
}
