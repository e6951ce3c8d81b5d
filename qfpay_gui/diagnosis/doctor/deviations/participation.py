"""Other parameters signed than sent: too many, too few, or under another name."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.sort_orders import DOCUMENTED
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

EMPTIES = ("", "null", "None", "undefined", "NULL", "nil", "<nil>", "NaN", "{}", "[]", "0", "false", "N/A", "-")
"""How languages print a value that is not there."""

_SAME = text("Doctor", "Sign exactly the parameters that the body carries, and send exactly those that you sign.")
_NO_EMPTY = text("Doctor", "Leave an empty parameter out of both the signing string and the body.")
_NO_HEADER = text("Doctor", "Leave what travels in headers out of the signing string: only parameters are signed.")

_MANDATORY = frozenset(DOCUMENTED[:6])
_OPTIONAL = (*DOCUMENTED[6:], "goods_info", "txzone", "return_url", "sub_openid", "auth_code")
_CODE_NAMES = ("app_code", "appcode", "appCode", "app_id", "appid", "X-QF-APPCODE", "code")
_TYPE_NAMES = ("sign_type", "signType", "signtype", "X-QF-SIGNTYPE")
_SIGN_NAMES = ("sign", "signature", "X-QF-SIGN")
_MERCHANT_NAMES = ("mchid", "mchntid", "mch_id", "merchant_id")
_NOT_SIGNED = {*_CODE_NAMES, *_TYPE_NAMES, *_SIGN_NAMES, "key", "client_key"}
_DEFAULTS = (
    ("pay_type", "800213"),
    ("txcurrcd", "HKD"),
    ("expired_time", "30"),
    ("txzone", "+0800"),
    ("limit_pay", "no_credit"),
    ("udid", "qiantai2"),
    ("charset", "UTF-8"),
    ("charset", "utf-8"),
    ("version", "1.0"),
    ("format", "JSON"),
)


def deviations(case: Case) -> Iterator[Deviation]:
    """Left out, added, and empty parameters."""
    yield from _left_out(case)
    yield from _known(case)
    yield from _from_headers(case)
    yield from _absent(case)
    yield from _defaults(case)
    yield from _empty_or_not(case)
    yield from _groups(case)
    yield from _several_absent(case)


_SIGNATURES = frozenset({"sign", "signature", "X-QF-SIGN", "x-qf-sign", "sign_type", "signType", "signtype"})
_IN_BODY = text("Doctor", "{name} was sent in the body but not signed: a signature is never part of the text it signs")
OUT_OF_BODY = text(
    "Doctor",
    "Take {name} out of the body: signature and sign type travel in the headers X-QF-SIGN and X-QF-SIGNTYPE. Whether "
    "the server minds it in the body is not documented.",
)


def _left_out(case: Case) -> Iterator[Deviation]:
    for index, (name, value) in enumerate(case.sent):
        edit = Edit({index: None})
        if name in _SIGNATURES:
            cause = _IN_BODY.fill(name=name)
            yield Deviation("signature-in-body", 1, cause, OUT_OF_BODY.fill(name=name), edit=edit)
        elif value:
            cost = 1 if name in _NOT_SIGNED else 3 if name in _MANDATORY else 2
            cause = text("Doctor", "{name} was sent but not signed").fill(name=name)
            yield Deviation("sent-not-signed", cost, cause, _SAME, edit=edit)
        else:
            cause = text("Doctor", "{name} is empty: it was sent but not signed").fill(name=name)
            yield Deviation("empty-sent-not-signed", 1, cause, _NO_EMPTY, edit=edit)


def _added(  # noqa: PLR0913, PLR0917 - a row of a table, read at a glance
    identity: str, cost: int, pair: tuple[str, str], cause: Text, mend: Text, depth: int = 3
) -> Deviation:
    return Deviation(identity, cost, cause.fill(name=pair[0]), mend, edit=Edit(added=(pair,)), depth=depth)


def _known(case: Case) -> Iterator[Deviation]:
    """Values the engineer knows of, such as a profile's ``mchid``, also under other spellings of that name."""
    cause = text("Doctor", "{name} was signed but not sent")
    for name, value in case.unsent:
        if name not in case.names:
            yield _added("signed-not-sent", 1, (name, value), cause, _SAME)
        if name in _MERCHANT_NAMES:
            others = (other for other in _MERCHANT_NAMES if other != name and other not in case.names)
            yield from (_added("signed-not-sent", 4, (other, value), cause, _SAME, 2) for other in others)


def _from_headers(case: Case) -> Iterator[Deviation]:
    for name in _CODE_NAMES:
        if case.app_code and name not in case.names:
            cause = text("Doctor", "the app code was signed as {name}, though it travels in a header")
            cost = 2 if name == "app_code" else 3
            yield _added("app-code-signed", cost, (name, case.app_code), cause, _NO_HEADER, 3 if "_" in name else 2)
    for name in _TYPE_NAMES:
        for value in ("MD5", "SHA256", "md5", "sha256"):
            cause = text("Doctor", "the sign type was signed as {name}, though it travels in a header")
            cost = 2 if name == "sign_type" and value in SIGN_TYPES else 3
            depth = 2 if value in SIGN_TYPES else 1
            if name not in case.names:
                yield _added("sign-type-signed", cost, (name, value), cause, _NO_HEADER, depth)
    for name in _SIGN_NAMES:
        for value in EMPTIES[:4]:
            if name not in case.names:
                depth = 1 if value and name != "sign" else 2
                cost = 3 if value or name != "sign" else 2
                yield _added("sign-signed", cost, (name, value), _SIGN.fill(value=value), _NO_HEADER, depth)


_SIGN = text("Doctor", "the signature itself was signed as “{name}={value}”, though it travels in a header")


def _absent(case: Case) -> Iterator[Deviation]:
    """Documented parameters that are not sent, signed as nothing."""
    empty = text("Doctor", "{name} was signed empty, but not sent")
    null = text("Doctor", "{name} was signed as the text “{value}”, but not sent")
    for name in dict.fromkeys((*_OPTIONAL, *DOCUMENTED)):
        if name in case.names:
            continue
        yield _added("empty-signed-not-sent", 2 if name in DOCUMENTED else 3, (name, ""), empty, _NO_EMPTY)
        for value in EMPTIES[1:]:
            words = null.fill(value=value)
            common = value in EMPTIES[1:6]
            cost = 2 if value in EMPTIES[1:4] and name in DOCUMENTED else 3 if common else 4
            yield _added("null-signed", cost, (name, value), words, _NO_EMPTY, 2 if common else 1)
    for name, _value in case.unsent:
        yield _added("empty-signed-not-sent", 2, (name, ""), empty, _NO_EMPTY)


def _defaults(case: Case) -> Iterator[Deviation]:
    cause = text("Doctor", "{name} was signed with its usual value, but not sent")
    for pair in _DEFAULTS:
        if pair[0] not in case.names:
            cost = 3 if pair in _DEFAULTS[:4] else 4
            yield _added("default-signed-not-sent", cost, pair, cause, _SAME, 2)


def _empty_or_not(case: Case) -> Iterator[Deviation]:
    """Present in both, but nothing in one of them."""
    for index, (name, value) in enumerate(case.sent):
        if value in EMPTIES:
            yield from _other_nothings(index, name, value)
        else:
            cause = text("Doctor", "{name} was signed without its value").fill(name=name)
            mend = OUT_OF_BODY.fill(name=name) if name in _SIGNATURES else _SAME
            yield Deviation("value-not-signed", 3, cause, mend, edit=Edit({index: (name, "")}), depth=2)
            yield from _nothings(index, name, EMPTIES[1:4], depth=2, cost=4)


def _other_nothings(index: int, name: str, value: str) -> Iterator[Deviation]:
    if value:
        cause = text("Doctor", "{name} was sent as the text “{value}”, but signed empty").fill(name=name, value=value)
        yield Deviation("null-sent", 2, cause, _NO_EMPTY, edit=Edit({index: (name, "")}))
    others = (one for one in EMPTIES[1:] if one != value and {one, value} != _UNTRUTHS)
    yield from _nothings(index, name, tuple(others), depth=3, cost=2)


_UNTRUTHS = {"0", "false"}
"""Not nothing beside each other, but two ways to write that something is not so."""


def _nothings(index: int, name: str, values: tuple[str, ...], *, depth: int, cost: int) -> Iterator[Deviation]:
    for value in values:
        cause = text("Doctor", "{name} was signed as the text “{value}”").fill(name=name, value=value)
        yield Deviation("null-signed", cost, cause, _NO_EMPTY, edit=Edit({index: (name, value)}), depth=depth)


def _groups(case: Case) -> Iterator[Deviation]:
    """Several left out for one reason."""
    groups: tuple[tuple[Callable[[str, str], bool], str, int, Text], ...] = (
        (lambda _name, value: not value, "empty-sent-not-signed", 1, _EMPTIES_OUT),
        (lambda name, _value: name not in DOCUMENTED, "only-known-signed", 2, _ONLY_KNOWN),
        (lambda name, _value: name not in _MANDATORY, "only-mandatory-signed", 2, _ONLY_MANDATORY),
        (lambda _name, value: value in EMPTIES, "empty-sent-not-signed", 3, _FALSY_OUT),
        (lambda name, _value: name in _NOT_SIGNED, "signature-in-body", 2, _HEADERS_OUT),
    )
    for matches, identity, cost, cause in groups:
        out = {at: None for at, pair in enumerate(case.sent) if matches(*pair)}
        if len(out) > 1:
            mend = OUT_OF_BODY.fill(name="sign, sign_type") if identity == "signature-in-body" else _SAME
            yield Deviation(identity, cost, cause, mend, edit=Edit(out))
    yield from _doubled(case)


_EMPTIES_OUT = text("Doctor", "the empty parameters were sent but not signed")
_FALSY_OUT = text("Doctor", "parameters that hold nothing (empty, null, 0) were sent but not signed")
_ONLY_KNOWN = text("Doctor", "only documented parameters were signed, further ones were sent")
_ONLY_MANDATORY = text("Doctor", "only the mandatory parameters were signed, optional ones were sent too")
_HEADERS_OUT = text("Doctor", "sign, sign_type or app_code were sent but not signed")


def _doubled(case: Case) -> Iterator[Deviation]:
    names = [name for name, _value in case.sent]
    first = {at: None for at, name in enumerate(names) if name in names[:at]}
    last = {at: None for at, name in enumerate(names) if name in names[at + 1 :]}
    cause = text("Doctor", "a name was sent twice, and signed once")
    for out in (first, last) if first else ():
        yield Deviation("doubled-name", 2, cause, _SAME, edit=Edit(out))


def _several_absent(case: Case) -> Iterator[Deviation]:
    """Three or more documented parameters that are not sent, all signed as the same nothing."""
    absent = [name for name in DOCUMENTED[6:] if name not in case.names]
    cause = text("Doctor", "parameters that were not sent were signed as “name={value}”: {names}")
    for size in range(3, len(absent) + 1):
        for names in combinations(absent, size):
            for value in EMPTIES[:4]:
                words = cause.fill(value=value, names=", ".join(names))
                edit = Edit(added=tuple((name, value) for name in names))
                identity = "null-signed" if value else "empty-signed-not-sent"
                yield Deviation(identity, 4, words, _NO_EMPTY, edit=edit, depth=1)
