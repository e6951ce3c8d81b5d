"""Chooses where requests go and who signs them: a search line over environments and their profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from qfpay_gui.qfpay.environments import LIVE_TESTING, SIMULATOR
from qfpay_gui.qfpay.ranking import findable, ranked
from qfpay_gui.ui.bar.places import Place, asked_for, current, places
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current as theme
from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.palette.overlay import Overlay

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from qfpay_gui.models.workbench import Workbench

_WIDTH, _HEIGHT = 640, 600
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PlacePopup(Overlay):
    """Lies below its chip. Enter goes to the line's place, Ctrl+Enter has its profile sign where one is."""

    profile_wanted = Signal(str)
    """Carries the environment for which a profile is to be added."""
    profiles_wanted = Signal()
    """The profiles are to be managed."""
    address_wanted = Signal(str)
    """Carries what is known of the base URL that is to be added."""
    addresses_wanted = Signal()
    """The custom addresses are to be managed."""
    gone_to = Signal()
    """Something was chosen."""

    def __init__(self, workbench: Workbench, chip: QWidget) -> None:
        self._workbench = workbench
        self._chip = chip
        self._lines: tuple[Place, ...] = ()
        self._offered: tuple[Place | None, ...] = ()
        super().__init__("places", chip.window())
        self.describe(
            self.tr("Where and as whom"),
            self.tr("An environment, a host, a profile, an app code …"),
            self.tr("↑ ↓ choose · Enter go there · Ctrl+Enter sign with it here · Tab more · Esc close"),
        )
        self._buttons = self._add_buttons()
        workbench.profiles.changed.connect(self._on_news)
        workbench.place.addresses.changed.connect(self._on_news)

    @property
    def offered(self) -> tuple[Place | None, ...]:
        """The lines of the list, from the top; None for what is no place."""
        return self._offered

    def open_overlay(self) -> None:
        """Open at what is chosen; of profiles that were never opened, the keychain is asked where they belong."""
        bench = self._workbench
        bench.profiles.open_unknown()
        self._lines = places(bench.place, bench.profiles.state)
        super().open_overlay()
        self.finder.go_to(current(self._lines, bench.place, bench.profiles.state))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Sign here with Ctrl+Enter; press the button that has the keyboard with Enter."""
        button = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(button, QPushButton):
            button.click()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.finder.place >= 0:
            self._go_to(self.finder.place, stay=True)
        event.accept()

    def _stops(self) -> list[QWidget]:
        return [self.finder.line, *self._buttons]

    def _add_buttons(self) -> tuple[QPushButton, ...]:
        row = QHBoxLayout()
        row.setSpacing(theme().gap)
        add_profile = self._button("add_profile", self.tr("Add a profile …"), "plus")
        add_address = self._button("add_address", self.tr("Add a custom address …"), "plus")
        manage = self._button("manage_places", self.tr("Manage …"), "settings")
        add_profile.clicked.connect(self._on_add_profile)
        add_address.clicked.connect(self._on_add_address)
        menu = QMenu(manage)
        menu.setObjectName("manage_menu")
        menu.addAction(self.tr("Profiles …"), self._on_profiles)
        menu.addAction(self.tr("Custom addresses …"), self._on_addresses)
        manage.setMenu(menu)
        buttons = (add_profile, add_address, manage)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.insertLayout(1, row)
        return buttons

    def _button(self, name: str, words: str, picture: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        set_icon(button, picture)
        set_property(button, "role", "quiet")
        return button

    def _place(self) -> None:
        """Below the chip, and never beyond the window."""
        room, edge = self.window().rect(), px(8)
        corner = self._chip.mapTo(self.window(), QPoint(0, self._chip.height() + px(4)))
        width = min(px(_WIDTH), room.width() - 2 * edge)
        left = max(edge, min(corner.x(), room.width() - edge - width))
        self.setGeometry(left, corner.y(), width, min(px(_HEIGHT), room.height() - corner.y() - edge))

    def _on_asked(self, words: str) -> None:
        found, best = asked_for(words, self._lines)
        self._offered = found
        shown = [one.shown for one in found]
        if "://" in words:
            self._offered, best = (*found, None), best if found else 0
            shown.append(Found(self.tr("Add the address {url}").format(url=words.strip()[:200]), picture="plus"))
        elif words.strip() and ranked(words, [(True, findable((self.tr("Add a custom address …"), "custom address")))]):
            self._offered, best = (*found, None), best if found else 0
            shown.append(Found(self.tr("Add a custom address …"), picture="plus"))
        elif not found:
            shown = [Found(self.tr("Nothing found"), enabled=False)]
        self.finder.present(tuple(shown), best)

    def _on_chosen(self, line: int) -> None:
        self._go_to(line, stay=False)

    def _go_to(self, line: int, *, stay: bool) -> None:
        """Once: where one click chooses already, the list says so twice."""
        if not self.isVisible() or line >= len(self._offered):
            return
        one = self._offered[line]
        if one is None:
            self._on_add_address()
            return
        self.close_overlay()
        if one.profile is None:
            self._workbench.choose_environment(one.environment_id)
        else:
            self._workbench.choose_profile(one.profile, stay=stay or not one.profile)
        self.gone_to.emit()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """A press on the chip closes the list by itself."""
        if new is not self._chip:
            super()._on_focus(old, new)

    def _on_news(self, _news: object = None) -> None:
        if self.isVisible():
            self._lines = places(self._workbench.place, self._workbench.profiles.state)
            self.refresh()

    def _on_add_profile(self) -> None:
        """For the environment of the line, or for live testing where that is the simulator, which needs none."""
        at = self.finder.place
        one = self._offered[at] if 0 <= at < len(self._offered) else None
        wanted = one.environment_id if one else ""
        self.close_overlay()
        self.profile_wanted.emit(wanted if wanted not in {"", SIMULATOR.id} else LIVE_TESTING.id)

    def _on_add_address(self) -> None:
        words = self.finder.line.text().strip()
        self.close_overlay()
        self.address_wanted.emit(words if "://" in words else "")

    def _on_profiles(self) -> None:
        self.close_overlay()
        self.profiles_wanted.emit()

    def _on_addresses(self) -> None:
        self.close_overlay()
        self.addresses_wanted.emit()
