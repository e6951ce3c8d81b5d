"""The bar on top of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from qfpay_gui.models.sending.send_model import Sending
from qfpay_gui.qfpay.request.consequence import consequence
from qfpay_gui.ui.bar.outcome_box import OutcomeBox
from qfpay_gui.ui.bar.place_chip import PlaceChip
from qfpay_gui.ui.bar.place_facts import PlaceFacts
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import SinglePressButton, describe
from qfpay_gui.ui.words.environments import kind_name, know
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


_ON_SEND = {"live": "panel", "production": "on_production"}
"""Where Send has the environment's colour, and what is drawn upon it."""
_TERSE_BELOW = 720
_SEND_WIDTH = 104


class TopBar(QFrame):
    """Where and as whom, and Send, which is Cancel while a request is under way."""

    send_requested = Signal()
    cancel_requested = Signal()
    curl_requested = Signal()
    """The request as it stands is to be copied as a curl command."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        know(workbench.place.addresses.addresses)
        self.chip = PlaceChip(workbench, self)
        self._facts = PlaceFacts(workbench, self)
        self._outcome = OutcomeBox(workbench, self)
        # Cancel takes Send's place: a double click on Send must neither send twice nor cancel at once.
        self._curl = QToolButton(self)
        self._send = SinglePressButton(self.tr("Send"), self)
        self._cancel = SinglePressButton(self.tr("Cancel"), self)
        self._sized_for = workbench.environment
        self._build()
        self._curl.clicked.connect(self.curl_requested)
        self._send.clicked.connect(self.send_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        workbench.place.addresses.changed.connect(self._on_addresses)
        workbench.environment_changed.connect(self._render_environment)
        workbench.draft.changed.connect(self._render_consequence)
        workbench.send_model.changed.connect(self._render)
        workbench.pending_send.changed.connect(self._render)
        self._render_environment(workbench.environment)
        self._render_consequence(workbench.draft.prepared)
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what the chip and the tool tips say as well where there is little room."""
        super().resizeEvent(event)
        is_terse, style = event.size().width() < px(_TERSE_BELOW), Qt.ToolButtonStyle
        self._facts.setVisible(not is_terse)
        self._curl.setToolButtonStyle(style.ToolButtonIconOnly if is_terse else style.ToolButtonTextBesideIcon)

    def _build(self) -> None:
        self._outcome.setMinimumWidth(px(96))
        describe(self._curl, "copy_curl", self.tr("Copy this request as a curl command (Ctrl+Shift+U)"), "copy")
        self._curl.setText("curl")
        self._curl.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._send.setObjectName("send")
        self._send.setToolTip(self.tr("Send this request, once (Ctrl+Return)"))
        set_icon(self._send, "send", "on_accent")
        set_property(self._send, "role", "primary")
        self._cancel.setObjectName("cancel")
        set_icon(self._cancel, "cancel")
        for button in (self._send, self._cancel):
            button.setMinimumWidth(px(_SEND_WIDTH))
        set_property(self, "role", "bar")
        theme = current()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        layout.setSpacing(theme.gap_large)
        layout.addWidget(self.chip)
        layout.addWidget(self._facts, 1)
        layout.addWidget(self._outcome, 3)
        layout.addStretch(0)  # only what no box has words for
        sending = QHBoxLayout()
        sending.setSpacing(theme.gap_small)
        sending.addWidget(self._curl)
        sending.addWidget(self._send)
        layout.addLayout(sending)
        layout.addWidget(self._cancel)

    def _render_environment(self, environment: Environment) -> None:
        kind = kind_name(environment.kind.value)
        set_property(self, "kind", kind)
        set_property(self._send, "kind", kind if kind in _ON_SEND else None)
        set_icon(self._send, "send", _ON_SEND.get(kind, "on_accent"))

    def _on_addresses(self) -> None:
        know(self._workbench.place.addresses.addresses)

    def _render_consequence(self, request: PreparedRequest) -> None:
        words = translated(consequence(request))
        if words != self._send.text():
            self._send.setText(words)
            # It grows with what it says and does not shrink while one stays: nothing jumps while an amount is typed.
            least = self._send.minimumWidth() if request.environment == self._sized_for else px(_SEND_WIDTH)
            self._send.setMinimumWidth(max(least, self._send.sizeHint().width()))
        self._sized_for = request.environment

    def _render(self, _news: object = None) -> None:
        state, waits = self._workbench.send_model.state, self._workbench.pending_send.press is not None
        sending = waits or isinstance(state, Sending)
        if sending and self._send.hasFocus():
            # Not the next field: a second press of the space bar would be typed into it.
            self.setFocus()
        self._send.setVisible(not sending)
        self._cancel.setVisible(sending)
        self._cancel.setToolTip(
            self.tr("Call it off (Esc). Nothing was sent yet.")
            if waits
            else self.tr("Stop waiting (Esc). Whether the request arrived is then unknown.")
        )
        self._cancel.setEnabled(not (isinstance(state, Sending) and state.cancelling))
        if not sending and self.hasFocus():
            self._send.setFocus()
