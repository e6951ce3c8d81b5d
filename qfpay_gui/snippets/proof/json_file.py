"""The proof as a JSON file that opens again: written in one version, read from any."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.qfpay.sentence_json import to_json as plain
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.proof.model import Pairs, ShownClaim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.reply.verdict import Verdict
    from qfpay_gui.snippets.proof.model import Proof, ShownRequest

FORMAT = "QFPay Tester proof"
VERSION = 1


@dataclass(frozen=True)
class ReadProof:
    """What a file of this format says about a request. What it does not say is "".

    The values of the parameters named in ``masked`` are not the real ones. ``notes`` tell what could not be taken over.
    """

    parameters: Pairs = field(repr=False)
    masked: tuple[str, ...] = ()
    endpoint: str = ""
    sign_type: str = ""
    environment_id: str = ""
    url: str = ""
    app_code: str = ""
    signature: str = ""
    claim: ShownClaim = field(default_factory=ShownClaim)
    key_fingerprint: str = ""
    created_at: str = ""
    program: str = ""
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class NotAProof:
    """Why a text is no proof."""

    reason: Text


def to_json(proof: Proof, say: Callable[[Text], str] = str, more: Mapping[str, Any] | None = None) -> str:
    """The file's text, to be saved as UTF-8; ``more`` are members beside those of every proof."""
    claim = proof.claim
    record = {
        "format": FORMAT,
        "version": VERSION,
        "program": proof.version,
        "created_at": proof.created_at.isoformat(),
        "request": _request(proof.request),
        "client_key": {"length": proof.key_length, "fingerprint": proof.key_fingerprint},
        "merchant": {"signature": claim.signature, "signing_string": claim.signing_string},
        "first_difference": proof.difference,
        "causes": [
            {
                "explanation": say(one.explanation),
                "sentence": plain(one.explanation),
                "deviations": one.deviations,
                "signing_string": one.signing_string,
            }
            for one in proof.causes
        ],
        "search": _search(proof, say),
        "besides": [{"explanation": say(one), "sentence": plain(one)} for one in proof.besides],
        "answer": _answer(proof, say),
        "programs": [{"title": one.title, "extension": one.extension, "code": one.code} for one in proof.programs],
    }
    return json.dumps(record | dict(more or {}), ensure_ascii=False, indent=2) + "\n"


def _search(proof: Proof, say: Callable[[Text], str]) -> dict[str, Any] | None:
    search = proof.search
    if search is None:
        return None
    tried, untried = (list(map(say, said)) for said in (search.tried, search.untried))
    return {"candidates": search.candidates, "tried": tried, "untried": untried}


def _request(request: ShownRequest) -> dict[str, Any]:
    return {
        "environment": request.environment_id,
        "endpoint": request.endpoint,
        "method": request.method,
        "url": request.url,
        "headers": request.headers,
        "parameters": request.parameters,
        "masked": request.masked,
        "sign_type": request.sign_type,
        "signing_string": request.signing_string,
        "signature": request.signature,
        "sent_signature": request.sent_signature,
    }


def _answer(proof: Proof, say: Callable[[Text], str]) -> dict[str, Any] | None:
    answer = proof.answer
    if answer is None:
        return None
    return {
        "headline": say(answer.verdict.headline),
        "turn": say(answer.verdict.turn),
        "next_step": say(answer.verdict.next_step),
        "sentences": [plain(one) for one in _sentences(answer.verdict)],
        "status": answer.status,
        "respcd": answer.respcd,
        "reply": answer.reply,
    }


def _sentences(said: Verdict) -> tuple[Text, ...]:
    return said.headline, said.turn, said.next_step, said.codes


def read_proof(written: str) -> ReadProof | NotAProof:
    """What the text says, as far as it can be read. Never raises, whatever the text is."""
    match read_json(written.removeprefix("\ufeff")):
        case JsonText(value=dict() as record) if record.get("format") == FORMAT:
            return _read(dict_in(record.get("request")), record)
        case JsonText():
            return NotAProof(text("Proof", "This is JSON, but no proof of QFPay Tester."))
        case failure:
            return NotAProof(text("Proof", "This is no JSON file: {place}.").fill(place=failure.place))


def _read(request: dict[str, Any], rest: dict[str, Any]) -> ReadProof:
    written = request.get("parameters")
    parameters = pairs_in(written)
    masked = tuple(text_in(name) for name in list_in(request.get("masked")))
    headers = {name.lower(): value for name, value in pairs_in(request.get("headers"))}
    sign_type = text_in(request.get("sign_type"))
    merchant, key = dict_in(rest.get("merchant")), dict_in(rest.get("client_key"))
    return ReadProof(
        parameters=parameters,
        masked=masked,
        endpoint=text_in(request.get("endpoint")),
        sign_type=sign_type if sign_type in SIGN_TYPES else "",
        environment_id=text_in(request.get("environment")),
        url=text_in(request.get("url")),
        app_code=headers.get("x-qf-appcode", ""),
        signature=text_in(request.get("signature")),
        claim=ShownClaim(text_in(merchant.get("signature")), text_in(merchant.get("signing_string"))),
        key_fingerprint=text_in(key.get("fingerprint")),
        created_at=text_in(rest.get("created_at")),
        program=text_in(rest.get("program")),
        notes=tuple(_notes(rest.get("version"), written, parameters, masked)),
    )


def _notes(version: Any, written: Any, parameters: Pairs, masked: tuple[str, ...]) -> list[Text]:
    notes = []
    if version != str(VERSION):
        notes.append(
            text("Proof", "The file is of another version ({version}): what is new in it is passed over.").fill(
                version=text_in(version) or "?"
            )
        )
    if masked:
        notes.append(
            text("Proof", "Masked in the file, so enter the real value again: {names}.").fill(names=", ".join(masked))
        )
    if len(parameters) != len(list_in(written)) and not isinstance(written, dict):
        notes.append(text("Proof", "Some parameters in the file cannot be read and are left out."))
    return notes


def pairs_in(written: Any) -> Pairs:
    """Names and values, written as a list of pairs or as an object."""
    pairs = list(written.items()) if isinstance(written, dict) else list_in(written)
    return tuple((text_in(one[0]), text_in(one[1])) for one in pairs if _is_pair(one))


def _is_pair(one: Any) -> bool:
    return isinstance(one, list | tuple) and len(one) == 2 and all(isinstance(part, str) for part in one)


def list_in(written: Any) -> list[Any]:
    """The list, or an empty one."""
    return written if isinstance(written, list) else []


def dict_in(written: Any) -> dict[str, Any]:
    """The object, or an empty one."""
    return written if isinstance(written, dict) else {}


def text_in(written: Any) -> str:
    """The text, or ""."""
    return well_formed(str(written)) if isinstance(written, str) else ""
