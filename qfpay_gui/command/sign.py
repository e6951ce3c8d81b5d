"""``qfpay-tester sign``: the signing string and the signature of exactly what is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui import __version__
from qfpay_gui.command.output import Output
from qfpay_gui.command.pasted import read_pasted
from qfpay_gui.command.request import draft_of
from qfpay_gui.command.signer import signer_of
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.snippets.proof.model import prove

if TYPE_CHECKING:
    import argparse


def act(options: argparse.Namespace) -> int:
    """Sign and print: 0, or 1 where the request has a known fault, which is signed all the same."""
    case = read_pasted(options.file or "-") if options.file or not options.parameter else None
    signer = signer_of(options, case)
    key, now = signer.credentials.client_key, SystemClock().now()
    draft = draft_of(options, case, from_example=False)
    request = prepare(draft, signer.credentials, LIVE_TESTING, now=now)
    proof = prove(request, key, created_at=now, version=__version__, languages=())
    output = Output(request, [key], as_json=options.json)
    output.say("Key", "the simulator's demo key" if signer.is_demo else "")
    output.say("String", proof.request.signing_string)
    output.say(request.sign_type, request.signature)
    return output.end(proof, request.findings, well=True)
