from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SANDBOX, SIMULATOR, Environment, custom
from qfpay_gui.qfpay.findings import Severity
from tests.qfpay.request.rules.cases import CREDENTIALS, Case, check_noticed, check_quiet, found

A = Severity.ATTENTION


def _app_code(value: str) -> Case:
    return Case("", "app_code", credentials=replace(CREDENTIALS, app_code=value))


def _knowing(app_code: str) -> Environment:
    return replace(SIMULATOR, base_url="http://127.0.0.1:1", only_app_code=app_code)


def _key(value: str) -> Case:
    return Case("", "client_key", credentials=replace(CREDENTIALS, client_key=value))


CASES = (
    replace(_app_code(""), code="credential-missing", says="app_code is missing"),
    replace(_key(""), code="credential-missing", says="client_key is missing"),
    replace(_app_code(CREDENTIALS.app_code + " "), code="credential-hidden", severity=A, says="app_code"),
    replace(_key(CREDENTIALS.client_key + "\n"), code="credential-hidden", severity=A, says="client_key"),
    replace(_key("\u200b" * 1_000_000), code="credential-hidden", severity=A, says="client_key"),
    replace(_key("ABC"), code="credential-shape", severity=Severity.NOTE, says="3 characters"),
    replace(_app_code("G" * 32), code="credential-shape", severity=Severity.NOTE, says="Unusual app_code"),
    replace(_app_code("密" * 32), code="app-code-header", says="header"),
    replace(_app_code(CREDENTIALS.app_code + "\r\nX: y"), code="app-code-header", says="header"),
    replace(_key(CREDENTIALS.app_code), code="key-is-app-code", says="The key is the app code"),
    Case("mchid-left-out", "mchid", None, "not sent", A, flags=(("leave_out", True),)),
    Case("sandbox-cards-only", "environment", None, "cards only", A, environment=SANDBOX, bound_to="sandbox"),
    Case("profile-elsewhere", "environment", None, "another environment", A, environment=PRODUCTION),
    Case("profile-elsewhere", "environment", None, "another environment", A, bound_to="live-hk"),
    Case("profile-elsewhere", "environment", None, "another environment", A, bound_to="custom"),
    Case("simulator-merchant", "environment", None, "demo merchant only", A, environment=_knowing("D" * 32)),
    Case("simulator-merchant", "environment", None, "demo", A, environment=_knowing("D" * 32), bound_to=""),
    Case("non-ascii-boilerplate", "", None, "md5.js", Severity.NOTE, (("goods_name", "奶茶"),)),
    Case("non-ascii-boilerplate", "", None, "md5.js", Severity.NOTE, (("goods_name", "Café"),)),
)

QUIET = (
    Case("credential-shape", "client_key", credentials=replace(CREDENTIALS, client_key="abcdef0123456789" * 2)),
    Case("mchid-left-out", "mchid", credentials=replace(CREDENTIALS, mchid=""), flags=(("leave_out", True),)),
    Case("sandbox-cards-only", "environment", environment=SANDBOX, also=(("pay_type", "802801"),)),
    Case("profile-elsewhere", "environment", environment=LIVE_TESTING, bound_to="live-hk"),
    Case("profile-elsewhere", "environment", environment=LIVE_TESTING, bound_to=""),
    Case("profile-elsewhere", "environment", environment=custom(PRODUCTION.base_url), bound_to="production-hk"),
    Case("simulator-merchant", "environment", environment=_knowing(CREDENTIALS.app_code)),
    Case("simulator-merchant", "environment", environment=_knowing("")),
    # Where the profile was made for another environment, that is said instead.
    Case("simulator-merchant", "environment", environment=_knowing("D" * 32), bound_to="live-hk"),
    replace(_app_code(""), code="simulator-merchant", field="environment", environment=_knowing("D" * 32)),
    Case(
        "non-ascii-boilerplate",
        "",
        also=(("goods_name", "奶茶"),),
        credentials=replace(CREDENTIALS, sign_type="SHA256"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_makes_a_well_signed_request_fail_is_noticed(case: Case) -> None:
    """Keys, environment and merchant that do not fit are said at the field where they are put right."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_credentials_in_their_own_environment_are_not_remarked_on(case: Case) -> None:
    """What belongs together gives no finding, even where the base URL was typed by hand."""
    check_quiet(case)


@pytest.mark.parametrize(
    ("bound_to", "says"), [("live-hk", "Live testing · Hong Kong"), ("custom", "Custom"), ("gone", "Custom")]
)
def test_the_environment_a_profile_was_made_for_is_named(bound_to: str, says: str) -> None:
    """The finding says to which environment the credentials belong, by the name the window shows."""
    finding = found(Case("profile-elsewhere", "environment", environment=SIMULATOR, bound_to=bound_to))
    assert finding is not None
    assert says in str(finding.detail)


@pytest.mark.parametrize("key", ["3F8C1D9E7A6B5C4D2E1F0A9B8C7D6E5", "3F8C1D9E7A6B5C4D2E1F0A9B8C7D6E5F\u200b"])
def test_no_finding_quotes_the_key(key: str) -> None:
    """Whatever is wrong with a key, it does not stand in what is said about it."""
    for finding in replace(_key(key), further=()).prepared().findings:
        assert key.strip("\u200b") not in f"{finding.headline} {finding.detail}"
