"""Where requests go: QFPay's environments, the simulator, and what each one means for money."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from qfpay_gui.qfpay.text import Text, text


class Kind(Enum):
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
    """

    id: str
    kind: Kind
    name: Text
    base_url: str
    caution: Text
    documented: bool = True

    @property
    def host(self) -> str:
        """Host and port as a person reads them, or ""."""
        return urlsplit(self.base_url).netloc


SIMULATED = text("Environments", "Simulated on this machine: no account, no network, no money.")
REAL_MONEY = text("Environments", "Real money, real settlement. Every request is confirmed first.")
LIVE = text("Environments", "Real payments, real money moves, nothing is settled: refund at once.")
CARDS_ONLY = text(
    "Environments",
    "Simulates card payments only. WeChat Mini Program payments (800213) have no documented sandbox: "
    "use the simulator, or a small real payment on live testing.",
)
LESS_DOCUMENTED = text("Environments", "Less documented: this host is seen in samples and older lists only.")
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


def _regional() -> tuple[Environment, ...]:
    """Production and live testing of the regions outside Hong Kong; Japan has no known test host."""
    found = []
    for code, region in _REGIONS.items():
        if code != "jp":
            host = f"https://test-openapi-{code}.qfapi.com"
            name = _LIVE.fill(region=region)
            found.append(Environment(f"live-{code}", Kind.LIVE_TESTING, name, host, LIVE, documented=False))
        host = f"https://openapi-{code}.qfapi.com"
        name = _PRODUCTION.fill(region=region)
        found.append(Environment(f"production-{code}", Kind.PRODUCTION, name, host, REAL_MONEY, documented=False))
    return tuple(found)


SIMULATOR = Environment("simulator", Kind.SIMULATOR, text("Environments", "Simulator"), "", SIMULATED)
SANDBOX = Environment(
    "sandbox",
    Kind.SANDBOX,
    text("Environments", "Sandbox (cards only)"),
    "https://openapi-int.qfapi.com",
    CARDS_ONLY,
)
LIVE_TESTING = Environment(
    "live-hk", Kind.LIVE_TESTING, _LIVE.fill(region=_HK), "https://test-openapi-hk.qfapi.com", LIVE
)
PRODUCTION = Environment(
    "production-hk", Kind.PRODUCTION, _PRODUCTION.fill(region=_HK), "https://openapi-hk.qfapi.com", REAL_MONEY
)
_CHINA = text("Environments", "Mainland China")
CHINA = (
    Environment(
        "live-cn",
        Kind.LIVE_TESTING,
        _LIVE.fill(region=_CHINA),
        "https://openapi-test.qfpay.com",
        LIVE,
        documented=False,
    ),
    Environment(
        "production-cn",
        Kind.PRODUCTION,
        _PRODUCTION.fill(region=_CHINA),
        "https://openapi.qfpay.com",
        REAL_MONEY,
        documented=False,
    ),
)
ALL = (SIMULATOR, SANDBOX, LIVE_TESTING, PRODUCTION, *_regional(), *CHINA)


def by_id(environment_id: str) -> Environment | None:
    """The built-in environment with this id."""
    return next((environment for environment in ALL if environment.id == environment_id), None)


def custom(base_url: str) -> Environment:
    """An environment at a base URL of the user's own.

    A host that is one of QFPay's production hosts stays production, whoever typed it.
    """
    base_url = base_url.strip().rstrip("/")
    known = next((one for one in ALL if one.base_url and one.host == urlsplit(base_url).netloc.lower()), None)
    kind, caution = (known.kind, known.caution) if known else (Kind.CUSTOM, CUSTOM_CAUTION)
    return Environment("custom", kind, text("Environments", "Custom"), base_url, caution, documented=False)


def is_loopback(host: str) -> bool:
    """Whether this host name is this machine, so that plain http stays inside it."""
    return host in {"localhost", "::1"} or (host.startswith("127.") and host.replace(".", "").isdigit())


def refusal(base_url: str) -> Text | None:
    """Why nothing may be sent to this base URL, or None: https everywhere, plain http to loopback only."""
    try:
        parts = urlsplit(base_url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return text("Environments", "The base URL cannot be read: write it like https://openapi-hk.qfapi.com.")
    if parts.scheme not in {"http", "https"} or not host:
        return text("Environments", "The base URL needs a scheme and a host, like https://openapi-hk.qfapi.com.")
    if parts.username is not None or parts.query or parts.fragment:
        return text(
            "Environments", "The base URL takes no user name, query or fragment: leave only scheme, host, path."
        )
    if parts.scheme == "http" and not is_loopback(host):
        return text("Environments", "Plain http goes to this machine only: use https:// for {host}.").fill(host=host)
    return None
