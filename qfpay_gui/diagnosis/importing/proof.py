"""Whether the merchant's signature is the official one of a reading, perhaps with a value read otherwise."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus

from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.diagnosis.importing.request import Pairs, ReadRequest

_MOST_VARIANTS = 256


def signed_with(request: ReadRequest, keys: Mapping[str, str]) -> str:
    """The key under which the signature is the official one of these very values, "" where none is known."""
    return next((key for key in _keys(request, keys) if _is_right(request.pairs, key, request)), "")


def innocent(request: ReadRequest, keys: Mapping[str, str]) -> ReadRequest:
    """The reading under which the signature is right, of this request or a rival; the request itself where none is.

    What travels is never doubtful: only a print may show a value otherwise than it was signed.
    """
    if request.is_wire or not request.signature or signed_with(request, keys):
        return request
    right = next((rival for rival in request.rivals if signed_with(rival, keys)), None)
    right = right or next((one for rival in (request, *request.rivals) if (one := _settled(rival, keys))), None)
    return replace(request, pairs=right.pairs, signature=right.signature, rivals=()) if right else request


def other_values(request: ReadRequest) -> Pairs:
    """Values that a print may show otherwise than they were signed, in their likeliest other form."""
    if not _is_print(request):
        return ()
    others = (_choices(name, value)[1:2] for name, value in request.pairs)
    return tuple(one for found in others for one in found if one is not None)


def _is_print(request: ReadRequest) -> bool:
    return not (request.is_wire or request.is_exact or request.body is not None)


def _settled(request: ReadRequest, keys: Mapping[str, str]) -> ReadRequest | None:
    """The request with doubtful values read so that the signature is right; None where that is impossible."""
    found = _keys(request, keys)
    if not _is_print(request):
        return None
    for pairs in islice(_variants(request.pairs), _MOST_VARIANTS):
        for key in found:
            if _is_right(pairs, key, request):
                return replace(request, pairs=pairs)
    return None


def _keys(request: ReadRequest, keys: Mapping[str, str]) -> tuple[str, ...]:
    own = (request.client_key,) if request.client_key else ()
    return (*own, *(key for key in keys.values() if key != request.client_key))


def _is_right(pairs: Pairs, key: str, request: ReadRequest) -> bool:
    sign_type = request.sign_type if request.sign_type in SIGN_TYPES else "MD5"
    if not request.signature:
        return False
    return _official(pairs, key, sign_type) == request.signature.upper()


@lru_cache(maxsize=4096)
def _official(pairs: Pairs, key: str, sign_type: str) -> str:
    return OFFICIAL.sign(pairs, key, sign_type).signature.upper()


def _variants(pairs: Pairs) -> Iterator[Pairs]:
    """The pairs with each doubtful value read otherwise, and without what may be a neighbour; fewest changes first."""
    choices = [_choices(name, value) for name, value in pairs]
    doubtful = sum(len(one) > 1 for one in choices)
    for most in range(1, doubtful + 1):
        for picked in product(*choices):
            if sum(one != own for one, own in zip(picked, pairs, strict=True)) == most:
                yield tuple(one for one in picked if one is not None)
        if doubtful > 6:
            return


def _choices(name: str, value: str) -> tuple[tuple[str, str] | None, ...]:
    others = [value]
    if "+" in value:
        others += [value.replace("+", " "), unquote_plus(value)]
    if "%" in value:
        others.append(unquote(value))
    if value != value.strip():
        others.append(value.strip())
    if "&amp;" in value:
        others.append(value.replace("&amp;", "&"))
    if value[:1] in {'"', "'", "["} and len(value) > 1:
        others.append(value[1:-1])
    if value[-1:] in ",;":
        others.append(value[:-1])
    if "\\" in value:
        others += [value.replace("\\/", "/"), value.replace("\\\\", "\\")]
    is_droppable = name not in KNOWN
    listed: list[tuple[str, str] | None] = [(name, one) for one in dict.fromkeys(others)]
    return (*listed, None) if is_droppable else tuple(listed)
