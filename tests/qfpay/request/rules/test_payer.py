from __future__ import annotations

import json

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, custom
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.services.simulator import OPEN_ID
from tests.qfpay.request.rules.cases import Case, check_noticed, check_quiet

GOOD = '{"user_creid":"430067798868676871","user_truename":"小林"}'

EXAMPLE = next(one.example for one in endpoint("payment").parameters if one.name == "sub_openid")


def _real_name(user_creid: object = "430067798868676871", user_truename: object = "小林") -> str:
    return json.dumps({"user_creid": user_creid, "user_truename": user_truename}, ensure_ascii=False)


CASES = (
    Case("openid-shape", "sub_openid", "oTooShort", "28 characters", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "p" * 28, "begins with o", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "081GkM0w3" + "a" * 23, "js_code", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "wx2421b1c4370ec43b", "appId", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "wx2421b1c4370ec43", "28 characters", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "oS80_5dxekECAOlVBe", "28 characters", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "a" * 31, "28 characters", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "-" * 32, "28 characters", Severity.ATTENTION),
    Case("openid-shape", "sub_openid", "o" * 1_000_000, "28 characters", Severity.ATTENTION),
    Case("openid-made-up", "sub_openid", EXAMPLE, "made-up", Severity.ATTENTION, environment=LIVE_TESTING),
    Case("openid-made-up", "sub_openid", OPEN_ID, "made-up", Severity.ATTENTION, environment=custom("https://a.b")),
    Case("openid-made-up", "sub_openid", EXAMPLE, "made-up", Severity.ATTENTION, environment=custom("https://[")),
    Case("extend-info-double-escape", "extend_info", r'{"a":"\\u5c0f"}', "Two back-slashes", Severity.ATTENTION),
    Case("extend-info-double-escape", "extend_info", r"\\\u5c0f", "Two back-slashes", Severity.ATTENTION),
    Case("extend-info-not-json", "extend_info", "{'user_creid':'1'}", "Not JSON"),
    Case("extend-info-not-json", "extend_info", "[" * 100_000, "Not JSON"),
    Case("extend-info-members", "extend_info", '{"user_creid":"430067798868676871"}', "are needed"),
    Case("extend-info-members", "extend_info", "[1]", "are needed"),
    Case("extend-info-id", "extend_info", _real_name(430067798868676871), "in quotes", Severity.ATTENTION),
    Case("extend-info-id", "extend_info", _real_name("43006779886867687"), "in quotes", Severity.ATTENTION),
    Case("extend-info-id", "extend_info", _real_name("43006779886867687x"), "in quotes", Severity.ATTENTION),
    Case("extend-info-id", "extend_info", _real_name("４３００６７７９８８６８６７６８７１"), "", Severity.ATTENTION),
    Case("extend-info-name", "extend_info", _real_name(user_truename=" "), "user_truename", Severity.ATTENTION),
    Case("extend-info-name", "extend_info", _real_name(user_truename=7), "user_truename", Severity.ATTENTION),
    Case("extend-info-personal", "extend_info", GOOD, "Personal data", Severity.NOTE),
)

QUIET = (
    Case("openid-shape", "sub_openid", "oS80_5dxekECAOlVBeQFk34q123s"),
    Case("openid-made-up", "sub_openid", EXAMPLE),
    Case("openid-made-up", "sub_openid", OPEN_ID, environment=custom("http://127.0.0.1:9/x")),
    Case("openid-made-up", "sub_openid", "oS80_5dxekECAOlVBeQFk34q123s", environment=LIVE_TESTING),
    Case("extend-info-double-escape", "extend_info", r'{"user_truename":"\u5c0f"}'),
    Case("extend-info-double-escape", "extend_info", "\\" * 1_000_000),
    Case("extend-info-id", "extend_info", _real_name("43006779886867687X")),
    Case("extend-info-id", "extend_info", GOOD),
    Case("extend-info-name", "extend_info", GOOD),
    Case("full-width", "extend_info", _real_name(user_truename="Ｌｉｎ")),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_who_pays_is_noticed_at_its_field(case: Case) -> None:
    """An openid that is none, and real-name text that is not what is documented, are said beside the field."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_payer_written_as_documented_is_not_remarked_on(case: Case) -> None:
    """An openid of a sample and real-name text in either writing give no complaint."""
    check_quiet(case)


@pytest.mark.parametrize("value", [GOOD, _real_name(12), _real_name("43006779886867687x", "小林\u200b"), GOOD[:-1]])
def test_no_finding_quotes_personal_data(value: str) -> None:
    """Neither the name nor the number of a person stands in what is said about them."""
    for finding in Case("", "extend_info", value).prepared().findings:
        said = f"{finding.headline} {finding.detail}"
        assert "小林" not in said
        assert "4300677" not in said
