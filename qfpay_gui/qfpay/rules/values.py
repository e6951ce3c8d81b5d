"""Rules that hold for every value: missing, too long, hidden characters, words that stand for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.hidden import full_width, half_width, hidden
from qfpay_gui.qfpay.recipe import well_formed
from qfpay_gui.qfpay.rules.subject import OWN, SAMPLES, UTF8_FORM, Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_NOTHING_WORDS = {"null", "none", "undefined", "nan", "[object object]"}
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
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
        yield from _hidden(name, value)
        yield from _words(name, value)


def _missing(subject: Subject) -> Iterator[Finding]:
    sent = {name for name, _value in subject.sent}
    for parameter in subject.endpoint.parameters:
        if not parameter.mandatory or parameter.name in sent:
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
        ).fill(name=name),
        SAMPLES,
    )


def _length(subject: Subject, name: str, value: str) -> Iterator[Finding]:
    parameter = subject.endpoint.find(name)
    if parameter is not None and 0 < parameter.max_length < len(value):
        yield wrong(
            "too-long",
            name,
            text("Rules", "{length} characters, {limit} allowed").fill(
                length=f"{len(value):,}", limit=parameter.max_length
            ),
            text(
                "Rules", "{name} is documented as {type}. Shorten it; what a server does with more is not documented."
            ).fill(name=name, type=parameter.type),
        )


def _hidden(name: str, value: str) -> Iterator[Finding]:
    if well_formed(value) != value:
        yield wrong(
            "lone-surrogate",
            name,
            text("Rules", "Half a character"),
            text(
                "Rules",
                "{name} holds half of a surrogate pair, which UTF-8 cannot carry: U+FFFD is signed and sent instead. "
                "A string was probably cut in the middle of an emoji.",
            ).fill(name=name),
            UTF8_FORM,
        )
    found = hidden(value)
    if found:
        names = ", ".join(dict.fromkeys(one.name for one in found))
        only_spaces = all(one.name in _SPACE_NAMES for one in found)
        headline = text("Rules", "Space or line break: {names}") if only_spaces else text("Rules", "Hidden: {names}")
        yield attention(
            "hidden-characters",
            name,
            headline.fill(names=names),
            text(
                "Rules",
                "{name} holds characters nobody sees ({names}). They are signed and sent like any other. "
                "Delete them, unless you are reproducing just that.",
            ).fill(name=name, names=names),
            OWN,
        )
    wide = full_width(value) if name not in _FREE_TEXT else ""
    if wide:
        yield attention(
            "full-width",
            name,
            text("Rules", "Full-width characters: {wide}").fill(wide=wide[:12]),
            text("Rules", "{wide} was typed with a Chinese input method. Type {plain} instead.").fill(
                wide=wide[:12], plain=half_width(wide[:12])
            ),
            OWN,
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
            ).fill(name=name, value=value.strip()),
            SAMPLES,
        )
    if _PERCENT.search(value):
        yield note(
            "percent-encoded",
            name,
            text("Rules", "Looks URL-encoded already: {part}").fill(part=_PERCENT.search(value).group()),  # type: ignore[union-attr]  # found above
            text(
                "Rules",
                "Raw values are signed; encoding happens once, on the way. If {name} was encoded before it was signed, "
                "decode it here.",
            ).fill(name=name),
        )
