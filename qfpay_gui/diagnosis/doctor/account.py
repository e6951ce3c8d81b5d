"""The account of a search: what was tried, how likely an accident was, and what no search of this kind can see."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.times import read_time
from qfpay_gui.diagnosis.doctor.sweeps import hands, orders
from qfpay_gui.diagnosis.doctor.sweeps.rewritten_keys import LONGEST as LONGEST_KEY
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case


@dataclass(frozen=True)
class Account:
    """``tried`` counts candidates, each compared with all ``forms`` that the signature may be written in.

    ``chance`` is how likely one of them has the signature by accident. ``families`` are what was tried, ``untried``
    what was not. Where ``forms`` is 0, nothing was tried: the signature is no form of a digest that is known.
    """

    tried: int
    forms: int
    chance: float
    families: tuple[Text, ...]
    untried: tuple[Text, ...]

    @property
    def odds(self) -> int:
        """The power of ten of candidates of which one hits by accident, rounded down: 33 for one in 10³³."""
        return math.floor(-math.log10(self.chance)) if self.chance > 0 else 0


def account_of(case: Case, tried: int, forms: int, chance: float, meanings: int) -> Account:
    """The account of a search to its end; ``meanings`` is how many readings of the body took part."""
    if not forms:
        return Account(tried, 0, 0.0, (), (_NO_DIGEST,))
    return Account(tried, forms, chance, tuple(_families(case, forms, meanings)), tuple(_untried(case, meanings)))


def _families(case: Case, forms: int, meanings: int) -> Iterator[Text]:
    yield from (_PARAMETERS, _EVERY_ORDER if len(case.sent) <= orders.MOST else _ORDERS, _JOINS, _WRITINGS, _PRINTS)
    if any(re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", value) for _name, value in case.sent):
        yield _NUMBERS
    if any(read_time(value) for _name, value in case.sent):
        yield _TIMES
    if any(not value.isascii() for _name, value in case.sent):
        yield _CHARSETS
    yield _SLIPS
    yield _KEYS
    if case.other_keys:
        yield _OTHER_KEYS.fill(count=len(case.other_keys))
    yield _DIGESTS
    if forms > 1:
        yield _FORMS.fill(count=forms)
    if meanings > 1:
        yield _BODIES.fill(count=meanings)


def _untried(case: Case, meanings: int) -> Iterator[Text]:
    yield _UNKNOWN_KEY
    yield _NEW_VALUE
    yield _RARE_SETS
    if len(case.sent) > orders.MOST:
        yield _RANDOM_ORDER.fill(count=len(case.sent))
    if len(case.client_key) > LONGEST_KEY:
        yield _LONG_KEY.fill(most=LONGEST_KEY)
    long = [name for name, value in case.sent if len(value) > hands.LONGEST]
    if long:
        yield _LONG_VALUES.fill(names=", ".join(long), most=hands.LONGEST)
    if not case.app_code:
        yield _NO_CODE
    if meanings == 1:
        yield _ONE_BODY


_PARAMETERS = text("Account", "parameters missing, added, renamed or empty")
_ORDERS = text("Account", "orders: as sent, by value, by length, by the rules of languages, of hash maps")
_EVERY_ORDER = text("Account", "every order there is")
_JOINS = text("Account", "separators and places of the key")
_WRITINGS = text("Account", "values encoded, escaped, cut or cleaned")
_PRINTS = text("Account", "prints of values, of nothing and of all parameters by ten languages")
_NUMBERS = text("Account", "numbers and amounts in other forms and units")
_TIMES = text("Account", "times in other forms and zones, or read again up to a day apart")
_CHARSETS = text("Account", "character sets, misread text, simplified and traditional Chinese")
_SLIPS = text("Account", "one character of a value lost, doubled, swapped, put in or another")
_KEYS = text("Account", "the key damaged, cut, masked, printed or with one wrong character")
_OTHER_KEYS = text("Account", "other keys that are known here: {count}")
_DIGESTS = text("Account", "other digests, HMAC, digests of digests, checksums")
_FORMS = text("Account", "{count} readings of the signature")
_BODIES = text("Account", "{count} readings of the body")

_NO_DIGEST = text("Account", "anything: the signature is no form of a digest that is known. Perhaps it was cut.")
_UNKNOWN_KEY = text("Account", "a key that nobody here knows")
_NEW_VALUE = text("Account", "a value that was made anew after signing (an order number, a random text)")
_RARE_SETS = text("Account", "sets of three rare mistakes, and of more than three")
_RANDOM_ORDER = text("Account", "random orders of all {count} parameters")
_LONG_KEY = text("Account", "one wrong character in a key of more than {most}")
_LONG_VALUES = text("Account", "one wrong character in values of more than {most}: {names}")
_NO_CODE = text("Account", "the app code, which is not known here")
_ONE_BODY = text("Account", "bytes of the body other than those that the parameters make")
