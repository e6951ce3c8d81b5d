"""What can go wrong with kept credentials, each with what happened and the way out.

::

    SecretStoreError
    ├── NoKeychain        none there, or only one that would write keys to a readable file
    ├── KeychainLocked    it is locked and stayed locked
    ├── KeychainRefused   the person dismissed or denied its question
    ├── KeychainTimeout   it did not answer in time (raised by whoever keeps the time)
    ├── KeychainFailed    any other error of the keychain
    ├── ProfileExists     the name is taken
    ├── ProfileUnknown    no profile of that name is kept
    ├── ProfileUnusable   a name or a size that not every keychain can keep
    └── EntryUnreadable   what was kept under the name is damaged

No message carries a secret, and none is raised with a cause or context: what a
keychain library says, or a JSON error, may quote the very value it was given.
"""
# ruff: noqa: N818 - each is named after what happened, as the tree reads

from __future__ import annotations

from qfpay_gui.qfpay.text import Text, text


class SecretStoreError(Exception):
    """Credentials could not be kept or fetched; ``text`` is the sentence for people."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


_NO_KEYCHAIN = text("Keychain", "Keys cannot be stored: {reason} Until then keys are kept for this session only.")
_SILENT = text(
    "Keychain",
    "The keychain did not answer within {seconds} seconds. It may be waiting for you to unlock it in "
    "another window: unlock it, then try again. Until then keys are kept for this session only.",
)
_BRIEFLY = {
    _NO_KEYCHAIN.template: text(
        "Keychain", "Keys are kept for this session only. Credentials … (Ctrl+Shift+K) says why."
    ),
    _SILENT.template: text("Keychain", "The keychain does not answer. Credentials … (Ctrl+Shift+K) says more."),
}


def brief(sentence: Text) -> Text:
    """The sentence, or of one that explains at length so much as stands on a line."""
    return _BRIEFLY.get(sentence.template, sentence)


class NoKeychain(SecretStoreError):
    """This computer offers no keychain that may be trusted with a key."""

    def __init__(self, reason: Text) -> None:
        super().__init__(_NO_KEYCHAIN.fill(reason=reason))


class KeychainLocked(SecretStoreError):
    """The keychain is locked and was not unlocked."""

    def __init__(self) -> None:
        sentence = text(
            "Keychain",
            "The keychain is locked and was not unlocked. Unlock it (answer its question, open the system's "
            "keychain program, or log in again), then try again.",
        )
        super().__init__(sentence)


class KeychainRefused(SecretStoreError):
    """The person dismissed or denied the keychain's question."""

    def __init__(self) -> None:
        sentence = text(
            "Keychain",
            "The keychain's question was dismissed or denied, so nothing was read or changed. "
            "Try again and allow access for QFPay Tester.",
        )
        super().__init__(sentence)


class KeychainTimeout(SecretStoreError):
    """The keychain did not answer within this many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(_SILENT.fill(seconds=f"{seconds:g}"))


class KeychainFailed(SecretStoreError):
    """The keychain answered with an error that has no sentence of its own; only its kind is repeated."""

    def __init__(self, kind: str) -> None:
        sentence = text(
            "Keychain",
            "The keychain answered with an error ({kind}). Try again; if it stays, look for the service name "
            "“QFPay Tester” in the system's keychain program.",
        )
        super().__init__(sentence.fill(kind=kind))


class ProfileExists(SecretStoreError):
    """The name, or one that differs in capital letters only, is taken."""

    def __init__(self, name: str) -> None:
        sentence = text(
            "Keychain",
            "A profile named “{name}” exists already (capital letters make no difference). Choose another name, "
            "or delete that profile first.",
        )
        super().__init__(sentence.fill(name=name))


class ProfileUnknown(SecretStoreError):
    """No profile of that name is kept."""

    def __init__(self, name: str) -> None:
        sentence = text(
            "Keychain",
            "No profile named “{name}” is kept here. It may have been deleted or renamed in another window: "
            "choose one from the list, or enter its credentials again.",
        )
        super().__init__(sentence.fill(name=name))


class ProfileUnusable(SecretStoreError):
    """The profile's name or size is one that not every keychain can keep."""


class EntryUnreadable(SecretStoreError):
    """What is kept under this name in the keychain is not what was written there."""

    def __init__(self, name: str) -> None:
        sentence = text(
            "Keychain",
            "The keychain's entry “{name}” of “QFPay Tester” is damaged. It was left as it is. Delete it in the "
            "system's keychain program, then enter the credentials again.",
        )
        super().__init__(sentence.fill(name=name))


UNAVAILABLE = text(
    "Keychain",
    "the system's keychain could not be opened. Install or start one (on Linux: GNOME Keyring, KWallet or another "
    "Secret Service), then start QFPay Tester again.",
)


def _cause_first(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (cause := chain[-1].__cause__) is not None and cause not in chain:
        chain.append(cause)
    return chain[::-1]


def _recognised(error: BaseException) -> SecretStoreError | None:
    """Known by class name and message: the libraries' classes cannot be imported on every system."""
    kinds, message = {kind.__name__ for kind in type(error).__mro__}, str(error)
    if kinds & {"KeychainDenied", "PromptDismissedException"} or "Cancelled" in message:
        return KeychainRefused()
    # -25308 is errSecInteractionNotAllowed: macOS may not ask for the password now.
    if kinds & {"KeyringLocked", "LockedException"} or "IsLocked" in message or "-25308" in message:
        return KeychainLocked()
    if kinds & {"NoKeyringError", "InitError", "SecretServiceNotAvailableException"}:
        return NoKeychain(UNAVAILABLE)
    return None


def from_keyring(error: Exception) -> SecretStoreError:
    """The error of a keyring library as one of ours; raise it outside the ``except`` so that it carries no context."""
    for link in _cause_first(error):
        if (known := _recognised(link)) is not None:
            return known
    return KeychainFailed(type(error).__name__)
