"""Texts that merchants sign in place of ``name=value`` pairs: JSON, and what languages print for a dictionary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.orders import Pairs


def _dumped(separators: tuple[str, str], *, escaped: bool = False) -> Callable[[Pairs], str]:
    return lambda pairs: json.dumps(dict(pairs), ensure_ascii=escaped, separators=separators)


def _indented(width: int) -> Callable[[Pairs], str]:
    return lambda pairs: json.dumps(dict(pairs), ensure_ascii=False, indent=width)


def _numbers(pairs: Pairs) -> str:
    """Compact JSON in which the amount is a number, as typed languages write it."""
    members = {name: int(value) if name == "txamt" and _is_integer(value) else value for name, value in pairs}
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def _is_integer(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 16


SHAPES: Mapping[str, Callable[[Pairs], str]] = {
    "JSON": _dumped((",", ":")),
    "JSON, spaced": _dumped((", ", ": ")),
    "JSON, escaped": _dumped((",", ":"), escaped=True),
    "JSON, spaced, escaped": _dumped((", ", ": "), escaped=True),
    "JSON, escaped, slashes escaped": lambda pairs: _dumped((",", ":"), escaped=True)(pairs).replace("/", r"\/"),
    "JSON, number": _numbers,
    "JSON, indented by 2": _indented(2),
    "JSON, indented by 4": _indented(4),
    "Python dict": lambda pairs: str(dict(pairs)),
    "Java Map": lambda pairs: "{" + ", ".join(f"{name}={value}" for name, value in pairs) + "}",
    "JavaScript object": lambda _pairs: "[object Object]",
}
"""The text of pairs that are in the order to be signed."""
