"""What of a kept case can be examined again, with which key, and why not where it cannot."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.reply import header
from qfpay_gui.qfpay.secrets.masking import fingerprint
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.snippets.proof.case_file import CaseRecord

_MASKED = text(
    "Case",
    "What was found then is shown. It cannot be examined again: {names} was masked when the case was kept.",
)
_NO_SIGNATURE = text(
    "Case",
    "What was found then is shown. It cannot be examined again: there is no signature, and the key in the signing "
    "string is not kept.",
)
_NO_KEY = text(
    "Case",
    "What was found then is shown. To examine it again, choose the profile with the key it was examined with "
    "(fingerprint {fingerprint}).",
)


@dataclass(frozen=True)
class Reopened:
    """The request of a kept case; ``why`` it cannot be examined again, None where it can."""

    case: ReadRequest = field(repr=False)
    why: Text | None = None
    needs_key: bool = False


def reopened(record: CaseRecord, keys: Iterable[str]) -> Reopened:
    """The request, with that one of these keys it was examined with."""
    case, proof = _request(record), record.proof
    if proof.request.masked:
        return Reopened(case, _MASKED.fill(names=", ".join(proof.request.masked)))
    if not proof.claim.signature:
        return Reopened(case, _NO_SIGNATURE)
    if not proof.key_fingerprint:
        return Reopened(case)
    key = next((key for key in keys if key and fingerprint(key) == proof.key_fingerprint), "")
    if not key:
        return Reopened(case, _NO_KEY.fill(fingerprint=proof.key_fingerprint), needs_key=True)
    return Reopened(replace(case, client_key=key))


def _request(record: CaseRecord) -> ReadRequest:
    from qfpay_gui.diagnosis.importing import ReadRequest  # noqa: PLC0415 - not needed at start

    request = record.proof.request
    return ReadRequest(
        form="case",
        pairs=request.parameters,
        url=request.url,
        method="POST",
        signature=record.proof.claim.signature,
        stated_sign_type=request.sign_type,
        app_code=header(request.headers, "X-QF-APPCODE"),
    )
