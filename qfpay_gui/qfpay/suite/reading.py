"""Reads a suite from TOML. What is wrong is told with the step and the key, before anything is sent."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.variants import VARIANTS
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.suite.suite import CUSTOMER, LONGEST_WAIT, Expectation, Step, Suite

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_STEPS = 500
_KEYS = frozenset({"name", "call", "set", "sign_type", "mistake", "outcome", "customer", "order", "wait", "expect"})


class SuiteError(Exception):
    """Why a text is no suite, in one sentence that names the place."""


def read_suite(written: str) -> Suite:
    """The suite in this TOML text; raises SuiteError."""
    try:
        read = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SuiteError(f"This is no TOML: {error}.") from None
    _only(read, {"name", "step"}, "The suite")
    steps = read.get("step")
    if not isinstance(steps, list) or not steps or not all(isinstance(one, dict) for one in steps):
        raise SuiteError("The suite has no steps: write each below a line [[step]].")
    if len(steps) > MOST_STEPS:
        raise SuiteError(f"The suite has {len(steps)} steps; {MOST_STEPS} is the most.")
    made = tuple(_step(place, one) for place, one in enumerate(steps, 1))
    names = [one.name for one in made]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SuiteError(f"Two steps are called “{twice}”: later steps could not tell their replies apart.")
    return Suite(_text(read, "name", "The suite") or "Suite", made)


def _step(place: int, row: dict[str, Any]) -> Step:
    where = f"Step {place}"
    _only(row, _KEYS, where)
    customer = _one_of(row, "customer", CUSTOMER, where)
    call = _one_of(row, "call", ENDPOINTS, where) or "payment"
    if customer and (row.keys() & {"call", "set", "mistake", "outcome", "sign_type", "expect"}):
        raise SuiteError(f"{where}: the customer takes an order and nothing else; make the request a step of its own.")
    if customer and not _text(row, "order", where):
        raise SuiteError(f"{where}: order must say whose sheet the customer has, such as ${{pay.out_trade_no}}.")
    return Step(
        name=_text(row, "name", where) or (customer and f"{place} customer") or f"{place} {call}",
        call=call,
        values=tuple((name, _value(value, f"{where}, {name}")) for name, value in _table(row, "set", where).items()),
        sign_type=_one_of(row, "sign_type", SIGN_TYPES, where),
        mistake=_one_of(row, "mistake", [one.id for one in VARIANTS], where),
        outcome=_text(row, "outcome", where),
        customer=customer,
        order=_text(row, "order", where),
        wait=_wait(row, where),
        expected=tuple(_expectation(name, one, where) for name, one in _table(row, "expect", where).items()),
    )


def _expectation(member: str, wanted: Any, where: str) -> Expectation:
    """``member = "text"``, or one of ``{ match = "…" }``, ``{ present = true }``, ``{ most = 2000 }``."""
    place = f"{where}, expect.{member}"
    match wanted:
        case {"match": str(pattern)} if len(wanted) == 1:
            try:
                re.compile(pattern)
            except re.error as error:
                raise SuiteError(f"{place}: {pattern} is no regular expression ({error}).") from None
            return Expectation(member, "match", pattern)
        case {"present": bool(present)} if len(wanted) == 1:
            return Expectation(member, "present", "yes" if present else "no")
        case {"most": int(most) | float(most)} if len(wanted) == 1:
            return Expectation(member, "most", f"{most:g}")
        case dict():
            raise SuiteError(f"{place}: write a text, or one of match, present and most.")
        case _:
            return Expectation(member, "equal", _value(wanted, place))


def _only(row: dict[str, Any], known: Iterable[str], where: str) -> None:
    unknown = row.keys() - set(known)
    if unknown:
        raise SuiteError(f"{where}: there is no {min(unknown)}; known are {', '.join(sorted(known))}.")


def _table(row: dict[str, Any], key: str, where: str) -> dict[str, Any]:
    found = row.get(key, {})
    if not isinstance(found, dict):
        raise SuiteError(f'{where}: {key} is a table, such as {key} = {{ txamt = "300" }}.')
    return found


def _text(row: dict[str, Any], key: str, where: str) -> str:
    found = row.get(key, "")
    if not isinstance(found, str):
        raise SuiteError(f"{where}: {key} is a text in quotes.")
    return found


def _value(value: Any, where: str) -> str:
    """A text as it stands, a whole number as its digits; nothing else has one way to be written."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise SuiteError(f"{where}: write the value as a text in quotes, as it is to be sent.")


def _one_of(row: dict[str, Any], key: str, known: Iterable[str], where: str) -> str:
    found = _text(row, key, where)
    if found and found not in known:
        raise SuiteError(f"{where}: there is no {key} “{found}”; known are {', '.join(known)}.")
    return found


def _wait(row: dict[str, Any], where: str) -> float:
    wait = row.get("wait", 0)
    if isinstance(wait, bool) or not isinstance(wait, int | float) or not 0 <= wait <= LONGEST_WAIT:
        raise SuiteError(f"{where}: wait is a number of seconds from 0 to {LONGEST_WAIT:g}.")
    return float(wait)
