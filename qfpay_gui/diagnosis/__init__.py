"""Pure: reads what a merchant pasted, and finds out why its signature is refused.

The names are looked up when they are first used: a window that only starts needs neither reader nor doctor.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis, Known, diagnose, examine
    from qfpay_gui.diagnosis.doctor.strings import StringDiagnosis, explain_signing_string
    from qfpay_gui.diagnosis.importing import ReadRequest, read_request

__all__ = [
    "Diagnosis",
    "Known",
    "ReadRequest",
    "StringDiagnosis",
    "diagnose",
    "examine",
    "explain_signing_string",
    "read_request",
]

_HOMES = {
    "Diagnosis": "doctor.diagnosis",
    "Known": "doctor.diagnosis",
    "diagnose": "doctor.diagnosis",
    "examine": "doctor.diagnosis",
    "StringDiagnosis": "doctor.strings",
    "explain_signing_string": "doctor.strings",
    "ReadRequest": "importing",
    "read_request": "importing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
