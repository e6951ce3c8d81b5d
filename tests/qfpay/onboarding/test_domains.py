"""What WeChat takes as a request domain, by its documentation of a Mini Program's network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.domains import CheckedDomain, check

LIVE = environments.LIVE_TESTING.base_url
SHOP = "https://pay.shop.example"


def only(pasted: str, base_url: str = LIVE) -> CheckedDomain:
    """The one domain of this paste."""
    (one,) = check(pasted, base_url)
    return one


def codes(domain: CheckedDomain) -> list[str]:
    """What is noticed, without what stands beside every domain that can be entered."""
    return [one.code for one in domain.findings if one.code not in {"domain-ok", "domain-icp"}]


def test_a_merchants_own_server_can_be_entered() -> None:
    """It is what keeps client_key out of the Mini Program; the filing cannot be seen."""
    domain = only(SHOP)
    assert (domain.entry, domain.severity, codes(domain)) == (SHOP, Severity.NOTE, ["domain-own"])
    assert [one.code for one in domain.findings][::2] == ["domain-ok", "domain-icp"]
    assert SHOP in str(domain.findings[0].headline)


def test_qfpays_own_host_puts_the_key_into_the_mini_program() -> None:
    """As the samples do; the host of another environment is pointed out besides."""
    assert codes(only(LIVE)) == ["domain-key-in-code"]
    assert codes(only("https://openapi-hk.qfapi.com")) == ["domain-elsewhere", "domain-key-in-code"]
    assert codes(only("https://openapi-hk.qfapi.com", "")) == ["domain-key-in-code"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("http://pay.shop.example", "domain-scheme"),
        ("ws://pay.shop.example", "domain-scheme"),
        ("wss://pay.shop.example", "domain-socket"),
        ("https://203.0.113.7", "domain-ip"),
        ("https://192.168.1.20:8080", "domain-ip"),
        ("https://2130706433", "domain-ip"),
        ("https://[2001:db8::1]", "domain-ip"),
        ("https://localhost:3000", "domain-localhost"),
        ("https://api.localhost", "domain-localhost"),
        ("https://*.shop.example", "domain-parent"),
        ("https://api.weixin.qq.com", "domain-wechat"),
        ("https://API.weixin.qq.com/sns/jscode2session", "domain-wechat"),
        ("https://shop", "domain-shape"),
        ("https://-pay.shop.example", "domain-shape"),
        ("https://pay_1.shop.example", "domain-shape"),
        ("https://user:word@shop.example", "domain-shape"),
        ("https://shop.example:", "domain-shape"),
        ("https://shop.example:0", "domain-shape"),
        ("https://shop.example:65536", "domain-shape"),
        ("https://", "domain-shape"),
        (f"https://{'a' * 64}.example", "domain-shape"),
    ],
)
def test_what_wechat_refuses(written: str, code: str) -> None:
    """Nothing can be entered, and the reason is one rule."""
    domain = only(written)
    assert domain.entry == ""
    assert domain.severity is Severity.WRONG
    assert [one.code for one in domain.findings if one.severity is Severity.WRONG] == [code]


@pytest.mark.parametrize(
    ("written", "entry", "code"),
    [
        ("pay.shop.example", SHOP, "domain-no-scheme"),
        ("https://pay.shop.example/", SHOP, "domain-path"),
        ("https://pay.shop.example/v1?x=1", SHOP, "domain-path"),
        ("https://pay.shop.example:8443", f"{SHOP}:8443", "domain-port"),
        ("https://pay.shop.example:65535", f"{SHOP}:65535", "domain-port"),
        ("https://pay.shop.example:443", f"{SHOP}:443", "domain-port-default"),
        ("HTTPS://Pay.Shop.Example.", SHOP, ""),
        ("“https://pay.shop.example”", SHOP, "domain-unclean"),
        ("https：//pay．shop．example", SHOP, "domain-unclean"),
        (f"https://{'a' * 63}.example", f"https://{'a' * 63}.example", ""),
    ],
)
def test_what_can_be_mended(written: str, entry: str, code: str) -> None:
    """What to enter instead is said, with what is wrong about the text as it was written."""
    domain = only(written)
    assert domain.entry == entry
    assert codes(domain)[:-1] == ([code] if code else [])
    assert domain.severity < Severity.WRONG


def test_a_parent_domain_does_not_stand_for_qfpays_hosts() -> None:
    """qfapi.com can be entered, and helps nobody."""
    assert codes(only("https://qfapi.com")) == ["domain-parent-only"]
    assert codes(only("https://notqfapi.com")) == ["domain-own"]


def test_several_are_told_apart() -> None:
    """As the console's box takes them, or a mail brings them; nothing is said of nothing."""
    found = check(f"{SHOP};\n{LIVE}， http://a.example", LIVE)
    assert [one.entry for one in found] == [SHOP, LIVE, ""]
    assert check(" ;\n") == ()
    assert len(check("a.example " * 21)) == 20


@given(st.text(max_size=60))
def test_any_text_is_looked_at(pasted: str) -> None:
    """Nothing raises, and an entry is always https and of plain letters."""
    for one in check(pasted, LIVE):
        assert one.findings
        assert one.entry == "" or one.entry.startswith("https://")
        assert one.entry.isascii()
