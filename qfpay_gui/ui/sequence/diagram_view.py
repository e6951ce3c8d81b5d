"""The sequence diagram: a list whose rows are arrows between five lifelines, their names fixed above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qfpay_gui.qfpay.sequence.messages import Party
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.sequence.diagram_painter import HEADER, ROW, Look, RowState, paint_header, paint_lifelines, paint_row
from qfpay_gui.ui.sequence.diagram_rows import DiagramRows, Index
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from qfpay_gui.qfpay.sequence.messages import Message, OrderKey

_GROWTH = 220
"""Milliseconds in which a new arrow grows."""


class DiagramView(QListView):
    """Up and Down go from message to message, Enter opens what was sent.

    It scrolls to the newest message, unless somebody has scrolled back to look at an older one.
    """

    chosen = Signal(object)
    """Carries the Message that is selected, or None."""
    opened = Signal()
    """Enter or a double click asks for what was sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DiagramRows(self)
        self._key: OrderKey | None = None
        self._happened = 0
        self._fresh: frozenset[int] = frozenset()
        self._growth = QVariantAnimation(self)
        self._names = _Names(self)
        self._delegate = _Arrows(self)
        self._follows = True
        self._is_presenting = False
        self._build()
        self._connect()

    @property
    def message(self) -> Message | None:
        """The message that is selected."""
        row = self.currentIndex().row()
        return self.rows.messages[row] if 0 <= row < len(self.rows.messages) else None

    def present(self, key: OrderKey | None, happened: tuple[Message, ...], expected: tuple[Message, ...]) -> None:
        """Show an order: what happened to it and, faintly, what is still to come."""
        is_same = key == self._key and bool(self.rows.messages)
        before, stays = {one.id for one in self.rows.messages}, self._selection_stays()
        selected = self.message
        self._key, self._happened = key, len(happened)
        scrolled = self.verticalScrollBar().value()
        self._is_presenting = True
        self.rows.present((*happened, *expected))
        self._is_presenting = False
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        new = frozenset(one.id for one in happened) - before
        if is_same:
            self._grow(new)
        else:
            self._follows = True
        row = self.rows.row_of(selected.id) if selected is not None and is_same and stays else -1
        self._choose(row if row >= 0 else self._happened - 1)
        self._follow()

    def grown(self, message: Message) -> float:
        """Which part of this message's arrow is drawn already, from 0 to 1."""
        return float(self._growth.currentValue() or 0.0) if message.id in self._fresh else 1.0

    def look(self) -> Look:
        """How this list is painted."""
        theme = current()
        return Look(theme, self.font(), theme.panel)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.viewport().update()
        self._names.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Lifelines to the bottom, also below the last message."""
        painter = QPainter(self.viewport())
        paint_lifelines(painter, _drawn(painter, self.viewport().rect()), self.look())
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the names above their lines."""
        super().resizeEvent(event)
        shown = self.viewport().geometry()
        self._names.setGeometry(shown.x(), shown.y() - px(HEADER), shown.width(), px(HEADER))
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolling back stops following, scrolling to the newest goes on with it."""
        super().wheelEvent(event)
        self._note_scrolling()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens what was sent."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
            return
        super().keyPressEvent(event)
        self._note_scrolling()

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which message is selected."""
        super().currentChanged(now, before)
        if not self._is_presenting:
            self.chosen.emit(self.message)

    def _build(self) -> None:
        self.setObjectName("sequence_diagram")
        names = ", ".join(translated(party.title) for party in Party)
        self.setAccessibleName(self.tr("Messages between {names}").format(names=names))
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(px(ROW))
        self.setMouseTracking(True)
        self.setMinimumSize(px(320), px(HEADER + 2 * ROW))
        self.setViewportMargins(0, px(HEADER), 0, 0)
        set_property(self, "role", "framed")
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setDuration(_GROWTH)

    def _connect(self) -> None:
        self._growth.valueChanged.connect(self._repaint)
        self._growth.finished.connect(self._end_growth)
        self.verticalScrollBar().sliderMoved.connect(self._note_scrolling)
        self.verticalScrollBar().actionTriggered.connect(self._note_later)
        self.doubleClicked.connect(self._on_double_click)

    def _selection_stays(self) -> bool:
        """Whether the person looks at a message on purpose, not just at the newest."""
        return self.currentIndex().row() != self._happened - 1

    def _choose(self, row: int) -> None:
        index = self.rows.index(row) if row >= 0 else QModelIndex()
        if self.currentIndex() != index:
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
        else:
            self.chosen.emit(self.message)

    def _follow(self) -> None:
        """Bring the newest message into view, with one of those to come below it."""
        if self._follows and self.rows.messages:
            self.scrollTo(self.rows.index(min(self._happened, len(self.rows.messages) - 1)))

    def _note_later(self, _action: int) -> None:
        """The scroll bar moves after it says so."""
        self._follows = self._shows_newest(self.verticalScrollBar().sliderPosition())

    def _note_scrolling(self, _value: int = 0) -> None:
        self._follows = self._shows_newest(self.verticalScrollBar().value())

    def _shows_newest(self, scrolled: int) -> bool:
        return self._happened * px(ROW) <= scrolled + self.viewport().height()

    def _grow(self, new: frozenset[int]) -> None:
        """Let new arrows grow, where the desktop does not ask for stillness."""
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if new and moves and self.isVisible():
            self._fresh = new
            self._growth.stop()
            self._growth.start()

    def _repaint(self, _value: object) -> None:
        self.viewport().update()

    def _end_growth(self) -> None:
        self._fresh = frozenset()
        self.viewport().update()

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.opened.emit()


class _Arrows(QStyledItemDelegate):
    """Paints a row as an arrow."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: Index
    ) -> QSize:
        """Every row is as high as the next."""
        return QSize(1, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The message of this row."""
        message = self._view.rows.messages[index.row()]
        state = RowState(
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            is_pointed_at=bool(option.state & QStyle.StateFlag.State_MouseOver),
            has_keyboard=bool(option.state & QStyle.StateFlag.State_HasFocus),
            grown=self._view.grown(message),
        )
        painter.save()
        paint_row(painter, _drawn(painter, option.rect), message, self._view.look(), state)
        painter.restore()


class _Names(QWidget):
    """The parties above their lines; they stay while the messages scroll."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Icons and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_header(painter, _drawn(painter, self.rect()), self._view.look())


def _drawn(painter: QPainter, area: QRect) -> QRectF:
    """Let the painter draw in the measures of the drawing, whatever the zoom; the area in these."""
    scale = current().scale
    painter.scale(scale, scale)
    return QRectF(area.x() / scale, area.y() / scale, area.width() / scale, area.height() / scale)
