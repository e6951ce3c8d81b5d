from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.code2session.call import HOST, PATH, Login, session_url, shown_url
from qfpay_gui.qfpay.environments import refusal
from tests.services.keychain.secret_traces import forms

SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
LOGIN = Login("wx2421b1c4370ec43b", SECRET, "0716AVll20uHk94SLDml27etM946AVlq")


def test_the_url_is_the_documented_one() -> None:
    """The four parameters of code2Session, under WeChat's host over https."""
    assert session_url(LOGIN, HOST) == (
        "https://api.weixin.qq.com/sns/jscode2session?appid=wx2421b1c4370ec43b"
        "&secret=0f1e2d3c4b5a69788796a5b4c3d2e1f0&js_code=0716AVll20uHk94SLDml27etM946AVlq"
        "&grant_type=authorization_code"
    )
    assert refusal(HOST) is None


@given(st.text(), st.text(), st.text())
def test_any_three_values_arrive_as_they_were_entered(appid: str, secret: str, js_code: str) -> None:
    """Spaces, ampersands and Chinese are encoded so that a server reads the very same values."""
    parts = urlsplit(session_url(Login(appid, secret, js_code), "http://127.0.0.1:8"))
    sent = dict(parse_qsl(parts.query, keep_blank_values=True))
    assert parts.path == PATH
    assert (sent["appid"], sent["secret"], sent["js_code"]) == (appid, secret, js_code)


def test_half_a_character_is_encoded_as_well() -> None:
    """What a broken paste brings along does not raise, for an exception would hold the value."""
    assert "secret=%ED%B3%BF&" in session_url(Login("", "\udcff", ""), HOST)


@given(st.text(st.characters(codec="utf-8"), min_size=6, max_size=60))
def test_what_is_shown_of_the_url_holds_the_secret_in_no_form(secret: str) -> None:
    """Not even where the AppSecret was entered as the AppID or the js_code, too."""
    if secret in "appid=&secret=•••&js_code=&grant_type=authorization_code" + HOST + PATH:
        return
    shown = shown_url(Login(secret, secret, secret), HOST)
    assert [form for form in forms(secret) if len(form) > 5 and form in shown.lower().encode()] == []


def test_what_is_shown_tells_whether_there_is_a_secret() -> None:
    """Marks stand for one, nothing for none; the rest is as it is sent."""
    assert "&secret=•••&js_code=0716AVll" in shown_url(LOGIN, HOST)
    assert "&secret=&js_code=" in shown_url(Login("wx"), HOST)


def test_the_repr_of_a_login_shows_neither_secret_nor_code() -> None:
    """A log line or a failed assertion with it tells the Mini Program only."""
    assert repr(LOGIN) == "Login(appid='wx2421b1c4370ec43b')"
