"""Asks WeChat's code2Session once, and keeps the AppSecret in its URL out of everything else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.code2session.answer import read_answer
from qfpay_gui.qfpay.code2session.call import HOST, PATH, encoded, session_url
from qfpay_gui.qfpay.environments import custom, refusal
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from qfpay_gui.services.faults.faults import note
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.terms import Terms, Timeouts

if TYPE_CHECKING:
    from qfpay_gui.qfpay.code2session.answer import Found, Trouble
    from qfpay_gui.qfpay.code2session.call import Login
    from qfpay_gui.qfpay.reply.exchange import HttpReply

TIMEOUTS = Timeouts(connect=10.0, read=15.0, overall=30.0)
BODY_LIMIT = 64 * 1024

# These write the whole target of a request; the second does so on stderr, for a header it cannot read.
_TALKATIVE = ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry")


class WechatSession:
    """A client of code2Session at one base URL, with the care that payments get.

    One GET, never repeated; no redirect, no stored password; TLS is always verified, ``ca_file`` adds authorities.
    """

    def __init__(self, base_url: str = HOST, *, timeouts: Timeouts = TIMEOUTS, ca_file: str = "") -> None:
        self._base_url = base_url.rstrip("/")
        self._timeouts = timeouts
        self._ca_file = ca_file

    def ask(self, login: Login, *, cancel: Cancellation | None = None) -> Found | Trouble:
        """What WeChat says of this login; trouble on the way is an outcome, not an exception."""
        return read_answer(self._outcome(login, cancel or Cancellation()), login)

    def _outcome(self, login: Login, cancel: Cancellation) -> HttpReply | TransportFailure:
        if problem := refusal(self._base_url):
            return TransportFailure(Layer.REFUSED_HERE, may_have_arrived=False, reason=problem)
        from qfpay_gui.services.http import transport  # noqa: PLC0415 - requests is slow to import, starting must not wait

        _silence_logs()
        terms = Terms(self._timeouts, self._ca_file, BODY_LIMIT, (login.secret, encoded(login.secret)))
        try:
            return transport.exchange(_request(login, self._base_url), terms, cancel).outcome
        except Exception as error:  # noqa: BLE001 - whatever it is, its words or its context may quote the URL
            note(error)
            fault = f"{type(error).__name__}: {scrub(str(error), (login.secret,))}"
        return TransportFailure(Layer.CONNECTION_LOST, may_have_arrived=True, technical=fault[:300])


def _request(login: Login, base_url: str) -> PreparedRequest:
    """The GET in the transport's terms. Its repr shows the URL, so it must not leave this module."""
    return PreparedRequest(
        method="GET",
        url=session_url(login, base_url),
        headers=(),
        body=b"",
        parameters=(),
        signed=OFFICIAL.sign((), "", "MD5"),
        sign_type="MD5",
        environment=custom(base_url),
        endpoint="",
    )


def _silence_logs() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).addFilter(_tells_no_login)


def _tells_no_login(record: logging.LogRecord) -> bool:
    """Whether this line of a library's log may be written: it names no code2Session request."""
    return f"{PATH}?" not in record.getMessage()
