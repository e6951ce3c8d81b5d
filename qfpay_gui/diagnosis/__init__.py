"""Pure: reads what a merchant pasted, and finds out why its signature is refused."""

from __future__ import annotations

from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis, diagnose
from qfpay_gui.diagnosis.doctor.strings import StringDiagnosis, explain_signing_string
from qfpay_gui.diagnosis.importing import ReadRequest, read_request

__all__ = ["Diagnosis", "ReadRequest", "StringDiagnosis", "diagnose", "explain_signing_string", "read_request"]
