from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.snippets.proof.json_file import NotAProof, ReadProof, read_proof, to_json
from qfpay_gui.snippets.proof.model import prove
from tests.snippets.proof.cases import KEY, NOW, request, whole

FILE = to_json(whole(languages=()))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _read(written: str) -> ReadProof:
    read = read_proof(written)
    assert isinstance(read, ReadProof)
    return read


def test_a_file_opens_again() -> None:
    """Everything a draft needs comes back, and what has to be entered again is said."""
    proof = whole()
    read = _read(to_json(proof))

    assert read.parameters == proof.request.parameters
    assert (read.endpoint, read.sign_type, read.environment_id) == ("payment", "MD5", "production-hk")
    assert (read.url, read.signature, read.claim) == (proof.request.url, proof.request.signature, proof.claim)
    assert read.app_code == dict(proof.request.headers)["X-QF-APPCODE"]
    assert (read.key_fingerprint, read.program) == (proof.key_fingerprint, "1.2")
    assert read.created_at == "2026-03-01T10:00:00+00:00"
    assert read.masked == ("extend_info",)
    assert [str(note) for note in read.notes] == ["Masked in the file, so enter the real value again: extend_info."]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), max_size=4))
def test_any_parameters_survive(pairs: list[tuple[str, str]]) -> None:
    """Revealed, each name and value comes back as it was sent, also names sent twice."""
    drafted = request(Draft(tuple(Entry(name, value) for name, value in pairs)))
    written = to_json(prove(drafted, KEY, created_at=NOW, version="1", reveal_personal=True, languages=()))
    expected = tuple((well_formed(name), well_formed(value)) for name, value in pairs)
    assert _read(written.encode().decode()).parameters == expected


@given(st.text())
def test_any_text_is_read_or_refused(written: str) -> None:
    """No text makes it raise, and the reason is a sentence."""
    read = read_proof(written)
    assert isinstance(read, NotAProof)
    assert str(read.reason).startswith("This is ")


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_as_far_as_it_goes(data: st.DataObject) -> None:
    """Members of the wrong kind, or none, never raise."""
    record: dict[str, Any] = json.loads(FILE)
    place = data.draw(st.sampled_from([record, record["request"], record["merchant"], record["client_key"]]))
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(ANY_JSON)
    assert read_proof(json.dumps(record)) is not None


def test_what_a_later_version_adds_is_passed_over() -> None:
    """A file of version 7 opens, with a note."""
    record = json.loads(to_json(whole(languages=())))
    assert record["version"] == 1
    assert not any("another version" in str(note) for note in _read(json.dumps(record)).notes)
    record |= {"version": 7, "future": {}}
    read = _read(json.dumps(record))
    assert read.parameters
    assert "another version (7)" in str(read.notes[0])


def test_a_parameter_that_cannot_be_read_is_told() -> None:
    """The rest comes in."""
    record = json.loads(to_json(whole(languages=())))
    record["request"]["parameters"] = [["txamt", "300"], ["x"], "y", 5]
    read = _read(json.dumps(record))
    assert read.parameters == (("txamt", "300"),)
    assert "Some parameters" in str(read.notes[-1])


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "This is no JSON file"),
        ("{", "This is no JSON file"),
        ("[1]", "This is JSON, but no proof"),
        ('{"format": "HAR", "request": {}}', "This is JSON, but no proof"),
    ],
)
def test_other_texts_are_refused_with_a_reason(written: str, reason: str) -> None:
    """What is none is told from what is broken."""
    read = read_proof(written)
    assert isinstance(read, NotAProof)
    assert str(read.reason).startswith(reason)
