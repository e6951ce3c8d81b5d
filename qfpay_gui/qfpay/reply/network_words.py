"""What each cause of a failure below HTTP means: what happened, and what to do about it. Nothing about the API."""

from __future__ import annotations

from dataclasses import dataclass

from qfpay_gui.qfpay.reply.exchange import Cause
from qfpay_gui.qfpay.text import Text, text


@dataclass(frozen=True)
class Words:
    """What happened, and the next step; where the cause cannot be known for sure, "may" says so."""

    headline: Text
    remedy: Text


NETWORK: dict[Cause, Words] = {
    Cause.NO_SUCH_NAME: Words(
        text("Network", "DNS knows no such host ({peer})."),
        text(
            "Network", "Check the spelling of the base URL. If it is right, this network’s DNS may not know the host."
        ),
    ),
    Cause.DNS_SILENT: Words(
        text("Network", "DNS did not answer, so the host was not found ({peer})."),
        text("Network", "Check this computer’s network connection, VPN and DNS server."),
    ),
    Cause.BAD_NAME: Words(
        text("Network", "This cannot be the name of a host ({peer})."),
        text("Network", "Correct the host in the base URL: between two dots stand 1 to 63 characters."),
    ),
    Cause.PROXY_KIND: Words(
        text("Network", "The proxy setting cannot be used."),
        text("Network", "Correct HTTPS_PROXY or the system’s proxy setting."),
    ),
    Cause.PROXY_NAME: Words(
        text("Network", "DNS does not know the proxy ({peer})."),
        text(
            "Network",
            "Correct the host in HTTPS_PROXY or in the system’s proxy setting; a VPN may be needed to see it.",
        ),
    ),
    Cause.PROXY_REFUSED: Words(
        text("Network", "The proxy refused the connection ({peer}): it may not be running."),
        text("Network", "Start the proxy, or correct host and port in HTTPS_PROXY or in the system’s proxy setting."),
    ),
    Cause.PROXY_UNREACHABLE: Words(
        text("Network", "The proxy was not reached in time ({peer})."),
        text("Network", "Check the network or VPN that leads to the proxy, then its host and port."),
    ),
    Cause.PROXY_TLS: Words(
        text("Network", "The proxy itself could not be trusted: its TLS failed ({peer})."),
        text(
            "Network",
            "Most proxies are named with http://, also for https. Else add its authority: File → Trust a CA file.",
        ),
    ),
    Cause.PROXY_LOGIN: Words(
        text("Network", "The proxy wants a login (HTTP 407, {peer})."),
        text("Network", "Write name and password into the proxy setting, like http://name:password@host:port."),
    ),
    Cause.PROXY_FORBIDS: Words(
        text("Network", "The proxy forbids this host (HTTP 403, {peer})."),
        text("Network", "Ask those who run the proxy to let the host of the base URL pass at its port."),
    ),
    Cause.PROXY_GATEWAY: Words(
        text("Network", "The proxy did not reach the server (HTTP {status}, {peer})."),
        text("Network", "Check the host of the base URL; the proxy’s own network or DNS may be at fault."),
    ),
    Cause.PROXY_STATUS: Words(
        text("Network", "The proxy opened no tunnel (HTTP {status}, {peer})."),
        text(
            "Network",
            "Show its answer to those who run the proxy: CONNECT to the host of the base URL must be allowed.",
        ),
    ),
    Cause.PROXY_CLOSED: Words(
        text("Network", "The proxy hung up before it opened a tunnel ({peer})."),
        text("Network", "It may forbid this host, or not know CONNECT: ask those who run it."),
    ),
    Cause.PROXY_SILENT: Words(
        text("Network", "The proxy took the connection, but opened no tunnel in time ({peer})."),
        text("Network", "It may not reach the server, or be no HTTP proxy: check its port, and ask those who run it."),
    ),
    Cause.PROXY_NO_HTTP: Words(
        text("Network", "What answers there is no HTTP proxy ({peer})."),
        text("Network", "Correct the port in HTTPS_PROXY: a SOCKS proxy or another service may listen at this one."),
    ),
    Cause.REFUSED: Words(
        text("Network", "The connection was refused ({peer}): nothing listens there."),
        text("Network", "Check host and port of the base URL; a firewall may refuse in the server’s place."),
    ),
    Cause.UNREACHABLE: Words(
        text("Network", "No way leads there ({peer}): network or host cannot be reached."),
        text("Network", "Check this computer’s network and VPN; the host’s address may belong to another network."),
    ),
    Cause.BARRED: Words(
        text("Network", "This computer forbids the connection ({peer})."),
        text("Network", "A firewall or security program here may block QFPay Tester: allow it."),
    ),
    Cause.NOT_TAKEN: Words(
        text("Network", "Nobody took the connection in time ({peer})."),
        text("Network", "Check host and port of the base URL; a firewall that drops packets looks like this."),
    ),
    Cause.EXPIRED: Words(
        text("Network", "TLS: the server’s certificate has expired ({peer})."),
        text(
            "Network",
            "Check this computer’s date first. If it is right, those who run the server must renew the certificate.",
        ),
    ),
    Cause.NOT_YET_VALID: Words(
        text("Network", "TLS: the server’s certificate is not valid yet ({peer})."),
        text(
            "Network",
            "This computer’s date may be in the past: set it right. Else the certificate was put in place too early.",
        ),
    ),
    Cause.SELF_SIGNED: Words(
        text("Network", "TLS: the server vouches for itself only ({peer})."),
        text(
            "Network",
            "A test server does that, and so does somebody who listens in. If the server is yours, trust its "
            "certificate: File → Trust a CA file.",
        ),
    ),
    Cause.UNKNOWN_AUTHORITY: Words(
        text("Network", "TLS: nobody known vouches for the server’s certificate ({peer})."),
        text(
            "Network",
            "If a company proxy opens TLS, add its authority: File → Trust a CA file. Else the server may leave out "
            "an intermediate certificate.",
        ),
    ),
    Cause.OTHER_HOST: Words(
        text("Network", "TLS: the certificate is made out to another host ({peer})."),
        text(
            "Network", "Check the host of the base URL; a login page of the network may answer in the server’s place."
        ),
    ),
    Cause.WEAK_CERTIFICATE: Words(
        text("Network", "TLS: key or digest of the server’s certificate is too weak ({peer})."),
        text("Network", "Those who run the server, or the proxy that opens TLS, must get a new certificate."),
    ),
    Cause.BAD_CERTIFICATE: Words(
        text("Network", "TLS: the server’s certificate does not hold ({peer})."),
        text("Network", "The library’s line says what is wrong with it: show that to those who run the server."),
    ),
    Cause.OLD_PROTOCOL: Words(
        text("Network", "TLS: the server speaks old versions only, below 1.2 ({peer})."),
        text("Network", "Those who run it must switch TLS 1.2 or 1.3 on; an old proxy on the way may be what answers."),
    ),
    Cause.NO_COMMON_CIPHER: Words(
        text("Network", "TLS: the server found nothing in common with this program ({peer})."),
        text("Network", "It may offer old ciphers only, or want a certificate of the client: ask those who run it."),
    ),
    Cause.CLIENT_CERTIFICATE: Words(
        text("Network", "TLS: the server wants a certificate of the client ({peer})."),
        text(
            "Network",
            "This program has none to show. Check host and port: a company’s gateway may be what asks for it.",
        ),
    ),
    Cause.PLAIN_HTTP: Words(
        text("Network", "TLS: what answers does not speak TLS ({peer})."),
        text("Network", "Check the port of the base URL: https usually listens at 443, and 80 or 8080 are plain."),
    ),
    Cause.HANDSHAKE_SILENT: Words(
        text("Network", "TLS: the server took the connection and then said nothing ({peer})."),
        text("Network", "Check the port of the base URL; a firewall that looks into TLS may hold it up."),
    ),
    Cause.HANDSHAKE_CLOSED: Words(
        text("Network", "TLS: the connection was closed within the handshake ({peer})."),
        text(
            "Network",
            "A firewall may cut TLS to this host, or the server may not know the host’s name: check the base URL.",
        ),
    ),
    Cause.NO_REPLY: Words(
        text("Network", "The request was taken, but no reply came in time."),
        text("Network", "What answers, or what it asks in turn, may be slow or hang."),
    ),
    Cause.HEADER_STALLED: Words(
        text("Network", "The reply began, but its header did not end in time."),
        text("Network", "The server or a proxy on the way may be overloaded."),
    ),
    Cause.BODY_STALLED: Words(
        text("Network", "The reply came in part, then nothing more in time."),
        text("Network", "Its length may be stated too large, or a proxy on the way may hold the rest back."),
    ),
    Cause.ENDLESS: Words(
        text("Network", "The reply came in drips and did not end in time."),
        text("Network", "What answers may be something else than an API: check the base URL and any proxy."),
    ),
    Cause.CLOSED_UNANSWERED: Words(
        text("Network", "The connection was closed without a reply."),
        text("Network", "The server may be restarting, or a firewall may have cut the request off."),
    ),
    Cause.RESET_UNANSWERED: Words(
        text("Network", "The connection was reset before a reply."),
        text("Network", "The server may have crashed, or a firewall on the way may cut such requests."),
    ),
    Cause.CLOSED_IN_HEADER: Words(
        text("Network", "The connection was closed in the midst of the reply’s header."),
        text("Network", "The server or a proxy on the way may have crashed while it answered."),
    ),
    Cause.CLOSED_IN_BODY: Words(
        text("Network", "The connection was closed in the midst of the reply."),
        text("Network", "The server may have crashed, or its reply states too large a length."),
    ),
    Cause.RESET_IN_BODY: Words(
        text("Network", "The connection was reset in the midst of the reply."),
        text("Network", "Check this computer’s network; a firewall on the way may have cut the reply off."),
    ),
    Cause.NO_HEADER: Words(
        text("Network", "The reply has no HTTP header: it begins with its content."),
        text("Network", "A home-made or very old server may answer there: check host and port of the base URL."),
    ),
    Cause.OTHER_PROTOCOL: Words(
        text("Network", "What answers does not speak HTTP ({peer})."),
        text("Network", "Check host and port of the base URL: mail, SSH or a database may listen there."),
    ),
    Cause.TLS_AT_PLAIN_PORT: Words(
        text("Network", "What answers speaks TLS, but was asked in plain HTTP ({peer})."),
        text("Network", "Write https:// in the base URL."),
    ),
    Cause.BAD_STATUS_LINE: Words(
        text("Network", "The first line of the reply makes no sense as HTTP."),
        text("Network", "The library’s line shows it. A proxy on the way may speak another version of HTTP."),
    ),
    Cause.INTERIM_ONLY: Words(
        text("Network", "Only interim replies came (HTTP 1xx), never the real one."),
        text("Network", "What answers is out of order: check the base URL and any proxy on the way."),
    ),
    Cause.HEADER_TOO_LARGE: Words(
        text("Network", "The reply’s header is too large: above 64 KB a line, or 100 lines."),
        text("Network", "A proxy on the way may add to it over and over: check the base URL and any proxy."),
    ),
    Cause.BAD_LENGTH: Words(
        text("Network", "The reply states its length in a way that makes no sense."),
        text("Network", "Two systems on the way may each have added a Content-Length: check any proxy."),
    ),
    Cause.BAD_CHUNK: Words(
        text("Network", "The pieces in which the reply came (chunks) are malformed."),
        text("Network", "The server or a proxy on the way puts its reply together wrongly: check any proxy."),
    ),
}
"""Every cause but UNKNOWN."""
