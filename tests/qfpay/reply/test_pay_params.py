from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_params import MEMBERS, MemberCheck, check, deadlines, meant

MADE = 1593746074
NOW = datetime.fromtimestamp(MADE + 41, UTC)
HEX = "0123456789ABCDEF"
GOOD: dict[str, object] = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": str(MADE),
    "nonceStr": "69d8a67fe34e44ca9bb2a20dd299cc58",
    "package": "prepay_id=wx03111434674853b80d25e0911996417600",
    "signType": "MD5",
    "paySign": HEX * 2,
}
JSON_VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


def _with(**members: Any) -> dict[str, object]:
    return GOOD | members


def _without(name: str, **members: Any) -> dict[str, object]:
    return {other: value for other, value in GOOD.items() if other != name} | members


def _checked(pay_params: dict[str, object], name: str, now: datetime = NOW) -> MemberCheck:
    return next(one for one in check(pay_params, now) if one.name == name)


def test_good_members_are_ok_and_say_what_was_looked_at() -> None:
    """Every member of a sound reply is OK, in the usual order, with what makes it so."""
    checks = check(dict(reversed(GOOD.items())), NOW)

    assert [(one.name, one.value) for one in checks] == list(GOOD.items())
    assert {one.severity for one in checks} == {Severity.OK}
    assert [str(one.message) for one in checks] == [
        "18 characters, as WeChat's are; only the Mini Program with this appid can pay",
        "text, 41 s old",
        "32 characters of at most 32",
        "prepay_id= and 36 characters",
        "paySign must be 32 hexadecimal digits",
        "MD5: 32 hexadecimal digits",
    ]


@given(st.dictionaries(st.sampled_from(MEMBERS) | st.text(), JSON_VALUES))
def test_any_reply_is_judged(pay_params: dict[str, object]) -> None:
    """Whatever JSON comes, the six members stand first, the others follow, and every sentence can be read."""
    checks = check(pay_params, NOW)

    came = [name for name, value in pay_params.items() if value is not None]
    assert [one.name for one in checks] == [*MEMBERS, *(name for name in came if name not in MEMBERS)]
    assert [one.name for one in checks if one.value is None] == [name for name in MEMBERS if name not in came]
    assert all(str(one.message) for one in checks)


@pytest.mark.parametrize(
    ("name", "severity"),
    [(name, {"signType": Severity.NOTE, "appId": Severity.ATTENTION}.get(name, Severity.WRONG)) for name in MEMBERS],
)
def test_a_missing_member_is_told(name: str, severity: Severity) -> None:
    """A member that is absent or null has no value; signType may be absent, appId is not passed on."""
    for pay_params in (_without(name), _with(**{name: None})):
        judged = _checked(pay_params, name)

        assert judged.value is None
        assert judged.severity is severity


@pytest.mark.parametrize(
    ("name", "right", "part"),
    [
        ("appid", "appId", "the app SDK's name"),
        ("timestamp", "timeStamp", "the app SDK's name"),
        ("noncestr", "nonceStr", "the app SDK's name"),
        ("prepayid", "package", "the app SDK's name"),
        ("sign", "paySign", "the app SDK's name"),
        ("nonce_str", "nonceStr", "misspelled"),
        ("time_stamp", "timeStamp", "misspelled"),
        ("sign_type", "signType", "misspelled"),
        ("Package", "package", "misspelled"),
        ("paySign\u200b", "paySign", "misspelled"),
    ],
)
def test_a_misspelled_member_is_named_with_the_right_spelling(name: str, right: str, part: str) -> None:
    """The misspelled and the missing member point at each other."""
    pay_params = _without(right, **{name: GOOD[right]})

    assert meant(name) == right
    assert _checked(pay_params, name).severity is Severity.WRONG
    assert part in str(_checked(pay_params, name).message)
    assert right in str(_checked(pay_params, name).message)
    assert f"{name!a} came instead" in str(_checked(pay_params, right).message)


def test_a_misspelled_member_beside_the_right_one_asks_for_attention() -> None:
    """Where the right member came too, another spelling of it does no harm."""
    judged = _checked(_with(nonce_str="x"), "nonce_str")

    assert (judged.value, judged.severity) == ("x", Severity.ATTENTION)


def test_members_of_nobody_are_ignored_and_told() -> None:
    """The partnerid is known from the app SDK; any other unknown member is a note."""
    assert "app SDK" in str(_checked(_with(partnerid="1"), "partnerid").message)
    unknown = _checked(_with(colour={"a": "奶"}), "colour")
    assert (unknown.value, unknown.severity) == ('{"a": "奶"}', Severity.NOTE)


RECEIVED = datetime.fromtimestamp(MADE + 60, timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("time_stamp", "start"),
    [
        (str(MADE), MADE),
        (MADE, MADE),
        (str(MADE + 9999), MADE + 60),
        (f"{MADE}000", MADE + 60),
        ("١٥٩٣٧٤٦٠٧٤", MADE + 60),
        (None, MADE + 60),
    ],
)
def test_two_hours_count_from_the_time_stamp(time_stamp: object, start: int) -> None:
    """The prepay_id ends two hours after timeStamp, or after the receipt where that is unreadable or later."""
    expected = datetime.fromtimestamp(start, UTC) + timedelta(hours=2)

    assert deadlines(_with(timeStamp=time_stamp), RECEIVED, None).prepay_id == expected


@pytest.mark.parametrize(
    ("expired_time", "minutes", "stated"),
    [
        ("5", 5, True),
        ("120", 120, True),
        ("999", 999, True),
        (None, 30, False),
        ("", 30, False),
        ("soon", 30, False),
        ("5 ", 30, False),
        ("99999999999999", 30, False),
    ],
)
def test_expired_time_ends_the_order_earlier(
    expired_time: str | None,
    minutes: int,
    stated: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """A readable expired_time bounds the time to pay; the default of 30 minutes is told, not taken for certain."""
    made = datetime.fromtimestamp(MADE, UTC)
    ends = deadlines(GOOD, RECEIVED, expired_time)

    assert (ends.prepay_id - made, ends.order - made) == (timedelta(hours=2), timedelta(minutes=minutes))
    assert ends.order_stated is stated
