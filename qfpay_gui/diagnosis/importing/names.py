"""What names in a paste mean: parameters, and the fields that stand beside them in code and logs."""

from __future__ import annotations

import re
from functools import lru_cache

from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint

# Parameters of other payment types, by which their requests are recognised in a log.
_OTHER_CALLS = frozenset({"auth_code", "return_url"})
# A filter of queries, but of every reply as well: it marks nothing.
_AMBIGUOUS = frozenset({"respcd"})
KNOWN = frozenset(one.name for name in ENDPOINTS for one in endpoint(name).parameters) - _AMBIGUOUS | _OTHER_CALLS
"""Names that mark a print or a run of text as a request of this API."""

REPLY = frozenset({"respcd", "resperr", "respmsg"})
"""Names that mark a print as a reply or a notification."""

CONTAINERS = frozenset(
    {"data", "body", "payload", "params", "param", "parameters", "form", "json", "query", "request", "querystring"}
)
"""Members under which code and logs keep the parameters, as :func:`squeezed` writes them."""

_ROLES = {
    "signature": ("sign", "signature", "xqfsign", "签名"),
    "sign_type": ("signtype", "xqfsigntype", "signaturetype", "signmethod"),
    "app_code": ("appcode", "xqfappcode"),
    "client_key": ("clientkey", "key", "appkey", "secret", "clientsecret", "secretkey", "signkey", "密钥"),
    "url": ("url", "uri", "endpoint", "requesturl", "apiurl", "environment", "host", "baseurl"),
    "method": ("method", "httpmethod"),
    "headers": ("header", "headers", "requestheaders"),
}
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names}
_DIGEST = re.compile(r"(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})")


@lru_cache(maxsize=2048)
def squeezed(name: str) -> str:
    """The letters and digits of a name in lower case: how ``app_code``, ``appCode`` and ``App-Code`` are one."""
    return "".join(one for one in name.lower() if one.isalnum()) if len(name) <= 64 else ""


@lru_cache(maxsize=2048)
def role(name: str) -> str:
    """What a field beside the parameters holds: "signature", "client_key", "url", …, or ""."""
    return _ROLE_OF.get(squeezed(name), "")


def is_digest(value: str) -> bool:
    """Whether the text has the shape of a hexadecimal MD5, SHA1 or SHA256."""
    return _DIGEST.fullmatch(value) is not None


def is_key(value: str) -> bool:
    """Whether this can be a key that is shown: not empty, not blotted out."""
    return bool(value) and not any(mark in value for mark in "*•…")
