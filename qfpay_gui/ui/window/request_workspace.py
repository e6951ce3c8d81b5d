"""The workspace of a request: what is sent, what of it is signed, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qfpay_gui.ui.form.request_form import RequestForm
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from qfpay_gui.ui.signature.signature_panel import SignaturePanel
from qfpay_gui.ui.widgets.later import Later
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter
from qfpay_gui.ui.window.reply_place import ReplyPlace
from qfpay_gui.ui.window.right_side import RightSide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from qfpay_gui.models.polling.target import PollTarget
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.ui.polling.poll_strip import PollStrip
    from qfpay_gui.ui.sequence.sequence_panel import SequencePanel
    from qfpay_gui.ui.sheet.pay_sheet import PaySheet


_BESIDE = (405, 787)
_BESIDE_FROM = 824
_LEAST_HEIGHT = 400


class RequestWorkspace(QWidget):
    """Each part over its own model of the workbench; none knows of another."""

    sequence_wanted = Signal()
    reply_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        # Made from the outside in: a panel that changes its parent later is styled anew, with all that is in it.
        self._columns = TurningSplitter("columns", _BESIDE, (1, 1), self, beside_from=_BESIDE_FROM)
        self.form = RequestForm(workbench.draft, self._columns)
        self._right_column = QWidget(self._columns)
        self.signature = SignaturePanel(workbench.draft, self._right_column)
        self.reply = ReplyPanel(workbench.replies, self._right_column)
        self.reply_place = ReplyPlace(self.reply, self._right_column)
        self.sequence: Later[SequencePanel] = Later(self._make_sequence, self._right_column)
        self.sheet: PaySheet | None = None
        self.poll_strip: PollStrip | None = None
        self.right = RightSide(self.signature, self.reply_place, self.sequence, self._right_column)
        self._build()
        self._connect()

    def complete(self, may_query: Callable[[PollTarget], bool]) -> None:
        """Make what comes by itself once something was sent."""
        from qfpay_gui.ui.polling.poll_strip import PollStrip  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.sheet.pay_sheet import PaySheet  # noqa: PLC0415

        # These two come and go by themselves: without a parent they would come as windows of their own.
        self.sheet = PaySheet(self._workbench.sheet, self)
        self.poll_strip = PollStrip(self._workbench.poll, self, may_begin=may_query)
        self.sheet.sequence_wanted.connect(self.sequence_wanted)
        self.reply.complete()
        self.reply_place.complete(self.sheet)
        self.reply.add_step(self.poll_strip)
        self.reply.awaited.connect(self.poll_strip.offer)
        self.reply.follow(self._workbench.orders.orders)
        self._workbench.orders.changed.connect(self.reply.follow)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        for panel in (self.form, self.signature, self.reply, self.sheet, self.poll_strip):
            if panel is not None:
                panel.restyle()
        if self.sequence.is_made:
            self.sequence.widget.restyle()

    def focusInEvent(self, _event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cursor into the first parameter."""
        self.form.reveal_first()

    def _build(self) -> None:
        margin = QVBoxLayout(self._right_column)
        margin.setContentsMargins(0, current().gap, current().margin, current().gap)
        margin.addWidget(self.right)
        self.form.setMinimumWidth(px(405))
        self._right_column.setMinimumWidth(px(428))
        self._columns.hold(self.form, self._right_column)
        self._columns.turned.connect(self._on_turned)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)

    def _connect(self) -> None:
        self.signature.pointed.connect(self.signature.mark)
        self.form.focused.connect(self.signature.mark)
        self.reply.sequence_wanted.connect(self.sequence_wanted)
        self._workbench.draft.changed.connect(self._on_draft)

    def _on_draft(self, _request: PreparedRequest) -> None:
        if self._workbench.draft.edited_name:
            self.signature.mark(self._workbench.draft.edited_name)
            self.right.show_panel(self.signature)

    def _on_turned(self) -> None:
        """One above the other, each part is as high as a small window, and the workspace scrolls."""
        is_above = self._columns.orientation() is Qt.Orientation.Vertical
        for part in (self.form, self._right_column):
            part.setMinimumHeight(px(_LEAST_HEIGHT) if is_above else 0)

    def _make_sequence(self) -> SequencePanel:
        from qfpay_gui.ui.sequence.sequence_panel import SequencePanel  # noqa: PLC0415 - not needed at start

        panel = SequencePanel(self._workbench.sequence)
        panel.reply_wanted.connect(self.reply_wanted)
        return panel
