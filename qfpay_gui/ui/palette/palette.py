"""The palette: every command, field, order and page of the window, found by a part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.ranking import ranked
from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.palette.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.ui.palette.commands import Command

_WIDTH, _HEIGHT, _TOP = 680, 420, 48
_MOST = 80


class Palette(Overlay):
    """Runs what is chosen, once it is gone."""

    def __init__(self, window: QWidget, name: str = "palette", asks_for: str = "", keys: str = "") -> None:
        self._commands: tuple[Command, ...] = ()
        self._last: Callable[[str], Command] | None = None
        self._offered: tuple[Command, ...] = ()
        super().__init__(name, window)
        self.describe(
            self.tr("Command palette"),
            asks_for or self.tr("A command, a field, a return code, an order …"),
            keys or self.tr("↑ ↓ choose · Enter run · Esc close"),
        )

    def offer(self, commands: tuple[Command, ...], last: Callable[[str], Command] | None = None) -> None:
        """Open over the window with these commands; ``last``, if any, makes one of whatever was typed."""
        self._commands, self._last = commands, last
        self.open_overlay()

    def add(self, commands: tuple[Command, ...]) -> None:
        """Offer these as well; who has moved in the list stays where they are."""
        self.replace(self._commands + commands)

    def replace(self, commands: tuple[Command, ...]) -> None:
        """Offer these instead; the list stays at its place."""
        self._commands = commands
        if self.isVisible():
            self.refresh()

    @property
    def present_command(self) -> Command | None:
        """The one the list is on."""
        place = self.finder.place
        return self._offered[place] if 0 <= place < len(self._offered) else None

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
            self.close_overlay()
            command.run()
