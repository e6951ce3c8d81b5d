from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.signing.recipe import (
    CASES,
    CHARSETS,
    DIGESTS,
    OFFICIAL,
    ORDERS,
    WRITINGS,
    SigningRecipe,
    well_formed,
)

PAIRS = (("b", "2 3"), ("Z", "茶"), ("a", "1"))
ANY = st.text(st.characters())


def _md5(signed: bytes) -> str:
    return hashlib.md5(signed).hexdigest()  # noqa: S324 - the API's own


def test_the_official_recipe_is_the_documented_one() -> None:
    """Sorted by name, raw, joined by &, the key appended, UTF-8, upper-case hex."""
    signed = OFFICIAL.sign(PAIRS, "KEY")
    assert signed.string == "Z=茶&a=1&b=2 3KEY"
    assert signed.string_without_key == "Z=茶&a=1&b=2 3"
    assert signed.signature == _md5("Z=茶&a=1&b=2 3KEY".encode()).upper()


@pytest.mark.parametrize(
    ("deviation", "string"),
    [
        ({"order": "as given"}, "b=2 3&Z=茶&a=1KEY"),
        ({"order": "name, ignoring case"}, "a=1&b=2 3&Z=茶KEY"),
        ({"order": "name, descending"}, "b=2 3&a=1&Z=茶KEY"),
        ({"writing": "percent-encoded"}, "Z=%E8%8C%B6&a=1&b=2+3KEY"),
        ({"joiner": ""}, "Z=茶a=1b=2 3KEY"),
        ({"equals": ""}, "Z茶&a1&b2 3KEY"),
        ({"key_lead": "&key="}, "Z=茶&a=1&b=2 3&key=KEY"),
        ({"key_place": "start"}, "KEYZ=茶&a=1&b=2 3"),
        ({"key_place": "start", "key_lead": "&"}, "KEY&Z=茶&a=1&b=2 3"),
        ({"key_place": "nowhere"}, "Z=茶&a=1&b=2 3"),
    ],
    ids=str,
)
def test_a_deviation_changes_the_string_as_its_name_says(deviation: dict[str, str], string: str) -> None:
    """A merchant's mistake is a recipe with one thing changed."""
    recipe: SigningRecipe = replace(OFFICIAL, **deviation)  # type: ignore[arg-type]  # names are the recipe's own
    signed = recipe.sign(PAIRS, "KEY")
    assert signed.string == string
    assert signed.signature == _md5(string.encode()).upper()


@pytest.mark.parametrize(
    ("deviation", "expected"),
    [
        ({"charset": "gbk"}, _md5("a=中K".encode("gbk")).upper()),
        ({"charset": "low byte"}, _md5(b"a=\x2dK").upper()),
        ({"digest": "SHA1"}, hashlib.sha1("a=中K".encode()).hexdigest().upper()),  # noqa: S324 - a merchant's mistake
        ({"case": "lower"}, _md5("a=中K".encode())),
    ],
    ids=str,
)
def test_a_deviation_changes_the_digest_as_its_name_says(deviation: dict[str, str], expected: str) -> None:
    """Character set, digest and letter case leave the string alone and change the signature."""
    recipe: SigningRecipe = replace(OFFICIAL, **deviation)  # type: ignore[arg-type]  # names are the recipe's own
    signed = recipe.sign((("a", "中"),), "K")
    assert (signed.string, signed.signature) == ("a=中K", expected)


def test_the_boilerplates_low_byte_digest_is_the_one_seen_in_the_wild() -> None:
    """For a text of which the real digest and md5.js's are known, both are reproduced."""
    just_key = "test中"
    assert replace(OFFICIAL, charset="low byte", case="lower").sign((), just_key).signature == (
        "d29d2764b65cae3f4114164bb6cf80cb"
    )
    assert OFFICIAL.sign((), just_key).signature == "5C4DE2CE6F64F5567199949465C02466"


def test_the_pieces_tell_what_belongs_to_which_parameter() -> None:
    """The window marks the part of the string that an edited field makes."""
    segments = OFFICIAL.sign((("b", "2"), ("a", "1")), "KEY").segments
    assert [(one.kind, one.text, one.name) for one in segments] == [
        ("name", "a", "a"),
        ("separator", "=", "a"),
        ("value", "1", "a"),
        ("separator", "&", ""),
        ("name", "b", "b"),
        ("separator", "=", "b"),
        ("value", "2", "b"),
        ("key", "KEY", ""),
    ]


def test_a_doubled_name_is_signed_in_the_order_given() -> None:
    """Sorting by name does not swap two values of one name."""
    assert OFFICIAL.sign((("a", "2"), ("a", "1")), "").string == "a=2&a=1"


def test_an_unknown_sign_type_is_an_error_unless_the_recipe_has_its_own_digest() -> None:
    """A recipe without a digest follows the request's sign type."""
    with pytest.raises(KeyError):
        OFFICIAL.sign(PAIRS, "KEY", "HMAC")
    assert len(replace(OFFICIAL, digest="SHA1").sign(PAIRS, "KEY", "HMAC").signature) == 40


def test_a_signed_string_shows_neither_key_nor_values_in_a_repr() -> None:
    """What lands in a log by accident gives nothing away."""
    signed = OFFICIAL.sign((("a", "payer's name"),), "THE-KEY")
    assert repr(signed) == str(signed) == f"Signed(signature='{signed.signature}')"


RECIPES = st.builds(
    SigningRecipe,
    order=st.sampled_from(sorted(ORDERS)),
    writing=st.sampled_from(sorted(WRITINGS)),
    equals=st.sampled_from(["=", "", ":"]),
    joiner=st.sampled_from(["&", "", ","]),
    key_place=st.sampled_from(["end", "start", "nowhere"]),
    key_lead=st.sampled_from(["", "&", "&key="]),
    charset=st.sampled_from(sorted(CHARSETS)),
    digest=st.sampled_from(["", *sorted(DIGESTS)]),
    case=st.sampled_from(sorted(CASES)),
)


@given(RECIPES, st.lists(st.tuples(ANY, ANY)), ANY)
def test_every_recipe_signs_any_text(recipe: SigningRecipe, pairs: list[tuple[str, str]], client_key: str) -> None:
    """No recipe stumbles over a text, and what it signs can be copied and read again."""
    signed = recipe.sign(pairs, client_key)
    assert signed.string.encode().decode() == signed.string
    assert recipe.sign(tuple(pairs), client_key) == signed


@given(ANY)
def test_well_formed_text_is_what_a_browser_makes_of_it(value: str) -> None:
    """Half characters become U+FFFD each, two halves that belong together one character, the rest stays."""
    assert well_formed(value) == value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert well_formed(well_formed(value)) == well_formed(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("茶😀", "茶😀"),
        ("a\ud83d", "a\ufffd"),
        ("\ude00b", "\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\ud83d\ud83d\ude00\ude00", "\ufffd😀\ufffd"),
    ],
    ids=ascii,
)
def test_half_characters_are_replaced_one_by_one(value: str, expected: str) -> None:
    """Each lone half gives one replacement character."""
    assert well_formed(value) == expected
