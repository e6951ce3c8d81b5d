"""A Python program that signs and sends this very request, with the standard library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.signing_code.literals import python_literal
from qfpay_gui.snippets.signing_code.sample import Sample, commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_NOW = 'datetime.now(timezone(timedelta(hours=8))).strftime("%Y-%m-%d %H:%M:%S")'
_IMPORTS = """\
import hashlib
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
"""
_REST = """\


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_): return None


sys.stdout.reconfigure(encoding="utf-8")
client_key = os.environ.get("QFPAY_CLIENT_KEY") or sys.exit("Set QFPAY_CLIENT_KEY to the client key.")
# name=value with raw values, sorted by name (Z before a), joined by &; the key follows without a separator.
by_name = sorted(params, key=lambda pair: pair[0])
signing_string = "&".join(f"{name}={value}" for name, value in by_name) + client_key
signature = hashlib.@DIGEST@(signing_string.encode("utf-8")).hexdigest().upper()
print("signature:", signature)
print("expected: ", expected)
if expected and signature != expected:
    sys.exit("The signatures differ: another key, or a changed value. Nothing was sent.")
if os.environ.get("QFPAY_DRY_RUN") == "1":
    sys.exit()

body = urllib.parse.urlencode(params).encode("ascii")  # only the body is URL-encoded
request = urllib.request.Request(url, body, {"X-QF-APPCODE": app_code, "X-QF-SIGN": signature@SIGN_TYPE@})
try:
    reply = urllib.request.build_opener(NoRedirect).open(request, timeout=30)
except urllib.error.HTTPError as error:
    reply = error
print(reply.read().decode("utf-8", "replace"))
"""


def sign_python(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """The program; extend_info stays masked unless ``reveal_personal``."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    usage = "QFPAY_CLIENT_KEY=... python3 sign.py"
    sign_type = f', "X-QF-SIGNTYPE": "{shown.sign_type}"' if shown.sign_type != "MD5" else ""
    rest = _REST.replace("@DIGEST@", shown.digest).replace("@SIGN_TYPE@", sign_type)
    return commented(shown.heading(usage, "Python 3.7 or newer"), "#") + _IMPORTS + _values(shown) + rest


def _values(shown: Sample) -> str:
    lines = [
        "",
        f'url = os.environ.get("QFPAY_URL") or {python_literal(shown.url)}',
        f"app_code = {python_literal(shown.app_code)}",
        f'expected = "{shown.expected}"  # for exactly these values; make it "" once you change one',
        "params = [",
        *(_parameter(shown, name, value) for name, value in shown.pairs),
        "]",
        "",
    ]
    return "\n".join(lines)


def _parameter(shown: Sample, name: str, value: str) -> str:
    remark = shown.remark(name, _NOW)
    return f"    ({python_literal(name)}, {python_literal(value)})," + (f"  # {remark}" if remark else "")
