"""Signatures over real HTTP: every vector is accepted, every mistake is refused and recognised."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from qfpay_gui.services.simulator import DEMO, Simulator
from tests.services.simulator.conftest import FORM, MONTH, PAYMENT, Merchant, form, sign

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "signing.json").read_text(encoding="utf-8"))
PAYMENTS = [vector for vector in VECTORS if vector["params"].get("pay_type") == "800213"]
KEY = DEMO.client_key


@pytest.mark.parametrize("case", [str.upper, str.lower])
@pytest.mark.parametrize("vector", PAYMENTS, ids=lambda vector: vector["id"])
def test_every_vector_is_rightly_signed(vector: dict[str, Any], case: Callable[[str], str]) -> None:
    """The vectors' bodies pass the signature check in either case; only float noise fails, by its txamt."""
    key, mchid = vector["client_key"], vector["params"].get("mchid", "")
    with Simulator(client_key=key, mchid=mchid) as simulator:
        headers = {
            "Content-Type": FORM,
            "X-QF-APPCODE": DEMO.app_code,
            "X-QF-SIGN": case(vector["signature"]),
            "X-QF-SIGNTYPE": vector["sign_type"],
        }
        merchant = Merchant(simulator.base_url, simulator.credentials)
        reply = merchant.raw("POST", "/trade/v1/payment", vector["form_body"].encode(), headers)
    assert reply.respcd == ("1103" if vector["id"] == "float-noise" else "0000")


def test_the_vectors_hold_both_digests() -> None:
    """The test above is about MD5 and SHA256."""
    assert {vector["sign_type"] for vector in PAYMENTS} == {"MD5", "SHA256"}
    assert len(PAYMENTS) > 25


def test_a_sha256_signature_needs_its_header(merchant: Merchant) -> None:
    """SHA256 is taken with X-QF-SIGNTYPE and recognised without."""
    signature = sign(PAYMENT, KEY, "sha256")
    refused = merchant.send(signature=signature)
    assert refused.respcd == "1108"
    assert "You sent SHA256 without X-QF-SIGNTYPE" in refused.respmsg
    assert merchant.send(signature=signature, headers={"X-QF-SIGNTYPE": "SHA256"}).respcd == "0000"


def test_md5_under_the_name_of_sha256_is_recognised(merchant: Merchant) -> None:
    """An MD5 signature announced as SHA256 is told apart."""
    reply = merchant.send(headers={"X-QF-SIGNTYPE": "SHA256"})
    assert reply.respcd == "1108"
    assert "You sent an MD5 signature with X-QF-SIGNTYPE: SHA256" in reply.respmsg


@pytest.mark.parametrize("sign_type", ["sha256", "HMAC-SHA256", "md5"])
def test_other_sign_types_are_refused(merchant: Merchant, sign_type: str) -> None:
    """X-QF-SIGNTYPE is MD5 or SHA256 and nothing else."""
    reply = merchant.send(headers={"X-QF-SIGNTYPE": sign_type})
    assert (reply.respcd, "MD5 or SHA256" in reply.respmsg) == ("1108", True)


@pytest.mark.parametrize("name", ["sign", "signature"])
def test_the_signature_is_no_part_of_what_is_signed(merchant: Merchant, name: str) -> None:
    """Sent in the body as well, it passes with a note; signed with the rest, it is refused with the reason."""
    signature = sign(PAYMENT, KEY)
    params = {**PAYMENT, name: signature}
    reply = merchant.send(params, signature=signature)
    assert (reply.respcd, f"{name} travels in the body too" in reply.respmsg) == ("0000", True)
    refused = merchant.send(params, signature=sign(params, KEY))
    assert (refused.respcd, "never part of the string" in refused.respmsg) == ("1108", True)


def test_a_refusal_shows_what_was_expected_but_never_the_key(merchant: Merchant) -> None:
    """1108 names the signing string without the key, the expected signature and the one received."""
    reply = merchant.send(signature="0" * 32)
    string = "&".join(f"{name}={PAYMENT[name]}" for name in sorted(PAYMENT))
    assert f"Signing string: {string}<client_key>" in reply.respmsg
    assert f"Expected (MD5): {sign(PAYMENT, KEY)}" in reply.respmsg
    assert f"Received: {'0' * 32}" in reply.respmsg
    assert KEY.encode() not in reply.body


def test_only_the_demo_key_signs_for_whoever_asks() -> None:
    """With a real key a refusal neither tells the expected signature nor is signed, whatever refuses it."""
    with Simulator(client_key="a-real-key") as simulator:
        merchant = Merchant(simulator.base_url, simulator.credentials)
        refused = merchant.send(signature="0" * 32)
        chosen = merchant.send(signature="0" * 32, headers={"X-Simulator-Outcome": "respcd:1297"})
        unread = merchant.send(body=b"%zz")
        taken = merchant.send()
    assert "Expected (MD5): not told, for this is not the demo's key" in refused.respmsg
    assert sign(PAYMENT, "a-real-key") not in refused.respmsg
    assert [reply.respcd for reply in (refused, chosen, unread, taken)] == ["1108", "1297", "1103", "0000"]
    assert ["X-QF-SIGN" in reply.headers for reply in (refused, chosen, unread, taken)] == [False, False, False, True]


def test_the_demo_key_signs_its_refusals_too(merchant: Merchant) -> None:
    """Everybody may know what it says."""
    reply = merchant.send(signature="0" * 32)
    assert (
        reply.headers["X-QF-SIGN"] == hashlib.md5(reply.body + KEY.encode(), usedforsecurity=False).hexdigest().upper()
    )


def test_a_key_sent_as_signature_is_not_repeated(merchant: Merchant) -> None:
    """Even a client_key in the wrong header does not come back."""
    for reply in (merchant.send(signature=KEY), merchant.send(headers={"X-QF-APPCODE": KEY})):
        assert reply.respcd == "1108"
        assert KEY.encode() not in reply.body


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("extend_info", '{"user_creid":"430067798868676871","user_truename":"小林"}'),
        ("extendinfo", '{"user_creid":"430067798868676871","user_truename":"小林"}'),
        ("extend_info[user_creid]", "430067798868676871"),
        ("user_creid", "430067798868676871"),
        ("extend_info", "430067798868676871"),
    ],
)
def test_personal_data_is_not_repeated(merchant: Merchant, name: str, value: str) -> None:
    """A name and an ID show up by their length only when a signature is refused, and in no other answer."""
    params = {**PAYMENT, name: value}
    refused = merchant.send(params, signature="0" * 32)
    assert f"{name}=<{len(value)} characters of personal data>" in refused.respmsg
    for reply in (refused, merchant.send(params), merchant.send(MONTH, path="/trade/v1/query")):
        assert b"430067798868676871" not in reply.body
        assert "小林" not in json.dumps(reply.fields, ensure_ascii=False)


def test_a_key_among_the_parameters_is_not_repeated(merchant: Merchant) -> None:
    """A client_key sent as a parameter is replaced in the explanation."""
    reply = merchant.send({**PAYMENT, "key": KEY}, signature="0" * 32)
    assert "key=<client_key>&" in reply.respmsg
    assert KEY.encode() not in reply.body


def _md5(string: str) -> str:
    return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest()


def _joined(params: dict[str, str]) -> str:
    return "&".join(f"{name}={params[name]}" for name in sorted(params))


BASE = _joined(PAYMENT)
UNSORTED = "&".join(f"{name}={value}" for name, value in PAYMENT.items())
ENCODED = "&".join(f"{name}={quote(PAYMENT[name])}" for name in sorted(PAYMENT))
WITHOUT_TXDTM = _joined({name: value for name, value in PAYMENT.items() if name != "txdtm"})


@pytest.mark.parametrize(
    ("string", "told"),
    [
        (BASE, "without the client_key"),
        (f"{BASE}&key={KEY}", "&key= before the client_key"),
        (f"{BASE}&{KEY}", "& before the client_key"),
        (f"{BASE}key={KEY}", "key= before the client_key"),
        (KEY + BASE, "client_key in front"),
        (BASE + KEY.lower(), "client_key in lower case"),
        (f"{BASE}{KEY}\n", "line feed after the client_key"),
        (BASE + DEMO.app_code, "app_code in place"),
        (UNSORTED + KEY, "not sorted by name"),
        (ENCODED + KEY, "over URL-encoded values"),
        (WITHOUT_TXDTM + KEY, "signed without txdtm"),
        ("anything", "\nSigning string"),
    ],
)
def test_simple_mistakes_are_recognised(merchant: Merchant, string: str, told: str) -> None:
    """A signature made with one usual mistake is refused with that mistake's name."""
    reply = merchant.send(signature=_md5(string))
    assert reply.respcd == "1108"
    assert told in reply.respmsg


def test_case_blind_sorting_is_recognised(merchant: Merchant) -> None:
    """Z comes before a; whoever sorts otherwise is told."""
    params = {**PAYMENT, "Zone": "8", "addition": "1"}
    string = "&".join(f"{name}={params[name]}" for name in sorted(params, key=str.lower))
    assert "without regard to case" in merchant.send(params, signature=_md5(string + KEY)).respmsg
    assert merchant.send(params).respcd == "0000"


def test_two_mistakes_at_once_are_told_together(merchant: Merchant) -> None:
    """SHA256 without its header over unsorted parameters is both."""
    signature = hashlib.sha256((UNSORTED + KEY).encode()).hexdigest()
    message = merchant.send(signature=signature).respmsg
    assert "SHA256 without X-QF-SIGNTYPE" in message
    assert "not sorted by name" in message


def test_base64_is_told_by_its_shape(merchant: Merchant) -> None:
    """A signature that is no hexadecimal digest is told what shape is expected."""
    assert "32 hexadecimal digits" in merchant.send(signature="3q2+7wAAAAAAAAAAAAAAAA==").respmsg


@pytest.mark.parametrize("signature", ["é" * 32, "ſ" * 32])
def test_a_signature_beyond_ascii_is_refused(simulator: Simulator, signature: str) -> None:
    """Letters that only look like digits after a change of case never match."""
    merchant = Merchant(simulator.base_url, simulator.credentials)
    headers = {"Content-Type": FORM, "X-QF-APPCODE": DEMO.app_code, "X-QF-SIGN": signature.encode().decode("latin-1")}
    assert merchant.raw("POST", "/trade/v1/payment", form(PAYMENT), headers).respcd == "1108"


def test_mixed_case_is_accepted_and_noted(merchant: Merchant) -> None:
    """Upper and lower case in one signature pass with a note."""
    signature = sign(PAYMENT, KEY)
    letter = next(place for place, digit in enumerate(signature) if digit.isalpha())
    reply = merchant.send(signature=signature[: letter + 1].lower() + signature[letter + 1 :])
    assert (reply.respcd, "mixes upper and lower case" in reply.respmsg) == ("0000", True)


def test_an_empty_value_that_is_signed_passes_with_a_note(merchant: Merchant) -> None:
    """Sent and signed alike is right even where the value is empty."""
    reply = merchant.send({**PAYMENT, "goods_name": ""})
    assert reply.respcd == "0000"
    assert "Sent empty, and signed so: goods_name" in reply.respmsg


def test_an_empty_value_that_is_not_signed_is_recognised(merchant: Merchant) -> None:
    """Sent empty but left out of the signature is refused, and says so."""
    reply = merchant.send({**PAYMENT, "goods_name": "", "udid": ""}, signature=sign(PAYMENT, KEY))
    assert reply.respcd == "1108"
    assert "without the empty parameters" in reply.respmsg


def test_a_huge_request_is_refused_without_a_long_search(merchant: Merchant) -> None:
    """Thousands of parameters get an answer at once, and a signing string that is cut."""
    params = {f"name{number}": "x" * 10 for number in range(20_000)}
    reply = merchant.send(params, signature="0" * 32)
    assert reply.respcd == "1108"
    assert len(reply.body) < 20_000
