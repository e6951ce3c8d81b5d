from __future__ import annotations

import pytest

from qfpay_gui.qfpay.reply.acts import ACTS, FIELD, MOST, acts
from qfpay_gui.qfpay.reply.statement import then
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.respcd import explain
from qfpay_gui.qfpay.text import text
from qfpay_gui.resources import read_json

CODES = [row["code"] for row in read_json("data/respcd.json")]


@pytest.mark.parametrize(
    ("call", "code", "words", "offered"),
    [
        ("payment", "1108", "", ("credentials", "environment", "signature", "field:mchid")),
        ("payment", "1108", "MCHCODE非法", ("field:mchid",)),
        ("payment", "1104", "", ("field:pay_type", "ask")),
        ("payment", "1103", "", ("field:txamt", "field:txdtm")),
        ("payment", "1143", "", ()),
        ("payment", "1201", "", ()),
        ("payment", "1203", "", ("ask",)),
        ("payment", "1261", "", ("close",)),
        ("payment", "1150", "", ("refund", "ask")),
        ("query", "1136", "", ("credentials", "environment", "field:start_time", "field:end_time")),
        ("close", "1136", "", ("credentials", "environment", "field:mchid")),
        ("refund", "1272", "", ("field:syssn", "field:txamt")),
    ],
)
def test_what_a_step_names_can_be_pressed(call: str, code: str, words: str, offered: tuple[str, ...]) -> None:
    """In the order in which to look, and never more than four."""
    known = explain(code, call, words)
    assert known is not None
    assert acts(call, known.next) == offered


@pytest.mark.parametrize("code", CODES)
def test_every_act_can_be_carried_out(code: str) -> None:
    """It is one that is known, or a parameter of the call; the number of a payment is queried, never typed anew."""
    for call in ENDPOINTS:
        known = explain(code, call)
        assert known is not None
        offered = acts(call, known.next)
        assert len(offered) <= MOST
        assert len(set(offered)) == len(offered)
        names = {one.name for one in endpoint(call).parameters}
        assert all(one in ACTS or one.removeprefix(FIELD) in names for one in offered)
        if "Query out_trade_no" in known.next.template:
            assert "field:out_trade_no" not in offered


def test_what_is_filled_into_a_sentence_is_our_own_only_where_it_is_a_sentence() -> None:
    """What a server or a merchant wrote names nothing to press."""
    written = text("Verdict", "QFPay’s own words: “{words}”.").fill(words="ask QFPay, check client_key and mchid")
    assert acts("payment", written) == ()
    assert acts("payment", then(written, text("Verdict", "Check app_code."))) == ("credentials",)


@pytest.mark.parametrize(
    ("template", "offered"),
    [
        ("Check the spelling of the base URL.", ("environment",)),
        ("Add its authority: File → Trust a CA file.", ("ca_file",)),
        ("Let nobody pay yet, and look at the checks.", ("checks",)),
        ("Live testing moves real money: refund it now.", ("refund",)),
        ("Do not refund it.", ()),
        ("The txamtx of my_client_key.", ()),
    ],
)
def test_words_count_as_a_whole(template: str, offered: tuple[str, ...]) -> None:
    """Part of a name is no name."""
    assert acts("payment", text("Verdict", template)) == offered
