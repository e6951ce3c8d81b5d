"""Well signed and still refused with 1108: what is left, the likely first, each with a step that tells.

1108 was seen for a wrong or unassigned mchid as well, and comes with keys of another environment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import name_of
from qfpay_gui.qfpay.hidden import hidden_names
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.request.form_body import decode_form
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing.request import ReadRequest
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.reply.reply import Reply


class Weight(IntEnum):
    """How much speaks for a suspicion."""

    SLIGHT = 1
    FAIR = 2
    STRONG = 3


@dataclass(frozen=True)
class Circumstances:
    """What is known around a well signed request.

    ``bound_to`` is the id of the environment the credentials belong to, ``environment_id`` the one requests go to
    from here; ``reply`` is the newest reply to the same request, None where it was not sent from here.
    """

    case: ReadRequest
    credentials: Credentials
    client_key: str = field(repr=False)
    environment_id: str = ""
    bound_to: str = ""
    reply: Reply | None = None


@dataclass(frozen=True)
class Suspicion:
    """A cause that is left: ``action`` is the id of the step that tells, ``step`` says it on a button."""

    id: str
    weight: Weight
    cause: Text
    reason: Text
    action: str
    step: Text


_EDIT = text("StillRefused", "Edit credentials …")
_CHOOSE = text("StillRefused", "Choose the environment …")
_COMPARE = text("StillRefused", "Compare with ours")
_SEND = text("StillRefused", "Send ours now")
_WITH = text("StillRefused", "Send with mchid")
_WITHOUT = text("StillRefused", "Send without mchid")
_SHA256 = text("StillRefused", "Send signed by SHA256")


def still_refused(known: Circumstances) -> tuple[Suspicion, ...]:
    """What is left, the likely first. What is known to be in order is not among it."""
    found = [*_sent(known), *_keys(known), *_mchid(known), *_sign_type(known), *_rest(known)]
    return tuple(sorted(found, key=lambda one: -one.weight))


def _sent(known: Circumstances) -> Iterator[Suspicion]:
    """The body, or a header, is not what was signed."""
    case = known.case
    content_type = case.headers.get("Content-Type", "")
    cause = text("StillRefused", "The body that travels is not what was signed")
    if content_type and "x-www-form-urlencoded" not in content_type.lower():
        reason = text("StillRefused", "Content-Type is {type}; QFPay reads application/x-www-form-urlencoded.")
        yield _suspect("body-differs", Weight.STRONG, cause, reason.fill(type=excerpt(content_type)), "compare-body")
    elif not case.is_wire:
        reason = text("StillRefused", "The paste shows what went into the request, not the bytes that were sent.")
        yield _suspect("body-differs", Weight.FAIR, cause, reason, "compare-body")
    elif case.body is not None and _read(case.body) != case.pairs:
        reason = text("StillRefused", "The body decodes to other values than the signed ones.")
        yield _suspect("body-differs", Weight.STRONG, cause, reason, "compare-body")
    if case.is_wire and "X-QF-SIGN" not in case.headers:
        cause = text("StillRefused", "The header X-QF-SIGN is missing")
        reason = text("StillRefused", "The signature stands elsewhere in the paste, but QFPay reads the header.")
        yield _suspect("no-header", Weight.STRONG, cause, reason, "compare-body")


def _read(body: bytes) -> tuple[tuple[str, str], ...] | None:
    try:
        return decode_form(body)
    except UnicodeDecodeError:
        return None


def _keys(known: Circumstances) -> Iterator[Suspicion]:
    yield from _environment(known)
    yield from _app_code(known)
    yield from _key(known)


def _environment(known: Circumstances) -> Iterator[Suspicion]:
    went, bound = known.case.environment_id, known.bound_to
    cause = text("StillRefused", "The key belongs to another environment")
    if went and bound and went != bound:
        reason = text("StillRefused", "The merchant sent to {went}; this profile belongs to {bound}.")
        filled = reason.fill(went=name_of(went), bound=name_of(bound))
        yield _suspect("environment", Weight.STRONG, cause, filled, "choose-environment")
    elif not went:
        reason = text("StillRefused", "The paste does not show where it was sent. Ask for the URL.")
        yield _suspect("environment", Weight.FAIR, cause, reason, "choose-environment")


def _app_code(known: Circumstances) -> Iterator[Suspicion]:
    theirs, ours = known.case.app_code.strip(), known.credentials.app_code
    cause = text("StillRefused", "The app code is not the one of this key")
    if known.case.app_code != theirs or hidden_names(theirs):
        reason = text("StillRefused", "X-QF-APPCODE holds characters that cannot be seen.")
        yield _suspect("app-code", Weight.STRONG, cause, reason, "edit-credentials")
    elif theirs and ours and theirs != ours:
        reason = text("StillRefused", "The merchant sent {theirs}, this profile has {ours}.")
        filled = reason.fill(theirs=excerpt(theirs), ours=excerpt(ours))
        yield _suspect("app-code", Weight.STRONG, cause, filled, "edit-credentials")
    elif not theirs:
        reason = text("StillRefused", "The paste does not show X-QF-APPCODE. Ask for the headers.")
        yield _suspect("app-code", Weight.FAIR, cause, reason, "edit-credentials")


def _key(known: Circumstances) -> Iterator[Suspicion]:
    key, ours = known.client_key, known.credentials.client_key
    if hidden_names(key) or key != key.strip():
        cause = text("StillRefused", "The client key holds a hidden character")
        reason = text("StillRefused", "Merchant and profile share it, so both sign alike and QFPay does not.")
        yield _suspect("key-hidden", Weight.STRONG, cause, reason, "edit-credentials")
    elif len(key) != 32:
        cause = text("StillRefused", "The client key is not complete")
        reason = text("StillRefused", "It has {count} characters; QFPay's have 32.").fill(count=len(key))
        yield _suspect("key-length", Weight.STRONG, cause, reason, "edit-credentials")
    elif ours and key != ours:
        cause = text("StillRefused", "The merchant's key is not the one of this profile")
        reason = text("StillRefused", "The signature is right for the key in the paste only. Which one is current?")
        yield _suspect("key-differs", Weight.STRONG, cause, reason, "edit-credentials")


def _mchid(known: Circumstances) -> Iterator[Suspicion]:
    theirs, ours = known.case.params.get("mchid"), known.credentials.mchid
    named = known.reply is not None and "MCHCODE" in f"{known.reply.resperr}{known.reply.respmsg}".upper()
    if theirs is not None and theirs == ours and not named:
        return
    if theirs is None:
        cause = text("StillRefused", "mchid is not sent, but may have been assigned")
        reason = text("StillRefused", "Once QFPay has assigned one it is mandatory. 1108 was seen for a wrong one.")
        weight = Weight.STRONG if ours or named else Weight.SLIGHT
        action = "send-with-mchid" if ours else "edit-credentials"
    elif ours and theirs != ours:
        cause = text("StillRefused", "mchid names another merchant")
        said = text("StillRefused", "The merchant sent {theirs}, this profile has {ours}.")
        reason = said.fill(theirs=excerpt(theirs), ours=excerpt(ours))
        weight, action = Weight.STRONG, "send-with-mchid"
    else:
        cause = text("StillRefused", "mchid is sent, but was not assigned")
        reason = text("StillRefused", "Where none was assigned it must be left out. 1108 was seen for a wrong one.")
        weight, action = Weight.STRONG if named else Weight.FAIR, "send-without-mchid"
    yield _suspect("mchid", weight, cause, reason, action)


def _sign_type(known: Circumstances) -> Iterator[Suspicion]:
    """SHA256 without its header cannot be well signed where the request itself was pasted."""
    case = known.case
    if case.sign_type == "SHA256" and not case.stated_sign_type:
        cause = text("StillRefused", "X-QF-SIGNTYPE is missing")
        reason = text("StillRefused", "Without the header SHA256, QFPay computes MD5.")
        yield _suspect("sign-type", Weight.STRONG, cause, reason, "compare-body")
    elif case.sign_type == "MD5":
        cause = text("StillRefused", "Perhaps SHA256 is wanted")
        reason = text("StillRefused", "SHA256 is recommended; that MD5 is refused is not documented. Sending tells.")
        yield _suspect("sign-type", Weight.SLIGHT, cause, reason, "send-sha256")


def _rest(known: Circumstances) -> Iterator[Suspicion]:
    if known.reply is None:
        cause = text("StillRefused", "The fault lies between the merchant's program and QFPay")
        reason = text("StillRefused", "Sent from here, the same request shows whether QFPay refuses it at all.")
        yield _suspect("unsent", Weight.FAIR, cause, reason, "send-now")
    elif known.reply.respcd == "1108":
        cause = text("StillRefused", "The key was renewed, or never activated, at QFPay")
        reason = text("StillRefused", "It is refused from here too. Ask QFPay which key this app code has now.")
        yield _suspect("key-renewed", Weight.FAIR, cause, reason, "edit-credentials")
    elif known.reply.respcd:
        cause = text("StillRefused", "The merchant's program sends something else than the paste shows")
        reason = text("StillRefused", "Sent from here, the signature was taken ({respcd}).").fill(
            respcd=excerpt(known.reply.respcd)
        )
        yield _suspect("accepted-here", Weight.STRONG, cause, reason, "compare-body")


_STEPS = {
    "choose-environment": _CHOOSE,
    "edit-credentials": _EDIT,
    "send-with-mchid": _WITH,
    "send-without-mchid": _WITHOUT,
    "send-sha256": _SHA256,
    "compare-body": _COMPARE,
    "send-now": _SEND,
}
ACTIONS = frozenset(_STEPS)
"""The ids of every step."""


def _suspect(id_: str, weight: Weight, cause: Text, reason: Text, action: str) -> Suspicion:
    return Suspicion(id_, weight, cause, reason, action, _STEPS[action])
