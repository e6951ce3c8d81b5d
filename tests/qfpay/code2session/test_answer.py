from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.code2session.answer import KEY_DROPPED, ODD_OPENID, UNIONID_DROPPED, Found, Trouble, read_answer
from qfpay_gui.qfpay.code2session.call import Login
from qfpay_gui.qfpay.code2session.errcodes import MEANINGS, Spent, explained
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.text import text
from tests.services.keychain.secret_traces import traces

SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
LOGIN = Login("wx2421b1c4370ec43b", SECRET, "0716AVll20uHk94SLDml27etM946AVlq")
OPENID = "oQFTester_0penid_for_demo_01"
SESSION_KEY = "tiihtNczf5v6AKRyjwEUhQ=="


def read(body: object, status: int = 200, *, truncated: bool = False) -> Found | Trouble:
    """What an answer with this body says; anything but bytes is written as JSON."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return read_answer(HttpReply(status, "", (), raw, truncated), LOGIN)


def trouble(body: object, status: int = 200, *, truncated: bool = False) -> Trouble:
    """The trouble it tells; an openid fails the test."""
    answer = read(body, status, truncated=truncated)
    assert isinstance(answer, Trouble), answer
    return answer


def test_an_openid_is_found_and_the_session_key_is_dropped() -> None:
    """Only the openid and the fact that there was a key are left of the answer."""
    found = read({"session_key": SESSION_KEY, "openid": OPENID})
    assert found == Found(OPENID, (KEY_DROPPED,))
    assert traces(repr(found), SESSION_KEY) == []


def test_an_openid_may_come_with_errcode_0_and_a_unionid() -> None:
    """0 is no error, and a unionid is said to be of no use here without being shown."""
    found = read({"errcode": 0, "errmsg": "ok", "openid": OPENID, "unionid": "oUnionUnionUnionUnionUnion01"})
    assert found == Found(OPENID, (UNIONID_DROPPED,))
    assert "oUnion" not in repr(found)


def test_an_openid_of_another_shape_is_given_with_a_note() -> None:
    """WeChat promises no shape."""
    assert read({"openid": "x1"}) == Found("x1", (ODD_OPENID,))


@pytest.mark.parametrize("errcode", MEANINGS)
def test_each_known_errcode_is_explained_with_a_way_out(errcode: str) -> None:
    """As a number or as text; the code and WeChat's words are at hand for a ticket."""
    words = "said so, rid: 680a9de1-5392a330"
    for written in (int(errcode), errcode):
        told = trouble({"errcode": written, "errmsg": words})
        assert told.code == errcode
        assert told.technical == f"errcode {errcode}: {words}"
        assert str(told.headline)
        assert str(told.remedy)
        assert told.headline is not explained("99999").headline


@pytest.mark.parametrize(
    ("errcode", "headline", "spent"),
    [
        (40029, "does not accept the js_code", Spent.YES),
        (40163, "used before", Spent.YES),
        (45011, "Too many", Spent.MAYBE),
        (40226, "high risk", Spent.YES),
        (-1, "busy", Spent.MAYBE),
        (40013, "no Mini Program with this AppID", Spent.MAYBE),
        (40125, "AppSecret does not belong", Spent.MAYBE),
        (40001, "AppSecret does not belong", Spent.MAYBE),
        (41002, "AppID is missing", Spent.NO),
        (41004, "AppSecret is missing", Spent.NO),
        (41008, "js_code is missing", Spent.NO),
    ],
)
def test_the_usual_refusals_say_what_is_wrong_and_what_became_of_the_code(
    errcode: int, headline: str, spent: Spent
) -> None:
    """The person learns which of the three values to look at, and whether a fresh code is needed."""
    told = trouble({"errcode": errcode, "errmsg": ""})
    assert headline in str(told.headline)
    assert told.spent is spent


def test_an_unknown_errcode_leads_to_wechats_list() -> None:
    """It is shown with WeChat's own words."""
    told = trouble({"errcode": 87009, "errmsg": "invalid signature"})
    assert told.code == "87009"
    assert "list of global return codes" in str(told.remedy)
    assert told.technical == "errcode 87009: invalid signature"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b"<!DOCTYPE html><title>Log in to this hotel</title>", 200, "web page"),
        (b"\xef\xbb\xbf  <html>", 200, "web page"),
        (b"upstream error", 200, "not JSON"),
        (b"", 200, "not JSON"),
        (b'{"openid": "o', 200, "not JSON"),
        (b"\xff\xfe\x00", 200, "not JSON"),
        (b"[]", 200, "neither openid nor errcode"),
        (b'"openid"', 200, "neither openid nor errcode"),
        (b"{}", 200, "neither openid nor errcode"),
        (b'{"openid": ""}', 200, "neither openid nor errcode"),
        (b'{"openid": 5}', 200, "neither openid nor errcode"),
        (b'{"openid": null}', 200, "neither openid nor errcode"),
        (b'{"respcd": "0000"}', 200, "neither openid nor errcode"),
        (b"moved", 302, "points elsewhere (HTTP 302)"),
        (b"early", 299, "HTTP 299 instead of 200"),
        (b"", 300, "points elsewhere (HTTP 300)"),
        (b"", 399, "points elsewhere (HTTP 399)"),
        (b"no", 400, "HTTP 400 instead of 200"),
        (b"no", 404, "HTTP 404 instead of 200"),
        (b"<html>bad gateway</html>", 502, "HTTP 502 instead of 200"),
    ],
)
def test_what_is_not_wechats_answer_is_told_apart(body: bytes, status: int, words: str) -> None:
    """A captive portal, a proxy, a redirect and a stranger each get their own sentence, and the code is in doubt."""
    told = trouble(body, status)
    assert words in str(told.headline)
    assert (told.code, told.spent, told.severity) == ("", Spent.MAYBE, Severity.WRONG)
    assert told.technical.startswith(f"HTTP {status}: ")


def test_an_answer_that_was_cut_off_is_not_trusted() -> None:
    """Even where what came is JSON by chance."""
    assert "not JSON" in str(trouble({"openid": OPENID}, truncated=True).headline)


@pytest.mark.parametrize(
    "body",
    [
        f'{{"session_key":"{SESSION_KEY}","openid":'.encode(),
        f"{{'session_key': '{SESSION_KEY}'}}".encode(),
        f"session_key={SESSION_KEY}".encode(),
        f'"{{\\"session_key\\":\\"{SESSION_KEY}\\"}}" oops'.encode(),
        f'{{"session_key":"{SESSION_KEY}"}}'.encode(),
        f'{{"errcode":87009,"errmsg":"session_key: {SESSION_KEY}"}}'.encode(),
    ],
)
@pytest.mark.parametrize("status", [200, 500])
def test_a_session_key_in_a_broken_answer_is_masked(body: bytes, status: int) -> None:
    """The other side's words are shown without it."""
    told = trouble(body, status)
    assert SESSION_KEY[:8] not in repr(told)


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("may_have_arrived", [False, True])
def test_no_answer_is_explained_for_each_layer(layer: Layer, may_have_arrived: bool) -> None:  # noqa: FBT001 - a case
    """The code is in doubt exactly where the question may have arrived."""
    told = read_answer(TransportFailure(layer, may_have_arrived, "host: broken"), LOGIN)
    assert isinstance(told, Trouble)
    assert told.spent is (Spent.MAYBE if may_have_arrived else Spent.NO)
    assert (told.code, told.technical) == ("", "host: broken")
    assert str(told.headline)
    assert str(told.remedy)


def test_the_reason_of_a_guard_of_this_program_is_the_remedy() -> None:
    """It says more exactly what is to be corrected."""
    reason = text("Environments", "Plain http goes to this machine only.")
    told = read_answer(TransportFailure(Layer.REFUSED_HERE, may_have_arrived=False, reason=reason), LOGIN)
    assert isinstance(told, Trouble)
    assert told.remedy == reason


@given(st.binary(max_size=300), st.integers(100, 599))
def test_whatever_comes_is_an_answer_without_the_secret(noise: bytes, status: int) -> None:
    """No bytes raise, and a server that echoes the AppSecret anywhere gets it masked."""
    for body in (noise, noise + SECRET.encode() + noise, json.dumps({"errcode": 1, "errmsg": SECRET}).encode()):
        assert traces(repr(read(body, status)), SECRET) == []


def test_long_words_are_cut() -> None:
    """WeChat's own to 200 characters, its errcode to 20; an openid has 128 at most."""
    told = trouble({"errcode": "9" * 21, "errmsg": "x" * 201})
    assert told.code == "9" * 20
    assert told.technical == f"errcode {'9' * 20}: {'x' * 200}…"
    assert trouble({"errcode": 1, "errmsg": "x" * 200}).technical == f"errcode 1: {'x' * 200}"
    assert read({"openid": "o" * 128}) == Found("o" * 128, (ODD_OPENID,))
    assert "neither openid" in str(trouble({"openid": "o" * 129}).headline)


@pytest.mark.parametrize("place", [150, 170, 190, 200, 399])
def test_a_secret_at_the_cut_does_not_stay_in_half(place: int) -> None:
    """It is masked before the words are shortened."""
    told = trouble({"errcode": 1, "errmsg": "x" * place + SECRET})
    assert SECRET[:6] not in told.technical
