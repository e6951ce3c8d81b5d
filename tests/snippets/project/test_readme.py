from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given

from qfpay_gui import resources
from qfpay_gui.snippets.project.readme import code, readme
from tests.snippets.project.orders import GOOD, ORDER, TEXTS

README = readme(GOOD, ORDER)


def test_both_ends_are_said_in_the_time_of_hong_kong() -> None:
    """The earlier one counts where expired_time was sent; else the default is only a possibility."""
    assert "until **2026-11-23 12:10:00 (UTC+8)** at the latest" in README
    assert "最晚可支付至 **2026-11-23 12:10:00 (UTC+8)**" in README
    assert "may end it" not in README
    doubtful = readme(GOOD, replace(ORDER, order_stated=False))
    assert "until **2026-11-23 13:40:00 (UTC+8)** at the latest" in doubtful
    assert "30 minutes may end it at 2026-11-23 12:10:00 (UTC+8) already" in doubtful
    assert "is not known" in readme(GOOD, replace(ORDER, order_ends=None, prepay_id_ends=None))


def test_every_message_is_explained_in_both_languages() -> None:
    """The same words as on the page."""
    table = resources.read_json("data/wechat_messages.json")
    for entry in (table["cancelled"], table["other"], *table["known"]):
        for words in (*entry["says"], entry["en"], entry["zh"]):
            assert words in README


@pytest.mark.parametrize(
    ("base_url", "named"),
    [
        ("https://test-openapi-hk.qfapi.com", True),
        ("http://127.0.0.1:51234", False),
        ("https://localhost:8443", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_the_host_is_named_where_it_can_be_entered(base_url: str, named: bool) -> None:  # noqa: FBT001 - a table
    """WeChat takes https and no loopback; that this project needs no domain is said in any case."""
    written = readme(GOOD, replace(ORDER, base_url=base_url))
    assert (f"name `{base_url}` there" in written) is named
    assert "no domain to enter" in written
    assert "request 合法域名" in written


def test_who_can_pay_where_is_said() -> None:
    """On the phone, in WeChat, in this Mini Program, by this user."""
    assert "**`wx2421b1c4370ec43b`**" in README
    assert "`sub_openid`" in README
    assert "payer's phone" in README


@given(TEXTS)
def test_no_value_breaks_the_markdown(value: str) -> None:
    """A value is code on one line, whatever backticks it holds, and invisible characters are numbers."""
    written = code(value)
    if not value:
        assert written == ""
        return
    fence = max(re.findall("^`+", written))
    inner = written[len(fence) : -len(fence)]
    assert written == f"{fence}{inner}{fence}"
    assert not inner.startswith("`")
    assert not inner.endswith("`")
    assert len(fence) not in {len(run) for run in re.findall("`+", inner)}
    assert not {unicodedata.category(one) for one in inner} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_values_are_shown() -> None:
    """Only those that are known."""
    assert "- Goods · 商品: `奶茶`" in README
    assert "Goods" not in readme(GOOD, replace(ORDER, goods_name="")).split("## English")[0]
