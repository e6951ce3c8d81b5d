from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.snippets.project import mini_program_project
from tests.snippets.project.orders import AWKWARD, GOOD, MADE_AT_MS, ORDER
from tests.snippets.project.phone import Phone
from tests.snippets.tencent import rendered, save, type_errors

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FILES = mini_program_project(GOOD, ORDER)
VIEW = "pages/pay/pay.wxml"


def test_the_project_type_checks(tmp_path: Path) -> None:
    """Strictly, against Tencent's typings, with sound, missing and awkward values."""
    awkward = replace(ORDER, out_trade_no=AWKWARD["quotes"], goods_name=AWKWARD["code"], order_ends=None)
    projects = (
        FILES,
        mini_program_project({}, replace(ORDER, order_stated=False)),
        mini_program_project(dict.fromkeys(GOOD, AWKWARD["line breaks"]), awkward),
    )
    files = {f"{place}/{path}": text for place, project in enumerate(projects) for path, text in project.items()}
    assert type_errors(tmp_path, files) == []


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("order.js", "timeStamp: '1593746074'", "timeStamp: 1593746074"),
        ("order.js", "/** @type {'MD5' | 'HMAC-SHA256' | 'RSA'} */ ('MD5')", "'SHA256'"),
        ("order.js", "    nonceStr: '69d8a67fe34e44ca9bb2a20dd299cc58',\n", ""),
        ("pages/pay/pay.js", "this.showTime()", "this.showTimes()"),
        ("pages/pay/pay.js", "wx.requestPayment(", "wx.requestPayments("),
        ("pages/pay/pay.js", "this.result = result", "this.result = callback"),
        ("pages/pay/words.js", "  pay: '支付',\n", ""),
        ("pages/pay/messages.js", '"zh"', '"cn"'),
    ],
)
def test_the_type_check_notices_mistakes(tmp_path: Path, path: str, right: str, wrong: str) -> None:
    """A wrong value, name or word is an error."""
    source = FILES[path]
    assert right in source
    assert type_errors(tmp_path, {**FILES, path: source.replace(right, wrong)})


def test_the_view_shows_what_the_page_knows(tmp_path: Path, qapp: QApplication) -> None:
    """Tencent's compiler takes WXML and WXSS; drawn from the page's data, everything to be read is there."""
    assert qapp is not None
    save(tmp_path, FILES)
    phone = Phone(FILES, now=MADE_AT_MS, app_id="wx0000000000000000")
    tree = rendered(tmp_path, VIEW, phone.shows)
    words = _words(tree)
    assert {"Payment test", "中文", "HK$3.00", "奶茶", "QA20261123114002", "Pay"} <= words
    assert "Can be paid for another 30:00" in words
    assert any("wx0000000000000000" in one for one in words)
    assert _button(tree)["disabled"] is False

    phone.tap()
    assert _button(rendered(tmp_path, VIEW, phone.shows))["disabled"] is True
    phone.answer("fail", errMsg="requestPayment:fail cancel")
    words = _words(rendered(tmp_path, VIEW, phone.shows))
    assert {'fail: {"errMsg":"requestPayment:fail cancel"}', "支付验证签名失败", "Try again"} <= words

    phone.tap()
    phone.answer("success", errMsg="requestPayment:ok")
    assert _button(rendered(tmp_path, VIEW, phone.shows))["disabled"] is True


def _nodes(tree: Any) -> list[Any]:
    children = tree.get("children", []) if isinstance(tree, dict) else []
    return [tree, *(node for child in children for node in _nodes(child))]


def _words(tree: Any) -> set[str]:
    return {node.strip() for node in _nodes(tree) if isinstance(node, str)}


def _button(tree: Any) -> dict[str, Any]:
    [button] = [node for node in _nodes(tree) if isinstance(node, dict) and node.get("tag") == "wx-button"]
    assert button["attr"]["bindtap"] == "pay"
    return dict(button["attr"])
