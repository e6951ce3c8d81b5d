"""Each paste of the corpus was printed by a real program; the JSON beside it was made from the order that it sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.importing import read_requests
from tests.diagnosis.importing.corpus.generate.orders import CLIENT_KEY
from tests.diagnosis.importing.corpus.pasted import (
    LISTED,
    NOT_YET,
    PASTES,
    WRONGED,
    expected,
    is_wronged,
    sent,
    shown,
    text_of,
)
from tests.diagnosis.importing.summing import FILE, summed
from tests.thorough import chosen

if TYPE_CHECKING:
    from pathlib import Path

READINGS = json.loads(FILE.read_text(encoding="utf-8"))
SIGNED = [
    pytest.param(one, id=f"{paste.stem}-{index}")
    for paste in PASTES
    for index, one in enumerate(sent(paste))
    if one["signature"]
]


def _pastes() -> list[Any]:
    """Every paste; those that are not read yet must fail, so that their list can only shrink."""
    late = pytest.mark.xfail(strict=True, raises=AssertionError, reason="not read yet")
    return [pytest.param(one, id=one.stem, marks=[late] if one.stem in NOT_YET else []) for one in PASTES]


@pytest.mark.parametrize("paste", _pastes())
def test_paste_of_a_real_program_is_read_whole(paste: Path) -> None:
    """Every request of the paste, with its parameters, signature, key and address, and nothing else.

    What is said besides is what was said before.
    """
    requests = read_requests(text_of(paste))
    assert shown(requests) == expected(paste)
    assert summed(requests) == READINGS[paste.stem]


@pytest.mark.timeout(300)
def test_no_false_cause_is_named() -> None:
    """With the merchant's key at hand his own mistake is named, and nothing where he made none."""
    assert {paste.stem for paste in chosen(PASTES, 3) if is_wronged(paste)} <= LISTED.get(WRONGED, set())


@pytest.mark.parametrize("request_sent", SIGNED)
def test_cause_of_what_was_sent_is_named(request_sent: dict[str, Any]) -> None:
    """A right signature is called right; of a wrong one the doctor names the mistake that the merchant made."""
    asked = (request_sent["params"], CLIENT_KEY, request_sent["signature"], request_sent["sign_type"])
    best = diagnose(*asked, app_code=request_sent["app_code"])[0]
    assert list(best.deviations) == [request_sent["cause"]["id"]] * bool(request_sent["cause"]["id"])


def test_the_corpus_is_complete() -> None:
    """Every paste has its expectation, and what is listed as not read yet is there."""
    stems = {paste.stem for paste in PASTES}
    assert stems == {path.stem for path in PASTES[0].parent.glob("*.json")}
    assert NOT_YET.union(*LISTED.values()) <= stems


def test_no_paste_holds_a_key_that_it_need_not_hold() -> None:
    """The made-up key is only where a program printed it."""
    for paste in PASTES:
        told = any(one["client_key"] for one in sent(paste))
        assert (CLIENT_KEY in text_of(paste)) == told, paste.stem
