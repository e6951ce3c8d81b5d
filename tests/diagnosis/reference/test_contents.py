"""Every subject has one page, every page its sources, every link its page, and the search finds what is meant."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.notification.fields import FIELDS, MANDATORY
from qfpay_gui.diagnosis.reference.contents import START, index, page, pages, place_of, search, spoken
from qfpay_gui.diagnosis.reference.page import KINDS, Kind
from qfpay_gui.qfpay import environments, respcd
from qfpay_gui.qfpay.claims import find_claim
from qfpay_gui.qfpay.code2session.errcodes import MEANINGS
from qfpay_gui.qfpay.onboarding.steps import STEPS
from qfpay_gui.qfpay.reply.pay_params import MEMBERS
from qfpay_gui.qfpay.reply.records.meanings import KNOWN
from qfpay_gui.qfpay.reply.wx_results import ANSWERS
from qfpay_gui.qfpay.request import rules
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint

_PARAMETERS = {one.name for call in ENDPOINTS for one in endpoint(call).parameters}
_ABOUT_MORE = {
    # About who signs and where it goes, not about a parameter.
    *("credential-missing", "credential-hidden", "credential-shape", "key-is-app-code", "app-code-header"),
    *("sandbox-cards-only", "profile-elsewhere", "non-ascii-boilerplate", "undoing-undocumented", "mchid-unassigned"),
    # About names, which have no page where nobody knows them.
    *("name-misspelt", "name-empty", "name-doubled", "name-characters", "openid-made-up"),
    # About an order in another state than the one of the examples.
    *("refund-nothing-left", "refund-number-used", "refund-unpaid", "refund-exceeds-pending", "undoing-over"),
    *("query-older-order", "simulator-merchant"),
}
"""Findings that are no mistake in the value of a parameter, so that no page of one shows them."""


def _titles(kind: Kind) -> list[str]:
    return [str(one.title) for one in pages() if one.kind is kind and one.id != START]


@pytest.mark.parametrize(
    ("kind", "subjects"),
    [
        (Kind.CALL, {str(endpoint(name).label) for name in ENDPOINTS}),
        (Kind.PARAMETER, _PARAMETERS),
        (Kind.RESPCD, {one.code for one in respcd.table()}),
        (Kind.MEMBER, set(MEMBERS)),
        (Kind.WX, {one.err_msg for one in ANSWERS}),
        (Kind.RECORD, set(KNOWN)),
        (Kind.NOTIFICATION, set(FIELDS)),
        (Kind.LOGIN, set(MEANINGS)),
        (Kind.SETUP, {str(step.heading) for step in STEPS} | {"Payments under a real name"}),
        (Kind.ENVIRONMENT, {str(one.name) for one in environments.ALL} | {"Custom"}),
    ],
)
def test_every_subject_has_exactly_one_page(kind: Kind, subjects: set[str]) -> None:
    """No parameter, code, member, answer, field or environment is left out or told twice."""
    titles = _titles(kind)
    assert set(titles) == subjects
    assert len(titles) == len(subjects)


def test_every_kind_stands_in_the_contents() -> None:
    """The contents list every page once, under its kind."""
    listed = [line.page for section in page(START).sections for line in section.lines]
    assert sorted(listed) == sorted(one.id for one in pages() if one.id != START)
    assert [section.heading for section in page(START).sections] == list(KINDS.values())


def test_a_page_says_something_and_where_it_is_known_from() -> None:
    """It has a title, lines under headings, and entries of the register that exist, or a reason for having none."""
    for one in pages():
        assert str(one.title), one.id
        assert str(one.summary), one.id
        assert all(str(section.heading) and section.lines for section in one.sections), one.id
        assert all(find_claim(claim_id) is not None for claim_id in one.claims), one.id
        assert bool(one.claims) != (one.unsourced is not None), one.id


def test_every_link_leads_to_a_page() -> None:
    """Another one, and to each only once."""
    for one in pages():
        links = [*one.see, *(line.page for section in one.sections for line in section.lines if line.page)]
        assert {page(link).id for link in links} == set(links), one.id
        assert one.id not in links, one.id
        assert len(one.see) == len(set(one.see)), one.id


def test_every_parameter_says_whether_each_call_needs_it() -> None:
    """With its type there, and an example."""
    for call in ENDPOINTS:
        for parameter in endpoint(call).parameters:
            told = [one for one in page(f"parameter.{parameter.name}").sections if one.anchor == call]
            assert len(told) == 1, (call, parameter.name)
            said = "\n".join(str(words) for line in told[0].lines for words in line.texts())
            assert ("mandatory" in said) == parameter.mandatory
            assert parameter.type in said
            assert str(parameter.help) in said
            terms = {str(line.term): str(line.words) for line in told[0].lines}
            assert ("Length" in terms) == bool(parameter.max_length), (call, parameter.name)
            assert str(parameter.max_length or "") in terms.get("Length", "")
            assert (
                any(str(line.term) == "Example" and line.wire for line in told[0].lines)
                or parameter.name == "goods_info"
            )


def test_the_mistakes_are_what_the_rules_say() -> None:
    """Each rule about the value of a parameter is on the page of one, with a value that makes it."""
    written = set()
    for path in Path(rules.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            makers = {"wrong", "attention", "note", "_unusable"}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers and node.args:
                first = node.args[0]
                written |= {first.value} if isinstance(first, ast.Constant) else set()
    told = {
        claim.removeprefix("rule.")
        for one in pages()
        if one.kind in {Kind.PARAMETER, Kind.SIGNING}
        for claim in one.claims
        if claim.startswith("rule.")
    }
    assert written - told == _ABOUT_MORE


def test_a_mistake_stands_with_the_value_that_makes_it() -> None:
    """1.15 is major units, and the way out says which number is meant."""
    lines = [line for section in page("parameter.txamt").sections for line in section.lines if line.wire == "1.15"]
    assert str(lines[0].words) == "Looks like major units: is 115 meant?"
    assert lines[0].claims == ("rule.amount-major-units",)


def test_a_return_code_says_whose_turn_it_is_and_what_to_do() -> None:
    """Every one, under the same terms."""
    for code in respcd.table():
        terms = [str(line.term) for line in page(f"respcd.{code.code}").sections[0].lines]
        assert terms == ["", "Outcome", "Whose turn", "Next step", "Listed"]


def test_a_return_code_says_what_it_means_to_one_call() -> None:
    """1108 with QFPay's words about mchid, 1261 to a refund; to most codes there is nothing to add."""
    headings = [str(section.heading) for section in page("respcd.1108").sections]
    assert headings == ["Meaning", "Where resperr or respmsg says “mchcode”"]
    refund = page("respcd.1261").sections[1]
    assert str(refund.heading) == "In the answer to refund"
    assert str(refund.lines[0].words) == "The payment is not paid: there is nothing to refund."
    assert len(page("respcd.1241").sections) == 1


def test_what_a_code_means_to_one_call_is_told_only_where_it_differs() -> None:
    """Not once more what is said of the code itself."""
    for one in (page(f"respcd.{code.code}") for code in respcd.table()):
        general, *by_call = one.sections
        said = {(str(line.term), str(line.words)) for line in general.lines}
        for section in by_call:
            assert not said & {(str(line.term), str(line.words)) for line in section.lines}, one.id
    terms = [str(line.term) for line in page("respcd.1261").sections[1].lines]
    assert terms == ["", "Next step"]


def test_no_parameter_has_a_mistake_twice() -> None:
    """Two values that make the same one are one example."""
    for one in pages():
        for section in one.sections if one.kind is Kind.PARAMETER else ():
            told = [getattr(line.words, "template", line.words) for line in section.lines if line.severity is not None]
            assert len(told) == len(set(told)), one.id


def test_the_members_of_pay_params_lead_to_each_other() -> None:
    """Each to all the others; and each shows what is wrong with a value, or with none."""
    every = {f"pay_params.{name}" for name in MEMBERS}
    for one in map(page, sorted(every)):
        assert every - {one.id} == set(one.see) & every
        mistaken = [line.wire for line in one.sections[1].lines]
        assert "None" not in mistaken
        assert mistaken.count("") <= 2
    assert "16B2C41F" in [line.wire for line in page("pay_params.paySign").sections[1].lines]
    assert page("pay_params.paySign").sections[1].lines[-1].wire == ""


def test_pages_of_one_name_lead_to_each_other() -> None:
    """A parameter, the field of a notification and the member of a record that are called the same."""
    same = {"parameter.txamt", "notification.txamt", "record.txamt"}
    assert all(same - {one} <= set(page(one).see) for one in same)


def test_a_field_of_a_notification_says_where_it_is_always_there() -> None:
    """By the types of notifications; one that may be missing says so."""
    said = {name: str(page(f"notification.{name}").sections[0].lines[1].words) for name in FIELDS}
    assert all("payment, refund" in said[name] for name in MANDATORY if name != "respcd")
    assert said["goods_name"] == "none: it may be missing"
    assert said["subscription_id"] == "subscription, subscription_payment"


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("parameter.refund.txamt", ("parameter.txamt", "refund")),
        ("parameter.txamt", ("parameter.txamt", "")),
        ("rule.amount-small", ("parameter.txamt", "")),
        ("doctor.order", ("signing.sort", "")),
        ("timeStamp", ("pay_params.timeStamp", "")),
        ("txamt", ("parameter.txamt", "")),
        ("chnlsn", ("record.chnlsn", "")),
        ("tokenid", ("notification.tokenid", "")),
        ("1108", ("respcd.1108", "")),
        ("40029", ("login.40029", "")),
        ("client_key", ("signing.key", "")),
        ("setup.verify-person", ("setup.verify", "")),
        ("respcd.9999", ("", "")),
        ("parameter.payment.nothing", ("", "")),
        ("rule.gone", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_subject_leads_to_the_page_that_tells_of_it(subject: str, place: tuple[str, str]) -> None:
    """An id of a page or of the register, or a bare name; nowhere where nothing tells of it."""
    assert place_of(subject) == place


def test_an_unknown_page_is_the_contents() -> None:
    """A link that an older version kept leads somewhere."""
    assert page("parameter.gone").id == START


def _chinese(sentence: object) -> str:
    """Stands for a translation: every sentence in one made-up word."""
    return {"Amount": "金额", "The signature is wrong, or mchid is.": "签名错误，或 mchid 错误。"}.get(
        str(sentence), ""
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("txamt", "parameter.txamt"),
        ("ＴＸＡＭＴ", "parameter.txamt"),
        ("out_tr", "parameter.out_trade_no"),
        ("trade no", "parameter.out_trade_no"),
        ("1108", "respcd.1108"),
        ("timestamp", "pay_params.timeStamp"),
        ("requestPayment:fail cancel", "wx.cancelled"),
        ("signature of a reply", "signing.reply"),
        ("whitelist", "setup.domain"),
        ("live testing hong kong", "environment.live-hk"),
        ("金额", "parameter.txamt"),
        ("签名错误", "respcd.1108"),
        ("amount-major", None),
        ("<img src=x>", None),
    ],
)
def test_the_search_finds_what_is_meant_first(words: str, first: str | None) -> None:
    """Wire names in any case and width, words of titles, and the words of the language that is spoken."""
    found = search(words, _chinese)
    assert (found[0].id if found else None) == first


def test_the_same_name_is_found_as_parameter_record_and_notification() -> None:
    """The exact names come before everything that only mentions them."""
    found = [one.id for one in search("txamt", str)]
    assert found[:3] == ["parameter.txamt", "record.txamt", "notification.txamt"]
    assert "call.payment" in found


def test_nothing_searched_for_is_everything() -> None:
    """In the order of the contents."""
    assert search("", str) == list(pages())


@given(st.text(max_size=20))
def test_whatever_is_searched_for_each_page_is_found_once(words: str) -> None:
    """And a search in the same words again finds the same."""
    entries = index(str)
    found = search(words, str, entries)
    assert len(found) == len({one.id for one in found})
    assert found == search(words, str, entries)


def test_what_is_on_the_wire_is_the_same_in_every_language() -> None:
    """Names are not translated, sentences are."""
    assert spoken("txamt", _chinese) == "txamt"
    assert spoken(page("parameter.txamt").summary, _chinese) == "金额"


def test_a_page_may_be_saved_under_its_name() -> None:
    """Which leads to no other folder, and is no device of Windows."""
    for one in pages():
        assert re.fullmatch(r"[a-z][A-Za-z0-9_-]*\.[A-Za-z0-9_.-]{1,60}|[a-z-]{4,20}", one.id), one.id
