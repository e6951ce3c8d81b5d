"""Whether WeChat takes a text as a request domain of a Mini Program. What stands in the console, nobody sees here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.code2session.checks import cleaned
from qfpay_gui.qfpay.findings import Finding, Severity, worst
from qfpay_gui.qfpay.hidden import half_width
from qfpay_gui.qfpay.request.rules.subject import attention, note, shortened, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "request_domain"
WECHAT = "api.weixin.qq.com"
_MOST = 20
"""So many entries of one paste are looked at."""

_PARTS = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)(.*)", re.DOTALL)
_HOST_PORT = re.compile(r"(\[[0-9A-Fa-f:.]*\]|[^:\[\]]*)(?::([0-9]*))?")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_SEPARATORS = re.compile(r"[\s,;，；、]+")


@dataclass(frozen=True)
class CheckedDomain:
    """One entry as it was ``written``, the ``entry`` to make in the console ("" where none can be), and why."""

    written: str
    entry: str
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The worst of what is noticed."""
        return worst(self.findings)


@dataclass(frozen=True)
class _Parts:
    """A domain taken apart; ``port`` is "" where none is written, ``rest`` is what follows the host and port."""

    scheme: str
    host: str
    port: str
    rest: str


def check(pasted: str, base_url: str = "") -> tuple[CheckedDomain, ...]:
    """Every domain of a paste, the first twenty; ``base_url`` is where this merchant's requests go, "" if nowhere."""
    entries = [one for one in _SEPARATORS.split(pasted) if one]
    return tuple(_check(one, base_url) for one in entries[:_MOST])


def _check(written: str, base_url: str) -> CheckedDomain:
    plain = half_width(cleaned(written))
    parts = _taken_apart(plain)
    found = [] if plain == written else [_UNCLEAN]
    if parts is None:
        return CheckedDomain(written, "", (*found, _shape(written)))
    found += [*_of_scheme(parts), *_of_host(parts.host), *_of_port(parts), *_of_rest(parts)]
    if worst(tuple(found)) is Severity.WRONG:
        return CheckedDomain(written, "", tuple(found))
    entry = f"https://{parts.host}{f':{parts.port}' if parts.port else ''}"
    return CheckedDomain(written, entry, (_usable(entry), *found, *_of_purpose(parts.host, base_url), _ICP))


def _taken_apart(plain: str) -> _Parts | None:
    """The parts, or None where host and port cannot be told apart."""
    whole = _PARTS.fullmatch(plain)
    place = _HOST_PORT.fullmatch(whole[2]) if whole else None
    if whole is None or place is None or not place[1]:
        return None
    port = place[2] or ""
    if place[2] == "" or (port and not 0 < int(port[:6]) < 65536):
        return None
    return _Parts((whole[1] or "").lower(), place[1].lower().rstrip("."), port, whole[3])


def _of_scheme(parts: _Parts) -> Iterator[Finding]:
    match parts.scheme:
        case "https":
            return
        case "":
            yield note(
                "domain-no-scheme",
                FIELD,
                text("Onboarding", "Without https://"),
                text("Onboarding", "The documented examples have it. Whether the console adds it by itself is open."),
            )
        case "wss":
            yield wrong(
                "domain-socket",
                FIELD,
                text("Onboarding", "wss:// is for sockets"),
                text(
                    "Onboarding",
                    "It belongs among the socket domains, for wx.connectSocket. A request domain, for wx.request, "
                    "begins with https://.",
                ),
            )
        case _:
            yield wrong(
                "domain-scheme",
                FIELD,
                text("Onboarding", "Not https://"),
                text("Onboarding", "WeChat takes https:// for requests and wss:// for sockets, and nothing else."),
            )


def _of_host(host: str) -> Iterator[Finding]:
    """What is wrong with the host as such; one finding at most."""
    if _is_address(host):
        yield wrong(
            "domain-ip",
            FIELD,
            text("Onboarding", "An IP address is no domain"),
            text(
                "Onboarding",
                "WeChat takes no IP address here. Addresses of the local network can be called in the developer "
                "tools and on a phone in the same network; they do not stand in the list either.",
            ),
        )
    elif host == "localhost" or host.endswith(".localhost"):
        yield wrong(
            "domain-localhost",
            FIELD,
            text("Onboarding", "localhost is the phone itself"),
            text("Onboarding", "WeChat takes no localhost: enter the domain under which the server is reached."),
        )
    elif "*" in host:
        yield wrong(
            "domain-parent",
            FIELD,
            text("Onboarding", "Every subdomain by itself"),
            text(
                "Onboarding", "A parent domain does not stand for its subdomains: enter the very host that is called."
            ),
        )
    elif host == WECHAT:
        yield _WECHAT_API
    elif not _is_domain(host):
        yield _shape(host)


def _of_port(parts: _Parts) -> Iterator[Finding]:
    if parts.port == "443":
        yield attention(
            "domain-port-default",
            FIELD,
            text("Onboarding", "Leave :443 out"),
            text(
                "Onboarding",
                "With a port, only addresses that name it may be called; without one, none that names it, not even "
                ":443. QFPay's addresses name none.",
            ),
        )
    elif parts.port:
        yield note(
            "domain-port",
            FIELD,
            text("Onboarding", "Then only port {port} may be called").fill(port=parts.port),
            text("Onboarding", "With a port, only addresses that name it may be called; all others fail."),
        )


def _of_rest(parts: _Parts) -> Iterator[Finding]:
    if parts.rest:
        yield attention(
            "domain-path",
            FIELD,
            text("Onboarding", "Only the domain"),
            text("Onboarding", "No documented example has anything behind the domain: leave {rest} out.").fill(
                rest=shortened(parts.rest)
            ),
        )


def _of_purpose(host: str, base_url: str) -> Iterator[Finding]:
    """Whether it is the host that is called."""
    if any(environments.same_host(one.base_url, f"https://{host}") for one in environments.ALL):
        if base_url and not environments.same_host(base_url, f"https://{host}"):
            yield _elsewhere(host, base_url)
        yield _KEY_IN_CODE
    elif any(_is_below(one.host, host) for one in environments.ALL):
        yield attention(
            "domain-parent-only",
            FIELD,
            text("Onboarding", "QFPay's hosts are below it"),
            text(
                "Onboarding", "A parent domain does not stand for its subdomains: enter the very host that is called."
            ),
        )
    else:
        yield _OWN_SERVER


def _elsewhere(host: str, base_url: str) -> Finding:
    return attention(
        "domain-elsewhere",
        FIELD,
        text("Onboarding", "Not where requests go now"),
        text(
            "Onboarding", "{host} is another environment of QFPay's than {base_url}: each that is called is entered."
        ).fill(host=host, base_url=base_url),
    )


def _usable(entry: str) -> Finding:
    headline = text("Onboarding", "WeChat takes: {entry}").fill(entry=entry)
    detail = text("Onboarding", "This text can be entered. Whether it was entered, only the console shows.")
    return Finding("domain-ok", Severity.OK, FIELD, headline, detail)


def _shape(written: str) -> Finding:
    return wrong(
        "domain-shape",
        FIELD,
        text("Onboarding", "Not a domain: {written}").fill(written=shortened(written)),
        text("Onboarding", "A domain is made of letters, digits and hyphens, with at least one dot."),
    )


def _is_address(host: str) -> bool:
    """An IP address, in any of the spellings that browsers take."""
    if host.startswith("[") or re.fullmatch(r"[0-9.]+|0x[0-9a-f.x]+", host):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_domain(host: str) -> bool:
    labels = host.split(".")
    return len(host) <= 253 and len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)


def _is_below(host: str, parent: str) -> bool:
    return host.endswith(f".{parent}")


_UNCLEAN = attention(
    "domain-unclean",
    FIELD,
    text("Onboarding", "Quotes, full-width or invisible characters"),
    text("Onboarding", "Probably from copying: no domain has any of them. They were left out here."),
)
_WECHAT_API = wrong(
    "domain-wechat",
    FIELD,
    text("Onboarding", "WeChat does not take its own API"),
    text(
        "Onboarding",
        "api.weixin.qq.com cannot be entered and not be called from a Mini Program: code2Session, which needs the "
        "AppSecret, is asked by the merchant's server or a cloud function.",
    ),
)
_KEY_IN_CODE = attention(
    "domain-key-in-code",
    FIELD,
    text("Onboarding", "Then client_key is in the Mini Program"),
    text(
        "Onboarding",
        "A Mini Program that calls QFPay itself, as the samples do, carries client_key in its code, where others can "
        "read it. Safer: it calls the merchant's server, which signs; then that server's domain is entered.",
    ),
)
_OWN_SERVER = note(
    "domain-own",
    FIELD,
    text("Onboarding", "Not a host of QFPay's"),
    text(
        "Onboarding",
        "Right where the Mini Program calls the merchant's server, and that calls QFPay: client_key then stays there.",
    ),
)
_ICP = note(
    "domain-icp",
    FIELD,
    text("Onboarding", "ICP filing: not checked"),
    text(
        "Onboarding",
        "WeChat demands that each domain is filed with the ICP. A text does not show it, and whether QFPay's hosts "
        "are filed is documented nowhere: where the console refuses one, ask QFPay.",
    ),
)
