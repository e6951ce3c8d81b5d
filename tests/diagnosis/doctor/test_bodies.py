from __future__ import annotations

import hashlib
import json

import pytest

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.qfpay.request.form_body import decode_form, encode_form
from qfpay_gui.qfpay.signing import signature
from tests.diagnosis.doctor.catalogue import KEY

MEANT = {
    "txamt": "300",
    "goods_name": "a+b 50%25 茶",
    "notify_url": "https://shop.example/n?a=1&b=2",
    "pay_type": "800213",
}
RIGHT = signature(MEANT, KEY)
ENCODED = encode_form(MEANT.items())


def _multipart() -> bytes:
    part = '--XyZ\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return ("".join(part.format(name, value) for name, value in MEANT.items()) + "--XyZ--\r\n").encode()


BODIES = [
    ("body-not-encoded", "&".join(f"{name}={value}" for name, value in MEANT.items()).encode()),
    (
        "body-encoded-twice",
        encode_form((name, encode_form([("", value)])[1:].decode()) for name, value in MEANT.items()),
    ),
    ("body-plus-not-encoded", ENCODED.replace(b"+", b"%20").replace(b"%2B", b"+")),
    ("body-ampersand-not-encoded", ENCODED.replace(b"%26", b"&")),
    ("body-percent-not-encoded", ENCODED.replace(b"%2525", b"%25")),
    ("body-is-json", json.dumps(MEANT).encode()),
    ("body-is-multipart", _multipart()),
    ("body-in-gbk", ENCODED.replace(b"%E8%8C%B6", b"%B2%E8")),
    ("body-with-extra-ends", ENCODED + b"\r\n"),
]


@pytest.mark.parametrize(("identity", "body"), BODIES, ids=[identity for identity, _body in BODIES])
def test_a_body_that_decodes_to_something_else_is_the_cause(identity: str, body: bytes) -> None:
    """The signature is that of what was meant; the server reads something else."""
    assert diagnose(MEANT, KEY, RIGHT, body=body)[0].deviations == (identity,)


@pytest.mark.parametrize(
    ("identity", "body"), [one for one in BODIES if "json" not in one[0] and "multi" not in one[0]]
)
def test_what_was_meant_is_read_from_the_body_alone(identity: str, body: bytes) -> None:
    """Also where only what the server received is known."""
    received = [(name, value) for name, value in decode_form(body.replace(b"%B2%E8", b"%EF%BF%BD%EF%BF%BD"))]
    assert diagnose(received, KEY, RIGHT, body=body)[0].deviations[0] in {identity, "body-value-not-encoded"}


def test_an_order_explains_it_better_than_a_value_with_parameters_in_it() -> None:
    """“out_trade_no=A&pay_type=800213” is two parameters signed as they came, not a number with an ampersand."""
    sent = (("out_trade_no", "A"), ("pay_type", "800213"), ("txamt", "300"), ("goods_name", "tea bag"))
    string = "&".join(f"{name}={value}" for name, value in sent) + KEY
    signed = hashlib.md5(string.encode(), usedforsecurity=False).hexdigest()
    found = diagnose(sent, KEY, signed, body=encode_form(sent))
    assert [one.deviations for one in found] == [("unsorted",)]


def test_a_body_that_carries_the_parameters_is_no_cause() -> None:
    """Encoded as browsers do, or with %20, it decodes to what was signed."""
    for body in (ENCODED, ENCODED.replace(b"+", b"%20"), b""):
        assert diagnose(MEANT, KEY, RIGHT, body=body)[0].deviations == ()


def test_what_the_server_reads_decides() -> None:
    """Where the signature fits the body, it is right, whatever else was said."""
    other = {**MEANT, "txamt": "7001"}
    assert diagnose(other, KEY, RIGHT, body=ENCODED)[0].deviations == ()
    only = diagnose(other, KEY, signature(other, KEY), body=ENCODED)[0]
    assert only.deviations == ("body-differs",)
    assert "txamt" in only.explanation


def test_the_raw_body_signed_is_the_rule_for_notifications() -> None:
    """JSON sent and signed as it is."""
    body = json.dumps(MEANT).encode()
    signed = diagnose(MEANT, KEY, signature({}, body.decode() + KEY), body=body)[0]
    assert "raw-body-signed" in signed.deviations or "json-signed" in signed.deviations
