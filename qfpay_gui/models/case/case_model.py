"""A merchant's request in hand: what was pasted, and what the doctor finds out about its signature."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.snippets.proof.case_file import CaseRecord


@dataclass(frozen=True)
class NoCase:
    """Nothing was pasted."""


@dataclass(frozen=True)
class NotExaminable:
    """The case lacks a signature, or there is no key to examine it with."""

    case: ReadRequest
    needs_key: bool
    needs_signature: bool


class Progress:
    """How far an examination has come: the worker writes ``share``, from 0 to 1, and anybody may read it."""

    share = 0.0

    def reach(self, share: float) -> None:
        """This share is done."""
        self.share = share


@dataclass(frozen=True)
class Examining:
    """The doctor is at work."""

    case: ReadRequest
    progress: Progress = field(default_factory=Progress, compare=False)


@dataclass(frozen=True)
class Stopped:
    """A person called the examination off."""

    case: ReadRequest


@dataclass(frozen=True)
class ExaminationFailed:
    """The doctor itself failed; ``technical`` names the fault without any value."""

    case: ReadRequest
    technical: str


@dataclass(frozen=True)
class OnRecord:
    """A kept case that cannot be examined again: what was found then is in its record; ``why`` says what is missing."""

    case: ReadRequest
    record: CaseRecord
    why: Text
    needs_key: bool = False


CaseState = NoCase | NotExaminable | Examining | Stopped | Examined | ExaminationFailed | OnRecord


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

    def show_record(self, state: OnRecord) -> None:
        """Show what was found when this case was kept."""
        self._leave_off()
        self._set(state)

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
            if self.case is not None and not isinstance(self.state, OnRecord):
                self._examine(self.case)

    def _examine(self, case: ReadRequest) -> None:
        self._leave_off()
        key = case.client_key or (self._keys.credentials.client_key if self._keys else "")
        has_claim = bool(case.signature.strip() or case.signing_string)
        if not key or not has_claim or self._keys is None:
            self._set(NotExaminable(case, needs_key=not key, needs_signature=not has_claim))
            return
        examining = Examining(case)
        self._set(examining)
        self._cancelled = Event()
        task = partial(_examined, case, self._keys, self._cancelled, examining.progress)
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


def _examined(case: ReadRequest, keys: Keys, cancelled: Event, progress: Progress) -> Examined:
    """Import late: the doctor is not needed for the first paint."""
    from qfpay_gui.diagnosis.examination import examined  # noqa: PLC0415 - see the docstring

    began = perf_counter()
    found = examined(case, keys.credentials, keys.others, cancelled=cancelled.is_set, reached=progress.reach)
    return replace(found, seconds=perf_counter() - began)
