"""What a signature may stand for, by its shape."""

from __future__ import annotations

import base64

import pytest

from qfpay_gui.diagnosis.doctor.received import targets

DIGEST = "9f2c41d0ab3e57a18c6d9f0e1b2a3c4d"


@pytest.mark.parametrize("length", [32, 40, 64, 96, 128])
def test_hex_digits_of_a_digest_are_read_as_nothing_longer_or_shorter(length: int) -> None:
    """As a text of another alphabet they would ask for digests of other lengths: more to try, and never right."""
    received = (DIGEST * 4)[:length]
    assert {len(digest) for digest in targets(received) if targets(received)[digest] is None} == {length}
    assert not any(form and "base" in str(form.cause) for form in targets(received).values())


def test_what_is_written_in_another_alphabet_is_still_read() -> None:
    """Base64 and numbers of base 36 have letters that hex has not."""
    raw = bytes.fromhex(DIGEST)
    assert DIGEST in targets(base64.b64encode(raw).decode())
    assert DIGEST in targets(base64.b64encode(raw).decode().rstrip("="))
    assert DIGEST in targets(base64.b32encode(raw).decode())
    number, written = int(DIGEST, 16), ""
    while number:
        number, rest = divmod(number, 36)
        written = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + written
    assert DIGEST in targets(written)
