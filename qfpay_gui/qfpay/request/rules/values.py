"""Rules that hold for every value: missing, too long, hidden characters, words that stand for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.hidden import full_width, half_width, hidden_names
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, shortened, wrong
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_NOTHING_WORDS = {"null", "none", "undefined", "nan", "[object object]"}
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_FORM_RULED = {"txamt", "txcurrcd", "txdtm", "txzone", "expired_time", "start_time", "end_time", "page", "page_size"}
"""Parameters whose own rule says more about a value that is too long."""
_FREE_TEXT = {"goods_name", "goods_info", "extend_info"}
_SPACE_NAMES = {"SPACE", "LF", "CR", "TAB"}


def check(subject: Subject) -> Iterator[Finding]:
    """Findings of the rules for any parameter."""
    yield from _missing(subject)
    for name, value in subject.sent:
        if value == "":
            yield _empty(name)
            continue
        yield from _length(subject, name, value)
        yield from _unseen(name, value)
        yield from _full_width(name, value)
        yield from _words(name, value)
        yield from _percent_encoded(name, value)


def _missing(subject: Subject) -> Iterator[Finding]:
    sent = {name for name, _value in subject.sent}
    pay_type = subject.value("pay_type") or ""
    for parameter in subject.endpoint.parameters:
        if not parameter.is_mandatory(pay_type) or parameter.name in sent:
            continue
        if parameter.name in subject.kept:
            yield wrong(
                "left-out",
                parameter.name,
                text("Rules", "Left out, though it is mandatory"),
                text(
                    "Rules", "{name} has a value but is neither signed nor sent. Switch “leave out” off to send it."
                ).fill(name=parameter.name),
            )
        else:
            yield wrong(
                "missing",
                parameter.name,
                text("Rules", "Mandatory, but empty"),
                text("Rules", "{name} must be sent ({type}). Fill it in; without it the answer is an error.").fill(
                    name=parameter.name, type=parameter.type
                ),
            )


def _empty(name: str) -> Finding:
    return attention(
        "sent-empty",
        name,
        text("Rules", "Sent and signed although empty"),
        text(
            "Rules",
            "Editions of the documentation disagree about empty values: newer ones leave them out of the signature, "
            "samples sign them. Not sending {name} at all is the one way on which all agree.",
        ).fill(name=shortened(name)),
    )


def _length(subject: Subject, name: str, value: str) -> Iterator[Finding]:
    parameter = subject.endpoint.find(name)
    if parameter is None or name in _FORM_RULED:
        return
    length = max(map(len, value.split(","))) if parameter.many else len(value)
    if 0 < parameter.max_length < length:
        yield wrong(
            "too-long",
            name,
            text("Rules", "{length} characters, {limit} allowed").fill(
                length=f"{length:,}", limit=parameter.max_length
            ),
            text(
                "Rules", "{name} is documented as {type}. Shorten it; what a server does with more is not documented."
            ).fill(name=name, type=parameter.type),
        )


def _unseen(name: str, value: str) -> Iterator[Finding]:
    is_whole = well_formed(value) == value
    if not is_whole:
        yield wrong(
            "lone-surrogate",
            name,
            text("Rules", "Half a character"),
            text(
                "Rules",
                "{name} holds half of a surrogate pair, which UTF-8 cannot carry: U+FFFD is signed and sent instead. "
                "A string was probably cut in the middle of an emoji.",
            ).fill(name=shortened(name)),
        )
    found = hidden_names(value if is_whole else value.encode(errors="ignore").decode())
    if found:
        names = ", ".join(found[:4]) + ("…" if len(found) > 4 else "")
        only_spaces = _SPACE_NAMES.issuperset(found)
        headline = text("Rules", "Space or line break: {names}") if only_spaces else text("Rules", "Hidden: {names}")
        yield attention(
            "hidden-characters",
            name,
            headline.fill(names=names),
            text(
                "Rules",
                "{name} holds characters nobody sees ({names}). They are signed and sent like any other. "
                "Delete them, unless you are reproducing just that.",
            ).fill(name=shortened(name), names=names),
        )


def _full_width(name: str, value: str) -> Iterator[Finding]:
    wide = full_width(value) if name not in _FREE_TEXT else ""
    if wide:
        yield attention(
            "full-width",
            name,
            text("Rules", "Full-width characters: {wide}").fill(wide=wide[:12]),
            text("Rules", "{wide} was probably typed with a Chinese input method. Type {plain} instead.").fill(
                wide=wide[:12], plain=half_width(wide[:12])
            ),
        )


def _words(name: str, value: str) -> Iterator[Finding]:
    if value.strip().lower() in _NOTHING_WORDS:
        yield attention(
            "nothing-word",
            name,
            text("Rules", "The text “{value}” is sent").fill(value=value.strip()),
            text(
                "Rules",
                "A program wrote “{value}” for a value it did not have, and it was signed as text. "
                "Leave {name} out instead.",
            ).fill(name=shortened(name), value=value.strip()),
        )


def _percent_encoded(name: str, value: str) -> Iterator[Finding]:
    escape = _PERCENT.search(value) if name != "notify_url" else None
    if escape:
        yield note(
            "percent-encoded",
            name,
            text("Rules", "Looks URL-encoded already: {part}").fill(part=escape.group()),
            text(
                "Rules",
                "Raw values are signed; encoding happens once, on the way. If {name} was encoded before it was signed, "
                "decode it here.",
            ).fill(name=shortened(name)),
        )
