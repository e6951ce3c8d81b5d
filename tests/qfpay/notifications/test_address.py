"""A notification goes by plain http to this machine, by https to a merchant, and nowhere else."""

from __future__ import annotations

import pytest

from qfpay_gui.qfpay.notifications.address import LONGEST, complete, host, is_here, place, refusal


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/notify",
        "http://localhost/notify.php?shop=1&x=%20",
        "http://[::1]:9/",
        "https://shop.example/notify",
        "https://shop.example:8443/",
        "https://x.example/" + "a" * (LONGEST - 18),
    ],
)
def test_where_it_may_go(url: str) -> None:
    """This machine, and https anywhere, with a query."""
    assert refusal(url) is None


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("", "Type the address"),
        ("http://shop.example/notify", "Plain http goes to this machine only"),
        ("http://127.1/", "Plain http"),
        ("http://localhost.shop.example/", "Plain http"),
        ("https://user:pass@shop.example/", "no user name"),
        ("https://shop.example/#x", "no fragment"),
        ("https://shop.example/a b", "plain ASCII"),
        ("https://商户.example/", "plain ASCII"),
        ("http://127.0.0.1\\@shop.example/", "plain ASCII"),
        ("https://x.example/" + "a" * (LONGEST - 17), "plain ASCII"),
        ("ftp://shop.example/", "cannot be read"),
        ("shop.example/notify", "cannot be read"),
        ("https:///notify", "cannot be read"),
        ("https://shop.example:0/", "cannot be read"),
        ("https://shop.example:99999/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://openapi-hk.qfapi.com/notify", "QFPay’s own"),
        ("https://TEST-openapi-hk.qfapi.com.:443/", "QFPay’s own"),
    ],
)
def test_where_it_may_not_go(url: str, word: str) -> None:
    """Each with its reason."""
    assert word in str(refusal(url))


def test_an_address_is_completed_and_told_without_its_query() -> None:
    """A query may hold a secret; a path is needed to ask for."""
    assert complete(" https://shop.example?a=1 ") == "https://shop.example/?a=1"
    assert complete("https://shop.example/n") == "https://shop.example/n"
    assert place("https://shop.example:8443/n?token=1") == "https://shop.example:8443/n"
    assert host("https://shop.example:8443/n") == "shop.example:8443"
    assert (complete("::"), place("http://[x"), host("http://[x")) == ("::", "", "")


@pytest.mark.parametrize(
    ("url", "here"), [("http://127.9.9.9/", True), ("https://localhost/", True), ("https://x.example/", False)]
)
def test_this_machine_is_known_by_its_numbers_and_as_localhost(url: str, *, here: bool) -> None:
    """Nobody is asked there."""
    assert is_here(url) is here
