"""Sends one prepared request over HTTP, once, and tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.exchange import Exchange, Layer, TransportFailure
from qfpay_gui.qfpay.secrets.masking import one_line
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.outgoing import refusal_to_send
from qfpay_gui.services.http.terms import BODY_LIMIT, DEFAULT_TIMEOUTS, Terms, Timeouts

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


class QFPayClient:
    """A client of one base URL, for one merchant.

    It sends what is prepared, byte for byte, exactly once: no retry, no redirect, no stored
    password, no cookie, no connection kept for later. TLS is always verified; ``ca_file`` adds
    certificate authorities to the built-in ones. The credentials are known only to be kept out
    of what is reported.
    """

    def __init__(
        self,
        base_url: str,
        credentials: Credentials,
        *,
        timeouts: Timeouts = DEFAULT_TIMEOUTS,
        ca_file: str = "",
        body_limit: int = BODY_LIMIT,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._terms = Terms(timeouts, ca_file, body_limit, (credentials.client_key, credentials.app_code))

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """The outcome of sending this request once; trouble on the way is an outcome, not an exception."""
        if problem := refusal_to_send(prepared, self._base_url):
            words = one_line(str(problem), self._terms.secrets)
            return Exchange(prepared, TransportFailure(Layer.REFUSED_HERE, False, words, problem))  # noqa: FBT003 - may_have_arrived
        from qfpay_gui.services.http import transport  # noqa: PLC0415 - requests is slow to import, starting must not wait

        return transport.exchange(prepared, self._terms, cancel or Cancellation())
