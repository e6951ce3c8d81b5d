"""What of a kept case can be examined again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.models.case.reopening import reopened
from qfpay_gui.qfpay.secrets.masking import fingerprint
from qfpay_gui.snippets.proof.case_file import CaseRecord
from qfpay_gui.snippets.proof.model import ShownClaim
from tests.snippets.proof.cases import KEY, whole

PLAIN = replace(whole(), request=replace(whole().request, masked=()))
OTHER = "F" * 32


def test_the_request_is_as_it_was_kept() -> None:
    """With the merchant's signature, and who sent it."""
    case = reopened(CaseRecord(PLAIN), [KEY]).case
    assert (case.form, case.method, case.url) == ("case", "POST", PLAIN.request.url)
    assert (case.pairs, case.signature) == (PLAIN.request.parameters, PLAIN.claim.signature)
    assert case.app_code == dict(PLAIN.request.headers)["X-QF-APPCODE"]
    assert case.stated_sign_type == PLAIN.request.sign_type


@pytest.mark.parametrize("keys", [(KEY,), ("", OTHER, KEY)])
def test_the_key_it_was_examined_with_is_found_among_ours(keys: tuple[str, ...]) -> None:
    """By its fingerprint."""
    found = reopened(CaseRecord(PLAIN), keys)
    assert (found.case.client_key, found.why, found.needs_key) == (KEY, None, False)


@pytest.mark.parametrize("keys", [(), ("",), (OTHER,)])
def test_without_that_key_it_waits_for_it(keys: tuple[str, ...]) -> None:
    """Its fingerprint tells which."""
    found = reopened(CaseRecord(PLAIN), keys)
    assert (found.case.client_key, found.needs_key) == ("", True)
    assert fingerprint(KEY) in str(found.why)


def test_a_case_that_names_no_key_is_examined_with_any() -> None:
    """A proof of another version says nothing of it."""
    found = reopened(CaseRecord(replace(PLAIN, key_fingerprint="")), [KEY])
    assert (found.case.client_key, found.why, found.needs_key) == ("", None, False)


def test_what_was_masked_or_not_claimed_cannot_be_examined_again() -> None:
    """Whatever keys there are; what is missing is said."""
    masked = replace(PLAIN, request=replace(PLAIN.request, masked=("extend_info", "udid")))
    found = reopened(CaseRecord(masked), [KEY])
    assert "extend_info, udid was masked" in str(found.why)
    unclaimed = reopened(CaseRecord(replace(PLAIN, claim=ShownClaim())), [KEY])
    assert "there is no signature" in str(unclaimed.why)
    assert (found.needs_key, unclaimed.needs_key) == (False, False)
