"""The palette: a line and a list over the window, which go as soon as something was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from qfpay_gui.qfpay.ranking import ranked
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.palette.finder import Finder
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from qfpay_gui.ui.palette.commands import Command

_WIDTH, _HEIGHT, _TOP = 680, 420, 48
_MOST = 80


class Palette(QFrame):
    """Lies over its window and takes every key while it is there; Escape gives the keyboard back to where it was."""

    def __init__(self, window: QWidget, name: str = "palette", asks_for: str = "") -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self._commands: tuple[Command, ...] = ()
        self._last: Callable[[str], Command] | None = None
        self._offered: tuple[Command, ...] = ()
        asks_for = asks_for or self.tr("A command, a field, a return code, an order …")
        self.finder = Finder(name, asks_for, self, keeps_keys=True)
        self._keys = PlainLabel(self.tr("↑ ↓ choose · Enter run · Esc close"), self)
        self._build(name)
        self.finder.asked.connect(self._on_asked)
        self.finder.chosen.connect(self._on_chosen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def offer(self, commands: tuple[Command, ...], last: Callable[[str], Command] | None = None) -> None:
        """Open over the window with these commands; ``last``, if any, makes one of whatever was typed."""
        self._commands, self._last = commands, last
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.finder.restyle()
        self.finder.line.clear()
        self._on_asked("")
        self._place()
        self.show()
        self.raise_()
        self.finder.focus()

    def add(self, commands: tuple[Command, ...]) -> None:
        """Offer these as well; who has moved in the list stays where they are."""
        self.replace(self._commands + commands)

    def replace(self, commands: tuple[Command, ...]) -> None:
        """Offer these instead; the list stays at its place."""
        self._commands = commands
        if self.isVisible():
            place = self.finder.place
            self._on_asked(self.finder.line.text())
            self.finder.go_to(place)

    @property
    def present_command(self) -> Command | None:
        """The one the list is on."""
        place = self.finder.place
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def close_palette(self) -> None:
        """Go, and give the keyboard back to where it was, as long as that is there."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and any(before is one for one in self.window().findChildren(QWidget)):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Escape; no other key reaches the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        event.accept()

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature and name
        """The keyboard stays in the line."""
        return True

    def _build(self, name: str) -> None:
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Command palette"))
        set_property(self, "role", "card")
        set_property(self._keys, "role", "muted")
        self.finder.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(current().margin,) * 4)
        layout.setSpacing(current().gap)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self._keys)
        self.hide()

    def _place(self) -> None:
        """At the top of the window, in its middle, and never larger than it."""
        room = self.window().rect()
        width, height = min(px(_WIDTH), room.width() - 2 * px(_TOP)), min(px(_HEIGHT), room.height() - 2 * px(_TOP))
        self.setGeometry((room.width() - width) // 2, px(_TOP), width, height)

    def _on_asked(self, words: str) -> None:
        found = ranked(words, ((one, one.entry) for one in self._commands))[:_MOST]
        if words.strip() and self._last is not None:
            found.append(self._last(words.strip()))
        self._offered = tuple(found)
        self.finder.present(tuple(one.shown for one in found))

    def _on_chosen(self, place: int) -> None:
        """Run it once: where one click chooses already, the list says so twice."""
        if self.isVisible():
            command = self._offered[place]
            self.close_palette()
            command.run()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever clicks elsewhere is done with the palette."""
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()
