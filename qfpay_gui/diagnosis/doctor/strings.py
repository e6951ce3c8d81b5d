"""A merchant's signing string alone: what made it differ from the right one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.case import as_pairs
from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis, diagnose
from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qfpay_gui.qfpay.signing.recipe import Pairs

_MASK = re.compile(
    r"(?:[*•●xX·]{4,}|[<{\[(]+\s*(?:client[_ ]?)?key\s*[>}\])]+|\$\{?(?:client_?)?key\}?)$", re.IGNORECASE
)

_RIGHT = text("Doctor", "The signing string is the right one.")
_WITHOUT_KEY = text("Doctor", "The signing string is the right one, as far as it is shown: the key is left out.")
_AT = text(
    "Doctor", "The signing string differs from the right one from character {place} on: {found} in place of {right}."
)
_LONGER = text("Doctor", "The signing string goes on after the right one has ended: {found}.")
_SHORTER = text("Doctor", "The signing string ends where the right one goes on with {right}.")
_MISSING = text("Doctor", "Not in it: {names}.")
_EXTRA = text("Doctor", "Only in it: {names}.")
_VALUES = text("Doctor", "With another value: {names}.")
SHOWN = 12
"""Characters that are shown from where two strings part."""


@dataclass(frozen=True)
class StringDiagnosis:
    """How a signing string differs from the right one. The repr shows neither string.

    ``difference`` is the first character that differs, None where none does; ``diagnoses`` reproduce the string, the
    most plausible first, [] where no known deviations do; ``text`` says it either way.
    """

    difference: int | None
    diagnoses: tuple[Diagnosis, ...]
    text: tuple[Text, ...] = field(repr=False)
    given: str = field(repr=False)
    right: str = field(repr=False)

    @property
    def explanation(self) -> str:
        """The sentences in English."""
        return " ".join(map(str, self.text))


def explain_signing_string(  # noqa: PLR0913 - what is known of a case
    params: Mapping[str, str] | Iterable[tuple[str, str]],
    client_key: str,
    signing_string: str,
    *,
    app_code: str = "",
    other_keys: Mapping[str, str] | None = None,
    unsent: Mapping[str, str] | None = None,
) -> StringDiagnosis:
    """What made the string of these parameters; its key may be whole, masked or left out. Nothing is raised."""
    pairs = as_pairs(params)
    right = OFFICIAL.sign(pairs, client_key).string
    given, shown_right = _comparable(well_formed(signing_string), right, well_formed(client_key))
    if given == shown_right:
        sentence = _RIGHT if given == right else _WITHOUT_KEY
        return StringDiagnosis(None, (), (sentence,), given, shown_right)
    found = next(filter(None, _diagnoses(pairs, client_key, given, app_code, other_keys, unsent)), [])
    difference = first_difference(given, shown_right)
    words = found[0].text if found else _compared(pairs, given, shown_right, difference or 0, client_key)
    return StringDiagnosis(difference, tuple(found), words, given, shown_right)


def _comparable(given: str, right: str, key: str) -> tuple[str, str]:
    """Both with the key, or both without where the merchant left it out or masked it."""
    if key and key in given:
        return given, right
    unmasked = _MASK.sub("", given)
    if unmasked != given:
        return unmasked + key, right
    without = right.removesuffix(key)
    return (given, without) if given == without else (given, right)


def _diagnoses(  # noqa: PLR0913, PLR0917 - the parts of a case
    pairs: Pairs,
    client_key: str,
    given: str,
    app_code: str,
    other_keys: Mapping[str, str] | None,
    unsent: Mapping[str, str] | None,
) -> Iterator[list[Diagnosis]]:
    """A string is what a digest of it is: so the doctor is asked for the recipe that yields the right digest of it.

    First as it is, then with the key after it, for a string without one mostly was copied before the key was appended.
    """
    candidates = (given,) if client_key and client_key in given else (given + client_key, given)
    for signed in dict.fromkeys(candidates):
        digest = OFFICIAL.digest_of(signed, client_key)
        yield diagnose(pairs, client_key, digest, app_code=app_code, other_keys=other_keys, unsent=unsent, depth=2)


def _compared(pairs: Pairs, given: str, right: str, difference: int, key: str) -> tuple[Text, ...]:
    """Where the strings part, and which parameters are not the same, as far as they can be told apart."""
    found, expected = (_shown(one[difference : difference + SHOWN], key) for one in (given, right))
    if difference >= len(right):
        first = _LONGER.fill(found=found)
    elif difference >= len(given):
        first = _SHORTER.fill(right=expected)
    else:
        first = _AT.fill(place=difference + 1, found=found, right=expected)
    return (first, *_parameters(pairs, given.removesuffix(key) if key else given))


def _shown(excerpt: str, key: str) -> str:
    """Not where it may hold a part of the key."""
    pieces = (key[at : at + 4].lower() for at in range(max(len(key) - 3, 0)))
    return "…" if any(piece in excerpt.lower() for piece in pieces) else f"“{excerpt}”"


def _parameters(pairs: Pairs, given: str) -> Iterator[Text]:
    read = dict(piece.partition("=")[::2] for piece in given.split("&"))
    sent = dict(pairs)
    missing = [name for name in sent if name not in read]
    extra = [name for name in read if name not in sent and name.isidentifier()]
    other = [name for name, value in sent.items() if name in read and read[name] != value]
    for sentence, names in ((_MISSING, missing), (_EXTRA, extra), (_VALUES, other)):
        if names:
            yield sentence.fill(names=", ".join(names))
