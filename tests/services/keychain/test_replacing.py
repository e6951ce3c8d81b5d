"""One entry of a keychain, also where replacing it takes two steps and the program may end between them."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from qfpay_gui.services.keychain.entries import Entries
from qfpay_gui.services.keychain.errors import SecretStoreError
from tests.fakes import BreakingKeyring, LockedKeyring, MemoryKeyring, OneStepBreakingKeyring

SPARE = "(spare) A"


def kept(keyring: MemoryKeyring) -> dict[str, str]:
    """What the keychain holds, by name."""
    return {name: value for (_service, name), value in keyring.kept.items()}


def holding(**values: str) -> tuple[Entries, BreakingKeyring]:
    """A keychain that replaces in two steps, with these entries; ``spare`` is A's."""
    keyring = BreakingKeyring()
    entries = Entries(keyring)
    for name, value in values.items():
        entries._write(SPARE if name == "spare" else name, value)
    return entries, keyring


def test_a_text_is_kept_read_and_forgotten() -> None:
    """What is not there is None, and forgetting it is no error."""
    entries, keyring = holding()
    assert entries.get("A") is None
    entries.put("A", "one")
    assert (entries.get("A"), kept(keyring)) == ("one", {"A": "one"})
    entries.drop("A")
    entries.drop("A")
    assert kept(keyring) == {}


def test_what_a_broken_off_replacement_left_is_put_back_in_its_place() -> None:
    """And is there again at the next look, under its own name."""
    entries, keyring = holding(spare="one")
    assert entries.get("A") == "one"
    assert kept(keyring) == {"A": "one"}
    assert entries.get("A") == "one"


def test_a_spare_beside_its_entry_is_old() -> None:
    """It does not count, and goes with the next replacement or with the entry."""
    entries, keyring = holding(A="two", spare="one")
    assert entries.get("A") == "two"
    entries.put("A", "three")
    assert kept(keyring) == {"A": "three"}
    entries, keyring = holding(A="two", spare="one")
    entries.drop("A")
    assert kept(keyring) == {}


@pytest.mark.parametrize("changes", range(5))
def test_wherever_a_replacement_breaks_off_one_of_both_is_there(changes: int) -> None:
    """The old text or the new one."""
    entries, keyring = holding(A="one")
    keyring.changes_left, keyring.breakage = changes, RuntimeError("broken")
    try:
        entries.put("A", "two")
    except SecretStoreError:
        assert changes < 3
    keyring.changes_left = None
    assert Entries(keyring).get("A") in {"one", "two"}
    assert SPARE not in kept(keyring) or changes in {1, 3}


def test_the_same_text_is_not_written_again() -> None:
    """A keychain may ask its owner at each change."""
    entries, keyring = holding(A="one")
    keyring.changes_left = 0
    entries.put("A", "one")
    assert kept(keyring) == {"A": "one"}


def test_where_it_is_replaced_in_one_step_there_is_no_spare() -> None:
    """Neither written nor looked for."""
    keyring = OneStepBreakingKeyring()
    entries = Entries(keyring)
    entries.put("A", "one")
    keyring.changes_left = 1
    entries.put("A", "two")
    assert kept(keyring) == {"A": "two"}
    keyring.changes_left = None
    entries._write(SPARE, "three")
    entries._remove("A")
    assert entries.get("A") is None


def test_a_keychain_that_stays_locked_says_so() -> None:
    """Every verb."""
    keyring: Any = LockedKeyring()
    entries = Entries(keyring)
    for verb in (partial(entries.get, "A"), partial(entries.put, "A", "x"), partial(entries.drop, "A")):
        with pytest.raises(SecretStoreError):
            verb()
