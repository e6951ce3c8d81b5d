"""The table of return codes: complete, well formed, and never an advice to pay twice."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.respcd import GROUPS, Outcome, ReturnCode, Turn, explain, table, validated
from qfpay_gui.resources import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).parents[2] / "qfpay_gui"
# The simulator decides for itself what it refuses with which code: nothing of it is shared with what reads the reply.
DECIDES = PROGRAM / "services" / "simulator"

CURRENT = """
0000 1100 1101 1102 1103 1104 1105 1106 1107 1108 1125 1136 1142 1143 1145 1147 1150 1155 1181 1201 1202 1203 1204 1205
1212 1241 1242 1243 1250 1251 1252 1254 1260 1261 1262 1263 1264 1265 1266 1267 1268 1269 1270 1271 1272 1294 1295 1296
1297 1298 2005 2011
"""


def known(code: str) -> ReturnCode:
    """The entry of a code that must be in the table."""
    entry = explain(code)
    assert entry is not None
    return entry


def test_every_current_code_is_explained() -> None:
    """The 52 codes of QFPay's newest table are there and marked as current; 53 more are older."""
    assert sorted(entry.code for entry in table() if entry.status == "current") == CURRENT.split()
    assert len(table()) == 105


def test_an_undocumented_code_has_no_explanation() -> None:
    """Nothing is made up for a code nobody documents."""
    assert explain("9999") is None
    assert explain("") is None
    assert explain("108") is None


@pytest.mark.parametrize("code", ["1143", "1145", "1298", "1161", "2999"])
def test_open_outcomes_are_in_progress_and_forbid_sending_again(code: str) -> None:
    """A code with an open outcome is neither success nor failure: query on, never send again."""
    entry = known(code)
    assert entry.outcome is Outcome.IN_PROGRESS
    assert entry.turn is Turn.WAIT
    assert re.search(r"quer", str(entry.next), re.IGNORECASE)
    assert re.search(r"[Nn]ever send", str(entry.next))


def test_only_0000_is_a_success_and_it_is_not_paid() -> None:
    """Respcd 0000 is the one success, and says that nobody has paid yet."""
    assert [entry.code for entry in table() if entry.outcome is Outcome.SUCCESS] == ["0000"]
    assert "nobody has paid yet" in str(known("0000").meaning)


def test_all_other_codes_failed() -> None:
    """QFPay's rule: what neither succeeded nor is in progress has failed."""
    going_on = {"0000", "1143", "1145", "1161", "1298", "2999"}
    assert {entry.code for entry in table() if entry.outcome is not Outcome.FAILED} == going_on


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1108", "MCHCODE非法"),
        ("1108", "X-QF-SIGNTYPE"),
        ("1104", "filter error"),
        ("1251", "out_trade_no is used"),
        ("1136", "start_time"),
        ("1260", "refund"),
    ],
)
def test_codes_with_a_second_meaning_say_so(code: str, words: str) -> None:
    """Where a code is also seen for another cause, the way out names it."""
    assert words in str(known(code).next)


def test_nothing_advises_a_new_payment_before_the_outcome_is_known() -> None:
    """A new order is advised only after a query, or where the payer's means of payment was refused for certain."""
    certain = {"1121", "1139", "1201", "1212", "2004"}
    for entry in table():
        advice = str(entry.next)
        if "new out_trade_no" in advice and entry.code not in certain:
            assert re.search(r"quer", advice.partition("new out_trade_no")[0], re.IGNORECASE), entry.code
        assert not re.search(r"(?<!never )(?<!not )send the \w+ again|resend|send it again", advice.lower()), entry.code


def test_failures_inside_qfpay_or_the_channel_are_queried_first() -> None:
    """Where QFPay or its channel failed on the way, the order may exist: the advice begins with the query."""
    for code in (
        "1111",
        "1112",
        "1127",
        "1131",
        "1144",
        "1146",
        "1154",
        "1205",
        "1252",
        "1254",
        "1295",
        "1296",
        "1297",
    ):
        assert str(known(code).next).startswith("Query out_trade_no"), code


def test_texts_are_whole_sentences_of_their_own() -> None:
    """Each meaning is one short sentence, no two codes share it, and each sentence ends as one."""
    meanings = [str(entry.meaning) for entry in table()]
    assert len(set(meanings)) == len(meanings)
    assert all(len(meaning) <= 76 and meaning.endswith(".") for meaning in meanings)
    assert all(str(entry.next).endswith(".") for entry in table())


def test_texts_are_looked_up_in_the_table_s_own_context() -> None:
    """A translation of the table is found under the context respcd."""
    assert {text.context for entry in table() for text in (entry.meaning, entry.next)} == {"respcd"}


@pytest.mark.parametrize(
    "change",
    [
        {"code": "108"},
        {"code": "11O8"},
        {"group": "other"},
        {"status": "old"},
        {"turn": "bank"},
        {"meaning": ""},
        {"meaning": "A {brace}."},
        {"next": None},
        {"order": "gone"},
        {"extra": "member"},
    ],
)
def test_a_malformed_entry_is_refused(change: dict[str, object]) -> None:
    """A mistake in the table is an error at once, not a wrong sentence later."""
    row = {**read_json("data/respcd.json")[0], **change}
    with pytest.raises(ValueError, match=r"respcd table|is not a valid Turn"):
        validated([row])


def test_a_code_may_stand_in_the_table_once() -> None:
    """Two entries for one code are refused."""
    row = read_json("data/respcd.json")[0]
    with pytest.raises(ValueError, match="twice"):
        validated([row, row])


def test_each_row_about_a_call_names_what_there_is_and_says_whole_sentences() -> None:
    """A misspelt code, group or call would never be found; a placeholder of another name never filled."""
    for row in read_json("data/respcd_calls.json"):
        assert row.keys() <= {"claim", "codes", "groups", "calls", "words", "turn", "meaning", "next", "number_used"}
        assert row.get("calls") or row.get("words")
        assert all(explain(code) for code in row.get("codes", ()))
        assert set(row.get("groups", ())) <= GROUPS
        assert set(row.get("calls", ())) <= {"payment", "query", "refund", "close", "reversal"}
        assert row.get("turn", "wait") in {turn.value for turn in Turn}
        assert row.get("words", "") == row.get("words", "").lower()
        for sentence in (row[name] for name in ("meaning", "next") if name in row):
            assert sentence.format(name="out_trade_no", value="1").endswith(".")
        assert "{" not in row.get("meaning", "")


@pytest.mark.parametrize(
    ("code", "call", "words", "is_used"),
    [
        ("1102", "payment", "", True),
        ("1110", "", "", True),
        ("2011", "refund", "", True),
        ("1251", "payment", "Out_Trade_No is used", True),
        ("1251", "refund", "out_trade_no is used", True),
        ("1251", "payment", "", False),
        ("1251", "query", "out_trade_no is used", False),
        ("1262", "payment", "", False),
        ("1297", "payment", "该订单已支付", True),
        ("1205", "payment", "ORDERPAID", True),
        ("1205", "query", "ORDERPAID", False),
        ("1205", "payment", "appid和openid不匹配", False),
    ],
)
def test_one_place_says_whether_a_number_was_used(code: str, call: str, words: str, *, is_used: bool) -> None:
    """1251 has two causes: QFPay's own words tell which."""
    told = explain(code, call, words)
    assert told is not None
    assert told.number_used is is_used


@pytest.mark.parametrize("code", ["1104", "1205", "1242", "1297"])
def test_what_wechats_order_interface_says_is_explained_in_the_reply(code: str) -> None:
    """Whatever code carries it: an openid of another Mini Program is refused before there are pay_params."""
    told = explain(code, "payment", "appid和openid不匹配")
    assert told is not None
    assert "another Mini Program" in str(told.meaning)
    assert told.turn is Turn.MERCHANT


def test_the_states_that_codes_name_are_in_the_table() -> None:
    """Each code that names the state of an order, and those by which there is none."""
    states = {entry.code: entry.order for entry in table() if entry.order}
    assert states == {
        "1142": "closed",
        "1264": "closed",
        "1263": "cancelled",
        "1181": "expired",
        "1260": "paid",
        "1261": "open",
        "1262": "refunded",
    }
    assert [entry.code for entry in table() if entry.not_found] == ["1136", "1268"]


def lists_of_codes(source: str) -> Iterator[int]:
    """The lines on which several known codes stand together, as in a set of those that mean the same."""
    codes = {entry.code for entry in table()}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
            written = node.keys if isinstance(node, ast.Dict) else node.elts
            if sum(isinstance(one, ast.Constant) and one.value in codes for one in written) > 1:
                yield node.lineno


def test_what_several_codes_mean_alike_stands_in_the_tables_only() -> None:
    """For an order, a number, a poll and a refund: a set in the code would one day disagree with another."""
    assert list(lists_of_codes('USED = {\n"1102", "2011"}\nONE = ("1108", "x")')) == [1]
    modules = [path for path in PROGRAM.rglob("*.py") if DECIDES not in path.parents]
    assert [path for path in modules if any(lists_of_codes(path.read_text(encoding="utf-8")))] == []


def test_words_are_looked_at_up_to_a_bound() -> None:
    """A server may send megabytes of them, and says what it has to say at the beginning."""
    near, far = (explain("1252", "payment", "x" * before + "订单已支付") for before in (9_995, 9_996))
    assert near is not None
    assert far is not None
    assert (near.number_used, far.number_used) == (True, False)
