"""Programs of this machine are answered, and pages of the web are not, whatever a browser lets them say."""

from __future__ import annotations

from email.message import Message

import pytest

from qfpay_gui.services.loopback.callers import stranger
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.simulator import Simulator
from tests.services.loopback.test_service import talk

BROWSER = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
HERE = "Host: 127.0.0.1:8080"


def headed(*lines: str) -> Message:
    """Headers as they came."""
    message = Message()
    for line in lines:
        name, _, value = line.partition(": ")
        message[name] = value
    return message


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (HERE,),
        ("Host: 127.0.0.1",),
        ("Host: 127.8.9.1:65535",),
        ("Host: LocalHost:8080",),
        ("Host: localhost.",),
        ("Host: [::1]:8080",),
        ("Host: [::1]",),
        (HERE, "User-Agent: PostmanRuntime/7.43.0"),
        (HERE, "Origin: null"),
        (HERE, "Origin: null", "User-Agent: curl/8.5.0"),
        (HERE, "Origin: http://localhost:3000", BROWSER, "Sec-Fetch-Site: cross-site"),
        (HERE, "Origin: https://[::1]:3000"),
        (HERE, BROWSER, "Sec-Fetch-Site: none"),
        (HERE, BROWSER, "Sec-Fetch-Site: same-origin"),
        (HERE, BROWSER, "Referer: https://servicewechat.com/wx0123/devtools/page-frame.html"),
    ],
)
def test_a_program_of_this_machine_is_no_stranger(lines: tuple[str, ...]) -> None:
    """Neither is what somebody types into a browser, nor a page that this machine serves itself."""
    assert stranger(headed(*lines)) == ""
    assert stranger(headed(*lines), tunnelled=True) == ""


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ((HERE, "Origin: https://evil.example"), "Origin https://evil.example"),
        ((HERE, "Origin: http://127.0.0.1.evil.example:8080"), "127.0.0.1.evil.example"),
        ((HERE, "Origin: http://127.0.0.1@evil.example"), "@evil.example"),
        ((HERE, "Origin: http://evil.example#localhost"), "#localhost"),
        ((HERE, "Origin: http://[::2]"), "[::2]"),
        ((HERE, "Origin: https://evil.example", "Origin: http://127.0.0.1:8080"), "evil.example"),
        ((HERE, "Origin: http://127.0.0.1:8080", "Origin: https://evil.example"), "evil.example"),
        ((HERE, "Origin: file://"), "file://"),
        ((HERE, "Origin: chrome-extension://abc"), "chrome-extension"),
        ((HERE, "Origin: "), "Origin "),
        ((HERE, "Origin: localhost"), "Origin localhost"),
        ((HERE, "Origin: null", BROWSER), "Origin null"),
        ((HERE, "Origin: null", "Sec-Fetch-Mode: no-cors"), "Origin null"),
        ((HERE, BROWSER, "Sec-Fetch-Site: cross-site"), "Sec-Fetch-Site: cross-site"),
        ((HERE, "sec-fetch-site: Cross-Site"), "Sec-Fetch-Site"),
        ((HERE, "Origin: https://evil.example", "X-Forwarded-For: 1.2.3.4"), "evil.example"),
    ],
)
def test_a_page_in_a_browser_is_a_stranger(lines: tuple[str, ...], named: str) -> None:
    """It is told apart by what the browser says of it, also behind a tunnel."""
    for tunnelled in (False, True):
        words = stranger(headed(*lines), tunnelled=tunnelled)
        assert named in words
        assert words.endswith("is a page in a browser: only programs of this machine are answered here.")


@pytest.mark.parametrize(
    "hosts",
    [
        ("evil.example:8080",),
        ("127.0.0.1.evil.example",),
        ("localhost.evil.example",),
        ("127.0.0.1:8080@evil.example",),
        ("192.168.0.7:8080",),
        ("0.0.0.0:8080",),
        ("[::2]:8080",),
        ("[localhost]",),
        ("localhost:",),
        ("localhost:123456",),
        ("127.0.0.1", "evil.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("",),
    ],
)
def test_another_machines_name_is_not_answered(hosts: tuple[str, ...]) -> None:
    """A page whose name was turned towards this machine asks under that name; a tunnel says that it forwards."""
    lines = [f"Host: {host}" for host in hosts]
    said = stranger(headed(*lines))
    assert said.startswith("Host names ")
    assert "localhost" in said
    assert "tunnel" not in said
    assert "A tunnel has to say X-Forwarded-Host" in stranger(headed(*lines), tunnelled=True)
    for forwarded in ("Forwarded: for=1.2.3.4", "X-Forwarded-Host: shop.example", "X-Forwarded-Proto: https"):
        assert stranger(headed(*lines, forwarded), tunnelled=True) == ""
        assert stranger(headed(*lines, forwarded)) == said


def test_a_name_that_was_given_is_answered_and_no_other() -> None:
    """One of the hosts file, for a program whose address cannot be changed."""
    names = {"openapi-hk.qfapi.com"}
    for host, answered in (("OpenAPI-hk.qfapi.com:443", True), ("x.qfapi.com", False), ("", False), ("::", False)):
        assert (stranger(headed(f"Host: {host}"), names) == "") == answered
    assert stranger(headed("Host: openapi-hk.qfapi.com", "Origin: https://openapi-hk.qfapi.com"), names)


def test_what_is_said_of_a_stranger_is_short() -> None:
    """However long its name is."""
    for line in ("Origin: https://", "Host: "):
        assert len(stranger(headed(line + "x" * 60_000), tunnelled=True)) < 400


@pytest.mark.parametrize("service", [Simulator, Listener])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "PUT"])
@pytest.mark.parametrize("line", ["Origin: https://evil.example", "Host: evil.example", "Sec-Fetch-Site: cross-site"])
def test_no_service_answers_a_stranger(service: type[Simulator | Listener], method: str, line: str) -> None:
    """Whatever it asks for, it gets 403 and a sentence, and nothing a browser would hand on to a page."""
    with service() as running:
        answer = talk(running, f"{method} / HTTP/1.1\r\n{line}\r\nContent-Length: 3\r\n\r\na=b".encode())
        if isinstance(running, Listener):
            assert running.received() == ()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 403 ")
    assert line.partition(": ")[2].encode() in body
    assert b"access-control" not in head.lower()


def test_the_simulator_refuses_in_json() -> None:
    """As it does everything else."""
    with Simulator() as simulator:
        answer = talk(simulator, b"GET / HTTP/1.1\r\nOrigin: https://evil.example\r\n\r\n")
    assert b'"respmsg": "Origin https://evil.example is a page in a browser' in answer


def test_of_what_a_stranger_says_no_more_than_two_hundred_signs_are_shown() -> None:
    """Of its page and of the host it asked for."""
    said = stranger(headed(HERE, f"Origin: https://{'e' * 200}"))
    assert said.startswith(f"Origin https://{'e' * 185} is a page")
    assert stranger(headed(f"Host: {'h' * 201}")).startswith(f"Host names {'h' * 200}: ")
