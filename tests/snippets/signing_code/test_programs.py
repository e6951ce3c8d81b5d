"""Every program of every language is run against the simulator."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import DEMO, Simulator
from qfpay_gui.snippets.signing_code.languages import LANGUAGES
from tests.snippets.programs import AWKWARD, CLOSED, NAMES, payment, printed, respcd, run, with_further

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qfpay_gui.snippets.signing_code.languages import Language

pytestmark = pytest.mark.integration
every_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.id)


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    """One simulator for the module; each test makes orders of its own."""
    with Simulator() as running:
        yield running


@pytest.fixture
def redirecting() -> Iterator[tuple[str, list[str]]]:
    """A server that sends everyone elsewhere, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Note the path and redirect."""
            asked.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(307)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        do_GET = do_POST  # noqa: N815 - the name http.server looks for

        def log_message(self, *_words: object) -> None:
            """Stay silent."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/trade/v1/payment", asked
        server.shutdown()


@every_language
def test_awkward_values_are_signed_and_accepted(language: Language, simulator: Simulator, tmp_path: Path) -> None:
    """Quotes, shell and form signs, line breaks, Chinese, emoji and more: the signature is ours, the answer is 0000."""
    awkward = {f"v{number:02}": value for number, value in enumerate(AWKWARD.values()) if _holds(language, value)}
    request = with_further(payment(simulator.base_url, f"v{language.id}", goods_name="奶茶 'n' \"$x\" `y` 😀"), awkward)

    ran = run(language, language.program(request), tmp_path)

    assert (printed(ran, "signature"), ran.returncode) == (request.signature, 0), ran.stderr
    assert printed(ran, "expected") == request.signature
    assert respcd(ran) == "0000"


@every_language
def test_a_value_longer_than_a_command_line_is_signed_and_accepted(
    language: Language, simulator: Simulator, tmp_path: Path
) -> None:
    """Linux takes 128 KB for one argument, and a Java class 64 KB for one text: nothing is cut, nothing is run."""
    value = "'\"$(id) `id` ${x} \\ % </script> \u2028\u202e奶\n" * 5000
    request = with_further(payment(simulator.base_url, f"l{language.id}"), {"later": value})

    ran = run(language, language.program(request), tmp_path)

    assert (printed(ran, "signature"), ran.returncode) == (request.signature, 0), ran.stderr[-2000:]
    assert respcd(ran) == "0000"


@every_language
def test_awkward_names_are_sorted_by_bytes(language: Language, simulator: Simulator, tmp_path: Path) -> None:
    """Neither case, nor locale, nor digits, nor UTF-16 units change the order; SHA256 is announced."""
    request = payment(simulator.base_url, f"n{language.id}", sign_type="SHA256")
    request = with_further(request, {name: f"{number}" for number, name in enumerate(NAMES)})

    ran = run(language, language.program(request), tmp_path)

    assert (printed(ran, "signature"), ran.returncode) == (request.signature, 0), ran.stderr
    assert respcd(ran) == "0000"


@every_language
def test_a_dry_run_sends_nothing(language: Language, tmp_path: Path) -> None:
    """With QFPAY_DRY_RUN=1 the signature is printed and the address is not even tried."""
    request = payment(CLOSED, "dry")

    ran = run(language, language.program(request), tmp_path, QFPAY_DRY_RUN="1", QFPAY_URL=CLOSED)

    assert (printed(ran, "signature"), ran.returncode) == (request.signature, 0), ran.stderr


@every_language
def test_another_key_sends_nothing(language: Language, simulator: Simulator, tmp_path: Path) -> None:
    """Where the signature is not the expected one, the program says so and ends before it sends."""
    request = payment(simulator.base_url, f"k{language.id}")

    ran = run(language, language.program(request), tmp_path, client_key="0123456789ABCDEF0123456789ABCDEF")

    assert printed(ran, "expected") == request.signature != printed(ran, "signature")
    assert "Nothing was sent." in ran.stderr
    assert ran.returncode == 1
    assert "respcd" not in ran.stdout


@every_language
def test_without_a_key_the_program_says_what_to_set(language: Language, tmp_path: Path) -> None:
    """The environment variable is named, and nothing is signed."""
    ran = run(language, language.program(payment(CLOSED, "none")), tmp_path, client_key="")

    assert "QFPAY_CLIENT_KEY" in ran.stderr
    assert ran.returncode != 0
    assert "signature" not in ran.stdout


@every_language
def test_a_request_is_sent_once_to_the_address_of_choice(
    language: Language, redirecting: tuple[str, list[str]], tmp_path: Path
) -> None:
    """QFPAY_URL goes before the request's own address, and a redirect is not followed."""
    address, asked = redirecting

    run(language, language.program(payment(CLOSED, "once")), tmp_path, QFPAY_URL=address)

    assert asked == ["/trade/v1/payment"]


def test_a_masked_program_sends_nothing(simulator: Simulator, tmp_path: Path) -> None:
    """With the masks still in place the signature cannot be right; revealed, the same program pays."""
    language = next(language for language in LANGUAGES if language.id == "python")
    personal = '{"user_creid":"430067798868676871","user_truename":"小林"}'
    request = payment(simulator.base_url, "masked", extend_info=personal)

    masked = run(language, language.program(request), tmp_path)
    revealed = run(language, language.program(request, reveal_personal=True), tmp_path)

    assert (masked.returncode, printed(masked, "expected")) == (1, request.signature)
    assert "Nothing was sent." in masked.stderr
    assert respcd(revealed) == "0000"


def test_the_key_of_the_test_is_the_simulators(simulator: Simulator) -> None:
    """The programs are run with the key that signed the requests."""
    assert simulator.credentials == DEMO


def _holds(language: Language, value: str) -> bool:
    """Bash has no NUL."""
    return language.id != "curl" or "\0" not in value
