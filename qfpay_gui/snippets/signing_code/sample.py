"""What the signing programs of every language say alike: the request, its test value, and remarks on its values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.secrets.masking import persistable, scrub
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,39}")
_CAUTIONS = {
    EnvironmentKind.PRODUCTION: "Careful: this sends a real payment order in production.",
    EnvironmentKind.LIVE_TESTING: "Careful: live testing moves real money. Refund at once.",
}


@dataclass(frozen=True)
class Sample:
    """A request as a program may show it: no key in any form, and no personal data unless revealed.

    ``expected`` is the right signature of the real values, or "" where it is not known. ``masked`` names the
    parameters whose value is not the real one.
    """

    url: str
    app_code: str
    sign_type: str
    pairs: tuple[tuple[str, str], ...] = field(repr=False)
    expected: str
    masked: tuple[str, ...]
    caution: str = ""

    @property
    def digest(self) -> str:
        """The sign type as digest functions are named: md5 or sha256."""
        return self.sign_type.lower()

    def heading(self, usage: str, needs: str) -> list[str]:
        """The lines that begin a program, without comment marks."""
        lines = [
            f"Signs and sends one QFPay request. Usage: {usage}   ({needs})",
            "QFPAY_DRY_RUN=1 only prints the signature; QFPAY_URL sends to another URL.",
        ]
        return [*lines, *([self.caution] if self.caution else []), *self.warnings()]

    def warnings(self) -> list[str]:
        """What keeps the program from doing as it is, and the signature from being the expected one."""
        warnings = []
        if self.masked:
            # Only plain names: another one could end the comment it stands in.
            names = ", ".join(name if _PLAIN_NAME.fullmatch(name) else "a further parameter" for name in self.masked)
            warnings.append(f"Masked below: {names}. The expected signature needs the real value.")
        if not self.url:
            warnings.append("The address is not known here: set QFPAY_URL.")
        return warnings

    def remark(self, name: str, now: str) -> str:
        """What a programmer should know about this parameter, or ""; ``now`` is code that makes a txdtm."""
        remarks = {
            "txamt": "whole minor units: an integer, never a float such as 1.15 * 100",
            "out_trade_no": "a new one for every order",
            "sub_openid": "the payer's openid in this Mini Program",
            "txdtm": f"in UTC+8: {now}",
        }
        return remarks.get(name, "")


def sample(prepared: PreparedRequest, *, reveal_personal: bool = False) -> Sample:
    """The request for a program. The expected signature is given only where it was signed by the official recipe."""
    key = next((segment.text for segment in prepared.signed.segments if segment.kind == "key"), "")
    pairs = tuple((well_formed(name), well_formed(value)) for name, value in prepared.parameters)
    if reveal_personal:
        shown = tuple((scrub(name, [key]), scrub(value, [key])) for name, value in pairs)
    else:
        shown = persistable(pairs, [key])
    official = OFFICIAL.sign(pairs, key, prepared.sign_type).signature
    app_code = next((value for name, value in prepared.headers if name == "X-QF-APPCODE"), "")
    return Sample(
        url=scrub(prepared.url, [key]),
        app_code=scrub(app_code, [key]),
        sign_type=prepared.sign_type,
        pairs=shown,
        expected=official if key and official == prepared.signature else "",
        masked=tuple(name for (name, value), before in zip(shown, pairs, strict=True) if (name, value) != before),
        caution=_CAUTIONS.get(prepared.environment.kind, ""),
    )


def commented(lines: list[str], mark: str) -> str:
    """The lines as comments."""
    return "".join(f"{mark} {line}\n" for line in lines)
