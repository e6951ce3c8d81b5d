from __future__ import annotations

from qfpay_gui.qfpay.reply.members import MOST, members


def test_every_value_stands_under_its_path() -> None:
    """In the order in which they came, numbers as written, what is empty too."""
    written = '{"respcd": "0000", "data": [{"txamt": 1.10, "goods": null}, true], "pay_params": {"appId": ""}'
    assert members(written + ', "x": {}, "y": []}') == (
        ("respcd", "0000"),
        ("data[0].txamt", "1.10"),
        ("data[0].goods", "null"),
        ("data[1]", "true"),
        ("pay_params.appId", ""),
        ("x", "{}"),
        ("y", "[]"),
    )


def test_a_member_that_comes_twice_is_there_twice() -> None:
    """Which of them counts is the reader's choice."""
    assert members('{"a": 1, "a": 2}') == (("a", "1"), ("a", "2"))


def test_what_is_no_json_is_one_value() -> None:
    """Nothing is none; depth and length are bounded."""
    assert members("<html>") == (("", "<html>"),)
    assert members("") == ()
    assert len(members("[" + "0," * 5000 + "0]")) == MOST == 500
    deep = "[" * 100_000
    assert members(deep) == (("", deep),)
