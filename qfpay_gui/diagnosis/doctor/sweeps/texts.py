"""Another text in place of the parameters: a program's print of them, something around it, or parts of it only."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import timedelta
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.diagnosis.doctor.deviations.join import WRITE_PAIRS
from qfpay_gui.diagnosis.doctor.deviations.times import read_time
from qfpay_gui.diagnosis.doctor.sweeps.times.date_marks import seconds_of
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.signing.prints import FRAMES, JOINERS, MAPS, PIECES, USUAL_JOINERS
from qfpay_gui.qfpay.signing.sort_orders import php_key
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.probe import Probe
    from qfpay_gui.qfpay.signing.recipe import Pairs

_ALL = text(
    "Doctor", "the parameters were signed as a program's print of them ({form}), not as name=value pairs joined by “&”"
)
_NUMBERED = text("Doctor", "the sorting lost the names (keys): the values were signed with numbers, as {form}")
_TURNED = text("Doctor", "names and values were swapped: signed as {form}")
_KEY_IN = text("Doctor", "the key was printed among the parameters as {name} ({form}), not appended")


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
    yield from _apart(case, probe)
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
    signed = f"{joined}{case.client_key}"
    lengths = (f"{len(signed)}", f"{len(signed.encode())}", f"{len(joined)}", f"{len(joined.encode())}")
    for front in dict.fromkeys(
        (*methods, *addresses, *codes, *_OTHER_FRONTS, *clocks, *lengths, *(value for _name, value in pairs))
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

    yield from _handled(case, probe, joined)


def _handled(case: Case, probe: Probe, joined: str) -> Iterator[Deviation]:
    """The text taken apart into characters, cut at an end, or taken in twice: the parameters, or all of it."""
    key, last = case.client_key, joined[-1:]
    whole = joined + key
    cuts = (joined[1:], joined[2:], joined[1:-1], joined[:-1], joined[:-2], joined.rstrip(last))
    before = (*_of_characters(joined), *((_CUT, cut) for cut in cuts))
    ends = (whole[1:], whole[1:-1], whole[:-1], whole[:-2])
    twice = (whole * 2, joined + whole, key + whole, f"{whole}\n{whole}", f"{joined}&{whole}")
    if probe.text(""):
        yield _told(case, "", {}, _KEY_ONLY)
    if probe.text("", with_key=False):
        yield _told(case, "", {"key_place": "nowhere"}, _NOTHING)
    after = (*_of_characters(whole), *((_CUT_ALL, cut) for cut in ends), *((_TAKEN_TWICE, one) for one in twice))
    for rows, with_key in ((before, True), (after, False)):
        for words, written in rows:
            if probe.text(written, with_key=with_key):
                yield _told(case, written, {} if with_key else {"key_place": "nowhere"}, words)


def _of_characters(written: str) -> Iterator[tuple[Text, str]]:
    for how, made in (
        *((f"a{gap}b{gap}c", gap.join(written)) for gap in ("&", ",", ", ", " ")),
        ("abc → cba", written[::-1]),
        ("cab → abc", "".join(sorted(written))),
    ):
        yield _CHARACTERS.fill(how=how), made


_KEY_ONLY = text("Doctor", "only the key was hashed: the parameters were lost (a digest begun anew, an empty text)")
_NOTHING = text("Doctor", "nothing was hashed: the signature is the digest of an empty text")
_CHARACTERS = text("Doctor", "the characters of the joined text were joined or sorted one by one, as a list: {how}")
_CUT = text("Doctor", "the joined parameters were cut at an end, by a character too many or at the wrong end")
_CUT_ALL = text("Doctor", "the whole signing string was cut at an end: its first or last character is missing")
_TAKEN_TWICE = text("Doctor", "the text was taken in twice: a digest was updated with all of it, or a part, once more")
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
            for before, after in (*(FRAMES if joiner in USUAL_JOINERS else FRAMES[:4]), ("", joiner), (joiner, "")):
                written = f"{before}{joined}{after}"
                if probe.text(written):
                    sample = _sample(form, joiner, (before, after))
                    words = (_TURNED if form == "value={name}" else _ALL).fill(form=sample)
                    yield _told(case, written, {}, words)


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
    mixed = sorted((*given, *(name for name, _value in case.sent)))
    for values in (sorted(given), by_name, given, sorted(given, key=php_key), mixed, [*mixed, case.client_key]):
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


def _apart(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Names and values sorted on their own, and put together again."""
    names, values = [name for name, _value in case.sent], [value for _name, value in case.sent]
    by_name = [value for _name, value in sorted(case.sent, key=lambda pair: pair[0])]
    turned = "&".join(f"{value}={name}" for name, value in sorted(case.sent, key=lambda pair: pair[1]))
    if probe.text(turned):
        yield _told(case, turned, {}, _TURNED.fill(form="1=a&2=b"))
    for titles in (sorted(names), names):
        for row in (sorted(values), values, by_name, sorted(values, reverse=True)):
            written = "&".join(map("=".join, zip(titles, row, strict=True)))
            if probe.text(written):
                yield _told(case, written, {}, _APART)


_APART = text("Doctor", "names and values were sorted apart from each other: values stand under other names")
_VALUES = text(
    "Doctor", "the sorting lost the names (keys): only the values were signed, sorted by value, joined by “{joiner}”"
)


def _told(case: Case, written: str, recipe: dict[str, str], words: Text) -> Deviation:
    edit = Edit(dict.fromkeys(range(len(case.sent))), (("", written),))
    made = {"order": "as given", "naming": "omitted", "equals": "", **recipe}
    return Deviation("print-signed", 4, words, WRITE_PAIRS, made, edit, depth=1)
