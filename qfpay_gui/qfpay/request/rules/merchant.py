"""Rules of credentials and environment: what else makes a well-signed request fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import Environment, EnvironmentKind, is_custom, name_of, of_id, same_host
from qfpay_gui.qfpay.hidden import hidden_names
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_CODE = re.compile(r"[0-9A-Fa-f]{32}")
_SENDABLE = re.compile(r"[ -~]*")


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about who signs and where it goes."""
    yield from _credential("app_code", subject.credentials.app_code)
    yield from _header(subject.credentials.app_code)
    yield from _credential("client_key", subject.credentials.client_key)
    if subject.credentials.app_code and subject.credentials.app_code == subject.credentials.client_key:
        yield wrong(
            "key-is-app-code",
            "client_key",
            text("Rules", "The key is the app code"),
            text("Rules", "app_code and client_key are two different values. Look the key up again."),
        )
    yield from _mchid_left_out(subject)
    yield from _environment(subject)
    if subject.sign_type == "MD5" and any(not value.isascii() for _name, value in subject.sent):
        yield note(
            "non-ascii-boilerplate",
            "",
            text("Rules", "The official md5.js signs this text differently"),
            text(
                "Rules",
                "Some text is not ASCII, and QFPay's Mini Program boilerplate hashes only the low byte of each "
                "character. A merchant who uses it gets 1108 for this request, though the signature here is right.",
            ),
        )


def _credential(field: str, value: str) -> Iterator[Finding]:
    if not value:
        yield wrong(
            "credential-missing",
            field,
            text("Rules", "{field} is missing").fill(field=field),
            text("Rules", "Open the credentials and enter {field}, or choose another profile.").fill(field=field),
        )
    elif hidden_names(value):
        yield attention(
            "credential-hidden",
            field,
            text("Rules", "Hidden character in {field}").fill(field=field),
            text(
                "Rules",
                "{field} holds a space, line break or invisible character, probably from copying. Enter it again.",
            ).fill(field=field),
        )
    elif not _CODE.fullmatch(value):
        yield note(
            "credential-shape",
            field,
            text("Rules", "Unusual {field}: {length} characters").fill(field=field, length=f"{len(value):,}"),
            text("Rules", "{field} usually has 32 characters, all of them 0–9 or A–F. Check whether it is whole.").fill(
                field=field
            ),
        )


def _header(app_code: str) -> Iterator[Finding]:
    if app_code and not _SENDABLE.fullmatch(app_code):
        yield wrong(
            "app-code-header",
            "app_code",
            text("Rules", "This app_code cannot travel in a header"),
            text("Rules", "app_code is sent in the header X-QF-APPCODE, which takes ASCII letters, digits and signs."),
        )


def _mchid_left_out(subject: Subject) -> Iterator[Finding]:
    if subject.credentials.mchid and subject.value("mchid") is None:
        yield attention(
            "mchid-left-out",
            "mchid",
            text("Rules", "The profile has an mchid, but it is not sent"),
            text(
                "Rules",
                "If QFPay assigned an mchid it must be sent. Without it the answer may be 1108, which was seen for a "
                "wrong one.",
            ),
        )


def _environment(subject: Subject) -> Iterator[Finding]:
    environment = subject.environment
    if environment.kind is EnvironmentKind.SANDBOX and subject.value("pay_type") == "800213":
        yield attention(
            "sandbox-cards-only",
            "environment",
            text("Rules", "The sandbox serves cards only"),
            environment.caution,
        )
    if subject.bound_to and not _is_home(subject.bound_to, environment):
        yield attention(
            "profile-elsewhere",
            "environment",
            text("Rules", "These credentials belong to another environment"),
            text(
                "Rules",
                "This profile was made for {bound}. Credentials of one environment fail in another, often with 1108.",
            ).fill(bound=name_of(subject.bound_to)),
        )
    elif environment.only_app_code and subject.credentials.app_code not in {"", environment.only_app_code}:
        yield attention(
            "simulator-merchant",
            "environment",
            text("Rules", "The simulator knows the demo merchant only"),
            text(
                "Rules",
                "It answers 1108 to any other app_code. Choose the profile “Demo merchant”, or the environment these "
                "credentials were made for.",
            ),
        )


def _is_home(bound_to: str, environment: Environment) -> bool:
    """Whether credentials of that environment are at home here; two custom addresses at one host are two worlds."""
    bound = of_id(bound_to)
    if bound_to == environment.id or bound is None or (is_custom(bound_to) and is_custom(environment.id)):
        return bound_to == environment.id
    return same_host(bound.base_url, environment.base_url)
