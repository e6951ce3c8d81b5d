"""All files of the project: the page as it is packaged, with the order's values in a file of their own."""

from __future__ import annotations

import json
import re
from string import Template
from typing import TYPE_CHECKING, Any

from qfpay_gui import resources
from qfpay_gui.snippets.project.order import MadeOrder, member, order_js
from qfpay_gui.snippets.project.readme import readme

if TYPE_CHECKING:
    from collections.abc import Mapping

ASIS = (
    "app.js",
    "app.json",
    "app.wxss",
    "sitemap.json",
    "pages/pay/pay.js",
    "pages/pay/pay.json",
    "pages/pay/pay.wxml",
    "pages/pay/pay.wxss",
    "pages/pay/phone.js",
    "pages/pay/words.js",
)
"""The files that are the same for every order."""

NOBODY = "touristappid"
"""What the developer tools take for a project without an AppID; it cannot pay."""


def mini_program_project(pay_params: Mapping[str, object], order: MadeOrder) -> Mapping[str, str]:
    """Path to text of a project that calls wx.requestPayment with exactly these values.

    Paths are relative, with slashes; texts end lines with a line feed and can be written as UTF-8 whatever the
    values hold. No key, app code or signing is in them.
    """
    asis = {path: resources.template(f"miniprogram/{path}") for path in ASIS}
    made = {
        "README.md": readme(pay_params, order),
        "project.config.json": _project_config(member(pay_params, "appId"), order),
        "order.js": order_js(pay_params, order),
        "pages/pay/messages.js": _messages_js(),
    }
    return {path: (made | asis)[path] for path in sorted(made | asis, key=_place)}


def folder_name(order: MadeOrder) -> str:
    """What to call the project and its folder: ASCII that every file system takes."""
    number = re.sub(r"[^A-Za-z0-9_-]", "", order.out_trade_no)[:40]
    return "-".join(filter(None, ("qfpay-pay", number, "simulated" if order.simulated else "")))


def _place(path: str) -> tuple[int, bool, str]:
    """The read-me first, then what holds this order, then the page, then the frame."""
    first = ("README.md", "order.js", "project.config.json")
    return (first.index(path) if path in first else len(first), "/" not in path, path)


def _project_config(app_id: str, order: MadeOrder) -> str:
    settings: dict[str, Any] = {
        "description": "Pays one order of QFPay by wx.requestPayment.",
        "appid": app_id or NOBODY,
        "projectname": folder_name(order),
        "compileType": "miniprogram",
        "libVersion": "latest",
        "setting": {
            "urlCheck": True,
            "es6": True,
            "enhance": True,
            "minified": False,
            "uploadWithSourceMap": True,
            "checkInvalidKey": True,
        },
        "packOptions": {"ignore": [{"type": "file", "value": "README.md"}], "include": []},
    }
    return json.dumps(settings, indent=2) + "\n"


def _messages_js() -> str:
    table = resources.read_json("data/wechat_messages.json")
    values = {name: json.dumps(_said(entry), indent=2, ensure_ascii=False) for name, entry in table.items()}
    return Template(resources.template("miniprogram/pages/pay/messages.js")).substitute(values)


def _said(entry: Any) -> Any:
    """What the page needs of an entry, or of a list of them: where it comes from, the register knows."""
    if isinstance(entry, list):
        return [_said(one) for one in entry]
    return {name: value for name, value in entry.items() if name != "claim"}
