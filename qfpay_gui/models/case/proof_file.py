"""Opens a proof again: what it says about a request becomes a case like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.json_file import ReadProof, read_proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing import Note, ReadRequest

_MASKED = text("Case", "Masked in the proof, so not the real value.")


def read_proof_file(written: str) -> ReadRequest | None:
    """The merchant's request of a proof in JSON; None where the text is no proof."""
    if not written.lstrip().startswith("{") or '"parameters"' not in written:
        return None
    proof = read_proof(written)
    return request_of(proof) if isinstance(proof, ReadProof) else None


def request_of(proof: ReadProof) -> ReadRequest:
    """The request as the proof has it, with the merchant's signature where it was claimed, else the right one."""
    from qfpay_gui.diagnosis.importing import ReadRequest  # noqa: PLC0415 - not needed at start

    return ReadRequest(
        form="proof",
        pairs=proof.parameters,
        url=proof.url,
        method="POST",
        signature=proof.claim.signature or proof.signature,
        stated_sign_type=proof.sign_type,
        app_code=proof.app_code,
        notes=tuple(_notes(proof)),
    )


def _notes(proof: ReadProof) -> Iterator[Note]:
    from qfpay_gui.diagnosis.importing import Note  # noqa: PLC0415 - not needed at start

    for name in proof.masked:
        yield Note("masked", _MASKED, name, Severity.ATTENTION)
    for sentence in proof.notes:
        yield Note("proof", sentence)
