from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_param_rules import as_text, judged

MADE = 1593746074
HEX = "0123456789ABCDEF"


def _judged(name: str, value: object, sign_type: object = "MD5", *, age: int = 41) -> tuple[Severity, str]:
    severity, message = judged(name, value, sign_type, datetime.fromtimestamp(MADE + age, UTC))
    return severity, str(message)


@pytest.mark.parametrize(
    ("value", "severity", "part"),
    [
        ("wx2421b1c4370ec43", Severity.WRONG, "17 characters"),
        ("WX2421B1C4370EC43B", Severity.WRONG, "lower-case"),
        ("gh_d43f693ca31f", Severity.WRONG, "original ID"),
        ("", Severity.WRONG, "empty"),
    ],
)
def test_an_app_id_unlike_wechats_is_wrong(value: str, severity: Severity, part: str) -> None:
    """An appId is wx and 16 lower-case hexadecimal digits; what else came is said."""
    found, message = _judged("appId", value)

    assert found is severity
    assert part in message


@pytest.mark.parametrize(
    ("value", "severity", "part"),
    [
        (f"{MADE}000", Severity.WRONG, "milliseconds"),
        (str(MADE)[:-1], Severity.WRONG, "9 digits"),
        ("2020-07-03", Severity.WRONG, "seconds since 1970"),
        ("-159374607", Severity.WRONG, "seconds since 1970"),
        (MADE, Severity.WRONG, "iOS refuses a number"),
        (True, Severity.WRONG, "takes text only"),
        (["1"], Severity.WRONG, "takes text only"),
    ],
)
def test_a_time_stamp_must_be_seconds_as_text(value: object, severity: Severity, part: str) -> None:
    """A timeStamp in milliseconds, as a date or as a JSON number is named as what it is."""
    found, message = _judged("timeStamp", value)

    assert found is severity
    assert part in message


@pytest.mark.parametrize(
    ("seconds", "severity", "message"),
    [
        (0, Severity.OK, "text, 0 s old"),
        (119, Severity.OK, "text, 119 s old"),
        (120, Severity.OK, "text, 2 min old"),
        (7199, Severity.OK, "text, 119 min old"),
        (-300, Severity.OK, "text, 5 min ahead of this computer's clock"),
        (-301, Severity.ATTENTION, "text, 5 min ahead of this computer's clock: compare the clocks"),
        (
            7200,
            Severity.ATTENTION,
            "text, 2 h 0 min old: a prepay_id lives 2 hours, order again with a new out_trade_no",
        ),
        (
            864000,
            Severity.ATTENTION,
            "text, 10 days old: a prepay_id lives 2 hours, order again with a new out_trade_no",
        ),
    ],
)
def test_the_age_of_a_time_stamp_is_told(seconds: int, severity: Severity, message: str) -> None:
    """The age stands in the unit a person would use, and two hours or a clock far off ask for attention."""
    assert _judged("timeStamp", str(MADE), age=seconds) == (severity, message)


def test_a_nonce_may_have_32_characters() -> None:
    """A nonceStr of 33 characters is wrong, one of 32 is not."""
    assert _judged("nonceStr", "x" * 32) == (Severity.OK, "32 characters of at most 32")
    assert _judged("nonceStr", "x" * 33) == (Severity.WRONG, "33 characters: WeChat takes at most 32")


@pytest.mark.parametrize(
    ("value", "severity", "part"),
    [
        ("wx03111434674853b80d25e0911996417600", Severity.WRONG, "is missing before it"),
        ("Sign=WXPay", Severity.WRONG, "app SDK"),
        ("prepay_id=", Severity.WRONG, "no order stands behind it"),
        ("prepay_id=undefined", Severity.WRONG, "no order stands behind it"),
        ("prepay_id=prepay_id=wx03", Severity.WRONG, "twice"),
        ("Prepay_id=wx03", Severity.WRONG, "does not begin with"),
        ("prepay_id%3Dwx03", Severity.WRONG, "does not begin with"),
        ("prepay_id=wx03&x=1", Severity.WRONG, "added or encoded"),
        ("prepay_id=u802345jgfjsdfgsdg888", Severity.NOTE, "begin with wx"),
        (" prepay_id=wx03", Severity.WRONG, "character 1 is U+0020 SPACE"),
        ("", Severity.WRONG, "empty"),
    ],
)
def test_a_package_must_be_a_prefixed_prepay_id(value: str, severity: Severity, part: str) -> None:
    """Each known way to spoil the package has its own sentence."""
    found, message = _judged("package", value)

    assert found is severity
    assert part in message


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("md5", "WeChat spells it MD5"),
        ("HMAC_SHA256", "WeChat spells it HMAC-SHA256"),
        ("rsa", "WeChat spells it RSA"),
        ("SHA256", "not known to WeChat"),
    ],
)
def test_an_unknown_sign_type_is_wrong(value: str, part: str) -> None:
    """A signType WeChat does not know is wrong, and the paySign beside it is not judged."""
    found, message = _judged("signType", value)

    assert found is Severity.WRONG
    assert part in message
    assert _judged("paySign", HEX, value)[0] is Severity.ATTENTION


@pytest.mark.parametrize(
    ("sign_type", "pay_sign", "severity", "message"),
    [
        ("HMAC-SHA256", HEX * 4, Severity.OK, "HMAC-SHA256: 64 hexadecimal digits"),
        ("RSA", "oR9+" * 85 + "dw==", Severity.OK, "RSA: 344 characters of base64"),
        (
            "RSA",
            "oR9+" * 43,
            Severity.ATTENTION,
            "RSA: 172 characters of base64, where WeChat's 2048-bit keys give 344",
        ),
        (
            "MD5",
            HEX.lower() * 2,
            Severity.NOTE,
            "MD5: 32 hexadecimal digits, in lower case where WeChat's are upper case",
        ),
        ("MD5", HEX * 4, Severity.WRONG, "looks like HMAC-SHA256, but signType says MD5: WeChat will refuse it"),
        (
            "HMAC-SHA256",
            HEX * 2,
            Severity.WRONG,
            "looks like MD5, but signType says HMAC-SHA256: WeChat will refuse it",
        ),
        ("RSA", HEX * 2, Severity.WRONG, "looks like MD5, but signType says RSA: WeChat will refuse it"),
        ("MD5", "oR9+" * 86, Severity.WRONG, "looks like RSA, but signType says MD5: WeChat will refuse it"),
        (None, HEX * 2, Severity.OK, "MD5: 32 hexadecimal digits"),
        (None, "oR9+" * 86, Severity.WRONG, "looks like RSA, but without signType WeChat takes MD5"),
        ("MD5", HEX, Severity.WRONG, "16 characters do not fit: MD5 gives 32 hexadecimal digits"),
        ("RSA", "oR9-" * 86, Severity.WRONG, "344 characters do not fit: RSA gives 344 characters of base64"),
    ],
)
def test_a_pay_sign_must_fit_its_sign_type(
    sign_type: str | None, pay_sign: str, severity: Severity, message: str
) -> None:
    """The shape of paySign is held against signType, and against MD5 where signType is absent."""
    assert _judged("paySign", pay_sign, sign_type) == (severity, message)


@pytest.mark.parametrize("name", ["appId", "timeStamp", "nonceStr", "package", "signType", "paySign"])
@pytest.mark.parametrize(
    ("hidden", "named"),
    [
        ("\n", "U+000A LINE FEED"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("Ａ", "U+FF21 FULLWIDTH LATIN CAPITAL LETTER A"),
        ("\ud800", "U+D800"),
    ],
)
def test_a_hidden_character_is_named(name: str, hidden: str, named: str) -> None:
    """A character that cannot belong there is named with its place, in every member."""
    severity, message = _judged(name, f"prepay{hidden}")

    assert severity is Severity.WRONG
    assert f"character 7 is {named}:" in message


@pytest.mark.parametrize(
    ("value", "written"), [("奶\n", "奶\n"), (1, "1"), (None, "null"), ({"a": ["奶"]}, '{"a": ["奶"]}')]
)
def test_values_as_text(value: object, written: str) -> None:
    """A text stays as it is; any other JSON value is written as JSON."""
    assert as_text(value) == written


@pytest.mark.parametrize("word", ["null", "undefined", "None"])
def test_a_word_for_nothing_is_no_value(word: str) -> None:
    """Text that a missing value turns into is wrong even where any text would do."""
    assert _judged("nonceStr", word) == (Severity.WRONG, f"the word {word}: no value at all, turned into text")
