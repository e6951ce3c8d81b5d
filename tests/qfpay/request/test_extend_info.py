from __future__ import annotations

import pytest

from qfpay_gui.qfpay.request.extend_info import compose, parts


@pytest.mark.parametrize(
    ("name", "number", "written"),
    [
        ("", "", ""),
        ("林", "", '{"user_creid":"","user_truename":"林"}'),
        ("", "4", '{"user_creid":"4","user_truename":""}'),
        ("林", "4", '{"user_creid":"4","user_truename":"林"}'),
    ],
)
def test_one_of_both_is_enough(name: str, number: str, written: str) -> None:
    """What is missing is empty, and a finding; nothing at all is no text."""
    assert compose(name, number, escaped=False) == written
    assert compose(name, number, escaped=True) == written.replace("林", "\\u6797")
    assert parts(written) == ((name, number) if written else None)


@pytest.mark.parametrize("text", ["[]", "1", "{", '{"user_truename": 1}', '{"user_creid": null}', "[" * 9999])
def test_what_is_no_such_object_has_no_parts(text: str) -> None:
    """Whatever stands there."""
    assert parts(text) is None
