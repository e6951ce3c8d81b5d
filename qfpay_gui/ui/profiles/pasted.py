"""Reads credentials out of a pasted block such as ``app_code: X client_key: Y``, JSON or ``key=value``. Pure."""

from __future__ import annotations

import re

from qfpay_gui.qfpay.hidden import hidden_names
from qfpay_gui.qfpay.signing import SIGN_TYPES

_NAME = r"(?:x-qf-)?(?P<{}>app[ _-]?code|client[ _-]?key|mch[ _-]?id|sign[ _-]?type)"
# A line edit turns line breaks into spaces, so a space may be all that stands between name and value.
_PAIR = re.compile(
    rf"(?<![\w-]){_NAME.format('name')}[\"']?\s*(?:[:=：]\s*|\s)[\"']?"
    rf"(?!{_NAME.format('next')})(?P<value>[^\s\"'`,;&{{}}]+)",
    re.IGNORECASE,
)
_FIELDS = {"appcode": "app_code", "clientkey": "client_key", "mchid": "mchid", "signtype": "sign_type"}


def read_pasted(pasted: str) -> dict[str, str]:
    """The credentials named in the text, by field name, the first of each; empty where it names none."""
    found: dict[str, str] = {}
    for pair in _PAIR.finditer(pasted):
        field = _FIELDS[re.sub(r"[ _-]", "", pair["name"].lower())]
        value = pair["value"].upper() if field == "sign_type" else pair["value"]
        if field != "sign_type" or value in SIGN_TYPES:
            found.setdefault(field, without_hidden(value))
    return found


def without_hidden(value: str) -> str:
    """The value without spaces, line breaks and invisible characters, wherever they are: no code has any."""
    return "".join(character for character in value if not hidden_names(character))
