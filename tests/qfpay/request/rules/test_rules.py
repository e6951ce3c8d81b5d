from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity, worst
from qfpay_gui.qfpay.request import rules
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.rules.subject import shortened
from tests.qfpay.request.rules import (
    test_amount,
    test_closing,
    test_existing_order,
    test_fields,
    test_merchant,
    test_names,
    test_payer,
    test_query,
    test_refund,
    test_time,
    test_values,
)
from tests.qfpay.request.rules.cases import CARD, Case, clean_draft

TABLES = (
    test_amount,
    test_fields,
    test_merchant,
    test_names,
    test_existing_order,
    test_payer,
    test_query,
    test_refund,
    test_time,
    test_closing,
    test_values,
)
FOLDER = Path(rules.__file__).parent


def _codes(source: str) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    makers = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _MAKERS)
    return {call.args[0].value for call in makers if isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]  # text


_MAKERS = {"wrong", "attention", "note", "_unusable"}


def test_the_reader_of_codes_finds_them() -> None:
    """A code is read out of a rule's source, so that none can be added without a case."""
    assert _codes("def rule():\n    yield wrong('some-code', 'txamt', a, b)\n    yield other('no-code')") == {
        "some-code"
    }


def test_every_code_of_the_rules_has_a_case_that_makes_it() -> None:
    """There is no finding no change to the clean request makes, and no case for one that is gone."""
    defined = set().union(*(_codes(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.py")))
    assert defined == {case.code for table in TABLES for case in table.CASES}


def test_the_clean_request_has_no_finding() -> None:
    """A payment as it should be is met with silence."""
    prepared = Case("", "").prepared()
    assert prepared.findings == ()
    assert {entry.name for entry in clean_draft().entries} - {name for name, _ in prepared.parameters} == {
        "limit_pay",
        "extend_info",
    }


@pytest.mark.parametrize("call", ENDPOINTS)
def test_no_call_is_met_with_a_payments_rules(call: str) -> None:
    """What is right for each call has nothing remarked on; only a paid order is not closed but refunded."""
    findings = Case("", "", endpoint=call, orders=(CARD,)).prepared().findings
    assert [one.code for one in findings] == (["undoing-paid"] if call in {"close", "reversal"} else [])


def test_the_worst_finding_comes_first() -> None:
    """A person who reads one finding only reads the one that matters."""
    findings = Case("", "txamt", "0", also=(("goods_name", "m" * 30), ("sub_openid", "o"))).prepared().findings
    severities = [finding.severity for finding in findings]
    assert severities == sorted(severities, reverse=True)
    assert worst(findings) is Severity.WRONG
    assert worst(()) is Severity.OK


@given(
    st.sampled_from([(call, entry.name) for call in ENDPOINTS for entry in clean_draft(call).entries]),
    st.text(st.characters()),
    st.text(st.characters()),
    st.text(),
)
def test_whatever_is_typed_what_is_said_stays_short(known: tuple[str, str], name: str, value: str, other: str) -> None:
    """No value makes a sentence that is long, broken into lines or impossible to write down, in any call."""
    call, field = known
    request = Case("", field, value, further=(Entry(name, other), Entry(name, value)), endpoint=call).prepared()
    for finding in request.findings:
        assert len(str(finding.headline)) <= 64
        assert len(str(finding.detail)) <= 320
        assert f"{finding.headline}{finding.detail}".encode()
        assert "\n" not in f"{finding.headline}{finding.detail}"


def test_a_quoted_value_is_cut_and_shows_nothing_invisible() -> None:
    """A sentence stays one line, however a value looks."""
    assert shortened("short") == "short"
    assert shortened("x" * 30) == "x" * 23 + "…"
    assert shortened("a\nb\u202ec\ud800") == "a·b·c·"
