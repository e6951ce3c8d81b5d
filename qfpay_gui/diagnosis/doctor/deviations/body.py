"""The body itself signed: its raw text with the key, as the rule for notifications has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Sign the sorted name=value pairs of a request. Only notifications are signed as raw bodies.")
_BODY = text("Doctor", "the raw body was signed, as the rule for notifications has it")
_AS_TEXT = {"order": "as given", "naming": "omitted", "equals": ""}


def deviations(case: Case, body: bytes) -> Iterator[Deviation]:
    """The body as its bytes are, whatever their character set, and trimmed."""
    out = dict.fromkeys(range(len(case.sent)))
    for signed in dict.fromkeys((body, body.strip())):
        try:
            written, recipe = signed.decode(), _AS_TEXT
        except UnicodeDecodeError:
            written, recipe = signed.decode("latin-1"), {**_AS_TEXT, "charset": "latin-1"}
        edit = Edit(out, (("", written),))
        yield Deviation("raw-body-signed", 1, _BODY, _MEND, recipe, edit, depth=2)
