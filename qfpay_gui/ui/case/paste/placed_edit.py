"""The paste with every value tinted as what it was read as, and what was left over in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QHelpEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from qfpay_gui.ui.case.paste.offsets import Offsets
from qfpay_gui.ui.case.paste.role_menu import RoleMenu, place_name
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.paste_edit import PasteEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent

    from qfpay_gui.diagnosis.importing.places import Place


class PlacedEdit(PasteEdit):
    """Knows the places of the newest reading until its text is edited."""

    pointed = Signal()
    """Something else is selected, or the text cursor stands at another place."""
    undo_requested = Signal()
    """The newest correction is to be taken back."""

    def __init__(self, menu: RoleMenu) -> None:
        super().__init__()
        self._menu = menu
        self._places: tuple[Place, ...] | None = None
        self._offsets = Offsets("")
        self._has_corrections = False
        self.edited.connect(self._on_edited)
        self.cursorPositionChanged.connect(self.pointed)
        self.selectionChanged.connect(self.pointed)

    @property
    def place(self) -> Place | None:
        """The place at the text cursor, or the one that is selected."""
        if not self._places:
            return None
        start, end = self._selected()
        return next((one for one in self._places if one.start <= start and end <= one.end), None)

    @property
    def stretch(self) -> tuple[int, int] | None:
        """What a person means: the selection, else the place at the text cursor; None while the text is not read."""
        if self._places is None:
            return None
        start, end = self._selected()
        if start < end:
            return start, end
        return (self.place.start, self.place.end) if self.place else None

    def present(self, source: str, places: tuple[Place, ...], *, has_corrections: bool) -> None:
        """Tint these places of the text that was read; nothing happens where it is another text by now."""
        if source != self.source:
            return
        if self._places is None:
            self._offsets = Offsets(source)
        self._places, self._has_corrections = places, has_corrections
        self.setExtraSelections([*self._left_over(len(source)), *self._tints()])
        self.pointed.emit()

    def show_place(self, place: Place) -> None:
        """Select this place and scroll to it."""
        if self._places is not None and place in self._places:
            cursor = self._cursor(place.start, place.end)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Undo takes corrections back before it undoes what was typed: they came later."""
        if self._has_corrections and event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Say what the selection, or the value that was clicked, is."""
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.createStandardContextMenu()
        if self.stretch is not None:
            menu.insertMenu(menu.actions()[0], self._menu)
            menu.insertSeparator(menu.actions()[1])
        menu.exec(event.globalPos())
        menu.deleteLater()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Name the place under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What is under this point of the text: the names of the values read there, or that it was left over."""
        if not self._places:
            return ""
        at = self._offsets.written(self.cursorForPosition(point).position())
        names = [place_name(one) for one in self._places if one.start <= at < one.end]
        return ", ".join(dict.fromkeys(names)) or self.tr("left over")

    def _selected(self) -> tuple[int, int]:
        cursor = self.textCursor()
        start = self._offsets.written(cursor.selectionStart())
        return start, self._offsets.written(cursor.selectionEnd()) if cursor.hasSelection() else start

    def _on_edited(self, _source: object) -> None:
        self._places, self._has_corrections = None, False
        self.pointed.emit()

    def _left_over(self, length: int) -> Iterator[QTextEdit.ExtraSelection]:
        at = 0
        for place in self._places or ():
            if place.start > at:
                yield self._selection(at, place.start, ink=current().muted)
            at = max(at, place.end)
        if at and at < length:
            yield self._selection(at, length, ink=current().muted)

    def _tints(self) -> Iterator[QTextEdit.ExtraSelection]:
        for place in self._places or ():
            yield self._selection(place.start, place.end, ground=current().colour(f"place_{place.role}"))

    def _selection(
        self, start: int, end: int, *, ink: QColor | None = None, ground: QColor | None = None
    ) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        look = made.format
        if ink is not None:
            look.setForeground(ink)
        if ground is not None:
            look.setBackground(ground)
        made.format, made.cursor = look, self._cursor(start, end)
        return made

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.drawn(start))
        cursor.setPosition(self._offsets.drawn(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
