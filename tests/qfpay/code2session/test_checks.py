from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.code2session.call import Login
from qfpay_gui.qfpay.code2session.checks import FIELDS, MOCK_CODE, check, cleaned
from qfpay_gui.qfpay.findings import Finding, Severity

APPID = "wx2421b1c4370ec43b"
SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
JS_CODE = "0716AVll20uHk94SLDml27etM946AVlq"
OPENID = "oQFTester_0penid_for_demo_01"


def only(**values: str) -> Finding:
    """The one finding about the one field that is filled in."""
    (finding,) = check(Login(**values))
    return finding


def test_usual_values_are_fine() -> None:
    """Each of the three gets its check mark, in the order of the fields."""
    found = check(Login(APPID, SECRET, JS_CODE), pay_params_appid=APPID)
    assert [(finding.field, finding.severity) for finding in found] == [(field, Severity.OK) for field in FIELDS]


def test_nothing_is_said_about_empty_fields() -> None:
    """An empty form has no faults yet."""
    assert check(Login()) == ()


@pytest.mark.parametrize(
    ("appid", "words"),
    [
        ("gh_0123456789ab", "original ID"),
        ("ww0123456789abcdef", "WeCom"),
        ("1900000109", "merchant number"),
        ("touristappid", "stand-in"),
        (OPENID, "openid"),
        (APPID.upper(), "Capital letters"),
        ("wx2421b1c4370ec43g", "not wx and 16"),
        ("wx2421", "6 characters; usually there are 18"),
    ],
)
def test_what_is_no_appid_is_recognised(appid: str, words: str) -> None:
    """The usual mix-ups are named, with the rule beside them."""
    finding = only(appid=appid)
    assert finding.severity is Severity.ATTENTION
    assert words in str(finding.headline)
    assert "mp.weixin.qq.com" in str(finding.detail)


def test_an_appid_that_is_not_the_one_that_pays_is_noticed() -> None:
    """Its openids cannot pay there; the AppID of pay_params is named."""
    other = "wxffffffffffffffff"
    (finding,) = check(Login(APPID), pay_params_appid=other)
    assert (finding.code, finding.severity) == ("appid-not-paying", Severity.ATTENTION)
    assert other in str(finding.headline)


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        (APPID, "AppID, not its AppSecret"),
        (SECRET.upper(), "client_key"),
        ("z" * 32, "not all of them"),
        ("0f1e2d", "6 characters; usually there are 32"),
    ],
)
def test_what_is_no_secret_is_recognised(secret: str, words: str) -> None:
    """A QFPay key has capitals, an AppSecret has none."""
    finding = only(secret=secret)
    assert finding.severity >= Severity.ATTENTION
    assert words in str(finding.headline)


@pytest.mark.parametrize(
    ("js_code", "words"),
    [
        (MOCK_CODE, "stand-in"),
        (OPENID, "openid already"),
        (APPID, "AppID"),
        (SECRET, "AppSecret"),
        ("e3" * 32, "getPhoneNumber"),
        ("0716AVll", "8 characters"),
        ("奶" * 32, "32 characters; usually"),
    ],
)
def test_what_is_no_code_is_recognised(js_code: str, words: str) -> None:
    """What else is often pasted there is named."""
    finding = only(js_code=js_code)
    assert finding.severity >= Severity.ATTENTION
    assert words in str(finding.headline)


def test_the_same_value_as_secret_and_code_is_a_mistake() -> None:
    """One of the two is in the wrong field."""
    secret, js_code = check(Login(secret=JS_CODE, js_code=JS_CODE))
    assert secret.severity is Severity.WRONG
    assert js_code.severity is Severity.OK


def test_a_code_that_was_sent_is_remembered() -> None:
    """A spent one is wrong, a doubtful one a caution; another one is neither."""
    assert [finding.code for finding in check(Login(js_code=JS_CODE), spent=JS_CODE)] == ["js-code-spent"]
    (doubtful,) = check(Login(js_code=JS_CODE), doubtful=JS_CODE)
    assert (doubtful.code, doubtful.severity) == ("js-code-doubtful", Severity.ATTENTION)
    (fresh,) = check(Login(js_code=JS_CODE), spent="other", doubtful="another")
    assert fresh.severity is Severity.OK


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("around", [" {}", "{}\n", "'{}'", "“{}”", "{}\u200b", "\ufeff{}"])
def test_what_copying_brings_along_is_wrong_and_can_be_removed(field: str, around: str) -> None:
    """Spaces, quotes and invisible characters are named; cleaned, the value is fine."""
    value = {"appid": APPID, "secret": SECRET, "js_code": JS_CODE}[field]
    finding = only(**{field: around.format(value)})
    assert (finding.code, finding.severity) == (f"{field}-unclean", Severity.WRONG)
    assert only(**{field: cleaned(around.format(value))}).severity is Severity.OK


@given(st.text(), st.text(min_size=1), st.text(), st.text())
def test_whatever_is_entered_gets_at_most_one_finding_a_field(
    appid: str, secret: str, js_code: str, other: str
) -> None:
    """Filled fields have one, empty ones none, and no entry raises."""
    found = check(Login(appid, secret, js_code), pay_params_appid=other, spent=other, doubtful=other)
    filled = [field for field, value in zip(FIELDS, (appid, secret, js_code), strict=True) if value]
    assert [finding.field for finding in found] == filled


@given(st.text(min_size=6, alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_no_finding_quotes_the_secret_or_the_code(value: str) -> None:
    """They can be shown to anybody."""
    for finding in check(Login("wx", value, value)):
        assert value not in f"{finding.headline} {finding.detail}"
