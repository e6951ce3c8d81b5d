"""What is known of the search for an openid before anything was asked, and what follows from a state."""

from __future__ import annotations

from qfpay_gui.models.openid.app_secret_keeper import KnownApp
from qfpay_gui.models.openid.state import AskingWeChat, OpenidState, Ready
from qfpay_gui.qfpay.code2session.call import Login

APPID = "wx2421b1c4370ec43b"


def test_at_first_nothing_is_wrong_and_everything_is_possible() -> None:
    """WeChat itself is meant, and an accepted AppSecret is kept."""
    state = OpenidState()
    assert (state.simulated, state.trouble, AskingWeChat().cancelling) == (False, False, False)
    assert (state.can_ask, state.permanent, state.remembers) == (True, True, True)
    assert (state.progress, state.answer, state.shown_url, state.is_known) == (Ready(), None, "", False)
    assert state.finding("appid") is None


def test_a_known_mini_program_is_recognised_in_any_letters() -> None:
    """By its AppID."""
    known = (KnownApp(APPID, "keychain"),)
    assert OpenidState(Login(APPID.upper()), known=known).is_known
    assert not OpenidState(Login("wx0000000000000000"), known=known).is_known


def test_what_is_asked_is_shown_without_the_secret() -> None:
    """Once there is somebody to ask."""
    state = OpenidState(Login(APPID, "s3cret-app-secret", "code"), "https://api.weixin.qq.com")
    assert APPID in state.shown_url
    assert "s3cret-app-secret" not in state.shown_url
