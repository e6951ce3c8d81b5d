"""The payment sheet: what wx.requestPayment would show on a phone, here for the person at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from qfpay_gui.models.sheet.state import Opening, Paying, Refused, SheetClosed, SheetEnded, SheetOpen, SheetState
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.sheet.asking_view import AskingView
from qfpay_gui.ui.sheet.ended_view import EndedView
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.sheet.sheet_model import SheetModel

CARD_WIDTH, CARD_HEIGHT, STRIP_HEIGHT = 232, 300, 48
_TERSE_BELOW = 480
"""The width, in pixels, below which a strip that asks has its badge below the amount."""


class PaySheet(QFrame):
    """A tall card, or a strip of one line where there is little room. It is there while there is something to pay.

    It never takes the keyboard by itself: what is pressed elsewhere pays nothing.
    """

    sequence_wanted = Signal()
    """The person asks to see the sequence."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.is_compact = False
        self._badge = PlainLabel(self)
        self._stack = QStackedWidget(self)
        self._opening = PlainLabel(self)
        self._asking = AskingView(model, self)
        self._ended = EndedView(model, self)
        self._close = QToolButton(self)  # the last one the tab key comes to
        self._grid = QGridLayout(self)
        self._build()
        self._connect()
        self._arrange()
        self._render(model.state)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Be a strip of one line, or a tall card."""
        if is_compact != self.is_compact:
            self.is_compact = is_compact
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out of a narrow strip what is said above it."""
        super().resizeEvent(event)
        self._make_room()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._render(self._model.state)

    def _build(self) -> None:
        self.setObjectName("pay_sheet")
        self.setAccessibleName(self.tr("WeChat’s payment sheet, simulated"))
        set_property(self, "role", "sheet")
        self._badge.setObjectName("pay_sheet_badge")
        self._badge.setAccessibleName(self.tr("Simulated: no money moves"))
        self._badge.setToolTip(self.tr("This window plays WeChat. No phone is involved and no money moves."))
        set_property(self._badge, "role", "badge")
        set_property(self._badge, "kind", "simulator")
        self._close.setObjectName("pay_sheet_close")
        set_icon(self._close, "cancel")
        set_property(self._close, "role", "quiet")
        self._opening.setObjectName("pay_sheet_opening")
        self._opening.setText(self.tr("wx.requestPayment …"))
        set_property(self._opening, "role", "muted")
        for view in (self._opening, self._asking, self._ended):
            self._stack.addWidget(view)

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._close.clicked.connect(self._model.dismiss)
        self._ended.sequence_wanted.connect(self.sequence_wanted)

    def _arrange(self) -> None:
        """Place the same widgets for the other arrangement, so that a focused button stays focused."""
        theme, grid = current(), self._grid
        for widget in (self._badge, self._close, self._stack):
            grid.removeWidget(widget)
        self._asking.set_compact(self.is_compact)
        self._ended.set_compact(self.is_compact)
        if self.is_compact:
            self._badge.setText(self.tr("Simulated"))
            grid.addWidget(self._badge, 0, 0)
            grid.addWidget(self._stack, 0, 1)
            grid.addWidget(self._close, 0, 2)
            self._resize(None, px(STRIP_HEIGHT))
        else:
            self._badge.setText(self.tr("Simulated: no money"))
            grid.addWidget(self._badge, 0, 0, 1, 2)
            grid.addWidget(self._close, 0, 2)
            grid.addWidget(self._stack, 1, 0, 1, 3)
            grid.setContentsMargins(theme.margin, theme.gap, theme.gap, theme.margin)
            self._resize(px(CARD_WIDTH), px(CARD_HEIGHT))
        grid.setColumnStretch(1, 1)
        grid.setSpacing(theme.gap_small)
        self._make_room()

    def _make_room(self) -> None:
        terse = self.is_compact and self.width() < px(_TERSE_BELOW)
        theme = current()
        if self.is_compact:
            left, gap = (theme.gap, theme.gap_small) if terse else (theme.margin, theme.gap)
            self._grid.setContentsMargins(left, theme.gap_small, gap, theme.gap_small)
            self._grid.setSpacing(gap)
        self._badge.setVisible(not terse or self._stack.currentWidget() is not self._asking)
        self._asking.set_terse(terse)
        self._ended.set_terse(terse)

    def _resize(self, width: int | None, height: int) -> None:
        """A card keeps its width and may grow taller, a strip keeps its height and may grow wider."""
        most = 16_777_215
        self.setMinimumSize(width or 0, height)
        self.setMaximumSize(width or most, most if width else height)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if width else policy.Expanding, policy.Preferred if width else policy.Fixed)

    def _render(self, state: SheetState) -> None:
        self._hold_keyboard(state)
        is_paying = isinstance(state, Paying)
        self._close.setEnabled(not is_paying)
        asks = isinstance(state, SheetOpen | Paying)
        words = self.tr("Close the sheet, as a customer who does not pay") if asks else self.tr("Put this away")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
        match state:
            case SheetClosed():
                self.hide()
                return
            case Opening():
                self._stack.setCurrentWidget(self._opening)
            case SheetOpen(sheet, trouble):
                self._asking.show_sheet(sheet, trouble, is_busy=False)
                self._stack.setCurrentWidget(self._asking)
            case Paying(sheet):
                self._asking.show_sheet(sheet, None, is_busy=True)
                self._stack.setCurrentWidget(self._asking)
            case SheetEnded(sheet, result):
                self._ended.show_result(result, sheet, "")
                self._stack.setCurrentWidget(self._ended)
            case Refused(result, technical):
                self._ended.show_result(result, None, technical)
                self._stack.setCurrentWidget(self._ended)
            case other:
                assert_never(other)
        self._make_room()
        if not self.isWindow():  # it is shown by whom it is put into
            self.show()
        if isinstance(state, SheetEnded | Refused) and self.hasFocus():
            self._ended.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_keyboard(self, state: SheetState) -> None:
        """Keep the keyboard here while the buttons are off: Qt would hand it on, perhaps to Send."""
        focused = QApplication.focusWidget()
        if isinstance(state, Paying) and focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
