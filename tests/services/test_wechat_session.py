"""code2Session is asked once, over real HTTP, and the AppSecret in its URL stays there."""

from __future__ import annotations

import json
import logging
import threading
import traceback
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.code2session.answer import Found, Trouble
from qfpay_gui.qfpay.code2session.call import HOST, Login
from qfpay_gui.qfpay.code2session.errcodes import Spent
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.services.http import transport
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.terms import Timeouts
from qfpay_gui.services.simulator import APP_ID, APP_SECRET, Simulator
from qfpay_gui.services.simulator.wechat.code2session import fresh_code
from qfpay_gui.services.wechat_session import WechatSession
from tests.services.http.misbehaving import CERTIFICATE, Misbehaving, drip, hang, raw, reply, reset
from tests.services.http.sending import closed, without_proxies
from tests.services.keychain.secret_traces import traces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.services.http.misbehaving import Behaviour

SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
ODD_SECRET = "a b&c=密/鑰+%41\"'"
LOGIN = Login("wx2421b1c4370ec43b", SECRET, "0716AVll20uHk94SLDml27etM946AVlq")
OPENID = "oQFTester_0penid_for_demo_01"
ANSWER = json.dumps({"session_key": "tiihtNczf5v6AKRyjwEUhQ==", "openid": OPENID}).encode()
QUICK = Timeouts(connect=2, read=1, overall=3)


def ask(server: Misbehaving, login: Login = LOGIN, *, cancel: Cancellation | None = None) -> Found | Trouble:
    """What this server says of the login."""
    return WechatSession(server.base_url, timeouts=QUICK, ca_file=str(CERTIFICATE)).ask(login, cancel=cancel)


def trouble(answer: Found | Trouble) -> Trouble:
    """The trouble; an openid fails the test."""
    assert isinstance(answer, Trouble), answer
    return answer


def test_one_get_with_the_documented_query_and_no_more() -> None:
    """No body, no cookie, no credentials of anybody: the request line and four plain headers."""
    with Misbehaving(reply(ANSWER)) as server:
        found = ask(server)
        (sent,) = server.requests
    assert isinstance(found, Found)
    assert found.openid == OPENID
    line, *headers = sent.decode().split("\r\n")
    assert line == (
        f"GET /sns/jscode2session?appid={LOGIN.appid}&secret={SECRET}&js_code={LOGIN.js_code}"
        "&grant_type=authorization_code HTTP/1.1"
    )
    assert {header.partition(":")[0] for header in headers if header} == {
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
    }


def test_the_simulator_gives_its_openid_once_a_code() -> None:
    """The same code again is refused as WeChat refuses it; a fresh one works."""
    with Simulator() as simulator:
        session, login = WechatSession(simulator.base_url), Login(APP_ID, APP_SECRET, fresh_code())
        first, again = session.ask(login), session.ask(login)
        fresh = session.ask(replace(login, js_code=fresh_code()))
    assert isinstance(first, Found)
    assert (trouble(again).code, trouble(again).spent) == ("40163", Spent.YES)
    assert fresh == first


@pytest.mark.parametrize(
    ("login", "code"),
    [
        (Login("", SECRET, "x"), "41002"),
        (Login("wx", "", "x"), "41004"),
        (Login("wx", SECRET, ""), "41008"),
        (Login("wx", SECRET, "x"), "40013"),
        (Login(APP_ID, SECRET, "x"), "40125"),
        (Login(APP_ID, APP_SECRET, "short"), "40029"),
        (Login(APP_ID, APP_SECRET, "errcode:45011"), "45011"),
    ],
)
def test_the_simulator_refuses_as_wechat_does(login: Login, code: str) -> None:
    """Every mistake a person can make in the form has its errcode, explained."""
    with Simulator() as simulator:
        told = trouble(WechatSession(simulator.base_url).ask(login))
    assert told.code == code
    assert "not explained here" not in str(told.headline)


@pytest.mark.parametrize("status", ["302 Found", "307 Temporary Redirect", "429 Slow down", "503 Busy"])
def test_nothing_is_followed_or_repeated(status: str) -> None:
    """The secret goes to one place, the code goes once."""
    with Misbehaving(reply(b"", status, "Location: /elsewhere\r\nRetry-After: 0\r\n")) as server:
        assert status[:3] in str(trouble(ask(server)).headline)
        assert len(server.requests) == server.connections == 1


@pytest.mark.parametrize("behaviour", [hang(), reset(), raw(b""), drip(b"HTTP/1.1 200 OK\r\n")])
def test_a_lost_answer_leaves_the_code_in_doubt_and_is_not_asked_for_again(behaviour: Behaviour) -> None:
    """Silence, a reset and a drip end in bounded time with one request."""
    with Misbehaving(behaviour) as server:
        told = trouble(ask(server))
        assert len(server.requests) == server.connections == 1
    assert told.spent is Spent.MAYBE
    assert "fresh" in str(told.remedy)


def test_what_never_left_leaves_the_code_as_it_is() -> None:
    """Where nobody listens, the same code can be sent later."""
    with closed() as port:
        told = trouble(WechatSession(f"http://127.0.0.1:{port}", timeouts=QUICK).ask(LOGIN))
    assert told.spent is Spent.NO
    assert "refused" in str(told.headline)


def test_wechat_is_not_reached_by_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that does not resolve is told as such; the real one is https."""
    without_proxies(monkeypatch)
    assert HOST.startswith("https://")
    told = trouble(WechatSession("https://api.weixin.invalid", timeouts=QUICK).ask(LOGIN))
    assert "DNS knows no such host" in str(told.headline)


@pytest.mark.parametrize("base_url", ["http://api.weixin.qq.com", "https://me@api.weixin.qq.com", "ftp://x", ""])
def test_an_address_that_would_show_the_secret_to_the_network_is_refused(base_url: str) -> None:
    """Nothing is sent, and the reason is the remedy."""
    told = trouble(WechatSession(base_url).ask(LOGIN))
    assert told.spent is Spent.NO
    assert "did not ask" in str(told.headline)
    assert "base URL" in str(told.remedy) or "Plain http" in str(told.remedy)


def test_tls_is_verified_and_an_added_authority_trusted() -> None:
    """With the CA file the server is talked to, without it nothing is sent."""
    with Misbehaving(reply(ANSWER), tls=True) as server:
        assert isinstance(ask(server), Found)
        told = trouble(WechatSession(server.base_url, timeouts=QUICK).ask(LOGIN))
        assert "vouches for itself only" in str(told.headline)
        assert len(server.requests) == 1


def test_a_ca_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """The technical line tells the file; nothing is sent."""
    told = trouble(WechatSession(HOST, ca_file=str(tmp_path / "none.pem")).ask(LOGIN))
    assert "none.pem" in told.technical
    assert told.spent is Spent.NO


def test_stored_passwords_are_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A .netrc entry for the host adds no Authorization header."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password hidden\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with Misbehaving(reply(ANSWER)) as server:
        assert isinstance(ask(server), Found)
        assert b"Authorization" not in server.requests[0]


def test_cancelling_ends_the_waiting_at_once() -> None:
    """The code may be used up, which is said; nothing is wrong."""
    cancel = Cancellation()
    with Misbehaving(hang()) as server:

        def call_off() -> None:
            server.arrived.wait(5)
            cancel.cancel()

        threading.Thread(target=call_off).start()
        told = trouble(ask(server, cancel=cancel))
    assert "You stopped" in str(told.headline)
    assert (told.spent, told.severity) == (Spent.MAYBE, Severity.NOTE)


def test_cancelled_before_it_begins_nothing_is_sent() -> None:
    """The code is as good as before."""
    cancel = Cancellation()
    cancel.cancel()
    with Misbehaving(reply(ANSWER)) as server:
        told = trouble(ask(server, cancel=cancel))
        assert server.requests == []
    assert told.spent is Spent.NO


def test_an_endless_answer_is_cut_off() -> None:
    """No more than 64 KiB are read."""
    with Misbehaving(reply(b" " * 100_000 + ANSWER)) as server:
        assert "not JSON" in str(trouble(ask(server)).headline)


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """Every line any library logs, at the most talkative level, with its traceback."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    root, handler = logging.getLogger(), Keeping(logging.DEBUG)
    levels = {name: logging.getLogger(name).level for name in ("", "urllib3", "requests")}
    root.addHandler(handler)
    for name in levels:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


ECHO = json.dumps({"errcode": 40125, "errmsg": f"invalid secret {SECRET} {ODD_SECRET}"}).encode()


@pytest.mark.parametrize("secret", [SECRET, ODD_SECRET])
@pytest.mark.parametrize(
    "behaviour",
    [
        reply(ANSWER),
        reply(ECHO),
        reply(b"<html>", "302 Found", f"Location: /sns/jscode2session?secret={SECRET}\r\n"),
        reply(ANSWER, headers="Broken header line without colon\r\nX: 1\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        raw(b"not http at all\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"),
        hang(),
        reset(),
    ],
)
def test_the_secret_is_in_nothing_that_is_told_logged_or_printed(
    behaviour: Behaviour, secret: str, logged: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever the server does: not in the answer, in no log line of any library, and not on stdout or stderr."""
    with Misbehaving(behaviour) as server:
        answer = ask(server, Login("wx", secret, "code"))
        assert server.requests
    printed = "".join(capfd.readouterr())
    assert traces(repr(answer) + "\n".join(logged) + printed, secret) == []


def test_the_logs_of_the_payments_are_left_alone(logged: list[str]) -> None:
    """Only lines that name a code2Session request are held back."""
    with Misbehaving(reply(ANSWER)) as server:
        ask(server)
    logging.getLogger("urllib3.connectionpool").debug("GET %s", "/trade/v1/query")
    assert "GET /trade/v1/query" in logged
    assert not any("js_code" in line for line in logged)


@pytest.mark.parametrize("secret", [SECRET, ODD_SECRET])
def test_a_fault_of_this_program_is_an_answer_without_the_secret(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    """Not even an exception nobody expected carries the URL out."""

    def fail(prepared: object, *_rest: object) -> None:
        raise RuntimeError(f"cannot send {prepared!r}")

    monkeypatch.setattr(transport, "exchange", fail)
    told = trouble(WechatSession("http://127.0.0.1:9").ask(Login("wx", secret, "code")))
    assert "RuntimeError" in told.technical
    assert told.spent is Spent.MAYBE
    assert traces(repr(told), secret) == []


def test_an_interrupted_call_shows_no_secret_in_its_traceback() -> None:
    """What ends the program itself is let through; the lines of its traceback quote no value."""

    class Stop(BaseException):
        pass

    class Stopping(Cancellation):
        def on_cancel(self, _action: object) -> None:
            raise Stop

    with pytest.raises(Stop) as raised:
        WechatSession("http://127.0.0.1:9").ask(LOGIN, cancel=Stopping())
    assert traces("".join(traceback.format_exception(raised.value)), SECRET) == []
