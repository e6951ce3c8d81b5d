"""A right signature is valid whatever the body; each mistake is named; the key shows nowhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis.notification import Check, Validity, check_notification, is_valid, official_signature
from qfpay_gui.diagnosis.notification.claims import read_claim
from qfpay_gui.diagnosis.notification.search import Question
from qfpay_gui.qfpay.findings import Severity
from tests.diagnosis.notification.samples import (
    APP_CODE,
    BODY,
    BY_ID,
    CHINESE,
    KEY,
    LAID_OUT,
    MEMBERS,
    OTHER_KEY,
    SIGNATURE,
    SLASHED,
    VECTORS,
    WINDOWS,
    dumped,
    fields,
    md5,
    signed,
)

COMPACT = dumped(BODY, separators=(",", ":"))
OTHERS = {"Tea House": OTHER_KEY}


def check(body: bytes, signature: str, key: str = KEY, **more: Any) -> Check:
    """The verdict, with another profile's key and an app code at hand."""
    return check_notification(body, signature, key, other_keys=OTHERS, app_code=APP_CODE, **more)


def words(found: Check) -> str:
    """Everything a check says."""
    lines = (found.headline, found.explanation, *found.fixes, *found.notes)
    return "\n".join(str(line) for line in lines if line is not None)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
@pytest.mark.parametrize("kind", ["notification", "reply"])
@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_every_vector_is_valid(vector: dict[str, Any], kind: Any, case: Any) -> None:
    """Each recorded body reproduces its signature, in any letter case; another case than QFPay's is noted."""
    found = check(vector["body"].encode(), case(vector["signature"]), vector["client_key"], kind=kind)
    assert (found.verdict, found.causes, found.severity) == (Validity.VALID, (), Severity.OK)
    assert bool(found.notes) == (case is not str.upper)


@given(st.binary(min_size=1), st.text(min_size=1))
def test_any_body_with_its_right_signature_is_valid(body: bytes, key: str) -> None:
    """Not only JSON, and not only keys of 32 characters."""
    signature = official_signature(body, key)
    assert is_valid(body, signature, key)
    assert check_notification(body, signature, key).verdict is Validity.VALID


@given(st.binary(min_size=1), st.binary(min_size=1), st.text(min_size=1, max_size=40))
def test_another_body_is_never_valid(body: bytes, other: bytes, key: str) -> None:
    """Only the very bytes that were signed are valid."""
    signature = official_signature(other, key)
    assert check_notification(body, signature, key).is_valid == (body == other)


@pytest.mark.parametrize("body", [b'{"a": {"b": 1}, "c": []}', b'{"respcd":"0000","data":[{"txamt":300}],"n":0}'])
def test_an_object_inside_the_body_makes_nothing_fail(body: bytes) -> None:
    """A reply holds others; what is empty in it may have been left out, and zero is not empty."""
    assert check(body, "0" * 32, kind="reply").verdict is Validity.UNEXPLAINED
    written = json.dumps({"a": {}, "b": "", "c": None, "n": 0, "f": False}).encode()
    assert check(written, signed(b'{"a": {}, "n": 0, "f": false}')).ids == ("rewritten-members",)


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=200), st.text(max_size=80), st.text(max_size=40))
def test_nothing_makes_it_fail(body: bytes, signature: str, key: str) -> None:
    """Whatever body, signature and key are, there is a verdict in words."""
    assert str(check_notification(body, signature, key).headline)


@pytest.mark.parametrize(
    ("body", "signed_body", "ids"),
    [
        (BODY + b"\n", BODY, {"newline-added"}),
        (BODY + b"\r\n", BODY, {"newline-added"}),
        (BODY + b"\n\n", BODY, {"newline-added"}),
        (b"  " + BODY + b" \n", BODY, {"blanks-added"}),
        (BODY, BODY + b"\n", {"newline-missing"}),
        (b"\xef\xbb\xbf" + BODY, BODY, {"bom-added"}),
        (BODY, b"\xef\xbb\xbf" + BODY, {"bom-missing"}),
        (WINDOWS.replace(b"\r\n", b"\n"), WINDOWS, {"line-ends"}),
        (WINDOWS, LAID_OUT, {"line-ends"}),
        (COMPACT, BODY, {"rewritten-spacing"}),
        (LAID_OUT, BODY, {"rewritten-spacing"}),
        (dumped(BODY, indent=4), BODY, {"rewritten-spacing"}),
        (dumped(BODY, indent="\t", separators=(",", " : ")), BODY, {"rewritten-spacing"}),
        (BODY, dumped(BODY, indent=2, separators=(",", " : ")), {"rewritten-spacing"}),
        (dumped(BODY, sort_keys=True), BODY, {"rewritten-order"}),
        (dumped(BODY, sort_keys=True, separators=(",", ":")), BODY, {"rewritten-spacing", "rewritten-order"}),
        (dumped(CHINESE, ensure_ascii=False), CHINESE, {"rewritten-escapes"}),
        (
            CHINESE,
            dumped(CHINESE, ensure_ascii=False, separators=(",", ":")),
            {"rewritten-escapes", "rewritten-spacing"},
        ),
        (SLASHED.replace(b"/", b"\\/"), SLASHED, {"rewritten-slashes"}),
        (
            dumped(SLASHED, separators=(",", ":")).replace(b"/", b"\\/"),
            SLASHED,
            {"rewritten-slashes", "rewritten-spacing"},
        ),
        (json.dumps(MEMBERS | {"txamt": 300}).encode(), BODY, {"rewritten-members"}),
        (BODY, json.dumps({name: value for name, value in MEMBERS.items() if value}).encode(), {"rewritten-members"}),
        (BODY.replace(b'"', "“".encode(), 1).replace(b'"', "”".encode(), 1), BODY, {"curly-quotes"}),
        (BODY.replace(b" ", b"\xc2\xa0"), BODY, {"no-break-spaces"}),
        (BODY.replace(b'"', b'\\"'), BODY, {"escaped-in-log"}),
        (BODY.replace(b'"', b"&quot;"), BODY, {"html-escaped"}),
        (COMPACT + b"\n", dumped(BODY, indent=2) + b"\n", {"rewritten-spacing", "newline-missing"}),
    ],
)
def test_what_became_of_the_bytes_is_named(body: bytes, signed_body: bytes, ids: set[str]) -> None:
    """A body that was parsed, laid out, cleaned or copied on the way is found, and its content is vouched for."""
    found = check(body, signed(signed_body))
    assert (found.verdict, set(found.ids)) == (Validity.EXPLAINED, ids)
    assert found.is_same_content
    assert found.severity is Severity.ATTENTION
    assert found.fixes


@pytest.mark.parametrize(
    ("hashed", "ids"),
    [
        (KEY, {"body-empty"}),
        (f"[object Object]{KEY}", {"body-parsed"}),
        (f"Array{KEY}", {"body-parsed"}),
        (f"{BODY!r}{KEY}", {"body-printed"}),
        (f"{MEMBERS}{KEY}", {"object-printed"}),
        (f"{json.dumps(BODY.decode())}{KEY}", {"body-quoted"}),
        ("{" + ", ".join(f"{name}={value}" for name, value in MEMBERS.items()) + "}" + KEY, {"object-printed"}),
        (fields() + KEY, {"sorted-fields"}),
        (fields({name: value for name, value in MEMBERS.items() if value}) + KEY, {"sorted-fields"}),
        (fields() + "&key=" + KEY, {"sorted-fields", "key-separated"}),
        (BODY + KEY.lower().encode(), {"key-lower-cased"}),
        (BODY + KEY.encode() + b"\n", {"key-with-line-feed"}),
        (BODY + KEY.encode() + b" ", {"key-with-white-space"}),
        (BODY + KEY[:-1].encode(), {"key-cut"}),
        (BODY + KEY.replace("9", "8", 1).encode(), {"key-mistyped"}),
        (BODY + APP_CODE.encode(), {"app-code-as-key"}),
        (BODY, {"key-missing"}),
        (KEY.encode() + BODY, {"key-in-front"}),
        (BODY + b"&key=" + KEY.encode(), {"key-separated"}),
        (BODY + b"\n" + KEY.encode(), {"newline-missing"}),
        (COMPACT + OTHER_KEY.encode(), {"rewritten-spacing", "other-profile-key"}),
        (BODY + b"\n" + OTHER_KEY.encode(), {"newline-missing", "other-profile-key"}),
    ],
)
def test_what_was_hashed_in_its_place_is_named(hashed: bytes | str, ids: set[str]) -> None:
    """Another text, another key, another way to join them, or two of these together."""
    found = check(BODY, md5(hashed))
    assert (found.verdict, set(found.ids)) == (Validity.EXPLAINED, ids)


@pytest.mark.parametrize(
    ("signature", "ids"),
    [
        (hashlib.sha256(BODY + KEY.encode()).hexdigest(), {"digest-sha256"}),
        (hashlib.sha1(BODY + KEY.encode(), usedforsecurity=False).hexdigest(), {"digest-sha1"}),
        (hmac.digest(KEY.encode(), BODY, "sha256").hex(), {"digest-hmac-sha256"}),
        (hmac.digest(KEY.encode(), BODY, "md5").hex(), {"digest-hmac-md5"}),
        (hmac.digest(KEY.encode(), COMPACT, "sha256").hex(), {"rewritten-spacing", "digest-hmac-sha256"}),
        (base64.b64encode(bytes.fromhex(SIGNATURE)).decode(), {"signature-base64"}),
        (f'"{SIGNATURE}"', {"signature-surrounded"}),
        (f"X-QF-SIGN: {SIGNATURE}", {"signature-surrounded"}),
        (SIGNATURE[:20], {"signature-cut"}),
        (SIGNATURE[-12:], {"signature-cut"}),
        (f"{SIGNATURE[:4]}…{SIGNATURE[-4:]}", {"signature-masked"}),
        (f"{SIGNATURE[:6]}****{SIGNATURE[-6:]}", {"signature-masked"}),
        ("-".join(SIGNATURE[at : at + 4] for at in range(0, 32, 4)), {"signature-grouped"}),
    ],
)
def test_other_digests_and_writings_are_named(signature: str, ids: set[str]) -> None:
    """SHA256, HMAC, base64, quotes, a cut or a masked signature."""
    found = check(BODY, signature)
    assert (found.verdict, set(found.ids)) == (Validity.EXPLAINED, ids)


def test_another_merchant_s_key_is_named_by_its_profile() -> None:
    """The profile whose key fits is said, and that the notification belongs to it."""
    found = check(BODY, signed(BODY, OTHER_KEY))
    assert (found.ids, found.key_name) == (("other-profile-key",), "Tea House")
    assert "Tea House" in words(found)
    assert found.severity is Severity.WRONG
    assert not found.is_same_content


def test_a_changed_value_cannot_be_named_and_that_is_said() -> None:
    """Nothing known gives the signature: the verdict says what that may mean, and what to ask for."""
    found = check(BODY.replace(b'"300"', b'"900"'), SIGNATURE)
    assert (found.verdict, found.causes) == (Validity.UNEXPLAINED, ())
    assert "nobody can tell" in words(found)
    assert "Query the order" in words(found)


def test_a_signature_of_odd_length_is_remarked_on() -> None:
    """Where nothing fits, the length says something, too."""
    assert "40 digits" in words(check(BODY, "AB" * 20))


@pytest.mark.parametrize(
    ("body", "signature", "key", "verdict"),
    [
        (b"", "", KEY, Validity.NO_BODY),
        (b"", SIGNATURE, KEY, Validity.NO_BODY),
        (BODY, " ", KEY, Validity.NOT_SIGNED),
        (BODY, SIGNATURE, "", Validity.NO_KEY),
        (BODY, "hello", KEY, Validity.UNEXPLAINED),
        (BODY, "AB12", KEY, Validity.UNEXPLAINED),
    ],
)
def test_what_is_lacking_is_said(body: bytes, signature: str, key: str, verdict: Validity) -> None:
    """Without body, signature or key there is no verdict but what to bring."""
    found = check(body, signature, key)
    assert found.verdict is verdict
    assert found.severity >= Severity.ATTENTION
    assert found.explanation is not None


def test_a_reply_may_follow_the_newer_page() -> None:
    """Of a reply SHA256 and the sorted fields are documented too; of a notification they are a mistake."""
    body = b'{"respcd": "0000", "resperr": "", "txamt": "300"}'
    sorted_fields = md5("respcd=0000&resperr=&txamt=300" + KEY)
    assert check(body, sorted_fields, kind="reply").is_valid
    assert check(body, hashlib.sha256(body + KEY.encode()).hexdigest(), kind="reply").is_valid
    assert check(body, sorted_fields).ids == ("sorted-fields",)


def test_a_huge_body_is_verified_but_not_searched() -> None:
    """The right signature counts for any length; for reasons a body must be of a size QFPay sends."""
    body = b"x" * 100_000
    assert check(body, signed(body)).is_valid
    found = check(body + b"\n", signed(body))
    assert found.verdict is Validity.UNEXPLAINED
    assert "not searched" in words(found)


@pytest.mark.parametrize(
    "signature", [SIGNATURE, md5(BODY + KEY.lower().encode()), md5(BODY + KEY[:-1].encode()), "0" * 32, "x"]
)
def test_the_key_shows_nowhere(signature: str) -> None:
    """Neither in a sentence nor in a repr, whatever the verdict."""
    found = check(BODY, signature)
    shown = words(found) + repr(found)
    for key in (KEY, OTHER_KEY, KEY.lower()):
        assert key not in shown
    assert MEMBERS["cardcd"] not in shown


def test_a_question_shows_nothing_of_what_is_asked() -> None:
    """Nor does what it asks for."""
    asked = Question(BODY, read_claim(SIGNATURE), KEY, OTHERS, APP_CODE)
    assert repr(asked) == "Question()"
    assert SIGNATURE.lower() not in repr(asked.claim)


@pytest.mark.parametrize("identity", list(BY_ID))
def test_one_changed_byte_in_the_key_or_body_is_not_valid(identity: str) -> None:
    """No vector is valid with anything else than its own key and body."""
    vector = BY_ID[identity]
    body, key = vector["body"].encode(), vector["client_key"]
    assert not is_valid(body, vector["signature"], key[::-1])
    assert not is_valid(body[:-1], vector["signature"], key)
