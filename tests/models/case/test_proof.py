from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.doctor.account import Account
from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.models.case.case_model import CaseState, NoCase, OnRecord
from qfpay_gui.models.case.proof import (
    EXTENSIONS,
    Form,
    ProofMaterial,
    RecordedMaterial,
    file_name,
    parted,
    proof_material,
    written,
)
from qfpay_gui.models.saving import save_file
from qfpay_gui.models.sending.answer import read_answer
from qfpay_gui.models.sending.send_model import Answered, Idle, SendState
from qfpay_gui.qfpay.environments import PRODUCTION, SIMULATOR
from qfpay_gui.qfpay.hidden import is_unseen
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.case_file import CaseRecord
from qfpay_gui.snippets.proof.model import ShownCause, ShownClaim, ShownSearch
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SHOP, SORTED, WITH_KEY_EQUALS, curl

if TYPE_CHECKING:
    from pathlib import Path

PERSON = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
CASE = read_request(curl(RIGHT, (*PAIRS, ("extend_info", PERSON))))
MATERIAL = ProofMaterial(
    prepare(to_draft(CASE), SHOP.credentials, PRODUCTION),
    KEY,
    datetime(2026, 3, 1, tzinfo=UTC),
    "1.0",
    ShownClaim(WITH_KEY_EQUALS, f"{SORTED}&key={KEY}"),
)


@pytest.mark.parametrize("form", list(EXTENSIONS))
def test_every_form_holds_the_case_but_no_secret(form: Form) -> None:
    """Neither the key nor personal data, unless that was asked for."""
    document = written(MATERIAL.proof(), form)
    assert WITH_KEY_EQUALS in document
    assert "SO20261123000412" in document
    for secret in (KEY, "440524188001010014", "李雷"):
        assert secret not in document
    revealed = written(MATERIAL.proof(reveal_personal=True), form)
    assert "440524188001010014" in revealed
    assert KEY not in revealed


def test_only_the_chosen_languages_are_in_it() -> None:
    """None is a choice too."""
    assert "programs" in written(MATERIAL.proof(()), "json")
    assert json.loads(written(MATERIAL.proof(()), "json"))["programs"] == []
    (program,) = json.loads(written(MATERIAL.proof(("php",)), "json"))["programs"]
    assert program["title"] == "PHP"


def test_the_file_is_named_after_the_order() -> None:
    """With the extension of its form."""
    assert MATERIAL.file_name("markdown") == "qfpay-proof-SO20261123000412.md"


@given(
    st.text()
    | st.text('./\\:*?"<>|\0\n CON-nul\u202e\u200b名')
    | st.sampled_from(["../../etc/passwd", "CON", "x" * 500])
)
def test_no_order_number_leads_elsewhere(out_trade_no: str) -> None:
    """No way to another folder, no device of Windows, nothing unseen, and no longer than any file system takes."""
    prepared = prepare(to_draft(CASE).edit("out_trade_no", value=out_trade_no), SHOP.credentials, PRODUCTION)
    name = replace(MATERIAL, prepared=prepared).file_name("markdown")
    assert re.fullmatch(r"qfpay-proof-[\w-]{1,40}\.md", name)
    assert len(name.encode()) < 255
    assert not any(map(is_unseen, name))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Another file of this name is replaced; where nothing can be written the reason is said."""
    target = tmp_path / "proof.md"
    target.write_text("old")
    assert save_file(str(target), "奶茶\n") == ""
    assert target.read_bytes() == "奶茶\n".encode()
    assert save_file(str(tmp_path / "none" / "proof.md"), "x")
    assert [path.name for path in tmp_path.iterdir()] == ["proof.md"]


def test_the_material_shows_no_secret() -> None:
    """Its repr could get into a log."""
    answer = read_answer(Exchange(MATERIAL.prepared, HttpReply(200, "OK", (), KEY.encode())), KEY, MATERIAL.created_at)
    said = text("Doctor", "{key}").fill(key=KEY)
    full = replace(
        MATERIAL,
        causes=(ShownCause(said, (), KEY),),
        answer=answer,
        other_keys=(KEY,),
        search=ShownSearch(1, (said,), ()),
        besides=(said,),
    )
    assert KEY not in repr(full)
    assert "李雷" not in repr(full)
    assert KEY not in repr(RecordedMaterial(full.proof(reveal_personal=True)))


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("", "qfpay-case-request.json"),
        ("../..", "qfpay-case-request.json"),
        ("A-b_9.茶", "qfpay-case-A-b_9茶.json"),
        ("x" * 40, f"qfpay-case-{'x' * 40}.json"),
        (f"/{'x' * 41}", f"qfpay-case-{'x' * 40}.json"),
    ],
)
def test_a_file_has_forty_signs_of_the_number(number: str, name: str) -> None:
    """Those that every file system takes."""
    assert file_name("case", number) == name


def test_a_recorded_proof_is_what_was_made_then() -> None:
    """Whatever is asked for, and named after its order."""
    made = MATERIAL.proof(())
    recorded = RecordedMaterial(made)
    assert recorded.proof(("php",), reveal_personal=True) is made
    assert recorded.is_masked
    assert recorded.file_name("html") == "qfpay-proof-SO20261123000412.html"
    bare = replace(made, request=replace(made.request, parameters=()))
    assert RecordedMaterial(bare).file_name("json") == "qfpay-proof-request.json"


def around(state: CaseState | None = None, sent: SendState | None = None, **others: str) -> Any:
    """A window with this in hand."""
    keys = {"other": "F" * 32, **others}
    return SimpleNamespace(
        case=SimpleNamespace(state=state or NoCase()),
        draft=SimpleNamespace(prepared=MATERIAL.prepared),
        send_model=SimpleNamespace(state=sent or Idle()),
        profiles=SimpleNamespace(other_keys=lambda: keys),
        credentials=SHOP.credentials,
        environment=SIMULATOR,
        secrets=lambda: (KEY, *keys.values()),
    )


NOW = MATERIAL.created_at
WRONG = read_request(curl(WITH_KEY_EQUALS))


def test_without_a_case_the_draft_is_proved() -> None:
    """With every other key to be looked for in it, each once, none empty."""
    made = proof_material(around(same=KEY, none=""), NOW, "1.0")
    assert isinstance(made, ProofMaterial)
    assert (made.prepared, made.client_key, made.other_keys) == (MATERIAL.prepared, KEY, ("F" * 32,))
    assert (made.claim, made.causes, made.answer) == (ShownClaim(), (), None)


def test_a_case_is_proved_with_what_the_doctor_found() -> None:
    """The merchant's own credentials, where they go, and the causes with their fix."""
    found = Examined(WRONG, tuple(diagnose(WRONG.pairs, KEY, WITH_KEY_EQUALS)), KEY)
    made = proof_material(around(found), NOW, "1.0")
    assert isinstance(made, ProofMaterial)
    assert made.prepared.environment.id == WRONG.environment_id
    assert dict(made.prepared.headers)["X-QF-APPCODE"] == WRONG.app_code
    assert made.prepared.parameters == WRONG.pairs
    assert (made.claim.signature, made.search, made.other_keys) == (WITH_KEY_EQUALS, None, ("F" * 32,))
    (cause,) = made.causes
    said, fix = parted(cause.explanation)
    assert (str(said), str(fix)) == (found.diagnoses[0].explanation, str(found.diagnoses[0].fix))
    assert parted(said) == (said, None)


def test_a_case_without_app_code_and_address_borrows_ours() -> None:
    """They are no part of what is proved; what was tried is told where no cause was found."""
    case = replace(WRONG, app_code=" ", url="", client_key="E" * 32)
    account = Account(12, 1, 0.0, (text("Doctor", "a"),), (text("Doctor", "b"),))
    made = proof_material(around(Examined(case, (), KEY, account=account)), NOW, "1.0")
    assert isinstance(made, ProofMaterial)
    assert dict(made.prepared.headers)["X-QF-APPCODE"] == SHOP.credentials.app_code
    assert made.prepared.environment == SIMULATOR
    assert made.search == ShownSearch(12, account.families, account.untried)
    assert set(made.other_keys) == {"E" * 32, "F" * 32}
    bare = proof_material(around(Examined(case, (), KEY)), NOW, "1.0")
    assert isinstance(bare, ProofMaterial)
    assert bare.search is None


def test_what_was_found_then_is_proved_as_it_was() -> None:
    """By its record."""
    made = MATERIAL.proof(())
    state = OnRecord(WRONG, CaseRecord(made), text("Case", "x"))
    assert proof_material(around(state), NOW, "1.0") == RecordedMaterial(made)


def test_only_an_answer_to_this_very_request_is_shown() -> None:
    """Not to one with other parameters."""
    reply = HttpReply(200, "OK", (), b'{"respcd": "1108"}')
    for parameters, is_shown in ((MATERIAL.prepared.parameters, True), (MATERIAL.prepared.parameters[1:], False)):
        request = replace(MATERIAL.prepared, parameters=parameters)
        answer = read_answer(Exchange(request, reply), KEY, NOW)
        made = proof_material(around(sent=Answered(answer)), NOW, "1.0")
        assert isinstance(made, ProofMaterial)
        assert (made.answer is answer) == is_shown
        proof = made.proof(())
        assert (proof.answer is not None) == is_shown
