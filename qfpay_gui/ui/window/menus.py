"""The menu bar: every command with its shortcut, so that all can be found and none needs the mouse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMainWindow, QMenu

_MNEMONIC = re.compile(r"\(&.\)")
LANGUAGES = (("", ""), ("en", "English"), ("zh_CN", "简体中文"), ("zh_HK", "繁體中文"))


class Menus(QObject):
    """Builds the menus of a window and keeps their actions by name."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}

    def add(self, menu: QMenu, name: str, words: str, slot: Callable[[], object], *shortcuts: str) -> QAction:
        """Add a command with its shortcuts in Qt's portable spelling."""
        action = menu.addAction(words)
        action.setObjectName(f"action_{name}")
        action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(slot)
        self.actions[name] = action
        return action

    def add_choices(
        self, menu: QMenu, choices: Iterable[tuple[str, str]], chosen: str, slot: Callable[[QAction], object]
    ) -> None:
        """Add commands of which one is always checked; the slot gets the action, its data is the choice."""
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            action.setObjectName(f"choice_{value or 'system'}")
            group.addAction(action)
        group.triggered.connect(slot)

    def menu(self, words: str) -> QMenu:
        """A new menu in the bar."""
        return self._window.menuBar().addMenu(words)

    def shortcuts(self) -> list[tuple[str, str]]:
        """Every command that has a shortcut, with the shortcut as this system writes it."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (_MNEMONIC.sub("", action.text()).replace("&", ""), action.shortcut().toString(native))
            for action in self.actions.values()
            if not action.shortcut().isEmpty()
        ]
