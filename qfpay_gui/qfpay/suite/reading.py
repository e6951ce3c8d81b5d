"""Reads a suite from TOML. What is wrong is told with the step and the key, before anything is sent."""

from __future__ import annotations

import re
import tomllib
from functools import reduce
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.variants import MISTAKES
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.suite.suite import CUSTOMER, LONGEST_WAIT, PATIENCE, RECEIVER, Expectation, Step, Suite
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.text import Text

MOST_STEPS = 500
_REQUEST = frozenset({"call", "set", "sign_type", "mistake", "outcome"})
_KEYS = _REQUEST | {"name", "customer", "order", "wait", "receiver", "notification", "within", "expect"}

_TOO_MANY = text("Suites", "The suite has {count} steps; {most} is the most.")
_TWICE = text("Suites", "Two steps are called “{name}”: later steps could not tell their replies apart.")
_CUSTOMER = text("Suites", "{where}: the customer takes an order and nothing else; make the request a step of its own.")
_ORDER = text("Suites", "{where}: order must say whose sheet the customer has, such as {such}.")
_SUCH = "${pay.out_trade_no}"
_NOTIFICATION = text(
    "Suites", "{where}: a notification is waited for in a step of its own; make the request another one."
)
_WITHIN = text("Suites", "{where}: within goes with notification; for a pause before the step there is wait.")
_PATTERN = text("Suites", "{where}: {pattern} is no regular expression ({error}).")
_EXPECT = text("Suites", "{where}: write a text, or one of match, present and most.")
_UNKNOWN_KEY = text("Suites", "{where}: there is no {key}; known are {known}.")
_UNKNOWN = text("Suites", "{where}: there is no {key} “{found}”; known are {known}.")
_TABLE = text("Suites", "{where}: {key} is a table, such as {key} = {such}.")
_VALUE = text("Suites", "{where}: write the value as a text in quotes, as it is to be sent.")
_RECEIVER = text("Suites", "{where}: receiver is one or a list of {known}.")
_ALSO = text("Suites", "{before} {more}")
_MOST_TOLD = 5
"""Of so many steps it is told at once what is wrong."""
_SECONDS = text("Suites", "{where}: {key} is a number of seconds from 0 to {most}.")


class SuiteError(Exception):
    """Why a text is no suite; ``text`` says it in a sentence that names the place."""

    def __init__(self, said: Text, **values: object) -> None:
        self.text = said.fill(**values)
        super().__init__(str(self.text))


def read_suite(written: str) -> Suite:
    """The suite in this TOML text; raises SuiteError."""
    try:
        read = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SuiteError(text("Suites", "This is no TOML: {error}."), error=error) from None
    _only(read, {"name", "rows", "step"}, "The suite")
    steps = read.get("step")
    if not isinstance(steps, list) or not steps or not all(isinstance(one, dict) for one in steps):
        raise SuiteError(text("Suites", "The suite has no steps: write each below a line [[step]]."))
    if len(steps) > MOST_STEPS:
        raise SuiteError(_TOO_MANY, count=len(steps), most=MOST_STEPS)
    made = _steps(steps)
    names = [one.name for one in made]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SuiteError(_TWICE, name=twice)
    return Suite(_text(read, "name", "The suite") or "Suite", made, _text(read, "rows", "The suite"))


def _steps(written: list[dict[str, Any]]) -> tuple[Step, ...]:
    """The steps; SuiteError with what is wrong in each."""
    made: list[Step] = []
    wrong: list[Text] = []
    for place, one in enumerate(written, 1):
        try:
            made.append(_step(place, one))
        except SuiteError as error:
            wrong.append(error.text)
    if wrong:
        raise SuiteError(reduce(lambda before, more: _ALSO.fill(before=before, more=more), wrong[:_MOST_TOLD]))
    return tuple(made)


def _step(place: int, row: dict[str, Any]) -> Step:
    where = f"Step {place}"
    _only(row, _KEYS, where)
    customer = _one_of(row, "customer", CUSTOMER, where)
    notification = _text(row, "notification", where)
    call = _one_of(row, "call", ENDPOINTS, where) or "payment"
    _alone(row, where)
    kinds = (customer and f"customer {customer}", notification and "notification", call)
    return Step(
        name=_text(row, "name", where) or f"{place} {next(one for one in kinds if one)}",
        call=call,
        values=tuple((name, _value(value, f"{where}, {name}")) for name, value in _table(row, "set", where).items()),
        sign_type=_one_of(row, "sign_type", SIGN_TYPES, where),
        mistake=_one_of(row, "mistake", [one.id for one in MISTAKES], where),
        outcome=_text(row, "outcome", where),
        customer=customer,
        order=_text(row, "order", where),
        wait=_seconds(row, "wait", 0.0, where),
        receiver=_receiver(row, where),
        notification=notification,
        within=_seconds(row, "within", PATIENCE, where),
        expected=tuple(_expectation(name, one, where) for name, one in _table(row, "expect", where).items()),
    )


def _alone(row: dict[str, Any], where: str) -> None:
    """What the customer does and what is waited for are steps of their own."""
    if "customer" in row and row.keys() & (_REQUEST | {"expect", "notification"}):
        raise SuiteError(_CUSTOMER, where=where)
    if "customer" in row and not _text(row, "order", where):
        raise SuiteError(_ORDER, where=where, such=_SUCH)
    if "notification" in row and row.keys() & _REQUEST:
        raise SuiteError(_NOTIFICATION, where=where)
    if "notification" not in row and "within" in row:
        raise SuiteError(_WITHIN, where=where)


def _expectation(member: str, wanted: Any, where: str) -> Expectation:
    """``member = "text"``, or one of ``{ match = "…" }``, ``{ present = true }``, ``{ most = 2000 }``."""
    place = f"{where}, expect.{member}"
    match wanted:
        case {"match": str(pattern)} if len(wanted) == 1:
            try:
                re.compile(pattern)
            except re.error as error:
                raise SuiteError(_PATTERN, where=place, pattern=pattern, error=error) from None
            return Expectation(member, "match", pattern)
        case {"present": bool(present)} if len(wanted) == 1:
            return Expectation(member, "present", "yes" if present else "no")
        case {"most": int(most) | float(most)} if len(wanted) == 1:
            return Expectation(member, "most", f"{most:g}")
        case dict():
            raise SuiteError(_EXPECT, where=place)
        case _:
            return Expectation(member, "equal", _value(wanted, place))


def _only(row: dict[str, Any], known: Iterable[str], where: str) -> None:
    unknown = row.keys() - set(known)
    if unknown:
        raise SuiteError(_UNKNOWN_KEY, where=where, key=", ".join(sorted(unknown)), known=", ".join(sorted(known)))


def _table(row: dict[str, Any], key: str, where: str) -> dict[str, Any]:
    found = row.get(key, {})
    if not isinstance(found, dict):
        raise SuiteError(_TABLE, where=where, key=key, such='{ txamt = "300" }')
    return found


def _text(row: dict[str, Any], key: str, where: str) -> str:
    found = row.get(key, "")
    if not isinstance(found, str):
        raise SuiteError(text("Suites", "{where}: {key} is a text in quotes."), where=where, key=key)
    return found


def _value(value: Any, where: str) -> str:
    """A text as it stands, a whole number as its digits; nothing else has one way to be written."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise SuiteError(_VALUE, where=where)


def _one_of(row: dict[str, Any], key: str, known: Iterable[str], where: str) -> str:
    found = _text(row, key, where)
    if found and found not in known:
        raise SuiteError(_UNKNOWN, where=where, key=key, found=found, known=", ".join(known))
    return found


def _receiver(row: dict[str, Any], where: str) -> tuple[str, ...]:
    """One answer, or a list of them."""
    found = row.get("receiver", [])
    answers = [found] if isinstance(found, str) else found
    if not isinstance(answers, list) or not all(one in RECEIVER for one in answers):
        raise SuiteError(_RECEIVER, where=where, known=", ".join(RECEIVER))
    return tuple(answers)


def _seconds(row: dict[str, Any], key: str, usual: float, where: str) -> float:
    seconds = row.get(key, usual)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= LONGEST_WAIT:
        raise SuiteError(_SECONDS, where=where, key=key, most=f"{LONGEST_WAIT:g}")
    return float(seconds)
