"""What is noticed about credentials while they are typed or pasted. Pure; nothing here forbids anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.environments import CUSTOM_CAUTION, of_id
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.hidden import compacted
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Credentials

Offer = Literal["split", "clean", "cut"]
_CODE = re.compile(r"[0-9A-Fa-f]{32}")
_EMPTY = {
    "app_code": text("Profiles", "From QFPay: 32 characters, sent with every request"),
    "client_key": text("Profiles", "From QFPay: 32 characters, secret; it signs and is never sent"),
    "mchid": text("Profiles", "Only if QFPay assigned one; else leave it empty"),
}
_NAME = r"(?:x-qf-)?(?P<{}>app[ _-]?code|client[ _-]?key|mch[ _-]?id|sign[ _-]?type)"
# A line edit turns line breaks into spaces, so a space may be all that stands between name and value.
_PAIR = re.compile(
    rf"(?<![\w-]){_NAME.format('name')}[\"']?\s*(?:[:=：]\s*|\s)[\"']?"
    rf"(?!{_NAME.format('next')})(?P<value>[^\s\"'`,;&{{}}]+)",
    re.IGNORECASE,
)
_FIELDS = {"appcode": "app_code", "clientkey": "client_key", "mchid": "mchid", "signtype": "sign_type"}


@dataclass(frozen=True)
class Remark:
    """A line under a field; ``severity`` None is quiet help, ``offer`` what one click can put right."""

    sentence: Text
    severity: Severity | None = None
    offer: Offer | None = None


def remark(field: str, credentials: Credentials) -> Remark:
    """What to say under ``app_code``, ``client_key`` or ``mchid``."""
    value: str = getattr(credentials, field)
    if not value:
        return Remark(_EMPTY[field])
    if field != "mchid" and read_pasted(value):
        named = ", ".join(read_pasted(value))
        return Remark(text("Profiles", "A whole block: {named}").fill(named=named), Severity.ATTENTION, "split")
    if compacted(value) != value:
        sentence = text("Profiles", "Spaces or invisible characters, probably from copying")
        return Remark(sentence, Severity.ATTENTION, "clean")
    if field == "client_key" and value == credentials.app_code:
        return Remark(text("Profiles", "The same as the app code: look the key up again"), Severity.WRONG)
    return Remark(_EMPTY[field]) if field == "mchid" else _shape(value)


def _shape(value: str) -> Remark:
    """QFPay's samples and portals show 32 hexadecimal digits; other shapes are possible."""
    if not value.isascii():
        return Remark(text("Profiles", "Holds characters that are not ASCII"), Severity.ATTENTION)
    if len(value) != 32:
        sentence = text("Profiles", "{count} characters; usually there are 32").fill(count=f"{len(value):,}")
        return Remark(sentence, Severity.ATTENTION)
    if not _CODE.fullmatch(value):
        return Remark(text("Profiles", "32 characters, usually all of them 0–9 or A–F"), Severity.NOTE)
    return Remark(text("Profiles", "32 characters"), Severity.OK)


def about_environment(environment_id: str) -> Text:
    """What sending there means for money."""
    environment = of_id(environment_id)
    return environment.caution if environment else CUSTOM_CAUTION


def read_pasted(pasted: str) -> dict[str, str]:
    """The credentials named in the text, by field name, the first of each; empty where it names none."""
    found: dict[str, str] = {}
    for pair in _PAIR.finditer(pasted):
        field = _FIELDS[re.sub(r"[ _-]", "", pair["name"].lower())]
        value = pair["value"].upper() if field == "sign_type" else pair["value"]
        if field != "sign_type" or value in SIGN_TYPES:
            found.setdefault(field, compacted(value))
    return found
