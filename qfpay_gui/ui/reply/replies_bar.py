"""Two arrows between the replies of this session, and which of them is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.replies_model import RepliesModel

EARLIER, LATER = "Alt+Left", "Alt+Right"
"""The keys that do what the arrows do."""


class RepliesBar(QWidget):
    """Stands in a corner of the reply as soon as there is a second one."""

    def __init__(self, model: RepliesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._back = self._button("earlier_reply", "chevron-left", self.tr("Earlier reply"), EARLIER)
        self._which = PlainLabel(self)
        self._forward = self._button("later_reply", "chevron-right", self.tr("Later reply"), LATER)
        self._build()
        self._back.clicked.connect(model.go_back)
        self._forward.clicked.connect(model.go_forward)
        model.changed.connect(self._render)
        self._render()

    def _button(self, name: str, icon: str, words: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        set_icon(button, icon)
        set_property(button, "role", "quiet")
        return button

    def _build(self) -> None:
        self._which.setObjectName("which_reply")
        set_property(self._which, "role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        for widget in (self._back, self._which, self._forward):
            layout.addWidget(widget)

    def _render(self) -> None:
        model = self._model
        self._back.setEnabled(model.can_go_back)
        self._forward.setEnabled(model.can_go_forward)
        if model.answer is not None:
            self._which.setText(self.tr("{place} of {count}").format(place=model.place + 1, count=model.count))
            self._which.setToolTip(plain_tip(reply_name(model.answer)))
        self.setVisible(model.count > 1)


def reply_name(answer: Answer) -> str:
    """What the reply answers, and when it came: "Payment · 14:03:22"."""
    return f"{translated(endpoint(answer.request.endpoint).label)} · {answer.received_at.astimezone():%H:%M:%S}"
