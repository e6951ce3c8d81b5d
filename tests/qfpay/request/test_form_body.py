from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.request.form_body import CONTENT_TYPE, decode_form, encode_form
from qfpay_gui.qfpay.signing.recipe import well_formed

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "signing.json").read_text(encoding="utf-8"))
ANY = st.text(st.characters())
PAIRS = st.lists(st.tuples(ANY, ANY)).map(tuple)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_a_body_is_written_as_the_vector_lists_it(vector: dict[str, dict[str, str] | str]) -> None:
    """Every parameter travels percent-encoded in UTF-8, a space as a plus sign, in the order given."""
    params = vector["params"]
    assert isinstance(params, dict)
    assert encode_form(params.items()).decode() == vector["form_body"]


@given(PAIRS)
def test_what_is_read_is_what_was_written(pairs: tuple[tuple[str, str], ...]) -> None:
    """A server reads every pair back, in order, with half characters as U+FFFD."""
    assert decode_form(encode_form(pairs)) == tuple((well_formed(name), well_formed(value)) for name, value in pairs)


@given(st.lists(st.tuples(st.text(), st.text())))
def test_a_body_is_what_the_standard_library_writes(pairs: list[tuple[str, str]]) -> None:
    """Our quick encoder agrees with urllib's to the byte."""
    assert encode_form(pairs) == urlencode(pairs).encode()


@given(st.text("abc=&+%209AfF \u00e9"))
def test_any_body_is_read_as_the_standard_library_reads_it(body: str) -> None:
    """Stray signs, empty pieces and escapes that are none are read as urllib reads them."""
    try:
        expected = tuple(parse_qsl(body, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            decode_form(body.encode())
        return
    assert decode_form(body.encode()) == expected


@given(st.binary())
def test_bytes_that_are_no_utf_8_are_said_to_be_none(body: bytes) -> None:
    """Anything at all is either read or refused with one kind of error."""
    try:
        read = decode_form(body)
    except UnicodeDecodeError:
        return
    assert all(isinstance(name, str) and isinstance(value, str) for name, value in read)


@pytest.mark.parametrize("body", [b"goods_name=%B2%E8", b"goods_name=\xb2\xe8", b"%ff=1"])
def test_a_body_in_another_character_set_is_an_error(body: bytes) -> None:
    """GBK is not silently turned into something else."""
    with pytest.raises(UnicodeDecodeError):
        decode_form(body)


def test_the_content_type_is_the_documented_one() -> None:
    """Requests are form bodies; the charset is UTF-8 without being named."""
    assert CONTENT_TYPE == "application/x-www-form-urlencoded"
