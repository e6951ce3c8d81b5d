from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.snippets.javascript import string_literal


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ("", "''"),
        ("prepay_id=wx03", "'prepay_id=wx03'"),
        ("it's \\", r"'it\'s \\'"),
        ("\n\r\t\0", r"'\n\r\t\u0000'"),
        ("</script><!--", r"'\u003C/script>\u003C!--'"),
        ("*/", r"'*\/'"),
        ("\u2028\u2029\ufeff\u202e", r"'\u2028\u2029\uFEFF\u202E'"),
        ("\ud800", r"'\uD800'"),
        ("\U000e0001", r"'\uDB40\uDC01'"),
        ("奶茶 😀 é", "'奶茶 😀 é'"),
        ("❤\ufe0f", r"'❤\uFE0F'"),
    ],
)
def test_literals(value: str, literal: str) -> None:
    """What can be read stays readable; what is hidden, dangerous or impossible in a file is escaped."""
    assert string_literal(value) == literal


@given(st.text() | st.text(st.characters(categories=("Cs", "Cf", "Cc", "Zl", "Zp", "Zs", "Po", "Sm"))))
def test_a_literal_is_one_visible_line(value: str) -> None:
    """No literal holds a line break, a control, a bidi mark or a surrogate, or closes a comment or a script element."""
    literal = string_literal(value)

    assert not {unicodedata.category(character) for character in literal} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not any(end in literal for end in ("<", "*/"))
