"""Documented-looking notifications, and the digests of whatever somebody may have hashed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "body_signing.json").read_text(encoding="utf-8")
)
BY_ID = {vector["id"]: vector for vector in VECTORS}
KEY: str = BY_ID["n-python"]["client_key"]
OTHER_KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
APP_CODE = "D5589D2A1F2E42A9A60C37**********"
BODY: bytes = BY_ID["n-python"]["body"].encode()
SIGNATURE: str = BY_ID["n-python"]["signature"]
CHINESE: bytes = BY_ID["n-zh-escaped"]["body"].encode()
SLASHED: bytes = BY_ID["n-slash"]["body"].encode()
LAID_OUT: bytes = BY_ID["n-pretty"]["body"].encode()
WINDOWS: bytes = BY_ID["n-crlf"]["body"].encode()
MEMBERS: dict[str, str] = json.loads(BODY)


def md5(signed: bytes | str) -> str:
    """The upper-case MD5."""
    raw = signed.encode() if isinstance(signed, str) else signed
    return hashlib.md5(raw, usedforsecurity=False).hexdigest().upper()


def signed(body: bytes, key: str = KEY) -> str:
    """The documented signature of a body."""
    return md5(body + key.encode())


def dumped(body: bytes, **style: Any) -> bytes:
    """The body written anew by Python in a style."""
    return json.dumps(json.loads(body), **style).encode()


def fields(members: dict[str, str] | None = None) -> str:
    """The sorted fields of a notification as a request would be signed."""
    chosen = MEMBERS if members is None else members
    return "&".join(f"{name}={chosen[name]}" for name in sorted(chosen))
