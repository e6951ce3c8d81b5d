"""The openid dialog: ask WeChat, or the simulator in its place, who is going to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.code2session.answer import Found, Trouble
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current, fitting, mono, set_property
from qfpay_gui.ui.openid.answer_card import AnswerCard
from qfpay_gui.ui.openid.keeping_line import KeepingLine
from qfpay_gui.ui.openid.openid_form import OpenidForm
from qfpay_gui.ui.widgets.buttons import SinglePressButton, carry_out
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from qfpay_gui.models.openid.openid_model import OpenidModel
    from qfpay_gui.models.openid.state import OpenidState

_FORGET = text("OpenId", "Forget the AppSecret of {appid}?")
_FORGOTTEN = text(
    "OpenId",
    "It is deleted from this program and from the keychain. At mp.weixin.qq.com it cannot be seen again, only reset, "
    "and resetting it stops whatever uses the present one.",
)
_AGREE = text("OpenId", "Forget")


class OpenidDialog(QDialog):
    """Renders the model. Leaving calls the question off and drops what is secret."""

    used = Signal(str)
    """Carries the openid that is to be the payment's sub_openid."""

    def __init__(self, model: OpenidModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._who = PlainLabel(self)
        self._url = ElidedLabel(self, Qt.TextElideMode.ElideRight)
        self._form = OpenidForm(self)
        self._keeping = KeepingLine(self)
        self._answer = AnswerCard(self)
        self._demo = QPushButton(self.tr("Use the simulator's &demo values"), self)
        self._set_up = QPushButton(self.tr("Se&t-up in six steps"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._ask = SinglePressButton(self.tr("&Ask"), self)
        self._build()
        self._connect()
        self._render(model.state)

    def subject(self, _focused: QWidget) -> str:
        """WeChat's refusal, where it refused; else what is asked for."""
        match self._model.state.answer:
            case Trouble(code=code) if code:
                return f"login.{code}"
            case _:
                return "parameter.payment.sub_openid"

    def reject(self) -> None:
        """Escape first ends the waiting, then closes."""
        if self._model.is_asking:
            self._model.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Leave nothing secret behind."""
        self._form.secret.hide_key()
        self._model.end()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where something is missing."""
        super().showEvent(event)
        self._form.go_to_first_gap()

    def _build(self) -> None:
        self.setObjectName("openid_dialog")
        self.setWindowTitle(self.tr("Find the payer's openid"))
        self.resize(fitting(self, 680, 592))
        self._who.setObjectName("openid_environment")
        self._url.setObjectName("openid_url")
        self._url.setFont(mono(current().small_pt))
        set_property(self._url, "role", "muted")
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.gap)
        layout.addLayout(self._head())
        layout.addWidget(self._intro())
        layout.addWidget(self._form)
        layout.addWidget(self._keeping)
        layout.addStretch(1)
        layout.addWidget(self._url)
        layout.addWidget(self._answer)
        layout.addLayout(self._buttons())

    def _head(self) -> QHBoxLayout:
        heading = PlainLabel(self.tr("The payer's openid"), self)
        set_property(heading, "role", "heading")
        set_property(self._who, "role", "badge")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self._who)
        return row

    def _intro(self) -> ClaimLabel:
        intro = ClaimLabel(self)
        said = self.tr(
            "sub_openid is who pays: the openid of a WeChat user in the merchant's own Mini Program. WeChat's "
            "code2Session gives it for the code of one wx.login()."
        )
        intro.setText(f"{said} {mark('login.who-pays')}")
        intro.setWordWrap(True)
        # Else the dialog could be made so low that the fields are squeezed: a wrapped label counts as one line there.
        intro.setMinimumHeight(2 * intro.fontMetrics().lineSpacing())
        set_property(intro, "role", "muted")
        return intro

    def _buttons(self) -> QHBoxLayout:
        named = (
            (self._demo, "openid_demo"),
            (self._set_up, "openid_set_up"),
            (self._close, "close_openid"),
            (self._cancel, "cancel_openid"),
            (self._ask, "ask_openid"),
        )
        for button, name in named:
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._demo.setToolTip(self.tr("Its AppID and AppSecret, and a fresh code: no account and no phone needed"))
        self._ask.setToolTip(self.tr("Send the code, once"))
        set_property(self._ask, "role", "primary")
        set_property(self._set_up, "role", "link")
        row = QHBoxLayout()
        row.setSpacing(current().gap)
        row.addWidget(self._demo)
        row.addWidget(self._set_up)
        row.addStretch(1)
        for button in (self._close, self._cancel, self._ask):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._form.edited.connect(self._model.edit)
        self._form.clean_requested.connect(self._model.clean)
        self._form.forget_requested.connect(self._on_forget)
        self._answer.use_requested.connect(self._on_use)
        self._keeping.remember_toggled.connect(self._model.remember)
        self._keeping.retry_requested.connect(self._model.retry)
        self._demo.clicked.connect(self._model.fill_in_demo)
        self._set_up.clicked.connect(self._on_set_up)
        self._close.clicked.connect(self._on_close)
        self._cancel.clicked.connect(self._model.cancel)
        self._ask.clicked.connect(self._model.ask)

    def _render(self, state: OpenidState) -> None:
        self._who.setText(self.tr("Simulator") if state.simulated else self.tr("WeChat"))
        set_property(self._who, "kind", "simulator" if state.simulated else "custom")
        self._form.present(state)
        self._keeping.present(state)
        self._answer.present(state)
        self._url.show_text(f"GET {state.shown_url}" if state.shown_url else "")
        self._demo.setVisible(state.simulated)
        self._demo.setEnabled(bool(state.base_url) and not self._model.is_asking)
        self._cancel.setEnabled(self._model.is_asking)
        self._ask.setEnabled(state.can_ask)
        found = isinstance(state.answer, Found)
        self._answer.use.setDefault(found)
        self._ask.setDefault(not found)

    def _on_forget(self, appid: str) -> None:
        if agrees(Question(_FORGET.fill(appid=appid), _FORGOTTEN, _AGREE), self):
            self._model.forget(appid)

    def _on_use(self, openid: str) -> None:
        self.used.emit(openid)
        self.accept()

    def _on_set_up(self) -> None:
        """The steps stand beside the window, which this dialog bars."""
        self._on_close()
        carry_out(self, "set_up")

    def _on_close(self) -> None:
        self._model.cancel()
        super().reject()
