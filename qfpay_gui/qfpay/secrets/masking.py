"""Keeps the client key and personal data out of whatever is written down.

Written down are history, exports, settings and logs; what is shown on screen or sent is not touched.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.finding import Finder, is_recognisable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Pair = tuple[str, str]
MARK = "•"
_MARKS = MARK * 3
_LOGIN_IN_URL = re.compile(r"(?<=//)[^/@\s]+@")
_LONGEST_LINE, _WORTH_MASKING = 300, 4
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
    """The text with three marks in place of each secret, plain or encoded.

    Secrets of fewer than six characters are left, of fewer than two outside ASCII: they would be found everywhere,
    and no key is so short.
    """
    return scrubber(secrets)(written)


def scrubber(secrets: Iterable[str]) -> Callable[[str], str]:
    """``scrub`` of these secrets, for many texts."""
    finder = Finder(filter(is_recognisable, secrets))
    return lambda written: finder.replaced(written, _MARKS)


def one_line(words: str, secrets: Iterable[str]) -> str:
    """What is told about a failure in one short line, without these secrets and without a login inside a URL."""
    words = _LOGIN_IN_URL.sub(f"{_MARKS}@", " ".join(words.split()))
    return Finder(secret for secret in secrets if len(secret) >= _WORTH_MASKING).replaced(words, _MARKS)[:_LONGEST_LINE]


def persistable(parameters: Sequence[Pair], secrets: Iterable[str]) -> tuple[Pair, ...]:
    """The parameters as they may be written down: no secret, no name, no national ID.

    Masked are extend_info, user_creid and user_truename also where they are sent under a
    similar name or inside another parameter; and their values wherever they are repeated.
    """
    return Hiding(secrets, parameters).pairs(parameters)


class Hiding:
    """Hides these secrets, what is personal, and what these parameters say about a person wherever it is repeated."""

    def __init__(self, secrets: Iterable[str], parameters: Iterable[Pair] = ()) -> None:
        hidden = set(filter(is_recognisable, secrets))
        hidden |= {found for name, value in parameters for found in personal_values(name, value)}
        self._finder = Finder(hidden)

    def pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """Names and values such as parameters."""
        masked = [written for name, value in pairs for written in _masked_parameter(name, value)]
        without = self._finder.all_replaced(masked, _MARKS)
        return tuple(zip(without[::2], without[1::2], strict=True))


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
    return "extendinfo" in _plain(name) or _mentions_personal(value)


def _mentions_personal(value: str) -> bool:
    """Whether a name of something personal stands in the value; looked for letter by letter only where it may."""
    lowered = value.lower()
    return ("cre" in lowered or "true" in lowered) and _PERSONAL.search(value) is not None


def _masked_parameter(name: str, value: str) -> tuple[str, str]:
    if _is_personal(name):
        return (name if _PLAIN_NAME.fullmatch(name) else mask_extend_info(name)), MARK * len(value)
    return name, mask_extend_info(value) if _holds_personal(name, value) else value


def personal_values(name: str, value: str) -> Iterator[str]:
    """What the parameter says about a person, where it is long enough to be recognised elsewhere."""
    said: Iterable[str] = ()
    if _is_personal(name):
        said = (value,)
    elif _holds_personal(name, value) and _is_json(value):
        said = (_spoken(token[0]) for token in _TOKEN.finditer(value) if not token["named"])
    yield from filter(is_recognisable, said)
