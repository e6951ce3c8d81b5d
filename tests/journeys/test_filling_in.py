from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.services.simulator.wire import read_form
from qfpay_gui.ui.widgets.signing_view import SigningView
from tests.thorough import IS_THOROUGH
from tests.ui.person import press

if TYPE_CHECKING:
    from tests.ui.desk import Desk

ANY = st.text(st.characters(codec="utf-8"), max_size=40)
DOCUMENTED = {parameter.name for parameter in endpoint("payment").parameters}
NAMES = ANY.filter(lambda name: name != "" and name not in DOCUMENTED)


def _independent_signature(desk: Desk, body: bytes) -> str:
    """What this body must be signed with, by nothing of the program's own."""
    pairs = sorted(parse_qsl(body.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict"))
    signed = "&".join(f"{name}={value}" for name, value in pairs) + desk.bench.credentials.client_key
    return hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()


def test_an_amount_in_major_units_is_found_mended_and_undone(desk: Desk) -> None:
    """The finding stands at the field, goes with the mistake, and Ctrl+Z walks back across fields."""
    desk.person.type("txamt", "3.00")
    row = desk.window.form.rows["txamt"]
    assert "300" in row.said
    assert desk.person.edit("txamt").property("severity") == "wrong"
    assert "<a href='claim:rule.amount-major-units'" in desk.person.find(QLabel, "inspector_text").text()
    desk.person.type("txamt", "4200")
    assert "HK$42.00" in row.said
    desk.person.type("sub_openid", "oABC")
    edit = desk.person.go_to("sub_openid")
    for expected in (("4200", "oQFTester_0penid_for_demo_01"), ("300", "oQFTester_0penid_for_demo_01")):
        press("Ctrl+Z", edit)
        assert (desk.person.edit("txamt").text(), desk.person.edit("sub_openid").text()) == expected
    press("Ctrl+Y", edit)
    press("Ctrl+Shift+Z", edit)
    assert (desk.value("txamt"), desk.value("sub_openid")) == ("4200", "oABC")


def test_a_chinese_name_with_a_space_at_its_end_is_seen_and_sent_as_it_is(desk: Desk) -> None:
    """The space shows, the bytes are counted, and the server reads what the window showed."""
    desk.person.click("section_optional")
    desk.person.type("goods_name", "奶茶 ")
    assert "goods_name=奶茶·&" in desk.person.find(SigningView, "signing_string").toPlainText()
    string = desk.bench.draft.prepared.signing_string
    counted = f"{len(string):,} characters, {len(string.encode()):,} bytes · 1 hidden"
    assert desk.person.said("signing_facts").startswith(counted)
    press("Ctrl+Return")
    answer = desk.wait_for_answer()
    request = desk.simulator.requests[0]
    assert ("goods_name", "奶茶 ") in read_form(request.body)
    assert request.header("x-qf-sign") == _independent_signature(desk, request.body)
    assert answer.reply is not None
    assert answer.reply.respcd == "0000"


def test_what_was_shown_is_what_was_sent(desk: Desk) -> None:
    """The signature in the window, the header on the wire, and the string that was copied are one."""
    desk.person.click("section_optional")
    desk.person.paste("goods_name", "\ufeff<b>tea</b>\u200b\ttea\r\n")
    press("Ctrl+Return")
    desk.wait_for_answer()
    request = desk.simulator.requests[0]
    assert dict(read_form(request.body))["goods_name"] == "\ufeff<b>tea</b>\u200b\ttea\r\n"
    assert request.header("x-qf-sign") == desk.person.find(QLabel, "signature").accessibleName()


def test_any_text_that_unicode_allows_is_decoded_and_signed_there_as_it_was_shown_here(desk: Desk) -> None:
    """Over real HTTP, for any name and any value, typed where parameters of one's own are typed."""
    desk.bench.draft.set_further((Entry("note", "1"),))
    desk.window.form.open(("further",))

    @settings(max_examples=60 if IS_THOROUGH else 12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(NAMES, ANY)
    @example("\ufeffname", "\ufeffvalue")
    @example("\ufffe", "\ufffe\ufdd0\x00")
    @example("a=b&c", "100%+ =&%2B")
    @example("\U0001f9cb", "a\r\n\u2028b")
    @example("Z", "")
    def sent(name: str, value: str) -> None:
        desk.person.paste("further_name_0", name)
        desk.person.paste("further_value_0", value) if value else desk.person.type("further_value_0", "")
        shown = desk.bench.draft.draft.further[0]
        assert (shown.name, shown.value) == (name, value)
        press("Ctrl+Return")
        desk.wait_for_answer()
        request = desk.simulator.requests[-1]
        assert [pair for pair in read_form(request.body) if pair[0] == name] == ([(name, value)] if value else [])
        assert read_form(request.body) == desk.answer.request.parameters
        assert request.header("x-qf-sign") == _independent_signature(desk, request.body)

    sent()


def test_a_megabyte_is_said_to_be_one_and_sent_whole(desk: Desk) -> None:
    """Pasted into a field: the window lives, says how long it is, finds it too long, and every byte goes out."""
    desk.person.click("section_optional")
    desk.person.paste("goods_name", "茶" + "x" * 1_000_000)
    assert "1,000,001 characters" in desk.person.edit("goods_name").text()
    assert "1,000,001" in desk.window.form.rows["goods_name"].said
    press("Ctrl+Return")
    desk.wait_for_answer()
    assert dict(read_form(desk.simulator.requests[0].body))["goods_name"] == "茶" + "x" * 1_000_000
    desk.person.type("sub_openid", "ok")
    assert "sub_openid=ok" in desk.person.find(SigningView, "signing_string").toPlainText()
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert desk.person.edit("goods_name").text() == ""
