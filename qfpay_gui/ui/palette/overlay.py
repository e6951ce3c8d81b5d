"""What lies over the window for a moment: a search line and a list, which go as soon as something was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.palette.finder import Finder
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Overlay(QFrame):
    """Takes every key while it is there; Escape gives the keyboard back to where it was, a click elsewhere ends it.

    Whoever makes one of it says where it lies, what is offered for what is typed, and what a choice does.
    """

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self.finder = Finder(name, "", self, keeps_keys=True)
        self._keys = PlainLabel(self)
        self.setObjectName(name)
        self._build()
        self.finder.asked.connect(self._on_asked)
        self.finder.chosen.connect(self._on_chosen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def describe(self, spoken: str, asks: str, keys: str) -> None:
        """Say what this is, what can be typed, and which keys do what."""
        self.setAccessibleName(spoken)
        self.finder.ask_for(asks)
        self._keys.setText(keys)

    def open_overlay(self) -> None:
        """Come over the window with nothing typed yet."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.finder.restyle()
        self.finder.line.clear()
        self._on_asked("")
        self._place()
        self.show()
        self.raise_()
        self.finder.focus()

    def refresh(self) -> None:
        """Offer anew what was asked for; who has moved in the list stays at that line."""
        place = self.finder.place
        self._on_asked(self.finder.line.text())
        self.finder.go_to(place)

    def close_overlay(self) -> None:
        """Go, and give the keyboard back to where it was, as long as that is there."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and any(before is one for one in self.window().findChildren(QWidget)):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Let no key be taken for a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Escape; no other key reaches the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature and name
        """From one stop to the next and round again, never out."""
        stops, focused = self._stops(), self.focusWidget()
        at = next((place for place, one in enumerate(stops) if one is focused), 0)
        if self.isVisible():
            stops[(at + (1 if is_next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        """Where the keyboard can be: in the line, unless there is more."""
        return [self.finder.line]

    def _place(self) -> None:
        raise NotImplementedError

    def _on_asked(self, words: str) -> None:
        raise NotImplementedError

    def _on_chosen(self, place: int) -> None:
        raise NotImplementedError

    def _build(self) -> None:
        set_property(self, "role", "card")
        set_property(self._keys, "role", "muted")
        self.finder.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(current().margin,) * 4)
        layout.setSpacing(current().gap)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self._keys)
        self.hide()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()
