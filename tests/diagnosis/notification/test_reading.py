"""Whatever form a merchant pastes, the raw body, the signature and the headers are found."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.notification import check_notification, read_notification
from tests.diagnosis.notification.samples import BODY, BY_ID, CHINESE, KEY, MEMBERS, SIGNATURE, WINDOWS, signed

TEXT = BODY.decode()
CHINESE_SIGNATURE = BY_ID["n-zh-escaped"]["signature"]
HEAD = f"Host: shop.example\nX-QF-SIGN: {SIGNATURE}\nContent-Type: application/json"
CURL = "\n".join(
    (
        "* Connected to shop.example (127.0.0.1) port 80",
        "> POST /notify HTTP/1.1",
        "> Host: shop.example",
        f"> X-QF-SIGN: {SIGNATURE}",
        ">",
        "} [519 bytes data]",
        TEXT,
        "* upload completely sent off",
        "< HTTP/1.1 200 OK",
        "< Content-Type: text/plain",
        "<",
        "SUCCESS",
    )
)
CURL_REPLY = "\n".join(
    (
        "> POST /trade/v1/payment HTTP/1.1",
        "> X-QF-APPCODE: D5589D2A1F2E42A9A60C37",
        ">",
        "< HTTP/1.1 200 OK",
        f"< X-QF-SIGN: {SIGNATURE}",
        "<",
        "{ [519 bytes data]",
        TEXT,
        "* Connection #0 to host left intact",
    )
)
HAR = json.dumps(
    {
        "log": {
            "entries": [
                {
                    "request": {
                        "method": "POST",
                        "headers": [{"name": "x-qf-sign", "value": SIGNATURE}],
                        "postData": {"mimeType": "application/json", "text": TEXT},
                    }
                }
            ]
        }
    }
)
EVENT = json.dumps({"headers": {"X-Qf-Sign": SIGNATURE}, "body": TEXT, "isBase64Encoded": False})
EVENT_64 = json.dumps(
    {"headers": {"x-qf-sign": [SIGNATURE]}, "body": base64.b64encode(BODY).decode(), "isBase64Encoded": True}
)
PHP = "Array\n(\n" + "".join(f"    [{name}] => {value}\n" for name, value in MEMBERS.items()) + ")\n"
PASTES = {
    "raw HTTP": ("http", f"POST /notify HTTP/1.1\n{HEAD}\n\n{TEXT}"),
    "raw HTTP with CR LF": ("http", f"POST /notify HTTP/1.1\n{HEAD}\n\n".replace("\n", "\r\n") + TEXT),
    "a request line without version": ("http", f"POST /notify\n{HEAD}\n\n{TEXT}"),
    "a raw reply": ("http", f"HTTP/1.1 200 OK\n{HEAD}\n\n{TEXT}"),
    "curl -v": ("curl", CURL),
    "curl -v of a reply": ("curl", CURL_REPLY),
    "headers and body": ("headers", f"{HEAD}\n\n{TEXT}"),
    "headers and body without a blank line": ("headers", f"{HEAD}\n{TEXT}"),
    "body and headers": ("log", f"{TEXT}\n\n{HEAD}\n"),
    "signature and body": ("log", f"{SIGNATURE}\n{TEXT}"),
    "body and named signature": ("log", f"{TEXT}\nsignature: {SIGNATURE}"),
    "a log line": ("log", f"2026-03-01 18:00:40 INFO [notify] X-QF-SIGN={SIGNATURE} body={TEXT} ms=3"),
    "a log line with a dictionary": ("log", f"INFO headers={{'X-Qf-Sign': '{SIGNATURE}', 'Host': 'a'}} body={TEXT!r}"),
    "PHP's server variables": ("log", f"[HTTP_X_QF_SIGN] => {SIGNATURE}\n[body] => {TEXT}"),
    "Python's bytes": ("literal", f"sign x-qf-sign: {SIGNATURE} body={BODY!r}"),
    "a JSON log": ("literal", json.dumps({"level": "info", "sign": SIGNATURE, "raw": TEXT})),
    "a JSON log in a JSON log": ("literal", json.dumps({"sign": SIGNATURE, "line": json.dumps({"raw": TEXT})})),
    "HAR": ("archive", HAR),
    "a cloud's event": ("archive", EVENT),
    "a cloud's event in base64": ("archive", EVENT_64),
}


@pytest.mark.parametrize("name", list(PASTES))
def test_every_form_gives_the_raw_body_and_the_signature(name: str) -> None:
    """The body arrives byte for byte, so the signature fits."""
    form, paste = PASTES[name]
    read = read_notification(paste)
    assert (read.form, read.body, read.signature) == (form, BODY, SIGNATURE)
    assert check_notification(read.body, read.signature, KEY).is_valid


@pytest.mark.parametrize(
    "paste",
    [
        f"{MEMBERS}\nX-QF-SIGN: {SIGNATURE}",
        f"{PHP}X-QF-SIGN: {SIGNATURE}",
        "{" + ", ".join(f"{name}={value}" for name, value in MEMBERS.items()) + f"}} x-qf-sign={SIGNATURE}",
    ],
    ids=["Python", "PHP", "Java"],
)
def test_a_print_of_the_fields_is_put_together_and_that_is_said(paste: str) -> None:
    """Without the raw body the usual writing is tried, with a remark that a misfit proves nothing."""
    read = read_notification(paste)
    assert (read.form, read.is_rebuilt, read.signature) == ("print", True, SIGNATURE)
    assert json.loads(read.body) == MEMBERS
    assert "rebuilt" in {note.code for note in read.notes}


@pytest.mark.parametrize("raw", [BODY, BODY + b"\n", b"\n" + BODY + b"\r\n", WINDOWS, b"\xef\xbb\xbf" + BODY, CHINESE])
def test_a_body_alone_is_kept_to_its_last_byte(raw: bytes) -> None:
    """Line breaks, CR LF, a byte order mark and escapes stay; the typed signature is used."""
    read = read_notification(raw.decode(), f" {SIGNATURE} ")
    assert (read.form, read.body, read.signature) == ("body", raw, SIGNATURE)


@given(st.dictionaries(st.sampled_from(sorted(MEMBERS)), st.text(st.characters(codec="utf-8")), min_size=4))
def test_any_notification_survives_being_pasted_alone(members: dict[str, str]) -> None:
    """Whatever the values, the body is what was pasted."""
    source = json.dumps(members, ensure_ascii=False)
    assert read_notification(source).body == source.encode()


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    """Nothing makes the reading fail."""
    read = read_notification(source)
    assert isinstance(read.body, bytes)


def test_the_length_announced_ends_the_body() -> None:
    """What stands behind as many bytes as Content-Length says is none of the body's, and that is said."""
    paste = f"POST /n HTTP/1.1\nX-QF-SIGN: {SIGNATURE}\nContent-Length: {len(BODY)}\n\n{TEXT}\n"
    read = read_notification(paste)
    assert read.body == BODY
    assert "taken-by-length" in {note.code for note in read.notes}


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (TEXT + "\n", {"ends-with-break"}),
        ("\ufeff" + TEXT, {"bom"}),
        (WINDOWS.decode(), {"cr-lf"}),
        (WINDOWS.decode().replace("\r\n", "\n"), {"lf"}),
        (TEXT.replace("QA202603010001", "QA•••0001"), {"masked"}),
        (TEXT.replace(": ", ":\u00a0"), {"no-break-space", "not-json"}),
        (TEXT[:200], {"cut-off"}),
        (TEXT.replace('"status"', "“status”"), {"curly-quotes", "not-json"}),
        (TEXT[:-1] + ', "txamt": "1"}', {"duplicates"}),
        (TEXT, set()),
    ],
)
def test_what_pasting_may_have_changed_is_said(body: str, codes: set[str]) -> None:
    """Each trace of an editor, a chat or a terminal is remarked on."""
    read = read_notification(f"POST /n HTTP/1.1\nX-QF-SIGN: {SIGNATURE}\n\n{body}")
    assert {note.code for note in read.notes} == codes


def test_another_length_than_announced_is_said() -> None:
    """A body that lost its carriage returns is shorter than Content-Length says."""
    body = WINDOWS.decode().replace("\r\n", "\n")
    read = read_notification(f"POST /n HTTP/1.1\nX-QF-SIGN: AB\nContent-Length: {len(WINDOWS)}\n\n{body}")
    assert "length-differs" in {note.code for note in read.notes}
    assert read.body == body.encode()


def test_of_several_the_first_that_is_signed_is_taken() -> None:
    """A log of many lines: the choice is said."""
    lines = [
        f"body={TEXT}",
        f"x-qf-sign={CHINESE_SIGNATURE} body={CHINESE.decode()}",
        f"x-qf-sign={SIGNATURE} body={TEXT}",
    ]
    read = read_notification("\n".join(lines))
    assert (read.body, read.signature) == (CHINESE, CHINESE_SIGNATURE)
    assert "several" in {note.code for note in read.notes}


@pytest.mark.parametrize(
    ("source", "kind"), [(CURL, "notification"), (CURL_REPLY, "reply"), (BY_ID["o-jp-response"]["body"], "reply")]
)
def test_replies_are_told_from_notifications(source: str, kind: str) -> None:
    """By the status line, or by a resperr where there is no notify_type."""
    assert read_notification(source).kind == kind


def test_a_typed_signature_counts_before_the_one_in_the_paste() -> None:
    """Whoever types one means it."""
    assert read_notification(PASTES["raw HTTP"][1], "AB" * 16).signature == "AB" * 16


def test_the_repr_shows_no_value() -> None:
    """Neither body nor signature nor headers."""
    shown = repr(read_notification(PASTES["raw HTTP"][1]))
    assert SIGNATURE not in shown
    assert MEMBERS["cardcd"] not in shown
    assert "shop.example" not in shown


def test_nothing_is_found_in_idle_talk() -> None:
    """A text without notification is empty."""
    assert read_notification("Good morning, the customer says they paid.").is_empty


def test_a_signed_body_of_another_form_is_read_too() -> None:
    """Headers decide: a body that is no JSON is kept as it came."""
    body = "status=1&txamt=300"
    read = read_notification(f"POST /n HTTP/1.1\nX-QF-SIGN: {signed(body.encode())}\n\n{body}")
    found: Any = check_notification(read.body, read.signature, KEY)
    assert found.is_valid
    assert {note.code for note in read.notes} == {"not-json"}
