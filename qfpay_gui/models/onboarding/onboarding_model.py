"""The six steps of the merchant in hand: follows whatever is seen of them, and keeps what a person enters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.onboarding.evidence import known
from qfpay_gui.models.onboarding.state import Entered, OnboardingState
from qfpay_gui.qfpay.code2session.call import Login
from qfpay_gui.qfpay.code2session.checks import check, cleaned
from qfpay_gui.qfpay.reply.wx_results import explain_words

if TYPE_CHECKING:
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.services.settings import Settings

_REMEMBERED = "mini_programs"


class OnboardingModel(QObject):
    """Reads the other models, changes none of them; the AppID of a merchant is remembered by the profile's name."""

    changed = Signal(object)
    """Carries the OnboardingState."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._entered: dict[tuple[str, str], Entered] = {}
        self.state = self._read()
        signals = (
            bench.draft.changed,
            bench.replies.changed,
            bench.openid.changed,
            bench.sheet.changed,
            bench.profiles.changed,
            bench.environment_changed,
        )
        for signal in signals:
            signal.connect(self.follow)

    def follow(self, _change: object = None) -> None:
        """Look at everything again, and say so where something is different."""
        state = self._read()
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def enter_appid(self, appid: str) -> None:
        """Take this as the AppID of the merchant's Mini Program; it is remembered where it looks like one."""
        self._put(appid=cleaned(appid))
        apps = {**merchant_apps(self._bench.settings), self._merchant: cleaned(appid)}
        # What does not look like an AppID may be a key that was pasted into the wrong field.
        kept = {name: one for name, one in apps.items() if name and _is_appid(one)}
        self._bench.change_settings(panels={**self._bench.settings.panels, _REMEMBERED: kept})

    def enter_domains(self, domains: str) -> None:
        """Check these domains."""
        self._put(domains=domains)

    def enter_answer(self, answer: str) -> None:
        """Take this as what wx.requestPayment answered on the phone."""
        self._put(answer=answer)

    @property
    def _merchant(self) -> str:
        return self._bench.profiles.state.chosen

    def _put(self, **values: str) -> None:
        place = self._bench.environment.id, self._merchant
        self._entered[place] = replace(self.state.entered, **values)
        self.follow()

    def _read(self) -> OnboardingState:
        bench = self._bench
        remembered = Entered(merchant_app(bench))
        entered = self._entered.get((bench.environment.id, self._merchant), remembered)
        return OnboardingState(
            bench.environment,
            self._merchant,
            bench.credentials.app_code,
            bench.credentials.mchid,
            entered,
            next(iter(check(Login(entered.appid))), None),
            explain_words(entered.answer.strip()) if entered.answer.strip() else None,
            known(bench, entered),
        )


def merchant_apps(settings: Settings) -> dict[str, str]:
    """The remembered AppID of each merchant, by the profile's name."""
    apps = settings.panels.get(_REMEMBERED)
    return {name: one for name, one in apps.items() if isinstance(one, str)} if isinstance(apps, dict) else {}


def merchant_app(bench: Workbench) -> str:
    """The remembered AppID of the merchant in hand, or ""."""
    return merchant_apps(bench.settings).get(bench.profiles.state.chosen, "")


def _is_appid(appid: str) -> bool:
    return any(one.code == "appid-ok" for one in check(Login(appid)))
