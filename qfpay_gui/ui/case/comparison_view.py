"""Two requests side by side, parameter by parameter, with what each difference does to the signature."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.diagnosis.comparison import Effect, LineKind, Part
from qfpay_gui.models.case.comparison import Cell, Row, Table, table
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel, plain_tip
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.comparison import Side
    from qfpay_gui.ui.widgets.rows_model import Index

_NAME, _LEFT, _RIGHT, _EFFECT = range(4)
_TONES = {Effect.EXPLAINS: "ok", Effect.CHANGES: "attention", Effect.NONE: "note"}
MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Start and length of the mark in UTF-16 units, or None."""
_PADDING, _MOST_LINES, _ROW, _TOP = 8, 3, 26, 5


class ComparisonView(QWidget):
    """Parameters in the order they are signed, then signing string, URL and headers, then the replies."""

    copied = Signal(str)
    """Carries a sentence that says what was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared = Table((), ())
        self._titles = ("", "")
        self._summary = ElidedLabel(self)
        self._only = QCheckBox(self.tr("Differences only"), self)
        self._copy = QPushButton(self.tr("Copy as text"), self)
        self._table = QTableWidget(0, 4, self)
        self._delegate = MarkedDelegate(self)
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._table.resizeRowsToContents)
        self._table.horizontalHeader().sectionResized.connect(self._on_resized)
        self._only.toggled.connect(self._on_filtered)
        self._copy.clicked.connect(self._on_copy)

    def present(self, left: Side, right: Side, titles: tuple[str, str], client_key: str = "") -> None:
        """Lay these side by side; with the key it can be told which difference alone explains the signature."""
        self._compared, self._titles = table(left, right, client_key), titles
        name, effect = self.tr("Name"), self.tr("For the signature")
        self._table.setHorizontalHeaderLabels([name, *titles, effect])
        self._render()

    @property
    def as_text(self) -> str:
        """What Copy takes: every line, or those that differ; no key, no personal data."""
        only = self._only.isChecked()
        pairs = zip(self._compared.rows, self._compared.lines, strict=True)
        lines = (line for row, line in pairs if not only or row.kind is not LineKind.SAME)
        return "\n".join((" | ".join(self._titles), *lines))

    def _build(self) -> None:
        self._summary.setObjectName("comparison_summary")
        set_property(self._summary, "role", "label")
        self._only.setObjectName("differences_only")
        self._copy.setObjectName("copy_comparison")
        set_icon(self._copy, "copy")
        set_property(self._copy, "role", "quiet")
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(self._summary, 1)
        line.addWidget(self._only)
        line.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addLayout(line)
        layout.addWidget(self._table, 1)
        self._build_table()

    def _build_table(self) -> None:
        grid = self._table
        grid.setObjectName("comparison")
        grid.setAccessibleName(self.tr("Comparison"))
        grid.verticalHeader().hide()
        grid.setIconSize(QSize(px(14), px(14)))
        header = grid.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, mode in (
            (_NAME, QHeaderView.ResizeMode.ResizeToContents),
            (_LEFT, QHeaderView.ResizeMode.Stretch),
            (_RIGHT, QHeaderView.ResizeMode.Stretch),
            (_EFFECT, QHeaderView.ResizeMode.ResizeToContents),
        ):
            header.setSectionResizeMode(column, mode)
        for column in (_LEFT, _RIGHT):
            grid.setItemDelegateForColumn(column, self._delegate)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.setTabKeyNavigation(False)
        grid.setShowGrid(False)
        set_property(grid, "role", "framed")

    def _render(self) -> None:
        rows = self._compared.rows
        self._table.setRowCount(0)
        self._table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._render_row(place, row)
        count = self._compared.differing
        same = self.tr("No differences")
        self._summary.show_text(
            self.tr("{count} of {all} lines differ").format(count=count, all=len(rows)) if count else same
        )
        self._on_filtered(self._only.isChecked())
        self._settle.start()

    def _on_resized(self, _column: int, _before: int, _after: int) -> None:
        """Once every column has its new width, every row gets the lines its values need."""
        self._settle.start()

    def _render_row(self, place: int, row: Row) -> None:
        name = QTableWidgetItem(excerpt(self._name(row), margin=24))
        name.setFont(mono(current().small_pt))
        name.setForeground(current().text if row.part is Part.PARAMETER else current().muted)
        self._table.setItem(place, _NAME, name)
        self._table.setItem(place, _LEFT, self._value_item(row.left, row.kind, row.part))
        self._table.setItem(place, _RIGHT, self._value_item(row.right, row.kind, row.part))
        self._table.setItem(place, _EFFECT, self._effect_item(row))

    def _name(self, row: Row) -> str:
        match row.part:
            case Part.STRING:
                return self.tr("Signing string")
            case Part.STATUS:
                return self.tr("Reply")
            case Part.MEMBER:
                return self.tr("Reply: {member}").format(member=row.name or self.tr("body"))
            case _:
                return row.name

    def _value_item(self, cell: Cell, kind: LineKind, part: Part) -> QTableWidgetItem:
        words = self.tr("not there") if part in {Part.STATUS, Part.MEMBER} else self.tr("not sent")
        item = QTableWidgetItem(words if cell.text is None else cell.text)
        item.setData(MARK_ROLE, cell.mark)
        if cell.text is None:
            item.setForeground(current().wrong_fg)
        else:
            item.setFont(mono(current().small_pt))
            item.setForeground(current().muted if kind is LineKind.SAME else current().text)
            item.setToolTip(plain_tip(cell.text))
        return item

    def _effect_item(self, row: Row) -> QTableWidgetItem:
        if row.kind is LineKind.SAME or row.part not in {Part.PARAMETER, Part.REQUEST}:
            return QTableWidgetItem("")
        words = {
            Effect.EXPLAINS: self.tr("explains it"),
            Effect.CHANGES: self.tr("changes it"),
            Effect.NONE: self.tr("none"),
        }[row.effect]
        tone = _TONES[row.effect]
        item = QTableWidgetItem(icon(tone, f"{tone}_fg"), words)
        if row.effect is not Effect.NONE:
            item.setForeground(current().colour(f"{tone}_fg"))
        return item

    def _on_filtered(self, only: bool) -> None:  # noqa: FBT001 - Qt's signal
        for place, row in enumerate(self._compared.rows):
            self._table.setRowHidden(place, only and row.kind is LineKind.SAME)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(whole(self.as_text))
        self.copied.emit(self.tr("Copied: the comparison, without key and personal data"))


class MarkedDelegate(QStyledItemDelegate):
    """Breaks lines anywhere: values have no words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
        top = option.rect.top() + max(px(_TOP), (option.rect.height() - height) // 2)
        layout.draw(painter, QPointF(option.rect.left() + px(_PADDING), top))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As many lines as the text needs in its column, three at most."""
        self.initStyleOption(option, index)
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        _layout, height = _laid_out(option.text, option.font, width, None)
        return QSize(width, max(px(_ROW), height + 2 * px(_TOP)))


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
        line.setLineWidth(max(width - 2 * px(_PADDING), px(20)))
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
