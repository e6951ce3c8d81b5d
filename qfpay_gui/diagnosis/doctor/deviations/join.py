"""Separators and whole shapes other than ``name=value`` joined by ``&``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

WRITE_PAIRS = text("Doctor", "Write every parameter as name=value, join them with one “&”, and add nothing else.")

_JOINED = text("Doctor", "the parameters were joined with “{joiner}” in place of “&”")
_JOINERS = {
    ",": (2, "comma"),
    ";": (3, "semicolon"),
    "\n": (2, "line-feed"),
    "\r\n": (4, "line-break"),
    "|": (3, "bar"),
    " ": (3, "space"),
    ", ": (4, "comma"),
    "; ": (6, "semicolon"),
    " & ": (4, "spaced-ampersand"),
    "& ": (5, "spaced-ampersand"),
    "&&": (5, "ampersand-twice"),
    "&amp;": (2, "html-ampersand"),
    "%26": (4, "encoded-ampersand"),
    "+": (5, "plus"),
    "?": (6, "question-mark"),
    "#": (6, "hash"),
    "_": (6, "underscore"),
    "-": (6, "dash"),
    "\t": (6, "tab"),
    "^": (7, "caret"),
    "/": (6, "slash"),
    ":": (6, "colon"),
    "\\n": (5, "escaped-line-feed"),
    "\\u0026": (3, "escaped-ampersand"),
}
_EQUAL = text("Doctor", "names and values were joined with “{equals}” in place of “=”")
_EQUALS = {":": 3, ": ": 4, " = ": 3, "= ": 5, "=>": 4, " ": 5, "-": 6, "==": 5, "%3D": 5, ",": 6, "\\u003d": 4, "|": 6}

Row = tuple[str, int, dict[str, str], Text]
_ROWS: tuple[Row, ...] = (
    (
        "joined-by-nothing",
        2,
        {"joiner": ""},
        text("Doctor", "the parameters were joined without a separator: the “&” is missing"),
    ),
    (
        "equals-missing",
        3,
        {"equals": ""},
        text("Doctor", "the “=” between name and value is missing"),
    ),
    (
        "no-separators",
        2,
        {"equals": "", "joiner": ""},
        text("Doctor", "names and values were joined without any separators: neither “=” nor “&”"),
    ),
    (
        "values-only",
        2,
        {"naming": "omitted", "equals": "", "joiner": ""},
        text("Doctor", "only the values were joined, without the names"),
    ),
    (
        "values-only",
        3,
        {"naming": "omitted", "equals": ""},
        text("Doctor", "only the values were joined with “&”, without the names"),
    ),
    (
        "values-only",
        4,
        {"naming": "omitted", "equals": "", "joiner": ","},
        text("Doctor", "only the values were joined with commas, without the names"),
    ),
    (
        "values-only",
        4,
        {"naming": "omitted", "equals": "", "joiner": "|"},
        text("Doctor", "only the values were joined with bars, without the names"),
    ),
    (
        "values-only",
        5,
        {"naming": "omitted"},
        text("Doctor", "only “=” and the values were joined, without the names"),
    ),
    (
        "names-only",
        4,
        {"writing": "omitted", "equals": "", "joiner": "&"},
        text("Doctor", "only the names were joined, without the values"),
    ),
    (
        "leading-ampersand",
        3,
        {"lead": "&"},
        text("Doctor", "an “&” stands before the first parameter"),
    ),
    (
        "leading-question-mark",
        3,
        {"lead": "?"},
        text("Doctor", "a “?” stands before the first parameter"),
    ),
    (
        "path-in-front",
        3,
        {"lead": "/trade/v1/payment?"},
        text("Doctor", "the path of the URL and “?” stand before the first parameter"),
    ),
    (
        "path-in-front",
        3,
        {"lead": "/trade/v1/payment"},
        text("Doctor", "the path of the URL stands before the first parameter"),
    ),
    (
        "path-in-front",
        4,
        {"lead": "/trade/v1/payment&"},
        text("Doctor", "the path of the URL and “&” stand before the first parameter"),
    ),
    (
        "path-in-front",
        5,
        {"lead": "POST/trade/v1/payment?"},
        text("Doctor", "the method and the path of the URL stand before the first parameter"),
    ),
    (
        "trailing-ampersand",
        3,
        {"trail": "&"},
        text("Doctor", "an “&” was left after the last parameter"),
    ),
    (
        "in-braces",
        4,
        {"lead": "{", "trail": "}"},
        text("Doctor", "braces stand around the parameters"),
    ),
    (
        "in-quotes",
        5,
        {"lead": '"', "trail": '"'},
        text("Doctor", "double quotes stand around the parameters"),
    ),
    (
        "in-quotes",
        6,
        {"lead": "'", "trail": "'"},
        text("Doctor", "single quotes stand around the parameters"),
    ),
    (
        "leading-white-space",
        5,
        {"lead": " "},
        text("Doctor", "a space stands before the first parameter"),
    ),
    (
        "leading-white-space",
        6,
        {"lead": "\n"},
        text("Doctor", "a line feed stands before the first parameter"),
    ),
    (
        "trailing-comma",
        6,
        {"joiner": ",", "trail": ","},
        text("Doctor", "the parameters were joined with “,”, and one more stands after the last"),
    ),
    (
        "trailing-line-feed",
        5,
        {"joiner": "\n", "trail": "\n"},
        text("Doctor", "the parameters were joined with line feeds, and one more stands after the last"),
    ),
    (
        "json-members",
        3,
        {"equals": ":", "joiner": ",", "naming": "double quotes", "writing": "JSON"},
        text("Doctor", "names and values were joined as members of JSON, without the braces"),
    ),
    (
        "json-members",
        4,
        {"equals": ":", "naming": "double quotes", "writing": "JSON"},
        text("Doctor", "names and values were quoted and joined with “:”, as in JSON"),
    ),
    (
        "names-quoted",
        4,
        {"naming": "double quotes"},
        text("Doctor", "the names were written in double quotes"),
    ),
    (
        "names-lower-cased",
        3,
        {"naming": "lower case"},
        text("Doctor", "the names were written in lower case, though names are case-sensitive"),
    ),
    (
        "names-upper-cased",
        3,
        {"naming": "upper case"},
        text("Doctor", "the names were written in upper case, though names are case-sensitive"),
    ),
    (
        "names-url-encoded",
        4,
        {"naming": "percent-encoded"},
        text("Doctor", "the names were URL-encoded before signing"),
    ),
)
_SIGNED_AS = text("Doctor", "the parameters were signed as {form}, not as name=value pairs")
_JSON = {"lead": "{", "trail": "}", "joiner": ",", "equals": ":", "naming": "JSON", "writing": "JSON"}
_SPACED = {**_JSON, "joiner": ", ", "equals": ": "}
_ESCAPED = {"naming": "JSON, escaped", "writing": "JSON, escaped"}
_PHP = {**_JSON, "naming": "JSON, escaped", "writing": "JSON, escaped, slashes escaped"}
_BY_2 = {**_SPACED, "lead": "{\n  ", "joiner": ",\n  ", "trail": "\n}"}
_BY_4 = {**_SPACED, "lead": "{\n    ", "joiner": ",\n    ", "trail": "\n}"}
_PYTHON = {**_SPACED, "naming": "Python", "writing": "Python"}
_JAVA = {"lead": "{", "trail": "}", "joiner": ", "}
_FORMS: tuple[tuple[str, int, dict[str, str], Text], ...] = (
    ("json-signed", 2, _JSON, text("Doctor", "compact JSON text (the rule for notifications)")),
    ("json-signed", 2, _SPACED, text("Doctor", "JSON text with spaces, as Python's json.dumps writes it")),
    ("json-signed", 3, {**_JSON, **_ESCAPED}, text("Doctor", "compact JSON text with \\uXXXX escapes")),
    ("json-signed", 2, {**_SPACED, **_ESCAPED}, text("Doctor", "JSON text with spaces and \\uXXXX escapes")),
    ("json-signed", 3, _PHP, text("Doctor", "JSON text as PHP's json_encode writes it")),
    ("json-signed", 3, {"shape": "JSON, number"}, text("Doctor", "JSON text with the amount as a number")),
    ("json-signed", 3, {"shape": "JSON, number, spaced"}, text("Doctor", "spaced JSON with the amount as a number")),
    ("json-signed", 4, _BY_2, text("Doctor", "JSON text indented by two spaces")),
    ("json-signed", 4, _BY_4, text("Doctor", "JSON text indented by four spaces")),
    ("python-dict-signed", 4, _PYTHON, text("Doctor", "the print of a Python dictionary")),
    ("java-map-signed", 4, _JAVA, text("Doctor", "the print of a Java Map")),
    ("object-object-signed", 4, {"shape": "JavaScript object"}, text("Doctor", "the text “[object Object]”")),
)


def deviations(_case: Case) -> Iterable[Deviation]:
    """Every known way to join, and texts that are no pairs at all, sorted and unsorted."""
    return _all()


@cache
def _all() -> tuple[Deviation, ...]:
    return tuple(_every())


def _every() -> Iterator[Deviation]:
    for joiner, (cost, word) in _JOINERS.items():
        cause = _JOINED.fill(joiner=_visible(joiner))
        yield Deviation(f"joined-by-{word}", cost, cause, WRITE_PAIRS, {"joiner": joiner}, depth=3 if cost < 5 else 2)
    for equals, cost in _EQUALS.items():
        yield Deviation("other-equals", cost, _EQUAL.fill(equals=equals), WRITE_PAIRS, {"equals": equals}, depth=2)
    for identity, cost, recipe, cause in _ROWS:
        yield Deviation(identity, cost, cause, WRITE_PAIRS, recipe, depth=3 if cost < 4 else 2)
    for identity, cost, recipe, form in _FORMS:
        cause = _SIGNED_AS.fill(form=form)
        yield Deviation(identity, cost, cause, WRITE_PAIRS, {**recipe, "order": "as given"}, depth=2)
        yield Deviation(identity, cost, cause, WRITE_PAIRS, recipe, depth=2)


def _visible(joiner: str) -> str:
    return joiner.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
