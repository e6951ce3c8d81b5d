"""Prepared request or pay_params to program text, one module a language."""

from __future__ import annotations

from qfpay_gui.snippets.signing_code.languages import LANGUAGES, Language

__all__ = ["LANGUAGES", "Language"]
