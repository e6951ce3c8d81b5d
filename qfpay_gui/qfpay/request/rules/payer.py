"""Rules of who pays: ``sub_openid`` and the personal data of ``extend_info``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import EnvironmentKind, host_name, is_loopback
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.findings import Finding

MADE_UP_OPENIDS = frozenset({"oQFTester_0penid_for_demo_01", "oDE30_demo_customer_openid00"})
"""That of the example, and that of the simulated WeChat's only customer."""
_OPENID = re.compile(r"o[A-Za-z0-9_-]{27}")
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_DOUBLE_ESCAPE = re.compile(r"\\\\u[0-9A-Fa-f]{4}")


def check_sub_openid(value: str, subject: Subject) -> Iterator[Finding]:
    """Findings about the payer's openid."""
    if value in MADE_UP_OPENIDS and not _stays_here(subject.environment):
        yield attention(
            "openid-made-up",
            "sub_openid",
            text("Rules", "A made-up openid: nobody can pay with it here"),
            text(
                "Rules",
                "{openid} belongs to this program’s simulator. Take the openid of a real customer from the reply of "
                "code2Session.",
            ).fill(openid=value),
        )
    if _OPENID.fullmatch(value):
        return
    if len(value) == 32 and value.isalnum():
        headline = text("Rules", "32 characters: looks like a js_code or a key")
    elif value.startswith("wx") and len(value) == 18:
        headline = text("Rules", "That is an appId, not an openid")
    else:
        headline = text("Rules", "An openid has 28 characters and begins with o")
    yield attention(
        "openid-shape",
        "sub_openid",
        headline,
        text(
            "Rules",
            "{length} characters were entered. Take openid from the reply of code2Session, for the Mini Program that "
            "calls wx.requestPayment. js_code, unionid and session_key do not work.",
        ).fill(length=f"{len(value):,}"),
    )


def _stays_here(environment: Environment) -> bool:
    is_simulator = environment.kind is EnvironmentKind.SIMULATOR
    return is_simulator or is_loopback(host_name(environment.base_url))


def check_extend_info(value: str, _subject: Subject) -> Iterator[Finding]:
    """Findings about the real-name JSON text."""
    if _DOUBLE_ESCAPE.search(value):
        yield attention(
            "extend-info-double-escape",
            "extend_info",
            text("Rules", "Two back-slashes before u"),
            text(
                "Rules",
                "As JSON this is the text \\u5c0f, not the character. Editions print one to four back-slashes: which "
                "the server wants is open. The characters themselves are documented too, and leave no doubt.",
            ),
        )
    try:
        content = json.loads(value)
    except (ValueError, RecursionError):
        yield wrong(
            "extend-info-not-json",
            "extend_info",
            text("Rules", "Not JSON"),
            text("Rules", "extend_info is a JSON object with user_creid and user_truename, both in double quotes."),
        )
        return
    if not isinstance(content, dict) or not {"user_creid", "user_truename"} <= content.keys():
        yield wrong(
            "extend-info-members",
            "extend_info",
            text("Rules", "user_creid and user_truename are needed"),
            text("Rules", "extend_info is a JSON object with exactly these two members: national ID and real name."),
        )
        return
    yield from _members(content)


def _members(content: dict[str, object]) -> Iterator[Finding]:
    creid = content["user_creid"]
    if not (isinstance(creid, str) and _ID_NUMBER.fullmatch(creid)):
        yield attention(
            "extend-info-id",
            "extend_info",
            text("Rules", "user_creid is no ID number in quotes"),
            text(
                "Rules",
                "user_creid is text: 17 digits, then a digit or a capital X. Without quotes, "
                "JavaScript changes its last digits.",
            ),
        )
    truename = content["user_truename"]
    if not (isinstance(truename, str) and truename.strip()):
        yield attention(
            "extend-info-name",
            "extend_info",
            text("Rules", "user_truename is no text in quotes"),
            text("Rules", "user_truename is the payer's real name as text, in Chinese characters or as \\u escapes."),
        )
    yield note(
        "extend-info-personal",
        "extend_info",
        text("Rules", "Personal data; for mainland citizens only"),
        text(
            "Rules",
            "It must be activated for the pay type. A payer whose bank card does not match is refused; one who has "
            "bound no card pays regardless. It is not kept between starts, and masked wherever it would be written.",
        ),
    )
