"""A case as it may be written down, and what of one that was kept can be examined again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.models.case.veil import veiled
from qfpay_gui.models.history.entries import ended
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.secrets.masking import Hiding, scrub
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.cases import LONGEST_RECORD, KeptCase
from qfpay_gui.services.database.search import searchable
from qfpay_gui.snippets.proof.case_file import (
    MOST_REPLIES,
    CaseHead,
    CaseRecord,
    CaseReply,
    CaseStatus,
    case_to_json,
    read_case,
)
from qfpay_gui.snippets.proof.model import ShownClaim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from qfpay_gui.diagnosis.examination import Examined
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.case.proof import ProofMaterial
    from qfpay_gui.models.history.entries import Sender
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.verdict import Verdict
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.snippets.proof.model import Proof

_LONGEST_REPLY = 20_000
_OPEN = text("Case", "Not examined yet: something is missing")
_RIGHT = text("Case", "Well signed")
_NOTHING = text("Case", "No known mistake explains it")
_BOTH = text("Case", "{first}; {second}")
_FRESH = frozenset({"out_trade_no", "txdtm"})
"""What is made anew where a request is sent once more."""


@dataclass(frozen=True)
class Making:
    """What a case is made of, away from the window; the repr shows none of it.

    ``source`` is the paste, masked already where ``is_veiled``. ``is_open``: something is missing to examine it with.
    """

    material: ProofMaterial = field(repr=False)
    examined: Examined = field(repr=False)
    at: datetime
    source: str = field(default="", repr=False)
    is_veiled: bool = False
    head: CaseHead = field(default_factory=CaseHead)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    id: int = 0
    is_open: bool = False

    def made(self) -> KeptCase:
        """The case without secrets; reads the paste once more, for what other requests in it say."""
        case, keys = self.examined.case, (*self.secrets, self.material.client_key, self.examined.case.client_key)
        requests = () if self.is_veiled else (case, *_requests(self.source))
        paste = veiled(self.source, requests, filter(None, keys))
        record = CaseRecord(self.material.proof(()), paste=paste)
        kept = replace(kept_of(record, self.secrets, self.at), head=self.head, id=self.id)
        severity, cause = self._finding(kept)
        return replace(kept, severity=severity, cause=cause)

    def _finding(self, kept: KeptCase) -> tuple[Severity, Text]:
        if self.is_open:
            return Severity.NOTE, _OPEN
        if self.examined.is_right:
            return Severity.OK, _RIGHT
        return (Severity.WRONG, kept.cause) if self.examined.diagnoses else (Severity.ATTENTION, _NOTHING)


def kept_of(record: CaseRecord, secrets: Iterable[str], at: datetime) -> KeptCase:
    """The case of a record, which may come from elsewhere; what is too long to be kept goes, the paste first."""
    known = tuple(secrets)
    proof = record.proof
    is_right = bool(proof.claim.signature) and proof.claim.signature.upper() == proof.request.signature.upper()
    cause = _RIGHT if is_right else (_cause(proof) or _NOTHING)
    severity = Severity.OK if is_right else Severity.WRONG if proof.causes else Severity.ATTENTION
    number = dict(proof.request.parameters).get("out_trade_no", "")
    return KeptCase(
        made_at=at,
        changed_at=at,
        cause=cause.mapped(lambda value: scrub(value, known)),
        severity=severity,
        head=record.head,
        number=scrub(number, known),
        signature=scrub(proof.claim.signature, known),
        searched=scrub(searchable(_searched(record, cause)), known),
        record=scrub(_bounded(record), known),
    )


def masked_record(record: CaseRecord, secrets: Iterable[str]) -> CaseRecord:
    """A record from elsewhere as it may be written down: it may have been saved with personal data revealed."""
    proof = record.proof
    request, claim = proof.request, proof.claim
    mask = same_length_mask(request.parameters, secrets)
    parameters = Hiding(mask.keys, request.parameters).pairs(request.parameters)
    hidden = (name for (name, sent), (_, kept) in zip(request.parameters, parameters, strict=True) if sent != kept)
    shown = replace(
        request,
        url=mask.over(request.url),
        headers=tuple((name, mask.over(value)) for name, value in request.headers),
        parameters=parameters,
        masked=tuple(dict.fromkeys((*request.masked, *hidden))),
        signing_string=mask.over(request.signing_string),
    )
    claimed = ShownClaim(mask.over(claim.signature), mask.over(claim.signing_string))
    causes = tuple(
        replace(one, explanation=one.explanation.mapped(mask.over), signing_string=mask.over(one.signing_string))
        for one in proof.causes
    )
    answer = proof.answer and replace(
        proof.answer, reply=mask.over(proof.answer.reply), verdict=_masked_verdict(proof.answer.verdict, mask.over)
    )
    return replace(
        record,
        proof=replace(proof, request=shown, claim=claimed, causes=causes, answer=answer, programs=()),
        paste="\n".join(map(mask.over, record.paste.split("\n"))),
        replies=tuple(
            replace(one, reply=mask.over(one.reply), headline=one.headline.mapped(mask.over)) for one in record.replies
        ),
    )


def _masked_verdict(said: Verdict, over: Callable[[str], str]) -> Verdict:
    names = ("headline", "turn", "next_step", "codes")
    return replace(said, **{name: getattr(said, name).mapped(over) for name in names})


def continued(case: KeptCase, older: KeptCase) -> KeptCase:
    """The case that was kept before, with what is found now; what was noted, and what came back, stays."""
    was, now = read_case(older.record), read_case(case.record)
    if was is None or now is None:
        return replace(case, id=older.id)
    record = replace(now, replies=was.replies or now.replies, paste=now.paste or was.paste)
    head = noted_over(older.head, case.head)
    return replace(case, id=older.id, made_at=older.made_at, head=head, record=_bounded(record))


def noted_over(older: CaseHead, newer: CaseHead) -> CaseHead:
    """What was noted before, with what was filled in since."""
    return CaseHead(
        newer.merchant or older.merchant,
        newer.ticket or older.ticket,
        newer.note or older.note,
        older.status if newer.status is CaseStatus.OPEN else newer.status,
    )


def with_replies(case: KeptCase, answers: Iterable[tuple[Answer, Sender]], at: datetime) -> KeptCase:
    """The case with these replies as well."""
    record = read_case(case.record)
    if record is None:
        return case
    replies = (*record.replies, *(_reply(answer, sender) for answer, sender in answers))[-MOST_REPLIES:]
    searched = searchable((*case.searched.split("\n"), *(one.respcd for one in replies)))
    return replace(case, record=_bounded(replace(record, replies=replies)), changed_at=at, searched=searched)


def is_about(case: ReadRequest, request: PreparedRequest) -> bool:
    """Whether a request is the merchant's, perhaps with values made anew, or is about its order."""
    number = case.params.get("out_trade_no", "")
    if number and number == request.value("out_trade_no"):
        return True
    return bool(case.pairs) and _lasting(case.pairs) == _lasting(request.parameters)


def _lasting(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pair for pair in pairs if pair[0] not in _FRESH)


def _requests(source: str) -> Iterator[ReadRequest]:
    from qfpay_gui.diagnosis.importing import read_requests  # noqa: PLC0415 - not needed at start

    yield from read_requests(source)


def _reply(answer: Answer, sender: Sender) -> CaseReply:
    """As the history has it, which masks it."""
    entry = ended(answer, sender)
    came, failed = entry.reply, entry.failure
    words = came.body if came else f"{failed.layer}: {failed.technical}" if failed else ""
    return CaseReply(
        answer.received_at,
        entry.environment_id,
        entry.endpoint,
        entry.verdict.headline,
        entry.respcd,
        came.status if came else 0,
        words[:_LONGEST_REPLY],
        answer.request.deliberate is not None,
    )


def _cause(proof: Proof) -> Text | None:
    """The causes of the first explanation without the words around them; its own words where there are none."""
    if not proof.causes:
        return None
    said = proof.causes[0].explanation
    first, *others = list(_causes_in(said)) or [said]
    for other in others:
        first = _BOTH.fill(first=first, second=other)
    return first


def _causes_in(said: Text) -> Iterator[Text]:
    for name, value in said.values:
        if isinstance(value, Text):
            yield from (value,) if name == "cause" else _causes_in(value)


def _searched(record: CaseRecord, cause: Text) -> Iterator[str]:
    """What matters most comes first, for the text is cut."""
    request = record.proof.request
    yield from (str(cause), record.proof.claim.signature, request.environment_id, request.endpoint)
    yield from (deviation for one in record.proof.causes for deviation in one.deviations)
    yield from (value[:200] for _name, value in (*request.parameters, *request.headers))
    yield from (one.respcd for one in record.replies)


def _bounded(record: CaseRecord) -> str:
    """The text of the file without what a person noted, which has columns of its own."""
    plain = replace(record, head=CaseHead())
    for one in (plain, replace(plain, paste=""), replace(plain, paste="", replies=())):
        written = case_to_json(one)
        if len(written) <= LONGEST_RECORD:
            return written
    return ""
