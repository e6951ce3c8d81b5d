"""A bash program that signs this very request with openssl and sends it with curl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.signing_code.literals import bash_literal
from qfpay_gui.snippets.signing_code.sample import Sample, commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_NOW = "TZ=UTC-8 date '+%Y-%m-%d %H:%M:%S' (POSIX turns the sign round)"
_START = """\
set -euo pipefail
export LC_ALL=C # names are compared byte by byte: Z before a
names=() values=()
param() { names+=("$1") values+=("$2"); }

"""
_REST = """\

: "${QFPAY_CLIENT_KEY:?Set QFPAY_CLIENT_KEY to the client key.}"
order=() # the positions in the order of their names
for i in "${!names[@]}"; do
  at=${#order[@]}
  while ((at > 0)) && [[ ${names[${order[at - 1]}]} > ${names[i]} ]]; do
    order[at]=${order[at - 1]}
    at=$((at - 1))
  done
  order[at]=$i
done
encode() { printf %s "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'; } # each byte as %XX
# name=value with raw values, joined by &; the key follows without a separator. Only the body is URL-encoded.
joined='' body=''
for i in "${order[@]}"; do
  joined+="${joined:+&}${names[i]}=${values[i]}"
  body+="${body:+&}$(encode "${names[i]}")=$(encode "${values[i]}")"
done
signature=$(printf %s "$joined$QFPAY_CLIENT_KEY" | openssl dgst -@DIGEST@ -r | cut -d ' ' -f 1 | tr a-f A-F)
printf 'signature: %s\\nexpected:  %s\\n' "$signature" "$expected"
if [[ $expected && $signature != "$expected" ]]; then
  echo 'The signatures differ: another key, or a changed value. Nothing was sent.' >&2
  exit 1
fi
if [[ ${QFPAY_DRY_RUN:-} == 1 ]]; then exit; fi

printf %s "$body" | curl --silent --show-error --max-time 30 --data @- \\
  -H "X-QF-APPCODE: $app_code" -H "X-QF-SIGN: $signature"@SIGN_TYPE@ "${QFPAY_URL:-$url}"
echo
"""


def sign_curl(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """The program; extend_info stays masked unless ``reveal_personal``. A NUL, which bash has not, is pointed out."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    heading = shown.heading("QFPAY_CLIENT_KEY=... bash sign.sh", "bash, openssl, curl")
    sign_type = f" -H 'X-QF-SIGNTYPE: {shown.sign_type}'" if shown.sign_type != "MD5" else ""
    rest = _REST.replace("@DIGEST@", shown.digest).replace("@SIGN_TYPE@", sign_type)
    return "#!/usr/bin/env bash\n" + commented([*heading, *_unspeakable(shown)], "#") + _START + _values(shown) + rest


def _unspeakable(shown: Sample) -> list[str]:
    """Says where this program cannot send what the request holds."""
    if any("\0" in name + value for name, value in shown.pairs):
        return ["A NUL character is left out, for bash cannot hold one: the signatures will differ."]
    return []


def _values(shown: Sample) -> str:
    lines = [
        f"url={bash_literal(shown.url)}",
        f"app_code={bash_literal(shown.app_code)}",
        f"expected='{shown.expected}' # for exactly these values; make it '' once you change one",
        *(_parameter(shown, name, value) for name, value in shown.pairs),
        "",
    ]
    return "\n".join(lines)


def _parameter(shown: Sample, name: str, value: str) -> str:
    remark = shown.remark(name, _NOW)
    return f"param {bash_literal(name)} {bash_literal(value)}" + (f" # {remark}" if remark else "")
