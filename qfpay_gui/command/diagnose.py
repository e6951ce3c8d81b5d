"""``qfpay-tester diagnose``: why the signature of what a merchant sent is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui import __version__
from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.command.output import Output
from qfpay_gui.command.pasted import read_pasted
from qfpay_gui.command.signer import signer_of
from qfpay_gui.diagnosis.examination import examined
from qfpay_gui.diagnosis.importing import to_draft
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import LIVE_TESTING, by_id
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.snippets.proof.model import Proof, ShownClaim, prove

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.examination import Examined
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text

_NO_SIGNATURE = (
    "There is a request, but neither its signature (X-QF-SIGN) nor its signing string. Add the header to the text, or "
    "give the signature with --signature."
)


def act(options: argparse.Namespace) -> int:
    """Read, examine, and say what was found: 0 where the signature is right and nothing else is wrong, else 1."""
    case = read_pasted(options.file or "-")
    if options.signature:
        case = replace(case, signature=options.signature.strip())
    if not case.signature.strip() and not case.signing_string:
        raise CouldNotError(_NO_SIGNATURE)
    signer = signer_of(options, case)
    found = examined(case, signer.credentials, {})
    request = _official(found, signer.credentials.app_code)
    keys = {
        signer.credentials.client_key,
        found.client_key,
        case.client_key,
        *(one.client_key for one in found.diagnoses),
    }
    proof = prove(
        request,
        found.client_key,
        created_at=SystemClock().now(),
        version=__version__,
        claim=ShownClaim(found.case.signature.strip(), found.case.signing_string),
        causes=found.diagnoses,
        languages=(),
        other_keys=keys - {found.client_key, ""},
    )
    output = Output(request, keys - {""}, as_json=options.json)
    _tell(output, found, proof)
    return output.end(proof, request.findings, well=found.is_right)


def _official(found: Examined, app_code: str) -> PreparedRequest:
    """The merchant's request, rightly signed with the key it was examined with."""
    case = found.case
    code = case.app_code.strip() or app_code
    credentials = Credentials(code, found.client_key, sign_type=case.sign_type)
    environment = by_id(case.environment_id) or LIVE_TESTING
    return prepare(to_draft(case), credentials, environment)


def _tell(output: Output, found: Examined, proof: Proof) -> None:
    output.say("Request", _read_as(found.case, proof))
    for note in found.case.notes:
        output.say("Note", note.message)
    output.say("Signature", "right" if found.is_right else "wrong")
    output.add(result=_result(found))
    if found.is_right:
        return
    for number, one in enumerate(found.diagnoses):
        for place, sentence in enumerate(one.text):
            output.say("" if place else "Or" if number else "Cause", sentence)
        output.say("Mend", one.fix)
    if found.diagnoses:
        output.add(fix=str(found.diagnoses[0].fix))
    else:
        _account(output, found)
    output.say("Signed", proof.claim.signing_string)
    output.say("Right", proof.request.signing_string)
    if proof.difference is not None:
        output.say("", " " * proof.difference + f"^ the first difference: character {proof.difference + 1}")


def _result(found: Examined) -> str:
    return "right" if found.is_right else "explained" if found.diagnoses else "unexplained"


def _read_as(case: ReadRequest, proof: Proof) -> str:
    known = [proof.request.endpoint, f"{len(case.pairs)} parameters", proof.request.sign_type, case.form]
    return " · ".join(filter(None, known))


def _account(output: Output, found: Examined) -> None:
    """What was tried in vain, and what no search can see."""
    output.say("Cause", "not found: nothing known reproduces this signature")
    if (account := found.account) is not None:
        output.add(tried=account.tried)
        output.say("Tried", f"{account.tried:,} candidates: {_row(account.families)}")
        output.say("Not tried", _row(account.untried))


def _row(sentences: Iterable[Text]) -> str:
    return "; ".join(map(str, sentences))
