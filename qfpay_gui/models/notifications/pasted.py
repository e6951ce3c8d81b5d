"""A notification that was pasted: read and verified in the background, soon after the last key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.tasks import Done, Raised, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.notification import Check, Explained, ReadNotification
    from qfpay_gui.models.notifications.state import Notice
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.models.tasks import TaskRunner

PAUSE_MS = 120
CURRENT, TYPED = "", "\0typed"
"""Which key is used: that of the chosen merchant, or one that is typed; else the name of another open profile."""


@dataclass(frozen=True)
class Checked:
    """What was found out about a paste. The repr shows no value."""

    read: ReadNotification
    check: Check
    explained: Explained = field(repr=False)


@dataclass(frozen=True)
class PastedState:
    """``examined`` is None before anything was pasted; ``technical`` names a fault of this program itself.

    ``key_names`` are the other open profiles whose key can be chosen, ``key_choice`` the one that is.
    """

    examined: Checked | None = None
    is_checking: bool = False
    technical: str = ""
    key_choice: str = CURRENT
    key_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Work:
    """Everything an examination needs; no repr of any value."""

    source: str = field(default="", repr=False)
    raw: Notice | None = field(default=None, repr=False)
    signature: str = field(default="", repr=False)
    client_key: str = field(default="", repr=False)
    other_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    app_code: str = field(default="", repr=False)


class PastedModel(QObject):
    """Holds the newest paste in memory only, and examines it anew whenever text, signature or keys change."""

    changed = Signal(object)
    """Carries the PastedState."""
    offered = Signal(str, str)
    """Carries text and signature to show in the fields: a message that came in is to be checked."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ticket = 0
        self._keys: Keys | None = None
        self._source = self._signature = self._typed_key = ""
        self._raw: Notice | None = None
        self.state = PastedState()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.check_now)

    @property
    def is_waiting(self) -> bool:
        """Whether the newest text has not been examined yet."""
        return self._pause.isActive() or self._ticket != 0

    @property
    def source(self) -> str:
        """The text in hand."""
        return self._source

    @property
    def signature(self) -> str:
        """The signature that was typed."""
        return self._signature

    def take(self, source: str) -> None:
        """Examine this text once no other has come for a moment."""
        if source != self._source:
            self._source, self._raw = source, None
            self._await()

    def take_signature(self, signature: str) -> None:
        """Examine with this signature; "" for the one that stands in the text."""
        if signature != self._signature:
            self._signature = signature
            self._await()

    def offer(self, source: str) -> None:
        """Examine this text at once, and offer it to the fields."""
        self._source, self._signature, self._raw = source, "", None
        self.offered.emit(source, "")
        self.check_now()

    def take_notice(self, notice: Notice) -> None:
        """Examine this message, its bytes as they came over the wire, and offer it to the fields."""
        self._source, self._signature = notice.raw, notice.signature
        self.offered.emit(self._source, self._signature)
        self._raw = notice
        self.check_now()

    def choose_key(self, choice: str) -> None:
        """Verify with CURRENT, TYPED, or the key of the profile of this name."""
        self._set(replace(self.state, key_choice=choice))
        self._await()

    def type_key(self, client_key: str) -> None:
        """The key to verify with where TYPED is chosen; it is kept nowhere else."""
        self._typed_key = client_key.strip()
        self._await()

    def set_keys(self, keys: Keys) -> None:
        """Verify with these keys from now on."""
        self._keys = keys
        names = tuple(keys.others)
        choice = self.state.key_choice
        self._set(
            replace(self.state, key_names=names, key_choice=choice if choice in {CURRENT, TYPED, *names} else CURRENT)
        )
        if self._source:
            self._await()

    def stop(self) -> None:
        """Examine nothing any more."""
        self._pause.stop()
        self._runner.forget(self._ticket)
        self._ticket = 0

    def check_now(self) -> None:
        """Examine what is in hand without waiting any longer."""
        self.stop()
        if not self._source.strip() and not self._signature.strip():
            self._set(replace(self.state, examined=None, is_checking=False, technical=""))
            return
        self._set(replace(self.state, is_checking=True))
        self._ticket = self._runner.run(partial(_examined, self._work()), self._on_examined)

    def _await(self) -> None:
        self.stop()
        self._pause.start()

    def _work(self) -> _Work:
        others = dict(self._keys.others) if self._keys else {}
        own = self._keys.credentials if self._keys else None
        current_key, app_code = (own.client_key, own.app_code) if own else ("", "")
        chosen = {CURRENT: current_key, TYPED: self._typed_key}
        choice = self.state.key_choice
        client_key = chosen[choice] if choice in chosen else others.pop(choice, "")
        return _Work(self._source, self._raw, self._signature, client_key, others, app_code)

    def _on_examined(self, result: Result[Checked]) -> None:
        self._ticket = 0
        match result:
            case Done(examined):
                self._set(replace(self.state, examined=examined, is_checking=False, technical=""))
            case Raised(error):
                self._set(replace(self.state, examined=None, is_checking=False, technical=type(error).__name__))

    def _set(self, state: PastedState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _examined(work: _Work) -> Checked:
    """Import late: the pure rooms are not needed at start."""
    from qfpay_gui.diagnosis.notification import (  # noqa: PLC0415 - see the docstring
        check_notification,
        explain_notification,
    )

    read = _read(work)
    check = check_notification(
        read.body,
        read.signature,
        work.client_key,
        other_keys=work.other_keys,
        app_code=work.app_code,
        kind=read.kind,
    )
    return Checked(read, check, explain_notification(read.body, is_reply=read.kind == "reply"))


def _read(work: _Work) -> ReadNotification:
    """The paste as it reads; a message that came in is not read again, for its bytes are known."""
    from qfpay_gui.diagnosis.notification import ReadNotification, read_notification  # noqa: PLC0415 - as above

    if work.raw is None:
        return read_notification(work.source, work.signature)
    headers = work.raw.received.headers if work.raw.received else ()
    signature = work.signature.strip() or work.raw.signature
    return ReadNotification("http", work.raw.body, signature, headers)
