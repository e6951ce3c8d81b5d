from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.models.case.proof import EXTENSIONS, Form, ProofMaterial, written
from qfpay_gui.models.saving import save_file
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.hidden import is_unseen
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.snippets.proof.model import ShownClaim
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
    assert KEY not in repr(MATERIAL)
    assert "李雷" not in repr(MATERIAL)
