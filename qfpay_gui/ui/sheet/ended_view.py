"""The sheet after its end: what the Mini Program receives, and what that means."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.reply.wx_results import explain
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.buttons import SinglePressButton
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.later import hand_keyboard_on
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.sheet.sheet_model import SheetModel
    from qfpay_gui.services.simulator.wechat.wallet import Sheet, WxResult

_TOP = Qt.AlignmentFlag.AlignTop


class EndedView(QWidget):
    """Says errMsg as it is, then its meaning and the way out."""

    sequence_wanted = Signal()

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._headline = ElidedLabel(self)
        self._err_msg = PlainLabel(self)
        self._err_line = ElidedLabel(self)
        self._meaning = ClaimLabel(self)
        self._sequence = QPushButton(self.tr("Show the sequence"), self)
        self._again = SinglePressButton(self.tr("Call again"), self)
        self._grid = QGridLayout(self)
        self._is_compact = False
        self._can_repeat = False
        self._subject = ""
        self._build()
        self._sequence.clicked.connect(self.sequence_wanted)
        self._again.clicked.connect(model.reopen)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Stand in one line, or as a card."""
        self._is_compact = is_compact
        while self._grid.takeAt(0):
            pass
        for row in range(6):
            self._grid.setRowStretch(row, 0)
        self._err_msg.setVisible(not is_compact)
        self._meaning.setVisible(not is_compact)
        self._err_line.setVisible(is_compact)
        if is_compact:
            self._line_up()
        else:
            self._stack_up()

    def set_terse(self, is_terse: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Leave the way to the sequence to what stands above, and room for what the Mini Program receives."""
        self._sequence.setVisible(not is_terse)
        self._icon.setVisible(not is_terse)
        self._again.setText("" if is_terse else self.tr("Call again"))

    def show_result(self, result: WxResult, sheet: Sheet | None, technical: str) -> None:
        """Show this end; ``technical`` names a fault of this program, where the simulator gave no answer."""
        known = explain(result.err_msg)
        self._subject = f"wx.{known.id}"
        amount = human_amount(sheet.txamt, sheet.txcurrcd) if sheet else ""
        headline = translated(known.headline)
        if technical:
            headline, meaning = self.tr("The simulator failed"), self.tr("Fault: {name}").format(name=technical)
        else:
            meaning = f"{translated(known.meaning)} {translated(known.next_step)}"
        tone = "ok" if result.ok else "attention"
        set_icon(self._icon, tone, f"{tone}_fg", 24)
        shown = f"{headline} · {amount}" if amount and result.ok else headline
        if shown != self._headline.whole:
            announce(self, shown)
        self._headline.show_text(shown)
        set_property(self._headline, "severity", tone)
        self._err_msg.setText(_breakable(f"errMsg: {result.err_msg}"))
        self._err_msg.setAccessibleName(f"errMsg: {result.err_msg}")
        self._err_line.show_text(result.err_msg, f"errMsg: {result.err_msg}\n{meaning}")
        origin = "" if technical else mark(f"wx.{known.id}")
        self._meaning.setText(f"{escape(meaning, quote=False)} {origin}")
        self._can_repeat = not result.ok
        self._again.setVisible(self._can_repeat)

    def subject(self, _focused: QWidget) -> str:
        """What WeChat answered."""
        return self._subject

    def _build(self) -> None:
        self._headline.setObjectName("pay_sheet_ended")
        set_property(self._headline, "role", "heading")
        self._err_msg.setObjectName("pay_sheet_err_msg")
        self._err_line.setObjectName("pay_sheet_err_line")
        for label in (self._err_msg, self._err_line):
            label.setFont(mono(current().small_pt))
        self._err_msg.setWordWrap(True)
        self._meaning.setObjectName("pay_sheet_meaning")
        self._meaning.setWordWrap(True)
        set_property(self._meaning, "role", "muted")
        self._sequence.setObjectName("pay_sheet_sequence")
        set_icon(self._sequence, "sequence")
        self._sequence.setAutoDefault(False)
        self._again.setObjectName("pay_sheet_again")
        self._again.setAutoDefault(False)
        self._again.setAccessibleName(self.tr("Call again"))
        self._again.setToolTip(self.tr("Call wx.requestPayment again with the same pay_params"))
        set_icon(self._again, "redo")
        self._grid.setContentsMargins(0, 0, 0, 0)
        hand_keyboard_on(self, self._sequence)

    def _stack_up(self) -> None:
        grid = self._grid
        grid.setSpacing(current().gap_small)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._headline, 0, 1)
        grid.addWidget(self._err_msg, 1, 0, 1, 2)
        grid.addWidget(self._meaning, 2, 0, 1, 2, _TOP)
        grid.setRowStretch(2, 1)
        grid.addWidget(self._sequence, 3, 0, 1, 2)
        grid.addWidget(self._again, 4, 0, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, int(column == 1))
        self._sequence.setText(self.tr("Show the sequence"))

    def _line_up(self) -> None:
        grid = self._grid
        grid.setSpacing(current().gap)
        grid.setVerticalSpacing(0)
        for column, widget in enumerate((self._icon, self._headline, self._sequence, self._again)):
            grid.addWidget(widget, 0, column, 1 if widget is self._headline else 2, 1)
            grid.setColumnStretch(column, int(widget is self._headline))
        grid.addWidget(self._err_line, 1, 1)
        self._sequence.setText(self.tr("Sequence"))


def _breakable(words: str) -> str:
    """The words with places to break after colons and brackets, for a narrow card."""
    return words.replace(":", ":\u200b").replace("(", "\u200b(")
