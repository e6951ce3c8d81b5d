"""Every key of the window, found by typing a part of what it does or of the key itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMenu, QVBoxLayout, QWidget

from qfpay_gui.qfpay.ranking import findable, ranked
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current, fitting
from qfpay_gui.ui.palette.commands import plain
from qfpay_gui.ui.palette.finder import Finder, Found
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

_NATIVE = QKeySequence.SequenceFormat.NativeText
_DOTS = re.compile(r"\s*…\Z")
_CASE, _SAVED = text("Shortcuts", "Case"), text("Shortcuts", "Saved requests")
_BY_HAND = (
    (_CASE, text("Shortcuts", "Paste what the merchant sent"), "Ctrl+V"),
    (_CASE, text("Shortcuts", "Take what was read in hand"), "Ctrl+Return"),
    (_SAVED, text("Shortcuts", "Rename"), "F2"),
    (_SAVED, text("Shortcuts", "Duplicate"), "Ctrl+D"),
)
"""Keys that are no actions of Qt's."""


def keys_of(window: QWidget) -> Iterator[Found]:
    """What each key does and where, the menus first; what is not made yet has no keys."""
    actions = [one for one in window.findChildren(QAction) if one.text() and not one.shortcut().isEmpty()]
    for action in sorted(actions, key=lambda one: not isinstance(one.parent(), QMenu)):
        keys = ", ".join(one.toString(_NATIVE) for one in action.shortcuts())
        yield Found(_DOTS.sub("", plain(action.text())), _place(action), keys)
    for place, words, keys in _BY_HAND:
        yield Found(translated(words), translated(place), QKeySequence(keys).toString(_NATIVE))


def _place(action: QAction) -> str:
    """The menu, or what the keyboard must be on."""
    owner: QObject | None = action.parent()
    while owner is not None:
        if isinstance(owner, QMenu):
            return plain(owner.title())
        if isinstance(owner, QWidget) and owner.accessibleName():
            return owner.accessibleName()
        owner = owner.parent()
    return ""


class ShortcutSheet(QDialog):
    """A list with a line to search it by."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._keys = tuple(dict.fromkeys(keys_of(window)))
        self.finder = Finder("shortcuts", self.tr("A command or a key …"), self)
        self._close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(fitting(self, 640, 560))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(current().margin,) * 4)
        layout.setSpacing(current().gap)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self._close)
        self._close.rejected.connect(self.reject)
        self.finder.asked.connect(self._on_asked)
        self._on_asked("")
        self.finder.focus()

    def _on_asked(self, words: str) -> None:
        entries = ((one, findable((one.words, *one.hint.split(", ")), one.more)) for one in self._keys)
        self.finder.present(tuple(ranked(words, entries)))
