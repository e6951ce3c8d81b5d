"""A phone for the project's page: Qt's JavaScript engine with a wx, a Page, a clock and timers that record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtQml import QJSEngine

from qfpay_gui.snippets.javascript import string_literal

if TYPE_CHECKING:
    from collections.abc import Mapping

# Members of a call are handed over as UTF-16 code units, so that lone surrogates survive the way back.
_PHONE = """\
'use strict';
var calls = [], timers = {}, started = 0, page = null, now = 0, loaded = {}, sources = {};
Date.now = function () { return now; };
function setInterval(work) { started += 1; timers[started] = work; return started; }
function clearInterval(timer) { delete timers[timer]; }
function Page(options) {
  page = options;
  page.setData = function (values) { Object.assign(page.data, JSON.parse(JSON.stringify(values))); };
}
function App() {}
function load(path) {
  if (!(path in loaded)) {
    var module = { exports: {} };
    loaded[path] = module;
    sources[path](module, function (name) { return load(beside(path, name)); });
  }
  return loaded[path].exports;
}
function beside(path, name) {
  var parts = path.split('/').slice(0, -1);
  name.split('/').forEach(function (step) {
    if (step === '..') { parts.pop(); } else if (step !== '.') { parts.push(step); }
  });
  return parts.join('/');
}
function units(option) {
  var found = {};
  Object.keys(option).forEach(function (name) {
    if (typeof option[name] === 'function') { return; }
    if (typeof option[name] !== 'string') { throw new Error(name + ' is no string'); }
    found[name] = option[name].split('').map(function (unit) { return unit.charCodeAt(0); });
  });
  return found;
}
function wait(milliseconds) {
  now += milliseconds;
  Object.keys(timers).forEach(function (timer) { timers[timer](); });
}
"""
_WX = """\
var wx = {
  requestPayment: function (option) { calls.push(option); },
  getSystemInfoSync: function () { return { language: LANGUAGE, platform: PLATFORM }; },
  getAppBaseInfo: function () { return { language: LANGUAGE }; },
  getDeviceInfo: function () { return { platform: PLATFORM }; },
  getAccountInfoSync: function () { return { miniProgram: { appId: APP_ID } }; },
};
LACKS.forEach(function (name) { delete wx[name]; });
"""


class Phone:
    """One phone with the page open; ``lacks`` names the calls its base library has not."""

    def __init__(  # noqa: PLR0913 - what phones differ in
        self,
        files: Mapping[str, str],
        *,
        language: str = "en",
        platform: str = "android",
        app_id: str = "",
        now: int = 0,
        lacks: tuple[str, ...] = (),
    ) -> None:
        self._engine = QJSEngine()
        known = {"LANGUAGE": language, "PLATFORM": platform, "APP_ID": app_id, "LACKS": list(lacks)}
        constants = "".join(f"var {name} = {json.dumps(value)};\n" for name, value in known.items())
        self.evaluate(_PHONE + constants + _WX + f"now = {now};")
        for path, written in files.items():
            if path.endswith(".js"):
                self.evaluate(f"sources['{path}'] = function (module, require) {{\n{written}\n}};")
        self.evaluate("load('app.js'); load('pages/pay/pay.js'); page.onLoad(); page.onShow();")

    def evaluate(self, code: str) -> str:
        """The outcome of the code as text; fails the test where the code throws."""
        outcome: Any = self._engine.evaluate(code)  # the stubs promise a tuple; what comes is a QJSValue
        assert not outcome.isError(), outcome.toString()
        return str(outcome.toString())

    @property
    def shows(self) -> dict[str, Any]:
        """The page's data, from which its WXML is drawn."""
        shown = json.loads(self.evaluate("JSON.stringify(page.data)"))
        assert isinstance(shown, dict)
        return shown

    @property
    def calls(self) -> list[dict[str, list[int]]]:
        """The strings of each call of wx.requestPayment, as code units."""
        called = json.loads(self.evaluate("JSON.stringify(calls.map(units))"))
        assert isinstance(called, list)
        return called

    def tap(self, method: str = "pay") -> None:
        """Tap what calls this method."""
        self.evaluate(f"page.{method}()")

    def answer(self, callback: str, **result: object) -> None:
        """Let WeChat answer the newest call: by this callback, then by complete, as it does."""
        callbacks = dict.fromkeys((callback, "complete"))
        for name in callbacks:
            self.evaluate(f"calls[calls.length - 1].{name}(JSON.parse({string_literal(json.dumps(result))}))")

    def wait(self, seconds: int) -> None:
        """Let time pass; the page's timers fire once."""
        self.evaluate(f"wait({seconds * 1000})")

    def timers(self) -> int:
        """How many timers run."""
        return int(self.evaluate("Object.keys(timers).length"))


def units(value: str) -> list[int]:
    """The UTF-16 code units of a text."""
    encoded = value.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(encoded[start : start + 2], "little") for start in range(0, len(encoded), 2)]
