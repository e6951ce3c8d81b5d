"""Reads a reply of the API and names the layer at which it stops making sense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.json_reading import JsonText, NotJson, excerpt, read_json
from qfpay_gui.qfpay.reply.fields import ReplyFields, json_findings, read_fields
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.qfpay.reply.exchange import HttpReply

ECHOED = ("out_trade_no", "txamt", "txcurrcd", "pay_type")
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_LOGIN = re.compile(r"""\stype=["']?password\b""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_HEAD = 4096


class Fault(Enum):
    """The first layer at which a reply is not as documented; NONE where it carries a respcd."""

    NONE = "none"
    RATE_LIMITED = "rate limited"
    REDIRECT = "redirect"
    CLIENT_ERROR = "client error"
    SERVER_ERROR = "server error"
    UNUSUAL_STATUS = "unusual status"
    EMPTY = "empty body"
    HTML = "HTML page"
    LOGIN_PAGE = "login page"
    CUT = "cut off here"
    COMPRESSED = "compressed"
    CHARSET = "character set"
    JSON_CUT = "JSON without end"
    NOT_OBJECT = "not an object"
    NOT_JSON = "not JSON"
    NOT_QFPAY = "not QFPay's"


TURNED_AWAY = frozenset({Fault.RATE_LIMITED, Fault.REDIRECT, Fault.CLIENT_ERROR})
"""Where the request most likely stopped before it had an effect."""


@dataclass(frozen=True)
class Reply:
    """What a reply says, as far as it can be read; with an HTTP fault the body is read all the same.

    ``fields`` are the members of the reply and of a nested ``data`` object, as text; ``rows`` are
    the records of a query's ``data`` list. ``pay_params`` is None where the reply has none that can
    be handed on. ``problem`` and ``excerpt`` are technical words about an unreadable body;
    ``location`` and ``retry_after`` are the headers of these names.
    """

    fault: Fault
    status: int
    reason: str = ""
    text: str = field(default="", repr=False)
    fields: Mapping[str, str] = field(default_factory=dict, repr=False)
    rows: tuple[Mapping[str, str], ...] = field(default=(), repr=False)
    pay_params: Mapping[str, str] | None = field(default=None, repr=False)
    problem: str = ""
    excerpt: str = ""
    location: str = ""
    retry_after: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def respcd(self) -> str:
        """The return code, or "" where the reply has none."""
        return self.fields.get("respcd", "")

    @property
    def resperr(self) -> str:
        """QFPay's text for the user, or ""."""
        return self.fields.get("resperr", "")

    @property
    def respmsg(self) -> str:
        """QFPay's additional text, or ""."""
        return self.fields.get("respmsg", "")

    @property
    def words(self) -> str:
        """Both texts, by which a return code can be narrowed down."""
        return f"{self.resperr} {self.respmsg}"


@dataclass(frozen=True)
class _Body:
    """What the body alone says; ``read`` is empty where it is no JSON object."""

    fault: Fault
    read: ReplyFields = field(default_factory=lambda: ReplyFields({}, (), None, ()))
    problem: str = ""
    excerpt: str = ""
    findings: tuple[Finding, ...] = ()


def read_reply(reply: HttpReply) -> Reply:
    """The reply as its layers say it. Never raises, whatever the bytes are."""
    written, findings = _decoded(reply)
    body = _read_body(written, header(reply.headers, "Content-Type"))
    if body.fault in {Fault.NOT_JSON, Fault.JSON_CUT}:
        body = replace(body, fault=_fault_below(reply) or body.fault)
    return Reply(
        fault=_status_fault(reply.status) or body.fault,
        status=reply.status,
        reason=reply.reason,
        text=written,
        fields=body.read.fields,
        rows=body.read.rows,
        pay_params=body.read.pay_params,
        problem=body.problem,
        excerpt=body.excerpt,
        location=header(reply.headers, "Location"),
        retry_after=header(reply.headers, "Retry-After"),
        findings=findings + body.findings + body.read.findings,
    )


def _fault_below(reply: HttpReply) -> Fault | None:
    """What keeps a body from being JSON before it can be read as text, or None."""
    if reply.truncated:
        return Fault.CUT
    if header(reply.headers, "Content-Encoding").lower() not in {"", "identity"}:
        return Fault.COMPRESSED
    try:
        reply.body.decode()
    except UnicodeDecodeError:
        return Fault.CHARSET
    return Fault.CHARSET if b"\0" in reply.body else None


def header(headers: Iterable[tuple[str, str]], name: str) -> str:
    """The first header of this name, whatever the case of its letters, or ""."""
    return next((value.strip() for key, value in headers if key.lower() == name.lower()), "")


def _status_fault(status: int) -> Fault | None:
    """QFPay answers with HTTP 200 whatever the respcd; 429 is its documented rate limit."""
    if status == 200:
        return None
    if status == 429:
        return Fault.RATE_LIMITED
    kinds = {3: Fault.REDIRECT, 4: Fault.CLIENT_ERROR, 5: Fault.SERVER_ERROR}
    return kinds.get(status // 100, Fault.UNUSUAL_STATUS)


def _decoded(reply: HttpReply) -> tuple[str, tuple[Finding, ...]]:
    """The body as text; what UTF-8 cannot read becomes U+FFFD."""
    findings: list[Finding] = []
    if reply.truncated:
        findings.append(_TRUNCATED)
    try:
        written = reply.body.decode()
    except UnicodeDecodeError as problem:
        written = reply.body.decode(errors="replace")
        findings.append(_not_utf8(problem.start + 1))
    if written.startswith("\ufeff"):
        written = written[1:]
        findings.append(_BOM)
    return written, tuple(findings)


def _read_body(written: str, content_type: str) -> _Body:
    if not written.strip():
        return _Body(Fault.EMPTY)
    if _HTML.match(written[:_HEAD]):
        return _Body(Fault.LOGIN_PAGE if _LOGIN.search(written) else Fault.HTML, excerpt=_title(written))
    match read_json(written):
        case NotJson() as failure:
            unended = written.lstrip().startswith("{") and not written.rstrip().endswith("}")
            fault = Fault.HTML if "html" in content_type.lower() else Fault.JSON_CUT if unended else Fault.NOT_JSON
            return _Body(fault, problem=failure.place, excerpt=failure.excerpt)
        case JsonText(value=dict() as members) as parsed:
            read = read_fields(members)
            fault = Fault.NONE if read.fields.get("respcd") else Fault.NOT_QFPAY
            return _Body(fault, read, excerpt=excerpt(written), findings=json_findings(parsed))
        case JsonText() as parsed:
            return _Body(Fault.NOT_OBJECT, excerpt=excerpt(written), findings=json_findings(parsed))


def _title(page: str) -> str:
    """The title of an HTML page, or how the page begins."""
    title = _TITLE.search(page[:_HEAD])
    return excerpt(title[1].strip() if title and title[1].strip() else page)


def compare_echo(reply: Reply, parameters: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """What the reply repeats of the request, but differently. A field that is not echoed is no finding."""
    sent: dict[str, list[str]] = {}
    for name, value in parameters:
        sent.setdefault(name, []).append(value)
    return tuple(
        _differs(name, sent[name][-1], reply.fields[name])
        for name in ECHOED
        if name in sent and reply.fields.get(name) and reply.fields[name] not in sent[name]
    )


def _differs(name: str, sent: str, received: str) -> Finding:
    headline = text("Reply", "{name} came back as {received}; sent was {sent}")
    detail = text(
        "Reply",
        "A reply repeats the request’s own values. Make sure this reply belongs to this request, "
        "and query out_trade_no before the payer pays.",
    )
    headline = headline.fill(name=name, received=excerpt(received, margin=128), sent=excerpt(sent, margin=128))
    return Finding("echo-differs", Severity.WRONG, name, headline, detail)


def _not_utf8(place: int) -> Finding:
    headline = text("Reply", "The reply is not UTF-8, from byte {place} on").fill(place=place)
    detail = text("Reply", "What cannot be read is shown as �. QFPay answers in UTF-8: a proxy may have changed it.")
    return Finding("body-not-utf8", Severity.ATTENTION, "", headline, detail)


_TRUNCATED = Finding(
    "body-truncated",
    Severity.ATTENTION,
    "",
    text("Reply", "The reply was too long and is cut off"),
    text("Reply", "Only its beginning was read. Query out_trade_no to learn the outcome."),
)
_BOM = Finding(
    "body-bom",
    Severity.NOTE,
    "",
    text("Reply", "The reply begins with a byte order mark"),
    text("Reply", "It was left out here; a strict JSON reader in the merchant’s code refuses it."),
)
