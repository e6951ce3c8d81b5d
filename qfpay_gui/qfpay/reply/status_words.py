"""What an HTTP status other than 200 means where no respcd came with it, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from qfpay_gui.qfpay.text import Text, text


@dataclass(frozen=True)
class Answered:
    """What happened, and the remedy."""

    headline: Text
    remedy: Text


_MOVED = Answered(
    text("Network", "The address has moved for good (HTTP {status}); that is not followed."),
    text(
        "Network",
        "The technical lines say where to. Compare it with the base URL, and correct that if the host is right.",
    ),
)
_ELSEWHERE = Answered(
    text("Network", "The server points elsewhere for now (HTTP {status}); that is not followed."),
    text("Network", "A login page of the network answers like this: open a browser. Else compare the base URL."),
)
NOWHERE = Answered(
    text("Network", "The server points elsewhere, but does not say where (HTTP {status})."),
    text("Network", "A proxy on the way may have taken the address out: check the base URL and any proxy."),
)
"""A redirect without Location."""
STATUSES: dict[int, Answered] = {
    301: _MOVED,
    302: _ELSEWHERE,
    303: Answered(
        text("Network", "The server wants another page to be looked at instead (HTTP 303); that is not followed."),
        text("Network", "That is how web pages answer a form: the base URL may lead to a web site and no API."),
    ),
    304: Answered(
        text("Network", "“Nothing has changed” came back (HTTP 304), which answers no such request."),
        text("Network", "A cache on the way may have answered: check any proxy."),
    ),
    307: _ELSEWHERE,
    308: _MOVED,
    400: Answered(
        text("Network", "The request was not understood (HTTP 400)."),
        text("Network", "The raw reply may say why. A proxy on the way may have changed the request."),
    ),
    401: Answered(
        text("Network", "A login is wanted (HTTP 401)."),
        text("Network", "That is a gateway’s way to ask, not that of app_code and signature: check the base URL."),
    ),
    403: Answered(
        text("Network", "The request is forbidden (HTTP 403)."),
        text("Network", "A firewall before the server may bar this computer’s address, or something in the request."),
    ),
    404: Answered(
        text("Network", "There is nothing at this address (HTTP 404)."),
        text("Network", "Compare base URL and path with the documents: one part too many or too few gives this."),
    ),
    405: Answered(
        text("Network", "This address takes no such method (HTTP 405)."),
        text("Network", "Compare base URL and path with the documents; a redirect or proxy may have made a GET of it."),
    ),
    407: Answered(
        text("Network", "A proxy on the way wants a login (HTTP 407)."),
        text("Network", "Write name and password into the proxy setting, like http://name:password@host:port."),
    ),
    408: Answered(
        text("Network", "The rest of the request was waited for in vain (HTTP 408)."),
        text("Network", "The network may be slow, or a proxy on the way may have held the request back."),
    ),
    411: Answered(
        text("Network", "The length of the request is missing (HTTP 411)."),
        text("Network", "This program always states it: a proxy on the way may have taken it out."),
    ),
    413: Answered(
        text("Network", "The request is too large (HTTP 413)."),
        text("Network", "Shorten the values: the signing panel shows how many bytes they make."),
    ),
    414: Answered(
        text("Network", "The address is too long (HTTP 414)."),
        text("Network", "Check the base URL; a proxy on the way may have put the parameters into the address."),
    ),
    415: Answered(
        text("Network", "This kind of body is not taken (HTTP 415)."),
        text(
            "Network", "A form was sent. Another API may be what answers: compare base URL and path with the documents."
        ),
    ),
    421: Answered(
        text("Network", "What answers is not in charge of this host (HTTP 421)."),
        text("Network", "The host’s name or a proxy may lead to the wrong machine: check the base URL and DNS."),
    ),
    425: Answered(
        text("Network", "The server did not want the request that early (HTTP 425)."),
        text("Network", "A proxy on the way may have sent it along with the handshake: check any proxy."),
    ),
    431: Answered(
        text("Network", "The request’s header is too large (HTTP 431)."),
        text("Network", "Look at app_code: a whole text may have been pasted there. A proxy may add to it, too."),
    ),
    451: Answered(
        text("Network", "This host is blocked for legal reasons (HTTP 451)."),
        text(
            "Network", "A filter of the network or the country may answer in the server’s place: try another network."
        ),
    ),
    500: Answered(
        text("Network", "The server failed while it worked on the request (HTTP 500)."),
        text("Network", "If it stays like this, show the raw reply to those who run the server."),
    ),
    501: Answered(
        text("Network", "What answers does not know how to do this (HTTP 501)."),
        text("Network", "It may be no API at all: check the base URL and any proxy."),
    ),
    502: Answered(
        text("Network", "A gateway got no proper answer from the server behind it (HTTP 502)."),
        text("Network", "The server may be restarting. If it stays like this, show the raw reply to those who run it."),
    ),
    503: Answered(
        text("Network", "The server is out of service for now (HTTP 503)."),
        text("Network", "It may be under maintenance or overloaded."),
    ),
    504: Answered(
        text("Network", "A gateway waited in vain for the server behind it (HTTP 504)."),
        text("Network", "The request may well have been carried out by then."),
    ),
    505: Answered(
        text("Network", "What answers speaks another version of HTTP (HTTP 505)."),
        text("Network", "An odd proxy may stand in between: check the base URL and any proxy."),
    ),
    511: Answered(
        text("Network", "The network wants a login first (HTTP 511)."),
        text("Network", "Open a browser and log in to this network, such as a hotel’s or a guest’s."),
    ),
}
"""By status; a status without an entry is told by its class."""
WAIT_SECONDS = text("Network", "The reply asks to wait {seconds} s first (Retry-After).")
WAIT_UNTIL = text("Network", "The reply asks to wait until {moment} (Retry-After).")
