"""JSON in a value (``extend_info``) written a second time: other spacing, escapes or order of the members."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

LONGEST = 4096
"""Characters; longer JSON is not written again."""

_MEND = text("Doctor", "Write the JSON of {name} once into a variable; sign that text and send that very text.")
_AGAIN = text("Doctor", "{name} was written as JSON a second time for signing, with other {differences}")
_PRINTED = text("Doctor", "{name} was signed as {form}, but sent as JSON")
_SPACING = text("Doctor", "spacing")
_ESCAPES = text("Doctor", "escapes (\\uXXXX against the characters themselves)")
_SLASHES = text("Doctor", "escapes (“\\/” for “/”)")
_ORDER = text("Doctor", "order of members")
_AND = text("Doctor", "{first} and {second}")

_SEPARATORS = ((",", ":"), (", ", ": "), (",", ": "), (", ", ":"))
_NOT_ASCII = re.compile(r"\\u([0-9a-f]{4})")


class _Style(NamedTuple):
    """How a text of JSON is written."""

    separators: tuple[str, str] | int
    escapes: str
    slashes: bool
    order: str


def deviations(case: Case) -> Iterator[Deviation]:
    """For each value that is a JSON object or list: its other writings, and what languages print for it."""
    for index, (name, value) in enumerate(case.sent):
        content = _content(value)
        if content is not None:
            yield from _rewritten(index, name, value, content)
            yield from _printed(index, name, value, content)
            yield from _nested(index, name, content)


_NESTED = text(
    "Doctor", "the members of {name} were signed as parameters of their own (nested form, {form}), but sent as JSON"
)


def _nested(index: int, name: str, content: Any) -> Iterator[Deviation]:
    """What form encoders make of an object inside: a parameter for each member."""
    if not isinstance(content, dict) or not 0 < len(content) <= MOST_MEMBERS:
        return
    for form in ("{0}[{1}]", "{0}.{1}", "{1}", "{0}_{1}", "{0}%5B{1}%5D", "{0}[{1}][]", "{0}[]", "{0}"):
        pairs = tuple(
            (well_formed(form.format(name, member)), well_formed(_plain(one))) for member, one in content.items()
        )
        cause = _NESTED.fill(name=name, form=pairs[0][0])
        edit = Edit({index: None}, pairs)
        yield Deviation("json-nested", 3, cause, _MEND.fill(name=name), edit=edit, depth=2)
        if form == "{0}%5B{1}%5D":
            recipe = {"writing": "percent-encoded"}
            yield Deviation("json-nested", 3, cause, _MEND.fill(name=name), recipe, edit, depth=1)


MOST_MEMBERS = 12
"""Members of an object, up to which each is looked at as a parameter."""


def _content(value: str) -> Any:
    if not value.lstrip().startswith(("{", "[")) or len(value) > LONGEST:
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _rewritten(index: int, name: str, value: str, content: Any) -> Iterator[Deviation]:
    sent = next((style for style in _styles() if _dump(content, style) == value), None)
    mend = _MEND.fill(name=name)
    seen = {value}
    for style in sorted(_styles(), key=lambda style: _distance(style, sent or _closest(value))):
        written = _dump(content, style)
        if written in seen:
            continue
        seen.add(written)
        words, identity = _differences(style, sent or _closest(value))
        cause = _AGAIN.fill(name=name, differences=words)
        count = len(identity.split("-and-"))
        edit = Edit({index: (name, written)})
        yield Deviation(f"json-{identity}", 1 + count, cause, mend, edit=edit, depth=3 if count == 1 else 2)


def _styles() -> Iterator[_Style]:
    for order in ("as is", "by name", "reversed"):
        for slashes in (False, True):
            for escapes in ("none", "lower", "upper"):
                yield from (_Style(separators, escapes, slashes, order) for separators in (*_SEPARATORS, 2, 4))


def _dump(content: Any, style: _Style) -> str:
    ordered = _in_order(content, style.order) if style.order != "as is" else content
    if isinstance(style.separators, int):
        written = json.dumps(ordered, ensure_ascii=style.escapes != "none", indent=style.separators)
    else:
        written = json.dumps(ordered, ensure_ascii=style.escapes != "none", separators=style.separators)
    if style.escapes == "upper":
        written = _NOT_ASCII.sub(lambda found: f"\\u{found.group(1).upper()}", written)
    return well_formed(written.replace("/", "\\/") if style.slashes else written)


def _in_order(content: Any, order: str) -> Any:
    match content:
        case dict():
            names = sorted(content) if order == "by name" else [*content][::-1]
            return {name: _in_order(content[name], order) for name in names}
        case list():
            return [_in_order(one, order) for one in content]
        case _:
            return content


def _closest(value: str) -> _Style:
    """The style of a text that no JSON writer writes, as far as it can be seen."""
    return _Style((",", ":"), "lower" if "\\u" in value else "none", "\\/" in value, "as is")


def _distance(style: _Style, sent: _Style) -> int:
    return sum(one != other for one, other in zip(style, sent, strict=True))


def _differences(style: _Style, sent: _Style) -> tuple[Text, str]:
    found: list[tuple[str, Text]] = []
    if style.separators != sent.separators:
        found.append(("spacing", _SPACING))
    if style.escapes != sent.escapes:
        found.append(("escapes", _ESCAPES))
    if style.slashes != sent.slashes:
        found.append(("slashes", _SLASHES))
    if style.order != sent.order:
        found.append(("order", _ORDER))
    if not found:
        found.append(("spacing", _SPACING))
    words = found[0][1]
    for _identity, word in found[1:]:
        words = _AND.fill(first=words, second=word)
    return words, "-and-".join(identity for identity, _word in found)


def _printed(index: int, name: str, value: str, content: Any) -> Iterator[Deviation]:
    mend = _MEND.fill(name=name)
    for identity, written, form in _prints(value, content):
        if written != value:
            cause = _PRINTED.fill(name=name, form=form)
            edit = Edit({index: (name, well_formed(written))})
            yield Deviation(identity, 3, cause, mend, edit=edit, depth=2)


def _prints(value: str, content: Any) -> Iterator[tuple[str, str, Text]]:
    yield "json-as-python", str(content), text("Doctor", "the print of a Python dictionary")
    yield "json-as-object-object", "[object Object]", text("Doctor", "the text “[object Object]”")
    yield "json-as-php-array", "Array", text("Doctor", "the text “Array” that PHP prints for an array")
    quoted = text("Doctor", "a JSON string in quotes, escaped twice")
    yield "json-quoted-twice", json.dumps(value, ensure_ascii=False), quoted
    yield "json-quoted-twice", json.dumps(value), quoted
    if isinstance(content, dict):
        members = ", ".join(f"{name}={_plain(member)}" for name, member in content.items())
        yield "json-as-java-map", f"{{{members}}}", text("Doctor", "the print of a Java Map")
        members = " ".join(f"{name}:{_plain(member)}" for name, member in sorted(content.items()))
        yield "json-as-go-map", f"map[{members}]", text("Doctor", "the print of a Go map")
    single = value.replace('"', "'")
    yield "json-in-single-quotes", single, text("Doctor", "text with single quotes in place of double ones")


def _plain(member: Any) -> str:
    return member if isinstance(member, str) else json.dumps(member, ensure_ascii=False)
