from __future__ import annotations

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.draft import Entry
from tests.qfpay.request.rules.cases import Case, check_noticed, check_quiet, found


def _sent(
    code: str, name: str, says: str = "", severity: Severity = Severity.WRONG, *more: Entry, value: str = "x"
) -> Case:
    return Case(code, name, None, says, severity, further=(Entry(name, value), *more))


CASES = (
    _sent("name-doubled", "txamt", "Sent 2 times"),
    _sent("name-doubled", "coupon", "Sent 3 times", Severity.WRONG, Entry("coupon", "y"), Entry("coupon", "x")),
    _sent("key-sent", "client_key", "Never send"),
    _sent("key-sent", "Key", "Never send"),
    _sent("signature-as-parameter", "sign", "header"),
    _sent("signature-as-parameter", "X-QF-SIGN", "header"),
    _sent("signature-as-parameter", "sign_type", "header"),
    _sent("app-code-as-parameter", "app_code", "X-QF-APPCODE", Severity.ATTENTION),
    _sent("app-code-as-parameter", "X-QF-APPCODE", "X-QF-APPCODE", Severity.ATTENTION),
    _sent("name-misspelt", "openid", "Is sub_openid meant?", Severity.ATTENTION),
    _sent("name-misspelt", "subOpenId", "Is sub_openid meant?", Severity.ATTENTION),
    _sent("name-misspelt", "TXAMT", "Is txamt meant?", Severity.ATTENTION),
    _sent("name-misspelt", " txamt", "Is txamt meant?", Severity.ATTENTION),
    _sent("name-misspelt", "outTradeNo", "Is out_trade_no meant?", Severity.ATTENTION),
    _sent("name-misspelt", "mch_id", "Is mchid meant?", Severity.ATTENTION),
    _sent("name-misspelt", "mchntid", "Is mchid meant?", Severity.ATTENTION),
    _sent("name-misspelt", "valid_time", "Is expired_time meant?", Severity.ATTENTION),
    _sent("name-characters", "\ufeffcoupon", "Unusual", Severity.ATTENTION),
    _sent("name-characters", "a&b", "Unusual", Severity.ATTENTION),
    _sent("name-characters", "优惠", "Unusual", Severity.ATTENTION),
    _sent("name-empty", "", "without a name", Severity.ATTENTION),
)

QUIET = (
    _sent("name-misspelt", "coupon"),
    _sent("name-characters", "coupon_2.b-c"),
    _sent("name-doubled", "coupon"),
    Case("name-doubled", "mchid", further=(Entry("mchid"),)),
    Case("name-doubled", "coupon", further=(Entry("coupon", "1"), Entry("coupon", "2", leave_out=True))),
    Case("key-sent", "client_key", further=(Entry("client_key", "x", leave_out=True),)),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_doubtful_name_is_noticed_at_that_name(case: Case) -> None:
    """A name that is doubled, misspelt or none of a parameter's is said where it stands."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_further_parameter_is_no_fault(case: Case) -> None:
    """Any further parameter may be sent, once; one that is left out is not looked at."""
    check_quiet(case)


@pytest.mark.parametrize("name", ["n" * 1_000_000, "\u200b" * 1_000_000, "client_key\n" + "x" * 500])
def test_a_long_name_is_quoted_in_short(name: str) -> None:
    """However long a name is, what is said about it fits beside the field and holds no line break."""
    doubled = _sent("name-doubled", name, "", Severity.WRONG, Entry(name, "y"))
    finding = found(doubled)
    assert finding is not None
    for one in doubled.prepared().findings:
        assert len(str(one.detail)) < 300
        assert "\n" not in str(one.detail)
