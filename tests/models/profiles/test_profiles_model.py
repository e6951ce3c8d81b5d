from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.profiles.profiles_model import ProfileEntry, ProfilesModel, ProfilesState
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.errors import (
    UNAVAILABLE,
    KeychainLocked,
    KeychainRefused,
    NoKeychain,
    ProfileUnusable,
    SecretStoreError,
)
from qfpay_gui.services.keychain.secret_store import KeychainStore, SessionStore
from tests.fakes import HangingKeyring, LockedKeyring, RefusingKeyring
from tests.models.profiles.blocking_store import BlockingStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.services.keychain.entries import Keyring
    from qfpay_gui.services.keychain.secret_store import SecretStore

PATIENCE_MS = 40
KEY = "0123456789ABCDEF0123456789ABCDEF"


def profile(name: str, key: str = KEY) -> Profile:
    """A profile of live testing."""
    return Profile(name, "live-hk", Credentials("A" * 32, key))


DEMO = Profile("Demo merchant", "simulator", Credentials("D" * 32, "E" * 32))


class Bench:
    """A model over a store, with its runner and everything it announced."""

    def __init__(self, qtbot: QtBot, store: SecretStore) -> None:
        self.qtbot = qtbot
        self.store = store
        self.runner = TaskRunner(1)
        self.model = ProfilesModel(self.runner, store, patience_ms=PATIENCE_MS)
        self.heard: list[ProfilesState] = []
        self.model.changed.connect(self.heard.append)

    @property
    def state(self) -> ProfilesState:
        """What the model says now."""
        return self.model.state

    @property
    def kept(self) -> dict[str, str]:
        """Where each profile is."""
        return {entry.name: entry.kept for entry in self.state.entries}

    @property
    def notice(self) -> str:
        """The model's last word about the keychain."""
        return str(self.state.notice or "")

    def settle(self) -> None:
        """Wait until the keychain has answered everything."""
        self.qtbot.waitUntil(lambda: not self.runner.busy)

    def wait_for_silence(self) -> None:
        """Wait until the model says that the keychain is silent."""
        self.qtbot.waitUntil(lambda: self.state.trouble)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[[SecretStore], Bench]]:
    """Builds benches and closes their runners."""
    made: list[Bench] = []

    def bench(store: SecretStore) -> Bench:
        made.append(Bench(qtbot, store))
        return made[-1]

    yield bench
    for one in made:
        if isinstance(one.store, BlockingStore):
            one.store.answered.set()
        assert one.runner.close(5000)


@pytest.fixture
def store() -> BlockingStore:
    """A keychain that holds two profiles and answers at once."""
    return BlockingStore(profile("Shop"), profile("Café"))


@pytest.fixture
def bench(make: Callable[[SecretStore], Bench], store: BlockingStore) -> Bench:
    """A model that knows what the keychain holds."""
    made = make(store)
    made.model.start()
    made.settle()
    store.calls.clear()
    made.heard.clear()
    return made


def test_a_start_lists_names_and_reads_no_key(bench: Bench) -> None:
    """Names come without their keys; the built-in merchant stands first."""
    bench.model.set_built_in(DEMO)
    assert bench.state.entries == (
        ProfileEntry("Demo merchant", "built in"),
        ProfileEntry("Café", "keychain"),
        ProfileEntry("Shop", "keychain"),
    )
    assert bench.model.secrets() == (DEMO.credentials.client_key,)
    assert str(bench.state.place) == str(bench.store.describe())
    assert not bench.state.busy
    assert bench.state.notice is None


def test_choosing_fetches_the_keys_once(bench: Bench, store: BlockingStore) -> None:
    """The second choice of a profile does not ask the keychain."""
    bench.model.choose("Shop")
    assert (bench.state.chosen, bench.state.profile) == ("Shop", None)
    bench.settle()
    assert bench.state.profile == profile("Shop")
    assert bench.state.kept == "keychain"
    bench.model.choose("")
    assert bench.state.profile is None
    bench.model.choose("Shop")
    assert bench.state.profile == profile("Shop")
    assert store.calls == ["load"]


def test_going_back_and_forth_asks_each_profile_once(bench: Bench, store: BlockingStore) -> None:
    """A profile whose keys are on their way is not asked for again."""
    store.answered.clear()
    for name in ("Shop", "Café", "Shop", "Café"):
        bench.model.choose(name)
    store.answered.set()
    bench.settle()
    assert store.calls == ["load", "load"]
    assert bench.state.profile == profile("Café")


def test_opening_does_not_choose(bench: Bench) -> None:
    """Keys can be looked at without signing with them."""
    bench.model.open("Shop")
    assert bench.model.find("Shop") is None
    bench.settle()
    assert bench.model.find("Shop") == profile("Shop")
    assert bench.heard[-1].opened == {"Shop"}
    assert (bench.state.chosen, bench.state.profile) == ("", None)


def test_a_choice_made_before_the_names_arrive_counts(
    make: Callable[[SecretStore], Bench], store: BlockingStore
) -> None:
    """The profile of the last start is fetched as soon as the keychain lists it."""
    bench = make(store)
    bench.model.choose("Shop")
    bench.model.start()
    bench.settle()
    assert bench.state.profile == profile("Shop")


def test_saving_is_for_the_session_first_and_then_for_the_keychain(bench: Bench, store: BlockingStore) -> None:
    """The profile is used at once, while the keychain is still asked."""
    store.answered.clear()
    bench.model.save(profile("New"))
    assert (bench.state.chosen, bench.state.profile, bench.state.kept) == ("New", profile("New"), "session")
    store.answered.set()
    bench.settle()
    assert bench.state.kept == "keychain"
    assert store.load("New") == profile("New")
    assert bench.notice.startswith("Saved: ")
    assert not bench.state.trouble


def test_saving_never_leaves_a_moment_without_credentials(bench: Bench) -> None:
    """While a used profile is saved under another name, every announcement has its keys."""
    bench.model.choose("Shop")
    bench.settle()
    bench.heard.clear()
    bench.model.save(profile("Store"), replacing="Shop")
    bench.settle()
    assert all(state.profile is not None for state in bench.heard)


def test_a_name_is_saved_as_the_keychain_keeps_it(bench: Bench) -> None:
    """Outer spaces do not make another profile; a name no keychain keeps is refused."""
    bench.model.save(profile("  New  "))
    bench.settle()
    assert bench.state.chosen == "New"
    assert bench.kept["New"] == "keychain"
    with pytest.raises(ProfileUnusable):
        bench.model.save(profile("(list)"))


def test_renaming_moves_the_profile(bench: Bench, store: BlockingStore) -> None:
    """One profile before, one after, also while the keychain is asked."""
    store.answered.clear()
    bench.model.save(profile("Store"), replacing="Shop")
    assert bench.kept == {"Café": "keychain", "Store": "session"}
    store.answered.set()
    bench.settle()
    assert bench.kept == {"Café": "keychain", "Store": "keychain"}
    assert store.names() == ("Café", "Store")


def test_renaming_while_the_first_save_is_under_way_leaves_one_profile(bench: Bench, store: BlockingStore) -> None:
    """What is renamed before it arrived in the keychain is not there twice."""
    store.answered.clear()
    bench.model.save(profile("New"))
    bench.model.save(profile("Newer"), replacing="New")
    store.answered.set()
    bench.settle()
    assert store.names() == ("Café", "Newer", "Shop")
    assert bench.kept["Newer"] == "keychain"


def test_a_refused_renaming_keeps_both_and_says_why(bench: Bench, store: BlockingStore) -> None:
    """The old one is still in the keychain, the new one in this session."""
    store.problem = KeychainRefused()
    bench.model.save(profile("Store"), replacing="Shop")
    bench.settle()
    assert bench.kept == {"Café": "keychain", "Shop": "keychain", "Store": "session"}
    assert bench.state.trouble
    store.problem = None
    bench.model.retry()
    bench.settle()
    assert bench.kept == {"Café": "keychain", "Store": "keychain"}
    assert store.names() == ("Café", "Store")


def test_a_renaming_that_cannot_be_saved_is_taken_back(bench: Bench, store: BlockingStore) -> None:
    """Credentials too long for a keychain leave what was there as it was."""
    bench.model.save(profile("Store", "x" * 2000), replacing="Shop")
    bench.settle()
    assert store.names() == ("Café", "Shop")
    assert store.load("Shop") == profile("Shop")
    assert bench.kept == {"Café": "keychain", "Shop": "keychain", "Store": "session"}


def test_the_latest_of_two_quick_saves_is_kept(bench: Bench, store: BlockingStore) -> None:
    """The answer to the first does not make the second look saved."""
    store.answered.clear()
    bench.model.save(profile("New", "1" * 32))
    bench.model.save(profile("New", "2" * 32))
    store.answered.set()
    bench.settle()
    assert store.load("New") == profile("New", "2" * 32)
    assert bench.state.profile == profile("New", "2" * 32)
    assert bench.kept["New"] == "keychain"


def test_a_late_load_does_not_undo_an_edit(bench: Bench, store: BlockingStore) -> None:
    """Keys entered while the old ones were fetched stay."""
    store.answered.clear()
    bench.model.choose("Shop")
    bench.model.save(profile("Shop", "2" * 32))
    store.answered.set()
    bench.settle()
    assert bench.state.profile == profile("Shop", "2" * 32)
    assert store.load("Shop") == profile("Shop", "2" * 32)


def test_deleting_forgets_here_and_in_the_keychain(bench: Bench, store: BlockingStore) -> None:
    """The profile is gone at once, and nobody signs with it any more."""
    bench.model.choose("Shop")
    bench.settle()
    bench.model.delete("Shop")
    assert (bench.state.chosen, bench.state.profile, bench.kept) == ("", None, {"Café": "keychain"})
    bench.settle()
    assert store.names() == ("Café",)
    assert bench.kept == {"Café": "keychain"}


def test_deleting_while_the_save_is_under_way_leaves_nothing(bench: Bench, store: BlockingStore) -> None:
    """A key that was on its way to the keychain does not stay there."""
    store.answered.clear()
    bench.model.save(profile("New"))
    bench.model.delete("New")
    store.answered.set()
    bench.settle()
    assert store.names() == ("Café", "Shop")
    assert "New" not in bench.kept


def test_a_refused_deletion_shows_the_profile_again(bench: Bench, store: BlockingStore) -> None:
    """What is still in the keychain is in the list, with the reason."""
    store.problem = KeychainLocked()
    bench.model.delete("Shop")
    bench.settle()
    assert bench.kept == {"Café": "keychain", "Shop": "keychain"}
    assert bench.state.notice == KeychainLocked().text


def test_deleting_what_another_window_deleted_is_no_error(bench: Bench, store: BlockingStore) -> None:
    """It is gone, as was wished."""
    SessionStore.delete(store, "Shop")
    bench.model.delete("Shop")
    bench.settle()
    assert not bench.state.trouble
    assert bench.kept == {"Café": "keychain"}


def test_the_built_in_profile_cannot_be_deleted_and_its_name_is_taken(bench: Bench) -> None:
    """The simulator's merchant stays."""
    bench.model.set_built_in(DEMO)
    bench.model.delete(DEMO.name)
    assert bench.model.find(DEMO.name) == DEMO
    assert bench.model.name_problem("demo MERCHANT") is not None


@pytest.mark.parametrize("name", ["", "  ", "shop", " CAFÉ ", "Cafe\u0301", "(x", "x" * 65, "a\nb"])
def test_names_that_will_not_do(bench: Bench, name: str) -> None:
    """Empty, taken in any capitals, reserved, too long, or on two lines."""
    assert bench.model.name_problem(name) is not None


def test_a_profile_may_keep_or_recase_its_name(bench: Bench) -> None:
    """Its own name does not stand in its way."""
    assert bench.model.name_problem("SHOP", replacing="Shop") is None
    assert bench.model.name_problem("Shop 2") is None


@pytest.mark.parametrize("problem", [NoKeychain(UNAVAILABLE), KeychainLocked(), KeychainRefused()])
def test_a_keychain_that_will_not_says_why_and_the_session_keeps_the_key(
    make: Callable[[SecretStore], Bench], problem: SecretStoreError
) -> None:
    """Absent, locked or refusing: the profile can be used, and nothing pretends it was saved."""
    store = BlockingStore()
    store.problem = problem
    bench = make(store)
    bench.model.start()
    bench.settle()
    assert (bench.state.notice, bench.state.trouble) == (problem.text, True)
    bench.model.save(profile("Shop"))
    bench.settle()
    assert (bench.state.profile, bench.state.kept) == (profile("Shop"), "session")
    assert (bench.state.notice, bench.state.trouble, bench.state.busy) == (problem.text, True, False)


def test_asking_again_saves_what_the_session_kept(make: Callable[[SecretStore], Bench]) -> None:
    """After unlocking, one press puts everything where it belongs."""
    store = BlockingStore()
    store.problem = KeychainLocked()
    bench = make(store)
    bench.model.save(profile("Shop"))
    bench.model.save(profile("Café"))
    bench.settle()
    store.problem = None
    bench.model.retry()
    bench.settle()
    assert bench.kept == {"Café": "keychain", "Shop": "keychain"}
    assert not bench.state.trouble


@pytest.mark.parametrize("keyring", [LockedKeyring(), RefusingKeyring()])
def test_the_notice_of_a_real_store_never_quotes_the_key(
    make: Callable[[SecretStore], Bench], keyring: Keyring
) -> None:
    """Not even where the keychain's own error does."""
    bench = make(KeychainStore(lambda: keyring))
    bench.model.save(profile("Shop"))
    bench.settle()
    assert bench.state.trouble
    assert bench.state.kept == "session"
    assert all(KEY not in repr(state) + str(state.notice) for state in bench.heard)


def test_a_fault_of_the_store_is_named_without_its_words(
    make: Callable[[SecretStore], Bench], store: BlockingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unforeseen exception may quote the key, so only its kind is shown."""

    def fail() -> tuple[str, ...]:
        raise RuntimeError(KEY)

    monkeypatch.setattr(store, "names", fail)
    bench = make(store)
    bench.model.start()
    bench.settle()
    assert "RuntimeError" in bench.notice
    assert KEY not in bench.notice


def test_a_silent_keychain_is_said_so_and_its_late_answer_counts(
    make: Callable[[SecretStore], Bench],
) -> None:
    """The window lives meanwhile; the profile is saved when the keychain wakes up."""
    keyring = HangingKeyring()
    bench = make(KeychainStore(lambda: keyring))
    bench.model.save(profile("Shop"))
    ticks: list[int] = []
    bench.model.changed.connect(lambda _state: ticks.append(1))
    try:
        bench.wait_for_silence()
        assert ticks
        assert "did not answer" in bench.notice
        assert (bench.state.busy, bench.state.kept) == (True, "session")
        bench.model.save(profile("Shop", "2" * 32))
        assert bench.state.profile == profile("Shop", "2" * 32)
    finally:
        keyring.answered.set()
    bench.settle()
    assert (bench.state.kept, bench.state.trouble, bench.state.busy) == ("keychain", False, False)
    assert KeychainStore(lambda: keyring).load("Shop") == profile("Shop", "2" * 32)


def test_an_answer_in_time_leaves_no_warning_behind(bench: Bench, qtbot: QtBot) -> None:
    """The clock of an answered question is stopped."""
    bench.model.choose("Shop")
    bench.settle()
    bench.heard.clear()
    qtbot.wait(PATIENCE_MS * 2)
    assert bench.heard == []


def test_a_result_after_closing_is_ignored(bench: Bench, store: BlockingStore, qtbot: QtBot) -> None:
    """Nothing is announced once the runner is closed."""
    store.answered.clear()
    bench.model.choose("Shop")
    qtbot.waitUntil(lambda: store.calls == ["load"])
    assert bench.runner.close(20) is False
    store.answered.set()
    assert bench.runner.close(5000) is True
    qtbot.wait(0)
    assert bench.state.profile is None


def test_another_profile_of_the_name_in_the_keychain_is_not_replaced(
    make: Callable[[SecretStore], Bench], store: BlockingStore
) -> None:
    """Keys nobody has seen here survive a new profile that happens to have their name."""
    bench = make(store)
    store.answered.clear()
    bench.model.start()
    bench.model.save(profile("Shop", "2" * 32))
    bench.model.save(profile("Shop", "3" * 32))
    store.answered.set()
    bench.settle()
    assert SessionStore.load(store, "Shop") == profile("Shop")
    assert bench.kept == {"Café": "keychain", "Shop": "keychain", "Shop 2": "session"}
    assert (bench.state.chosen, bench.state.profile) == ("Shop 2", profile("Shop 2", "3" * 32))
    assert bench.state.trouble
    bench.model.retry()
    bench.settle()
    assert bench.kept["Shop 2"] == "keychain"
    assert SessionStore.load(store, "Shop") == profile("Shop")


def test_a_store_without_a_keychain_says_session(make: Callable[[SecretStore], Bench]) -> None:
    """Memory is never called a keychain."""
    bench = make(SessionStore())
    bench.model.save(profile("Shop"))
    bench.settle()
    assert bench.kept == {"Shop": "session"}
    bench.model.delete("Shop")
    bench.settle()
    assert bench.kept == {}


def test_every_key_of_the_session_is_a_secret(bench: Bench) -> None:
    """Also one that was replaced or deleted since, for it may stand in a text field still."""
    bench.model.save(profile("New", "1" * 32))
    bench.model.save(profile("New", "2" * 32))
    bench.model.delete("New")
    bench.settle()
    assert {"1" * 32, "2" * 32} <= set(bench.model.secrets())
