"""Decides whether a request is read at all: form, app code, signature, in the order a careful server looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.demo import is_public
from qfpay_gui.services.simulator.trade import verify
from qfpay_gui.services.simulator.trade.rules import Refusal
from qfpay_gui.services.simulator.wire import Pairs, Request, UnreadableFormError, read_form, read_parts

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Credentials

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
KEY_MARK = "<client_key>"
_NOT_TOLD = "not told, for this is not the demo's key: whoever asks would have anything signed by the simulator."
_SHOWN = 8_000
_PERSONAL = ("extend_info", "user_creid", "user_truename")


@dataclass(frozen=True)
class Admitted:
    """A request that is decoded and rightly signed; ``notes`` are oddities it got away with."""

    pairs: Pairs = field(repr=False)
    notes: tuple[str, ...] = ()


def decode(request: Request) -> Pairs | Refusal:
    """The parameters of query string and body together, as QFPay’s samples use them."""
    if request.body and (refusal := _content_type_refusal(request)):
        return refusal
    try:
        return read_form(request.query) + _body(request)
    except UnreadableFormError as error:
        return Refusal("1103", str(error))


def admit(request: Request, pairs: Pairs, credentials: Credentials) -> Admitted | Refusal:
    """Whether these parameters come from the merchant: app code first, then the signature."""
    if refusal := _app_code_refusal(request, credentials):
        return refusal
    sign_type = request.header("x-qf-signtype") or "MD5"
    if sign_type not in verify.DIGESTS:
        return Refusal("1108", "X-QF-SIGNTYPE is MD5 or SHA256, in capital letters; without it MD5 is meant.")
    signature = request.header("x-qf-sign") or ""
    if not signature:
        return Refusal("1108", "The header X-QF-SIGN is missing: it carries the signature.")
    signed = verify.Signed(pairs, credentials.app_code, credentials.client_key, sign_type)
    if not verify.matches(signed, signature):
        return Refusal("1108", _mismatch(signed, signature))
    return Admitted(pairs, tuple(_notes(request, pairs, signature)))


def _body(request: Request) -> Pairs:
    """The parameters of the body, of whichever of the two kinds it is."""
    if _content_type(request) == MULTIPART:
        return read_parts(request.body, request.header("content-type") or "")
    return read_form(request.body)


def _content_type(request: Request) -> str:
    """What the body is said to be, without what stands beside the type, such as a charset."""
    return (request.header("content-type") or "").partition(";")[0].strip().lower()


def _content_type_refusal(request: Request) -> Refusal | None:
    """A body must be a form."""
    content_type = _content_type(request)
    if content_type in {FORM, MULTIPART}:
        return None
    shown = content_type[:60] or "missing"
    return Refusal(
        "1103",
        f"Content-Type is {shown}; expected {FORM}. JSON bodies are not read here; "
        "what QFPay does with them is not documented.",
    )


def _app_code_refusal(request: Request, credentials: Credentials) -> Refusal | None:
    """Which answer an unknown app code gets is not documented; signature errors are what merchants report."""
    app_code = request.header("x-qf-appcode") or ""
    if app_code == credentials.app_code:
        return None
    if not app_code:
        return Refusal("1108", "The header X-QF-APPCODE is missing: it carries the app_code.")
    if app_code == credentials.client_key:
        return Refusal("1108", "X-QF-APPCODE carries the client_key: send the app_code, and keep the key secret.")
    near = " It differs in upper and lower case only." if app_code.lower() == credentials.app_code.lower() else ""
    return Refusal(
        "1108",
        f"X-QF-APPCODE is not known here: expected {credentials.app_code}.{near} "
        "Credentials belong to one environment: use the simulator's own here.",
    )


def _mismatch(signed: verify.Signed, signature: str) -> str:
    """What was expected, what came, and the simple mistake it looks like; without key or personal data."""
    string = verify.join(tuple((name, _shown(name, value)) for name, value in signed.signed_pairs))
    received = signature.replace(signed.client_key, KEY_MARK)
    parts = (
        f"The signature does not match. {verify.looks_like(signed, signature)}".strip(),
        f"Signing string: {_cut(string.replace(signed.client_key, KEY_MARK))}{KEY_MARK}",
        f"Expected ({signed.sign_type}): {signed.expected if is_public(signed.client_key) else _NOT_TOLD}",
        f"Received: {received[:200]}",
    )
    return "\n".join(parts)


def _shown(name: str, value: str) -> str:
    """A value as it may be repeated: a person's name and ID, wherever they are put, by length only."""
    if any(mark in name or mark in value for mark in _PERSONAL):
        return f"<{len(value)} characters of personal data>"
    return value


def _cut(string: str) -> str:
    """At most _SHOWN characters."""
    return string if len(string) <= _SHOWN else f"{string[:_SHOWN]}… ({len(string)} characters in all)"


def _notes(request: Request, pairs: Pairs, signature: str) -> list[str]:
    """Oddities of an accepted request."""
    notes = []
    if verify.is_mixed_case(signature):
        notes.append("X-QF-SIGN mixes upper and lower case: send upper case.")
    if beside := [name for name, _value in pairs if name in verify.SIGNATURE_NAMES]:
        notes.append(
            f"{', '.join(beside)} travels in the body too, and took no part in the signature. "
            "Take it out: whether QFPay minds is not documented."
        )
    if request.body and _content_type(request) == MULTIPART:
        notes.append(f"The body is {MULTIPART}: programs in public send it so, but only {FORM} is documented.")
    empty = [name[:40] for name, value in pairs if not value]
    if empty:
        notes.append(
            f"Sent empty, and signed so: {', '.join(empty)}. "
            "Newer documentation leaves empty parameters out of the signature: do not send them."
        )
    charset = (request.header("content-type") or "").lower().partition("charset=")[2].strip(' "')
    if charset not in {"", "utf-8", "utf8"}:
        notes.append(f"The charset {charset[:20]} of Content-Type is not regarded: the form is read as UTF-8.")
    return notes
