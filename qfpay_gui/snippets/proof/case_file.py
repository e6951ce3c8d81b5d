"""A kept case: a proof with the paste it came from, the replies obtained, and what a person noted about it.

Its file is the proof's, with one member more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.environments import by_id
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.qfpay.reply.verdict import Verdict
from qfpay_gui.qfpay.sentence_json import from_json
from qfpay_gui.qfpay.sentence_json import to_json as plain
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.proof.json_file import FORMAT, dict_in, list_in, pairs_in, text_in, to_json
from qfpay_gui.snippets.proof.model import Proof, ShownCause, ShownClaim, ShownReply, ShownRequest, SigningCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_REPLIES = 20
_EARLIEST = datetime.fromtimestamp(0, UTC)
_AS_WRITTEN = text("Proof", "{sentence}")


class CaseStatus(Enum):
    """What a person says about how far a case has come."""

    OPEN = "open"
    WAITING = "waiting"
    SOLVED = "solved"


@dataclass(frozen=True)
class CaseHead:
    """What a person notes about a case."""

    merchant: str = ""
    ticket: str = ""
    note: str = ""
    status: CaseStatus = CaseStatus.OPEN


@dataclass(frozen=True)
class CaseReply:
    """A reply that was obtained while the case was in hand, without secrets; ``status`` 0 where none came.

    ``is_deliberate``: it answers a request that was sent with a mistake on purpose, such as the merchant's own.
    """

    at: datetime
    environment_id: str
    endpoint: str
    headline: Text
    respcd: str = ""
    status: int = 0
    reply: str = field(default="", repr=False)
    is_deliberate: bool = False


@dataclass(frozen=True)
class CaseRecord:
    """All that is kept of a case, without secrets."""

    proof: Proof
    head: CaseHead = field(default_factory=CaseHead)
    paste: str = field(default="", repr=False)
    replies: tuple[CaseReply, ...] = ()
    has_head: bool = False
    """Whether it is a case, and not only a proof."""


def case_to_json(record: CaseRecord, say: Callable[[Text], str] = str) -> str:
    """The file's text, to be saved as UTF-8."""
    head = record.head
    case = {
        "merchant": head.merchant,
        "ticket": head.ticket,
        "note": head.note,
        "status": head.status.value,
        "paste": record.paste,
        "replies": [_reply(one, say) for one in record.replies],
    }
    return to_json(record.proof, say, {"case": case})


def read_case(written: str) -> CaseRecord | None:
    """What a file of a case, or of a proof alone, holds; None where it is neither. Never raises."""
    if FORMAT not in written:  # a log of megabytes is not read as JSON
        return None
    match read_json(written.removeprefix("\ufeff")):
        case JsonText(value=dict() as record) if record.get("format") == FORMAT:
            case = dict_in(record.get("case"))
            return CaseRecord(
                _proof(record),
                _head(case),
                text_in(case.get("paste")),
                tuple(_replies(list_in(case.get("replies")))),
                has_head=bool(case),
            )
        case _:
            return None


def _reply(one: CaseReply, say: Callable[[Text], str]) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "environment": one.environment_id,
        "call": one.endpoint,
        "status": one.status,
        "respcd": one.respcd,
        "headline": say(one.headline),
        "sentence": plain(one.headline),
        "reply": one.reply,
        "deliberate": one.is_deliberate,
    }


def _head(case: dict[str, Any]) -> CaseHead:
    found = (status for status in CaseStatus if status.value == case.get("status"))
    merchant, ticket, note = (text_in(case.get(name)) for name in ("merchant", "ticket", "note"))
    return CaseHead(merchant, ticket, note, next(found, CaseStatus.OPEN))


def _replies(written: list[Any]) -> Iterator[CaseReply]:
    for one in map(dict_in, written[-MOST_REPLIES:]):
        yield CaseReply(
            _moment(one.get("at")),
            text_in(one.get("environment")),
            text_in(one.get("call")),
            _said(one.get("sentence"), one.get("headline")),
            text_in(one.get("respcd")),
            _number(one.get("status")),
            text_in(one.get("reply")),
            one.get("deliberate") is True,
        )


def _proof(record: dict[str, Any]) -> Proof:
    key, merchant = dict_in(record.get("client_key")), dict_in(record.get("merchant"))
    return Proof(
        created_at=_moment(record.get("created_at")),
        version=text_in(record.get("program")),
        request=_request(dict_in(record.get("request"))),
        key_length=_number(key.get("length")),
        key_fingerprint=text_in(key.get("fingerprint")),
        claim=ShownClaim(text_in(merchant.get("signature")), text_in(merchant.get("signing_string"))),
        difference=None if record.get("first_difference") is None else _number(record["first_difference"]),
        causes=tuple(map(_cause, map(dict_in, list_in(record.get("causes"))))),
        answer=_answer(dict_in(record.get("answer"))),
        programs=tuple(map(_program, map(dict_in, list_in(record.get("programs"))))),
        besides=tuple(_cause(one).explanation for one in map(dict_in, list_in(record.get("besides")))),
    )


def _request(written: dict[str, Any]) -> ShownRequest:
    environment_id = text_in(written.get("environment"))
    environment = by_id(environment_id)
    return ShownRequest(
        environment_id=environment_id,
        environment=environment.name if environment else _AS_WRITTEN.fill(sentence=environment_id),
        endpoint=text_in(written.get("endpoint")),
        method=text_in(written.get("method")),
        url=text_in(written.get("url")),
        headers=pairs_in(written.get("headers")),
        parameters=pairs_in(written.get("parameters")),
        masked=tuple(map(text_in, list_in(written.get("masked")))),
        sign_type=text_in(written.get("sign_type")),
        signing_string=text_in(written.get("signing_string")),
        signature=text_in(written.get("signature")),
        sent_signature=text_in(written.get("sent_signature")),
    )


def _cause(written: dict[str, Any]) -> ShownCause:
    said = _said(written.get("sentence"), written.get("explanation"))
    ids = tuple(map(text_in, list_in(written.get("deviations"))))
    return ShownCause(said, ids, text_in(written.get("signing_string")))


def _answer(written: dict[str, Any]) -> ShownReply | None:
    if not written:
        return None
    sentences = [*list_in(written.get("sentences")), *(None,) * 4]
    names = ("headline", "turn", "next_step", "codes")
    headline, turn, following, codes = (_said(sentences[at], written.get(name)) for at, name in enumerate(names))
    verdict = Verdict(Severity.NOTE, headline, turn, following, codes)
    return ShownReply(
        verdict, _number(written.get("status")), text_in(written.get("respcd")), text_in(written.get("reply"))
    )


def _program(written: dict[str, Any]) -> SigningCode:
    return SigningCode(*(text_in(written.get(name)) for name in ("title", "extension", "code")))


def _said(sentence: Any, words: Any) -> Text:
    """The sentence where it was written with its values, else its words as they are."""
    return from_json(sentence) if sentence is not None else _AS_WRITTEN.fill(sentence=text_in(words))


def _moment(written: Any) -> datetime:
    """The moment that was written; 1970 where there is none, or none that every zone has."""
    try:
        at = datetime.fromisoformat(text_in(written))
    except ValueError:
        return _EARLIEST
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return at if 1970 <= at.year <= 9000 else _EARLIEST


def _number(written: Any) -> int:
    """A number of at most nine digits; 0 where there is none."""
    digits = text_in(written)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
