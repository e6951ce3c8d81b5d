"""A secret is found however it was encoded, and whatever stands around it."""

from __future__ import annotations

import json
import time
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.secrets.finding import Finder

KEY = "2B7E4F10A9C84D53B6E1F0D2C3A49587"
SECRETS = st.text("0123456789ABCDEFabcdef", min_size=6, max_size=32) | st.text("小林王李陈é😀", min_size=2, max_size=8)
AROUND = st.text('0Za %&="\\\n小nu25', max_size=5)


def _units(character: str) -> list[str]:
    units = character.encode("utf-16-be").hex()
    return [units[start : start + 4] for start in range(0, len(units), 4)]


WAYS = (
    lambda character: character,
    lambda character: "".join(f"%{byte:02X}" for byte in character.encode()),
    lambda character: "".join(f"%25{byte:02x}" for byte in character.encode()),
    lambda character: "".join(f"\\u{unit}" for unit in _units(character)),
    lambda character: "".join(f"%5Cu{unit}" for unit in _units(character)),
    lambda character: json.dumps(character)[1:-1],
)


@settings(deadline=None)
@given(SECRETS, st.lists(st.sampled_from(WAYS), min_size=1, max_size=7), AROUND, AROUND)
def test_each_character_may_be_encoded_in_its_own_way(secret: str, ways: list, before: str, after: str) -> None:  # type: ignore[type-arg]
    """Also beside what looks like the beginning or the end of an escape."""
    form = "".join(ways[at % len(ways)](character) for at, character in enumerate(secret))
    start, end = len(before), len(before) + len(form)
    assert any(first <= start and last >= end for first, last in Finder([secret]).spans(f"{before}{form}{after}"))


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        (f"a{KEY}b{KEY}", [(1, 33), (34, 66)]),
        (f"{KEY}{KEY}", [(0, 32), (32, 64)]),
        (f"%41{KEY.lower()}", [(3, 35)]),
        (f"%{KEY}%42", [(1, 33)]),
        (KEY[:-1], []),
        ("", []),
    ],
)
def test_occurrences_are_told_by_their_places(written: str, spans: list[tuple[int, int]]) -> None:
    """What stands around them is no part of them, and a part of a secret is none."""
    assert Finder([KEY]).spans(written) == spans


def test_secrets_that_overlap_are_one_place() -> None:
    """So that no half of one is left beside the mark of the other."""
    assert Finder(["abcdef", "defghi"]).spans("abcdefghi abcdef") == [(0, 9), (10, 16)]


def test_a_value_of_any_length_is_searched_in_a_text_of_any_length() -> None:
    """Neither is turned into anything that grows faster than itself."""
    secret = "".join(chr(0x4E00 + at % 5000) for at in range(10_000))
    assert Finder([secret]).replaced(f"x%20{secret}{'%20' * 5_000}", "•") == f"x%20•{'%20' * 5_000}"
    assert Finder([KEY]).spans("\\" * 20_000 + "%25" * 20_000) == []
    assert Finder([]).spans(KEY) == []


@pytest.mark.parametrize("written", ["\\" * 120_000, "\\n" * 60_000, '\\"' * 60_000])
def test_a_text_of_nothing_but_escapes_is_searched_at_once(written: str) -> None:
    """Where each character stands is not asked of a text that holds no secret."""
    start = time.process_time()
    assert Finder([KEY]).spans(written) == []
    assert time.process_time() - start < 0.2


@settings(deadline=None, max_examples=50)
@given(st.lists(SECRETS, min_size=1, max_size=60), st.data())
def test_several_texts_are_looked_through_as_one(secrets: list[str], data: st.DataObject) -> None:
    """With the same outcome as one by one, also for so many secrets that they are looked for all at once."""
    piece = st.one_of(AROUND, st.sampled_from(secrets))
    texts = data.draw(st.lists(st.lists(piece, max_size=4).map("".join), max_size=6))
    finder = Finder(secrets)
    assert finder.all_replaced(texts, "•••") == tuple(finder.replaced(one, "•••") for one in texts)


def test_a_long_secret_is_found_as_a_whole_and_in_part() -> None:
    """It is looked for in pieces, each of which says too much by itself."""
    secret = "".join(f"{number:04d}" for number in range(400))
    assert Finder([secret]).spans(f"ab{secret}cd") == [(2, 514), (514, 1026), (1026, 1602)]
    assert Finder([secret]).spans(f"ab{secret[:512]}cd") == [(2, 514)]
    assert Finder([secret]).spans(f"ab{secret[:500]}cd") == []


@pytest.mark.parametrize("layers", range(6))
def test_a_secret_is_found_under_any_number_of_layers_of_json(layers: int) -> None:
    """Up to three are read one by one, more are taken off at once."""
    secret = 'QF"key\n小林'
    form = secret
    for _layer in range(layers):
        form = json.dumps(form)[1:-1]
    assert Finder([secret]).replaced(f"<{form}>", "•") == "<•>"


@pytest.mark.parametrize("layers", range(5))
def test_a_secret_is_found_under_any_number_of_layers_of_a_url(layers: int) -> None:
    """Thrice encoded is what a redirect inside a redirect makes of it."""
    secret = "QF key+小林"
    form = secret
    for _layer in range(layers):
        form = quote(form)
    assert Finder([secret]).spans(f"={form}&") == [(1, len(form) + 1)]


@pytest.mark.parametrize(
    ("secret", "form"),
    [
        ("ab%1F8nz5", "ab%1\\u00468nz5"),
        ('a"%1F8nz5', 'a\\"%1\\u00468nz5'),
        ("a\n%1F8nz5", "a\\n%1\\u00468nz5"),
        ("ab%1F8nz5", "ab%1\\\\u00468nz5"),
        ("ab%1F8nz5", "ab%251%5Cu00468nz5"),
    ],
)
def test_a_secret_that_looks_like_an_escape_is_found_behind_one(secret: str, form: str) -> None:
    """Read layer by layer, for what is taken off at once would be read as part of it."""
    assert Finder([secret]).replaced(f"<{form}>", "•") == "<•>"


@pytest.mark.parametrize("secret", ["%41%42%43%44%45", "\\" * 12 + "x"])
def test_a_secret_made_of_escapes_is_found_thrice_encoded(secret: str) -> None:
    """Of it too little would be left where every layer is taken off at once."""
    encode = quote if secret.startswith("%") else lambda form: json.dumps(form)[1:-1]
    form = encode(encode(encode(secret)))
    assert Finder([secret]).replaced(f"<{form}>", "•") == "<•>"


def test_a_secret_may_begin_with_the_first_and_the_last_pair_of_halves() -> None:
    """Of UTF-16, in which JSON writes what is outside the basic plane."""
    for secret in ("\U00010000key", "\U0010ffffkey", "\ue000keyx"):
        form = "".join(f"\\u{unit}" for character in secret for unit in _units(character))
        assert Finder([secret]).spans(f"<{form}>") == [(1, len(form) + 1)]


def test_a_head_may_be_the_whole_of_what_looks_like_an_escape() -> None:
    """Two hex digits, of which the first escape took both; but never the whole secret."""
    assert Finder(["41xyzabc"]).spans("%41%78%79%7a%61%62%63") == [(1, 21)]
    assert Finder(["414141"]).spans("%%34%31%34%31%34%31") == [(1, 19)]


@pytest.mark.parametrize("layers", range(5))
def test_a_secret_that_looks_like_an_escape_is_found_up_to_the_third_layer(layers: int) -> None:
    """Of a URL; of JSON one of the three is the escape's own."""
    in_url = in_json = "ab%1\\u00468nz5"
    for _layer in range(layers):
        in_url, in_json = quote(in_url), json.dumps(in_json)[1:-1]
    finder = Finder(["ab%1F8nz5"])
    assert (finder.replaced(f"<{in_url}>", "•") == "<•>") == (layers <= 3)
    assert (finder.replaced(f"<{in_json}>", "•") == "<•>") == (layers <= 2)


@pytest.mark.parametrize("count", [1, 24, 25, 60])
def test_many_secrets_are_found_up_to_both_ends(count: int) -> None:
    """Few are looked for one after the other, many of one length all at once."""
    secrets = [f"{number:08d}" for number in range(count)]
    first, last = secrets[0], secrets[-1]
    assert Finder(secrets).spans(f"{first}-x-{last}") == [(0, 8), (11, 19)]
    assert Finder(secrets).spans(f"{first[:-1]}x{last[1:]}x") == []


def test_one_character_may_look_like_the_end_of_an_escape() -> None:
    """The rest of the secret is encoded itself."""
    assert Finder(["1ABCDEFG"]).spans("%41%41BCDEFG") == [(2, 12)]


def test_half_an_escape_before_a_secret_hides_at_most_half_of_it() -> None:
    """Of a secret that begins like the end of an escape, what is left must still be most of it."""
    assert Finder(["41ABCDEF"]).spans("%2541ABCDEF") == [(3, 11)]
    assert Finder(["25412541"]).spans("%4125412541") == [(3, 11)]
    assert Finder(["414141"]).spans("%41AAA") == []
