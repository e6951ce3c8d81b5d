"""The cause of a failure, from the exceptions alone and how far the request got."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl

import pytest
from urllib3.exceptions import IncompleteRead, InvalidChunkLength, InvalidHeader, ProtocolError, ProxyError
from urllib3.response import HTTPResponse

from qfpay_gui.qfpay.reply.exchange import Cause, Layer
from qfpay_gui.services.http.causes import of_what_is_no_http, tunnel_status
from qfpay_gui.services.http.failures import failure
from qfpay_gui.services.http.progress import AbortReason, SendProgress, TooManyInterimError

HOST = "pay.example:443"


def reached(step: str, *, proxied: bool = False, aborted_by: AbortReason | None = None) -> SendProgress:
    """A send that got as far as this step, and no further."""
    progress = SendProgress(proxied=proxied)
    steps = ("", "peer", "tcp", "connected", "handed over", "heard", "body")
    far = steps.index(step)
    progress.peer = HOST if far > 0 else ""
    progress.tcp_connected = far > 1
    progress.connected = 0.1 if far > 2 else None
    progress.handed_over = far > 3
    progress.heard = 1 if far > 4 else 0
    progress.first_byte = 0.2 if far > 5 else None
    progress.aborted_by = aborted_by
    return progress


def tls(reason: str) -> ssl.SSLError:
    """An error of OpenSSL by its name."""
    error = ssl.SSLError(1, f"[SSL: {reason}] (_ssl.c:1000)")
    error.reason = reason
    return error


def refused(code: int) -> ssl.SSLCertVerificationError:
    """A certificate that was refused with this number."""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


def told(error: BaseException, progress: SendProgress) -> tuple[Layer, Cause]:
    """Layer and cause."""
    found = failure(error, progress, ())
    assert found.may_have_arrived == progress.handed_over
    return found.layer, found.cause


REFUSED, LATE, RESET = ConnectionRefusedError(111, "no"), TimeoutError("late"), ConnectionResetError(104, "reset")
LEFT = http.client.RemoteDisconnected("Remote end closed connection without response")


@pytest.mark.parametrize(
    ("error", "step", "layer", "cause"),
    [
        (socket.gaierror(socket.EAI_NONAME, "?"), "peer", Layer.NAME_RESOLUTION, Cause.NO_SUCH_NAME),
        (socket.gaierror(socket.EAI_AGAIN, "?"), "peer", Layer.NAME_RESOLUTION, Cause.DNS_SILENT),
        (REFUSED, "peer", Layer.CONNECT, Cause.REFUSED),
        (PermissionError(errno.EPERM, "no"), "peer", Layer.CONNECT, Cause.BARRED),
        (OSError(errno.ENETUNREACH, "no"), "peer", Layer.CONNECT, Cause.UNREACHABLE),
        (OSError(errno.EADDRNOTAVAIL, "no"), "peer", Layer.CONNECT, Cause.UNREACHABLE),
        (OSError(errno.EINVAL, "no"), "peer", Layer.CONNECT, Cause.UNKNOWN),
        (LATE, "peer", Layer.CONNECT_TIMEOUT, Cause.NOT_TAKEN),
        (ValueError("odd"), "", Layer.REFUSED_HERE, Cause.UNKNOWN),
        (LATE, "tcp", Layer.TLS, Cause.HANDSHAKE_SILENT),
        (RESET, "tcp", Layer.TLS, Cause.HANDSHAKE_CLOSED),
        (BrokenPipeError(32, "gone"), "tcp", Layer.TLS, Cause.HANDSHAKE_CLOSED),
        (OSError(0, "Error"), "tcp", Layer.TLS, Cause.HANDSHAKE_CLOSED),
        (ssl.SSLEOFError(8, "EOF"), "tcp", Layer.TLS, Cause.HANDSHAKE_CLOSED),
        (tls("SOMETHING_ELSE"), "tcp", Layer.TLS, Cause.UNKNOWN),
        (LATE, "handed over", Layer.READ_TIMEOUT, Cause.NO_REPLY),
        (LATE, "heard", Layer.READ_TIMEOUT, Cause.HEADER_STALLED),
        (LATE, "body", Layer.READ_TIMEOUT, Cause.BODY_STALLED),
        (RESET, "handed over", Layer.CONNECTION_LOST, Cause.RESET_UNANSWERED),
        (LEFT, "handed over", Layer.CONNECTION_LOST, Cause.CLOSED_UNANSWERED),
        (LEFT, "heard", Layer.CONNECTION_LOST, Cause.CLOSED_IN_HEADER),
        (RESET, "body", Layer.CONNECTION_LOST, Cause.RESET_IN_BODY),
        (IncompleteRead(4, 5), "heard", Layer.CONNECTION_LOST, Cause.CLOSED_IN_BODY),
        (ssl.SSLEOFError(8, "EOF"), "body", Layer.CONNECTION_LOST, Cause.CLOSED_IN_BODY),
        (ssl.SSLZeroReturnError(6, "closed"), "body", Layer.CONNECTION_LOST, Cause.CLOSED_IN_BODY),
        (tls("TLSV13_ALERT_CERTIFICATE_REQUIRED"), "handed over", Layer.TLS, Cause.CLIENT_CERTIFICATE),
        (TooManyInterimError(), "heard", Layer.NOT_HTTP, Cause.INTERIM_ONLY),
    ],
)
def test_how_far_the_request_got_decides_what_an_error_means(
    error: BaseException, step: str, layer: Layer, cause: Cause
) -> None:
    """The same time-out is the network's, the handshake's, or the reply's."""
    assert told(error, reached(step)) == (layer, cause)


@pytest.mark.parametrize(
    ("step", "layer", "cause"),
    [
        ("peer", Layer.CONNECT_TIMEOUT, Cause.NOT_TAKEN),
        ("tcp", Layer.TLS, Cause.HANDSHAKE_SILENT),
        ("handed over", Layer.READ_TIMEOUT, Cause.NO_REPLY),
        ("heard", Layer.READ_TIMEOUT, Cause.ENDLESS),
        ("body", Layer.READ_TIMEOUT, Cause.ENDLESS),
    ],
)
def test_the_end_of_the_whole_time_is_told_by_where_it_came(step: str, layer: Layer, cause: Cause) -> None:
    """Whatever error it arrives as; what a person called off is told as that at any step."""
    assert told(RESET, reached(step, aborted_by=AbortReason.DEADLINE)) == (layer, cause)
    assert told(RESET, reached(step, aborted_by=AbortReason.CANCELLED)) == (Layer.CANCELLED, Cause.UNKNOWN)


@pytest.mark.parametrize(
    ("error", "step", "cause"),
    [
        *(
            (OSError(f"Tunnel connection failed: {status} x"), "tcp", cause)
            for status, cause in (
                (403, Cause.PROXY_FORBIDS),
                (407, Cause.PROXY_LOGIN),
                (502, Cause.PROXY_GATEWAY),
                (503, Cause.PROXY_GATEWAY),
                (504, Cause.PROXY_GATEWAY),
                (500, Cause.PROXY_STATUS),
            )
        ),
        (socket.gaierror(socket.EAI_NONAME, "?"), "peer", Cause.PROXY_NAME),
        (REFUSED, "peer", Cause.PROXY_REFUSED),
        (LATE, "peer", Cause.PROXY_UNREACHABLE),
        (LATE, "tcp", Cause.PROXY_SILENT),
        (RESET, "tcp", Cause.PROXY_CLOSED),
        (LEFT, "tcp", Cause.PROXY_CLOSED),
        (http.client.BadStatusLine("5"), "tcp", Cause.PROXY_NO_HTTP),
        (ProxyError("odd", tls("WRONG_VERSION_NUMBER")), "tcp", Cause.PROXY_TLS),
    ],
)
def test_behind_a_proxy_what_fails_on_the_way_is_the_proxys(error: BaseException, step: str, cause: Cause) -> None:
    """But for the TLS of the server itself, and all that comes after."""
    assert told(error, reached(step, proxied=True)) == (Layer.PROXY, cause)


def test_the_servers_own_tls_is_not_the_proxys() -> None:
    """The proxy opened the tunnel then; a time that ran out before was the proxy's."""
    assert told(refused(10), reached("tcp", proxied=True)) == (Layer.TLS, Cause.EXPIRED)
    assert told(RESET, reached("heard", proxied=True)) == (Layer.CONNECTION_LOST, Cause.CLOSED_IN_HEADER)
    late = reached("tcp", proxied=True, aborted_by=AbortReason.DEADLINE)
    assert told(RESET, late) == (Layer.PROXY, Cause.PROXY_SILENT)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        *((9, Cause.NOT_YET_VALID), (10, Cause.EXPIRED), (11, Cause.BAD_CERTIFICATE), (17, Cause.BAD_CERTIFICATE)),
        *((18, Cause.SELF_SIGNED), (19, Cause.UNKNOWN_AUTHORITY), (20, Cause.UNKNOWN_AUTHORITY)),
        *((21, Cause.UNKNOWN_AUTHORITY), (22, Cause.BAD_CERTIFICATE), (61, Cause.BAD_CERTIFICATE)),
        *((62, Cause.OTHER_HOST), (63, Cause.BAD_CERTIFICATE), (64, Cause.OTHER_HOST), (65, Cause.BAD_CERTIFICATE)),
        *((66, Cause.WEAK_CERTIFICATE), (67, Cause.WEAK_CERTIFICATE), (68, Cause.WEAK_CERTIFICATE)),
        *((69, Cause.BAD_CERTIFICATE), (1, Cause.BAD_CERTIFICATE), (-1, Cause.BAD_CERTIFICATE)),
    ],
)
def test_openssl_says_by_number_what_is_wrong_with_a_certificate(code: int, cause: Cause) -> None:
    """A number of another kind is a bad certificate all the same."""
    assert told(refused(code), reached("tcp")) == (Layer.TLS, cause)


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("TLSV1_ALERT_PROTOCOL_VERSION", Cause.OLD_PROTOCOL),
        ("WRONG_VERSION_NUMBER", Cause.PLAIN_HTTP),
        ("SSLV3_ALERT_HANDSHAKE_FAILURE", Cause.NO_COMMON_CIPHER),
        ("DH_KEY_TOO_SMALL", Cause.NO_COMMON_CIPHER),
        ("TLSV1_ALERT_UNKNOWN_CA", Cause.CLIENT_CERTIFICATE),
    ],
)
def test_openssl_says_by_name_what_a_handshake_fails_at(reason: str, cause: Cause) -> None:
    """Each name stands for one thing."""
    assert told(tls(reason), reached("tcp")) == (Layer.TLS, cause)


def raised_by(error: BaseException, inner: BaseException) -> BaseException:
    """The first as it is raised while the second is handled."""
    error.__context__ = inner
    return error


CHUNK = HTTPResponse(b"")


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (InvalidHeader("5, 6"), Cause.BAD_LENGTH),
        (http.client.UnknownProtocol("HTTP/9"), Cause.BAD_STATUS_LINE),
        (http.client.LineTooLong("header line"), Cause.HEADER_TOO_LARGE),
        (http.client.HTTPException("got more than 100 headers"), Cause.HEADER_TOO_LARGE),
        (http.client.HTTPException("another"), None),
        (http.client.BadStatusLine("'HTTP/1.1 xyz'"), Cause.BAD_STATUS_LINE),
        (http.client.BadStatusLine("\x15\x03\x01"), Cause.TLS_AT_PLAIN_PORT),
        (http.client.BadStatusLine(r"'\x16\x03\x01'"), Cause.TLS_AT_PLAIN_PORT),
        *((http.client.BadStatusLine(f" {begin} x"), Cause.NO_HEADER) for begin in "<{["),
        (http.client.BadStatusLine("220 mail.example"), Cause.OTHER_PROTOCOL),
        (InvalidChunkLength(CHUNK, b"xyz"), Cause.BAD_CHUNK),
        (InvalidChunkLength(CHUNK, b""), None),
        (ValueError("negative"), Cause.BAD_CHUNK),
        (UnicodeDecodeError("ascii", b"\xff", 0, 1, "odd"), None),
        (LEFT, None),
        (raised_by(LATE, RESET), None),
    ],
)
def test_what_is_no_http_is_told_by_what_it_is(error: BaseException, cause: Cause | None) -> None:
    """None where it broke off, or never came."""
    assert of_what_is_no_http((ProtocolError("x", error), error)) is cause


def test_a_label_that_cannot_be_one_is_told_from_a_name_that_is_unknown() -> None:
    """Python cannot encode it."""
    error = socket.gaierror(socket.EAI_NONAME, "x" * 64)
    error.__cause__ = UnicodeError("label too long")
    assert told(error, reached("peer")) == (Layer.NAME_RESOLUTION, Cause.BAD_NAME)


def test_only_a_tunnel_has_a_status() -> None:
    """The first that is found, below whatever wraps it."""
    assert tunnel_status((OSError("x"), OSError("Tunnel connection failed: 502 Bad Gateway"))) == "502"
    assert tunnel_status((OSError("HTTP 502"),)) == ""


def test_the_words_begin_with_whom_it_was_tried_and_hold_no_secret() -> None:
    """Before anybody was tried, they are the reason alone."""
    assert failure(RESET, reached("heard"), ()).technical == f"{HOST}: ConnectionResetError: [Errno 104] reset"
    assert failure(ValueError("odd"), reached(""), ()).technical == "ValueError: odd"
    assert "s3cret-key" not in failure(ValueError("by s3cret-key"), reached("tcp"), ("s3cret-key",)).technical
    called_off = reached("heard", aborted_by=AbortReason.CANCELLED)
    assert failure(RESET, called_off, ()).technical == f"{HOST}: cancelled"
    assert "given up" in failure(RESET, reached("heard", aborted_by=AbortReason.DEADLINE), ()).technical
