from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.environments import (
    ALL,
    LIVE_TESTING,
    PRODUCTION,
    REAL_MONEY,
    SANDBOX,
    SIMULATOR,
    Environment,
    EnvironmentKind,
    by_id,
    custom,
    is_loopback,
    refusal,
    same_host,
)

BY_HAND = (
    "https://openapi-hk.qfapi.com",
    "https://openapi-hk.qfapi.com/",
    " https://openapi-hk.qfapi.com\n",
    "https://openapi-hk.qfapi.com:443",
    "https://openapi-hk.qfapi.com:8443/gateway",
    "https://OpenAPI-HK.QFAPI.com",
    "HTTPS://openapi-hk.qfapi.com",
    "https://openapi-hk.qfapi.com.",
    "https://openapi-hk.qfapi.com.:443/",
    "https://user@openapi-hk.qfapi.com",
    "http://openapi-hk.qfapi.com",
)


def test_the_documented_hosts_are_built_in() -> None:
    """The three environments of the documentation have their hosts, kinds and ids."""
    assert [(one.id, one.kind, one.base_url) for one in (SANDBOX, LIVE_TESTING, PRODUCTION)] == [
        ("sandbox", EnvironmentKind.SANDBOX, "https://openapi-int.qfapi.com"),
        ("live-hk", EnvironmentKind.LIVE_TESTING, "https://test-openapi-hk.qfapi.com"),
        ("production-hk", EnvironmentKind.PRODUCTION, "https://openapi-hk.qfapi.com"),
    ]


def test_every_environment_has_an_id_and_host_of_its_own() -> None:
    """No two environments can be taken for each other, and each can be found by its id."""
    assert len({one.id for one in ALL}) == len({one.base_url for one in ALL}) == len(ALL)
    assert all(by_id(one.id) is one for one in ALL)
    assert by_id("custom") is None


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_name_says_what_kind_of_environment_it_is(one: Environment) -> None:
    """Production is never called testing, nor the reverse, and no host with "test" in it is production."""
    assert ("test" in one.host) == (one.kind is EnvironmentKind.LIVE_TESTING)
    assert (
        (one.kind is EnvironmentKind.PRODUCTION)
        == str(one.name).startswith("Production")
        == (one.caution is REAL_MONEY)
    )
    assert refusal(one.base_url) is None or one is SIMULATOR
    assert not one.base_url.endswith("/")


@pytest.mark.parametrize("typed", BY_HAND)
def test_a_production_host_typed_by_hand_stays_production(typed: str) -> None:
    """Nobody gets round the questions before production by writing its address in another way."""
    environment = custom(typed)
    assert (environment.kind, environment.caution, environment.id) == (EnvironmentKind.PRODUCTION, REAL_MONEY, "custom")


@pytest.mark.parametrize("known", [one for one in ALL if one.base_url], ids=lambda one: one.id)
def test_every_known_host_keeps_its_kind(known: Environment) -> None:
    """Live testing and the sandbox are recognised just as production is."""
    assert custom(f"{known.base_url.upper()}:443/").kind is known.kind


@pytest.mark.parametrize(
    "typed",
    [
        "http://127.0.0.1:8080",
        "https://openapi-hk.qfapi.com.evil.example",
        "https://evil.example/openapi-hk.qfapi.com",
        "https://openapi-hk.qfapi.com@evil.example",
        "https://[",
        "",
    ],
)
def test_any_other_host_is_a_custom_one(typed: str) -> None:
    """A host that only looks like one of QFPay's is not taken for it."""
    assert custom(typed).kind is EnvironmentKind.CUSTOM


def test_a_custom_base_url_loses_spaces_and_slashes_at_its_end() -> None:
    """A path can be appended to what is kept."""
    assert custom("  https://gateway.example/qf//  ").base_url == "https://gateway.example/qf"


@given(st.text(st.characters()))
def test_anything_may_be_typed_as_a_base_url(typed: str) -> None:
    """No text makes the program stumble, and what is not refused has a scheme and a host."""
    environment = custom(typed)
    refused = refusal(environment.base_url)
    assert refused is None or str(refused)
    assert environment.host is not None
    if refused is None:
        parts = urlsplit(environment.base_url)
        assert parts.scheme in {"http", "https"}
        assert parts.hostname


@pytest.mark.parametrize(
    "base_url",
    [
        "https://openapi-hk.qfapi.com",
        "https://openapi-hk.qfapi.com:443",
        "https://gateway.example/path",
        "HTTPS://GATEWAY.example",
        "https://[2001:db8::1]:8443",
        "http://127.0.0.1:51234",
        "http://127.8.9.1",
        "http://localhost:8000",
        "http://LOCALHOST",
        "http://[::1]:8000",
        "https://xn--fiqs8s.example",
    ],
)
def test_https_everywhere_and_http_at_home_are_sent_to(base_url: str) -> None:
    """Every host is reached over https, this machine over plain http too."""
    assert refusal(base_url) is None


@pytest.mark.parametrize(
    ("base_url", "says"),
    [
        ("", "scheme and a host"),
        ("openapi-hk.qfapi.com", "scheme and a host"),
        ("ftp://gateway.example", "scheme and a host"),
        ("https://", "scheme and a host"),
        ("https:///trade", "scheme and a host"),
        ("http://gateway.example", "Plain http"),
        ("http://10.0.0.1", "Plain http"),
        ("http://127.0.0.1.gateway.example", "Plain http"),
        ("http://127.0.0.1.5", "Plain http"),
        ("http://localhost.gateway.example", "Plain http"),
        ("http://0.0.0.0", "Plain http"),
        ("https://user:pass@gateway.example", "no user name"),
        ("https://@gateway.example", "no user name"),
        ("https://gateway.example?x=1", "no user name, query"),
        ("https://gateway.example?", "no user name, query"),
        ("https://gateway.example#", "no user name, query or fragment"),
        ("https://gateway.example:port", "cannot be read"),
        ("https://gateway.example:99999", "cannot be read"),
        ("https://gateway.example:0", "cannot be read"),
        ("https://[::1", "cannot be read"),
        ("https://gate way.example", "plain ASCII"),
        ("https://gateway.example\n", "plain ASCII"),
        ("https://gate\tway.example", "plain ASCII"),
        ("https://gateway.example\\.evil.example", "plain ASCII"),
        ("https://ｏpenapi-hk.qfapi.com", "plain ASCII"),
        ("https://openapi-hk。qfapi.com", "plain ASCII"),
        ("https://gateway.ex%61mple", "cannot be read"),
        ("https://gateway.example,evil.example", "cannot be read"),
    ],
)
def test_a_base_url_that_is_unsafe_or_unclear_is_refused_with_the_reason(base_url: str, says: str) -> None:
    """What might go to another place than is shown, or over an open line, is not sent to."""
    refused = refusal(base_url)
    assert refused is not None
    assert says in str(refused)


def test_a_refusal_quotes_a_long_host_in_short() -> None:
    """A pasted megabyte makes a sentence of ordinary length."""
    assert len(str(refusal("http://" + "a" * 1_000_000))) < 250


@pytest.mark.parametrize(
    ("host", "is_home"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.255.255.254", True),
        ("::1", True),
        ("127.0.0.1.5", False),
        ("127.０.0.1", False),
        ("128.0.0.1", False),
        ("::2", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_only_this_machine_is_loopback(host: str, is_home: bool) -> None:  # noqa: FBT001 - a table of answers
    """An address that merely begins like this machine's is another one."""
    assert is_loopback(host) is is_home


def test_the_same_host_is_known_with_and_without_a_port() -> None:
    """Ports, paths, capitals and a trailing dot do not make another host; having none makes no host."""
    assert same_host("https://a.example:443/x", "http://A.example.")
    assert not same_host("https://a.example", "https://b.example")
    assert not same_host("", "")
    assert not same_host("https://[", "https://[")
