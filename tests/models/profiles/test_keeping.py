"""Which entries of the keychain may be replaced or deleted, and what a renaming that fails leaves behind."""

from __future__ import annotations

import pytest

from qfpay_gui.models.profiles.keeping import PendingSave, ProfileKeeping
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.errors import KeychainRefused, ProfileExists, ProfileUnknown
from qfpay_gui.services.keychain.secret_store import SessionStore

ONE, TWO = "0" * 32, "1" * 32


def profile(name: str, key: str = ONE) -> Profile:
    """A profile with this key."""
    return Profile(name, "simulator", Credentials("A1B2", key))


class Fickle(SessionStore):
    """Refuses the calls it is told to refuse."""

    def __init__(self, *profiles: Profile) -> None:
        super().__init__()
        self.refused: set[str] = set()
        for one in profiles:
            super().save(one)

    def save(self, profile: Profile) -> None:
        """Keep it, or refuse."""
        if "save" in self.refused:
            raise KeychainRefused
        super().save(profile)

    def rename(self, old: str, new: str) -> None:
        """Rename it, or refuse; a refused way back leaves the new name."""
        if "back" in self.refused and old == "New":
            raise KeychainRefused
        super().rename(old, new)

    def keys(self) -> dict[str, str]:
        """Every entry's key."""
        return {name: self.load(name).credentials.client_key for name in self.names()}


def test_an_entry_that_nobody_claimed_is_not_replaced() -> None:
    """It may be another window's; once it was claimed it is."""
    store = Fickle(profile("Tea"))
    keeping = ProfileKeeping(store)
    with pytest.raises(ProfileExists):
        keeping.keep(PendingSave(profile("Tea", TWO), ("Tea",)))
    assert store.keys() == {"Tea": ONE}
    keeping.claim("Tea")
    assert keeping.keep(PendingSave(profile("Tea", TWO), ("Tea",))).names == ("Tea",)
    assert store.keys() == {"Tea": TWO}


def test_what_was_written_in_this_session_may_be_written_again() -> None:
    """And is held under its own name only."""
    store = Fickle()
    keeping = ProfileKeeping(store)
    assert not keeping.holds(["Tea"])
    keeping.keep(PendingSave(profile("Tea"), ()))
    assert keeping.holds(["x", "Tea"])
    keeping.keep(PendingSave(profile("Tea", TWO), ("Tea",)))
    assert store.keys() == {"Tea": TWO}


def test_a_renaming_moves_the_entry_and_its_claim() -> None:
    """The latest name under which it stands is the one that moves."""
    store = Fickle(profile("Old"), profile("Older"))
    keeping = ProfileKeeping(store)
    keeping.claim("Old")
    assert set(keeping.keep(PendingSave(profile("New", TWO), ("Older", "Old"))).names) == {"New", "Older"}
    assert store.keys() == {"New": TWO, "Older": ONE}
    assert (keeping.holds(["Old"]), keeping.holds(["New"])) == (False, True)


def test_a_renaming_of_what_is_gone_writes_it_anew() -> None:
    """Another window deleted it."""
    store = Fickle()
    keeping = ProfileKeeping(store)
    keeping.claim("Old")
    keeping.keep(PendingSave(profile("New", TWO), ("Old",)))
    assert store.keys() == {"New": TWO}


@pytest.mark.parametrize(("also", "left"), [("", "Old"), ("back", "New")])
def test_a_renaming_whose_entry_cannot_be_replaced_is_taken_back(also: str, left: str) -> None:
    """Where even that is refused, the key is there under its new name, and the first refusal is told."""
    store = Fickle(profile("Old"))
    keeping = ProfileKeeping(store)
    keeping.claim("Old")
    store.refused = {"save", also}
    with pytest.raises(KeychainRefused):
        keeping.keep(PendingSave(profile("New", TWO), ("Old",)))
    assert store.keys() == {left: ONE}
    assert keeping.holds(["Old"])


def test_only_what_was_claimed_is_deleted() -> None:
    """What is gone already is no trouble, and nothing is claimed afterwards."""
    store = Fickle(profile("Tea"), profile("Book"))
    keeping = ProfileKeeping(store)
    keeping.claim("Tea")
    keeping.claim("Gone")
    assert keeping.delete(["Tea", "Book", "Gone"]).names == ("Book",)
    assert not keeping.holds(["Tea", "Gone"])
    with pytest.raises(ProfileUnknown):
        store.delete("Tea")
