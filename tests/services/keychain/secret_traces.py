"""The forms in which a secret might turn up somewhere."""

from __future__ import annotations

import base64
from urllib.parse import quote, quote_plus


def forms(secret: str) -> set[bytes]:
    """Plain, URL-encoded, as JSON escapes, as hex, and as base64 at any offset; all in small letters."""
    plain = secret.encode()
    escaped = "".join(f"\\u{ord(one):04x}" for one in secret).encode()
    found = {plain, quote(secret, safe="").encode(), quote_plus(secret).encode(), escaped, plain.hex().encode()}
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + plain)
        # What depends on the neighbours is cut away.
        found.add(encoded[(0, 2, 3)[shift] : len(encoded) - 4])
    return {form.lower() for form in found if form}


def traces(told: str | bytes, secret: str) -> list[bytes]:
    """The forms of the secret that are in what was told."""
    raw = told.encode("utf-8", "surrogatepass") if isinstance(told, str) else told
    return [form for form in forms(secret) if form in raw.lower()]
