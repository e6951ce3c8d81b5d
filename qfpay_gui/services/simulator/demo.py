"""The made-up merchant everybody may know, so that his key may sign for everybody."""

from __future__ import annotations

from qfpay_gui.qfpay.credentials import Credentials

DEMO = Credentials(app_code="DE30DE30DE30DE30DE30DE300000C0DE", client_key="DE30DE30DE30DE30DE30DE305EC12E70")


def is_public(client_key: str) -> bool:
    """Whether a signature by this key may be told to whoever asks: with any other, it would be the merchant's own."""
    return client_key == DEMO.client_key
