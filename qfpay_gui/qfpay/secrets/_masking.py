"""Keeps secrets out of what is told about a failure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOGIN_IN_URL = re.compile(r"(?<=//)[^/@\s]+@")
_WORTH_MASKING = 4
_LONGEST = 300


def masked(words: str, secrets: Iterable[str]) -> str:
    """The words in one short line, without these secrets and without a login inside a URL."""
    words = _LOGIN_IN_URL.sub("•••@", " ".join(words.split()))
    for secret in secrets:
        if len(secret) >= _WORTH_MASKING:
            words = re.sub(re.escape(secret), "•••", words, flags=re.IGNORECASE)
    return words[:_LONGEST]
