"""The wx.requestPayment call a merchant pastes into the Mini Program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.pay_param_rules import SIGN_TYPES, as_text
from qfpay_gui.qfpay.reply.pay_params import MEMBERS, stand_ins
from qfpay_gui.snippets.javascript import string_literal

if TYPE_CHECKING:
    from collections.abc import Mapping

_PASSED = ("timeStamp", "nonceStr", "package", "signType", "paySign")

_CALLBACKS = """\
  success() {
    console.log('No proof yet: query, then deliver');
  },
  fail(err) {
    if (err.errMsg === 'requestPayment:fail cancel') {
      // By the payer, or by a wrong paySign.
      console.log('Not paid: cancelled');
    } else {
      // Query the order before making another.
      console.error('Not paid:', err.errMsg);
    }
  },
"""


def request_payment(pay_params: Mapping[str, object]) -> str:
    """A JavaScript call of wx.requestPayment with exactly these values, whatever text they are.

    Nothing is corrected: a missing, misspelled, numeric or unknown member is named in a comment. The code parses and
    type-checks against Tencent's typings in every case.
    """
    came = {name: value for name, value in pay_params.items() if value is not None}
    lines = [*_heading(came), "wx.requestPayment({"]
    for name in _PASSED:
        lines += _passed(name, came)
    return "\n".join([*lines, _CALLBACKS + "});", ""])


def _heading(came: Mapping[str, object]) -> list[str]:
    lines = [_whose(came), "// Pass values on unchanged, within 2 hours."]
    ignored = [name for name in came if name not in MEMBERS]
    if ignored:
        lines.append(f"// Not passed on, because wx.requestPayment does not read it: {_listed(ignored)}.")
    return lines


def _whose(came: Mapping[str, object]) -> str:
    if "appId" not in came:
        return f"// The Mini Program with the appId of the order must run this; {_missing('appId', came)}."
    app_id = string_literal(as_text(came["appId"]))
    return f"// For Mini Program {app_id} alone."


def _passed(name: str, came: Mapping[str, object]) -> list[str]:
    if name not in came:
        return [_absent(name, came)]
    value = came[name]
    written = string_literal(as_text(value))
    if name == "signType" and value not in SIGN_TYPES:
        return ["  // WeChat does not know this signType.", f"  signType: /** @type {{any}} */ ({written}),"]
    return [f"  {name}: {written},{_remark(value)}"]


def _remark(value: object) -> str:
    if not isinstance(value, str):
        return " // was not a text in pay_params; WeChat takes text only"
    return "" if value else " // is empty in pay_params"


def _absent(name: str, came: Mapping[str, object]) -> str:
    if name == "signType":
        return f"  // signType: {_missing(name, came)}; WeChat then takes MD5."
    return f"  {name}: '', // {_missing(name, came)}"


def _missing(name: str, came: Mapping[str, object]) -> str:
    others = stand_ins(name, came)
    instead = f"; {_listed(others)} came instead" if others else ""
    return f"{name} is missing in pay_params{instead}"


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(string_literal(name) for name in names)
