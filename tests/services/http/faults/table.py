"""Every fault that is played to the real client: what is played, at which layer it is to be told, and what is said."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.exchange import Cause, Layer
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.faults import stages
from tests.services.http.misbehaving import drip, hang, raw, reply, reset

if TYPE_CHECKING:
    from tests.services.http.faults.stages import Stage

OK = b"HTTP/1.1 200 OK\r\n"
QUICK = Timeouts(connect=0.4, read=0.4, overall=1.2)
LOGIN = b"<!DOCTYPE html><title>Guest network</title><form><input name=p type='password'></form>"
DATE = "Wed, 21 Oct 2026 07:28:00 GMT"


@dataclass(frozen=True)
class Played:
    """A fault: ``group`` is what it is told as, faults of one group being told alike; ``says`` is a part of that."""

    name: str
    group: str
    stage: Stage
    says: str
    layer: Layer | None = None


def broken(name: str, layer: Layer, cause: Cause, stage: Stage, says: str) -> Played:
    """A fault below HTTP, which is told by its cause."""
    return Played(name, cause.value, stage, says, layer)


def answered(name: str, group: str, answer: bytes, says: str) -> Played:
    """A fault of the reply."""
    return Played(name, group, stages.plain(raw(answer)), says)


def status(code: str, says: str, headers: str = "", group: str = "", body: bytes = b"") -> Played:
    """A reply with this status."""
    number = code.split(maxsplit=1)[0]
    name = f"HTTP {code}{f' with {headers.strip()}' if headers else ''}"
    return Played(name, group or f"HTTP {number}", stages.plain(reply(body, code, headers)), says)


NAME = (
    broken("unknown host", Layer.NAME_RESOLUTION, Cause.NO_SUCH_NAME, stages.unknown_host, "no such host"),
    broken("silent DNS", Layer.NAME_RESOLUTION, Cause.DNS_SILENT, stages.silent_dns, "DNS did not answer"),
    broken("too long a label", Layer.NAME_RESOLUTION, Cause.BAD_NAME, stages.impossible_host, "cannot be the name"),
)
CONNECT = (
    broken("closed port", Layer.CONNECT, Cause.REFUSED, stages.refused, "refused"),
    broken("no route", Layer.CONNECT, Cause.UNREACHABLE, stages.no_route, "No way leads there"),
    broken("forbidden here", Layer.CONNECT, Cause.BARRED, stages.barred, "This computer forbids"),
    broken("packets dropped", Layer.CONNECT_TIMEOUT, Cause.NOT_TAKEN, stages.dropped, "Nobody took the connection"),
)
PROXY = (
    broken("SOCKS", Layer.PROXY, Cause.PROXY_KIND, stages.proxy_setting("socks5://127.0.0.1:9"), "proxy setting"),
    broken("proxy unknown to DNS", Layer.PROXY, Cause.PROXY_NAME, stages.proxy_setting("http://p.invalid:1"), "DNS"),
    broken("proxy not running", Layer.PROXY, Cause.PROXY_REFUSED, stages.proxy_refused, "refused the connection"),
    broken("no way to the proxy", Layer.PROXY, Cause.PROXY_UNREACHABLE, stages.proxy_dropped, "not reached in time"),
    broken("proxy with odd TLS", Layer.PROXY, Cause.PROXY_TLS, stages.proxy_over_tls, "could not be trusted"),
    broken("407", Layer.PROXY, Cause.PROXY_LOGIN, stages.proxy(reply(b"", "407 Login")), "wants a login"),
    broken("403", Layer.PROXY, Cause.PROXY_FORBIDS, stages.proxy(reply(b"", "403 No")), "forbids this host"),
    broken("502", Layer.PROXY, Cause.PROXY_GATEWAY, stages.proxy(reply(b"", "502 Bad")), "HTTP 502"),
    broken("504", Layer.PROXY, Cause.PROXY_GATEWAY, stages.proxy(reply(b"", "504 Late")), "HTTP 504"),
    broken("405", Layer.PROXY, Cause.PROXY_STATUS, stages.proxy(reply(b"", "405 No")), "HTTP 405"),
    broken("proxy closes", Layer.PROXY, Cause.PROXY_CLOSED, stages.proxy(raw(b"")), "hung up"),
    broken("proxy resets", Layer.PROXY, Cause.PROXY_CLOSED, stages.proxy(reset()), "hung up"),
    broken("proxy silent", Layer.PROXY, Cause.PROXY_SILENT, stages.proxy(hang()), "no tunnel in time"),
    broken("nonsense", Layer.PROXY, Cause.PROXY_NO_HTTP, stages.proxy(raw(b"\5\0nonsense\r\n")), "no HTTP proxy"),
)
TLS = (
    broken("expired", Layer.TLS, Cause.EXPIRED, stages.certified("expired"), "has expired"),
    broken("not yet valid", Layer.TLS, Cause.NOT_YET_VALID, stages.certified("early"), "not valid yet"),
    broken("signed by itself", Layer.TLS, Cause.SELF_SIGNED, stages.self_signed, "vouches for itself"),
    broken("unknown authority", Layer.TLS, Cause.UNKNOWN_AUTHORITY, stages.unknown_authority, "nobody known vouches"),
    broken("another host", Layer.TLS, Cause.OTHER_HOST, stages.certified("other_host"), "another host"),
    broken("weak key", Layer.TLS, Cause.WEAK_CERTIFICATE, stages.certified("weak"), "too weak"),
    broken("TLS 1.0 only", Layer.TLS, Cause.OLD_PROTOCOL, stages.old_tls, "old versions only"),
    broken("weak cipher", Layer.TLS, Cause.NO_COMMON_CIPHER, stages.weak_cipher, "nothing in common"),
    broken("client certificate", Layer.TLS, Cause.CLIENT_CERTIFICATE, stages.wants_certificate, "of the client"),
    broken("plain HTTP there", Layer.TLS, Cause.PLAIN_HTTP, stages.plain_port, "does not speak TLS"),
    broken("silent handshake", Layer.TLS, Cause.HANDSHAKE_SILENT, stages.silent_handshake, "said nothing"),
    broken("closed handshake", Layer.TLS, Cause.HANDSHAKE_CLOSED, stages.closed_handshake, "within the handshake"),
)


def late(name: str, cause: Cause, before: bytes, says: str) -> Played:
    """A reply that stops coming."""
    return broken(name, Layer.READ_TIMEOUT, cause, stages.plain(hang(before)), says)


def dripping(name: str, before: bytes) -> Played:
    """A reply that never ends."""
    return broken(name, Layer.READ_TIMEOUT, Cause.ENDLESS, stages.plain(drip(before)), "in drips")


WAITING = (
    late("silent accept", Cause.NO_REPLY, b"", "no reply came in time"),
    late("slow header", Cause.HEADER_STALLED, OK + b"X-A: b\r\n", "header did not end"),
    late("slow body", Cause.BODY_STALLED, OK + b"Content-Length: 9\r\n\r\nhalf", "in part"),
    dripping("dripping header", OK + b"X: "),
    dripping("dripping body", OK + b"Content-Length: 9999\r\n\r\n"),
)


def lost(name: str, cause: Cause, answer: bytes, says: str, *, resets: bool = False) -> Played:
    """A connection that ends too early."""
    return broken(name, Layer.CONNECTION_LOST, cause, stages.plain((reset if resets else raw)(answer)), says)


HALF = OK + b"Content-Length: 9\r\n\r\nhalf"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ENDING = (
    lost("empty reply", Cause.CLOSED_UNANSWERED, b"", "closed without a reply"),
    lost("reset before a reply", Cause.RESET_UNANSWERED, b"", "reset before a reply", resets=True),
    lost("half a header", Cause.CLOSED_IN_HEADER, OK + b"Content-Ty", "midst of the reply’s header"),
    lost("half a body", Cause.CLOSED_IN_BODY, HALF, "closed in the midst"),
    lost("chunks without end", Cause.CLOSED_IN_BODY, CHUNKED + b"4\r\nhalf\r\n", "closed in the midst"),
    lost("reset in the body", Cause.RESET_IN_BODY, HALF, "reset in the midst", resets=True),
)


def odd(name: str, cause: Cause, answer: bytes, says: str) -> Played:
    """A reply that is no HTTP."""
    return broken(name, Layer.NOT_HTTP, cause, stages.plain(raw(answer)), says)


NO_HTTP = (
    odd("HTTP/0.9", Cause.NO_HEADER, b'{"respcd": "0000"}\n', "no HTTP header"),
    odd("a page without a header", Cause.NO_HEADER, b"<html>\n", "no HTTP header"),
    odd("SSH", Cause.OTHER_PROTOCOL, b"SSH-2.0-OpenSSH_9.6\r\n", "does not speak HTTP"),
    odd("TLS", Cause.TLS_AT_PLAIN_PORT, b"\x15\x03\x03\x00\x02\x02\x0a\n", "speaks TLS"),
    odd("nonsense status", Cause.BAD_STATUS_LINE, b"HTTP/1.1 OK fine\r\n\r\n", "first line"),
    odd("HTTP/2 in plain", Cause.BAD_STATUS_LINE, b"HTTP/2 200\r\n\r\n", "first line"),
    odd("1xx for ever", Cause.INTERIM_ONLY, b"HTTP/1.1 100 Continue\r\n\r\n" * 200, "interim replies"),
    odd("a huge header", Cause.HEADER_TOO_LARGE, OK + b"X: " + b"y" * 70_000 + b"\r\n\r\n", "header is too large"),
    odd("many headers", Cause.HEADER_TOO_LARGE, OK + b"A: b\r\n" * 200 + b"\r\n", "header is too large"),
    odd("two lengths", Cause.BAD_LENGTH, OK + b"Content-Length: 5, 6\r\n\r\nabcde", "states its length"),
    odd("a bad chunk", Cause.BAD_CHUNK, CHUNKED + b"zz\r\nabc\r\n", "chunks"),
    odd("a negative chunk", Cause.BAD_CHUNK, CHUNKED + b"-5\r\nabcde", "chunks"),
)
STATUSES = (
    status("301 Moved", "moved for good", "Location: https://new.example/\r\n", "moved for good"),
    status("308 Moved", "moved for good", "Location: https://new.example/\r\n", "moved for good"),
    status("302 Found", "for now", "Location: http://login.example/\r\n", "points elsewhere for now"),
    status("307 Found", "for now", "Location: http://login.example/\r\n", "points elsewhere for now"),
    status("303 See Other", "another page", "Location: https://new.example/\r\n"),
    status("300 Choices", "offers other addresses", "Location: https://new.example/\r\n", "other redirects"),
    status("304 Not Modified", "Nothing has changed"),
    status("302 Found", "does not say where", group="redirect without Location"),
    status("400 Bad Request", "not understood"),
    status("401 Unauthorized", "A login is wanted"),
    status("403 Forbidden", "is forbidden"),
    status("404 Not Found", "nothing at this address"),
    status("405 Method Not Allowed", "no such method"),
    status("407 Login", "A proxy on the way wants a login"),
    status("408 Timeout", "in vain"),
    status("411 Length Required", "length of the request is missing"),
    status("413 Too Large", "request is too large"),
    status("414 Too Long", "address is too long"),
    status("415 Unsupported", "kind of body"),
    status("418 Teapot", "turned the request away (HTTP 418)", group="other 4xx"),
    status("421 Misdirected", "not in charge of this host"),
    status("425 Too Early", "that early"),
    status("429 Slow Down", "Wait a minute first."),
    status("429 Slow Down", "wait 120 s first", "Retry-After: 120\r\n", "HTTP 429, seconds"),
    status("429 Slow Down", f"wait until {DATE}", f"Retry-After: {DATE}\r\n", "HTTP 429, date"),
    status("431 Too Large", "header is too large"),
    status("451 Legal", "legal reasons"),
    status("500 Failed", "failed while it worked"),
    status("501 Not Implemented", "does not know how"),
    status("502 Bad Gateway", "no proper answer"),
    status("503 Unavailable", "out of service"),
    status("503 Unavailable", "wait 7 s first", "Retry-After: 7\r\n", "HTTP 503, seconds"),
    status("504 Late", "waited in vain"),
    status("505 Version", "another version of HTTP"),
    status("511 Login", "The network wants a login"),
    status("520 Odd", "The server failed (HTTP 520)", group="other 5xx"),
    status("204 No Content", "HTTP 204", group="other statuses"),
)


def body(name: str, group: str, content: bytes, says: str, headers: str = "") -> Played:
    """HTTP 200 with a body that is not QFPay's."""
    return Played(name, group, stages.plain(reply(content, headers=headers)), says)


PACKED = "Content-Encoding: gzip\r\n"
BODIES = (
    body("empty 200", "empty body", b"", "reply is empty"),
    body("a web page", "web page", b"<html><title>Hello</title>", "web page"),
    body("a captive portal", "login page", LOGIN, "login page"),
    body("no JSON", "no JSON", b"oops", "not JSON"),
    body("invalid JSON", "no JSON", b'{"respcd": oops}', "not JSON"),
    body("too small a length", "JSON cut", b'{"respcd": "00', "ends in the middle"),
    body("a JSON list", "no object", b"[1]", "a list or a single value"),
    body("a JSON string", "no object", b'"fine"', "a list or a single value"),
    body("another API's JSON", "another API", b'{"code": 0}', "no respcd"),
    body("broken gzip", "broken compression", gzip.compress(b'{"respcd": "0000"}')[:-12], "cannot be unpacked", PACKED),
    body("UTF-16", "character set", '{"respcd": "0000"}'.encode("utf-16"), "another character set"),
    Played("over 2 MB", "too long", stages.plain(reply(b'{"respcd": "' + b"0" * 3_000_000)), "cut off here"),
)
LAYERS = {
    "name": NAME,
    "connection": CONNECT,
    "proxy": PROXY,
    "TLS": TLS,
    "waiting": WAITING,
    "connection lost": ENDING,
    "not HTTP": NO_HTTP,
    "HTTP status": STATUSES,
    "body": BODIES,
}
"""Every fault by the layer that the README's table names."""
EVERY = tuple(one for played in LAYERS.values() for one in played)
