"""Rules of credentials and environment: what else makes a well-signed request fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import Kind, by_id
from qfpay_gui.qfpay.hidden import hidden
from qfpay_gui.qfpay.rules.subject import SAMPLES, Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_CODE = re.compile(r"[0-9A-Fa-f]{32}")


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about who signs and where it goes."""
    yield from _credential("app_code", subject.credentials.app_code)
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
            text("Rules", "Non-ASCII text: the official md5.js signs it differently"),
            text(
                "Rules",
                "QFPay's Mini Program boilerplate hashes only the low byte of each character. A merchant who uses it "
                "gets 1108 for this request, though the signature here is right.",
            ),
            SAMPLES,
        )


def _credential(field: str, value: str) -> Iterator[Finding]:
    if not value:
        yield wrong(
            "credential-missing",
            field,
            text("Rules", "{field} is missing").fill(field=field),
            text("Rules", "Open the credentials and enter {field}, or choose another profile.").fill(field=field),
        )
    elif hidden(value):
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
            text("Rules", "{field} has {length} characters").fill(field=field, length=len(value)),
            text("Rules", "{field} usually has 32 characters, 0–9 and A–F. Check whether some are missing.").fill(
                field=field
            ),
        )


def _mchid_left_out(subject: Subject) -> Iterator[Finding]:
    if subject.credentials.mchid and subject.value("mchid") is None:
        yield attention(
            "mchid-left-out",
            "mchid",
            text("Rules", "The profile has an mchid, but it is not sent"),
            text("Rules", "If QFPay assigned an mchid it must be sent. Without it the answer may be 1108."),
        )


def _environment(subject: Subject) -> Iterator[Finding]:
    environment = subject.environment
    if environment.kind is Kind.SANDBOX and subject.value("pay_type") == "800213":
        yield attention(
            "sandbox-cards-only",
            "environment",
            text("Rules", "The sandbox serves cards only"),
            environment.caution,
        )
    if subject.bound_to and subject.bound_to != environment.id:
        bound = by_id(subject.bound_to)
        yield attention(
            "profile-elsewhere",
            "environment",
            text("Rules", "These credentials belong to another environment"),
            text(
                "Rules", "This profile was made for {bound}. Credentials of one environment give 1108 in another."
            ).fill(bound=bound.name if bound else subject.bound_to),
        )
