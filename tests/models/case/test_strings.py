from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.case.strings import Drawn, drawn
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, Segment, well_formed
from tests.models.case.case_samples import KEY

VALUES = st.text(max_size=12).map(well_formed)


def _at_mark(one: Drawn) -> str:
    assert one.mark is not None
    start, length = one.mark
    units = one.text.shown.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")


@given(VALUES, st.data())
def test_the_mark_lies_on_the_character_that_differs(value: str, data: st.DataObject) -> None:
    """Whatever stands before it: emoji, tabs, zero-width characters."""
    signed = OFFICIAL.sign((("a", value), ("b", "x")), KEY)
    place = data.draw(st.integers(0, len(signed.string) - 1))
    one = drawn(signed.segments, [KEY], place, reveal_key=True)
    start, length = one.mark or (0, 0)
    assert one.text.raw(start, start + length).startswith(signed.string[place])


def test_a_string_that_ends_too_early_gets_an_end_mark() -> None:
    """Which is not copied with it."""
    one = drawn((Segment("value", "a=1"),), [KEY], 3)
    assert _at_mark(one) == "∎"
    assert one.copied == "a=1"


def test_nothing_at_all_is_marked_at_its_end() -> None:
    """Even a key that is empty is no reason to fail."""
    assert _at_mark(drawn((Segment("key", ""),), [], 0)) == "∎"


def test_a_key_is_masked_wherever_it_stands() -> None:
    """In its place, as a value, and a foreign one inside text; copied is none of them."""
    other = "F" * 32
    segments = (Segment("value", f"k={KEY}&x={other}!", "k"), Segment("key", KEY))
    one = drawn(segments, [KEY, other], None)
    assert one.text.shown == f"k={'•' * 32}&x={'•' * 32}!{'•' * 32}"
    assert one.copied == "k=&x=!"
    assert one.mark is None


def test_the_key_is_shown_on_demand_but_never_copied() -> None:
    """The eye is for looking."""
    one = drawn(OFFICIAL.sign((("a", "1"),), KEY).segments, [KEY], None, reveal_key=True)
    assert one.text.shown == f"a=1{KEY}"
    assert one.copied == "a=1"


def test_only_what_is_long_enough_is_taken_for_a_key() -> None:
    """A shorter one would tear every value apart."""
    segments = (Segment("value", "a=abcdef&b=abcde"),)
    assert drawn(segments, ["abcdef"], None).copied == "a=&b=abcde"
    assert drawn(segments, ["abcde"], None).copied == "a=abcdef&b=abcde"


def test_a_difference_inside_a_key_is_marked_on_its_mask() -> None:
    """One dot of it; what is drawn as a word is marked whole."""
    segments = (Segment("value", "a=1"), Segment("key", KEY))
    assert drawn(segments, [KEY], 3).mark == (3, 1)
    assert drawn(segments, [KEY], 3 + 31).mark == (34, 1)
    assert drawn(segments, [KEY], 3 + 32).mark == (35, 1), "the end mark"
    wide = drawn((Segment("value", "a=\u200bb"),), [], 2)
    assert _at_mark(wide).startswith("⟦")
    assert _at_mark(wide).endswith("⟧")


def test_before_an_emoji_and_on_it_units_are_counted_as_qt_does() -> None:
    """It takes two."""
    segments = (Segment("value", "😀x😀"),)
    assert [drawn(segments, [], place).mark for place in range(4)] == [(0, 2), (2, 1), (3, 2), (5, 1)]
