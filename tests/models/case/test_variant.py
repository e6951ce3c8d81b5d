from __future__ import annotations

from dataclasses import replace

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.models.case.findings import their_recipe
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.request.prepared import prepare
from tests.models.case.case_samples import KEY, SHOP, WITH_KEY_EQUALS, curl, md5

CASE = read_request(curl(WITH_KEY_EQUALS))
DIAGNOSIS = diagnose(CASE.pairs, KEY, CASE.signature)[0]
OURS = prepare(to_draft(CASE), SHOP.credentials, PRODUCTION)


def test_our_request_gets_the_merchants_own_signature() -> None:
    """In the header, and marked as made on purpose."""
    made = their_recipe(CASE, DIAGNOSIS).apply(OURS, KEY)
    assert dict(made.headers)["X-QF-SIGN"] == made.signature == WITH_KEY_EQUALS
    assert made.body == OURS.body
    assert "key-joined-by-key-equals" in str(made.deliberate)


def test_an_edited_request_is_signed_by_the_same_recipe() -> None:
    """The mistake stays, the values are the new ones."""
    edited = replace(OURS, parameters=(("txamt", "301"),))
    made = their_recipe(CASE, DIAGNOSIS).apply(edited, KEY)
    assert made.signature == md5(f"txamt=301&key={KEY}")
