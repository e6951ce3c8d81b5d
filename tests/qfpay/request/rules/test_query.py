from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.times import UTC8, txdtm
from tests.qfpay.request.rules.cases import NOW, PAID, Case, check_noticed, check_quiet

OLD = replace(PAID, made_at=NOW - timedelta(days=40))
ALL = (("out_trade_no", ""),)


def _query(code: str, field: str, value: str | None = None, says: str = "", **more: object) -> Case:
    return Case(code, field, value, says, endpoint="query", **more)  # type: ignore[arg-type]  # Case's own fields


CASES = (
    _query("query-unbounded", "syssn", "", "both times", severity=Severity.ATTENTION, also=ALL),
    _query("query-unbounded", "syssn", severity=Severity.ATTENTION, also=(*ALL, ("start_time", "2026-03-01 00:00:00"))),
    _query("query-unbounded", "syssn", severity=Severity.ATTENTION, also=(*ALL, ("end_time", "2026-03-01 00:00:00"))),
    _query("time-format", "start_time", "2026-03-01", "Not YYYY-MM-DD"),
    _query("time-format", "end_time", "2026-03-01T18:00:00", "ISO form"),
    _query("time-impossible", "start_time", "2026-02-30 00:00:00", "No such date"),
    _query(
        "query-time-ignored",
        "start_time",
        "2026-03-01 00:00:00",
        "Ignored",
        severity=Severity.NOTE,
        also=(("syssn", "20260301000300020012345678"),),
    ),
    _query(
        "query-range-reversed",
        "end_time",
        "2026-03-01 00:00:00",
        "Before start_time",
        also=(("start_time", "2026-03-01 00:00:01"),),
    ),
    _query(
        "query-range-months",
        "end_time",
        "2026-03-01 00:00:00",
        "another month",
        also=(("start_time", "2026-02-28 23:59:59"),),
    ),
    _query(
        "query-range-months",
        "end_time",
        "2026-03-02 00:00:00",
        "another month",
        also=(("start_time", "2025-03-01 00:00:00"),),
    ),
    _query("query-range-open", "start_time", "2026-02-01 00:00:00", "both times", severity=Severity.ATTENTION),
    _query("query-range-open", "end_time", "2026-02-28 00:00:00", "both times", severity=Severity.ATTENTION),
    _query("query-older-order", "out_trade_no", None, "add its times", severity=Severity.ATTENTION, orders=(OLD,)),
    _query("list-separator", "syssn", "1, 2", "commas only", severity=Severity.ATTENTION),
    _query("list-separator", "out_trade_no", "QA1;QA2", "commas only", severity=Severity.ATTENTION),
    _query("list-separator", "pay_type", "800213，800201", "commas only", severity=Severity.ATTENTION),
    _query("list-gap", "out_trade_no", "QA1,,QA2", "comma too many", severity=Severity.ATTENTION),
    _query("list-gap", "syssn", "1,", "comma too many", severity=Severity.ATTENTION),
    _query("query-code-shape", "respcd", "00", "Digits only", severity=Severity.ATTENTION),
    _query("query-code-shape", "pay_type", "WeChat", "Digits only", severity=Severity.ATTENTION),
    _query("page-not-whole", "page", "0", "whole number from 1"),
    _query("page-not-whole", "page", "first", "whole number from 1"),
    _query("page-not-whole", "page_size", "9" * 5000, "whole number from 1"),
    _query("page-size-over", "page_size", "101", "At most 100", severity=Severity.ATTENTION),
    _query("too-long", "syssn", "1," + "2" * 129, "129 characters"),
)

QUIET = (
    _query("time-format", "start_time", "2026-03-01", also=(("syssn", OLD.syssn),)),
    _query("query-unbounded", "syssn", "1", also=ALL),
    _query("query-unbounded", "syssn"),
    _query(
        "query-unbounded",
        "syssn",
        also=(*ALL, ("start_time", "2026-03-01 00:00:00"), ("end_time", "2026-03-01 00:00:00")),
    ),
    _query("query-range-months", "end_time", "2026-02-28 23:59:59", also=(("start_time", "2026-02-01 00:00:00"),)),
    _query("query-range-reversed", "end_time", "2026-03-01 00:00:00", also=(("start_time", "2026-03-01 00:00:00"),)),
    _query("query-range-open", "start_time", "2026-03-31 23:59:59"),
    _query("query-older-order", "out_trade_no"),
    _query("query-older-order", "out_trade_no", orders=(OLD,), also=(("syssn", OLD.syssn),)),
    _query("list-separator", "syssn", "1,2,3"),
    _query("query-code-shape", "respcd", "0000"),
    _query("query-code-shape", "pay_type", "800213,800201"),
    _query("page-size-over", "page_size", "100"),
    _query("page-not-whole", "page", "12345678"),
    _query("too-long", "out_trade_no", ",".join(["Q" * 128] * 3)),
    _query("order-number-characters", "out_trade_no", "QA1,QA2"),
    _query("other-pay-type", "pay_type", "800201"),
    _query("mchid-left-out", "respcd"),
    _query("missing", "txamt"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_a_query_would_not_find_is_noticed_where_it_is_typed(case: Case) -> None:
    """Times, lists and pages are checked by the documented rules."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_query_as_documented_is_not_remarked_on(case: Case) -> None:
    """The ends of a month, of a list and of a page pass, and no rule of a payment holds."""
    check_quiet(case)


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC8)),  # noqa: DTZ001 - the zone is the strategy's
    st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_a_range_is_remarked_on_just_where_it_leaves_its_month(start: datetime, length: timedelta) -> None:
    """Whatever the month and the year, in the calendar of UTC+8."""
    end = start + length
    case = _query("query-range-months", "end_time", txdtm(end), also=(("start_time", txdtm(start)),))
    found = {one.code for one in case.prepared().findings}
    assert ("query-range-months" in found) == (f"{start:%Y-%m}" != f"{end:%Y-%m}")
