"""Two requests side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.comparison import Effect, LineKind, Side, compare
from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.signing import signature

KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
OURS = (("txamt", "300"), ("txcurrcd", "HKD"), ("goods_name", "Tea"))
PAIRS = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.text(max_size=3)), max_size=5).map(tuple)


def _side(pairs: tuple[tuple[str, str], ...]) -> Side:
    return Side(pairs, signature=signature(dict(pairs), KEY))


def test_equal_requests_have_no_differences() -> None:
    """Order does not count as a difference: both are signed sorted."""
    assert compare(_side(OURS), _side(OURS[::-1]), KEY).differences == ()


def test_a_value_that_alone_explains_the_other_signature_is_told_apart() -> None:
    """Putting the other side's value in gives the other side's signature."""
    theirs = (("txamt", "300"), ("txcurrcd", "HKD"), ("goods_name", "Tea "))
    (line,) = compare(_side(OURS), _side(theirs), KEY).differences
    assert (line.name, line.kind, line.effect, line.first_difference) == (
        "goods_name",
        LineKind.DIFFERS,
        Effect.EXPLAINS,
        3,
    )


def test_two_differences_only_explain_together() -> None:
    """Each changes the signature, neither alone gives the other one."""
    theirs = (("txamt", "301"), ("txcurrcd", "HKD"), ("mchid", "X"), ("goods_name", "Tea"))
    lines = compare(_side(OURS), _side(theirs), KEY).differences
    assert [(line.name, line.kind, line.effect) for line in lines] == [
        ("mchid", LineKind.ONLY_RIGHT, Effect.CHANGES),
        ("txamt", LineKind.DIFFERS, Effect.CHANGES),
    ]


def test_a_dropped_parameter_is_only_left() -> None:
    """It explains the signature when it is the only difference."""
    (line,) = compare(_side(OURS), _side(OURS[:2]), KEY).differences
    assert (line.kind, line.right, line.effect) == (LineKind.ONLY_LEFT, None, Effect.EXPLAINS)


def test_headers_are_compared_whatever_their_case() -> None:
    """A header takes no part in the signature."""
    left = Side(OURS, headers=(("X-QF-APPCODE", "A"), ("Accept", "*/*")), url="https://a")
    right = Side(OURS, headers=(("x-qf-appcode", "B"),), url="https://b")
    lines = {line.name: (line.kind, line.effect) for line in compare(left, right).others}
    assert lines == {
        "URL": (LineKind.DIFFERS, Effect.NONE),
        "Accept": (LineKind.ONLY_LEFT, Effect.NONE),
        "X-QF-APPCODE": (LineKind.DIFFERS, Effect.NONE),
    }


@given(PAIRS, PAIRS)
def test_every_value_of_both_sides_is_in_the_comparison(left: Side, right: Side) -> None:
    """Nothing is lost, doubled names included."""
    parameters = compare(Side(left), Side(right)).parameters  # type: ignore[arg-type]  # pairs
    mine = [(line.name, line.left) for line in parameters if line.left is not None]
    theirs = [(line.name, line.right) for line in parameters if line.right is not None]
    assert (sorted(mine), sorted(theirs)) == (sorted(left), sorted(right))  # type: ignore[call-overload]


def test_first_difference_of_a_prefix_is_its_end() -> None:
    """The shorter text ends where the difference begins."""
    assert (first_difference("abc", "abcd"), first_difference("", "x"), first_difference("ab", "xb")) == (3, 0, 0)
