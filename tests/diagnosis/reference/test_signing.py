"""The rules of signing as pages: the doctor's ways out and causes, a signed example, QFPay's own signatures."""

from __future__ import annotations

import hashlib

from qfpay_gui.diagnosis.reference.contents import page
from qfpay_gui.diagnosis.reference.examples import CREDENTIALS, PAID, clean
from qfpay_gui.diagnosis.reference.signing import RULES
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.prepared import prepare


def _said(page_id: str) -> str:
    return "\n".join(str(words) for words in page(page_id).texts())


def test_the_recipe_links_to_each_of_its_rules() -> None:
    """In the order in which they are followed."""
    steps = [line.page for line in page("signing.steps").sections[0].lines if line.page]
    assert steps == [f"signing.{rule.name}" for rule in RULES]


def test_the_example_is_signed_as_it_says() -> None:
    """Both digests are those of the string that is shown, and the key stands behind it."""
    shown = {str(line.term): line.wire for line in page("signing.steps").sections[1].lines}
    string = shown["Signing string"].encode()
    assert shown["Signing string"].endswith(CREDENTIALS.client_key)
    assert shown["MD5"] == hashlib.md5(string).hexdigest().upper()  # noqa: S324 - the API's own digest
    assert shown["SHA256"] == hashlib.sha256(string).hexdigest().upper()


def test_a_rule_is_told_with_the_mistakes_against_it() -> None:
    """What merchants do most often comes first."""
    said = _said("signing.key")
    assert "Append the client_key directly to the last value" in said
    assert "the key was joined with “&key=”, WeChat's own rule" in said
    assert "Never send the key" in said
    assert "the parameters were not sorted" in _said("signing.sort")
    assert "PHP samples sign URL-encoded values" not in said


def test_the_signatures_that_qfpay_makes_are_told_apart() -> None:
    """A reply by either rule or not at all, a notification by its raw body."""
    assert "of the body as received" in _said("signing.reply")
    assert "sorted fields" in _said("signing.reply")
    assert "MD5 of the raw body" in _said("signing.notification")
    assert page("signing.reply").claims == ("reply.signed-raw", "reply.signed-fields", "reply.not-signed")


def test_the_example_requests_are_as_they_should_be() -> None:
    """Nothing is wrong with what the mistakes are changes of; only a paid order is better refunded than closed."""
    for call in ENDPOINTS:
        found = prepare(clean(call), CREDENTIALS, LIVE_TESTING, orders=(PAID,)).findings
        assert {one.code for one in found} <= {"undoing-paid", "undoing-undocumented", "openid-made-up"}, call
