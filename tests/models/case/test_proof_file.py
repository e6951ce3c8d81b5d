"""A proof is opened again."""

from __future__ import annotations

from datetime import UTC, datetime

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.models.case.reading import read_paste
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.model import ShownClaim, prove

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)


def _proof(claim: ShownClaim, **values: str) -> str:
    draft = freshened(example_draft(), NOW, "AB")
    for name, value in values.items():
        draft = draft.edit(name, value=value)
    prepared = prepare(draft, DEMO, LIVE_TESTING)
    return to_json(prove(prepared, DEMO.client_key, created_at=NOW, version="0", claim=claim))


def test_it_becomes_the_same_case_again() -> None:
    """Parameters, the merchant's signature, where it went, and who sent it."""
    (case,) = read_paste(_proof(ShownClaim("AB" * 16), goods_name="港式奶茶")).usable
    assert (case.form, case.params["goods_name"], case.signature) == ("proof", "港式奶茶", "AB" * 16)
    assert (case.app_code, case.environment_id) == (DEMO.app_code, "live-hk")


def test_without_a_claim_it_holds_the_right_signature() -> None:
    """The doctor finds nothing wrong with it."""
    (case,) = read_paste(_proof(ShownClaim())).usable
    assert diagnose(case.params, DEMO.client_key, case.signature)[0].deviations == ()


def test_what_was_masked_is_said() -> None:
    """Nobody takes the mark for the real name."""
    (case,) = read_paste(
        _proof(ShownClaim(), extend_info='{"user_creid":"430067798868676871","user_truename":"欧阳"}')
    ).usable
    assert [note.field for note in case.notes if note.code == "masked"] == ["extend_info"]


def test_other_json_is_read_as_before() -> None:
    """A merchant's JSON with such a name in it is no proof."""
    (case,) = read_paste('{"parameters": {"txamt": "300", "txcurrcd": "HKD"}}').usable
    assert (case.form, dict(case.params)) == ("json", {"txamt": "300", "txcurrcd": "HKD"})
