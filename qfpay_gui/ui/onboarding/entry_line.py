"""What a person can enter about a step: a field with its label, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from qfpay_gui.models.onboarding.state import OnboardingState


class EntryLine(QWidget):
    """A field for each of three steps, of which one is seen; hidden for the others."""

    entered = Signal(object, object)
    """Carries the StepId and the text as a str, declared so that it arrives whole: see ``ui.whole``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().gap)
        self._fields = {
            StepId.BIND: self._field(
                "set_up_appid", self.tr("&AppID of the merchant's Mini Program"), "wx2421b1c4370ec43b"
            ),
            StepId.DOMAIN: self._field("set_up_domain", self.tr("&Domain to check"), "https://pay.shop.example"),
            StepId.CALL: self._field(
                "set_up_answer", self.tr("What the phone &answered (errMsg)"), "requestPayment:fail no permission"
            ),
        }
        for step, (_label, edit) in self._fields.items():
            edit.textEdited.connect(partial(self.entered.emit, step))

    def present(self, step: StepId, state: OnboardingState) -> None:
        """Show what was entered about this step."""
        entered = state.entered
        values = {StepId.BIND: entered.appid, StepId.DOMAIN: entered.domains, StepId.CALL: entered.answer}
        for one, (label, edit) in self._fields.items():
            label.setVisible(one is step)
            edit.setVisible(one is step)
            if edit.text() != values[one]:
                edit.setText(whole(values[one]))
        self.setVisible(step in self._fields)

    def _field(self, name: str, words: str, example: str) -> tuple[QLabel, QLineEdit]:
        label, edit = PlainLabel(words, self), LineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(words.replace("&", ""))
        edit.setPlaceholderText(example)
        edit.setMaxLength(2000)
        edit.setClearButtonEnabled(True)
        set_property(edit, "role", "wire")
        set_property(label, "role", "label")
        label.setBuddy(edit)
        self._row.addWidget(label)
        self._row.addWidget(edit, 1)
        return label, edit
