"""Keys that may have been used in place of the client key, and ways to join a key to the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.deviations import other_key as other_key_deviations
from qfpay_gui.diagnosis.doctor.sweeps import key_slips
from qfpay_gui.diagnosis.notification.cause import APPEND, KEY, Cause, Way
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_OTHER = text("Notification", "the key is that of “{name}”")
_OTHER_MEND = text(
    "Notification",
    "QFPay signs with the key of the app_code the payment was made with: this notification belongs to “{name}”, or "
    "the merchant verifies it with the wrong key.",
)
_TAILS = (
    ("key-with-line-feed", 1, text("Notification", "a line feed follows the key"), "{}\n"),
    ("key-with-line-feed", 2, text("Notification", "a line break (CR LF) follows the key"), "{}\r\n"),
    ("key-with-white-space", 1, text("Notification", "a space follows the key"), "{} "),
    ("key-with-white-space", 3, text("Notification", "a tab follows the key"), "{}\t"),
    ("key-with-hidden-character", 3, text("Notification", "a zero-width space follows the key"), "{}\u200b"),
    ("key-with-hidden-character", 3, text("Notification", "a byte order mark stands before the key"), "\ufeff{}"),
)


def keys(client_key: str, other_keys: Mapping[str, str], app_code: str) -> Iterator[tuple[Way, bool]]:
    """The right key first, then every other; whether it is worth trying together with a second cause."""
    yield Way((), _bytes(client_key)), True
    seen = {client_key, ""}
    for name, key in other_keys.items():
        if key not in seen:
            seen.add(key)
            mend = _OTHER_MEND.fill(name=name)
            yield Way((Cause("other-profile-key", 1, "key", _OTHER.fill(name=name), mend, name),), _bytes(key)), True
    for identity, cost, words, form in _TAILS:
        yield Way((Cause(identity, cost, "key", words, KEY),), _bytes(form.format(client_key))), cost < 3
    case = Case((), client_key, app_code=app_code)
    for one in other_key_deviations.deviations(case):
        if one.key is not None and one.key not in seen:
            seen.add(one.key)
            yield Way((Cause(one.id, one.cost, "key", one.cause, KEY),), _bytes(one.key)), one.depth > 1
    for slip in key_slips(case):
        if slip.written not in seen and slip.cost < _TOO_MANY:
            seen.add(slip.written)
            yield Way((Cause(slip.id, slip.cost, "key", slip.told().cause, KEY),), _bytes(slip.written)), False


_TOO_MANY = 6
"""The cost of a character added anywhere: as many candidates as all other slips together."""


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "replace")


@dataclass(frozen=True)
class Join:
    """One way to join key and body; no causes for the right one."""

    causes: tuple[Cause, ...]
    join: Callable[[bytes, bytes], bytes]

    @property
    def cost(self) -> int:
        """How unlikely it is."""
        return sum(cause.cost for cause in self.causes)


def official(body: bytes, key: bytes) -> bytes:
    """The documented text: the key directly behind the body's last byte."""
    return body + key


def joins() -> Iterator[Join]:
    """The right way first, then those of other interfaces and of slips."""
    yield Join((), official)
    for identity, cost, words, join in _JOINS:
        yield Join((Cause(identity, cost, "joining", words, APPEND),), join)
    for between, cost in _BETWEEN:
        words = _BETWEEN_WORDS.fill(between=between.replace("\r", "\\r").replace("\n", "\\n"))
        yield Join((Cause("key-separated", cost, "joining", words, APPEND),), _behind(between))


def _behind(between: str) -> Callable[[bytes, bytes], bytes]:
    return lambda body, key: body + between.encode() + key


_BETWEEN_WORDS = text("Notification", "“{between}” stands between body and key")
_BETWEEN = (
    *(("&key=", 1), ("&", 1), ("key=", 2), ("&client_key=", 2), ("\n", 2), (" ", 3), ("\r\n", 3), ("+", 3)),
    *(("client_key=", 3), ("|", 4), (":", 4), (",", 4)),
)
_MISSING: Text = text("Notification", "the key is missing: only the body was hashed")
_IN_FRONT: Text = text("Notification", "the key stands in front of the body")
_BOTH: Text = text("Notification", "the key stands at both ends of the body")
_TWICE: Text = text("Notification", "the key was appended twice")
_JOINS: tuple[tuple[str, int, Text, Callable[[bytes, bytes], bytes]], ...] = (
    ("key-missing", 1, _MISSING, lambda body, _key: body),
    ("key-in-front", 1, _IN_FRONT, lambda body, key: key + body),
    ("key-in-front", 3, _IN_FRONT, lambda body, key: key + b"&" + body),
    ("key-at-both-ends", 2, _BOTH, lambda body, key: key + body + key),
    ("key-twice", 3, _TWICE, lambda body, key: body + key + key),
)
