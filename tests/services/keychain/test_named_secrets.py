"""The list of names neither loses nor doubles a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.keychain.entries import Entries
from qfpay_gui.services.keychain.named_secrets import NameList
from tests.fakes import WindowsLikeKeyring


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40)), max_size=60))
def test_the_list_of_names_is_a_set_whatever_is_added_and_removed(steps: list[tuple[bool, int]]) -> None:
    """Pages fill, empty and fill again without losing or doubling a name, each within Windows' limit."""
    backend = WindowsLikeKeyring()
    index, expected = NameList(Entries(backend), "profiles"), set[str]()
    for add, number in steps:
        name = f"{number:02}" + "店" * 40
        (index.add if add else index.remove)(name)
        (expected.add if add else expected.discard)(name)
    assert index.names() == tuple(sorted(expected))
