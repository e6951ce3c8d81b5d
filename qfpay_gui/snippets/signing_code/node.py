"""A Node.js program that signs and sends this very request, without any package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.javascript import string_literal
from qfpay_gui.snippets.signing_code.sample import Sample, commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

NOW = "new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 19).replace('T', ' ')"
_REST = """\

const clientKey = process.env.QFPAY_CLIENT_KEY;
if (!clientKey) throw new Error('Set QFPAY_CLIENT_KEY to the client key.');
@SIGNING@
console.log('signature:', signature);
console.log('expected: ', expected);
if (expected && signature !== expected) {
  console.error('The signatures differ: another key, or a changed value. Nothing was sent.');
  process.exit(1);
}
if (process.env.QFPAY_DRY_RUN === '1') process.exit();

const reply = await fetch(url, {
  method: 'POST',
  headers: { 'X-QF-APPCODE': appCode, 'X-QF-SIGN': signature@SIGN_TYPE@ },
  body: new URLSearchParams(params), // only the body is URL-encoded
  redirect: 'manual',
  signal: AbortSignal.timeout(30000),
});
console.log(await reply.text());
"""
_SIGNING = """\
// name=value with raw values, sorted by name, joined by &; the key follows without a separator.
// By bytes (Z before a): localeCompare sorts otherwise, and sort() alone compares UTF-16 units.
const byName = [...params].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const signingString = byName.map(([name, value]) => `${name}=${value}`).join('&') + clientKey;
const signature = createHash('@DIGEST@').update(signingString, 'utf8').digest('hex').toUpperCase();"""


def sign_node(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """The program, an ES module; extend_info stays masked unless ``reveal_personal``."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    heading = commented(shown.heading("QFPAY_CLIENT_KEY=... node sign.mjs", "Node.js 18 or newer"), "//")
    rest = _REST.replace("@SIGNING@", signing(shown)).replace("@SIGN_TYPE@", sign_type_header(shown))
    return heading + "import { createHash } from 'node:crypto';\n\n" + constants(shown) + rest


def signing(shown: Sample) -> str:
    """The lines from ``params`` and ``clientKey`` to ``signature``."""
    return _SIGNING.replace("@DIGEST@", shown.digest)


def sign_type_header(shown: Sample) -> str:
    """The member that announces the sign type, where it must be announced."""
    return f", 'X-QF-SIGNTYPE': '{shown.sign_type}'" if shown.sign_type != "MD5" else ""


def constants(shown: Sample) -> str:
    """The lines that define url, appCode, expected and params."""
    lines = [
        f"const url = process.env.QFPAY_URL || {string_literal(shown.url)};",
        f"const appCode = {string_literal(shown.app_code)};",
        f"const expected = '{shown.expected}'; // for exactly these values; make it '' once you change one",
        "const params = [",
        *(_parameter(shown, name, value) for name, value in shown.pairs),
        "];",
        "",
    ]
    return "\n".join(lines)


def _parameter(shown: Sample, name: str, value: str) -> str:
    remark = shown.remark(name, NOW)
    return f"  [{string_literal(name)}, {string_literal(value)}]," + (f" // {remark}" if remark else "")
