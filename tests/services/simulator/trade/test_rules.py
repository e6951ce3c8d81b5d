"""Each check of a payment, over real HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import DEMO, Simulator
from qfpay_gui.services.simulator.trade.rules import repetition_refusal
from tests.services.simulator.conftest import FORM, PAYMENT, Merchant, form, sign

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Reply


def _told(reply: Reply, respcd: str, *words: str) -> None:
    """The answer is HTTP 200 with this respcd and explains itself."""
    assert (reply.status, reply.respcd) == (200, respcd)
    for word in words:
        assert word in reply.respmsg


def test_a_payment_is_posted(merchant: Merchant) -> None:
    """GET is refused as a format error."""
    _told(merchant.send(method="GET", body=b"", path="/trade/v1/payment?txamt=1"), "1103", "POST")


@pytest.mark.parametrize("content_type", ["application/json", "multipart/mixed; boundary=x", "text/plain", None])
def test_a_body_is_a_form(merchant: Merchant, content_type: str | None) -> None:
    """Any other content type is refused with the right one."""
    _told(merchant.send(headers={"Content-Type": content_type}), "1103", FORM)


def test_a_multipart_body_is_read_and_remarked(merchant: Merchant) -> None:
    """Programs in public send it; the documents name one content type only."""
    body = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value.encode())
        for name, value in PAYMENT.items()
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    _told(merchant.send(body=body + b"--x--\r\n", headers=headers), "0000", "multipart/form-data", FORM)
    _told(merchant.send(body=body, headers=headers), "1103", "boundary")


@pytest.mark.parametrize("content_type", [f"{FORM}; charset=UTF-8", f"{FORM};charset=utf-8", FORM.upper()])
def test_a_charset_is_allowed(merchant: Merchant, content_type: str) -> None:
    """UTF-8 beside the content type is fine, in any spelling."""
    reply = merchant.send(headers={"Content-Type": content_type})
    assert (reply.respcd, reply.respmsg) == ("0000", "")


def test_another_charset_is_noted(merchant: Merchant) -> None:
    """A charset other than UTF-8 is disregarded, and said so."""
    _told(merchant.send(headers={"Content-Type": f"{FORM}; charset=GBK"}), "0000", "gbk", "UTF-8")


@pytest.mark.parametrize("body", [b"txamt=%zz", b"goods_name=%C4%CC", b"=1"])
def test_an_unreadable_form_is_a_format_error(merchant: Merchant, body: bytes) -> None:
    """Broken escapes and other character sets are refused before anything else is looked at."""
    _told(merchant.send(body=body), "1103")


@pytest.mark.parametrize(
    ("app_code", "word"),
    [(None, "missing"), ("", "missing"), ("F" * 32, "not known"), (DEMO.app_code.lower(), "upper and lower case")],
)
def test_the_app_code_must_be_known(merchant: Merchant, app_code: str | None, word: str) -> None:
    """An absent or foreign app code is refused, unsigned, because nobody's key is known."""
    reply = merchant.send(headers={"X-QF-APPCODE": app_code})
    _told(reply, "1108", "X-QF-APPCODE", word)
    assert "X-QF-SIGN" not in reply.headers


@pytest.mark.parametrize("signature", [None, ""])
def test_a_signature_must_be_there(merchant: Merchant, signature: str | None) -> None:
    """A request without X-QF-SIGN is refused."""
    _told(merchant.send(headers={"X-QF-SIGN": signature}), "1108", "X-QF-SIGN is missing")


@pytest.mark.parametrize("name", PAYMENT)
def test_mandatory_parameters(merchant: Merchant, name: str) -> None:
    """Each mandatory parameter is missed when absent and when empty."""
    without = {known: value for known, value in PAYMENT.items() if known != name}
    _told(merchant.send(without), "1104", f"Missing or empty: {name}.")
    _told(merchant.send({**PAYMENT, name: ""}), "1104", f"Missing or empty: {name}.")


@pytest.mark.parametrize(
    ("name", "longest"),
    [("out_trade_no", 128), ("sub_openid", 128), ("goods_name", 64), ("udid", 40), ("notify_url", 256)],
)
def test_lengths(merchant: Merchant, name: str, longest: int) -> None:
    """The longest allowed value passes, one character more is refused; Chinese characters count once."""
    assert merchant.send({**PAYMENT, name: "茶" * longest}).respcd == "0000"
    too_long = {**PAYMENT, name: "茶" * (longest + 1)}
    _told(merchant.send(too_long), "1104", f"{name} has {longest + 1} characters; String({longest})")


@pytest.mark.parametrize(
    ("name", "value", "respcd"),
    [
        ("txamt", "1.00", "1103"),
        ("txamt", "-1", "1103"),
        ("txamt", "+1", "1103"),
        ("txamt", " 1", "1103"),
        ("txamt", "1e2", "1103"),
        ("txamt", "１００", "1103"),
        ("txamt", "114.99999999999999", "1103"),
        ("txamt", "0", "1104"),
        ("txamt", "000", "1104"),
        ("txamt", "100000000000", "1104"),
        ("txcurrcd", "hkd", "1104"),
        ("txcurrcd", "XXX", "1104"),
        ("pay_type", "800108", "1104"),
        ("txdtm", "2026-03-01T10:00:00", "1103"),
        ("txdtm", "2026-3-1 10:00:00", "1103"),
        ("txdtm", "2026-02-30 10:00:00", "1103"),
        ("txdtm", "2026-03-01 24:00:00", "1103"),
        ("txdtm", "2026-03-01 10:00:00\n", "1103"),
        ("txdtm", "２026-03-01 10:00:00", "1103"),
        ("txdtm", "20260301100000", "1103"),
        ("expired_time", "4", "1104"),
        ("expired_time", "121", "1104"),
        ("expired_time", "5.5", "1104"),
        ("limit_pay", "no_debit", "1104"),
        ("extend_info", "小林", "1104"),
        ("extend_info", "{'user_creid': '1'}", "1104"),
        ("extend_info", '["1"]', "1104"),
        ("extend_info", "[" * 100_000, "1104"),
        ("extend_info", "1" * 5_000, "1104"),
        ("extend_info", '{"user_creid":"430067798868676871"}', "1104"),
        ("extend_info", '{"user_truename":"x"}', "1104"),
    ],
)
def test_values_that_are_refused(merchant: Merchant, name: str, value: str, respcd: str) -> None:
    """A value against its rule is refused with the parameter's name, rightly signed or not."""
    _told(merchant.send({**PAYMENT, name: value}), respcd, name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("txamt", "1"),
        ("txamt", "99999999999"),
        ("txcurrcd", "JPY"),
        ("txdtm", "2024-02-29 23:59:59"),
        ("expired_time", "5"),
        ("expired_time", "120"),
        ("expired_time", ""),
        ("limit_pay", "no_credit"),
        ("extend_info", '{"user_creid":"430067798868676871","user_truename":"\\u5c0f\\u6797"}'),
        ("mchid", ""),
        ("anything_else", "&=+% \t\n\u200b\ufeff😀"),
    ],
)
def test_values_that_pass(merchant: Merchant, name: str, value: str) -> None:
    """The edges of the rules are inside, and unknown parameters are taken and signed."""
    assert merchant.send({**PAYMENT, name: value}).respcd == "0000"


def test_the_pay_type_is_refused_in_the_words_of_the_wild(merchant: Merchant) -> None:
    """A pay_type that is not enabled is known as "filter error"."""
    _told(merchant.send({**PAYMENT, "pay_type": "800108"}), "1104", "filter error", "800213")


@pytest.mark.parametrize(
    ("pay_type", "member"),
    [
        ("800213", "pay_params"),
        ("800207", "pay_params"),
        ("800101", "qrcode"),
        ("800201", "qrcode"),
        ("802901", "qrcode"),
        ("805801", "qrcode"),
        ("800212", "pay_url"),
        ("801512", "pay_url"),
        ("805814", "pay_url"),
    ],
)
def test_each_served_pay_type_is_answered_as_its_page_shows(merchant: Merchant, pay_type: str, member: str) -> None:
    """A Mini Program's payment as the README tells; clients of the others read a code or a page, and never both."""
    fields = merchant.send({**PAYMENT, "pay_type": pay_type}).fields
    assert fields["respcd"] == "0000"
    assert {"pay_params", "qrcode", "pay_url"} & fields.keys() == {member}
    assert member == "pay_params" or fields[member].startswith("https://simulator.invalid/")


@pytest.mark.parametrize(
    ("pay_type", "word"), [("800213", "sub_openid"), ("800207", "sub_openid"), ("800108", "filter error")]
)
def test_the_pay_type_decides_whether_an_openid_is_missing(merchant: Merchant, pay_type: str, word: str) -> None:
    """Only payments on WeChat's own pages know who pays: no other pay_type is asked for sub_openid."""
    sent = {name: value for name, value in PAYMENT.items() if name != "sub_openid"}
    reply = merchant.send({**sent, "pay_type": pay_type})
    _told(reply, "1104", word)
    assert ("sub_openid" in reply.respmsg) is (word == "sub_openid")


def test_an_mchid_nobody_assigned_is_refused_with_1108(merchant: Merchant) -> None:
    """Sending an mchid where there is none looks like a signature error and is not."""
    reply = merchant.send({**PAYMENT, "mchid": "R1zQrTdJnn"})
    _told(reply, "1108", "leave mchid out", "signature is right")
    assert reply.fields["resperr"] == "MCHCODE非法"


def test_an_assigned_mchid_is_mandatory_and_must_match() -> None:
    """With an mchid, only that one passes."""
    with Simulator(mchid="R1zQrTdJnn") as simulator:
        merchant = Merchant(simulator.base_url, simulator.credentials)
        _told(merchant.send(), "1108", "send it")
        _told(merchant.send({**PAYMENT, "mchid": "other"}), "1108", "does not belong")
        assert merchant.send({**PAYMENT, "mchid": "R1zQrTdJnn"}).respcd == "0000"


def test_an_out_trade_no_is_used_once(merchant: Merchant) -> None:
    """The same number again is answered as in the wild."""
    assert merchant.send().respcd == "0000"
    reply = merchant.send({**PAYMENT, "txamt": "500"})
    _told(reply, "1251", "out_trade_no is used", "1102")


def test_a_refused_payment_does_not_use_its_number(merchant: Merchant) -> None:
    """A number is used up by an order, not by an attempt."""
    assert merchant.send({**PAYMENT, "txamt": "0"}).respcd == "1104"
    assert merchant.send().respcd == "0000"


def test_a_repeated_name_is_refused_even_if_signed(merchant: Merchant) -> None:
    """Two values for one name are refused once both are signed as sent."""
    body = form(PAYMENT) + b"&udid=1&udid=2"
    signature = sign({**PAYMENT, "udid": "1&udid=2"}, DEMO.client_key)
    _told(merchant.send(body=body, signature=signature), "1104", "Sent more than once: udid")


@pytest.mark.parametrize(("name", "shown"), [("n" * 40, "n" * 40), ("n" * 40 + "o", "n" * 40)])
def test_of_a_repeated_name_no_more_is_shown_than_of_any(name: str, shown: str) -> None:
    """A request may consist of a single name of any length."""
    refusal = repetition_refusal(((name, "1"), (name, "2")))
    assert refusal is not None
    assert refusal.respmsg.startswith(f"Sent more than once: {shown}. ")


def test_a_repeated_name_signed_once_is_recognised(merchant: Merchant) -> None:
    """Signing only the last of two values is refused with that reason."""
    body = form(PAYMENT) + b"&udid=1&udid=2"
    signature = sign({**PAYMENT, "udid": "2"}, DEMO.client_key)
    _told(merchant.send(body=body, signature=signature), "1108", "sent twice")


def test_query_string_and_form_are_one(merchant: Merchant) -> None:
    """Parameters may stand in the URL, in the body, or in both."""
    query = form({**PAYMENT, "out_trade_no": "in-the-url"}).decode()
    everything = merchant.send(
        {**PAYMENT, "out_trade_no": "in-the-url"},
        path=f"/trade/v1/payment?{query}",
        body=b"",
        headers={"Content-Type": None},
    )
    assert everything.respcd == "0000"
    path = f"/trade/v1/payment?txamt={PAYMENT['txamt']}"
    rest = form({name: value for name, value in PAYMENT.items() if name != "txamt"})
    assert merchant.send(path=path, body=rest).respcd == "0000"


def test_the_signature_is_looked_at_before_the_parameters(merchant: Merchant) -> None:
    """A wrong signature over wrong parameters is a signature error."""
    assert merchant.send({**PAYMENT, "txamt": "0"}, signature="0" * 32).respcd == "1108"
