"""What was read out of a paste: one request, and what there is to say about the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from qfpay_gui.qfpay.environments import ALL, SIMULATOR, is_loopback, same_host
from qfpay_gui.qfpay.findings import Severity

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.lenses.view import View
    from qfpay_gui.qfpay.text import Text

Pairs: TypeAlias = tuple[tuple[str, str], ...]

MOST_REQUESTS = 300
"""Of more requests in one paste, only so many are read."""

ARCHIVES = frozenset(
    {
        "har",
        "postman",
        "insomnia",
        "bruno",
        "hoppscotch",
        "thunder-client",
        "apifox",
        "apipost",
        "charles",
        "openapi",
        "http-file",
        "jmeter",
        "soapui",
        "mitmproxy",
        "httpie",
    }
)
"""Forms of files that a client or browser exported."""

WIRE_FORMS = frozenset({"curl", "curl-cmd", "powershell", "http"}) | ARCHIVES
"""Forms that show a whole request: an absent header was really absent."""

_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")


@dataclass(frozen=True)
class Note:
    """What a person should know about the reading: ``code`` is stable, ``field`` a wire name or ""."""

    code: str
    message: Text
    field: str = ""
    severity: Severity = Severity.NOTE


class Headers(Mapping[str, str]):
    """Header lines by name, whatever the case; the first of several equal names counts."""

    def __init__(self, pairs: Pairs) -> None:
        self._by_name: dict[str, tuple[str, str]] = {}
        for name, value in pairs:
            self._by_name.setdefault(name.lower(), (name, value))

    def __getitem__(self, name: str) -> str:
        return self._by_name[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _value in self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)


@dataclass(frozen=True)
class ReadRequest:
    """One request as far as the paste shows it. The repr shows no value, so no key either.

    ``form`` names the format that was recognised, "" where none was. ``pairs`` are the parameters in the order they
    came, doubled ones included, as a server reads them; ``body`` the bytes that travel, None where the paste does
    not show them. ``signing_string`` may end in the key; ``client_key`` is "" where the paste does not hold it.
    ``kind`` says what was pasted where it was no request; ``rivals`` are other plausible readings of the same request.
    ``is_exact``: the format tells where each value begins and ends, so that none is in doubt. ``is_whole``: nothing
    else was pasted. ``view`` is the paste as it was read, through the lenses that undid what carried it.
    """

    form: str = ""
    pairs: Pairs = field(default=(), repr=False)
    header_pairs: Pairs = field(default=(), repr=False)
    url: str = field(default="", repr=False)
    method: str = ""
    body: bytes | None = field(default=None, repr=False)
    signature: str = field(default="", repr=False)
    stated_sign_type: str = field(default="", repr=False)
    app_code: str = field(default="", repr=False)
    client_key: str = field(default="", repr=False)
    signing_string: str = field(default="", repr=False)
    notes: tuple[Note, ...] = field(default=(), repr=False)
    kind: str = "request"
    rivals: tuple[ReadRequest, ...] = field(default=(), repr=False)
    is_exact: bool = False
    is_whole: bool = False
    view: View | None = field(default=None, repr=False, compare=False)

    @property
    def params(self) -> Mapping[str, str]:
        """Each parameter once, in the order they came; of doubled ones the first value."""
        first: dict[str, str] = {}
        for name, value in self.pairs:
            first.setdefault(name, value)
        return first

    @property
    def headers(self) -> Mapping[str, str]:
        """The header lines, looked up without regard to case."""
        return Headers(self.header_pairs)

    @property
    def sign_type(self) -> str:
        """The sign type as stated; unstated, what the API takes it for: MD5.

        A print without headers is no statement: there a signature of 64 digits counts as SHA256.
        """
        if self.stated_sign_type:
            return _spelled(self.stated_sign_type)
        if self.form not in WIRE_FORMS and not self.header_pairs and _SHA256.fullmatch(self.signature):
            return "SHA256"
        return "MD5"

    @property
    def environment_id(self) -> str:
        """The id of the built-in environment this went to, by its host; "" for any other."""
        known = next((one for one in ALL if one.base_url and same_host(one.base_url, _absolute(self.url))), None)
        if known:
            return known.id
        return SIMULATOR.id if is_loopback(_host(self.url)) else ""

    @property
    def is_wire(self) -> bool:
        """Whether the paste shows the request itself, not a print of what went into it."""
        return self.form in WIRE_FORMS

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a request was found."""
        return not (self.pairs or self.header_pairs or self.url or self.signature or self.signing_string)


def _spelled(sign_type: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9]", "", sign_type).upper()
    return plain if plain in {"MD5", "SHA256"} else sign_type


def _absolute(url: str) -> str:
    return url if "://" in url else f"https://{url}"


def _host(url: str) -> str:
    try:
        return urlsplit(_absolute(url)).hostname or ""
    except ValueError:
        return ""
