from __future__ import annotations

import hashlib
import json
import time
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.environments import ALL, PRODUCTION, SIMULATOR, Environment, custom
from qfpay_gui.qfpay.request import prepared as prepared_module
from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.request.prepared import prepare, sent_parameters
from qfpay_gui.qfpay.signing.recipe import CHARSETS, OFFICIAL, ORDERS, WRITINGS, SigningRecipe
from tests.qfpay.request.rules.cases import CREDENTIALS, NOW, clean_draft
from tests.thorough import chosen

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "signing.json").read_text(encoding="utf-8"))
ANY = st.text(st.characters())
NAMES = st.one_of(st.sampled_from([entry.name for entry in clean_draft().entries]), ANY)
ENTRIES = st.builds(Entry, NAMES, ANY, leave_out=st.booleans(), send_empty=st.booleans())
DRAFTS = st.builds(Draft, st.lists(ENTRIES, max_size=8).map(tuple), sign_type=st.sampled_from(["", "MD5", "SHA256"]))
KEYS = st.text("0123456789ABCDEF", min_size=32, max_size=32)
WITHOUT_MCHID = replace(CREDENTIALS, mchid="")


def _read(part: bytes) -> bytes:
    """Percent-decoding by hand, byte by byte, as a server of another make might do it."""
    found, place = bytearray(), 0
    while place < len(part):
        if part[place : place + 1] == b"%":
            found.append(int(part[place + 1 : place + 3], 16))
            place += 3
        else:
            found.append(0x20 if part[place] == 0x2B else part[place])
            place += 1
    return bytes(found)


def _signed_by_a_server(body: bytes, client_key: str, sign_type: str) -> str:
    """The signature of what a server reads, with none of the code that made it; bytes sort as their code points do."""
    pairs = [tuple(map(_read, piece.split(b"="))) for piece in body.split(b"&") if piece]
    joined = b"&".join(b"=".join(pair) for pair in sorted(pairs, key=lambda pair: pair[0])) + client_key.encode()
    return hashlib.new("md5" if sign_type == "MD5" else "sha256", joined).hexdigest().upper()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_is_prepared_as_listed(vector: dict[str, Any]) -> None:
    """A draft of the vector's parameters gives its signing string, signature and body."""
    entries = tuple(Entry(name, value, send_empty=True) for name, value in vector["params"].items())
    credentials = Credentials("APP", vector["client_key"], sign_type=vector["sign_type"])
    request = prepare(Draft(entries), credentials, SIMULATOR)
    assert request.signing_string == vector["signing_string"]
    assert request.signature == vector["signature"]
    assert request.body.decode() == vector["form_body"]
    assert not [one for one in request.findings if one.code == "wire-differs"]


def test_a_request_goes_where_and_as_the_environment_says() -> None:
    """Method, URL and headers are those of the documentation."""
    request = prepare(clean_draft(), CREDENTIALS, PRODUCTION, now=NOW)
    assert (request.method, request.url) == ("POST", "https://openapi-hk.qfapi.com/trade/v1/payment")
    assert request.headers == (
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("X-QF-APPCODE", CREDENTIALS.app_code),
        ("X-QF-SIGN", request.signature),
    )


def test_a_simulator_that_does_not_run_has_no_url() -> None:
    """Where nothing listens yet, there is nowhere to send to."""
    assert prepare(clean_draft(), CREDENTIALS, SIMULATOR).url == ""


def test_the_sign_type_is_named_for_sha256_only() -> None:
    """An absent X-QF-SIGNTYPE means MD5; the draft's own sign type goes before the profile's."""
    sha = replace(CREDENTIALS, sign_type="SHA256")
    by_profile = prepare(clean_draft(), sha, SIMULATOR)
    by_draft = prepare(replace(clean_draft(), sign_type="SHA256"), CREDENTIALS, SIMULATOR)
    overruled = prepare(replace(clean_draft(), sign_type="MD5"), sha, SIMULATOR)
    unset = prepare(clean_draft(), replace(CREDENTIALS, sign_type=""), SIMULATOR)
    assert by_profile.headers == by_draft.headers
    assert dict(by_profile.headers)["X-QF-SIGNTYPE"] == by_profile.sign_type == "SHA256"
    assert (len(by_profile.signature), len(overruled.signature)) == (64, 32)
    assert "X-QF-SIGNTYPE" not in dict(overruled.headers)
    assert "X-QF-SIGNTYPE" not in dict(unset.headers)


def test_an_empty_value_is_neither_signed_nor_sent_unless_asked_for() -> None:
    """A field left empty is as if it were not there; "send although empty" signs and sends it."""
    empty = prepare(Draft((Entry("a", "1"), Entry("b"))), WITHOUT_MCHID, SIMULATOR)
    asked = prepare(Draft((Entry("a", "1"), Entry("b", send_empty=True))), WITHOUT_MCHID, SIMULATOR)
    assert (empty.body, empty.signed.string_without_key) == (b"a=1", "a=1")
    assert (asked.body, asked.signed.string_without_key) == (b"a=1&b=", "a=1&b=")


def test_what_is_left_out_is_neither_signed_nor_sent() -> None:
    """The value stays in the draft, and nowhere else."""
    request = prepare(Draft((Entry("a", "1"), Entry("b", "2", leave_out=True))), WITHOUT_MCHID, SIMULATOR)
    assert (request.body, request.signed.string_without_key, request.parameters) == (b"a=1", "a=1", (("a", "1"),))


def test_parameters_are_sent_in_the_order_of_the_draft_and_signed_sorted() -> None:
    """Sorting concerns the signature only."""
    request = prepare(Draft((Entry("b", "1"), Entry("a", "2"), Entry("b", "0"))), WITHOUT_MCHID, SIMULATOR)
    assert request.body == b"b=1&a=2&b=0"
    assert request.signed.string_without_key == "a=2&b=1&b=0"
    assert request.value("b") == "1"
    assert request.value("c") == ""


@pytest.mark.parametrize(
    ("entries", "sent"),
    [
        ((Entry("mchid"),), (("mchid", "R1zQrTdJnn"),)),
        ((Entry("mchid", "OWN"),), (("mchid", "OWN"),)),
        ((Entry("mchid", leave_out=True),), ()),
        ((Entry("mchid", "OWN", leave_out=True),), ()),
        ((Entry("mchid", send_empty=True),), (("mchid", ""),)),
        ((Entry("mchid"), Entry("mchid")), (("mchid", "R1zQrTdJnn"),)),
        ((Entry("udid", "x"),), (("udid", "x"),)),
    ],
    ids=str,
)
def test_the_mchid_of_the_profile_fills_the_empty_field(
    entries: tuple[Entry, ...], sent: tuple[tuple[str, str], ...]
) -> None:
    """An assigned mchid is sent once, unless another is typed or it is left out."""
    assert sent_parameters(Draft(entries), CREDENTIALS) == sent


def test_no_mchid_is_sent_where_none_is_assigned() -> None:
    """A merchant without an mchid must not send one."""
    assert sent_parameters(Draft((Entry("mchid"),)), WITHOUT_MCHID) == ()


def test_findings_stand_at_their_field() -> None:
    """What is asked for one field is what was noticed about it, and nothing else."""
    request = prepare(clean_draft().edit("txamt", value="0"), CREDENTIALS, SIMULATOR, now=NOW)
    assert [finding.code for finding in request.findings_at("txamt")] == ["amount-zero"]
    assert request.findings_at("txcurrcd") == ()


@given(DRAFTS, ANY)
def test_a_server_of_another_make_computes_the_same_signature(draft: Draft, client_key: str) -> None:
    """Whatever is typed, the body read by independent code and signed again gives the signature in the header."""
    credentials = Credentials("A", client_key.encode(errors="ignore").decode(), "M1")
    request = prepare(draft, credentials, SIMULATOR, now=NOW)
    assert _signed_by_a_server(request.body, credentials.client_key, request.sign_type) == request.signature


@given(
    DRAFTS,
    st.builds(Credentials, ANY, ANY, ANY, st.sampled_from(["MD5", "SHA256", ""])),
    st.one_of(st.sampled_from(ALL), ANY.map(custom)),
    st.sampled_from([None, NOW]),
    ANY,
)
def test_preparing_never_fails_and_the_wire_never_differs(
    draft: Draft, credentials: Credentials, environment: Environment, now: Any, bound_to: str
) -> None:
    """Any draft with any credentials anywhere becomes a request whose body says what was signed."""
    request = prepare(draft, credentials, environment, now=now, bound_to=bound_to)
    assert "wire-differs" not in {finding.code for finding in request.findings}
    assert request == prepare(draft, credentials, environment, now=now, bound_to=bound_to)


def test_half_characters_are_signed_as_they_are_sent() -> None:
    """U+FFFD takes the place of half a character before names are sorted, and before the key follows a value."""
    draft = Draft((Entry("\ud800", "1"), Entry("\ue000", "2\ud83d")))
    request = prepare(draft, Credentials("A", "\ude00KEY"), SIMULATOR)
    assert request.signing_string == "\ue000=2\ufffd&\ufffd=1\ufffdKEY"
    assert "wire-differs" not in {finding.code for finding in request.findings}
    ending = prepare(Draft((Entry("a", "\ud83d"),)), Credentials("A", "\ude00KEY"), SIMULATOR)
    assert ending.signing_string == "a=\ufffd\ufffdKEY"
    assert "wire-differs" not in {finding.code for finding in ending.findings}


@given(
    DRAFTS,
    st.builds(
        SigningRecipe,
        order=st.sampled_from(sorted(ORDERS)),
        writing=st.sampled_from(sorted(WRITINGS)),
        charset=st.sampled_from(sorted(CHARSETS)),
    ),
)
def test_a_merchants_recipe_signs_what_is_sent_as_well(draft: Draft, recipe: SigningRecipe) -> None:
    """A mistake that is reproduced concerns the signature; the body is read as it was meant."""
    request = prepare(draft, CREDENTIALS, SIMULATOR, recipe=recipe)
    assert "wire-differs" not in {finding.code for finding in request.findings}
    assert request.body == prepare(draft, CREDENTIALS, SIMULATOR, recipe=OFFICIAL).body


def test_a_body_that_says_something_else_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of the wire is no ornament: an encoder with a fault is found out."""
    monkeypatch.setattr(prepared_module, "encode_form", lambda pairs: f"{'&'.join(map('='.join, pairs))}".encode())
    request = prepare(clean_draft().edit("goods_name", value="1+1"), CREDENTIALS, SIMULATOR, now=NOW)
    assert request.findings[0].code == "wire-differs"
    assert _signed_by_a_server(request.body, CREDENTIALS.client_key, "MD5") != request.signature


@given(DRAFTS, KEYS)
def test_the_key_shows_in_no_repr(draft: Draft, client_key: str) -> None:
    """Neither credentials, profile, request, signature nor findings give the key away when printed."""
    assume(client_key not in repr(draft))
    credentials = Credentials("APP", client_key)
    request = prepare(draft, credentials, SIMULATOR, now=NOW)
    assert request.signing_string.endswith(client_key)
    for printed in (credentials, Profile("Demo", "simulator", credentials), request, request.signed):
        assert client_key not in repr(printed)
        assert client_key not in str(printed)
    assert client_key not in repr(request.findings)


def test_personal_data_shows_in_no_repr() -> None:
    """A printed request holds no value that was sent."""
    draft = clean_draft().edit("extend_info", value='{"user_creid":"430067798868676871","user_truename":"Lin"}')
    request = prepare(draft, CREDENTIALS, SIMULATOR, now=NOW)
    assert "430067798868676871" not in repr(request)
    assert "430067798868676871" not in repr(request.signed)


MEGABYTE = 1_000_000
LARGE = {
    "letters": "a" * MEGABYTE,
    "Chinese": "茶" * (MEGABYTE // 3),
    "inner spaces": "茶" + " " * MEGABYTE + "茶",
    "line ends": "\n" * MEGABYTE,
    "zero width": "\u200b" * (MEGABYTE // 3),
    "half characters": "\ud800" * (MEGABYTE // 3),
    "back-slashes": "\\" * MEGABYTE,
    "brackets": "[" * MEGABYTE,
    "percent signs": "%" * MEGABYTE,
    "digits": "9" * MEGABYTE,
    "groups": "1,11" * (MEGABYTE // 4),
}


MEGABYTES = list(product(("goods_name", "extend_info", "txamt", "notify_url", "further name"), LARGE))


@pytest.mark.parametrize(("field", "kind"), chosen(MEGABYTES, 3))
def test_a_pasted_megabyte_does_not_stop_the_typing(field: str, kind: str) -> None:
    """No rule takes more than a moment for a long value: a slip in a pattern would take minutes."""
    large = LARGE[kind]
    draft = clean_draft()
    changed = draft.with_further((Entry(large, "1"),)) if field == "further name" else draft.edit(field, value=large)
    begun = time.process_time()
    prepare(changed, CREDENTIALS, SIMULATOR, now=NOW)
    assert time.process_time() - begun < 5
