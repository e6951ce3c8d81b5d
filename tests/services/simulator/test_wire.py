"""The simulator's own reading of forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.simulator.wire import Request, UnreadableFormError, read_form, read_parts
from tests.services.simulator.conftest import percent

_PARTS = "multipart/form-data; boundary=x7"
_PAIRS = st.lists(st.tuples(st.text(min_size=1), st.text()))


@given(_PAIRS)
def test_whatever_is_percent_encoded_is_read_back(pairs: list[tuple[str, str]]) -> None:
    """Encoding and reading any parameters gives the same parameters in the same order."""
    raw = b"&".join(percent(name) + b"=" + percent(value) for name, value in pairs)
    assert read_form(raw) == tuple(pairs)


def _parts(*pairs: tuple[str, str], head: str = "") -> bytes:
    made = (f'--x7\r\nContent-Disposition: form-data; name="{name}"{head}\r\n\r\n{value}\r\n' for name, value in pairs)
    return f"{''.join(made)}--x7--\r\n".encode()


def test_parts_are_read_as_they_were_written() -> None:
    """Line ends, signs and hyphens of a value are the value's own, and nothing is unescaped."""
    pairs = (("goods_name", "奶茶 100%+1&a=b"), ("empty", ""), ("lines", "a\r\n\r\n--x\nb"))
    for content_type in (_PARTS, 'multipart/form-data; charset=utf-8; boundary="x7"'):
        assert read_parts(_parts(*pairs), content_type) == pairs


@pytest.mark.parametrize(
    ("raw", "content_type", "words"),
    [
        (_parts(("a", "1")), "multipart/form-data", "names no boundary"),
        (_parts(("a", "1")), "multipart/form-data; boundary=other", "does not end"),
        (_parts(("a", "1"))[:-4], _PARTS, "does not end"),
        (
            _parts(("a", "1"), head='; filename="a.txt"'),
            _PARTS,
            "Part 1 of the body is a file",
        ),
        (_parts(("", "1")), _PARTS, "has no name"),
        (
            _parts(("a", "1")).replace(b"1", b"\xc4\xcc"),
            _PARTS,
            "The value of a is not UTF-8",
        ),
    ],
)
def test_parts_that_cannot_be_read(raw: bytes, content_type: str, words: str) -> None:
    """What is wrong is said, and never the value."""
    with pytest.raises(UnreadableFormError, match=words):
        read_parts(raw, content_type)


@given(st.binary(), st.text(max_size=40))
def test_any_parts_are_read_or_refused(raw: bytes, content_type: str) -> None:
    """As with forms."""
    try:
        pairs = read_parts(raw, f"multipart/form-data; boundary={content_type}")
    except UnreadableFormError as error:
        assert str(error).endswith(".")  # noqa: PT017 - one of two good ends
    else:
        assert all(name for name, _ in pairs)


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """No body makes the reader fail in any other way than the documented one."""
    try:
        pairs = read_form(raw)
    except UnreadableFormError as error:
        assert str(error).endswith(".")  # noqa: PT017 - one of two good ends
    else:
        assert all(name for name, _ in pairs)


@pytest.mark.parametrize(
    ("raw", "pairs"),
    [
        (b"", ()),
        (b"a=1&&b=2&", (("a", "1"), ("b", "2"))),
        (b"a=b=c", (("a", "b=c"),)),
        (b"flag", (("flag", ""),)),
        (b"a=x+y%20z%2B", (("a", "x y z+"),)),
        (b"a=%e5%B0%8f", (("a", "小"),)),
        ("a=小".encode(), (("a", "小"),)),
        (b"a=1&a=2", (("a", "1"), ("a", "2"))),
    ],
)
def test_forms_are_read_as_servers_do(raw: bytes, pairs: tuple[tuple[str, str], ...]) -> None:
    """Plus is a space, the first equals sign divides, empty pieces are skipped, repetition is kept."""
    assert read_form(raw) == pairs


@pytest.mark.parametrize("raw", [b"a=%", b"a=%4", b"a=%zz", b"%g0=1", b"a=100%&b=2", b"a=%u5c0f", b"a=%+1", b"a=% 1"])
def test_broken_escapes_are_named(raw: bytes) -> None:
    """A percent sign without two digits is refused with the place and the way out."""
    with pytest.raises(UnreadableFormError, match=r"(value of a|name of parameter 1) .*%25"):
        read_form(raw)


def test_gbk_is_refused_without_quoting_the_value() -> None:
    """Bytes that are not UTF-8 are named by position, and the value is not repeated."""
    with pytest.raises(
        UnreadableFormError, match=r"value of goods_name is not UTF-8: byte 4 of 7 is C4.*GBK"
    ) as caught:
        read_form(b"goods_name=tea%C4%CC%B2%E8")
    assert "tea" not in str(caught.value)


def test_a_value_without_a_name_is_refused() -> None:
    """A parameter needs a name."""
    with pytest.raises(UnreadableFormError, match="Parameter 2 has a value but no name"):
        read_form(b"a=1&=2")


def test_headers_lose_the_blanks_around_them() -> None:
    """Blanks around a header's value do not belong to it."""
    assert Request("POST", "/", headers=(("x-qf-sign", " AB \t"),)).header("x-qf-sign") == "AB"


def test_a_request_shows_no_contents_in_its_repr() -> None:
    """A request that lands in a message betrays neither body nor headers."""
    request = Request("POST", "/trade/v1/payment", b"q=secret", (("x", "secret"),), b"b=secret")
    assert "secret" not in repr(request)
