"""A merchant's request in hand: what was pasted, and what the doctor finds out about its signature."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis import Diagnosis, StringDiagnosis
    from qfpay_gui.diagnosis.doctor.account import Account
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.profiles.state import Keys


_UNDOING = frozenset(
    {"values-url-decoded", "values-html-decoded", "values-trimmed", "values-cleaned", "values-without-spaces"}
)
"""Deviations after which a print that merely shows a value otherwise looks the same."""


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
class Examined:
    """What the doctor found: the smallest sets of deviations, none where nothing known reproduces the signature.

    ``client_key`` is the key it was examined with. ``string`` tells how the merchant's signing string differs, where
    one was given and the signature did not explain itself. ``read_first`` is the likeliest reading of the paste where
    the signature is right only under another one, which is ``case``. ``account`` tells what was tried in ``seconds``.
    """

    case: ReadRequest
    diagnoses: tuple[Diagnosis, ...]
    client_key: str = field(repr=False)
    string: StringDiagnosis | None = field(default=None, repr=False)
    read_first: ReadRequest | None = field(default=None, repr=False)
    account: Account | None = field(default=None, repr=False)
    seconds: float = 0.0

    @property
    def read_otherwise(self) -> tuple[tuple[str, str | None], ...]:
        """The parameters that the paste shows otherwise at first sight, as they are right; None where one is none."""
        if self.read_first is None:
            return ()
        first, right = self.read_first.params, self.case.params
        names = dict.fromkeys((*right, *first))
        return tuple((name, right.get(name)) for name in names if first.get(name) != right.get(name))

    @property
    def doubtful(self) -> tuple[tuple[str, str], ...]:
        """Parameters that may be read otherwise, each with that other value; none where the signature is right."""
        from qfpay_gui.diagnosis.importing import other_values  # noqa: PLC0415 - not needed for the first paint

        if self.is_right:
            return ()
        undone = bool(self.diagnoses) and not _UNDOING.isdisjoint(self.diagnoses[0].deviations)
        found = dict(other_values(self.case)) if undone else {}
        for rival in reversed(self.case.rivals):
            found.update((name, value) for name, value in rival.params.items() if value != self.case.params.get(name))
        return tuple(found.items())

    @property
    def from_string(self) -> bool:
        """Whether there was no signature, so that the signing string was examined in its place."""
        return not self.case.signature.strip()

    @property
    def is_right(self) -> bool:
        """Whether the signature, or without one the signing string, is the official one."""
        if self.from_string:
            return self.string is not None and self.string.difference is None
        return bool(self.diagnoses) and not self.diagnoses[0].deviations


@dataclass(frozen=True)
class ExaminationFailed:
    """The doctor itself failed; ``technical`` names the fault without any value."""

    case: ReadRequest
    technical: str


CaseState = NoCase | NotExaminable | Examining | Stopped | Examined | ExaminationFailed


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
    """The findings with the key of the paste; where it explains nothing, with the chosen one.

    Before anything is called wrong, every plausible reading is tried for a right signature.
    """
    from qfpay_gui.diagnosis.importing import innocent  # noqa: PLC0415 - not needed for the first paint

    tried = list(dict.fromkeys(key for key in (case.client_key, keys.credentials.client_key) if key))
    read = innocent(case, {**keys.others, "": keys.credentials.client_key})
    first_read = case if read is not case else None
    attempts = (replace(_attempt(read, key, keys, cancelled, progress), read_first=first_read) for key in tried)
    first = next(attempts)
    if first.diagnoses or first.is_right:
        return first
    return next((later for later in attempts if later.diagnoses or later.is_right), first)


def _attempt(case: ReadRequest, client_key: str, keys: Keys, cancelled: Event, progress: Progress) -> Examined:
    """Import late: the doctor is not needed for the first paint."""
    from qfpay_gui.diagnosis import Known, examine, explain_signing_string  # noqa: PLC0415 - see the docstring
    from qfpay_gui.diagnosis.language import language_of  # noqa: PLC0415 - see the docstring

    credentials = keys.credentials
    known = _Known(
        app_code=case.app_code or credentials.app_code,
        other_keys=keys.others,
        unsent={"mchid": credentials.mchid} if credentials.mchid and "mchid" not in case.params else {},
    )
    found: tuple[Diagnosis, ...] = ()
    account: Account | None = None
    began = perf_counter()
    if case.signature.strip():
        asked = Known(**known, body=case.body, language=language_of(case))
        request = (case.pairs, client_key, case.signature, case.sign_type)
        examination = examine(*request, asked, cancelled=cancelled.is_set, reached=progress.reach)
        found, account = examination.diagnoses, examination.account
    examined = Examined(case, found, client_key, account=account, seconds=perf_counter() - began)
    if found or not case.signing_string or cancelled.is_set():
        return examined
    string = explain_signing_string(case.pairs, client_key, case.signing_string, **known)
    return replace(examined, diagnoses=() if case.signature.strip() else string.diagnoses, string=string)


class _Known(TypedDict):
    """What the doctor may use besides the request."""

    app_code: str
    other_keys: Mapping[str, str]
    unsent: Mapping[str, str]
