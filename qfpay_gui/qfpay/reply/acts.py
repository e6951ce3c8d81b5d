"""What of the next step can be done by a press: what its own words name, in the order in which to look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "field:"
"""What the id of an act begins with that leads to a parameter of the call."""
MOST = 4
_NAMED = (
    ("credentials", re.compile(r"\bclient_key\b|\bapp_code\b")),
    ("environment", re.compile(r"\benvironment\b|\bbase URL\b")),
    ("signature", re.compile(r"\bsigning string\b")),
    ("ca_file", re.compile(r"\bCA file\b")),
    ("refund", re.compile(r"\brefund (?:it|the rest|the payment) now\b|^Refund the order\b")),
    ("close", re.compile(r"^Close the order\b|\bor close the order\b")),
    ("checks", re.compile(r"\blook at the checks\b")),
    ("ask", re.compile(r"\b[Aa]sks? QFPay\b|\bshow QFPay support\b")),
)
"""Ids of acts, and the words of our own templates that name them."""
ACTS = frozenset(name for name, _words in _NAMED)
_NUMBER = re.compile(r"\bCheck (?:that )?(?:syssn, )?out_trade_no\b")
"""A payment's number is queried, not checked; that of a call about an order may be a wrong one."""


def acts(call: str, step: Text) -> tuple[str, ...]:
    """The ids of at most four acts: of ``ACTS``, or ``field:`` and the name of a parameter of this call."""
    words = " ".join(_templates(step))
    named = [name for name, pattern in _NAMED if any(pattern.search(one) for one in _templates(step))]
    fields = [f"{FIELD}{one.name}" for one in endpoint(call).parameters if _is_named(one.name, words)]
    asks = [name for name in named if name == "ask"]
    return tuple([*(name for name in named if name != "ask"), *fields, *asks][:MOST])


def _is_named(name: str, words: str) -> bool:
    if name == "out_trade_no":
        return _NUMBER.search(words) is not None
    return re.search(rf"\b{re.escape(name)}\b", words) is not None


def _templates(step: Text) -> Iterator[str]:
    """Our own words, not the values in them."""
    yield step.template
    for _name, value in step.values:
        if isinstance(value, Text):
            yield from _templates(value)
