"""Where requests go: QFPay's environments, the simulator, and what each one means for money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# Other characters are read in different ways by different programs: what is shown might not be where it goes.
_PLAIN = re.compile(r"[!-\[\]-~]*")
_HOST_AND_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d*)?", re.ASCII)


class EnvironmentKind(Enum):
    """What sending to an environment does in the real world."""

    SIMULATOR = "simulator"
    SANDBOX = "sandbox"
    LIVE_TESTING = "live testing"
    PRODUCTION = "production"
    CUSTOM = "custom"


@dataclass(frozen=True)
class Environment:
    """A base URL with its name and consequences.

    ``base_url`` has no trailing slash; it is "" for a simulator that does not run yet.
    ``documented`` is False where the host is only seen in sample code or older lists.
    ``only_app_code`` is the one app_code that it accepts; "" where it may accept any.
    """

    id: str
    kind: EnvironmentKind
    name: Text
    base_url: str
    caution: Text
    documented: bool = True
    only_app_code: str = ""

    @property
    def host(self) -> str:
        """Host and port as a person reads them, or ""."""
        try:
            return urlsplit(self.base_url).netloc
        except ValueError:
            return ""

    @property
    def address(self) -> str:
        """Host, port and path as a person reads them, or ""."""
        return self.base_url.partition("://")[2] if self.host else ""


SIMULATED = text("Environments", "Simulated on this machine: no account, no network, no money.")
REAL_MONEY = text("Environments", "Real money, real settlement. Every request is confirmed first.")
LIVE = text("Environments", "Real payments, real money moves, nothing is settled: refund at once.")
CARDS_ONLY = text(
    "Environments",
    "Simulates card payments only. WeChat Mini Program payments (800213) have no documented sandbox: "
    "use the simulator, or a small real payment on live testing.",
)
CUSTOM = text("Environments", "Custom")
CUSTOM_ID = "custom"
"""The id of the only custom base URL that versions before named addresses had; those made since add their URL."""
CUSTOM_CAUTION = text("Environments", "Your own base URL. It is treated with the care of a real environment.")

_HK = text("Environments", "Hong Kong")
_REGIONS = {
    "sg": text("Environments", "Singapore, Malaysia"),
    "th": text("Environments", "Thailand"),
    "jp": text("Environments", "Japan"),
    "id": text("Environments", "Indonesia"),
    "db": text("Environments", "Dubai"),
    "eur": text("Environments", "Europe"),
}
_PRODUCTION = text("Environments", "Production · {region}")
_LIVE = text("Environments", "Live testing · {region}")
_NAMED = {
    EnvironmentKind.CUSTOM: text("Environments", "{name}"),
    EnvironmentKind.SANDBOX: text("Environments", "{name} (sandbox)"),
    EnvironmentKind.LIVE_TESTING: text("Environments", "{name} (live testing)"),
    EnvironmentKind.PRODUCTION: text("Environments", "{name} (production)"),
}


def _regional() -> tuple[Environment, ...]:
    """Production and live testing of the regions outside Hong Kong; Japan has no known test host."""
    found = []
    for code, region in _REGIONS.items():
        if code != "jp":
            host = f"https://test-openapi-{code}.qfapi.com"
            name = _LIVE.fill(region=region)
            found.append(Environment(f"live-{code}", EnvironmentKind.LIVE_TESTING, name, host, LIVE, documented=False))
        host = f"https://openapi-{code}.qfapi.com"
        name = _PRODUCTION.fill(region=region)
        found.append(
            Environment(f"production-{code}", EnvironmentKind.PRODUCTION, name, host, REAL_MONEY, documented=False)
        )
    return tuple(found)


SIMULATOR = Environment("simulator", EnvironmentKind.SIMULATOR, text("Environments", "Simulator"), "", SIMULATED)
SANDBOX = Environment(
    "sandbox",
    EnvironmentKind.SANDBOX,
    text("Environments", "Sandbox (cards only)"),
    "https://openapi-int.qfapi.com",
    CARDS_ONLY,
)
LIVE_TESTING = Environment(
    "live-hk", EnvironmentKind.LIVE_TESTING, _LIVE.fill(region=_HK), "https://test-openapi-hk.qfapi.com", LIVE
)
PRODUCTION = Environment(
    "production-hk",
    EnvironmentKind.PRODUCTION,
    _PRODUCTION.fill(region=_HK),
    "https://openapi-hk.qfapi.com",
    REAL_MONEY,
)
_CHINA = text("Environments", "Mainland China")
CHINA = (
    Environment(
        "live-cn",
        EnvironmentKind.LIVE_TESTING,
        _LIVE.fill(region=_CHINA),
        "https://openapi-test.qfpay.com",
        LIVE,
        documented=False,
    ),
    Environment(
        "production-cn",
        EnvironmentKind.PRODUCTION,
        _PRODUCTION.fill(region=_CHINA),
        "https://openapi.qfpay.com",
        REAL_MONEY,
        documented=False,
    ),
)
# Of other regions, what moves test money stands together, and so does what is settled.
_ELSEWHERE = sorted((*_regional(), *CHINA), key=lambda one: one.kind is EnvironmentKind.PRODUCTION)
ALL = (SIMULATOR, SANDBOX, LIVE_TESTING, PRODUCTION, *_ELSEWHERE)


def by_id(environment_id: str) -> Environment | None:
    """The built-in environment with this id."""
    return next((environment for environment in ALL if environment.id == environment_id), None)


def custom(base_url: str, environment_id: str = CUSTOM_ID, name: str = "") -> Environment:
    """An environment at a base URL of the user's own, which :func:`refusal` may still refuse.

    A host that is one of QFPay's own keeps what it means for money, however it was typed: in capitals,
    with a port, a path or a trailing dot; and the name then says what it is.
    """
    base_url = base_url.strip().rstrip("/")
    known = next((one for one in ALL if same_host(one.base_url, base_url)), None)
    kind = known.kind if known else EnvironmentKind.CUSTOM
    shown = _NAMED[kind].fill(name=name) if name else CUSTOM
    if known is None:
        return Environment(environment_id, kind, shown, base_url, CUSTOM_CAUTION, documented=False)
    return Environment(environment_id, kind, shown, base_url, known.caution, known.documented)


def is_custom(environment_id: str) -> bool:
    """Whether this is the id of a base URL of the user's own."""
    return environment_id.partition(":")[0] == CUSTOM_ID


def of_id(environment_id: str) -> Environment | None:
    """What the id alone tells: a built-in environment, or a base URL of the user's own as it was first entered."""
    base_url = environment_id.partition(":")[2].partition("#")[0]
    if is_custom(environment_id) and base_url:
        return custom(base_url, environment_id, base_url.partition("://")[2])
    return by_id(environment_id)


def name_of(environment_id: str) -> Text:
    """The name of the environment with this id, as far as the id tells; "Custom" where it does not."""
    known = of_id(environment_id)
    return known.name if known else CUSTOM


def same_host(base_url: str, other: str) -> bool:
    """Whether both base URLs lead to the same host; ports, paths and schemes do not count."""
    host = host_name(base_url)
    return host != "" and host == host_name(other)


def host_name(base_url: str) -> str:
    """The host of an address without its port, or "" where there is none to be read."""
    try:
        return (urlsplit(base_url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Whether this host name is this machine, so that plain http stays inside it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def refusal(base_url: str) -> Text | None:
    """Why nothing may be sent to this base URL, or None: https everywhere, plain http to loopback only."""
    if not _PLAIN.fullmatch(base_url):
        return text("Environments", "The base URL takes plain ASCII without spaces, like https://openapi-hk.qfapi.com.")
    if any(sign in base_url for sign in "@?#"):
        return text(
            "Environments", "The base URL takes no user name, query or fragment: leave only scheme, host, path."
        )
    parts = _parts(base_url)
    if parts is None:
        return text("Environments", "The base URL cannot be read: write it like https://openapi-hk.qfapi.com.")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return text("Environments", "The base URL needs a scheme and a host, like https://openapi-hk.qfapi.com.")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        host = parts.hostname[:80]
        return text("Environments", "Plain http goes to this machine only: use https:// for {host}.").fill(host=host)
    return None


def _parts(base_url: str) -> SplitResult | None:
    """The parts of a URL whose host and port can be read in one way only, or None."""
    try:
        parts = urlsplit(base_url)
        is_clear = parts.port != 0 and (not parts.netloc or _HOST_AND_PORT.fullmatch(parts.netloc))
    except ValueError:
        return None
    return parts if is_clear else None
