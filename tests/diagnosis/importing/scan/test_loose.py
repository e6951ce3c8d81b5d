"""Addresses and digests that stand about in a text."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing.scan.loose import address_pieces, loose_signature

DIGEST = "0123456789abcdef0123456789ABCDEF"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://a.b/trade/v1/payment.", ["https://a.b/trade/v1/payment"]),
        ("(https://a.b/trade/v1/query) https://c.d/other", ["https://a.b/trade/v1/query"]),
        (
            "host: openapi-hk.qfapi.com, then /trade/v1/payment and /trade/v1/query",
            ["https://openapi-hk.qfapi.com/trade/v1/payment", "https://openapi-hk.qfapi.com/trade/v1/query"],
        ),
        ("POST to /trade/v1/refund", ["/trade/v1/refund"]),
        ("sent to openapi-hk.qfapi.com today", ["https://openapi-hk.qfapi.com"]),
        ("nothing of the kind", []),
    ],
)
def test_addresses_of_calls_are_found(text: str, urls: list[str]) -> None:
    """Host and path together where the text tells them apart; a host alone only where there is no path."""
    assert [piece.request.url for piece in address_pieces(text)] == urls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DIGEST, True),
        (f'  "{DIGEST}",', True),
        (f"sign = {DIGEST} as computed", True),
        (f"the signature\n{DIGEST} of today", True),
        (f"the signature\n\n   \n{DIGEST} of today", True),
        (f"the signature\nsomething else\n{DIGEST} of today", False),
        (f"some words {DIGEST} of today", False),
        (f"sign, request_id {DIGEST}", False),
        (f"sign, trace={DIGEST}", False),
        (f"sign {DIGEST[:-1]}", False),
    ],
)
def test_a_digest_is_a_signature_where_something_says_so(text: str, found: bool) -> None:  # noqa: FBT001 - a table
    """It stands alone in its line, or behind a word about signing there or on the last line that is not blank."""
    assert [piece.request.signature for piece in loose_signature(text)] == [DIGEST] * found
    assert all(text[piece.start : piece.end] == DIGEST for piece in loose_signature(text))
