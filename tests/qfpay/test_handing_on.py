from __future__ import annotations

import pytest

from qfpay_gui.qfpay.environments import ALL, LIVE_TESTING, SANDBOX, EnvironmentKind, custom
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.handing_on import question, refusal_to_hand_on, told

PRODUCTION = [one for one in ALL if one.kind is EnvironmentKind.PRODUCTION]


@pytest.mark.parametrize("environment", PRODUCTION, ids=lambda one: one.id)
def test_production_is_never_handed_on_to(environment: object) -> None:
    """Under no name: neither as an environment nor as an address of one's own, however it is written."""
    base_url = getattr(environment, "base_url", "")
    host = base_url.removeprefix("https://")
    written = (base_url, f"https://{host.upper()}", f"https://{host}.", f"https://{host}:443/x", f"HTTPS://{host}/")
    for one in written:
        assert "production" in str(refusal_to_hand_on(custom(one)))


@pytest.mark.parametrize(
    ("base_url", "is_refused"),
    [
        ("https://shop.example", False),
        ("https://shop.example/path", False),
        ("http://127.0.0.1:8800", False),
        ("http://shop.example", True),
        ("https://me@shop.example", True),
        ("", True),
    ],
)
def test_an_address_keeps_to_the_rules_of_sending(base_url: str, is_refused: bool) -> None:  # noqa: FBT001 - a test's parameter
    """TLS everywhere but on this machine."""
    assert (refusal_to_hand_on(custom(base_url)) is not None) == is_refused


@pytest.mark.parametrize(
    ("environment", "words", "severity"),
    [
        (None, "The simulator answers: no account, no network, no money.", Severity.OK),
        (SANDBOX, "Handed on to openapi-int.qfapi.com: the sandbox, no money.", Severity.NOTE),
        (
            LIVE_TESTING,
            "Handed on to test-openapi-hk.qfapi.com: real payments, real money moves.",
            Severity.WRONG,
        ),
        (custom("https://shop.example/x"), "Handed on to shop.example: real money may move.", Severity.ATTENTION),
        (custom("http://localhost:81"), "Handed on to localhost:81, on this machine.", Severity.NOTE),
        (
            custom("https://TEST-openapi-hk.qfapi.com"),
            "Handed on to TEST-openapi-hk.qfapi.com: real payments, real money moves.",
            Severity.WRONG,
        ),
    ],
)
def test_what_it_means_for_money_is_told(environment: object, words: str, severity: Severity) -> None:
    """In one line, for as long as it holds."""
    said, how_bad = told(environment)  # type: ignore[arg-type]  # an Environment or None
    assert (str(said), how_bad) == (words, severity)


def test_the_question_names_the_host_and_what_it_does() -> None:
    """Whoever agrees has read where it goes and that money moves."""
    asked = question(LIVE_TESTING)
    assert str(asked.title) == "Hand a program’s requests on to test-openapi-hk.qfapi.com?"
    assert "real money moves" in str(asked.explanation)
    assert "and is sent once" in str(asked.explanation)
    assert "neither the history nor the orders hold it" in str(asked.explanation)
    assert str(asked.agree) == "Hand on to test-openapi-hk.qfapi.com"
