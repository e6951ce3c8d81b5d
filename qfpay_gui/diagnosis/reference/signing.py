"""Pages of the rules of signing: the doctor's way out of each mistake is the rule, its causes are the mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.catalogue import SOURCES
from qfpay_gui.diagnosis.notification import DUTIES, check_notification, official_signature
from qfpay_gui.diagnosis.reference.examples import CREDENTIALS, NOW, clean
from qfpay_gui.diagnosis.reference.mistakes import remark
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.signature import verify
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.signing import signature
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.deviation import Deviation

_FREQUENT = 2
"""The prior up to which a deviation is told here: seen every week or every month."""
_MOST = 10
_NOTIFIED = b'{"status": "1", "notify_type": "payment", "out_trade_no": "QA20260301093000abc123"}'
_REPLIED = b'{"respcd": "0000", "out_trade_no": "QA20260301093000abc123"}'


@dataclass(frozen=True)
class _Rule:
    """A rule under a title; ``deviations`` are ids of mistakes whose way out says it, ``said`` what is said besides.

    ``remarks`` are parameters, by name and value, that the rules of a request remark.
    """

    name: str
    title: Text
    deviations: tuple[str, ...] = ()
    said: tuple[Text, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


def pages() -> Iterator[Page]:
    """The whole recipe with an example, then a page for each of its rules, then what QFPay signs itself."""
    yield _whole()
    yield from map(_rule, RULES)
    yield _page("reply", _REPLY, _of_reply())
    yield _page("notification", _NOTIFICATION, _of_notification())


def _whole() -> Page:
    sent = _sent()
    string = "&".join(f"{name}={value}" for name, value in sorted(sent))
    steps = tuple(Line(_words_of(rule), term=rule.title, page=f"signing.{rule.name}") for rule in RULES)
    example = (
        Line(term=_KEY, wire=CREDENTIALS.client_key),
        Line(term=_STRING, wire=string + CREDENTIALS.client_key),
        Line(term="MD5", wire=signature(dict(sent), CREDENTIALS.client_key)),
        Line(term="SHA256", wire=signature(dict(sent), CREDENTIALS.client_key, "SHA256")),
    )
    sections = (Section(_STEPS, (Line(_SUMMARY), *steps)), Section(_EXAMPLE, example))
    return Page("signing.steps", Kind.SIGNING, _WHOLE, _SUMMARY, sections)


def _rule(rule: _Rule) -> Page:
    mends = dict.fromkeys(_known(one).mend for one in rule.deviations)
    said = [Line(words) for words in (*rule.said, *mends)]
    found = [Line(one.cause, severity=Severity.WRONG) for one in _mistakes(rule)]
    found += [line for name, value in rule.remarks for line in _remarks(name, value)]
    sections = [Section(_RULE, tuple(said))]
    if found:
        sections.append(Section(_MISTAKES, tuple(found)))
    return Page(f"signing.{rule.name}", Kind.SIGNING, rule.title, _words_of(rule), tuple(sections), ("signing.steps",))


def _page(name: str, title: Text, said: Iterator[Text]) -> Page:
    lines = tuple(map(Line, said))
    return Page(f"signing.{name}", Kind.SIGNING, title, lines[0].words, (Section(_RULE, lines),), ("signing.steps",))


def _words_of(rule: _Rule) -> Text:
    """The rule in one sentence."""
    return rule.said[0] if rule.said else _known(rule.deviations[0]).mend


def _mistakes(rule: _Rule) -> list[Deviation]:
    """The frequent mistakes with the same way out, one of each id, the most frequent first."""
    mends = {_known(one).mend.template for one in rule.deviations}
    found: dict[str, Deviation] = {}
    for one in _catalogue():
        if one.mend.template in mends and one.cost <= _FREQUENT:
            found.setdefault(one.id, one)
    return sorted(found.values(), key=lambda one: one.cost)[:_MOST]


def _remarks(name: str, value: str) -> Iterator[Line]:
    """What the rules say about a further parameter, or one that is sent empty."""
    draft = clean("payment")
    known = name in {entry.name for entry in draft.entries}
    entry = Entry(name, value, send_empty=True)
    draft = draft.edit(name, value=value, send_empty=True) if known else draft.with_further((entry,))
    request = prepare(draft, CREDENTIALS, LIVE_TESTING, now=NOW)
    yield from (remark(finding, f"{name}={value}") for finding in request.findings_at(name))


@cache
def _catalogue() -> tuple[Deviation, ...]:
    """What the doctor knows of the example, with an empty value and the parameters in the order of the form."""
    case = Case((*_sent(), ("udid", ""), ("sign", "")), CREDENTIALS.client_key, app_code=CREDENTIALS.app_code)
    return tuple(one for source in SOURCES for one in source(case))


def _known(identity: str) -> Deviation:
    return next(one for one in _catalogue() if one.id == identity)


def _sent() -> tuple[tuple[str, str], ...]:
    draft = clean("payment").fill({"goods_name": "奶茶"})
    return tuple((entry.name, entry.value) for entry in draft.entries if entry.is_sent)


def _of_reply() -> Iterator[Text]:
    """What is said of a reply that is signed in each of the ways, and of one that is not."""
    key = CREDENTIALS.client_key
    fields = {"respcd": "0000", "out_trade_no": "QA20260301093000abc123"}
    for signed in (official_signature(_REPLIED, key), signature(fields, key), ""):
        yield verify(_REPLIED, (("X-QF-SIGN", signed),) if signed else (), key).detail


def _of_notification() -> Iterator[Text]:
    key = CREDENTIALS.client_key
    explanation = check_notification(_NOTIFIED, official_signature(_NOTIFIED, key), key).explanation
    yield from (one for one in (explanation, *DUTIES) if one is not None)


RULES = (
    _Rule("parameters", text("Reference", "What is signed"), ("sent-not-signed",)),
    _Rule("headers", text("Reference", "What is not signed"), ("app-code-signed",), remarks=(("app_code", "ABC"),)),
    _Rule("empty", text("Reference", "Empty values"), ("empty-signed-not-sent",), remarks=(("udid", ""),)),
    _Rule("sort", text("Reference", "The order"), ("unsorted",)),
    _Rule(
        "values",
        text("Reference", "Values as they are"),
        ("values-url-encoded", "amount-with-decimals", "renamed"),
        remarks=(("goods_info", "%E5%A5%B6"), ("goods_info", "undefined")),
    ),
    _Rule("join", text("Reference", "Names and values joined"), ("joined-by-comma",)),
    _Rule(
        "key",
        text("Reference", "The key behind it"),
        ("key-joined-by-ampersand", "key-cut"),
        remarks=(("key", "…"),),
    ),
    _Rule("charset", text("Reference", "Character set"), ("charset-gbk", "low-byte-md5")),
    _Rule("digest", text("Reference", "MD5 or SHA256"), ("digest-sha1", "sha256-without-header")),
    _Rule(
        "case",
        text("Reference", "Capitals or small letters"),
        said=(
            text(
                "Reference",
                "The digest is written in hexadecimal digits. QFPay's Python, Java and PHP samples write capitals, its "
                "Node.js and Postman samples small letters; no page says which are wanted.",
            ),
        ),
    ),
    _Rule(
        "sign-header",
        text("Reference", "Where the signature travels"),
        ("signature-in-body",),
        remarks=(("sign", "…"), ("sign_type", "MD5")),
    ),
)
"""The recipe, step by step."""
_WHOLE = text("Reference", "How a request is signed")
_SUMMARY = text(
    "Reference",
    "Sort what is sent, join it as name=value with &, put the client_key behind it, hash that, and send the digest in "
    "X-QF-SIGN.",
)
_STEPS = text("Reference", "Step by step")
_RULE = text("Reference", "Rule")
_MISTAKES = text("Reference", "Common mistakes")
_EXAMPLE = text("Reference", "Example")
_KEY = text("Reference", "client_key, made up")
_STRING = text("Reference", "Signing string")
_REPLY = text("Reference", "Signature of a reply")
_NOTIFICATION = text("Reference", "Signature of a notification")
