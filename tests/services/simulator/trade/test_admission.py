"""Whether a request is read at all, in the order a careful server looks."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

import pytest

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.trade.admission import FORM, Admitted, admit, decode
from qfpay_gui.services.simulator.trade.rules import Refusal
from qfpay_gui.services.simulator.wire import Pairs, Request

PAIRS = (("txamt", "300"), ("goods_name", "茶"))
SHOP = Credentials("TheShopsAppCode", "0a1B2c3D4e5F60718293A4B5C6D7E8F9")


def md5(pairs: Pairs, key: str = DEMO.client_key) -> str:
    """The right signature."""
    string = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + key
    return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()


def request(pairs: Pairs = PAIRS, *, content_type: str = FORM, **headers: str) -> Request:
    """A request of the demo's merchant, rightly signed unless these headers say otherwise; "" leaves one out."""
    usual = {"x-qf-appcode": DEMO.app_code, "x-qf-sign": md5(pairs), "content-type": content_type}
    named = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    sent = tuple((name, value) for name, value in named.items() if value)
    return Request("POST", "/trade/v1/payment", headers=sent, body=urlencode(pairs).encode())


def asked(sent: Request, credentials: Credentials = DEMO) -> Admitted | Refusal:
    """Whether it is let in."""
    pairs = decode(sent)
    return pairs if isinstance(pairs, Refusal) else admit(sent, pairs, credentials)


def refused(sent: Request, credentials: Credentials = DEMO) -> tuple[str, str]:
    """The code and the words."""
    found = asked(sent, credentials)
    assert isinstance(found, Refusal)
    return found.respcd, found.respmsg


def noted(sent: Request) -> tuple[str, ...]:
    """What it got away with."""
    found = asked(sent)
    assert isinstance(found, Admitted)
    return found.notes


def test_a_rightly_signed_form_is_let_in_without_a_remark() -> None:
    """With the query string's parameters before the body's; its repr shows none."""
    found = asked(request())
    assert found == Admitted(PAIRS)
    assert "300" not in repr(found)
    both = Request("POST", "/", query=b"a=1", headers=(("content-type", FORM),), body=b"b=2")
    assert decode(both) == (("a", "1"), ("b", "2"))
    assert decode(Request("GET", "/", query=b"a=1")) == (("a", "1"),)


@pytest.mark.parametrize(
    ("headers", "respcd", "says"),
    [
        ({"content_type": "application/json"}, "1103", "Content-Type is application/json; expected"),
        ({"content_type": ""}, "1103", "Content-Type is missing"),
        ({"content_type": "x" * 61}, "1103", f"Content-Type is {'x' * 60}; expected"),
        ({"x_qf_appcode": ""}, "1108", "The header X-QF-APPCODE is missing"),
        ({"x_qf_appcode": DEMO.client_key}, "1108", "carries the client_key"),
        ({"x_qf_appcode": DEMO.app_code.lower()}, "1108", "differs in upper and lower case only"),
        ({"x_qf_appcode": "another"}, "1108", "is not known here: expected"),
        ({"x_qf_signtype": "md5"}, "1108", "X-QF-SIGNTYPE is MD5 or SHA256"),
        ({"x_qf_sign": ""}, "1108", "The header X-QF-SIGN is missing"),
        ({"x_qf_sign": "0" * 32}, "1108", "The signature does not match."),
    ],
)
def test_the_first_thing_that_is_wrong_is_said(headers: dict[str, str], respcd: str, says: str) -> None:
    """The form, the app code, the signature."""
    found = refused(request(PAIRS, **headers))
    assert (found[0], says in found[1]) == (respcd, True)
    assert ("upper and lower" in found[1]) == (headers.get("x_qf_appcode") == DEMO.app_code.lower())


def test_a_charset_beside_the_type_is_no_other_type() -> None:
    """UTF-8 is what is read, so another one is remarked on, in few characters."""
    assert noted(request(content_type=f"{FORM}; charset=UTF-8")) == ()
    assert noted(request(content_type=f'{FORM}; Charset="utf8"')) == ()
    (note,) = noted(request(content_type=f"{FORM};charset={'g' * 21}"))
    assert f"The charset {'g' * 20} of Content-Type" in note


def test_what_it_got_away_with_is_remarked_on() -> None:
    """Mixed digits, a signature in the body, empty values with long names."""
    mixed = md5(PAIRS)
    (note,) = noted(request(x_qf_sign=mixed[:16].lower() + mixed[16:]))
    assert "mixes upper and lower case" in note
    (note,) = noted(request((*PAIRS, ("sign", "AB"), ("signature", "CD")), x_qf_sign=md5(PAIRS)))
    assert note.startswith("sign, signature travels in the body too")
    (note,) = noted(request((*PAIRS, ("n" * 41, ""), ("b", ""))))
    assert note.startswith(f"Sent empty, and signed so: {'n' * 40}, b.")


def test_a_mismatch_shows_what_was_signed_with_the_demos_key() -> None:
    """The key by its mark; what was received is cut."""
    _, words = refused(request(x_qf_sign="Z" * 201))
    assert f"Signing string: goods_name=茶&txamt=300<client_key>\nExpected (MD5): {md5(PAIRS)}\n" in words
    assert words.endswith(f"Received: {'Z' * 200}")
    assert DEMO.client_key not in words


def test_another_key_is_not_signed_with_for_whoever_asks() -> None:
    """What was expected is not told; the key is hidden wherever it was sent."""
    sent = request((*PAIRS, ("note", SHOP.client_key)), x_qf_appcode=SHOP.app_code, x_qf_sign=SHOP.client_key)
    _, words = refused(sent, SHOP)
    assert "Expected (MD5): not told" in words
    assert "note=<client_key>" in words
    assert SHOP.client_key not in words


@pytest.mark.parametrize(("spare", "is_cut"), [(0, False), (1, True)])
def test_a_long_signing_string_is_cut(spare: int, is_cut: bool) -> None:  # noqa: FBT001 - a test's parameter
    """At eight thousand characters, and its length is said."""
    pairs = (("a", "x" * (7998 + spare)),)
    _, words = refused(request(pairs, x_qf_sign="0" * 32))
    assert (f"… ({8000 + spare} characters in all)" in words) == is_cut
    assert "=" + "x" * 7998 in words
    assert "x" * 7999 not in words


@pytest.mark.parametrize("name", ["extend_info", "user_creid", "my_user_truename"])
def test_a_person_is_repeated_by_length_only(name: str) -> None:
    """Wherever they are put."""
    _, words = refused(request(((name, "李雷"), ("b", '{"user_creid":"1"}')), x_qf_sign="0" * 32))
    assert f"{name}=<2 characters of personal data>" in words
    assert "b=<18 characters of personal data>" in words
