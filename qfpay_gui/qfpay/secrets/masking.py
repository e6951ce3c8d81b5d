"""Keeps the client key and personal data out of whatever is written down.

Written down are history, exports, settings and logs; what is shown on screen or sent is not touched.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.forms import every_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = "•"
SHORTEST_SECRET = 6
_FINGERPRINT_DOMAIN = b"QFPay Tester client_key fingerprint v1\0"

_TOKEN = re.compile(
    r'"(?:\\.|[^"\\])*"(?P<named>\s*:)?|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|NaN|-?Infinity',
    re.DOTALL,
)
# Member and parameter names that cannot themselves be somebody's ID or Chinese name.
_PLAIN_NAME = re.compile(r"[A-Za-z_.\[\]-]{1,40}")
_PERSONAL = re.compile(r"cre[-_ ]?id|true[-_ ]?name", re.IGNORECASE)


def mask_key(key: str) -> str:
    """As many marks as the key has characters."""
    return MARK * len(key)


def fingerprint(key: str) -> str:
    """Eight hex digits by which two keys can be told apart: SHA-256 over a fixed prefix and the key; "" for no key.

    The prefix keeps the digest from being found in tables of digests, or taken for a signature.
    """
    return hashlib.sha256(_FINGERPRINT_DOMAIN + _bytes(key)).hexdigest()[:8] if key else ""


def mask_extend_info(value: str) -> str:
    """The text with every value in it masked; layout, punctuation, and plain member names stay.

    All values are masked, not only user_creid and user_truename: a misspelt name still has
    a person's ID behind it. What is no JSON is masked altogether.
    """
    if not _is_json(value):
        return MARK * len(value)
    return _TOKEN.sub(_masked_token, value)


def scrub(written: str, secrets: Iterable[str]) -> str:
    """The text with three marks in place of each secret, plain or encoded (see ``secret_forms``).

    Secrets of fewer than six characters are left: they would be found everywhere, and no key is so short.
    """
    return _without(written, {secret for secret in secrets if len(secret) >= SHORTEST_SECRET})


def persistable(parameters: Sequence[tuple[str, str]], secrets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The parameters as they may be written down: no secret, no name, no national ID.

    Masked are extend_info, user_creid and user_truename also where they are sent under a
    similar name or inside another parameter; and their values wherever they are repeated.
    """
    hidden = {secret for secret in secrets if len(secret) >= SHORTEST_SECRET}
    hidden |= {found for name, value in parameters for found in _personal_values(name, value)}
    masked = (_masked_parameter(name, value) for name, value in parameters)
    return tuple((_without(name, hidden), _without(value, hidden)) for name, value in masked)


def _without(written: str, hidden: Iterable[str]) -> str:
    longest_first = sorted(hidden, key=lambda secret: (-len(secret), secret))
    if not longest_first or not written:
        return written
    forms = "|".join(every_form(secret) for secret in longest_first)
    return re.sub(forms, MARK * 3, written, flags=re.IGNORECASE)


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True


def _spoken(token: str) -> str:
    """What a JSON string or number says."""
    return str(json.loads(token)) if token.startswith('"') else token


def _masked_token(token: re.Match[str]) -> str:
    named = token["named"] or ""
    spoken = _spoken(token[0].removesuffix(named))
    if named and _PLAIN_NAME.fullmatch(spoken):
        return token[0]
    return f'"{MARK * len(spoken)}"{named}'


def _plain(name: str) -> str:
    """A name without what spellings differ in: case, underscores, brackets, full-width letters."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def _is_personal(name: str) -> bool:
    return _PERSONAL.search(_plain(name)) is not None


def _holds_personal(name: str, value: str) -> bool:
    return "extendinfo" in _plain(name) or _PERSONAL.search(value) is not None


def _masked_parameter(name: str, value: str) -> tuple[str, str]:
    if _is_personal(name):
        return (name if _PLAIN_NAME.fullmatch(name) else mask_extend_info(name)), MARK * len(value)
    return name, mask_extend_info(value) if _holds_personal(name, value) else value


def _personal_values(name: str, value: str) -> Iterator[str]:
    """What the parameter says about a person, where it is long enough to be recognised elsewhere."""
    if _is_personal(name):
        yield from _recognisable([value])
    elif _holds_personal(name, value) and _is_json(value):
        tokens = (token[0] for token in _TOKEN.finditer(value) if not token["named"])
        yield from _recognisable(map(_spoken, tokens))


def _recognisable(values: Iterable[str]) -> Iterator[str]:
    """Values that are not everyday text: two characters suffice outside ASCII, for a Chinese name has no more."""
    for value in values:
        if len(value) >= SHORTEST_SECRET or (len(value) > 1 and not value.isascii()):
            yield value
