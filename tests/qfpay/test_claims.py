"""Every sentence about the API has its entry in the register, and every entry its sentence."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import qfpay_gui
from qfpay_gui.diagnosis.notification.fields import FIELDS
from qfpay_gui.qfpay import environments, respcd
from qfpay_gui.qfpay.claims import Certainty, Source, claims, find_claim
from qfpay_gui.qfpay.code2session.checks import FIELDS as LOGIN_FIELDS
from qfpay_gui.qfpay.onboarding import steps
from qfpay_gui.qfpay.reply import wx_results
from qfpay_gui.qfpay.reply.records import meanings
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json

_MAKERS = {"wrong", "attention", "note", "Finding", "_unusable", "_wrong", "_finding"}
_FOLDERS = ("qfpay/request", "qfpay/reply", "qfpay/code2session", "qfpay/onboarding", "diagnosis/importing")
_TABLES = ("respcd_calls", "wechat_messages", "project_notes")
_DATE = re.compile(r"20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?")


def codes(source: str) -> set[str]:
    """The codes of the findings that a module makes; two alternatives in one place are both meant."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS and node.args:
            first = node.args[0]
            parts = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            found |= {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return found


def test_the_reader_of_codes_finds_them() -> None:
    """Plain ones and alternatives, and nothing else."""
    assert codes("wrong('a-b', 1)\nFinding('c' if x else 'd')\nother('e')\nnote(code, 1)") == {"a-b", "c", "d"}


def findings() -> set[str]:
    """Every code that is written out, those of fields with something unclean, and those a module keeps in a name."""
    root = Path(qfpay_gui.__file__).parent
    modules = (path for folder in _FOLDERS for path in sorted((root / folder).rglob("*.py")))
    written = set().union(*(codes(path.read_text(encoding="utf-8")) for path in modules))
    return written | {f"{name}-unclean" for name in LOGIN_FIELDS} | {"js-code-shape", "js-code-ok"}


def wx() -> set[str]:
    """Every answer of wx.requestPayment that is explained."""
    return {one.id for one in wx_results.ANSWERS}


def said() -> set[str]:
    """The id of every sentence of the kinds that the register holds."""
    return {
        *(f"call.{name}" for name in ENDPOINTS),
        *(f"parameter.{call}.{one.name}" for call in ENDPOINTS for one in endpoint(call).parameters),
        *(f"rule.{code}" for code in findings()),
        *(f"respcd.{one.code}" for one in respcd.table()),
        *(f"record.{name}" for name in meanings.KNOWN),
        *(f"notification.{name}" for name in FIELDS),
        *(f"wx.{identity}" for identity in wx()),
        *(one.claim for one in steps.sayings()),
        *(f"environment.{one.id}" for one in (*environments.ALL, environments.custom("https://shop.example"))),
        *(row["claim"] for name in _TABLES for row in rows(read_json(f"data/{name}.json")) if "claim" in row),
    }


def rows(table: Any) -> list[dict[str, Any]]:
    """The rows of a table that names them, numbers them, or both."""
    if isinstance(table, list):
        return table
    return [row for one in table.values() for row in (one if isinstance(one, list) else [one])]


def test_every_sentence_has_an_entry() -> None:
    """None is shown of which nobody could say where it comes from."""
    assert said() - {one.id for one in claims()} == set()


def test_every_entry_has_a_sentence() -> None:
    """The register holds nothing that nobody says; what an entry names itself, test_sentences looks for."""
    assert {one.id for one in claims() if not one.sentences} - said() == set()


def test_every_source_has_its_edition_and_date() -> None:
    """Documented or not, it can be looked up, and one sees how old it is; so can whatever contradicts it."""
    for claim in claims():
        others = [one.source for one in claim.contradicted_by]
        for source in (claim.source, *others):
            assert source.title.template, claim.id
            assert source.edition, claim.id
            assert _DATE.fullmatch(source.date), claim.id
        assert claim.source not in others, claim.id


def test_only_what_is_advised_here_is_this_programs_own() -> None:
    """Nothing is called documented on the ground of this program, and no advice on that of a document."""
    assert {one.source.edition for one in claims() if one.certainty is Certainty.OWN} == {"QFPay Tester"}
    own = {one.certainty for one in claims() if one.source.edition == "QFPay Tester"}
    assert own <= {Certainty.OWN, Certainty.OPEN}


def test_the_newest_edition_is_the_claim_and_the_older_one_the_contradiction() -> None:
    """A query without numbers: both times or a number in 2026, the current month before."""
    claim = find_claim("rule.query-unbounded")
    assert claim is not None
    assert (claim.certainty, claim.source.date) == (Certainty.DOCUMENTED, "2026-04")
    assert [(one.source.date, "month" in str(one.says)) for one in claim.contradicted_by] == [("2025-08-05", True)]


@pytest.mark.parametrize(
    ("older", "newer", "is_before"),
    [
        ("2025-08-05", "2026-04", True),
        ("2026-04", "2025-08-05", False),
        ("2026-04", "2026-04-30", False),
        ("2026-03-31", "2026-04", True),
        ("2018", "2019", True),
        ("2019", "2019-01", False),
    ],
)
def test_editions_follow_one_another_as_far_as_their_dates_tell(older: str, newer: str, *, is_before: bool) -> None:
    """A month is neither before nor after a day of it; what is not QFPay's is of no edition at all."""
    first, second = (Source(Text("Claims", "QFPay: refund"), "", date) for date in (older, newer))
    assert first.is_before(second) is is_before
    assert not replace(first, title=Text("Claims", "Merchants' programs in public")).is_before(second)
    assert not first.is_before(replace(second, title=Text("Claims", "WeChat Pay documentation")))


def test_an_unknown_id_has_no_claim() -> None:
    """A finding that an older version kept in the history may have a code that is gone."""
    assert find_claim("rule.of-old") is None


_ROOMS = {
    "calls": "call",
    "parameters": "parameter",
    "rules (findings)": "rule",
    "return codes": "respcd respcd-call",
    "verdicts, and what to do next": "verdict reply countdown poll",
    "questions before sending": "guard",
    "members of `pay_params`": "pay_params",
    "records: fields, states, sums": "record record-act record-state record-sum record-value",
    "notifications: fields and duties": "notification notifying",
    "signatures: ways out, and still refused": "doctor refused paste",
    "answers of `wx.requestPayment`": "wx",
    "openid and credentials": "login credential",
    "steps of the sequence": "sequence",
    "the simulator’s answers, exported projects": "simulated simulator export",
    "the six steps of the set-up": "setup",
    "environments": "environment",
}


def table() -> str:
    """The register in numbers, as the README shows it: certainty by what the sentences are about."""
    rows = ["| sentences about | documented | samples | third party | open | our advice | sources differ |"]
    rows.append("|---|--:|--:|--:|--:|--:|--:|")
    for name, kinds in (*_ROOMS.items(), ("**all**", " ".join(_ROOMS.values()))):
        found = [one for one in claims() if one.kind in kinds.split()]
        counts = [sum(one.certainty is certainty for one in found) for certainty in Certainty]
        rows.append(f"| {name} | {' | '.join(map(str, (*counts, sum(bool(one.contradicted_by) for one in found))))} |")
    return "\n".join(rows)


def test_the_readme_shows_the_register_as_it_is() -> None:
    """The table there is made from it; the right one is what this test expects."""
    assert {one.kind for one in claims()} == set(" ".join(_ROOMS.values()).split())
    readme = (Path(qfpay_gui.__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert table() in readme
