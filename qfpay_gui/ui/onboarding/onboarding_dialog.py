"""The set-up in six steps: the steps at the left, the one that is looked at at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.onboarding.acts_bar import CONSOLE, LETTER, ActsBar
from qfpay_gui.ui.onboarding.step_page import StepPage
from qfpay_gui.ui.onboarding.steps_list import StepsList
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from qfpay_gui.models.onboarding.onboarding_model import OnboardingModel
    from qfpay_gui.models.onboarding.state import OnboardingState

_CONSOLE_URL = "https://mp.weixin.qq.com"


class OnboardingDialog(QDialog):
    """Renders the model; stands beside the window, which goes on being used."""

    act_requested = Signal(str)
    """Carries the name of a command of the window, or ``field:`` and the field to go to."""

    def __init__(self, model: OnboardingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._is_led = False
        self._merchant = ElidedLabel(self)
        self._environment = PlainLabel(self)
        self._steps = StepsList(self)
        self._page = StepPage(self)
        self._acts = ActsBar(self)
        self._said = ElidedLabel(self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._steps.setCurrentRow(0)

    def subject(self, _focused: QWidget) -> str:
        """The step that is looked at."""
        return f"setup.{self._steps.step.id.value}"

    def look_at(self, step: StepId) -> None:
        """Bring this step to the front."""
        self._steps.setCurrentRow(list(StepId).index(step))

    def take_answer(self, answer: str) -> None:
        """Enter this answer of the phone's, and bring the step that it is about to the front."""
        self._model.enter_answer(answer)
        self.look_at(StepId.DOMAIN if self._model.state.known.is_unlisted else StepId.CALL)
        self._is_led = True

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        self._render(self._model.state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the first step that is not done, or not known to be."""
        super().showEvent(event)
        self._model.follow()
        if not self._is_led:
            self.look_at(self._model.state.next_step)
        self._is_led = False
        self._render(self._model.state)
        self._steps.setFocus()

    def _build(self) -> None:
        self.setObjectName("set_up_dialog")
        self.setWindowTitle(self.tr("Set-up in six steps"))
        self.resize(fitting(self, 900, 580))
        self.setMinimumSize(fitting(self, 860, 480))
        theme = current()
        middle = QHBoxLayout()
        middle.setSpacing(theme.gap_large)
        middle.addWidget(self._steps)
        right = QVBoxLayout()
        right.setSpacing(theme.gap)
        right.addWidget(self._page, 1)
        right.addWidget(self._acts)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addLayout(self._head())
        layout.addLayout(middle, 1)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        heading = PlainLabel(self.tr("Until a Mini Program takes payments through QFPay"), self)
        set_property(heading, "role", "heading")
        self._merchant.setObjectName("set_up_merchant")
        self._environment.setObjectName("set_up_environment")
        set_property(self._merchant, "role", "muted")
        set_property(self._environment, "role", "badge")
        row = QHBoxLayout()
        row.setSpacing(current().gap)
        row.addWidget(heading)
        row.addWidget(self._merchant, 1)
        row.addWidget(self._environment)
        return row

    def _foot(self) -> QHBoxLayout:
        self._said.setObjectName("set_up_said")
        set_property(self._said, "role", "muted")
        self._close.setObjectName("close_set_up")
        self._close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._close)
        return row

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._steps.currentRowChanged.connect(self._on_step)
        self._page.entered.connect(self._on_entered)
        self._acts.act_requested.connect(self._on_act)
        self._close.clicked.connect(self.reject)

    def _render(self, state: OnboardingState) -> None:
        self._merchant.show_text(state.merchant)
        self._environment.setText(translated(state.environment.name))
        set_property(self._environment, "kind", state.environment.kind.value)
        self._steps.present(state)
        self._page.present(self._steps.step, state)
        self._acts.present(self._steps.step.id, can_sign=state.known.can_sign)

    def _on_step(self, _row: int) -> None:
        self._said.show_text("")
        self._render(self._model.state)

    def _on_entered(self, step: StepId, words: str) -> None:
        enter = {
            StepId.BIND: self._model.enter_appid,
            StepId.DOMAIN: self._model.enter_domains,
            StepId.CALL: self._model.enter_answer,
        }
        enter[step](words)

    def _on_act(self, act: str) -> None:
        if act == CONSOLE:
            self._open_console()
        elif act == LETTER:
            QGuiApplication.clipboard().setText(self._letter())
            self._say(self.tr("Copied: a letter to QFPay"))
        else:
            self.act_requested.emit(act)

    def _open_console(self) -> None:
        if not QDesktopServices.openUrl(QUrl(_CONSOLE_URL)):
            self._say(self.tr("This desktop opens no pages. It is {address}").format(address=_CONSOLE_URL))

    def _letter(self) -> str:
        """What QFPay must know to bind the AppID; no key is in it."""
        state = self._model.state
        values = (
            ("AppID", state.entered.appid or "wx…"),
            ("app_code", state.app_code or "…"),
            *((("mchid", state.mchid),) if state.mchid else ()),
            ("URL", state.environment.base_url),
        )
        request = self.tr("Please bind our WeChat Mini Program to our API credentials for pay_type 800213:")
        return "\n".join((request, *(f"{name}: {value}" for name, value in values)))

    def _say(self, sentence: str) -> None:
        self._said.show_text(sentence)
        say(self, sentence)
