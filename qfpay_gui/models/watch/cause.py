"""Why a request that was seen is refused, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.models.watch.seen import Seen

_EXAMINING = text("Watch", "Examining …")
_RIGHT = text("Watch", "The signature is right")
_IN_SHORT = text("Watch", "Right")
_NO_SIGNATURE = text("Watch", "No signature to examine")
_NO_KEY = text("Watch", "Not examined: no profile with this app_code is known here")
_REFUSED = text("Watch", "Turned away before it was read: its answer says why")
_UNREAD = text("Watch", "Not examined")
_AND = text("Watch", "{first}; {second}")
_UNEXPLAINED = text("Watch", "The signature is wrong; no known mistake explains it")
_WRONG = text("Watch", "Wrong; no known mistake explains it")


def cause(seen: Seen) -> tuple[Text, Severity]:
    """Why its signature is refused, or that it is right, and how bad that is."""
    if seen.waiting:
        return _EXAMINING, Severity.NOTE
    if seen.examined is None:
        return (_unexamined(seen), Severity.ATTENTION if seen.has_key else Severity.NOTE)
    if seen.examined.is_right:
        return _RIGHT, Severity.OK
    if not seen.examined.diagnoses:
        return _UNEXPLAINED, Severity.WRONG
    return _causes(seen.examined.diagnoses[0]), Severity.WRONG


def short_cause(seen: Seen) -> Text:
    """The same below a title that says it is about the signature."""
    said, _severity = cause(seen)
    return {_RIGHT: _IN_SHORT, _UNEXPLAINED: _WRONG}.get(said, said)


def _unexamined(seen: Seen) -> Text:
    if seen.case is None:
        return _REFUSED if seen.overheard.refused else _UNREAD
    return _NO_SIGNATURE if seen.has_key else _NO_KEY


def _causes(diagnosis: Diagnosis) -> Text:
    """What was done otherwise, without the sentences around it."""
    values = (dict(sentence.values).get("cause") for sentence in diagnosis.text)
    first, *others = [one for one in values if isinstance(one, Text)] or [diagnosis.text[0]]
    for other in others:
        first = _AND.fill(first=first, second=other)
    return first
