"""The official signature over exactly the parameters given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGN_TYPES = ("MD5", "SHA256")


def signing_string(params: Mapping[str, str], client_key: str) -> str:
    """Parameters sorted by name, joined as ``name=value`` with ``&``, the client key appended (documented).

    Nothing is left out, not even an empty value: what is passed is what is signed.
    """
    return OFFICIAL.sign(params.items(), client_key).string


def signature(params: Mapping[str, str], client_key: str, sign_type: str = "MD5") -> str:
    """Upper-case hex digest of the signing string's UTF-8 bytes; ``sign_type`` is "MD5" or "SHA256".

    Raises ValueError for any other sign type.
    """
    if sign_type not in SIGN_TYPES:
        raise ValueError(f"sign_type must be MD5 or SHA256, not {sign_type!r}")
    return OFFICIAL.sign(params.items(), client_key, sign_type).signature
