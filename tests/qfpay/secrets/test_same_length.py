from __future__ import annotations

import json
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from tests.qfpay.secrets.test_masking import forms, holds
from tests.snippets.proof.cases import EXTEND_INFO, ID, KEY, NAME

PAIRS = (("extend_info", EXTEND_INFO), ("txamt", "300"))
MASK = same_length_mask(PAIRS, [KEY])
BASE = "txamt=300&txcurrcd=HKD"
OTHER_KEY = "AAAABBBBCCCCDDDDEEEEFFFF00001111"


@given(st.text() | st.text("extend_info={}\"'\\&truecreid0123456789:,[]").map(lambda tail: f"extend_info{tail}"))
def test_a_mask_keeps_every_place(written: str) -> None:
    """Whatever the text, it stays as long as it was, and what is not marked is unchanged."""
    for shown in (MASK.over(written), MASK.over_signing_string(written, BASE)):
        assert len(shown) == len(written)
        assert all(mark in {MARK, before} for mark, before in zip(shown, written, strict=True))


@pytest.mark.parametrize("secret", [KEY, ID, NAME])
def test_a_secret_is_hidden_in_every_form(secret: str) -> None:
    """Plain, URL-encoded, JSON-escaped, base64 or hex, with something before and after."""
    for form in forms(secret, before=1, after=2):
        assert not holds(MASK.over(f"<{form}>"), secret)


def test_json_keeps_its_shape() -> None:
    """Names and punctuation of extend_info stay, so that two ways of writing it can be told apart."""
    escaped = json.dumps({"user_creid": ID, "user_truename": NAME})
    assert MASK.over(f"a=1&extend_info={escaped}&txamt=300") == (
        f'a=1&extend_info={{"user_creid": "{MARK * 18}", "user_truename": "{MARK * 12}"}}&txamt=300'
    )


@pytest.mark.parametrize(
    "written",
    [
        f"extend_info={quote_plus(EXTEND_INFO.replace(ID, '110101199001011234'))}&txamt=300",
        "extend_info={'user_creid': '110101199001011234'}&txamt=300",
        '{"extend_info":"{\\"user_creid\\":\\"110101199001011234\\"}","txamt":"300"}',
        'extend_info={"user_creid":"110101199001011234&x=1"}&txamt=300',
        'extend_info="110101199001011234"',
        "user_creid110101199001011234",
        "user-creid: 110101199001011234",
        "extend_info=110101199001011234",
    ],
)
def test_a_person_unknown_to_the_request_is_hidden_too(written: str) -> None:
    """What the merchant signed may name somebody else: its place gives it away."""
    assert "110101199001011234" not in MASK.over(written)


def test_revealed_data_shows_and_the_key_does_not() -> None:
    """Personal data shows where that was asked for."""
    shown = same_length_mask(PAIRS, [KEY], revealed=True).over(f"extend_info={EXTEND_INFO}{KEY}")
    assert shown == f"extend_info={EXTEND_INFO}{MARK * 32}"


@pytest.mark.parametrize(
    ("tail", "shown"),
    [
        (KEY, MARK * 32),
        (KEY[:-1], MARK * 31),
        (KEY.lower(), MARK * 32),
        (f"&key={KEY}", f"&key={MARK * 32}"),
        (f"&{OTHER_KEY}", f"&{MARK * 32}"),
        (OTHER_KEY, MARK * 32),
        ("APPCODE", "APPCODE"),
    ],
)
def test_what_follows_the_parameters_is_a_key(tail: str, shown: str) -> None:
    """A cut key, a key in another case, another merchant's key: none shows. Separators and the app code do."""
    assert MASK.over_signing_string(BASE + tail, BASE, "APPCODE") == BASE + shown


@pytest.mark.parametrize(
    "written",
    [
        f"txcurrcd=HKD&txamt=300{OTHER_KEY}",
        f"{OTHER_KEY}txcurrcd=HKD&txamt=300",
        f"txcurrcd=HKD&key={OTHER_KEY}&txamt=300",
        f"client_key={OTHER_KEY}",
        f"txcurrcd=HKD&txamt=300{KEY[:16]} {KEY[16:]}",
        f"txcurrcd=HKD{KEY}{KEY}&txamt=300",
    ],
)
def test_keys_hide_in_other_strings_too(written: str) -> None:
    """In another order, in front, behind key=, cut in two or doubled: no key can be read."""
    shown = MASK.over_signing_string(written, BASE)
    assert not any(key[at : at + 6] in shown for key in (KEY, OTHER_KEY) for at in range(27))
    assert "txcurrcd=HKD" in shown or "client_key=" in shown
