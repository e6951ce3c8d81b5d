"""Posts one notification to a merchant's receiver, once, and tells what it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.notifications.address import complete, refusal
from qfpay_gui.qfpay.notifications.message import Answer
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.no_answer import words_of
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.terms import Terms, Timeouts

if TYPE_CHECKING:
    from qfpay_gui.qfpay.notifications.message import Message
    from qfpay_gui.qfpay.reply.exchange import Exchange

TIMEOUTS = Timeouts(connect=10.0, read=20.0, overall=30.0)
BODY_LIMIT = 64 * 1024


class Poster:
    """Posts to any receiver with the care that payments get: once, no redirect, TLS always verified.

    ``ca_file`` adds authorities, ``client_key`` is kept out of what is told of a failure.
    """

    def __init__(self, client_key: str, *, ca_file: str = "", timeouts: Timeouts = TIMEOUTS) -> None:
        self._terms = Terms(timeouts, ca_file, BODY_LIMIT, (client_key,))

    def post(self, url: str, message: Message, *, cancel: Cancellation | None = None) -> Answer:
        """What the receiver answers; trouble on the way is an answer with a failure, not an exception."""
        address = complete(url)
        if problem := refusal(address):
            return Answer(failure=problem)
        from qfpay_gui.services.http import transport  # noqa: PLC0415 - requests is slow to import, starting must not wait

        return _answer(transport.exchange(_request(address, message), self._terms, cancel or Cancellation()))


def _request(url: str, message: Message) -> PreparedRequest:
    """The message in the transport's terms."""
    return PreparedRequest(
        method="POST",
        url=url,
        headers=message.headers,
        body=message.body,
        parameters=(),
        signed=OFFICIAL.sign((), "", "MD5"),
        sign_type="MD5",
        environment=custom(url),
        endpoint="",
    )


def _answer(exchange: Exchange) -> Answer:
    seconds = exchange.timings.total
    match exchange.outcome:
        case HttpReply(status, reason, headers, body):
            return Answer(status, body, headers, reason, seconds)
        case failure:
            return Answer(seconds=seconds, failure=failure.reason or words_of(failure).headline)
