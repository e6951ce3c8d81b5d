"""A program's own print in place of the text: of one value, and of all parameters."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.diagnosis.doctor.deviations.join import WRITE_PAIRS
from qfpay_gui.diagnosis.doctor.deviations.times import read_time
from qfpay_gui.diagnosis.doctor.deviations.values import TRUTH
from qfpay_gui.diagnosis.doctor.sweeps.date_forms import seconds_of
from qfpay_gui.diagnosis.doctor.sweeps.form import Form
from qfpay_gui.diagnosis.doctor.sweeps.numbers import number_forms
from qfpay_gui.diagnosis.doctor.sweeps.sent_prints import rows_behind
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.signing.prints import ALPHABET, FRAMES, JOINERS, MAPS, PIECES
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.probe import Probe
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
_ALL = text(
    "Doctor", "the parameters were signed as a program's print of them ({form}), not as name=value pairs joined by “&”"
)
_NUMBERED = text("Doctor", "the sorting lost the names (keys): the values were signed with numbers, as {form}")
_TURNED = text("Doctor", "names and values were swapped: signed as {form}")
_KEY_IN = text("Doctor", "the key was printed among the parameters as {name} ({form}), not appended")

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
    yield from (("value-printed", 4, made.write(value), _PRINTED, {"maker": made.maker}) for made in ALPHABET)
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
            for before, after in FRAMES[:8] if joiner in _USUAL else FRAMES[:1]:
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


def of_all(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Everything at once as a language prints it, sorted and as given, the key appended or among them."""
    by_name = tuple(sorted(case.sent, key=lambda pair: pair[0]))
    for pairs in dict.fromkeys((by_name, case.sent)):
        yield from _whole(case, probe, pairs, {}, _ALL)
        yield from _pieces(case, probe, pairs)
        for name in ("key", "client_key", "KEY", "appkey", "secret"):
            with_key = (*pairs, (name, case.client_key))
            sorted_in = tuple(sorted(with_key, key=lambda pair: pair[0]))
            for among in dict.fromkeys((with_key, sorted_in)):
                yield from _whole(case, probe, among, {"key_place": "nowhere"}, _KEY_IN.fill(name=name))
    yield from _numbered(case, probe)
    yield from _fronted(case, probe, by_name)
    yield from _around_the_text(case, probe, "&".join(f"{name}={value}" for name, value in by_name))


def _fronted(case: Case, probe: Probe, pairs: Pairs) -> Iterator[Deviation]:
    """Method, address, app code or a clock in front of the right text, or behind it."""
    joined = "&".join(f"{name}={value}" for name, value in pairs)
    code = case.app_code
    codes = tuple(form.format(code) for form in _CODES) if code else ()
    moments = [moment for moment in (read_time(value) for _name, value in pairs) if moment]
    addresses = [f"{one.base_url}{path}" for one in environments.ALL if one.base_url for path in PATHS[:2]]
    methods = [f"{method}{gap}{path}" for method in _METHODS for gap in ("", "&", " ", "\n") for path in ("", *PATHS)]
    clocks = [f"{seconds_of(moment + apart)}{part}" for moment in moments for apart in _ZONES for part in ("", "000")]
    for front in dict.fromkeys(
        (*methods, *addresses, *codes, *_OTHER_FRONTS, *clocks, *(value for _name, value in pairs))
    ):
        for gap in ("", "&", "?", "\n", " ", "|", ","):
            words = _APP_CODE if front in codes else None
            if front + gap and probe.text(f"{front}{gap}{joined}"):
                yield _told(case, f"{front}{gap}{joined}", {}, words or _FRONT.fill(front=f"{front}{gap}"))
            if front + gap and probe.text(f"{joined}{gap}{front}"):
                yield _told(case, f"{joined}{gap}{front}", {}, words or _BEHIND.fill(front=f"{gap}{front}"))
            if front and probe.text(f"{joined}{case.client_key}{gap}{front}", with_key=False):
                recipe = {"key_place": "nowhere"}
                after = words or _AFTER.fill(front=f"{gap}{front}")
                yield _told(case, f"{joined}{case.client_key}{gap}{front}", recipe, after)


_ZONES = (timedelta(hours=-8), timedelta(0))
_METHODS = ("", "POST", "post", "Post", "GET")
_CODES = ("{}", "app_code={}", "appcode={}", "X-QF-APPCODE={}", "X-QF-APPCODE: {}", "appid={}")
_OTHER_FRONTS = ("sign=", "data=", "body=", "MD5", "md5", "string=", "params=", "null", "undefined", "None", "nil")
_FRONT = text("Doctor", "“{front}” (a method, a path, an address URL or other text) stands in front of the parameters")
_BEHIND = text("Doctor", "“{front}” stands between the last parameter and the key")
_AFTER = text("Doctor", "“{front}” stands after the key, at the end of the signing string")
_APP_CODE = text(
    "Doctor", "the app code stands beside the parameters in the signing string, though it travels in a header"
)
PATHS = (
    "/trade/v1/payment",
    "/trade/v1/query",
    "/trade/v1/refund",
    "/trade/v1/close",
    "/trade/v1/reversal",
    "trade/v1/payment",
)


def _around_the_text(case: Case, probe: Probe, joined: str) -> Iterator[Deviation]:
    """The key in front with any mark between, and the text encoded before the key is appended."""
    for gap in ";:|,.-_ /\n\t=+#":
        signed = f"{case.client_key}{gap}{joined}"
        if probe.text(signed, with_key=False):
            words = _KEY_FRONT.fill(gap=gap.replace("\n", "\\n").replace("\t", "\\t"))
            yield _told(case, signed, {"key_place": "nowhere"}, words)
    raw = joined.encode()
    encoded = {"base64": b64encode(raw).decode(), "hex": raw.hex(), "HEX": raw.hex().upper()}
    for how, written in encoded.items():
        if probe.text(written):
            yield _told(case, written, {}, _ENCODED.fill(how=how))


_KEY_FRONT = text("Doctor", "the key stands in front of the parameters, joined with “{gap}”")
_ENCODED = text("Doctor", "the joined parameters were encoded in {how} before the key was appended")


def _whole(case: Case, probe: Probe, pairs: Pairs, recipe: dict[str, str], words: Text) -> Iterator[Deviation]:
    for maker, write in (*MAPS.items(), *_JSONS.items()):
        written = write(pairs)
        if probe.text(written, with_key=not recipe):
            yield _told(case, written, recipe, words.fill(form=maker))


_JSONS = {
    "JSON": lambda pairs: json.dumps(dict(pairs), ensure_ascii=False, separators=(",", ":")),
    "JSON with \\uXXXX": lambda pairs: json.dumps(dict(pairs), separators=(",", ":")),
    "JSON with spaces": lambda pairs: json.dumps(dict(pairs), ensure_ascii=False),
    "JSON with spaces and \\uXXXX": lambda pairs: json.dumps(dict(pairs)),
    "JSON as PHP writes it": lambda pairs: json.dumps(dict(pairs), separators=(",", ":")).replace("/", "\\/"),
    "Python dict": lambda pairs: str(dict(pairs)),
    "Java Map": lambda pairs: "{" + ", ".join(f"{name}={value}" for name, value in pairs) + "}",
}


def _pieces(case: Case, probe: Probe, pairs: Pairs) -> Iterator[Deviation]:
    for form, piece in PIECES.items():
        pieces = [piece(*pair) for pair in pairs]
        for joiner in JOINERS:
            joined = joiner.join(pieces)
            for before, after in (*(FRAMES if joiner in _USUAL else FRAMES[:4]), ("", joiner), (joiner, "")):
                written = f"{before}{joined}{after}"
                if probe.text(written):
                    sample = _sample(form, joiner, (before, after))
                    words = (_TURNED if form == "value={name}" else _ALL).fill(form=sample)
                    yield _told(case, written, {}, words)


_USUAL = frozenset({"&", "", ",", ", ", " "})
"""What stands between pieces where something stands around them."""


def _sample(form: str, joiner: str, frame: tuple[str, str]) -> str:
    """The print of two short parameters."""
    visible = joiner.join(PIECES[form](*pair) for pair in (("a", "1"), ("b", "2")))
    return (
        f"{frame[0]}{visible}{frame[1]}".replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\0", "\\0")
    )


def _numbered(case: Case, probe: Probe) -> Iterator[Deviation]:
    """What PHP's sort and array_values leave, and a list's own numbers."""
    given, by_name = (
        [value for _name, value in case.sent],
        [value for _name, value in sorted(case.sent, key=lambda pair: pair[0])],
    )
    for values in (sorted(given), by_name, given, _php_sorted(given)):
        for start in (0, 1):
            for equals in ("=", ":", "=>", ""):
                pieces = [f"{at}{equals}{value}" for at, value in enumerate(values, start)]
                for joiner in ("&", ",", ""):
                    written = joiner.join(pieces)
                    if probe.text(written):
                        yield _told(
                            case, written, {}, _NUMBERED.fill(form=f"{start}{equals}…{joiner}{start + 1}{equals}…")
                        )
        for joiner in ("", "&", ",", "|", "\n", " ", ";"):
            if probe.text(joiner.join(values)):
                yield _told(case, joiner.join(values), {}, _VALUES.fill(joiner=joiner))


_VALUES = text(
    "Doctor", "the sorting lost the names (keys): only the values were signed, sorted by value, joined by “{joiner}”"
)


def _php_sorted(values: list[str]) -> list[str]:
    """As PHP's sort compares: numbers by size, all else as text."""
    from functools import cmp_to_key  # noqa: PLC0415 - one use

    def compare(one: str, other: str) -> int:
        if one.replace(".", "", 1).isdigit() and other.replace(".", "", 1).isdigit():
            left, right = float(one), float(other)
            return (left > right) - (left < right)
        return (one > other) - (one < other)

    return sorted(values, key=cmp_to_key(compare))


def _told(case: Case, written: str, recipe: dict[str, str], words: Text) -> Deviation:
    edit = Edit(dict.fromkeys(range(len(case.sent))), (("", written),))
    made = {"order": "as given", "naming": "omitted", "equals": "", **recipe}
    return Deviation("print-signed", 4, words, WRITE_PAIRS, made, edit, depth=1)
