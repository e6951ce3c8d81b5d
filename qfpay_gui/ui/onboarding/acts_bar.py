"""What can be done about a step from here, a button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current

if TYPE_CHECKING:
    from collections.abc import Mapping

CONSOLE = "console"
LETTER = "letter"
FIELD = "field:"
_ACTS: Mapping[StepId, tuple[str, ...]] = {
    StepId.VERIFY: (CONSOLE,),
    StepId.BIND: (LETTER, "credentials", CONSOLE),
    StepId.DOMAIN: (CONSOLE,),
    StepId.OPENID: ("find_openid", f"{FIELD}sub_openid"),
    StepId.PAYMENT: (f"{FIELD}txamt", "paste", f"{FIELD}extend_info"),
    StepId.CALL: ("export_project", "latest_query"),
}


class ActsBar(QWidget):
    """All buttons are made once; those of the step that is looked at are seen."""

    act_requested = Signal(str)
    """Carries the name of a command of the window, ``field:`` and a field of the form, CONSOLE or LETTER."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            CONSOLE: self._button(CONSOLE, self.tr("Open mp.weixin.qq.com"), "external"),
            LETTER: self._button(LETTER, self.tr("Copy a &letter to QFPay"), "copy"),
            "credentials": self._button("credentials", self.tr("&Credentials …"), "key"),
            "find_openid": self._button("find_openid", self.tr("&Find the openid …"), "customer"),
            f"{FIELD}sub_openid": self._button("to_sub_openid", self.tr("Go to &sub_openid"), "edit"),
            f"{FIELD}txamt": self._button("to_form", self.tr("Go to the &form"), "edit"),
            "paste": self._button("paste", self.tr("&Paste a merchant's request …"), "paste"),
            f"{FIELD}extend_info": self._button("to_extend_info", self.tr("Go to &extend_info"), "edit"),
            "export_project": self._button("export", self.tr("&Export a Mini Program …"), "phone"),
            "latest_query": self._button("query", self.tr("&Query the order"), "search"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().gap)
        for act, button in self._buttons.items():
            button.setProperty("act", act)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addStretch(1)

    def present(self, step: StepId, *, can_sign: bool) -> None:
        """Offer what can be done about this step; without a key to sign with, that comes before the request."""
        acts = _ACTS[step]
        if step is StepId.PAYMENT and not can_sign:
            acts = ("credentials", *acts[1:])
        for act, button in self._buttons.items():
            button.setVisible(act in acts)

    def _button(self, name: str, words: str, picture: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"set_up_{name}")
        button.setAutoDefault(False)
        set_icon(button, picture)
        return button

    def _on_clicked(self) -> None:
        self.act_requested.emit(str(self.sender().property("act")))
