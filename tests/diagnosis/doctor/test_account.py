"""The account of a search that found nothing: what was tried, what was not, and how likely an accident was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis import Known, examine
from qfpay_gui.qfpay.signing import signature

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.doctor.account import Account

KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
SENT = {"goods_name": "tea", "out_trade_no": "WX-7", "txcurrcd": "HKD"}
NOBODYS = "12345678" * 4


def _account(sent: dict[str, str], known: Known | None = None, key: str = KEY, received: str = NOBODYS) -> Account:
    account = examine(sent, key, received, "MD5", known or Known(), depth=0).account
    assert account is not None
    return account


def _words(account: Account) -> tuple[str, str]:
    return "; ".join(map(str, account.families)), "; ".join(map(str, account.untried))


@pytest.mark.parametrize(
    ("value", "family"),
    [("300", "numbers"), ("2026-11-23 15:40:02", "times in other forms"), ("奶茶", "simplified"), ("tea", "")],
)
def test_a_family_is_tried_where_there_is_something_for_it(value: str, family: str) -> None:
    """Numbers, times and characters that are not ASCII have families of their own."""
    tried, _untried = _words(_account({**SENT, "goods_name": value}))
    assert [word in tried for word in ("numbers", "times in other forms", "simplified")] == [
        word == family for word in ("numbers", "times in other forms", "simplified")
    ]


@pytest.mark.parametrize(("count", "every"), [(8, True), (9, False)])
def test_every_order_is_tried_of_few_parameters(count: int, every: bool) -> None:  # noqa: FBT001 - a case
    """Of more, random orders stand among what was not tried."""
    tried, untried = _words(_account({f"p{at}": "x" for at in range(count)}))
    assert ("every order there is" in tried) is every
    assert (f"random orders of all {count}" in untried) is not every


def test_what_is_not_known_is_not_tried() -> None:
    """Keys, the app code and the body are asked for where they are missing."""
    tried, untried = _words(_account(SENT))
    assert "other keys" not in tried
    assert "the app code, which is not known" in untried
    assert "bytes of the body" in untried
    known = Known(app_code="A" * 32, other_keys={"Other": "K" * 32}, body=b"goods_name=a%2Bb+c&txcurrcd=HKD")
    tried, untried = _words(_account(SENT, known))
    assert "other keys that are known here: 1" in tried
    assert "readings of the body" in tried
    assert "app code" not in untried
    assert "bytes of the body" not in untried


@pytest.mark.parametrize(("length", "named"), [(96, False), (97, True)])
def test_long_values_are_named_as_not_looked_at(length: int, named: bool) -> None:  # noqa: FBT001 - a case
    """Each character of shorter ones is tried otherwise."""
    _tried, untried = _words(_account({**SENT, "goods_name": "x" * length}))
    assert ("goods_name" in untried) is named


@pytest.mark.parametrize(("length", "named"), [(80, False), (81, True)])
def test_a_long_key_is_named_as_not_looked_at(length: int, named: bool) -> None:  # noqa: FBT001 - a case
    """Without showing it."""
    account = _account(SENT, key="k" * length)
    assert ("wrong character in a key" in _words(account)[1]) is named
    assert "kkkkk" not in "".join(_words(account))


def test_the_chance_of_an_accident_is_told_as_a_power_of_ten() -> None:
    """Of candidates and readings over all digests of that length."""
    account = _account(SENT)
    assert account.tried > 0
    assert account.forms > 1
    assert 30 < account.odds < 39
    assert 10**-account.odds >= account.chance > 10 ** -(account.odds + 1)


def test_what_is_no_digest_is_said_to_be_none() -> None:
    """Nothing was tried then."""
    account = _account(SENT, received="see attachment!")
    assert (account.tried, account.forms, account.odds, account.families) == (0, 0, 0, ())
    assert "no form of a digest" in _words(account)[1]


def test_a_search_that_found_something_has_an_account_and_one_called_off_none() -> None:
    """The share that is done rises from nothing."""
    reached: list[float] = []
    right = examine(SENT, KEY, signature(SENT, KEY), "MD5", Known(), reached=reached.append)
    assert right.diagnoses[0].deviations == ()
    assert right.account is not None
    assert reached == [0.0]
    examine(SENT, KEY, NOBODYS, "MD5", Known(), depth=0, reached=reached.append)
    assert sorted(reached[1:]) == reached[1:]
    assert reached[-1] < 1
    off = examine(SENT, KEY, NOBODYS, "MD5", Known(), cancelled=lambda: True)
    assert (off.diagnoses, off.account) == ((), None)
