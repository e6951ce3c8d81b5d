"""Base URLs of the user's own: names, ids, and what is noticed about what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.addresses import (
    LONGEST_NAME,
    LONGEST_URL,
    MOST_ADDRESSES,
    Address,
    free_name,
    name_problem,
    new_address,
    url_problem,
    url_remark,
    without_call,
)
from qfpay_gui.qfpay.environments import CUSTOM_CAUTION, LIVE, REAL_MONEY, EnvironmentKind, is_custom, name_of, of_id

URL = "https://pay.example.com/qf"
GATEWAY = Address(f"custom:{URL}", "Gateway", URL)


def test_a_new_address_has_an_id_of_its_own_and_without_a_name_that_of_its_host_and_path() -> None:
    """The id tells where it leads; the same URL a second time, after the first was changed, is another one."""
    assert new_address("", f" {URL}/ ", ()) == Address(f"custom:{URL}", "pay.example.com/qf", URL)
    moved = Address(GATEWAY.id, "Gateway", "https://elsewhere.example.com")
    second = new_address(" Second ", URL, (moved,))
    assert second == Address(f"custom:{URL}#2", "Second", URL)
    assert new_address("", URL, (moved, second)).id == f"custom:{URL}#3"
    assert all(is_custom(one.id) for one in (GATEWAY, second))
    assert not any(map(is_custom, ("live-hk", "simulator", "customs", "")))


@pytest.mark.parametrize(
    ("url", "kind", "name", "caution"),
    [
        (URL, EnvironmentKind.CUSTOM, "Gateway", CUSTOM_CAUTION),
        ("https://openapi-hk.qfapi.com/x", EnvironmentKind.PRODUCTION, "Gateway (production)", REAL_MONEY),
        ("https://test-openapi-hk.qfapi.com", EnvironmentKind.LIVE_TESTING, "Gateway (live testing)", None),
        ("https://openapi-int.qfapi.com:443", EnvironmentKind.SANDBOX, "Gateway (sandbox)", None),
    ],
)
def test_its_environment_has_its_name_and_says_what_it_means_for_money(
    url: str, kind: EnvironmentKind, name: str, caution: object
) -> None:
    """Whatever it is called, a host of QFPay's own is called what it is."""
    environment = Address("custom:a", "Gateway", url).environment
    assert (environment.id, environment.kind, str(environment.name)) == ("custom:a", kind, name)
    assert environment.base_url == url
    assert caution is None or environment.caution is caution


def test_an_id_tells_where_it_leads_even_when_the_address_is_gone() -> None:
    """The one of earlier versions tells nothing."""
    gone = of_id(f"custom:{URL}#2")
    assert gone is not None
    assert (gone.base_url, str(gone.name)) == (URL, "pay.example.com/qf")
    assert str(name_of("live-hk")) == "Live testing · Hong Kong"
    assert (of_id("custom"), str(name_of("custom"))) == (None, "Custom")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "1 to 64 characters"),
        ("   ", "1 to 64 characters"),
        ("x" * (LONGEST_NAME + 1), "1 to 64 characters"),
        ("two\nlines", "1 to 64 characters"),
        ("zero\u200bwidth", "1 to 64 characters"),
        (" gateway ", "Another address has the name “Gateway”"),
        ("x" * LONGEST_NAME, None),
        ("奶茶", None),
    ],
)
def test_a_name_is_short_visible_and_nobody_elses(name: str, says: str | None) -> None:
    """The sentence says the rule; capitals make no other name."""
    problem = name_problem(name, (GATEWAY,))
    assert problem is None if says is None else says in str(problem)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("http://pay.example.com", "Plain http goes to this machine only"),
        ("pay.example.com", "needs a scheme and a host"),
        ("https://pay.example.com/a b", "without spaces"),
        (f"{URL}/", "kept already, as “Gateway”"),
        ("https://pay.example.com/" + "x" * (LONGEST_URL - 23), "at most 300 characters"),
        ("https://pay.example.com/" + "x" * (LONGEST_URL - 24), None),
        ("http://localhost:8080", None),
        ("https://pay.example.com/other", None),
    ],
)
def test_a_base_url_can_be_used_and_is_kept_once(typed: str, says: str | None) -> None:
    """Each refusal names the field and the way out."""
    problem = url_problem(typed, (GATEWAY,))
    assert problem is None if says is None else says in str(problem)


def test_there_is_a_most_of_addresses() -> None:
    """As many as the settings take back."""
    many = tuple(Address(f"custom:{number}", str(number), f"https://{number}") for number in range(MOST_ADDRESSES))
    assert url_problem(URL, many[1:]) is None
    assert "100 addresses" in str(url_problem(URL, many))


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("https://pay.example.com/trade/v1", "https://pay.example.com"),
        ("https://pay.example.com/qf/trade/v1/ ", "https://pay.example.com/qf"),
        ("https://pay.example.com/trade/v1/payment", "https://pay.example.com"),
        ("https://pay.example.com/trade/v1/trade/v1", "https://pay.example.com"),
        ("https://pay.example.com/trade/v1/proxy/qf", None),
        ("https://pay.example.com/trade/v2", None),
        ("https://pay.example.com/fair/trade", None),
        (URL, None),
    ],
)
def test_a_path_of_a_call_at_the_end_is_noticed_and_can_be_cut(typed: str, cut: str | None) -> None:
    """It would be sent twice; a path elsewhere belongs to the gateway."""
    assert without_call(typed) == (cut or typed)
    remark = url_remark(typed)
    assert remark is None if cut is None else "sent twice" in str(remark)
    if cut is not None:
        path = "/" + typed.strip().rstrip("/").removeprefix(cut).removeprefix("/")
        assert f"Leave out {path}:" in str(remark)


def test_of_a_host_of_qfpays_it_is_said_what_it_means() -> None:
    """Before anything is sent there."""
    assert url_remark("https://OPENAPI-HK.qfapi.com:443") is REAL_MONEY
    assert url_remark("https://test-openapi-hk.qfapi.com/qf") is LIVE


def test_a_free_name_is_numbered_and_never_too_long() -> None:
    """Two addresses without a name can be told from one another."""
    assert free_name("Gateway", (GATEWAY,)) == "Gateway 2"
    assert free_name("gateway", (GATEWAY, Address("custom:b", "GATEWAY 2", "https://b"))) == "gateway 3"
    assert free_name("x" * 80, ()) == "x" * LONGEST_NAME
    assert free_name("x" * 80, (Address("custom:b", "x" * LONGEST_NAME, "https://b"),)) == "x" * 60 + " 2"


@given(st.text(), st.text())
def test_anything_may_be_typed(name: str, typed: str) -> None:
    """No text makes the program stumble, and what passes is an address that can be used."""
    if name_problem(name, (GATEWAY,)) is None and url_problem(typed, (GATEWAY,)) is None:
        made = new_address(name, typed, (GATEWAY,))
        assert made.id != GATEWAY.id
        assert made.environment.host
    assert url_remark(typed) is None or str(url_remark(typed))
