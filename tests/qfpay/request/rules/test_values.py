from __future__ import annotations

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.draft import Entry
from tests.qfpay.request.rules.cases import Case, check_noticed, check_quiet, found

A = Severity.ATTENTION

CASES = (
    Case("missing", "txamt", "", "Mandatory"),
    Case("missing", "sub_openid", "", "Mandatory"),
    Case("missing", "sub_openid", "", "Mandatory", also=(("pay_type", "800207"),)),
    Case("missing", "sub_openid", "", "Mandatory", also=(("pay_type", ""),)),
    Case("left-out", "txamt", None, "Left out", flags=(("leave_out", True),)),
    Case("sent-empty", "udid", "", "although empty", A, flags=(("send_empty", True),)),
    Case("too-long", "goods_name", "m" * 65, "65 characters, 64 allowed"),
    Case("too-long", "out_trade_no", "1" * 129, "129 characters, 128 allowed"),
    Case("too-long", "udid", "1" * 1_000_000, "1,000,000 characters"),
    Case("lone-surrogate", "goods_name", "Coffee \ud83d", "Half a character"),
    Case("hidden-characters", "goods_name", "Milk tea\n", "Space or line break: LF", A),
    Case("hidden-characters", "goods_name", " Milk tea", "Space or line break: SPACE", A),
    Case("hidden-characters", "goods_name", "\ufeffMilk tea", "Hidden: BOM", A),
    Case("hidden-characters", "goods_name", "Milk\u200btea\t", "Hidden: ZWSP, TAB", A),
    Case("hidden-characters", "goods_name", "☕\ufe0f", "Hidden: VS16", A),
    Case("hidden-characters", "goods_name", "".join(map(chr, range(32))), "…", A),
    Case("full-width", "udid", "ＡＢ１", "ＡＢ１", A),
    Case("full-width", "out_trade_no", "１" * 1_000_000, "１", A),
    Case("nothing-word", "goods_name", "null", "“null”", A),
    Case("nothing-word", "udid", "undefined", "“undefined”", A),
    Case("nothing-word", "goods_name", " None ", "“None”", A),
    Case("nothing-word", "coupon", None, "“[object Object]”", A, further=(Entry("coupon", "[object Object]"),)),
    Case("percent-encoded", "goods_name", "Iced%20tea", "%20", Severity.NOTE),
)

QUIET = (
    Case("missing", "udid", ""),
    Case("missing", "sub_openid", "", also=(("pay_type", "800201"),)),
    Case("missing", "sub_openid", "", also=(("pay_type", "802001"),)),
    Case("too-long", "goods_name", "茶" * 64),
    Case("too-long", "coupon", further=(Entry("coupon", "1" * 1000),)),
    Case("hidden-characters", "goods_name", "Milk tea, 奶茶"),
    Case("hidden-characters", "goods_name", "Coffee\ud83d"),
    Case("full-width", "goods_name", "奶茶（大）"),
    Case("lone-surrogate", "goods_name", "Coffee 😀"),
    Case("nothing-word", "goods_name", "nonesuch"),
    Case("percent-encoded", "goods_name", "50% off"),
    Case("percent-encoded", "notify_url", "https://shop.example/a%20b"),
    Case("sent-empty", "udid", "", flags=(("send_empty", True), ("leave_out", True))),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_doubtful_value_is_noticed_at_its_field(case: Case) -> None:
    """What may be wrong with any value at all is said beside the field that holds it."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_an_ordinary_value_is_not_remarked_on(case: Case) -> None:
    """Chinese, emoji, and values as long as allowed are nobody's fault."""
    check_quiet(case)


def test_a_full_width_value_is_given_in_plain_letters() -> None:
    """The way out shows what to type instead."""
    finding = found(Case("full-width", "udid", "ＡＢ１"))
    assert finding is not None
    assert "Type AB1 instead." in str(finding.detail)
