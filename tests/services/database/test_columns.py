from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.sentence_json import from_json, from_optional, to_json
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.columns import (
    findings_from_json,
    findings_to_json,
)

WORDS = st.text(max_size=12)
JSON = st.recursive(st.none() | st.booleans() | st.integers() | WORDS, lambda inner: st.lists(inner, max_size=4))


@given(WORDS, WORDS)
def test_a_sentence_survives_with_its_values(outer: str, inner: str) -> None:
    """Template and values come back as they were, so that the sentence can be said in any language."""
    said = text("Verdict", "{first} and {second}").fill(first=outer, second=text("Rules", "so {x}").fill(x=inner))
    assert from_json(json.loads(json.dumps(to_json(said)))) == said


def test_none_stays_none() -> None:
    """A sentence that is not there is no sentence."""
    assert to_json(None) is None
    assert from_optional(None) is None


def test_findings_survive() -> None:
    """Code, severity, field and sentences come back, also where an older version kept a source with them."""
    finding = Finding("amount-zero", Severity.WRONG, "txamt", text("Rules", "a"), text("Rules", "b"))
    written = json.loads(json.dumps(findings_to_json([finding])))
    assert findings_from_json(written) == (finding,)
    assert findings_from_json([[*written[0], ["Sources", "QFPay documentation", []]]]) == (finding,)


@given(JSON)
def test_no_file_makes_an_unsayable_sentence(written: Any) -> None:
    """Whatever stands in a file, what is read can be said, and findings are findings."""
    assert isinstance(str(from_json(written)), str)
    assert all(isinstance(one, Finding) for one in findings_from_json(written))


@pytest.mark.parametrize("template", ["{missing}", "{", "{0}", "{a.b}", "{a[1]}", "{a:>9}", "{a!r}"])
def test_a_broken_template_is_replaced(template: str) -> None:
    """A template that asks for what is not there would raise when it is shown."""
    assert from_json(["History", template, [["a", "b"]]]) != Text("History", template, (("a", "b"),))
