"""What somebody with eyes, with a keyboard or with a screen reader cannot make out in a window, as sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LEAST_TARGET = 24
"""Pixels in either direction that a target has at least (WCAG 2.2, 2.5.8)."""
_SLACK = 1
"""Of so many pixels, measuring and drawing may differ by rounding."""
_SPEAKING = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList,
    QAccessible.Role.MenuItem,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.Link,
}
"""What a person acts on, and what holds choices."""


def unnamed(window: QWidget) -> list[str]:
    """The controls of which a screen reader can say nothing, or not what they are."""
    return [_called(one) for one in _seen(window) if _is_used(one) and not _spoken(one)]


def cut(window: QWidget) -> list[str]:
    """The texts that are not seen whole and say so by no tool tip."""
    found = []
    for one in _seen(window):
        found += [f"{_called(one)}: {words!r}" for words in _cut_within(one)]
    return found


def small(window: QWidget) -> list[str]:
    """The targets that are smaller than a finger or an unsteady hand needs."""
    targets = (one for one in _seen(window) if isinstance(one, QAbstractButton | QComboBox | QLineEdit))
    return [
        f"{_called(one)} {one.width()}x{one.height()}"
        for one in targets
        if min(one.width(), one.height()) < LEAST_TARGET and not _belongs_to_another(one)
    ]


def _seen(window: QWidget) -> Iterator[QWidget]:
    """The widgets of this window that are shown, scrolled away or not."""
    for one in (window, *window.findChildren(QWidget)):
        if one.window() is window and one.isVisible():
            yield one


def _called(one: QWidget) -> str:
    parents: list[str] = []
    above: QWidget | None = one
    while above is not None and len(parents) < 3:
        if above.objectName():
            parents.append(above.objectName())
        above = above.parentWidget()
    return f"{type(one).__name__} {'<'.join(parents)}"


def _is_used(one: QWidget) -> bool:
    if one.focusPolicy() is Qt.FocusPolicy.NoFocus and not isinstance(one, QAbstractButton | QTabBar):
        return False
    interface = QAccessible.queryAccessibleInterface(one)
    return interface is not None and interface.role() in _SPEAKING and not _belongs_to_another(one)


def _spoken(one: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(one)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _belongs_to_another(one: QWidget) -> bool:
    """A part of a box, a bar of tabs or a table, which speak for it; or the opener of a menu bar without room."""
    above = one.parentWidget()
    return one.objectName().startswith("qt_") or isinstance(
        above, QComboBox | QTabBar | QAbstractSpinBox | QLineEdit | QTableView | QMenuBar
    )


def _cut_within(one: QWidget) -> list[str]:
    for kinds, reading in _READINGS:
        if isinstance(one, kinds):
            return reading(one)
    return []


def _cut_label(label: QLabel) -> list[str]:
    words = getattr(label, "whole", label.text())
    if not words or label.toolTip():
        return []
    shown = label.contentsRect().size()
    is_short = shown.width() + _SLACK < label.sizeHint().width() - _frame(label).width()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        is_short = needed > label.height() + _SLACK
    elif hasattr(label, "whole"):
        is_short = label.text() != words.replace("\n", " ")
    is_low = not label.wordWrap() and shown.height() + _SLACK < QFontMetrics(label.font()).height()
    return [words] if is_short or is_low or _is_beyond(label) else []


def _frame(widget: QWidget) -> QSize:
    return widget.size() - widget.contentsRect().size()


def _cut_button(button: QAbstractButton) -> list[str]:
    if not button.text() or (isinstance(button, QToolButton) and _is_icon_alone(button)):
        return [button.accessibleName()] if _is_beyond(button) else []
    under = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    needed = button.fontMetrics().horizontalAdvance(button.text()) + 2 if under else button.sizeHint().width()
    whole = getattr(button, "whole", button.text())
    is_short = button.width() + _SLACK < needed and whole not in button.toolTip()
    return [button.text()] if is_short or _is_beyond(button) else []


def _is_icon_alone(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _cut_box(box: QComboBox) -> list[str]:
    if box.isEditable():
        return []
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    icon = box.iconSize().width() + 4 if not box.itemIcon(box.currentIndex()).isNull() else 0
    words = box.currentText()
    is_short = field.width() - icon + _SLACK < box.fontMetrics().horizontalAdvance(words)
    return [words] if (is_short and not box.toolTip()) or _is_beyond(box) else []


def _cut_line(line: QLineEdit) -> list[str]:
    """What is typed may be longer than its field, which scrolls; the words of an empty one may not."""
    room = line.contentsRect().width() - line.textMargins().left() - line.textMargins().right() - 8
    words = "" if line.text() else line.placeholderText()
    is_short = line.fontMetrics().horizontalAdvance(words) > room + 4 + _SLACK
    return [words] if (is_short and not line.toolTip()) or _is_beyond(line) else []


def _cut_tabs(tabs: QTabBar) -> list[str]:
    metrics = tabs.fontMetrics()
    beyond = [
        tabs.tabText(place)
        for place in range(tabs.count())
        if tabs.isTabVisible(place)
        and metrics.horizontalAdvance(tabs.tabText(place).replace("&", "")) > tabs.tabRect(place).width() - 8
    ]
    return beyond + ([tabs.tabText(0)] if _is_beyond(tabs) else [])


def _cut_titles(header: QHeaderView) -> list[str]:
    if header.orientation() is Qt.Orientation.Vertical or not header.model():
        return []
    model, cut_short = header.model(), []
    for place in range(header.count()):
        words = model.headerData(place, header.orientation(), Qt.ItemDataRole.DisplayRole)
        tip = model.headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        hidden = header.isSectionHidden(place) or not header.sectionSize(place)
        if words and not tip and not hidden:
            needed = header.fontMetrics().horizontalAdvance(str(words)) + 12
            if header.sectionSize(place) + _SLACK < needed:
                cut_short.append(str(words))
    return cut_short


def _cut_cells(table: QTableView) -> list[str]:
    model = table.model()
    if model is None:
        return []
    cells = (
        model.index(row, column)
        for row in range(min(model.rowCount(), 12))
        for column in range(model.columnCount())
        if not table.isColumnHidden(column) and table.columnSpan(row, column) == 1 and table.columnWidth(column)
    )
    found = []
    for cell in cells:
        words = str(cell.data(Qt.ItemDataRole.DisplayRole) or "")
        font = cell.data(Qt.ItemDataRole.FontRole) or table.font()
        line = QFontMetrics(font).horizontalAdvance(max(words.split("\n"), key=len))
        rect = table.visualRect(cell)
        room = rect.width() - 16 - (table.iconSize().width() if cell.data(Qt.ItemDataRole.DecorationRole) else 0)
        lines = max(1, rect.height() // QFontMetrics(font).lineSpacing()) if table.wordWrap() else 1
        if line > (room + _SLACK) * lines and not cell.data(Qt.ItemDataRole.ToolTipRole):
            found.append(words)
    return found


def _cut_menus(bar: QMenuBar) -> list[str]:
    return [action.text() for action in bar.actions() if bar.actionGeometry(action).right() >= bar.width()]


def _is_beyond(one: QWidget) -> bool:
    """Whether a part of it lies outside of what holds it, where no scrolling brings it into view."""
    shown = QRect(QPoint(0, 0), one.size())
    below, above = one, one.parentWidget()
    while above is not None and below is not one.window():
        shown.translate(below.pos())
        if isinstance(above.parentWidget(), QAbstractScrollArea) and above.objectName() == "qt_scrollarea_viewport":
            shown = _scrolled(shown, above)
        inside = above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not inside.contains(shown) and not isinstance(above, QMainWindow):
            return True
        below, above = above, above.parentWidget()
    return False


def _scrolled(shown: QRect, viewport: QWidget) -> QRect:
    """The same rectangle once it is scrolled to, in the directions in which its area scrolls."""
    area = viewport.parentWidget()
    assert isinstance(area, QAbstractScrollArea)
    if area.verticalScrollBar().maximum() > 0:
        shown = QRect(shown.x(), 0, shown.width(), min(shown.height(), viewport.height()))
    if area.horizontalScrollBar().maximum() > 0:
        shown = QRect(0, shown.y(), min(shown.width(), viewport.width()), shown.height())
    return shown


_READINGS: tuple[tuple[tuple[type[QWidget], ...], Callable[[Any], list[str]]], ...] = (
    ((QLabel,), _cut_label),
    ((QCheckBox, QRadioButton, QPushButton, QToolButton), _cut_button),
    ((QComboBox,), _cut_box),
    ((QLineEdit,), _cut_line),
    ((QTabBar,), _cut_tabs),
    ((QHeaderView,), _cut_titles),
    ((QTableView,), _cut_cells),
    ((QMenuBar,), _cut_menus),
)
"""How each kind of widget is looked at; the first that fits."""


def out_of_order(stops: Sequence[QWidget]) -> list[str]:
    """The steps of the tab key that go back: to the left on the same line, or up without going to the right."""
    found = []
    for before, after in pairwise(stops):
        one, other = place(before), place(after)
        is_up = other.bottom() <= one.top() and other.left() < one.right()
        is_back = other.right() <= one.left() and other.top() < one.bottom() and one.top() < other.bottom()
        if is_up or is_back:
            found.append(f"{_called(before)} → {_called(after)}")
    return found


def place(one: QWidget) -> QRect:
    """Where it stands in its window while nothing is scrolled."""
    found = QRect(one.mapTo(one.window(), QPoint(0, 0)), one.size())
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            found.translate(above.horizontalScrollBar().value(), above.verticalScrollBar().value())
        above = above.parentWidget()
    return found
