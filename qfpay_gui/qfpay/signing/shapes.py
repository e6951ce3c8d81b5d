"""Texts that merchants sign in place of the parameters, and that no name and no value on its own decides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.signing.sort_orders import Pairs


def _numbers(separators: tuple[str, str]) -> Callable[[Pairs], str]:
    """JSON in which the amount is a number, as typed languages write it."""

    def dumped(pairs: Pairs) -> str:
        members = {name: int(value) if name == "txamt" and _is_integer(value) else value for name, value in pairs}
        return json.dumps(members, ensure_ascii=False, separators=separators)

    return dumped


def _is_integer(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 16


SHAPES: Mapping[str, Callable[[Pairs], str]] = {
    "JSON, number": _numbers((",", ":")),
    "JSON, number, spaced": _numbers((", ", ": ")),
    "JavaScript object": lambda _pairs: "[object Object]",
}
"""The text of pairs that are in the order to be signed."""
