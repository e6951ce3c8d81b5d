"""Base URLs of the user's own, each under a name: what it is known by, and what is wrong with what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import CUSTOM_ID, Environment, EnvironmentKind
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ADDRESSES = 100
LONGEST_NAME = 64
LONGEST_URL = 300
_CALL = re.compile(r"(/trade/v1)+(/\w+)?\Z", re.ASCII)

_BAD_NAME = text("Addresses", "The name takes 1 to {most} characters on one line, and no invisible ones.")
_NAME_TAKEN = text("Addresses", "Another address has the name “{name}”: choose a different one.")
_URL_TAKEN = text("Addresses", "This base URL is kept already, as “{name}”: use that one, or change the path here.")
_TOO_LONG = text("Addresses", "The base URL takes at most {most} characters: leave the rest out.")
_FULL = text("Addresses", "{most} addresses are kept, the most there can be: remove one first.")
_HAS_CALL = text("Addresses", "Leave out {path}: every call adds it, so it would be sent twice.")


@dataclass(frozen=True)
class Address:
    """A base URL under a name; ``id`` is what profiles, orders and the history know it by, and never changes."""

    id: str
    name: str
    base_url: str

    @property
    def environment(self) -> Environment:
        """Where requests to it go, and what that means for money."""
        return environments.custom(self.base_url, self.id, self.name)


def new_address(name: str, typed: str, others: Iterable[Address]) -> Address:
    """An address with an id that none of the others has; without a name it is called by its host and path."""
    environment = environments.custom(typed)
    taken = {other.id for other in others}
    first = f"{CUSTOM_ID}:{environment.base_url}"
    ids = (first if number == 1 else f"{first}#{number}" for number in count(1))
    free = next(one for one in ids if one not in taken)
    return Address(free, clean_name(name) or free_name(environment.address, others), environment.base_url)


def clean_name(name: str) -> str:
    """The name without outer blanks."""
    return name.strip()


def free_name(name: str, others: Iterable[Address]) -> str:
    """This name, shortened and numbered where another address has it."""
    numbered = (name[:LONGEST_NAME] if number == 1 else f"{name[: LONGEST_NAME - 4]} {number}" for number in count(1))
    taken = {other.name.casefold() for other in others}
    return next(one for one in numbered if one.casefold() not in taken)


def name_problem(name: str, others: Iterable[Address]) -> Text | None:
    """Why an address cannot have this name beside the others, or None."""
    name = clean_name(name)
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        return _BAD_NAME.fill(most=LONGEST_NAME)
    taken = next((other.name for other in others if other.name.casefold() == name.casefold()), None)
    return None if taken is None else _NAME_TAKEN.fill(name=taken)


def url_problem(typed: str, others: Iterable[Address]) -> Text | None:
    """Why an address cannot have this base URL beside the others, or None."""
    others = tuple(others)
    base_url = environments.custom(typed).base_url
    if len(base_url) > LONGEST_URL:
        return _TOO_LONG.fill(most=LONGEST_URL)
    if (refusal := environments.refusal(base_url)) is not None:
        return refusal
    taken = next((other.name for other in others if other.base_url == base_url), None)
    if taken is not None:
        return _URL_TAKEN.fill(name=taken)
    return _FULL.fill(most=MOST_ADDRESSES) if len(others) >= MOST_ADDRESSES else None


def without_call(typed: str) -> str:
    """The base URL without the path of a call at its end, such as ``/trade/v1``; unchanged where there is none."""
    base_url = environments.custom(typed).base_url
    found = _CALL.search(base_url)
    return base_url[: found.start()] if found else typed


def url_remark(typed: str) -> Text | None:
    """What is to be known of a base URL that can be used: a call's path at its end, or what a host of QFPay's means."""
    environment = environments.custom(typed)
    if (shorter := without_call(typed)) != typed:
        return _HAS_CALL.fill(path=environment.base_url.removeprefix(shorter))
    return None if environment.kind is EnvironmentKind.CUSTOM else environment.caution
