"""A request with personal data, what its merchant signed in its place, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.reply.reply import read_reply
from qfpay_gui.qfpay.reply.verdict import verdict
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, SigningRecipe
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.proof.model import Proof, ShownClaim, prove
from tests.qfpay.request.rules.cases import CREDENTIALS, clean_draft

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.draft import Draft

KEY = CREDENTIALS.client_key
ID, NAME = "430067798868676871", "小林"
EXTEND_INFO = f'{{"user_creid":"{ID}","user_truename":"{NAME}"}}'
NOW = datetime(2026, 3, 1, 10, 0, 0, tzinfo=UTC)
BODY = b'{"respcd": "1108", "resperr": "Signature error", "respmsg": "%s"}'


@dataclass(frozen=True)
class Named:
    """A cause as the doctor hands it over."""

    explanation: Text | str
    deviations: tuple[str, ...] = ("key-lead",)
    signing_string: str = ""


def request(draft: Draft | None = None) -> PreparedRequest:
    """A payment in production by somebody with a name and an ID."""
    return prepare(draft or clean_draft().edit("extend_info", value=EXTEND_INFO), CREDENTIALS, PRODUCTION)


def wrongly(**deviation: Any) -> ShownClaim:
    """What a merchant claims who deviates so."""
    signed = SigningRecipe(**deviation).sign(request().parameters, KEY)
    return ShownClaim(signed.signature, signed.string)


def whole(**changes: Any) -> Proof:
    """A proof with all its parts: claim, cause, answer and programs."""
    prepared = request()
    claim = wrongly(key_lead="&key=")
    said = text("Doctor", "The key is joined with {lead}; the key is {key}.").fill(lead="&key=", key=KEY)
    reply = HttpReply(200, "OK", (), BODY % f"{KEY} {ID}".encode())
    parts: dict[str, Any] = {
        "created_at": NOW,
        "version": "1.2",
        "claim": claim,
        "causes": [Named(said, signing_string=claim.signing_string)],
        "verdict": verdict(Exchange(prepared, reply), None),
        "reply": read_reply(reply),
    }
    return prove(prepared, KEY, **(parts | changes))


def right() -> str:
    """The right signing string of the request."""
    return OFFICIAL.sign(request().parameters, KEY).string
