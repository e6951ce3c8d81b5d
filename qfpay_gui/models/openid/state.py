"""What there is to know of the search for an openid at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.code2session.call import Login, shown_url

if TYPE_CHECKING:
    from qfpay_gui.models.openid.app_secret_keeper import KnownApp
    from qfpay_gui.qfpay.code2session.answer import Found, Trouble
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.text import Text


@dataclass(frozen=True)
class AskingWeChat:
    """The question is on its way."""

    cancelling: bool = False


@dataclass(frozen=True)
class Ready:
    """Nothing was asked about what stands in the fields."""


Progress = Ready | AskingWeChat


@dataclass(frozen=True)
class Asked:
    """The end of the latest question of this session: about which AppID, and whether the simulator answered."""

    appid: str
    simulated: bool
    answer: Found | Trouble


@dataclass(frozen=True)
class OpenidState:
    """``answer`` is None until there is one; ``simulated`` tells whether the simulator answers in WeChat's place.

    ``can_ask`` is False where asking cannot help: a question is under way, or the js_code is surely used up.
    ``notice`` says what the keychain did or why it did not; ``trouble`` marks the latter; ``remembers`` is the wish
    to keep an accepted AppSecret.
    """

    login: Login = field(default_factory=Login)
    base_url: str = ""
    simulated: bool = False
    findings: tuple[Finding, ...] = ()
    progress: Progress = field(default_factory=Ready)
    answer: Found | Trouble | None = None
    can_ask: bool = True
    known: tuple[KnownApp, ...] = ()
    permanent: bool = True
    remembers: bool = True
    notice: Text | None = None
    trouble: bool = False
    place: Text | None = None

    @property
    def shown_url(self) -> str:
        """What is asked, without the AppSecret; "" while there is nobody to ask."""
        return shown_url(self.login, self.base_url) if self.base_url else ""

    def finding(self, name: str) -> Finding | None:
        """What is noticed about this field."""
        return next((finding for finding in self.findings if finding.field == name), None)

    @property
    def is_known(self) -> bool:
        """Whether the AppSecret of the entered Mini Program is kept."""
        return any(app.appid == self.login.appid.lower() for app in self.known)
