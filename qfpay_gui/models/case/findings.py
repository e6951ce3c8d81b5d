"""What an examined case gives to show: sentences, both strings, the steps left, and what else is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.findings import Severity, breaking
from qfpay_gui.qfpay.request.variants import Variant
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, Segment
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.examination import Examined
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.diagnosis.still_refused import Circumstances
    from qfpay_gui.models.sending.send_model import SendState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class Strings:
    """The two strings in their pieces, their signatures, and the index of the first character that differs.

    ``keys`` are masked wherever they stand.
    """

    theirs: tuple[Segment, ...] = field(repr=False)
    right: tuple[Segment, ...] = field(repr=False)
    their_signature: str
    right_signature: str
    difference: int | None
    keys: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class StepLeft:
    """Something to do next: its weight as a severity, why, and the id and words of the action."""

    severity: Severity
    cause: Text
    reason: Text
    action: str
    step: Text


_KEY = StepLeft(
    Severity.ATTENTION,
    text("StillRefused", "Try another key"),
    text("StillRefused", "Choose the profile of this merchant and environment: the case is examined again at once."),
    "edit-credentials",
    text("StillRefused", "Edit credentials …"),
)
_STRING = StepLeft(
    Severity.ATTENTION,
    text("StillRefused", "Ask for the string that was hashed"),
    text("StillRefused", "Beside the signature it shows where the merchant's program goes another way."),
    "paste-again",
    text("StillRefused", "Paste …"),
)
_RAW = StepLeft(
    Severity.NOTE,
    text("StillRefused", "Ask for the request as it travelled"),
    text("StillRefused", "Headers and body, not a print of them: what was sent may not be what the program prints."),
    "paste-again",
    text("StillRefused", "Paste …"),
)
_COMPARE = StepLeft(
    Severity.NOTE,
    text("StillRefused", "Look at the differences"),
    text("StillRefused", "The merchant's request and ours, parameter by parameter."),
    "compare-body",
    text("StillRefused", "Compare with ours"),
)


_NO_KEY = text("Case", "Not examined with this merchant's key: no profile with this app_code is known here.")
_CLOSED = text("Case", "Not examined with this merchant's key: it is that of the profile {name}.")


def key_missing(workbench: Workbench, examined: Examined) -> Text | None:
    """That it was another merchant's key with which nothing was found; None where it may be the right one."""
    case, ours, state = examined.case, workbench.credentials, workbench.profiles.state
    app_code = case.app_code.strip()
    if app_code in {"", ours.app_code} or case.client_key or examined.client_key != ours.client_key:
        return None
    names = [name for name, home in state.homes.items() if home.app_code == app_code]
    if not names:
        return _NO_KEY
    return None if state.opened.intersection(names) else _CLOSED.fill(name=names[0])


def sentences(diagnosis: Diagnosis) -> tuple[Text, ...]:
    """What the doctor says, without the remark that there are rivals: they are listed."""
    return diagnosis.text[:-1] if diagnosis.rivals > 1 else diagnosis.text


def ids_of(diagnosis: Diagnosis) -> str:
    """The ids of the deviations in one line."""
    return " + ".join(diagnosis.deviations)


def shown_strings(examined: Examined, diagnosis: Diagnosis | None) -> Strings | None:
    """Both strings where they tell something: as diagnosed, else the string the merchant gave beside the right one."""
    case, keys = examined.case, _keys(examined)
    if diagnosis is not None and diagnosis.deviations:
        keys = (*keys, diagnosis.client_key) if diagnosis.client_key not in keys else keys
        signed, right = diagnosis.signed, diagnosis.right
        signature = "" if examined.from_string else diagnosis.signature
        return Strings(signed.segments, right.segments, signature, right.signature, diagnosis.difference, keys)
    string = examined.string
    if diagnosis is not None or string is None or examined.is_right:
        return None
    right = OFFICIAL.sign(case.pairs, examined.client_key, case.sign_type if case.sign_type in SIGN_TYPES else "MD5")
    segments = right.segments if string.right == right.string else (Segment("value", string.right),)
    theirs = (Segment("value", string.given),)
    return Strings(theirs, segments, case.signature.strip(), right.signature, string.difference, keys)


def steps_left(workbench: Workbench, examined: Examined) -> tuple[StepLeft, ...]:
    """What can still be done: nothing where the cause is named."""
    from qfpay_gui.diagnosis.still_refused import still_refused  # noqa: PLC0415 - not needed at start

    if not examined.is_right:
        return () if examined.diagnoses else tuple(_asked(examined))
    if examined.from_string:
        return ()
    return tuple(
        StepLeft(Severity(one.weight), one.cause, one.reason, one.action, one.step)
        for one in still_refused(circumstances(workbench, examined))
    )


def _asked(examined: Examined) -> Iterator[StepLeft]:
    """What to ask the merchant for next, where nothing was found."""
    yield _KEY
    if not examined.string:
        yield _STRING
    if examined.case.body is None:
        yield _RAW
    yield _COMPARE


def besides(workbench: Workbench, examined: Examined) -> tuple[Finding, ...]:
    """What is wrong with the request apart from its signature, as long as the draft is the merchant's request."""
    prepared = workbench.draft.prepared
    if prepared.parameters != examined.case.pairs:
        return ()
    return breaking(prepared.findings, dict(prepared.parameters))


def _keys(examined: Examined) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in (examined.client_key, examined.case.client_key) if key))


def circumstances(workbench: Workbench, examined: Examined) -> Circumstances:
    """Credentials, environments, and the newest reply where the same parameters were sent from here."""
    from qfpay_gui.diagnosis.still_refused import Circumstances  # noqa: PLC0415 - not needed at start

    profile = workbench.profiles.state.profile
    reply = _reply(workbench.send_model.state, examined.case)
    return Circumstances(
        examined.case,
        workbench.credentials,
        examined.client_key,
        workbench.environment.id,
        profile.environment_id if profile else "",
        reply,
    )


def _reply(state: SendState, case: ReadRequest) -> Reply | None:
    """QFPay's reply to the same parameters, rightly signed; what the simulator says tells nothing about QFPay."""
    if not isinstance(state, Answered):
        return None
    request = state.answer.request
    elsewhere = request.environment.kind is EnvironmentKind.SIMULATOR and case.environment_id != request.environment.id
    if elsewhere or request.deliberate is not None or request.parameters != case.pairs:
        return None
    return state.answer.reply


THEIR_RECIPE = "their-recipe"
_NAME = text("Variants", "Signed as the merchant signs: {ids}")


def their_recipe(case: ReadRequest, diagnosis: Diagnosis) -> Variant:
    """Signs as diagnosed: exactly the merchant's signing string where the same parameters are sent.

    Where they were edited, or made anew, the recipe signs what is sent: then only deviations that change parameters
    themselves are lost.
    """

    def make(request: PreparedRequest, client_key: str) -> PreparedRequest:
        if request.parameters == case.pairs:
            signed = diagnosis.signed
        else:
            signed = diagnosis.recipe.sign(request.parameters, client_key, request.sign_type)
        headers = tuple((n, signed.signature if n == "X-QF-SIGN" else value) for n, value in request.headers)
        return replace(request, signed=signed, headers=headers)

    return Variant(THEIR_RECIPE, _NAME.fill(ids=", ".join(diagnosis.deviations)), make)
