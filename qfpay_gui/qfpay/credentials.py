"""What a merchant signs with. The client key never shows in a repr."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Credentials:
    """A merchant's (or agent's) keys.

    ``app_code`` goes into a header, ``client_key`` is the secret, ``mchid`` is sent only
    where QFPay assigned one, ``sign_type`` is "MD5" or "SHA256".
    """

    app_code: str = ""
    client_key: str = field(default="", repr=False)
    mchid: str = ""
    sign_type: str = "MD5"


@dataclass(frozen=True)
class Profile:
    """Named credentials that belong to one environment (by its id)."""

    name: str
    environment_id: str
    credentials: Credentials = Credentials()
