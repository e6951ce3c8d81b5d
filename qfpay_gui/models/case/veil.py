"""A paste as it may be written down: without keys and personal data, every other character in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.qfpay.secrets.same_length import SameLengthMask, same_length_mask
from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing import ReadRequest

LONGEST = 60_000
_MARGIN = 10_000
"""Texts are cut after they are masked, or half a secret could stay at the cut."""
_LABELLED = re.compile(r"""(?:key|secret)["'\s]*(?:[:=]|=>)["'\s]*(?P<value>[0-9A-Za-z+/_-]{16,})""", re.IGNORECASE)
_HIDDEN = re.compile(f"{MARK}+")
_OF_A_PERSON = re.compile(r"\d{14,17}[\dXx]|[\u3400-\u9fff·]{2,8}")
"""A number as an ID has it, and Chinese letters as a name has them, in what is hidden for its label."""


def veiled(source: str, requests: Iterable[ReadRequest], keys: Iterable[str]) -> str:
    """At most 60,000 characters of the paste.

    Hidden are these keys and those in the requests that were read from it, what the requests say about a person, what
    follows the name of something personal up to the end of its line, and what a paste calls a key or a secret.
    """
    read = [other for one in requests for other in (one, *one.rivals)]
    whole = well_formed(source[: LONGEST + _MARGIN])
    found = {one.client_key for one in read} | {match["value"] for match in _LABELLED.finditer(whole)}
    pairs = [pair for one in read for pair in one.pairs]
    mask = same_length_mask(pairs, {*keys, *found})
    tails = {tail for one in read for tail in _behind(one, mask)}
    # Names of personal data hide the rest of a line, not the rest of the paste.
    by_line = replace(mask, keys=(), people=())
    named = {word for line in whole.split("\n") for word in _named(line, by_line)}
    everywhere = SameLengthMask((*mask.keys, *mask.people, *tails, *named), revealed=True)
    return "\n".join(map(by_line.over, everywhere.over(whole).split("\n")))[:LONGEST]


def _named(line: str, mask: SameLengthMask) -> list[str]:
    """What a line says about a person, to be hidden wherever it is repeated."""
    runs = (line[run.start() : run.end()] for run in _HIDDEN.finditer(mask.over(line)))
    return [word for run in runs for word in _OF_A_PERSON.findall(run)]


def _behind(request: ReadRequest, mask: SameLengthMask) -> list[str]:
    """What stands behind a merchant's signing string, or within it, and seems to be a key that is not known here."""
    given = well_formed(request.signing_string)
    right = "&".join(f"{name}={value}" for name, value in sorted(request.pairs))
    hidden = mask.over_signing_string(given, right, request.app_code)
    return [given[run.start() : run.end()] for run in _HIDDEN.finditer(hidden)]
