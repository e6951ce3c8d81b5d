from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.masking import one_line
from tests.services.http.misbehaving import (
    Misbehaving,
    raw,
)
from tests.services.http.sending import (
    APP_CODE,
    CLIENT_KEY,
    failure_of,
)

if TYPE_CHECKING:
    import pytest


def test_neither_repr_nor_log_holds_the_client_key(caplog: pytest.LogCaptureFixture) -> None:
    """Of a reply and of a failure that quote it, only the reply's own bytes still hold the key."""
    caplog.set_level(logging.DEBUG)
    with Misbehaving(raw(f"{CLIENT_KEY} {APP_CODE}\r\n".encode())) as server:
        found = failure_of(server.base_url)
        assert "•••" in found.technical
        assert CLIENT_KEY not in f"{found!r} {found}"
    assert "127.0.0.1" in caplog.text
    assert CLIENT_KEY not in caplog.text
    assert APP_CODE not in caplog.text
    assert "txamt" not in caplog.text


def test_words_are_masked_in_any_case_and_kept_to_one_short_line() -> None:
    """Secrets, logins in URLs and line breaks are gone; what is too short to be a secret stays."""
    words = one_line("a\nb http://me:pw@h/ KEYkeyKEY1 x " + "y" * 999, ("keykeykey1", "x", ""))
    assert words.startswith("a b http://•••@h/ ••• x yyy")
    assert len(words) == 300
