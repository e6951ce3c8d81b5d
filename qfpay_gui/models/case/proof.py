"""The proof of what is on the bench: the merchant's request with its causes, or the draft alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.case.case_model import OnRecord
from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import by_id
from qfpay_gui.qfpay.findings import breaking
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.snippets.proof.html import to_html
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.markdown import to_markdown
from qfpay_gui.snippets.proof.model import EVERY_LANGUAGE, Proof, ShownCause, ShownClaim, ShownSearch, prove

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.case.surroundings import Surroundings
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

Form = Literal["markdown", "html", "json"]
EXTENSIONS: dict[Form, str] = {"markdown": "md", "html": "html", "json": "json"}
_BESIDE = text("Case", "{field}: {headline} – {detail}")
_TWO = text("Case", "{first} {second}")


@dataclass(frozen=True)
class ProofMaterial:
    """Everything a proof is made of. The repr shows neither key nor values."""

    prepared: PreparedRequest = field(repr=False)
    client_key: str = field(repr=False)
    created_at: datetime
    version: str
    claim: ShownClaim = field(default_factory=ShownClaim, repr=False)
    causes: tuple[ShownCause, ...] = field(default=(), repr=False)
    answer: Answer | None = field(default=None, repr=False)
    other_keys: tuple[str, ...] = field(default=(), repr=False)
    search: ShownSearch | None = field(default=None, repr=False)
    besides: tuple[Text, ...] = field(default=(), repr=False)

    def proof(self, languages: Collection[str] = EVERY_LANGUAGE, *, reveal_personal: bool = False) -> Proof:
        """The proof with signing code in these languages; personal data is masked unless revealed."""
        return prove(
            self.prepared,
            self.client_key,
            created_at=self.created_at,
            version=self.version,
            claim=self.claim,
            causes=self.causes,
            verdict=self.answer.verdict if self.answer else None,
            reply=self.answer.reply if self.answer else None,
            reveal_personal=reveal_personal,
            languages=languages,
            other_keys=self.other_keys,
            search=self.search,
            besides=self.besides,
        )

    def file_name(self, form: Form) -> str:
        """What to call the file."""
        return file_name("proof", self.prepared.value("out_trade_no"), EXTENSIONS[form])


@dataclass(frozen=True)
class RecordedMaterial:
    """The proof of a kept case, as it was made then; nothing that was masked can be revealed."""

    made: Proof = field(repr=False)
    is_masked: bool = True

    def proof(self, languages: Collection[str] = EVERY_LANGUAGE, *, reveal_personal: bool = False) -> Proof:  # noqa: ARG002 - see the class
        """The proof; its key is not at hand, so there is no signing code in it."""
        return self.made

    def file_name(self, form: Form) -> str:
        """What to call the file."""
        return file_name("proof", dict(self.made.request.parameters).get("out_trade_no", ""), EXTENSIONS[form])


def file_name(kind: str, number: str, extension: str = "json") -> str:
    """What to call the file of a proof or a case with this number."""
    plain = "".join(c for c in number if c.isalnum() or c in "-_")[:40]
    return f"qfpay-{kind}-{plain or 'request'}.{extension}"


def proof_material(around: Surroundings, created_at: datetime, version: str) -> ProofMaterial | RecordedMaterial:
    """The material of the case in hand where it was examined, else of the draft."""
    keys = (around.credentials.client_key, *around.profiles.other_keys().values())
    match around.case.state:
        case Examined() as examined:
            return material_of(around, examined, created_at, version)
        case OnRecord(record=record):
            return RecordedMaterial(record.proof)
        case _:
            prepared, others = around.draft.prepared, tuple(set(keys[1:]) - {keys[0], ""})
            answer = _answer(around, prepared)
            return ProofMaterial(prepared, keys[0], created_at, version, answer=answer, other_keys=others)


def material_of(around: Surroundings, examined: Examined, created_at: datetime, version: str) -> ProofMaterial:
    """The material of this case."""
    case, key = examined.case, examined.client_key
    prepared = _prepared(around, case, key)
    claim = ShownClaim(case.signature.strip(), case.signing_string)
    causes = tuple(_cause(one) for one in examined.diagnoses)
    known = {*around.secrets(), case.client_key, *(one.client_key for one in examined.diagnoses)}
    others = tuple(known - {key, ""})
    answer, search = _answer(around, prepared), None if causes else _search(examined)
    beside = tuple(map(_beside, breaking(prepared.findings, dict(prepared.parameters))))
    return ProofMaterial(prepared, key, created_at, version, claim, causes, answer, others, search, beside)


def _beside(found: Finding) -> Text:
    return _BESIDE.fill(field=found.field, headline=found.headline, detail=found.detail)


def _search(examined: Examined) -> ShownSearch | None:
    account = examined.account
    return ShownSearch(account.tried, account.families, account.untried) if account else None


def _prepared(around: Surroundings, case: ReadRequest, client_key: str) -> PreparedRequest:
    """The merchant's request, rightly signed with the key it was examined with."""
    from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start

    ours = around.credentials
    credentials = Credentials(case.app_code.strip() or ours.app_code, client_key, sign_type=case.sign_type)
    environment = by_id(case.environment_id) or around.environment
    return prepare(to_draft(case), credentials, environment)


def _cause(diagnosis: Diagnosis) -> ShownCause:
    """A diagnosis with its sentences and its fix as one text."""
    said, *others = (*diagnosis.text, diagnosis.fix)
    for other in others:
        said = _TWO.fill(first=said, second=other)
    return ShownCause(said, diagnosis.deviations, diagnosis.signing_string)


def parted(explanation: Text) -> tuple[Text, Text | None]:
    """The sentences of a cause, and its fix, where they were put together as one text."""
    match explanation:
        case Text(context=_TWO.context, template=_TWO.template, values=((_, Text() as said), (_, Text() as fix))):
            return said, fix
        case _:
            return explanation, None


def _answer(around: Surroundings, prepared: PreparedRequest) -> Answer | None:
    """The newest answer where it is one to this very request."""
    state = around.send_model.state
    if isinstance(state, Answered) and state.answer.request.parameters == prepared.parameters:
        return state.answer
    return None


def written(proof: Proof, form: Form, say: Callable[[Text], str] = str, language: str = "en") -> str:
    """The proof as text in this form."""
    match form:
        case "markdown":
            return to_markdown(proof, say)
        case "html":
            return to_html(proof, say, language=language)
        case "json":
            return to_json(proof, say)
