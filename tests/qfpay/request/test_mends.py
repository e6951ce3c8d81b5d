"""Every way out that is offered ends the finding it is offered for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, SANDBOX
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.request.mends import Mend, mends
from qfpay_gui.qfpay.request.prepared import prepare
from tests.qfpay.request.rules.cases import CREDENTIALS, PAID, Case, clean_draft, found
from tests.qfpay.request.rules.test_rules import TABLES

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

EVERY = [case for table in TABLES for case in table.CASES]
WITHOUT = frozenset(
    {
        "amount-negative",
        "amount-no-decimals",
        "amount-not-whole",
        "amount-small",
        "amount-too-large",
        "amount-zero",
        "currency-unknown",
        "expiry-not-whole",
        "expiry-range",
        "extend-info-double-escape",
        "extend-info-id",
        "extend-info-members",
        "extend-info-name",
        "extend-info-not-json",
        "extend-info-personal",
        "goods-name-long",
        "goods-name-special",
        "non-ascii-boilerplate",
        "notify-url-port",
        "notify-url-private",
        "notify-url-shape",
        "notify-url-simulated",
        "order-missing",
        "order-unknown",
        "page-not-whole",
        "page-size-over",
        "query-code-shape",
        "query-older-order",
        "query-range-months",
        "query-range-open",
        "query-range-reversed",
        "query-unbounded",
        "refund-exceeds-pending",
        "refund-nothing-left",
        "refund-partial",
        "refund-unpaid",
        "simulator-merchant",
        "too-long",
        "undoing-over",
        "undoing-paid",
        "undoing-undocumented",
    }
)
"""Codes of findings out of which only a person knows the way: what is meant cannot be told from what is there."""

_SEEN_LATER = Counter({"refund-exceeds": 1})
"""What a rule can see only once the amount can be read."""


def offered(case: Case) -> tuple[Mend, ...]:
    """The ways out of the case's finding."""
    finding = found(case)
    assert finding is not None
    return ways_out(case, finding)


def ways_out(case: Case, finding: Finding) -> tuple[Mend, ...]:
    """The ways out of a finding about the case, as the window offers them."""
    return mends(finding, case.draft, case.credentials, case.bound_to, lambda draft: after(case, draft).findings)


def after(case: Case, draft: Draft) -> PreparedRequest:
    """The request that the mended draft becomes."""
    return prepare(draft, case.credentials, case.environment, now=case.now, bound_to=case.bound_to, orders=case.orders)


def wrong(request: PreparedRequest) -> Counter[str]:
    """What is surely wrong with it."""
    return Counter(finding.code for finding in request.findings if finding.severity is Severity.WRONG)


@pytest.mark.parametrize("case", EVERY, ids=str)
def test_a_way_out_ends_its_finding_and_makes_nothing_wrong(case: Case) -> None:
    """For every case that the rules are tested with."""
    before = case.prepared()
    for mend in offered(case):
        assert (mend.draft is None) == bool(mend.act)
        assert len(str(mend.words)) <= 40
        if mend.draft is not None:
            request = after(case, mend.draft)
            assert case.code not in {one.code for one in request.findings_at(case.field)}
            assert not wrong(request) - wrong(before) - _SEEN_LATER


ODD = (
    *("１．５ｅ７", "１．５", "３００", "１，２３４", "１，２３４．５", "－５", "٣٠٠", "３００．００"),
    *("０３００", "1.5e7", "１ ５", "①", "一百", "0x１２", "+３００", "３００元", "０"),
    *("１２３４５６７８９０１２", "０．２９", "1,234.567", "００", "9" * 40, "０９", "５m"),
    *("２０２６-０３-０１ １８:００:００", "２０２６／０３／０１", "2026-03-01T18:00:00Z", "ＨＫＤ", "ＨＫ"),
    *(" hkd ", "８００２１３", "８００２１", "ＱＡ　１", "ｎｕｌｌ", "%２５", "\u200b１", "\ud800１", "，"),
    *("１，，２", "ｈｔｔｐ：／／１２７．０．０．１：８０", "＋０８００"),
)


@pytest.mark.parametrize("call", ["payment", "refund", "query", "close"])
def test_no_value_is_offered_that_is_refused_itself(call: str) -> None:
    """Whatever digits and letters a value is written with, in any parameter."""
    names = [entry.name for entry in clean_draft(call).entries]
    offers = 0
    for case in (Case("", name, value, endpoint=call) for name in names for value in ODD):
        for finding in case.prepared().findings_at(case.field):
            for mend in ways_out(case, finding):
                if mend.draft is None or not str(mend.words).startswith("Use "):
                    continue
                left = after(case, mend.draft).findings_at(case.field)
                offers += 1
                assert finding.code not in {one.code for one in left}, (case, finding.code, str(mend.words))
                assert Severity.WRONG not in {one.severity for one in left}, (case, finding.code, str(mend.words))
    assert offers > 20


def test_every_finding_has_a_way_out_or_is_listed_as_one_without() -> None:
    """And none is listed that has one."""
    with_one = {case.code for case in EVERY if offered(case)}
    assert {case.code for case in EVERY} - with_one == WITHOUT


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (Case("amount-major-units", "txamt", "1.15"), ["Use 115"]),
        (Case("amount-decimal-text", "txamt", "300.0"), ["Use 300", "Use 30000"]),
        (Case("amount-grouped", "txamt", "1,234"), ["Use 1234"]),
        (Case("hidden-characters", "goods_name", " tea "), ["Trim"]),
        (Case("hidden-characters", "goods_name", "te\u200ba"), ["Delete them"]),
        (Case("full-width", "out_trade_no", "ＱＡ１"), ["Use QA1"]),
        (Case("full-width", "txamt", "１．５ｅ７"), []),
        (Case("full-width", "txamt", "１．１５"), ["Use 115"]),
        (Case("full-width", "txamt", "３００"), ["Use 300"]),
        (Case("time-format", "txdtm", "2026-03-01T18:00:00+08:00"), ["Use 2026-03-01 18:00:00", "New on every send"]),
        (Case("time-format", "txdtm", "yesterday"), ["New on every send"]),
        (Case("time-utc", "txdtm", "2026-03-01 10:00:00"), ["Use 2026-03-01 18:00:00"]),
        (Case("mchid-differs", "mchid", "other"), ["Use R1zQrTdJnn"]),
        (Case("name-misspelt", "Goods_Info", further=(Entry("Goods_Info", "x"),)), []),
        (Case("openid-shape", "sub_openid", "x"), ["Find it …"]),
        (Case("missing", "txcurrcd", ""), ["Use HKD"]),
        (Case("missing", "sub_openid", ""), ["Find it …"]),
        (Case("missing", "txdtm", ""), ["New on every send"]),
        (
            Case("profile-elsewhere", "environment", bound_to="live-hk"),
            ["Switch to Live testing · Hong Kong"],
        ),
        (
            Case("sandbox-cards-only", "environment", environment=SANDBOX, bound_to="sandbox"),
            ["Switch to Simulator"],
        ),
    ],
    ids=str,
)
def test_the_way_out_is_said_in_the_words_of_its_button(case: Case, words: list[str]) -> None:
    """The value itself where there is one."""
    assert [str(mend.words) for mend in offered(case)] == words


def test_what_is_left_out_keeps_its_value_and_what_is_further_goes() -> None:
    """A documented parameter stays in its place, one of the person's own does not."""
    (known,) = offered(Case("nothing-word", "goods_info", "null"))
    assert known.draft is not None
    assert known.draft.find("goods_info") == Entry("goods_info", "null", leave_out=True)
    (own,) = offered(Case("nothing-word", "remark", further=(Entry("remark", "null"), Entry("other", "1"))))
    assert own.draft is not None
    assert own.draft.further == (Entry("other", "1"),)


def test_of_a_doubled_name_the_first_that_is_sent_stays() -> None:
    """Whatever stood before it unsent."""
    further = (Entry("a", "0", leave_out=True), Entry("a", "1"), Entry("b", "2"), Entry("a", "3"))
    (mend,) = offered(Case("name-doubled", "a", further=further))
    assert mend.draft is not None
    assert mend.draft.further == (Entry("a", "1"), Entry("b", "2"))
    (mend,) = offered(Case("name-doubled", "a", further=further[1:]))
    assert mend.draft is not None
    assert mend.draft.further == (Entry("a", "1"), Entry("b", "2"))


def test_a_misspelt_name_takes_its_value_to_the_right_one() -> None:
    """Where that is free; a value that stands there is not written over."""
    case = Case("name-misspelt", "subOpenid", also=(("sub_openid", ""),), further=(Entry("subOpenid", "oX"),))
    (mend,) = offered(case)
    assert (str(mend.words), mend.draft and mend.draft.value("sub_openid")) == ("Call it sub_openid", "oX")
    assert mend.draft is not None
    assert mend.draft.further == ()


def test_the_credentials_are_mended_where_they_are_kept() -> None:
    """By the window's own command."""
    case = Case("credential-missing", "client_key", credentials=type(CREDENTIALS)("A2BE4E015A8A4B0A8E9D880123456789"))
    assert [mend.act for mend in offered(case)] == ["credentials"]


def test_an_openid_is_not_taken_from_the_example_outside_the_simulator() -> None:
    """A made-up openid is no way out."""
    case = Case("missing", "sub_openid", "", environment=LIVE_TESTING, bound_to="live-hk")
    assert [mend.act for mend in offered(case)] == ["find_openid"]


def test_a_refund_takes_what_is_left() -> None:
    """Of the order it is of."""
    (mend,) = offered(Case("refund-exceeds", "txamt", "301", endpoint="refund"))
    assert mend.draft is not None
    assert mend.draft.value("txamt") == PAID.txamt


def test_the_repr_of_a_way_out_shows_no_value() -> None:
    """It may be logged."""
    (mend,) = offered(Case("hidden-characters", "goods_name", " secret tea"))
    assert "secret" not in repr(mend)
