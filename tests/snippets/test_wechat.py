from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtQml import QJSEngine

from qfpay_gui.snippets.wechat import request_payment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

PASSED = ("timeStamp", "nonceStr", "package", "signType", "paySign")
AWKWARD: dict[str, str] = json.loads((Path(__file__).parent / "typings" / "awkward.json").read_text(encoding="utf-8"))
GOOD = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": "1593746074",
    "nonceStr": "69d8a67fe34e44ca9bb2a20dd299cc58",
    "package": "prepay_id=wx03111434674853b80d25e0911996417600",
    "signType": "MD5",
    "paySign": "B0AECE676746F2A310CB06F27641E809",
}
# Text of both sorts: what JSON may hold, and what tears JavaScript apart.
TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(categories=("Cs", "Cf", "Cc", "Zl", "Zp", "Zs", "Po"))),
    st.lists(st.sampled_from([*AWKWARD.values(), "'", "\\", "\n", "</script", "*/", "\ud83d", "\ude00"])).map("".join),
)

# Members of the recorded call as UTF-16 code units, so that lone surrogates survive the way back.
RECORDER = """\
var calls = [], logged = [];
var wx = { requestPayment: function (option) { calls.push(option); } };
var console = { log: function () { logged.push('log'); }, error: function () { logged.push('error'); } };
function recorded() {
  return JSON.stringify(calls.splice(0).map(function (option) {
    var units = {};
    Object.keys(option).forEach(function (name) {
      if (typeof option[name] === 'function') { return; }
      if (typeof option[name] !== 'string') { throw new Error(name + ' is no string'); }
      units[name] = option[name].split('').map(function (unit) { return unit.charCodeAt(0); });
    });
    return units;
  }));
}
"""


def _units(value: str) -> list[int]:
    encoded = value.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(encoded[start : start + 2], "little") for start in range(0, len(encoded), 2)]


def _passed(pay_params: Mapping[str, str]) -> dict[str, list[int]]:
    return {name: _units(pay_params[name]) for name in PASSED}


def _everywhere(value: str) -> dict[str, str]:
    return dict.fromkeys((*GOOD, value), value)


class Engine:
    """Qt's JavaScript engine with a wx and a console that record."""

    def __init__(self) -> None:
        self._engine = QJSEngine()
        self.evaluate(RECORDER)

    def evaluate(self, code: str) -> str:
        """The outcome of the code as text; fails the test where the code throws."""
        outcome: Any = self._engine.evaluate(code)  # the stubs promise a tuple; what comes is a QJSValue
        assert not outcome.isError(), outcome.toString()
        return str(outcome.toString())

    def run(self, snippet: str) -> dict[str, list[int]]:
        """The strings the snippet's only call passes on, as code units."""
        self.evaluate(snippet)
        [call] = json.loads(self.evaluate("recorded()"))
        assert isinstance(call, dict)
        return call

    def logged(self, call: str) -> str:
        """What the snippet's callback writes to the console: "log" or "error"."""
        self.evaluate(request_payment(GOOD))
        return self.evaluate(f"calls.pop().{call}; logged.splice(0).join()")


@pytest.fixture(scope="module")
def engine(qapp: QApplication) -> Engine:
    """One engine for the module; it needs the application."""
    assert qapp is not None
    return Engine()


def test_the_snippet_is_short_and_names_the_mini_program() -> None:
    """A merchant gets at most 35 lines: the five values as they came, appId in a comment only."""
    lines = request_payment(GOOD).splitlines()

    assert len(lines) <= 35
    for name in PASSED:
        assert f"  {name}: '{GOOD[name]}'," in lines
    [mention] = [line for line in lines if GOOD["appId"] in line]
    assert mention.startswith("// For Mini Program 'wx2421b1c4370ec43b' alone")


@settings(deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(GOOD, TEXTS)), TEXTS)
def test_any_text_arrives_unchanged(engine: Engine, pay_params: dict[str, str], further: str) -> None:
    """Whatever text the six members and a further name hold, exactly the five strings reach wx.requestPayment."""
    assert engine.run(request_payment({further: "x"} | pay_params)) == _passed(pay_params)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_may_be_embedded(value: str) -> None:
    """The snippet can be saved as UTF-8, stays inside a script element, and closes no comment but its own."""
    snippet = request_payment(_everywhere(value))

    assert snippet.encode("utf-8").decode("utf-8") == snippet
    assert "<" not in snippet
    assert snippet.count("*/") == snippet.count("/** @type {any} */") <= 1
    assert len(snippet.split("\n")) <= 35


@given(st.dictionaries(st.sampled_from((*GOOD, "appid", "sign", "nonce_str")) | TEXTS, TEXTS))
@settings(deadline=None)
def test_any_members_make_a_call(engine: Engine, pay_params: dict[str, str]) -> None:
    """Whichever members came, what came is passed on, and what is missing is empty (an absent signType is left out)."""
    expected = {name: _units(pay_params.get(name, "")) for name in PASSED if name != "signType" or name in pay_params}

    assert engine.run(request_payment(pay_params)) == expected


@pytest.mark.parametrize("name", ["timeStamp", "nonceStr", "package", "paySign"])
def test_a_missing_member_is_seen(name: str) -> None:
    """A missing member is an empty string with the reason beside it."""
    snippet = request_payment({other: value for other, value in GOOD.items() if other != name})

    assert f"  {name}: '', // {name} is missing in pay_params\n" in snippet


def test_a_missing_sign_type_is_left_to_wechat() -> None:
    """No signType is invented: a comment says what WeChat assumes."""
    snippet = request_payment({name: value for name, value in GOOD.items() if name != "signType"})

    assert "  // signType: signType is missing in pay_params; WeChat then takes MD5.\n" in snippet


def test_a_misspelled_member_is_not_repaired(engine: Engine) -> None:
    """The app SDK's members are named in comments; none of their values is passed on."""
    members = {
        "appid": "wx3c6896fa9b351f2a",
        "noncestr": "77",
        "timestamp": "1568350384",
        "sign": "AB",
        "prepayid": "wx",
    }
    snippet = request_payment(members)

    assert "nonceStr: '', // nonceStr is missing in pay_params; 'noncestr' came instead" in snippet
    assert "appId is missing in pay_params; 'appid' came instead" in snippet
    assert "'noncestr', 'timestamp', 'sign', 'prepayid'." in snippet
    assert engine.run(snippet) == {"timeStamp": [], "nonceStr": [], "package": [], "paySign": []}


def test_an_unknown_sign_type_is_passed_on_with_a_warning(engine: Engine) -> None:
    """A signType WeChat does not know stays as it came, and a comment says so."""
    snippet = request_payment(GOOD | {"signType": "SHA256"})

    assert "// WeChat does not know this signType." in snippet
    assert engine.run(snippet)["signType"] == _units("SHA256")


def test_a_json_number_becomes_text_and_is_told(engine: Engine) -> None:
    """A timeStamp that was a JSON number is written as the text WeChat needs, with a remark."""
    snippet = request_payment(GOOD | {"timeStamp": 1593746074, "nonceStr": None})

    assert "timeStamp: '1593746074', // was not a text in pay_params" in snippet
    assert "nonceStr: '', // nonceStr is missing in pay_params" in snippet
    assert engine.run(snippet)["timeStamp"] == _units("1593746074")


@pytest.mark.parametrize(
    ("call", "stream"),
    [
        ("success({ errMsg: 'requestPayment:ok' })", "log"),
        ("fail({ errMsg: 'requestPayment:fail cancel' })", "log"),
        ("fail({ errMsg: 'requestPayment:fail no permission' })", "error"),
    ],
)
def test_the_callbacks_tell_a_cancelled_dialog_from_a_failure(engine: Engine, call: str, stream: str) -> None:
    """Success and cancelling are logged; any other failure is an error."""
    assert engine.logged(call) == stream


def test_node_agrees() -> None:
    """In V8, WeChat's engine on Android, every awkward value arrives unchanged too."""
    node = shutil.which("node")
    if node is None and os.environ.get("CI"):
        pytest.fail("node is needed in CI: install Node.js")
    if node is None:
        pytest.skip("node is not installed")
    snippets = [request_payment(_everywhere(value)) for value in AWKWARD.values()]
    program = f"'use strict';\n{RECORDER}" + "".join(snippets) + "process.stdout.write(recorded());"

    ran = subprocess.run(  # noqa: S603 - our own snippets
        [node, "-"], input=program.encode(), capture_output=True, check=False, timeout=30
    )

    assert ran.returncode == 0, ran.stderr.decode()
    assert json.loads(ran.stdout) == [_passed(_everywhere(value)) for value in AWKWARD.values()]
