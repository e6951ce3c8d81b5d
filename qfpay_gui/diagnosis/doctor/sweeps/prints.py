"""A program's own print in place of the text: of one value, and of all parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from qfpay_gui.diagnosis.doctor.deviations.values import TRUTH
from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE, Form
from qfpay_gui.diagnosis.doctor.sweeps.numbers import number_forms
from qfpay_gui.diagnosis.doctor.sweeps.sent_prints import rows_behind
from qfpay_gui.qfpay.currencies import currencies
from qfpay_gui.qfpay.signing.prints import ALPHABET, FRAMES, JOINERS, MAPS, PIECES, USUAL_JOINERS
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.qfpay.signing.recipe import Pairs

LONGEST = 4096
"""Characters of a value whose prints are looked at."""
_PRINTED = text(
    "Doctor", "{name} was signed as {value}: a program's print of the value ({maker}), not the value itself"
)
_NOTHING = text(
    "Doctor", "{name} was signed as the text “{value}”, a language's print of nothing, but sent as “{sent}”"
)
_EMPTY = text("Doctor", "{name} was signed empty, without its value, but sent as “{sent}”")
_MEMBERS = text("Doctor", "{name} was signed as a program's print of its members: {value} ({maker}), but sent as JSON")

TRUTHS = (
    "true",
    "True",
    "TRUE",
    "1",
    "yes",
    "Yes",
    "YES",
    "on",
    "y",
    "Y",
    "t",
    "T",
    "#t",
    "是",
    "-1",
    ".T.",
    ".true.",
    ":true",
    "bool(true)",
    "<true/>",
    "\x01",
    "\\x01",
    "b'\\x01'",
    "真",
    "对",
    "對",
)
UNTRUTHS = (
    "false",
    "False",
    "FALSE",
    "0",
    "no",
    "No",
    "NO",
    "off",
    "n",
    "N",
    "f",
    "F",
    "#f",
    "否",
    ".F.",
    ".false.",
    ":false",
    "bool(false)",
    "<false/>",
    "\x00",
    "\\x00",
    "b'\\x00'",
    "假",
    "",
)
NOTHINGS = (
    *(
        "",
        "null",
        "None",
        "nil",
        "<nil>",
        "undefined",
        "NULL",
        "NaN",
        "nan",
        "Null",
        "none",
        "Nil",
        "undef",
        "(null)",
        "<null>",
        "%!s(<nil>)",
    ),
    *(
        "%!v(<nil>)",
        "%!d(<nil>)",
        "Optional.empty",
        "Optional.empty()",
        "Nothing",
        "N/A",
        "#N/A",
        '""',
        "''",
        "[]",
        "{}",
        "()",
        "[null]",
    ),
    *(
        "[None]",
        "[nil]",
        "[undefined]",
        "false",
        "False",
        "0",
        "0.0",
        "-",
        "System.DBNull",
        "DBNull",
        "\\N",
        "[object Null]",
    ),
    *(
        "[object Undefined]",
        "[object Object]",
        "Array",
        "array()",
        "array (\n)",
        "Array\n(\n)\n",
        '"null"',
        "b''",
        " ",
        "nullptr",
        "<none>",
        "map[]",
        "&{}",
        "{ }",
        "[ ]",
        "<invalid Value>",
        "0.00",
        "-1",
    ),
)


_UNSET = frozenset({"0", "0.0", "0.00", "-1", "NaN"})
"""What a variable holds that nobody gave a number to."""


def of_values(case: Case) -> Iterator[Form]:
    """Each value as a language prints it, a truth value, a number or nothing as another writes it."""
    for index, (name, value) in enumerate(case.sent):
        if len(value) <= LONGEST:
            for form in _WITH_NAME:
                shown = {"maker": form.format(name, "…"), "sent": value}
                yield Form(index, form.format(name, value), "value-printed", 4, _PRINTED, shown)
            for identity, cost, written, cause, values in _of_one(value):
                if written != value:
                    yield Form(index, written, identity, cost, cause, {"sent": value, **values})

    yield from _with_currency(case)


def _with_currency(case: Case) -> Iterator[Form]:
    """Amount and currency printed together, and the currency by another name or another one."""
    code = dict(case.sent).get("txcurrcd")
    for index, (name, value) in enumerate(case.sent):
        if name == "txamt" and code:
            for form in _MONEY:
                shown = {"maker": form.format("…", code), "sent": value}
                yield Form(index, form.format(value, code), "value-printed", ALONE, _PRINTED, shown)
        if name == "txcurrcd":
            for one in currencies():
                for written in (one.code, one.symbol, f"{one.name}", f"{one.name}".title(), one.code.lower()):
                    if written != value:
                        yield Form(index, written, "currency-otherwise", ALONE, _OTHER_CURRENCY, {"sent": value})


_MONEY = (
    *("{} {}", "{1} {0}", "{{{} {}}}", "&{{{} {}}}", "({}, {})", "[{}, {}]", "({}, '{}')", "{}:{}", "{},{}"),
    *("{{Amount:{} Currency:{}}}", "&{{Amount:{} Currency:{}}}", "Money(amount={}, currency={})", "Money({}, {})"),
    *("Money[amount={}, currency={}]", "Money(amount={}, currency='{}')", "Money(amount='{}', currency='{}')"),
    *('{{"amount":{},"currency":"{}"}}', "{{'amount': {}, 'currency': '{}'}}", "Money{{amount={}, currency='{}'}}"),
)
_OTHER_CURRENCY = text("Doctor", "{name} was signed as {value}: another currency, or another name of it, than {sent}")
_WITH_NAME = ("[{}, {}]", "{}={}", "{{ {} = {} }}", "{{{}={}}}", "({}, {})", "{}: {}", "[{}={}]")
"""A pair printed where its value belongs."""
Row = tuple[str, int, str, Text, dict[str, str]]


def _of_one(value: str) -> Iterator[Row]:
    if value in {*TRUTHS, *UNTRUTHS[:-1]}:
        yield from (("truth-written-otherwise", 3, one, TRUTH, {}) for one in (*TRUTHS, *UNTRUTHS) if one)
    yield from number_forms(value)
    yield from rows_behind(value)
    cost = 4 if value in NOTHINGS else 5
    number = value.isascii() and value.isdigit()
    for one in NOTHINGS:
        yield "null-signed", 3 if number and one in _UNSET else cost, one, _NOTHING if one else _EMPTY, {}
    for made in ALPHABET:
        yield "value-printed", ALONE if made.is_rare else 4, made.write(value), _PRINTED, {"maker": made.maker}
    yield from _of_members(value)


def _of_members(value: str) -> Iterator[Row]:
    pairs = json_members(value)
    if not pairs:
        return
    for maker, write in MAPS.items():
        yield "json-printed", 4, write(pairs), _MEMBERS, {"maker": maker}
    for form, piece in PIECES.items():
        pieces = [piece(*pair) for pair in pairs]
        for joiner in JOINERS[:9]:
            joined = joiner.join(pieces)
            for before, after in FRAMES[:8] if joiner in USUAL_JOINERS else FRAMES[:1]:
                yield (
                    "json-printed",
                    5,
                    f"{before}{joined}{after}",
                    _MEMBERS,
                    {"maker": f"{before}{form}{joiner}…{after}"},
                )
    others = [
        urlencode(pairs),
        str([name for name, _value in pairs]),
        value.replace('"', ""),
        value.replace('"', '\\"'),
    ]
    others += ["=".join(pairs[0]), "=".join(pairs[-1]), f"{len(pairs)}"]
    yield from (("json-printed", 5, written, _MEMBERS, {"maker": "…"}) for written in others)


def json_members(value: str) -> Pairs:
    """The members of a JSON object of texts; () for anything else."""
    if not value.startswith("{") or len(value) > LONGEST:
        return ()
    try:
        content = json.loads(value)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(content, dict):
        return ()
    return tuple(
        (name, one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)) for name, one in content.items()
    )
