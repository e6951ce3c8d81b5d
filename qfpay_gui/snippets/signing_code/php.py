"""A PHP program that signs and sends this very request, without any extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.signing_code.literals import php_literal
from qfpay_gui.snippets.signing_code.sample import Sample, commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_NOW = "(new DateTime('now', new DateTimeZone('+08:00')))->format('Y-m-d H:i:s')"
_REST = """\

function stop($words) { fwrite(STDERR, "$words\\n"); exit(1); }

$clientKey = getenv('QFPAY_CLIENT_KEY');
if (!$clientKey) stop('Set QFPAY_CLIENT_KEY to the client key.');
// name=value with raw values, sorted by name, joined by &; the key follows without a separator.
// By bytes (Z before a): ksort alone compares names made of digits as numbers.
$byName = $params;
usort($byName, fn($a, $b) => strcmp($a[0], $b[0]));
$signingString = implode('&', array_map(fn($pair) => "$pair[0]=$pair[1]", $byName)) . $clientKey;
$signature = strtoupper(hash('@DIGEST@', $signingString));
echo "signature: $signature\\nexpected:  $expected\\n";
if ($expected && $signature !== $expected) {
    stop('The signatures differ: another key, or a changed value. Nothing was sent.');
}
if (getenv('QFPAY_DRY_RUN') === '1') exit(0);

$body = implode('&', array_map(fn($pair) => urlencode($pair[0]) . '=' . urlencode($pair[1]), $params));
$headers = ['Content-Type: application/x-www-form-urlencoded', "X-QF-APPCODE: $appCode", "X-QF-SIGN: $signature"];
@SIGN_TYPE@$http = ['method' => 'POST', 'header' => $headers, 'content' => $body, 'timeout' => 30,
         'follow_location' => 0, 'ignore_errors' => true];
$reply = file_get_contents($url, false, stream_context_create(['http' => $http]));
if ($reply === false) stop('No reply: query the order before you send it again.');
echo $reply, "\\n";
"""


def sign_php(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """The program; extend_info stays masked unless ``reveal_personal``."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    heading = commented(shown.heading("QFPAY_CLIENT_KEY=... php sign.php", "PHP 7.4 or newer"), "//")
    sign_type = f"$headers[] = 'X-QF-SIGNTYPE: {shown.sign_type}';\n" if shown.sign_type != "MD5" else ""
    rest = _REST.replace("@DIGEST@", shown.digest).replace("@SIGN_TYPE@", sign_type)
    return "<?php\n" + heading + _values(shown) + rest


def _values(shown: Sample) -> str:
    lines = [
        f"$url = getenv('QFPAY_URL') ?: {php_literal(shown.url)};",
        f"$appCode = {php_literal(shown.app_code)};",
        f"$expected = '{shown.expected}'; // for exactly these values; make it '' once you change one",
        "$params = [",
        *(_parameter(shown, name, value) for name, value in shown.pairs),
        "];",
        "",
    ]
    return "\n".join(lines)


def _parameter(shown: Sample, name: str, value: str) -> str:
    remark = shown.remark(name, _NOW)
    return f"    [{php_literal(name)}, {php_literal(value)}]," + (f" // {remark}" if remark else "")
