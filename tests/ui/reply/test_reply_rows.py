"""The lines of the first page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_params import MEMBERS
from qfpay_gui.ui.reply.reply_rows import ReplyHeading, ReplyRow, member_rows, reply_rows
from tests.ui.reply import answers

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer


def _rows(answer: Answer) -> list[ReplyRow]:
    return [row for row in reply_rows(answer) if isinstance(row, ReplyRow)]


def test_the_six_members_come_first_then_the_other_fields() -> None:
    """pay_params lead; what else the reply says follows under a heading, pay_params themselves not once more."""
    rows = reply_rows(answers.success())
    assert [row.name for row in rows[:6] if isinstance(row, ReplyRow)] == list(MEMBERS)
    assert isinstance(rows[6], ReplyHeading)
    names = [row.name for row in rows[7:] if isinstance(row, ReplyRow)]
    assert names[:3] == ["respcd", "resperr", "syssn"]
    assert "pay_params" not in names


def test_a_member_that_came_as_a_number_is_not_called_text() -> None:
    """The reading turns numbers into text, so the finding about it speaks in place of the member's own check."""
    pay_params = {**answers.PAY_PARAMS, "timeStamp": int(answers.PAY_PARAMS["timeStamp"])}
    row = next(row for row in member_rows(answers.success(pay_params=pay_params)) if row.name == "timeStamp")
    assert row.severity is Severity.ATTENTION
    assert str(row.words) == "timeStamp came as a number, not as text"


def test_a_misspelled_and_a_missing_member_both_have_a_row() -> None:
    """nonce_str in place of nonceStr: the one without value, the other with."""
    pay_params = {("nonce_str" if name == "nonceStr" else name): value for name, value in answers.PAY_PARAMS.items()}
    rows = {row.name: row for row in member_rows(answers.success(pay_params=pay_params))}
    assert rows["nonceStr"].value is None
    assert rows["nonceStr"].severity is Severity.WRONG
    assert rows["nonce_str"].value == answers.PAY_PARAMS["nonceStr"]
    assert rows["nonce_str"].severity is Severity.WRONG


def test_a_repeated_field_says_whether_it_is_as_sent() -> None:
    """The txamt came back differently, out_trade_no as sent."""
    rows = {row.name: row for row in _rows(answers.success(txamt="301"))}
    assert str(rows["out_trade_no"].words) == "as sent"
    assert rows["txamt"].severity is Severity.WRONG
    assert rows["syssn"].words is None


def test_the_records_of_a_query_stand_under_headings() -> None:
    """Each record of data is listed field by field, the list itself is not."""
    body = json.dumps({"respcd": "0000", "data": [{"syssn": "1"}, {"syssn": "2"}]}).encode()
    rows = reply_rows(answers.answered(body, sent=replace(answers.request(), endpoint="query")))
    shown = [str(row.words) if isinstance(row, ReplyHeading) else f"{row.name}={row.value}" for row in rows]
    assert shown == ["respcd=0000", "Record 1 of 2", "syssn=1", "Record 2 of 2", "syssn=2"]


def test_a_reply_with_a_hundred_thousand_fields_gives_a_page_of_them() -> None:
    """The rest is counted, not listed."""
    members = {"respcd": "1108", **{f"field{number}": "x" for number in range(100_000)}}
    rows = reply_rows(answers.answered(json.dumps(members).encode()))
    assert len(rows) == 201
    assert str(rows[-1].words) == "99801 further fields: see the raw reply"


@pytest.mark.parametrize(("extra", "left_out"), [(194, 0), (195, 1), (100_000, 99_806)])
def test_pay_params_of_many_members_give_a_page_of_them(extra: int, left_out: int) -> None:
    """The six that count come first; how many are left out is said."""
    pay_params = {**answers.PAY_PARAMS, **{f"m{number}": "x" for number in range(extra)}}
    rows = reply_rows(answers.success(pay_params=pay_params))
    assert [row.name for row in rows[:6] if isinstance(row, ReplyRow)] == list(MEMBERS)
    said = str(rows[200].words) if isinstance(rows[200], ReplyHeading) else ""
    assert said == (
        f"{left_out:,}".replace(",", "") + " further fields: see the raw reply" if left_out else "Beside pay_params"
    )


def test_a_hundred_records_give_twenty() -> None:
    """The rest is counted, not listed."""
    body = json.dumps({"respcd": "0000", "data": [{"syssn": str(number)} for number in range(100)]}).encode()
    rows = reply_rows(answers.answered(body, sent=replace(answers.request(), endpoint="query")))
    assert str(rows[-1].words) == "80 further records: see the raw reply"


def test_no_reply_gives_no_rows() -> None:
    """Where nothing came there is nothing to list."""
    assert reply_rows(answers.unanswered()) == ()
