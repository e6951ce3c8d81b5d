"""Names and values, one a line: the value to copy, and what is to be said about it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.signing.recipe import Segment
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono, px
from qfpay_gui.ui.reply.checks import SEVERITIES
from qfpay_gui.ui.reply.reply_rows import ReplyHeading, ReplyRow
from qfpay_gui.ui.widgets.claim_mark import about, explained, shape
from qfpay_gui.ui.widgets.list_table import MiddleDelegate
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.ui.widgets.rows_model import Index

_NAME, _VALUE, _CHECK = range(3)
_LINE, _MOST_LINES, _PADDING = 24, 3, 8
_BARE_BELOW, _ICON = 560, 32
"""Below this width, what is fine is said by its icon alone, so that the values are seen whole."""
_LONG_WORD = re.compile(r"\S{16,2000}")
_TOOL_TIP_CHARACTERS, _TOOL_TIP_LINE = 1200, 60
VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Where a cell keeps its value as it came, whatever is drawn."""


class FieldsTable(QTableWidget):
    """Ctrl+C copies the values of the chosen rows as they came; a double click selects within one."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._rows: tuple[ReplyRow | ReplyHeading, ...] = ()
        self._wire = mono(current().small_pt)
        self._delegate = ValueDelegate(self)
        self._delegate.wraps = False
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._build()

    def show_rows(self, rows: tuple[ReplyRow | ReplyHeading, ...]) -> None:
        """Show these lines."""
        self._rows = rows
        self._wire = mono(current().small_pt)
        self.clearSpans()
        self.setRowCount(0)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            match row:
                case ReplyHeading():
                    self._render_heading(place, row)
                case ReplyRow():
                    self._render_row(place, row)
        self._share_room()

    def chosen(self) -> tuple[ReplyRow, ...]:
        """The chosen rows from top to bottom, headings left out."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(row for row in (self._rows[place] for place in places) if isinstance(row, ReplyRow))

    def subject(self, _focused: QWidget) -> str:
        """What the line says something about: a field of a record, the return code itself, or a name."""
        row = self._rows[self.currentRow()] if 0 <= self.currentRow() < len(self._rows) else None
        if not isinstance(row, ReplyRow):
            return ""
        if row.name == "respcd" and row.value:
            return f"respcd.{row.value}"
        return row.claim if row.claim.startswith("record.") else row.name

    def copy_values(self) -> None:
        """Copy the value of the chosen row, or ``name: value`` lines where several are chosen."""
        rows = self.chosen()
        if len(rows) == 1 and rows[0].value is not None:
            QGuiApplication.clipboard().setText(rows[0].value)
            say(self, self.tr("Copied: the value of {name}").format(name=excerpt(rows[0].name)))
        elif rows:
            self.copy_lines()

    def copy_lines(self) -> None:
        """Copy the chosen rows as ``name: value`` lines."""
        rows = [row for row in self.chosen() if row.value is not None]
        if rows:
            QGuiApplication.clipboard().setText("\n".join(f"{row.name}: {row.value}" for row in rows))
            say(self, self.tr("Copied: {count} names and values").format(count=len(rows)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width between values and words."""
        super().resizeEvent(event)
        self._share_room()

    def _build(self) -> None:
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value"), self.tr("Check")])
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(_LINE))
        self.verticalHeader().setDefaultSectionSize(px(_LINE))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setItemDelegateForColumn(_VALUE, self._delegate)
        self.setItemDelegateForColumn(_CHECK, CheckDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(px(14), px(14)))
        self.setMinimumHeight(2 * px(_LINE))
        self._offer(self.tr("Copy value"), QKeySequence(QKeySequence.StandardKey.Copy)).triggered.connect(
            self.copy_values
        )
        self._offer(self.tr("Copy name and value"), QKeySequence()).triggered.connect(self.copy_lines)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _offer(self, words: str, shortcut: QKeySequence) -> QAction:
        action = QAction(words, self)
        action.setShortcut(shortcut)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _render_heading(self, place: int, heading: ReplyHeading) -> None:
        item = QTableWidgetItem(translated(heading.words))
        item.setForeground(current().muted)
        item.setToolTip(f"<p>{escape(item.text())}</p>")
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.setItem(place, _NAME, item)
        self.setSpan(place, _NAME, 1, 3)

    def _render_row(self, place: int, row: ReplyRow) -> None:
        name, value, check = QTableWidgetItem(excerpt(row.name, margin=24)), QTableWidgetItem(), QTableWidgetItem()
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        name.setFlags(selectable)
        name.setToolTip(_wrapped(row.name) if name.text() != row.name else "")
        check.setFlags(selectable)
        value.setFlags(selectable | Qt.ItemFlag.ItemIsEditable if row.value else selectable)
        for item in (name, value):
            item.setFont(self._wire)
        self._render_value(value, row)
        self._render_check(check, row)
        for column, item in enumerate((name, value, check)):
            self.setItem(place, column, item)

    def _render_value(self, item: QTableWidgetItem, row: ReplyRow) -> None:
        if row.value is None:
            item.setText("–")
            item.setForeground(current().muted)
            return
        item.setText(signing_text((Segment("value", row.value),), reveal_key=False).shown)
        item.setData(VALUE_ROLE, row.value)
        item.setToolTip(_wrapped(row.value))

    def _render_check(self, item: QTableWidgetItem, row: ReplyRow) -> None:
        if row.words is None:
            return
        words, origin = translated(row.words), about(row.words) or row.claim
        item.setText(" ".join(filter(None, (words, shape(origin)))))
        item.setToolTip(f"<p>{escape(words)}</p>{explained(origin)}")
        item.setForeground(current().muted)
        if row.severity is None:
            return
        tone = row.severity.name.lower()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{translated(SEVERITIES[row.severity])}: {words}")
        item.setIcon(icon(tone, f"{tone}_fg"))
        if row.severity >= Severity.ATTENTION:
            item.setForeground(current().colour(f"{tone}_fg"))

    def _share_room(self) -> None:
        """Names and values get what they need, up to 45 % of the room; values all of it where nothing is said."""
        self.setColumnWidth(_NAME, min(self._width_of_names(), self.viewport().width() * 9 // 20))
        judged = any(isinstance(row, ReplyRow) and row.words is not None for row in self._rows)
        self.setColumnHidden(_CHECK, not judged)
        room = self.viewport().width() - self.columnWidth(_NAME)
        is_bare = self._is_bare()
        self._delegate.wraps = is_bare or not judged
        if is_bare:
            self.setColumnWidth(_VALUE, max(px(80), room - px(_ICON)))
        else:
            needed = min(self.sizeHintForColumn(_VALUE), room * 9 // 20)
            self.setColumnWidth(_VALUE, max(px(80), needed if judged else room))
        for place, row in enumerate(self._rows):
            height = self._height_of(place, row, is_bare=is_bare) if isinstance(row, ReplyRow) else px(_LINE)
            self.setRowHeight(place, height)

    def _is_bare(self) -> bool:
        """Whether all that is said can be said by icons."""
        said = [row for row in self._rows if isinstance(row, ReplyRow) and row.words is not None]
        fine = all(row.severity is not None and row.severity < Severity.ATTENTION for row in said)
        return bool(said) and fine and self.viewport().width() < px(_BARE_BELOW)

    def _width_of_names(self) -> int:
        """Headings do not count: they run across all columns."""
        metrics = QFontMetrics(mono(current().small_pt))
        places = (place for place, row in enumerate(self._rows) if isinstance(row, ReplyRow))
        names = (item.text() for place in places if (item := self.item(place, _NAME)) is not None)
        return max((metrics.horizontalAdvance(name) for name in names), default=0) + 2 * px(_PADDING) + 8

    def _height_of(self, place: int, row: ReplyRow, *, is_bare: bool) -> int:
        """Words that matter and values that nothing is said about get up to three lines, all else one."""
        if is_bare or (row.severity is None and row.words is None):
            return self._lines(self.item(place, _VALUE), self.columnWidth(_VALUE) - 2 * px(_PADDING))
        if row.severity is None or row.severity >= Severity.ATTENTION:
            taken = self.iconSize().width() + 3 * px(_PADDING)
            return self._lines(self.item(place, _CHECK), self.columnWidth(_CHECK) - taken)
        return px(_LINE)

    def _lines(self, item: QTableWidgetItem | None, width: int) -> int:
        """The height of this item's text in this width, in pixels."""
        if item is None:
            return px(_LINE)
        metrics = QFontMetrics(item.font()) if item.column() == _VALUE else self.fontMetrics()
        words = _breakable(item.text()) if self._delegate.wraps else item.text()
        wrapped = Qt.TextFlag.TextWordWrap.value
        needed = metrics.boundingRect(QRect(0, 0, max(width, px(40)), 1000), wrapped, words).height()
        return max(px(_LINE), min(needed, _MOST_LINES * metrics.height()) + px(_PADDING) // 2)


def _wrapped(value: str) -> str:
    """A long value in lines that fit a tool tip."""
    shown = value[:_TOOL_TIP_CHARACTERS]
    lines = "\n".join(shown[start : start + _TOOL_TIP_LINE] for start in range(0, len(shown), _TOOL_TIP_LINE))
    return f"<pre>{escape(lines)}</pre>"


def _breakable(value: str) -> str:
    """The value with places to break within its long words."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(word.group()), value)


class CheckDelegate(QStyledItemDelegate):
    """Draws the icon alone where the column has room for nothing else."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Leave the words to the tool tip."""
        super().initStyleOption(option, index)
        if option.rect.width() <= px(_ICON):
            option.text = ""


class ValueDelegate(MiddleDelegate):
    """Opens a read-only line with the raw value on a double click or F2; ``wraps`` shows the value whole."""

    wraps = False

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Shorten in the middle, or break anywhere."""
        super().initStyleOption(option, index)
        if self.wraps:
            option.text = _breakable(option.text)

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line to select in."""
        editor = QLineEdit(parent)
        editor.setReadOnly(True)
        editor.setFont(mono(current().small_pt))
        editor.setText(index.data(VALUE_ROLE))
        editor.setAccessibleName(index.sibling(index.row(), 0).data())
        return editor

    def setEditorData(self, editor: QWidget, _index: Index) -> None:  # noqa: N802 - Qt's name
        """Select the whole value to begin with."""
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Change nothing."""
