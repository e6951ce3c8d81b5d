from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.request.signing_text import MASK, SigningText, signing_text
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, Segment

TRICKY = st.text(st.sampled_from("a1 \t\n\r\u200b\ufeff\u3000😀𝔸é中\ud800=&"), max_size=40)
TEXTS = st.one_of(st.text(max_size=40), TRICKY)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)
KEY = "0123456789ABCDEF0123456789abcdef"


def units(text: str) -> int:
    """The length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(PAIRS, TEXTS)
def test_the_drawn_text_gives_back_what_is_signed(pairs: list[tuple[str, str]], key: str) -> None:
    """Copying everything copies the signing string, whatever hides in it."""
    signed = OFFICIAL.sign(pairs, key)
    drawn = signing_text(signed.segments, reveal_key=True)
    assert drawn.raw(0, units(drawn.shown)) == signed.string


@given(PAIRS, st.data())
def test_two_halves_give_the_whole(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    """Cutting between two atoms loses and repeats nothing."""
    signed = OFFICIAL.sign(pairs, KEY)
    drawn = signing_text(signed.segments, reveal_key=True)
    span = data.draw(st.sampled_from(drawn.spans))
    assert drawn.raw(0, span.start) + drawn.raw(span.start, units(drawn.shown)) == signed.string


@given(TRICKY)
def test_lone_surrogates_survive_where_nothing_was_replaced(value: str) -> None:
    """Drawing keeps characters that no body can carry."""
    drawn = signing_text([Segment("value", value, "goods_name")], reveal_key=True)
    assert drawn.raw(0, units(drawn.shown)) == value


@given(PAIRS, st.text(st.characters(categories=["Lu", "Nd"]), min_size=1, max_size=40))
def test_a_masked_key_never_shows(pairs: list[tuple[str, str]], key: str) -> None:
    """Neither the drawn text nor a copy of it holds the key; its place is marked."""
    signed = OFFICIAL.sign(pairs, key)
    drawn = signing_text(signed.segments, reveal_key=False)
    mask = MASK * len(key)
    assert drawn.raw(0, units(drawn.shown)) == signed.string_without_key + mask
    assert drawn.shown.endswith(mask)


@given(PAIRS)
def test_spans_lie_side_by_side(pairs: list[tuple[str, str]]) -> None:
    """Every UTF-16 unit that is drawn belongs to one span."""
    drawn = signing_text(OFFICIAL.sign(pairs, KEY).segments, reveal_key=True)
    end = 0
    for span in drawn.spans:
        assert span.start == end
        end += span.length
    assert end == units(drawn.shown)


def test_hidden_characters_get_stand_ins() -> None:
    """A line break, a trailing space and a zero-width space are seen."""
    shown = signing_text([Segment("value", "a\nb\u200bc ", "goods_name")], reveal_key=True).shown
    assert shown == "a⏎b⟦ZWSP⟧c·"


def test_a_stand_in_is_copied_whole_but_spaces_one_by_one() -> None:
    """Half of ``⟦BOM⟧`` is the whole BOM; one of three dots is one space."""
    bom = signing_text([Segment("value", "\ufeffa", "x")], reveal_key=True)
    assert bom.raw(1, 2) == "\ufeff"
    spaces = signing_text([Segment("value", "a   ", "x")], reveal_key=True)
    assert spaces.raw(1, 2) == " "


def test_a_long_value_is_shortened_but_copied_whole() -> None:
    """The middle is drawn as a count; a space beside it is not taken for one at the end."""
    value = "x" * 399 + " " + "y" * 3000 + " " + "z" * 399
    drawn = signing_text([Segment("value", value, "goods_info")], reveal_key=True)
    assert len(drawn.shown) < 1000
    assert "·" not in drawn.shown
    assert drawn.raw(0, units(drawn.shown)) == value


def test_a_position_belongs_to_its_parameter() -> None:
    """Pointing works behind characters that take two units."""
    drawn = signing_text(OFFICIAL.sign([("a", "😀😀"), ("b", "1")], KEY).segments, reveal_key=False)
    assert drawn.name_at(0) == "a"
    assert drawn.name_at(units("a=😀😀")) == ""
    assert drawn.name_at(units("a=😀😀&")) == "b"
    assert drawn.name_at(10_000) == ""


def test_nothing_drawn_is_nothing_copied() -> None:
    """An empty text has no spans."""
    assert SigningText(()).raw(0, 10) == ""
    assert SigningText(()).spans == ()


def test_any_stretch_of_what_is_drawn_plainly_is_copied_as_it_is_drawn() -> None:
    """Within one value and across several, also behind characters that take two units."""
    for value in ("12", "é中", "😀x"):
        drawn = signing_text(OFFICIAL.sign([("a", value), ("b", "34")], KEY).segments, reveal_key=False)
        cells = drawn.shown.encode("utf-16-le")
        for start in range(units(drawn.shown)):
            for end in range(start, units(drawn.shown) + 1):
                wanted = cells[2 * start : 2 * end].decode("utf-16-le", "replace")
                assert drawn.raw(start, end) == wanted


def test_of_several_spaces_those_are_copied_that_are_meant() -> None:
    """Between other characters."""
    drawn = signing_text([Segment("value", "ab   ", "x"), Segment("separator", "&")], reveal_key=True)
    assert drawn.shown == "ab···&"
    assert [drawn.raw(*stretch) for stretch in ((1, 3), (2, 4), (3, 6), (4, 5), (5, 6), (2, 2))] == [
        *("b ", "  ", "  &", " ", "&", "")
    ]


def test_nothing_is_drawn_of_nothing() -> None:
    """Beside a hidden character, at either end, there is no empty run."""
    drawn = signing_text([Segment("value", "\na\n\nb\t", "x")], reveal_key=True)
    assert [(atom.raw, atom.tone) for atom in drawn.atoms] == [
        *(("\n", "hidden"), ("a", "value"), ("\n", "hidden"), ("\n", "hidden"), ("b", "value"), ("\t", "hidden"))
    ]


def test_a_value_over_two_thousand_characters_is_shortened_to_its_ends() -> None:
    """Four hundred of each, and how many are left out."""
    whole = signing_text([Segment("value", "x" * 2000, "n")], reveal_key=True)
    assert [len(atom.raw) for atom in whole.atoms] == [2000]
    short = signing_text([Segment("value", "x" * 2001, "n")], reveal_key=True)
    assert [(len(atom.raw), atom.tone, atom.name) for atom in short.atoms] == [
        *((400, "value", "n"), (1201, "omitted", "n"), (400, "value", "n"))
    ]
    assert short.atoms[1].shown == " ⟨… 1,201 …⟩ "
    assert short.raw(401, 402) == "x" * 1201
    assert [len(atom.raw) for atom in signing_text([Segment("key", "k" * 2001)], reveal_key=False).atoms] == [2001]
