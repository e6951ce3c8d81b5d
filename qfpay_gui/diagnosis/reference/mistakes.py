"""Values as merchants get them wrong: what the rules say of each is what the reference says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.examples import CREDENTIALS, NOW, PAID, clean
from qfpay_gui.diagnosis.reference.page import Line
from qfpay_gui.qfpay.environments import LIVE_TESTING, SIMULATOR
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.findings import Finding


@dataclass(frozen=True)
class Tried:
    """A value that is not as it should be. ``also`` sets other parameters, ``flags`` the entry's own switches."""

    value: str
    also: tuple[tuple[str, str], ...] = ()
    environment: Environment = LIVE_TESTING
    flags: tuple[tuple[str, bool], ...] = ()

    def findings(self, call: str, name: str) -> tuple[Finding, ...]:
        """What the rules say about this parameter of the call when it has this value."""
        draft = clean(call).fill({**dict(self.also), name: self.value}).edit(name, **dict(self.flags))
        request = prepare(draft, CREDENTIALS, self.environment, now=NOW, bound_to="", orders=(PAID,))
        return request.findings_at(name)


_TIMES = tuple(map(Tried, ("2026-03-01T18:00:00", "1772359200", "2026-02-30 18:00:00")))
_NUMBERS = (Tried("QA1 "), Tried("订单１"))
_GENERAL = (
    Tried("", flags=(("send_empty", True),)),
    Tried("undefined"),
    Tried("%E5%A5%B6"),
    Tried("tea\u200b"),
    Tried("tea\ud83e"),
)
"""What can be wrong with any text."""
_TRIED: dict[str, dict[str, tuple[Tried, ...]]] = {
    "payment": {
        "txamt": (
            *map(Tried, ("1.15", "3.0", "114.99999999999999", "1,000", "-300", "3OO", "0300", "0", "150")),
            Tried("100000000000"),
            Tried("500", (("txcurrcd", "JPY"),)),
            Tried(""),
        ),
        "txcurrcd": (Tried("hkd"), Tried("RMB"), Tried("")),
        "pay_type": (Tried("800201"), Tried("")),
        "out_trade_no": (*_NUMBERS, Tried("Q" * 129), Tried("")),
        "txdtm": (*_TIMES, *map(Tried, ("2026-03-01 10:00:00", "2026-02-20 18:00:00", "2026-03-01 19:30:00"))),
        "txzone": (Tried("8"),),
        "sub_openid": (
            *map(Tried, ("wx0123456789abcdef", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P", "o123", "")),
            Tried("oQFTester_0penid_for_demo_01", flags=(("leave_out", True),)),
        ),
        "goods_name": (Tried("Bubble milk tea, large, less sugar"), Tried("Tea & milk"), Tried("茶" * 65), *_GENERAL),
        "expired_time": (Tried("30m"), Tried("3"), Tried("05")),
        "limit_pay": (Tried("credit"), Tried("no_credit")),
        "extend_info": (
            Tried("user_creid=440524188001010014"),
            Tried('{"user_truename": "李雷"}'),
            Tried('{"user_creid": 440524188001010014, "user_truename": "李雷"}'),
            Tried('{"user_creid": "440524188001010014", "user_truename": ""}'),
            Tried('{"user_creid": "440524188001010014", "user_truename": "\\\\u674e\\\\u96f7"}'),
        ),
        "notify_url": (
            *map(Tried, ("shop.example/notify", "https://shop.example:8443/notify", "http://192.168.0.5/notify")),
            Tried("https://shop.example/notify", environment=SIMULATOR),
        ),
        "mchid": (Tried("other12345"), Tried(CREDENTIALS.mchid, flags=(("leave_out", True),))),
        "udid": (Tried("u" * 41),),
        "goods_info": (Tried("null"),),
    },
    "query": {
        "syssn": (
            Tried(PAID.out_trade_no),
            Tried("20260301000300029999999999"),
            Tried(f"{PAID.syssn};20260301000300029999999999"),
            Tried(f"{PAID.syssn},"),
            Tried("", (("out_trade_no", ""),)),
        ),
        "out_trade_no": (Tried(PAID.syssn), Tried("QA1;QA2")),
        "start_time": (
            *_TIMES,
            Tried("2026-02-01 00:00:00", (("syssn", PAID.syssn), ("end_time", "2026-02-28 23:59:59"))),
            Tried("2026-01-05 00:00:00"),
        ),
        "end_time": (
            Tried("2026-02-01 00:00:00", (("start_time", "2026-02-05 00:00:00"),)),
            Tried("2026-03-05 00:00:00", (("start_time", "2026-02-05 00:00:00"),)),
        ),
        "pay_type": (Tried("8002"),),
        "respcd": (Tried("0"),),
        "page": (Tried("0"), Tried("first")),
        "page_size": (Tried("200"),),
    },
    "refund": {
        "syssn": (Tried(""), Tried(PAID.out_trade_no), Tried("20260301000300029999999999")),
        "out_trade_no": (Tried(PAID.out_trade_no),),
        "txamt": (Tried("301"), Tried("100"), Tried("1.15")),
        "txdtm": _TIMES,
    },
    "close": {
        "syssn": (Tried(PAID.syssn), Tried("")),
        "out_trade_no": (Tried(PAID.out_trade_no), Tried(PAID.syssn, (("syssn", ""),))),
        "txamt": (Tried("200"),),
        "txdtm": (Tried(f"{NOW:%Y-%m-%d} 18:00:00"),),
    },
    "reversal": {
        "syssn": (Tried(PAID.syssn), Tried("")),
        "txamt": (Tried("200"),),
        "txdtm": (Tried(f"{NOW:%Y-%m-%d} 18:00:00"),),
    },
}


def mistakes(call: str, name: str) -> Iterator[Line]:
    """Each thing that the rules remark about this parameter, with the value that makes them."""
    said = set()
    for tried in _TRIED.get(call, {}).get(name, ()):
        for finding in tried.findings(call, name):
            told = finding.code, finding.headline.template
            if told not in said:
                said.add(told)
                yield remark(finding, tried.value)


def remark(finding: Finding, value: str) -> Line:
    """A finding as a line, with the value it is about."""
    # Half a character cannot be drawn either.
    return Line(
        finding.headline, finding.detail, wire=well_formed(value), claim=finding.claim, severity=finding.severity
    )
