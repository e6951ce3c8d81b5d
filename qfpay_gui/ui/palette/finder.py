"""A search line over what it finds: the arrows move in the list while the cursor stays in the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.widgets.filter_bar import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_FOUND = int(Qt.ItemDataRole.UserRole)
_LINE, _ROOM, _DEPTH = 28, 8, 24
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True)
class Found:
    """A line of the list: ``words``, beside them quietly ``more``, and at the right ``hint``.

    ``picture`` is an icon in this ``tone``. One that is not ``enabled`` can be read and not chosen; one of
    some ``depth`` belongs to the nearest before it of less.
    """

    words: str
    more: str = ""
    hint: str = ""
    picture: str = ""
    enabled: bool = True
    tone: str = "icon"
    depth: int = 0


class Finder(QWidget):
    """Says what is asked for, shows what was found, and says which of it was chosen."""

    asked = Signal(str)
    """Carries what was typed."""
    chosen = Signal(int)
    """Carries the place in the list on which Enter was pressed or the mouse clicked."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None, *, keeps_keys: bool = False) -> None:
        super().__init__(parent)
        self.line = _Line(self, keeps_keys=keeps_keys)
        self.list = QListView(self)
        self._found = _FoundModel(self)
        self.line.setObjectName(f"{name}_search")
        self.ask_for(spoken)
        self.list.setObjectName(f"{name}_list")
        self._build()
        self._connect()

    @property
    def place(self) -> int:
        """The line the list is on; -1 for none."""
        return self.list.currentIndex().row()

    def ask_for(self, words: str) -> None:
        """Say what can be typed."""
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(words)

    def present(self, found: tuple[Found, ...], place: int = 0) -> None:
        """Show these, and be on the one at this place."""
        self._found.show_found(found)
        self.go_to(place)

    def go_to(self, place: int) -> None:
        """Be on this line, as far as there is one."""
        count = self._found.rowCount()
        index = self._found.index(max(0, min(place, count - 1)), 0) if count and place >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        # Whoever listens to the line hears what Enter would choose.
        self.line.setAccessibleDescription(str(index.data() or ""))

    def focus(self) -> None:
        """Put the cursor into the line, its words selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.line.restyle()
        self.list.viewport().update()

    def _build(self) -> None:
        self.list.setModel(self._found)
        self.list.setItemDelegate(_FoundDelegate(self.list))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(px(16), px(16)))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_property(self.list, "role", "framed")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.asked)
        self.line.stepped.connect(self._on_stepped)
        self.line.entered.connect(self._on_entered)
        self.list.clicked.connect(self._on_index)
        self.list.activated.connect(self._on_index)

    def _on_stepped(self, step: int) -> None:
        self.go_to(max(0, self.place + step))

    def _on_entered(self) -> None:
        if self.place >= 0:
            self._on_index(self.list.currentIndex())

    def _on_index(self, index: QModelIndex) -> None:
        if self._found.found[index.row()].enabled:
            self.chosen.emit(index.row())


class _Line(SearchField):
    """Keeps its own keys from the window, or every key: Enter chooses here, whatever it does elsewhere."""

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget, *, keeps_keys: bool) -> None:
        super().__init__(parent)
        self._keeps_keys = keeps_keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys that move in the list and choose from it before they are taken for shortcuts."""
        is_claimed = isinstance(event, QKeyEvent) and (self._keeps_keys or self._is_own(event))
        if event.type() == QEvent.Type.ShortcutOverride and is_claimed:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in the list, choose from it, or type."""
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            self.entered.emit()

    def _is_own(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in {*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _FoundModel(QAbstractListModel):
    """What was found, for Qt's list."""

    found: tuple[Found, ...] = ()

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, picture, and the whole line for the delegate and the screen reader."""
        one = self.found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.words
            case Qt.ItemDataRole.DecorationRole:
                return icon(one.picture, one.tone) if one.picture else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(" · ".join(filter(None, (one.words, one.more))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (one.words, one.more, one.hint)))
            case _:
                return one if role == _FOUND else None


class _FoundDelegate(QStyledItemDelegate):
    """Words at the left, the hint at the right, and what else there is to say between them in grey."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        self.initStyleOption(option, index)
        one: Found = index.data(_FOUND)
        picture = QIcon(option.icon)
        option.text, option.icon = "", QIcon()
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inner = option.rect.adjusted(px(_ROOM) + one.depth * px(_DEPTH), 0, -px(_ROOM), 0)
        if one.picture:
            side = option.decorationSize.width()
            picture.paint(painter, inner.left(), inner.center().y() - side // 2, side, side)
            inner.setLeft(inner.left() + side + px(_ROOM))
        quiet = current().muted
        painter.save()
        painter.setPen(quiet)
        inner.setRight(self._write(painter, inner, one.hint, Qt.AlignmentFlag.AlignRight).left() - px(_ROOM))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text) if one.enabled else current().disabled)
        words = self._write(painter, inner, one.words, Qt.AlignmentFlag.AlignLeft)
        painter.setPen(quiet)
        inner.setLeft(words.right() + 2 * px(_ROOM))
        self._write(painter, inner, one.more, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Lines of one height that never ask for width."""
        return QSize(0, px(_LINE))

    def _write(self, painter: QPainter, room: QRect, words: str, side: Qt.AlignmentFlag) -> QRect:
        """Write as much of the words as fits, and say which room they took."""
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.width()))
        width = painter.fontMetrics().horizontalAdvance(shown)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if side is Qt.AlignmentFlag.AlignRight:
            return QRect(room.right() - width, room.top(), width, room.height())
        return QRect(room.left(), room.top(), width, room.height())
