"""Draws a value over up to three lines, with the first differing character marked."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qfpay_gui.ui.look.theme import current

AnyIndex = QModelIndex | QPersistentModelIndex
MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Start and length of the mark in UTF-16 units, or None."""
_PADDING, _MOST_LINES, _ROW, _TOP = 8, 3, 26, 5


class MarkedDelegate(QStyledItemDelegate):
    """Breaks lines anywhere: values have no words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the cell's ground as the style does, and the text by hand."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        layout, height = _laid_out(words, option.font, option.rect.width(), index.data(MARK_ROLE))
        painter.save()
        painter.setClipRect(option.rect)
        foreground = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(foreground.color() if foreground else current().text)
        top = option.rect.top() + max(_TOP, (option.rect.height() - height) // 2)
        layout.draw(painter, QPointF(option.rect.left() + _PADDING, top))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """As many lines as the text needs in its column, three at most."""
        self.initStyleOption(option, index)
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        _layout, height = _laid_out(option.text, option.font, width, None)
        return QSize(width, max(_ROW, height + 2 * _TOP))


def _laid_out(words: str, font: QFont, width: int, mark: tuple[int, int] | None) -> tuple[QTextLayout, int]:
    """The text in lines of this width in pixels, the line of the mark among those that are drawn; and its height."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    if mark:
        layout.setFormats([_marked(*mark)])
    layout.beginLayout()
    height, count = 0.0, 0
    while count < _MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width - 2 * _PADDING, 20))
        line.setPosition(QPointF(0, height))
        height += line.height()
        count += 1
    layout.endLayout()
    return layout, ceil(height)


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    style = QTextCharFormat()
    style.setForeground(current().panel)
    style.setBackground(current().wrong_fg)
    style.setFontWeight(QFont.Weight.Bold)
    found.format = style
    return found
