"""Puts values in place of the variables of an export."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import is_key, role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.diagnosis.importing.exports.rows import Row

_CURLY = re.compile(r"\{\{\s{0,9}(?:_\.)?([^{}\n]{1,80}?)\s{0,9}\}\}|\{%\s{0,9}([^%\n]{1,80}?)\s{0,9}%\}")
_SYNTAX = {
    "hoppscotch": re.compile(r"<<([^<>\s]{1,80})>>"),
    "jmeter": re.compile(r"\$\{([^{}\n]{1,80})\}"),
    "soapui": re.compile(r"\$\{(?:#\w{1,20}#)?([^{}\n]{1,80})\}"),
}
_DEEPEST = 5
_LONGEST = 10_000


def syntax(form: str) -> re.Pattern[str]:
    """How a client writes a variable; ``{{name}}`` for those that have no way of their own."""
    return _SYNTAX.get(form, _CURLY)


def values(*scopes: Iterable[Row]) -> dict[str, str]:
    """Each variable's value, of a later scope before an earlier one. Two values in one scope are none: who knows which.

    What is empty is not known either: clients leave secrets out of their exports.
    """
    found: dict[str, str] = {}
    for scope in scopes:
        said: dict[str, set[str]] = {}
        for row in scope:
            if row.is_on and row.value:
                said.setdefault(row.name, set()).add(row.value)
        found.update({name: next(iter(said[name])) if len(said[name]) == 1 else "" for name in said})
    return {name: value for name, value in found.items() if value}


def filled(value: str, form: str, known: Mapping[str, str]) -> str:
    """The text with each known variable's value in its place; others stay as they are written."""
    pattern = syntax(form)
    for _time in range(_DEEPEST):
        if not pattern.search(value) or len(value) > _LONGEST:
            break
        value = pattern.sub(lambda found: known.get(found[1] or "", found.group()), value)
    return value


def unknown(value: str, form: str) -> tuple[str, ...]:
    """The variables that are left in a text, by name."""
    return tuple(next(filter(None, found.groups())) for found in syntax(form).finditer(value))


def key_in(known: Mapping[str, str]) -> str:
    """The client key, where a variable's name says that it is one."""
    return next((value for name, value in known.items() if role(name) == "client_key" and is_key(value)), "")
