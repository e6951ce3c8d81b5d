"""Mistakes of merchants, computed here by plain hashlib, each with the id by which the doctor has to name it.

A mistake replaces one stage of signing: the parameters, their order, the writing of a value, the joining, the key, the
bytes, the digest. Two mistakes of different stages are a double mistake.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Callable

Pairs = list[tuple[str, str]]

KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
APP_CODE = "A2BE4E015A8A4B0A8E9D88F3C1D27B60"
OTHER_KEY = "61E8F4C2B7A94D0390F1E2D3C4B5A697"
MCHID = "R1zQrTdJnn"

SENT: dict[str, str] = {
    "txamt": "115",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "QA20261123-7 b",
    "txdtm": "2026-11-23 15:40:02",
    "sub_openid": "oS80_5dxekECAOlVBeQFk34q123s",
    "goods_name": "茶é & “Tea” <b>",
    "notify_url": "https://shop.example/notify?a=1",
    "extend_info": '{"user_creid":"430067798868676871","user_truename":"小林"}',
    "Zone": "x",
    "udid": "",
}


@dataclass(frozen=True)
class Signing:
    """The stages of signing, each replaceable."""

    pairs: Callable[[Pairs], Pairs] = lambda pairs: pairs
    order: Callable[[Pairs], Pairs] = sorted
    write: Callable[[str], str] = lambda value: value
    join: Callable[[Pairs], str] = lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
    key: Callable[[str, str], str] = lambda joined, key: joined + key
    encode: Callable[[str], bytes] = lambda signed: signed.encode()
    digest: Callable[[bytes], bytes] = lambda signed: hashlib.md5(signed).digest()  # noqa: S324 - the API's own
    form: Callable[[bytes], str] = lambda digest: digest.hex().upper()

    def sign(self, sent: dict[str, str], key: str = KEY) -> str:
        """The signature that this program sends."""
        pairs = self.order(self.pairs(list(sent.items())))
        joined = self.join([(name, self.write(value)) for name, value in pairs])
        return self.form(self.digest(self.encode(self.key(joined, key))))


@dataclass(frozen=True)
class Mistake:
    """One stage done otherwise, and the ids of which one has to be named."""

    title: str
    ids: tuple[str, ...]
    stage: str
    does: Callable[..., object] = field(repr=False)


def _change(name: str, value: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [(one, value if one == name else old) for one, old in pairs]


def _drop(*names: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [pair for pair in pairs if pair[0] not in names]


def _add(name: str, value: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [*pairs, (name, value)]


def _rename(name: str, other: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [(other if one == name else one, value) for one, value in pairs]


def _joined(equals: str = "=", joiner: str = "&") -> Callable[[Pairs], str]:
    return lambda pairs: joiner.join(f"{name}{equals}{value}" for name, value in pairs)


def _md5(signed: bytes) -> bytes:
    return hashlib.md5(signed).digest()  # noqa: S324 - the API's own


def _low_byte(signed: str) -> bytes:
    units = signed.encode("utf-16-le")
    return bytes(units[at] for at in range(0, len(units), 2))


def _hmac(name: str) -> Callable[[bytes], bytes]:
    return lambda signed: hmac.new(KEY.encode(), signed.removesuffix(KEY.encode()), name).digest()


EXTEND = json.loads(SENT["extend_info"])

PARAMETERS: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "pairs", does)
    for title, ids, does in (
        ("mchid signed, not sent", ("signed-not-sent",), _add("mchid", MCHID)),
        ("app code signed", ("app-code-signed",), _add("app_code", APP_CODE)),
        ("sign type signed", ("sign-type-signed",), _add("sign_type", "MD5")),
        ("empty sign signed", ("sign-signed",), _add("sign", "")),
        ("empty limit_pay signed", ("empty-signed-not-sent",), _add("limit_pay", "")),
        ("null limit_pay signed", ("null-signed",), _add("limit_pay", "null")),
        ("undefined expired_time signed", ("null-signed",), _add("expired_time", "undefined")),
        ("None mchid signed", ("null-signed",), _add("mchid", "None")),
        ("default expired_time signed", ("default-signed-not-sent",), _add("expired_time", "30")),
        ("notify_url not signed", ("sent-not-signed",), _drop("notify_url")),
        ("goods_name not signed", ("sent-not-signed",), _drop("goods_name")),
        ("further parameter not signed", ("sent-not-signed", "only-known-signed"), _drop("Zone")),
        ("empty udid not signed", ("empty-sent-not-signed",), _drop("udid")),
        ("udid null", ("null-signed",), _change("udid", "null")),
        ("udid None", ("null-signed",), _change("udid", "None")),
        ("udid undefined", ("null-signed",), _change("udid", "undefined")),
        ("openid undefined", ("null-signed",), _change("sub_openid", "undefined")),
        ("goods_name value lost", ("value-not-signed",), _change("goods_name", "")),
        ("openid for sub_openid", ("renamed",), _rename("sub_openid", "openid")),
        (
            "only mandatory signed",
            ("only-mandatory-signed",),
            _drop("goods_name", "notify_url", "extend_info", "Zone", "udid"),
        ),
        ("floating point", ("amount-in-floating-point",), _change("txamt", "114.99999999999999")),
        ("amount float", ("amount-with-decimals",), _change("txamt", "115.0")),
        ("amount two decimals", ("amount-with-decimals",), _change("txamt", "115.00")),
        ("amount major", ("amount-in-major-units",), _change("txamt", "1.15")),
        ("amount cut", ("amount-rounded",), _change("txamt", "114")),
        ("amount times 100", ("amount-times-100",), _change("txamt", "11500")),
        ("txdtm in UTC", ("time-in-utc",), _change("txdtm", "2026-11-23 07:40:02")),
        ("txdtm in UTC+9", ("time-in-other-zone",), _change("txdtm", "2026-11-23 16:40:02")),
        ("txdtm one second later", ("time-read-twice",), _change("txdtm", "2026-11-23 15:40:03")),
        ("txdtm seven seconds earlier", ("time-read-twice",), _change("txdtm", "2026-11-23 15:39:55")),
        ("txdtm ISO", ("time-in-iso-form",), _change("txdtm", "2026-11-23T15:40:02")),
        ("txdtm ISO UTC", ("time-in-iso-form",), _change("txdtm", "2026-11-23T07:40:02.000Z")),
        ("txdtm slashes", ("time-in-other-form",), _change("txdtm", "2026/11/23 15:40:02")),
        ("txdtm date only", ("time-in-other-form",), _change("txdtm", "2026-11-23")),
        ("txdtm epoch", ("time-as-epoch",), _change("txdtm", "1795419602")),
        ("txdtm epoch ms", ("time-as-epoch",), _change("txdtm", "1795419602000")),
        ("txdtm 12 hours", ("time-in-12-hours",), _change("txdtm", "2026-11-23 03:40:02")),
        ("extend_info spaced", ("json-spacing",), _change("extend_info", json.dumps(EXTEND, ensure_ascii=False))),
        (
            "extend_info escaped",
            ("json-escapes",),
            _change("extend_info", json.dumps(EXTEND, separators=(",", ":"))),
        ),
        ("extend_info json.dumps", ("json-spacing-and-escapes",), _change("extend_info", json.dumps(EXTEND))),
        (
            "extend_info upper-case escapes",
            ("json-escapes", "values-unicode-escaped"),
            _change("extend_info", '{"user_creid":"430067798868676871","user_truename":"\\u5C0F\\u6797"}'),
        ),
        (
            "extend_info member order",
            ("json-order",),
            _change("extend_info", '{"user_truename":"小林","user_creid":"430067798868676871"}'),
        ),
        ("extend_info as Python", ("json-as-python", "json-in-single-quotes"), _change("extend_info", str(EXTEND))),
        ("extend_info [object Object]", ("json-as-object-object",), _change("extend_info", "[object Object]")),
        (
            "extend_info Java Map",
            ("json-as-java-map",),
            _change("extend_info", "{user_creid=430067798868676871, user_truename=小林}"),
        ),
        ("goods_name with a space", ("value-with-white-space",), _change("goods_name", SENT["goods_name"] + " ")),
        ("goods_name with a line feed", ("value-with-white-space",), _change("goods_name", SENT["goods_name"] + "\n")),
        ("goods_name with BOM", ("value-with-white-space",), _change("goods_name", "\ufeff" + SENT["goods_name"])),
        ("openid cut", ("value-cut",), _change("sub_openid", SENT["sub_openid"][:-1])),
        ("goods_name encoded", ("values-url-encoded",), _change("goods_name", quote_plus(SENT["goods_name"]))),
        ("notify_url encoded", ("values-url-encoded",), _change("notify_url", quote(SENT["notify_url"], safe=""))),
    )
)

ORDER: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "order", does)
    for title, ids, does in (
        ("unsorted", ("unsorted",), lambda pairs: pairs),
        ("reversed", ("unsorted-reversed",), lambda pairs: pairs[::-1]),
        ("ignoring case", ("sorted-ignoring-case",), lambda pairs: sorted(pairs, key=lambda one: one[0].lower())),
        ("descending", ("sorted-descending",), lambda pairs: sorted(pairs, reverse=True)),
        ("by value", ("sorted-by-value",), lambda pairs: sorted(pairs, key=lambda one: one[1])),
        ("by length", ("sorted-by-length",), lambda pairs: sorted(pairs, key=lambda one: len(one[0]))),
        (
            "notify_url at the end",
            ("added-after-sorting",),
            lambda pairs: sorted(pairs, key=lambda one: (one[0] == "notify_url", one[0])),
        ),
    )
)

WRITE: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "write", does)
    for title, ids, does in (
        ("quote_plus", ("values-url-encoded",), quote_plus),
        ("quote", ("values-url-encoded",), lambda value: quote(value, safe="")),
        ("encodeURIComponent", ("values-url-encoded",), lambda value: quote(value, safe="!'()*~")),
        ("encodeURI", ("values-url-encoded",), lambda value: quote(value, safe=";,/?:@&=+$-_.!~*'()#")),
        ("lower-case hex", ("values-url-encoded",), lambda value: _lower_escapes(quote_plus(value))),
        ("encoded twice", ("values-url-encoded-twice",), lambda value: quote_plus(quote_plus(value))),
        (
            "encoded in GBK",
            ("values-url-encoded-gbk",),
            lambda value: quote_plus(value, encoding="gbk", errors="replace"),
        ),
        (
            "HTML",
            ("values-html-escaped",),
            lambda value: value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"),
        ),
        ("quoted", ("values-quoted",), lambda value: f'"{value}"'),
        ("JSON", ("values-json-quoted",), json.dumps),
        ("lower case", ("values-lower-cased",), str.lower),
        ("upper case", ("values-upper-cased",), str.upper),
        ("without spaces", ("values-without-spaces",), lambda value: value.replace(" ", "")),
        ("plus", ("plus-for-space",), lambda value: value.replace(" ", "+")),
        ("NFD", ("values-nfd",), lambda value: unicodedata.normalize("NFD", value)),
        ("backslashes", ("values-with-backslashes", "values-json-escaped"), lambda value: value.replace('"', '\\"')),
        ("unicode escapes", ("values-unicode-escaped",), lambda value: json.dumps(value)[1:-1].replace('\\"', '"')),
    )
)

JOIN: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "join", does)
    for title, ids, does in (
        ("no &", ("joined-by-nothing",), _joined(joiner="")),
        ("comma", ("joined-by-comma",), _joined(joiner=",")),
        ("semicolon", ("joined-by-semicolon",), _joined(joiner=";")),
        ("line feed", ("joined-by-line-feed",), _joined(joiner="\n")),
        ("bar", ("joined-by-bar",), _joined(joiner="|")),
        ("&amp;", ("joined-by-html-ampersand",), _joined(joiner="&amp;")),
        ("colon", ("other-equals",), _joined(equals=":")),
        ("no =", ("equals-missing",), _joined(equals="")),
        ("nothing between", ("no-separators",), _joined(equals="", joiner="")),
        ("values only", ("values-only",), lambda pairs: "".join(value for _name, value in pairs)),
        ("values with &", ("values-only",), lambda pairs: "&".join(value for _name, value in pairs)),
        ("question mark", ("leading-question-mark",), lambda pairs: "?" + _joined()(pairs)),
        (
            "whole encoded",
            ("string-url-encoded",),
            lambda pairs: quote_plus(_joined()(pairs)),
        ),
        (
            "compact JSON",
            ("json-signed",),
            lambda pairs: json.dumps(dict(pairs), ensure_ascii=False, separators=(",", ":")),
        ),
        ("json.dumps", ("json-signed",), lambda pairs: json.dumps(dict(pairs))),
    )
)

KEYS: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "key", does)
    for title, ids, does in (
        ("&key=", ("key-joined-by-key-equals",), lambda joined, key: f"{joined}&key={key}"),
        ("&", ("key-joined-by-ampersand",), lambda joined, key: f"{joined}&{key}"),
        ("key=", ("key-joined-by-key-equals",), lambda joined, key: f"{joined}key={key}"),
        ("&client_key=", ("key-joined-by-name",), lambda joined, key: f"{joined}&client_key={key}"),
        ("&secret=", ("key-joined-by-name",), lambda joined, key: f"{joined}&secret={key}"),
        ("in front", ("key-in-front",), lambda joined, key: key + joined),
        ("both ends", ("key-at-both-ends",), lambda joined, key: key + joined + key),
        ("missing", ("key-missing",), lambda joined, _key: joined),
        ("line feed", ("key-with-line-feed",), lambda joined, key: f"{joined}{key}\n"),
        ("CR LF", ("key-with-line-feed",), lambda joined, key: f"{joined}{key}\r\n"),
        ("space", ("key-with-white-space",), lambda joined, key: f"{joined}{key} "),
        ("lower case", ("key-lower-cased",), lambda joined, key: joined + key.lower()),
        ("upper case", ("key-upper-cased",), lambda joined, key: joined + key.upper()),
        ("app code", ("app-code-as-key",), lambda joined, _key: joined + APP_CODE),
        ("other profile", ("other-profile-key",), lambda joined, _key: joined + OTHER_KEY),
        ("cut at the end", ("key-cut",), lambda joined, key: joined + key[:-1]),
        ("cut in front", ("key-cut",), lambda joined, key: joined + key[1:]),
        ("quoted", ("key-quoted",), lambda joined, key: f'{joined}"{key}"'),
        ("undefined", ("placeholder-as-key",), lambda joined, _key: f"{joined}undefined"),
        ("hashed", ("key-hashed",), lambda joined, key: joined + _md5(key.encode()).hex()),
    )
)

BYTES: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "encode", does)
    for title, ids, does in (
        ("low byte", ("low-byte-md5",), _low_byte),
        ("GBK", ("charset-gbk",), lambda signed: signed.encode("gb18030")),
        ("Big5", ("charset-big5",), lambda signed: signed.encode("big5", "replace")),
        ("UTF-16", ("charset-utf-16",), lambda signed: signed.encode("utf-16-le")),
        ("UTF-16 BOM", ("charset-utf-16",), lambda signed: b"\xff\xfe" + signed.encode("utf-16-le")),
        ("Latin-1", ("charset-latin-1",), lambda signed: signed.encode("latin-1", "replace")),
        ("ASCII ?", ("question-marks",), lambda signed: signed.encode("ascii", "replace")),
        ("BOM", ("byte-order-mark",), lambda signed: b"\xef\xbb\xbf" + signed.encode()),
        ("mojibake", ("mojibake",), lambda signed: signed.encode().decode("latin-1").encode()),
    )
)

DIGEST: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "digest", does)
    for title, ids, does in (
        ("SHA256", ("sha256-without-header",), lambda signed: hashlib.sha256(signed).digest()),
        ("SHA1", ("digest-sha1",), lambda signed: hashlib.sha1(signed).digest()),  # noqa: S324 - a mistake
        ("SHA512", ("digest-sha512",), lambda signed: hashlib.sha512(signed).digest()),
        ("twice", ("digest-of-digest",), lambda signed: _md5(_md5(signed).hex().encode())),
        ("twice, upper", ("digest-of-digest",), lambda signed: _md5(_md5(signed).hex().upper().encode())),
        ("twice, raw", ("digest-of-digest",), lambda signed: _md5(_md5(signed))),
        ("HMAC-MD5", ("hmac-md5",), _hmac("md5")),
        ("HMAC-SHA256", ("hmac-sha256",), _hmac("sha256")),
        ("HMAC-SHA1", ("hmac-sha1",), _hmac("sha1")),
        ("16 characters", ("digest-cut",), lambda signed: _md5(signed)[4:12]),
    )
)

FORM: tuple[Mistake, ...] = tuple(
    Mistake(title, ids, "form", does)
    for title, ids, does in (
        ("base64", ("signature-base64",), lambda digest: base64.b64encode(digest).decode()),
        (
            "base64 of hex",
            ("signature-base64-of-hex",),
            lambda digest: base64.b64encode(digest.hex().encode()).decode(),
        ),
        ("dashes", ("signature-separated",), lambda digest: digest.hex("-").upper()),
        ("last missing", ("signature-cut",), lambda digest: digest.hex()[:-1]),
    )
)

MISTAKES = (*PARAMETERS, *ORDER, *WRITE, *JOIN, *KEYS, *BYTES, *DIGEST, *FORM)


def _lower_escapes(value: str) -> str:
    return "".join(
        value[at].lower() if at and ("%" in value[max(0, at - 2) : at]) else value[at] for at in range(len(value))
    )


def signature_of(mistakes: tuple[Mistake, ...], sent: dict[str, str] = SENT) -> str:
    """What a program with these mistakes sends; they are of different stages."""
    stages: dict[str, Callable[..., object]] = {}
    for mistake in mistakes:
        if mistake.stage == "pairs" and "pairs" in stages:
            stages["pairs"] = _then(stages["pairs"], mistake.does)
        else:
            stages[mistake.stage] = mistake.does
    return Signing(**stages).sign(sent)  # type: ignore[arg-type]  # a stage is what it replaces


def _then(first: Callable[..., object], second: Callable[..., object]) -> Callable[..., object]:
    return lambda pairs: second(first(pairs))
