"""Mistakes of running programs, two and three at once: what each of them wrote, put into one signing string.

The texts of values and keys come from ran.json; all else is done here with the standard library.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, quote_plus

from tests.diagnosis.catalogue.entries import CATALOGUE, Entry, read_entries
from tests.diagnosis.catalogue.recompute import signature_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

RAN = CATALOGUE.with_name("ran.json")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Program:
    """How a merchant's program signs: each stage may be a mistake."""

    values: tuple[tuple[str, str], ...] = ()
    others: Callable[[Pairs], Pairs] = lambda pairs: pairs
    order: Callable[[Pairs], Pairs] = sorted
    write: Callable[[str], str] = lambda value: value
    join: Callable[[Pairs], str] = lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
    key: Callable[[str], str] = lambda key: key
    end: Callable[[str, str], str] = lambda joined, key: joined + key
    charset: str = "utf-8"
    digest: str = ""
    form: str = "hex"

    def signed(self, request: Entry) -> Entry:
        """The request with the string and the signature that this program makes of it."""
        values = dict(self.values)
        pairs = self.order(self.others([(name, values.get(name, value)) for name, value in request.params.items()]))
        text = self.end(self.join([(name, self.write(value)) for name, value in pairs]), self.key(request.client_key))
        hashed = (self.charset, self.digest or request.sign_type.lower(), self.form, request.client_key)
        entry = replace(request, signing_strings=(text,), wrong_signing_string=text, hashed=hashed)
        return replace(entry, signature=signature_of(entry))


class Slip(NamedTuple):
    """One mistake: the stage it changes, the words that must be said, and what it is."""

    stage: str
    words: str
    does: object


def _add(name: str, value: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [*(pair for pair in pairs if pair[0] != name), (name, value)]


def _joined(equals: str, joiner: str) -> Callable[[Pairs], str]:
    return lambda pairs: joiner.join(f"{name}{equals}{value}" for name, value in pairs)


def _json(**options: object) -> Callable[[Pairs], str]:
    return lambda pairs: json.dumps(dict(pairs), **options)  # type: ignore[arg-type]  # json's own options


def _time(form: str, hours: int = 0) -> Callable[[Pairs], str]:
    def write(pairs: Pairs) -> str:
        moment = datetime.strptime(dict(pairs)["txdtm"], "%Y-%m-%d %H:%M:%S") + timedelta(hours=hours)  # noqa: DTZ007 - the API's times carry no zone
        return moment.strftime(form)

    return write


def _percent_lower(value: str) -> str:
    written = quote(value, safe="")
    return "".join(one.lower() if at and "%" in written[max(0, at - 2) : at] else one for at, one in enumerate(written))


SLIPS = (
    *(Slip("others", "null|undefined|None|nil|empty", _add("limit_pay", one)) for one in ("null", "undefined", "None")),
    *(Slip("others", "null|undefined|None|nil|empty", _add("expired_time", one)) for one in ("null", "", "nil")),
    Slip("others", "null|undefined|None|nil|empty", _add("mchid", "null")),
    Slip("others", "sign type|sign_type", _add("sign_type", "MD5")),
    Slip("others", "sign type|sign_type", _add("sign_type", "SHA256")),
    Slip("others", "app code|app_code", _add("app_code", "A2BE4E015A8A4B0A8E9D88F3C1D27B60")),
    Slip("others", "empty", lambda pairs: [pair for pair in pairs if pair[1]]),
    Slip("others", "not signed", lambda pairs: [pair for pair in pairs if pair[0] not in {"goods_name", "udid"}]),
    *(Slip("txdtm", "txdtm was", _time(form)) for form in ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y%m%d%H%M%S")),
    *(Slip("txdtm", "txdtm was", _time(form, hours=-8)) for form in ("%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%d %H:%M:%S")),
    Slip("txdtm", "txdtm was", _time("%Y-%m-%dT%H:%M:%S+08:00")),
    Slip("order", "not sorted|order", lambda pairs: pairs),
    Slip("order", "descending|order", lambda pairs: sorted(pairs, reverse=True)),
    Slip("order", "case|sorted|order", lambda pairs: sorted(pairs, key=lambda pair: pair[0].lower())),
    Slip("write", "URL|percent", quote_plus),
    Slip("write", "URL|percent", lambda value: quote(value, safe="")),
    Slip("write", "URL|percent", lambda value: quote(value, safe="!'()*")),
    Slip("write", "URL|percent", quote),
    Slip("write", "URL|percent", _percent_lower),
    Slip("write", "HTML", lambda value: html.escape(value, quote=False)),
    Slip("write", "HTML", html.escape),
    Slip("write", "HTML", lambda value: html.escape(value).replace("&#x27;", "&#039;")),
    Slip("write", "HTML", lambda value: html.escape(value).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")),
    Slip("write", "uXXXX|JSON|escape", lambda value: value.encode("ascii", "backslashreplace").decode()),
    Slip("write", "lower", str.lower),
    Slip("write", "slash|/", lambda value: value.replace("/", "\\/")),
    Slip("join", "JSON", _json(ensure_ascii=False, separators=(",", ":"))),
    Slip("join", "JSON", _json(separators=(",", ":"))),
    Slip("join", "JSON", _json(ensure_ascii=False)),
    Slip("join", "JSON", _json()),
    Slip("join", "separator|without|nothing", _joined("", "")),
    Slip("join", "missing|without|nothing", _joined("=", "")),
    Slip("join", "“,”|comma", _joined("=", ",")),
    Slip("join", "&amp;", _joined("=", "&amp;")),
    Slip("join", "values", lambda pairs: "".join(value for _name, value in pairs)),
    Slip("end", "&key=", lambda joined, key: f"{joined}&key={key}"),
    Slip("end", "“&”|ampersand|&", lambda joined, key: f"{joined}&{key}"),
    Slip("end", "key", lambda joined, key: f"{joined}&client_key={key}"),
    Slip("end", "front|before|start", lambda joined, key: key + joined),
    Slip("end", "both|front and", lambda joined, key: key + joined + key),
    Slip("end", "missing|without|not", lambda joined, _key: joined),
    Slip("end", "line feed|line break", lambda joined, key: f"{joined}{key}\n"),
    *(Slip("charset", "low byte", "low-byte") for _twice in range(2)),
    Slip("charset", "GBK", "gbk"),
    Slip("charset", "Latin-1|mojibake|misread", "mojibake"),
    Slip("charset", "\\?|question", "ascii-?"),
    Slip("digest", "SHA256|MD5", "sha256"),
    Slip("digest", "SHA1", "sha1"),
    Slip("digest", "MD5", "md5-md5-lower"),
    Slip("form", "base64", "base64"),
    Slip("form", "dash|between", "dashes"),
)


def _written(entry: Entry) -> Slip | None:
    """The value or the key that a program of ran.json wrote otherwise; None where it did more than that."""
    pairs = [*sorted(entry.params.items()), ("", entry.client_key)]
    text, words = entry.wrong_signing_string, entry.accept[0][0]
    pieces = [f"{'&' if at else ''}{name}=" if name else "" for at, (name, _value) in enumerate(pairs)]
    for at, (name, value) in enumerate(pairs):
        before = "".join(piece + pairs[index][1] for index, piece in enumerate(pieces[:at])) + pieces[at]
        after = "".join(piece + pairs[index][1] for index, piece in enumerate(pieces) if index > at)
        if text.startswith(before) and text.endswith(after) and len(text) >= len(before) + len(after):
            written = text[len(before) : len(text) - len(after)]
            if written != value and entry.signature.upper() == _plainly_signed(entry):
                return Slip(name or "key", words, written)
    return None


def _plainly_signed(entry: Entry) -> str:
    return signature_of(replace(entry, hashed=("utf-8", entry.sign_type.lower(), "hex"))).upper()


def _with(program: Program, slip: Slip, params: dict[str, str]) -> Program:
    match slip.stage, slip.does:
        case "key", str(written):
            return replace(program, key=lambda _key: written)
        case "txdtm", write if callable(write):
            return replace(program, values=(*program.values, ("txdtm", write(list(params.items())))))
        case name, str(written) if name not in {"charset", "digest", "form"}:
            return replace(program, values=(*program.values, (name, written)))
        case stage, _:
            return replace(program, **{stage: slip.does})  # type: ignore[arg-type]  # a stage's own kind


def _signed(request: Entry, slips: Sequence[Slip]) -> Entry:
    program = Program()
    for slip in slips:
        program = _with(program, slip, request.params)
    return program.signed(request)


def composed(size: int, count: int, seed: int, *, rare: int = 1) -> Iterator[Entry]:
    """So many sets of mistakes of different stages, each of which changes the signature.

    At most ``rare`` of a set come from ran.json; all others are slips that every language knows.
    """
    random = Random(seed)  # noqa: S311 - a sample, no secret
    pools = _pools()
    found = 0
    while found < count:
        request, families = random.choice(pools)
        slips = [random.choice(families[random.choice(sorted(families))]) for _one in range(size)]
        entry = _together(request, slips) if sum(slip not in SLIPS for slip in slips) <= rare else None
        if entry:
            found += 1
            yield entry


def _together(request: Entry, slips: Sequence[Slip]) -> Entry | None:
    stages = {slip.stage for slip in slips}
    unsorted_json = "order" in stages and any(slip.stage == "join" and slip.words == "JSON" for slip in slips)
    if len(stages) < len(slips) or unsorted_json:
        return None
    try:
        entry = _signed(request, slips)
        fewer = [_signed(request, some) for size in range(len(slips)) for some in combinations(slips, size)]
    except UnicodeError:
        return None
    if entry.signature in {one.signature for one in fewer}:
        return None
    names = "+".join(f"{slip.stage}:{slip.words}:{slip.does if isinstance(slip.does, str) else ''}" for slip in slips)
    kind = {1: "single", 2: "double", 3: "triple"}[len(slips)]
    accept = (tuple(slip.words for slip in slips),)
    family = "+".join(sorted(slip.stage for slip in slips))
    return replace(entry, id=f"{names}@{request.id}", kind=kind, family=family, cause=names, accept=accept)


def _pools() -> list[tuple[Entry, dict[str, list[Slip]]]]:
    """Each request of ran.json, with its mistakes by family."""
    pools: dict[tuple[tuple[str, str], ...], tuple[Entry, dict[str, list[Slip]]]] = {}
    for entry in read_entries(RAN):
        request = tuple(entry.params.items())
        if request not in pools:
            bare = replace(entry, id=entry.id.rpartition("@")[2], accept=())
            pools[request] = bare, {}
            for slip in SLIPS:
                pools[request][1].setdefault(slip.stage, []).append(slip)
        slip_of_program = _written(entry) if entry.kind == "single" else None
        if slip_of_program:
            pools[request][1].setdefault(entry.family, []).append(slip_of_program)
    return list(pools.values())
