from __future__ import annotations

from dataclasses import replace

from qfpay_gui.models.profiles.state import ProfilesState
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.text import text


def test_keys_are_awaited_until_the_keychain_has_said_all_it_knows() -> None:
    """Before it was asked and while it answers; not where it failed, has none, or none is wanted."""
    asked = ProfilesState(chosen="Tea shop", busy=True)
    place = text("Keychain", "GNOME Keyring")
    assert asked.is_awaited
    assert replace(asked, busy=False).is_awaited
    assert replace(asked, place=place).is_awaited
    assert not replace(asked, busy=False, place=place).is_awaited
    assert not replace(asked, trouble=True).is_awaited
    assert not replace(asked, chosen="").is_awaited
    assert not replace(asked, profile=Profile("Tea shop", "production-hk", Credentials("A", "B"))).is_awaited
