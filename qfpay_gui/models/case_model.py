"""A merchant's request in hand: what was pasted, and what the doctor finds out about its signature."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.digests import DIGESTS
from qfpay_gui.qfpay.recipe import well_formed
from qfpay_gui.qfpay.signing import SIGN_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.credentials import Credentials


@dataclass(frozen=True)
class NoCase:
    """Nothing was pasted."""


@dataclass(frozen=True)
class NotExaminable:
    """The case lacks a signature, or there is no key to examine it with."""

    case: ReadRequest
    needs_key: bool
    needs_signature: bool


@dataclass(frozen=True)
class Examining:
    """The doctor is at work."""

    case: ReadRequest


@dataclass(frozen=True)
class Stopped:
    """A person called the examination off."""

    case: ReadRequest


@dataclass(frozen=True)
class Examined:
    """What the doctor found: the smallest sets of deviations, none where nothing known reproduces the signature.

    ``client_key`` is the key it was examined with. ``from_string``: there was no signature, so the digest of the
    merchant's signing string was examined in its place.
    """

    case: ReadRequest
    diagnoses: tuple[Diagnosis, ...]
    client_key: str = field(repr=False)
    from_string: bool = False

    @property
    def is_right(self) -> bool:
        """Whether the signature is the official one."""
        return bool(self.diagnoses) and not self.diagnoses[0].deviations


@dataclass(frozen=True)
class ExaminationFailed:
    """The doctor itself failed; ``technical`` names the fault without any value."""

    case: ReadRequest
    technical: str


CaseState = NoCase | NotExaminable | Examining | Stopped | Examined | ExaminationFailed


@dataclass(frozen=True)
class Keys:
    """With what a case is examined: the chosen credentials, and the keys of other open profiles by name."""

    credentials: Credentials
    others: Mapping[str, str] = field(repr=False)


class CaseModel(QObject):
    """Holds one case and examines it in the background, anew whenever the keys change."""

    changed = Signal(object)
    """Carries the CaseState."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ticket = 0
        self._cancelled = Event()
        self._keys: Keys | None = None
        self.state: CaseState = NoCase()

    @property
    def case(self) -> ReadRequest | None:
        """The request in hand."""
        return None if isinstance(self.state, NoCase) else self.state.case

    def take(self, case: ReadRequest) -> None:
        """Take this request in hand and examine it."""
        self._examine(case)

    def take_signature(self, signature: str) -> None:
        """Examine the case in hand with this signature of the merchant's; nothing happens where there is no case."""
        if self.case is not None:
            self._examine(replace(self.case, signature=signature.strip()))

    def drop(self) -> None:
        """Have no case in hand any more."""
        self._leave_off()
        self._set(NoCase())

    def cancel(self) -> None:
        """Call the examination off; the case stays in hand."""
        if isinstance(self.state, Examining):
            self._leave_off()
            self._set(Stopped(self.state.case))

    def examine_again(self) -> None:
        """Examine the case in hand once more."""
        if self.case is not None:
            self._examine(self.case)

    def set_keys(self, keys: Keys) -> None:
        """Examine with these keys from now on."""
        if keys != self._keys:
            self._keys = keys
            if self.case is not None:
                self._examine(self.case)

    def _examine(self, case: ReadRequest) -> None:
        self._leave_off()
        key = case.client_key or (self._keys.credentials.client_key if self._keys else "")
        has_claim = bool(case.signature.strip() or case.signing_string)
        if not key or not has_claim or self._keys is None:
            self._set(NotExaminable(case, needs_key=not key, needs_signature=not has_claim))
            return
        self._set(Examining(case))
        self._cancelled = Event()
        task = partial(_examined, case, self._keys, self._cancelled)
        self._ticket = self._runner.run(task, self._finish)

    def _leave_off(self) -> None:
        self._cancelled.set()
        self._runner.forget(self._ticket)

    def _finish(self, result: Result[Examined]) -> None:
        match result:
            case Done(examined):
                self._set(examined)
            case Raised(error):
                if self.case is not None:
                    self._set(ExaminationFailed(self.case, type(error).__name__))

    def _set(self, state: CaseState) -> None:
        self.state = state
        self.changed.emit(state)


def _examined(case: ReadRequest, keys: Keys, cancelled: Event) -> Examined:
    """The findings with the key of the paste; where it explains nothing, with the chosen one."""
    tried = list(dict.fromkeys(key for key in (case.client_key, keys.credentials.client_key) if key))
    for key in tried:
        found = _found(case, key, keys, cancelled)
        if found:
            return Examined(case, tuple(found), key, from_string=not case.signature.strip())
    return Examined(case, (), tried[0], from_string=not case.signature.strip())


def _found(case: ReadRequest, client_key: str, keys: Keys, cancelled: Event) -> list[Diagnosis]:
    """Import late: the doctor is not needed for the first paint."""
    from qfpay_gui.diagnosis import diagnose  # noqa: PLC0415 - see the docstring

    credentials = keys.credentials
    unsent = {"mchid": credentials.mchid} if credentials.mchid and "mchid" not in case.params else {}
    return diagnose(
        case.pairs,
        client_key,
        case.signature if case.signature.strip() else _signature_of_string(case, client_key),
        case.sign_type,
        app_code=case.app_code or credentials.app_code,
        other_keys=keys.others,
        unsent=unsent,
        body=case.body,
        cancelled=cancelled.is_set,
    )


def _signature_of_string(case: ReadRequest, client_key: str) -> str:
    """What the merchant's signing string gives; logs often leave the key out, so one without any key gets it."""
    string = case.signing_string
    ends_early = not case.client_key and client_key not in string
    sign_type = case.sign_type if case.sign_type in SIGN_TYPES else "MD5"
    return DIGESTS[sign_type](well_formed(string + client_key * ends_early).encode())
