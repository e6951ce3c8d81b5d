"""The curl command sends exactly the prepared request: bash, curl and this tool's own reader agree."""

from __future__ import annotations

import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import read_request, to_draft
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import PRODUCTION, custom
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.snippets.curl import bash_word, to_curl

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "498717301B0846D1992B6F0123456789"
CREDENTIALS = Credentials("A2BE4E015A8A4B0A8E9D880123456789", KEY)
AWKWARD = "a'b\"c`id`$(id)$x\\n&=+%41 !<ü>\t\n\r奶茶🍵;,{}[]()#\0\x7f@-d"
PAIRS = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=20)))


def _prepared(pairs: list[tuple[str, str]], credentials: Credentials = CREDENTIALS, url: str = "") -> PreparedRequest:
    entries = tuple(Entry(name, value, send_empty=True) for name, value in pairs)
    known = tuple(Entry(entry.name) for entry in example_draft().entries)
    return prepare(Draft(known + entries), credentials, custom(url) if url else PRODUCTION)


@given(PAIRS, st.sampled_from(["MD5", "SHA256"]))
@example([("goods_name", AWKWARD), ("a'b", ""), ("", "x"), ("goods_name", "2")], "MD5")
def test_reading_the_command_gives_the_request_again(pairs: list[tuple[str, str]], sign_type: str) -> None:
    """Parameters, body, headers, signature, sign type and address come back, whatever the values are."""
    prepared = _prepared(pairs, Credentials("A2BE", KEY, sign_type=sign_type))
    read = read_request(to_curl(prepared))
    assert read.pairs == tuple((well_formed(name), well_formed(value)) for name, value in prepared.parameters)
    assert (read.body or b"") == prepared.body
    assert tuple(read.headers.items()) == prepared.headers
    assert (read.signature, read.sign_type, read.url) == (prepared.signature, prepared.sign_type, prepared.url)
    assert prepare(to_draft(read), CREDENTIALS, PRODUCTION).parameters or not read.pairs


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@example(AWKWARD.replace("\0", ""))
def test_a_word_is_the_same_text_in_bash(value: str) -> None:
    """Bash passes on exactly the text that was quoted."""
    script = f"printf '%s' {bash_word(value)}".encode()
    done = subprocess.run(["bash"], input=script, capture_output=True, check=True, timeout=20)  # noqa: S607
    assert done.stdout.decode() == value


@given(st.text())
def test_a_word_stays_on_one_line(value: str) -> None:
    """No control character is left in a word, so that nothing hides in a terminal."""
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in bash_word(value))


@pytest.mark.parametrize("place", ["value", "name", "app_code"])
def test_the_key_is_never_in_it(place: str) -> None:
    """Even where the key was typed into the request, the command has marks and says so."""
    pair = ("x", KEY) if place == "value" else (KEY, "x")
    credentials = Credentials(KEY if place == "app_code" else "app", KEY)
    command = to_curl(_prepared([pair], credentials))
    assert KEY not in command
    assert KEY.lower() not in command.lower()
    assert command.startswith("# The client key stood in this request")


def test_a_plain_command_has_no_remark() -> None:
    """An ordinary request is one command and nothing else."""
    assert to_curl(_prepared([("txamt", "300")])).startswith(
        "curl 'https://openapi-hk.qfapi.com/trade/v1/payment' \\\n"
    )


def test_a_nul_in_a_header_is_noted() -> None:
    """A NUL cannot be passed to a program: it is left out, and a comment says so."""
    command = to_curl(_prepared([], Credentials("a\0b", KEY)))
    assert "\0" not in command
    assert "# A NUL was left out" in command


class _Keeping(BaseHTTPRequestHandler):
    """Keeps what it was sent."""

    def do_POST(self) -> None:
        """Answers every request with an empty 200."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.seen = (self.path, dict(self.headers), body)  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A server on loopback that keeps the last request."""
    with HTTPServer(("127.0.0.1", 0), _Keeping) as keeping:
        thread = Thread(target=keeping.serve_forever, args=(0.02,))
        thread.start()
        yield keeping
        keeping.shutdown()
        thread.join()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("value", [AWKWARD, "", "300"], ids=ascii)
def test_curl_sends_the_prepared_bytes(server: HTTPServer, value: str) -> None:
    """Run by bash, the command puts the very body and headers on the wire."""
    url = f"http://127.0.0.1:{server.server_address[1]}"
    prepared = _prepared([("goods_name", value), ("@x", "=")], url=url)
    script = to_curl(prepared).replace("curl ", "curl --silent --noproxy '*' ", 1)
    subprocess.run(["bash"], input=script.encode(), check=True, timeout=20)  # noqa: S607
    path, headers, body = server.seen  # type: ignore[attr-defined]
    assert (path, body) == ("/trade/v1/payment", prepared.body)
    assert {name: headers[name] for name, _value in prepared.headers} == dict(prepared.headers)
