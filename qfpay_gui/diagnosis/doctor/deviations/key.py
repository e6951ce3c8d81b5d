"""The key joined otherwise than directly after the parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_APPEND = text("Doctor", "Append the client_key directly to the last value: no “&”, no “key=”, nothing after it.")
_USE = text("Doctor", "Use the client_key exactly as QFPay gave it, of the same environment as the app code.")

_LEADS = {
    "&key=": (1, "key-joined-by-key-equals", text("Doctor", "the key was joined with “&key=”, WeChat's own rule")),
    "&": (1, "key-joined-by-ampersand", text("Doctor", "an “&” stands between the last parameter and the key")),
    "key=": (2, "key-joined-by-key-equals", text("Doctor", "the key was joined with “key=”")),
    "&client_key=": (2, "key-joined-by-name", text("Doctor", "the key was joined with “&client_key=”")),
}
_LEAD = text("Doctor", "the key was joined with “{lead}”")
_NAMES = (
    *("secret", "app_key", "appkey", "appKey", "client_secret", "app_secret", "appsecret", "secret_key", "secretKey"),
    *("clientKey", "clientkey", "sign_key", "signkey", "KEY", "Key", "sign", "apikey", "api_key", "mch_key", "token"),
)
_BETWEEN = {
    "\n": text("Doctor", "a line feed stands between the last parameter and the key"),
    "\r\n": text("Doctor", "a line break (CR LF) stands between the last parameter and the key"),
    " ": text("Doctor", "a space stands between the last parameter and the key"),
    "\t": text("Doctor", "a tab stands between the last parameter and the key"),
}
_OTHER_LEADS = {
    "\n": (3, "key-after-line-feed"),
    " ": (3, "key-after-space"),
    "\r\n": (4, "key-after-line-feed"),
    "=": (4, "key-after-equals"),
    ",": (4, "key-after-comma"),
    ":": (4, "key-after-colon"),
    "|": (4, "key-after-bar"),
    "+": (5, "key-after-plus"),
    "_": (5, "key-after-underscore"),
    ";": (5, "key-after-semicolon"),
    "-": (6, "key-after-dash"),
    ".": (6, "key-after-dot"),
    "#": (6, "key-after-hash"),
    "&&": (5, "key-joined-by-ampersand"),
    "&amp;": (5, "key-joined-by-ampersand"),
    "\t": (6, "key-after-tab"),
    "&key": (4, "key-joined-by-key-equals"),
    "&key:": (5, "key-joined-by-key-equals"),
    ",key=": (5, "key-joined-by-key-equals"),
    "?key=": (5, "key-joined-by-key-equals"),
    " key=": (5, "key-joined-by-key-equals"),
    "client_key=": (3, "key-joined-by-name"),
    "secret=": (5, "key-joined-by-name"),
}
_PLACES: tuple[tuple[str, int, dict[str, str], Text], ...] = (
    ("key-missing", 1, {"key_place": "nowhere"}, text("Doctor", "the key is missing: only the parameters were hashed")),
    (
        "key-missing-after-name",
        3,
        {"key_place": "nowhere", "trail": "&key="},
        text("Doctor", "the text ends with “&key=”, and the key itself is missing"),
    ),
    (
        "key-missing-after-ampersand",
        3,
        {"key_place": "nowhere", "trail": "&"},
        text("Doctor", "the text ends with “&”, and the key is missing"),
    ),
    ("key-in-front", 1, {"key_place": "start"}, text("Doctor", "the key stands in front of the parameters")),
    (
        "key-in-front",
        2,
        {"key_place": "start", "key_lead": "&"},
        text("Doctor", "the key stands in front of the parameters, joined with “&”"),
    ),
    ("key-at-both-ends", 2, {"key_place": "both"}, text("Doctor", "the key stands at both ends of the parameters")),
    (
        "key-at-both-ends",
        4,
        {"key_place": "both", "key_lead": "&"},
        text("Doctor", "the key stands at both ends of the parameters, joined with “&”"),
    ),
    ("key-twice", 3, {"key_place": "twice"}, text("Doctor", "the key was appended twice")),
)
_NAMED_IN_FRONT = text("Doctor", "the key stands in front of the parameters as “{name}=”")
_TAILS = {
    "\n": (2, "key-with-line-feed", text("Doctor", "a line feed follows the key")),
    " ": (2, "key-with-white-space", text("Doctor", "a space follows the key")),
    "\r\n": (2, "key-with-line-feed", text("Doctor", "a line break (CR LF) follows the key")),
    "\t": (4, "key-with-white-space", text("Doctor", "a tab follows the key")),
    "\r": (3, "key-with-line-feed", text("Doctor", "a carriage return follows the key")),
    "&": (3, "key-before-ampersand", text("Doctor", "an “&” follows the key")),
    "\0": (5, "key-with-white-space", text("Doctor", "a NUL character follows the key")),
    "\u200b": (3, "key-with-hidden-character", text("Doctor", "a zero-width space follows the key")),
    "\u00a0": (4, "key-with-hidden-character", text("Doctor", "a no-break space follows the key")),
    "\ufeff": (4, "key-with-hidden-character", text("Doctor", "a byte order mark follows the key")),
}
_HEADS = {
    "\ufeff": (3, "key-with-hidden-character", text("Doctor", "a byte order mark stands before the key")),
    "\u200b": (4, "key-with-hidden-character", text("Doctor", "a zero-width space stands before the key")),
    "\t": (5, "key-with-white-space", text("Doctor", "a tab stands before the key")),
}


def deviations(case: Case) -> Iterator[Deviation]:
    """Every known way to join the key to the parameters, and what may cling to it."""
    yield from _joined()
    yield from _as_parameter(case)


def _joined() -> Iterator[Deviation]:
    for lead, (cost, identity, cause) in _LEADS.items():
        yield Deviation(identity, cost, cause, _APPEND, {"key_lead": lead})
    for lead, (cost, identity) in _OTHER_LEADS.items():
        words = _BETWEEN[lead] if lead in _BETWEEN else _LEAD.fill(lead=lead)
        yield Deviation(identity, cost, words, _APPEND, {"key_lead": lead}, depth=2)
    for name in _NAMES:
        cause = _LEAD.fill(lead=f"&{name}=")
        depth = 2 if name in _NAMES[:6] else 1
        yield Deviation("key-joined-by-name", 3, cause, _APPEND, {"key_lead": f"&{name}="}, depth=depth)
    for identity, cost, recipe, cause in _PLACES:
        yield Deviation(identity, cost, cause, _APPEND, recipe)
    for name in ("key", "client_key"):
        recipe = {"key_place": "start", "key_lead": "&", "key_name": f"{name}="}
        yield Deviation("key-in-front", 2, _NAMED_IN_FRONT.fill(name=name), _APPEND, recipe, depth=2)
    for tail, (cost, identity, cause) in _TAILS.items():
        yield Deviation(identity, cost, cause, _USE, {"key_tail": tail}, depth=3 if cost == 2 else 2)
    for head, (cost, identity, cause) in _HEADS.items():
        yield Deviation(identity, cost, cause, _USE, {"key_lead": head}, depth=2)


def _as_parameter(case: Case) -> Iterator[Deviation]:
    """The key put among the parameters, and sorted with them."""
    sorted_in = text("Doctor", "the key was put among the parameters as {name}, and sorted with them")
    twice = text("Doctor", "the key was put among the parameters as {name}, and appended as well")
    for name in ("key", "client_key", "appkey", "app_key", "secret", "clientKey"):
        if name not in case.names and case.client_key:
            edit = Edit(added=((name, case.client_key),))
            cost = 2 if name in {"key", "client_key"} else 4
            place = {"key_place": "nowhere"}
            yield Deviation("key-among-parameters", cost, sorted_in.fill(name=name), _APPEND, place, edit, depth=2)
            cause = twice.fill(name=name)
            yield Deviation("key-among-parameters", cost + 1, cause, _APPEND, edit=edit, depth=2)
