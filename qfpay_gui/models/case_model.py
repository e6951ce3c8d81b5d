"""A merchant's request in hand: what was pasted, and what the doctor finds out about its signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner

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
class Examined:
    """What the doctor found: the smallest sets of deviations, none where nothing known reproduces the signature.

    ``client_key`` is the key it was examined with.
    """

    case: ReadRequest
    diagnoses: tuple[Diagnosis, ...]
    client_key: str = field(repr=False)

    @property
    def is_right(self) -> bool:
        """Whether the signature is the official one."""
        return bool(self.diagnoses) and not self.diagnoses[0].deviations


@dataclass(frozen=True)
class ExaminationFailed:
    """The doctor itself failed; ``technical`` names the fault without any value."""

    case: ReadRequest
    technical: str


CaseState = NoCase | NotExaminable | Examining | Examined | ExaminationFailed


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
        self._keys: Keys | None = None
        self.state: CaseState = NoCase()

    @property
    def case(self) -> ReadRequest | None:
        """The request in hand."""
        return None if isinstance(self.state, NoCase) else self.state.case

    def take(self, case: ReadRequest) -> None:
        """Take this request in hand and examine it."""
        self._examine(case)

    def drop(self) -> None:
        """Have no case in hand any more."""
        self._runner.forget(self._ticket)
        self._set(NoCase())

    def set_keys(self, keys: Keys) -> None:
        """Examine with these keys from now on."""
        if keys != self._keys:
            self._keys = keys
            if self.case is not None:
                self._examine(self.case)

    def _examine(self, case: ReadRequest) -> None:
        self._runner.forget(self._ticket)
        key = case.client_key or (self._keys.credentials.client_key if self._keys else "")
        if not key or not case.signature or self._keys is None:
            self._set(NotExaminable(case, needs_key=not key, needs_signature=not case.signature))
            return
        self._set(Examining(case))
        self._ticket = self._runner.run(partial(_examined, case, key, self._keys), self._finish)

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


def _examined(case: ReadRequest, client_key: str, keys: Keys) -> Examined:
    """Import late: the doctor is not needed for the first paint."""
    from qfpay_gui.diagnosis import diagnose  # noqa: PLC0415 - see the docstring

    credentials = keys.credentials
    unsent = {"mchid": credentials.mchid} if credentials.mchid and "mchid" not in case.params else {}
    found = diagnose(
        case.pairs,
        client_key,
        case.signature,
        case.sign_type,
        app_code=case.app_code or credentials.app_code,
        other_keys=keys.others,
        unsent=unsent,
        body=case.body,
    )
    return Examined(case, tuple(found), client_key)
