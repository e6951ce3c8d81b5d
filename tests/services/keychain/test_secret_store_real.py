"""The keychain store against a real GNOME Keyring, on a session bus of its own and in throw-away folders."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from keyring.backends.SecretService import Keyring

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.errors import KeychainFailed, KeychainLocked, NoKeychain, SecretStoreError
from qfpay_gui.services.keychain.secret_store import KeychainStore, SecretStore
from tests.services.keychain.store_contract import DEMO, KEY, OTHER, StoreContract, assert_tells_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]  # it has no types

secretstorage = pytest.importorskip("secretstorage", reason="the Secret Service is for Linux")
jeepney = pytest.importorskip("jeepney", reason="the Secret Service is for Linux")
message_bus = pytest.importorskip("jeepney.bus_messages").message_bus

pytestmark = [
    pytest.mark.integration,
    # keyring leaves its connection to the bus open where unlocking fails.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

# No <servicedir>: nothing is started by the bus, so no prompt can appear on anybody's screen.
BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
  <!-- As on a desktop: keyring opens a connection for each question, and the garbage collector closes it. -->
  <limit name="max_completed_connections">100000</limit>
  <limit name="max_connections_per_user">100000</limit>
</busconfig>
"""


@contextmanager
def running(*command: str, typed: str = "") -> Iterator[subprocess.Popen[str]]:
    """A program with this test's environment, which is ended afterwards."""
    with subprocess.Popen(  # noqa: S603 - fixed programs found on the PATH
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stdin is not None
        program.stdin.write(typed)
        program.stdin.close()
        yield program
        program.terminate()
        program.wait(10)


@pytest.fixture
def session_bus(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[subprocess.Popen[str]]:
    """A session bus on which nothing runs yet; the environment of this test points to it."""
    if shutil.which("dbus-daemon") is None or shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("dbus-daemon and gnome-keyring-daemon are needed")
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    # The names of sockets have to be short.
    sockets = tmp_path_factory.mktemp("bus")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(sockets))
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    configuration = tmp_path / "session.conf"
    configuration.write_text(BUS_CONFIGURATION.format(folder=sockets))
    with running("dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1") as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield daemon
        gc.collect()  # closes what keyring left open, while the warnings about it are ignored


@pytest.fixture
def keyring_daemon(session_bus: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:  # noqa: ARG001 - it runs on that bus
    """GNOME Keyring with an unlocked, empty login keyring whose password is empty."""
    appears = jeepney.MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    appears.add_arg_condition(0, "org.freedesktop.secrets")
    with ExitStack() as stack, bus() as connection, connection.filter(appears) as arrivals:
        connection.send_and_get_reply(message_bus.AddMatch(appears))
        command = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        daemon = stack.enter_context(running(*command, typed="\n"))
        connection.recv_until_filtered(arrivals, timeout=20)
        yield daemon


def python(program: str) -> str:
    """What a fresh interpreter prints for this program."""
    ran = subprocess.run(  # noqa: S603 - this interpreter, a fixed program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=50
    )
    return ran.stdout.strip()


def bus() -> DBusConnection:
    """A connection to this test's session bus."""
    return secretstorage.dbus_init()


def real_store() -> KeychainStore:
    """A store over the backend that keyring chooses on a desktop with GNOME Keyring."""
    return KeychainStore(Keyring)


class TestRealKeychainStore(StoreContract):
    """The same promises, kept by the real thing."""

    @pytest.fixture
    def store(self, keyring_daemon: subprocess.Popen[str]) -> SecretStore:
        """One over an empty, unlocked GNOME Keyring."""
        assert keyring_daemon.poll() is None
        return real_store()


@pytest.mark.usefixtures("keyring_daemon")
def test_the_keychain_is_found_and_named_by_a_fresh_program() -> None:
    """What keyring chooses by itself on such a desktop is trusted, named, and keeps a profile."""
    program = (
        "from qfpay_gui.services.keychain.secret_store import KeychainStore; "
        "from qfpay_gui.qfpay.credentials import Credentials, Profile; "
        "store = KeychainStore(); store.save(Profile('Shop', 'simulator', Credentials('a', 'typed-key'))); "
        "print(store.describe(), store.names())"
    )
    assert python(program) == "GNOME Keyring / Secret Service ('Shop',)"
    assert real_store().load("Shop") == Profile("Shop", "simulator", Credentials("a", "typed-key"))


@pytest.mark.usefixtures("session_bus")
def test_a_desktop_without_a_keychain_is_told_how_to_get_one() -> None:
    """A session bus with no Secret Service on it leads to a sentence."""
    program = (
        "from qfpay_gui.services.keychain.secret_store import KeychainStore\n"
        "from qfpay_gui.services.keychain.errors import NoKeychain\n"
        "try: KeychainStore().names()\n"
        "except NoKeychain as problem: print(problem)"
    )
    assert "offers no keychain. On Linux start GNOME Keyring" in python(program)


def test_no_file_holds_the_key_in_plain(keyring_daemon: subprocess.Popen[str], tmp_path: Path) -> None:
    """What the keychain itself writes to disk is encrypted, and this program writes nothing."""
    assert keyring_daemon.poll() is None
    real_store().save(DEMO)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"GnomeKeyring" in contents for contents in written)
    assert not any(KEY.encode() in contents for contents in written)


def lock() -> None:
    """Lock the keychain, as the desktop does when its user is away."""
    with bus() as connection:
        collection = secretstorage.get_default_collection(connection)
        collection.lock()
        assert collection.is_locked()


@pytest.mark.usefixtures("keyring_daemon")
def test_a_locked_keychain_that_cannot_ask_says_that_it_is_locked() -> None:
    """Every verb ends with the same error, without the key."""
    store = real_store()
    store.save(DEMO)
    lock()
    for verb in (store.names, lambda: store.load("Demo"), lambda: store.save(OTHER), lambda: store.delete("Demo")):
        with pytest.raises(KeychainLocked, match="Unlock it") as raised:
            verb()
        assert_tells_nothing(raised.value)


def prompter_that_never_answers() -> DBusConnection:
    """Takes the place of the desktop's password dialog and ignores every question."""
    connection = bus()
    connection.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
    return connection


@pytest.mark.usefixtures("keyring_daemon")
def test_an_unanswered_question_blocks_until_the_desktop_session_ends(session_bus: subprocess.Popen[str]) -> None:
    """There is no time-out in keyring, so its caller must keep the time and not wait for the thread."""
    store, outcome = real_store(), list[object]()
    store.save(DEMO)
    lock()

    def read() -> None:
        try:
            outcome.append(store.load("Demo"))
        except SecretStoreError as problem:
            outcome.append(problem)

    with prompter_that_never_answers() as prompter:
        waiting = threading.Thread(target=read, daemon=True)
        waiting.start()
        prompter.receive(timeout=20)  # the question arrived here
        waiting.join(1)
        assert waiting.is_alive()
        assert outcome == []
        session_bus.kill()
    waiting.join(20)
    assert [type(problem) for problem in outcome] == [KeychainFailed]


def test_a_keychain_that_goes_away_in_between_is_an_error_with_a_sentence(
    keyring_daemon: subprocess.Popen[str],
) -> None:
    """The next call says that there is no keychain; nothing crashes."""
    store = real_store()
    store.save(DEMO)
    keyring_daemon.kill()
    keyring_daemon.wait(10)
    with pytest.raises(NoKeychain, match="could not be opened") as raised:
        store.load("Demo")
    assert_tells_nothing(raised.value)
