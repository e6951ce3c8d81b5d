"""What there is to know of a merchant's set-up at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.onboarding.progress import Known, StepState, progress
from qfpay_gui.qfpay.onboarding.steps import StepId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.onboarding.progress import Standing
    from qfpay_gui.qfpay.reply.wx_results import Explained


@dataclass(frozen=True)
class Entered:
    """What a person put in: the merchant's AppID, domains to check, and what wx.requestPayment answered."""

    appid: str = ""
    domains: str = ""
    answer: str = ""


@dataclass(frozen=True)
class OnboardingState:
    """``merchant`` is the profile's name; ``appid_finding`` is about the AppID's shape, ``explained`` the answer."""

    environment: Environment
    merchant: str = ""
    app_code: str = ""
    mchid: str = ""
    entered: Entered = Entered()
    appid_finding: Finding | None = None
    explained: Explained | None = None
    known: Known = field(default_factory=Known)

    @property
    def standings(self) -> Mapping[StepId, Standing]:
        """How far each step is known to be done."""
        return progress(self.known)

    @property
    def next_step(self) -> StepId:
        """The first step that is not done; else the first that is not known to be done; else the first of all."""
        standings = self.standings
        for state in (StepState.NOT_DONE, StepState.UNKNOWN):
            for step, standing in standings.items():
                if standing.state is state:
                    return step
        return StepId.VERIFY
