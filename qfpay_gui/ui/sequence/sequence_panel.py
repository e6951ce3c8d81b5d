"""The sequence panel: one order's messages between five parties, and what was really sent in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.sequence.expected import expected_next
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.sequence.diagram_view import DiagramView
from qfpay_gui.ui.sequence.export_menu import ExportMenu
from qfpay_gui.ui.sequence.legend import Legend
from qfpay_gui.ui.sequence.message_details import MessageDetails
from qfpay_gui.ui.sequence.order_box import OrderBox
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.later import hand_keyboard_on

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.sequence.sequence_model import SequenceModel, SequenceState

_BESIDE_FROM = 680
_LEGEND_FROM = 520


class SequencePanel(QFrame):
    """The diagram, with the selected message beside it or, where the panel is narrow, below it."""

    reply_wanted = Signal()
    """The way back to the reply."""

    def __init__(self, model: SequenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._back = QToolButton(self)
        self._orders = OrderBox(self)
        self._legend = Legend(self)
        self._export = QToolButton(self)
        self._menu = ExportMenu(self)
        self._splitter = QSplitter(self)
        self._diagram = DiagramView(self)
        self._details = MessageDetails(self)
        self._arranged: Qt.Orientation | None = None
        self._build()
        self._connect()
        self._render(model.state)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._diagram.restyle()
        self._details.restyle()
        self._legend.update()

    def enter(self) -> None:
        """Take the keyboard."""
        self._diagram.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits the width."""
        super().resizeEvent(event)
        width = event.size().width()
        self._legend.setVisible(width >= px(_LEGEND_FROM))
        self._arrange(Qt.Orientation.Horizontal if width >= px(_BESIDE_FROM) else Qt.Orientation.Vertical)

    def _build(self) -> None:
        theme = current()
        self.setObjectName("sequence_panel")
        self.setAccessibleName(self.tr("Sequence"))
        set_property(self, "role", "card")
        describe(self._back, "back_to_reply", self.tr("Back to the reply"), "chevron-left")
        self._export.setObjectName("sequence_export")
        self._export.setToolTip(self.tr("Copy or save the diagram: key and personal data are masked"))
        self._export.setAccessibleName(self.tr("Copy or save the diagram"))
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._export.setMenu(self._menu)
        set_icon(self._export, "save")
        set_property(self._export, "role", "quiet")
        self._splitter.setObjectName("sequence_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._diagram)
        self._splitter.addWidget(self._details)
        head = QHBoxLayout()
        head.setSpacing(theme.gap_large)
        head.addWidget(self._back)
        head.addWidget(self._orders, 1)
        head.addWidget(self._legend)
        head.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.margin)
        column.setSpacing(theme.gap)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)
        hand_keyboard_on(self, self._diagram)

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._back.clicked.connect(self.reply_wanted)
        self._orders.order_chosen.connect(self._model.choose)
        self._diagram.chosen.connect(self._details.show_message)
        self._diagram.opened.connect(self._details.enter)

    def _arrange(self, orientation: Qt.Orientation) -> None:
        """Lay details beside or below; where that changes, both get their usual shares."""
        if orientation == self._arranged:
            return
        self._arranged = orientation
        self._splitter.setOrientation(orientation)
        shares = (5, 3) if orientation is Qt.Orientation.Horizontal else (3, 2)
        for place, share in enumerate(shares):
            self._splitter.setStretchFactor(place, share)
        self._splitter.setSizes([share * 100 for share in shares])

    def _render(self, state: SequenceState) -> None:
        sequence = state.current
        self._orders.present(state)
        self._menu.set_sequence(sequence)
        self._export.setEnabled(sequence is not None)
        happened = sequence.messages if sequence else ()
        self._diagram.present(sequence.key if sequence else None, happened, expected_next(sequence))
        if sequence is None:
            self._details.show_message(None)
