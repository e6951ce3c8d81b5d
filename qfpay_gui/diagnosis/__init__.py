"""Pure: reads what a merchant pasted, and finds out why its signature is refused."""

from __future__ import annotations

from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis, diagnose

__all__ = ["Diagnosis", "diagnose"]
