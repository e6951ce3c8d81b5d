"""A request that was read, examined: with which key, under which reading, and what the doctor says of it.

Reader and doctor are imported when they are first used: what a window keeps of an examination needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.diagnosis.doctor.account import Account
    from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.doctor.strings import StringDiagnosis
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.credentials import Credentials

_UNDOING = frozenset(
    {"values-url-decoded", "values-html-decoded", "values-trimmed", "values-cleaned", "values-without-spaces"}
)
"""Deviations after which a print that merely shows a value otherwise looks the same."""


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


def examined(  # noqa: PLR0913 - the case, what is known besides, and how far to go
    case: ReadRequest,
    ours: Credentials,
    others: Mapping[str, str],
    *,
    depth: int = 3,
    cancelled: Callable[[], bool] = lambda: False,
    reached: Callable[[float], None] = lambda _share: None,
) -> Examined:
    """The findings with the key of the paste; where it explains nothing, with ours. ``others`` are more keys by name.

    With ``depth`` 0 it is only told whether the signature is right, at once.
    Before anything is called wrong, every plausible reading is tried for a right signature.
    """
    from qfpay_gui.diagnosis.importing import innocent  # noqa: PLC0415 - see the module's docstring

    tried = list(dict.fromkeys(key for key in (case.client_key, ours.client_key) if key))
    read = innocent(case, {**others, "": ours.client_key})
    first_read = case if read is not case else None
    asked = _Asked(ours, others, cancelled, reached, depth)
    attempts = (replace(_attempt(read, key, asked), read_first=first_read) for key in tried)
    first = next(attempts)
    if first.diagnoses or first.is_right:
        return first
    return next((later for later in attempts if later.diagnoses or later.is_right), first)


@dataclass(frozen=True)
class _Asked:
    """What is known besides the request, and who is told how far it has come."""

    ours: Credentials
    others: Mapping[str, str] = field(repr=False)
    cancelled: Callable[[], bool]
    reached: Callable[[float], None]
    depth: int


def _attempt(case: ReadRequest, client_key: str, asked: _Asked) -> Examined:
    from qfpay_gui.diagnosis.doctor.diagnosis import Known, examine  # noqa: PLC0415 - see the module's docstring
    from qfpay_gui.diagnosis.doctor.strings import explain_signing_string  # noqa: PLC0415
    from qfpay_gui.diagnosis.language import language_of  # noqa: PLC0415

    mchid = asked.ours.mchid
    known = _Known(
        app_code=case.app_code or asked.ours.app_code,
        other_keys=asked.others,
        unsent={"mchid": mchid} if mchid and "mchid" not in case.params else {},
    )
    found: tuple[Diagnosis, ...] = ()
    account: Account | None = None
    if case.signature.strip():
        request = (case.pairs, client_key, case.signature, case.sign_type)
        with_body = Known(**known, body=case.body, language=language_of(case))
        examination = examine(*request, with_body, asked.depth, asked.cancelled, asked.reached)
        found, account = examination.diagnoses, examination.account
    said = Examined(case, found, client_key, account=account)
    if found or not case.signing_string or asked.cancelled() or not asked.depth:
        return said
    string = explain_signing_string(case.pairs, client_key, case.signing_string, **known)
    return replace(said, diagnoses=() if case.signature.strip() else string.diagnoses, string=string)


class _Known(TypedDict):
    """What the doctor may use besides the request."""

    app_code: str
    other_keys: Mapping[str, str]
    unsent: Mapping[str, str]
