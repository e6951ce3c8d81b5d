"""A sentence as plain JSON values, template and values apart, so that it can be said in any language later."""

from __future__ import annotations

from string import Formatter
from typing import Any

from qfpay_gui.qfpay.text import Text, text

_UNREADABLE = text("History", "(not readable any more)")


def to_json(sentence: Text | None) -> Any:
    """The sentence as a plain JSON value."""
    if sentence is None:
        return None
    values = [[name, to_json(value) if isinstance(value, Text) else value] for name, value in sentence.values]
    return [sentence.context, sentence.template, values]


def from_json(written: Any) -> Text:
    """The sentence that was written; another sentence where it cannot be said any more."""
    try:
        sentence = _read(written)
        str(sentence)
    except (AttributeError, IndexError, KeyError, ValueError, RecursionError):
        return _UNREADABLE
    return sentence


def from_optional(written: Any) -> Text | None:
    """As ``from_json``, with None for none."""
    return None if written is None else from_json(written)


def _read(written: Any) -> Text:
    match written:
        case [str(context), str(template), list(values)] if _is_plain(template):
            return Text(context, template, tuple(_value(pair) for pair in values))
        case _:
            return _UNREADABLE


def _is_plain(template: str) -> bool:
    """Whether values are only put in: a width, written in a file, could ask for gigabytes."""
    return all(not spec and not conversion for _literal, _name, spec, conversion in Formatter().parse(template))


def _value(pair: Any) -> tuple[str, str | Text]:
    match pair:
        case [str(name), str(value)]:
            return name, value
        case [str(name), value]:
            return name, _read(value)
        case _:
            return "", ""
