"""Form bodies: how parameters travel, and what a server reads out of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from qfpay_gui.qfpay.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTENT_TYPE = "application/x-www-form-urlencoded"


def encode_form(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The pairs as an ``application/x-www-form-urlencoded`` body in UTF-8, a space written as ``+``."""
    return urlencode([(well_formed(name), well_formed(value)) for name, value in pairs]).encode("ascii")


def decode_form(body: bytes) -> tuple[tuple[str, str], ...]:
    """The pairs a server reads from the body; UnicodeDecodeError where it is not UTF-8."""
    fields = body.count(b"&") + 1
    pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=fields)
    return tuple(pairs)
