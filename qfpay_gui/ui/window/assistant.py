"""What helps to find one's way: the palette, reference, set-up in six steps. Made when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qfpay_gui.ui.widgets.buttons import carry_out
from qfpay_gui.ui.widgets.later import Later
from qfpay_gui.ui.window.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.services.database.cases import KeptCase
    from qfpay_gui.ui.form.saved_palette import SavedPalette
    from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog
    from qfpay_gui.ui.palette.commands import Command
    from qfpay_gui.ui.palette.palette import Palette
    from qfpay_gui.ui.settings.settings_dialog import SettingsDialog

_FIELD = "field:"


class Assistant(QObject):
    """Opens the palette over its window, the reference and the set-up beside it."""

    go_to_requested = Signal(str)
    """Carries the field to put the cursor into."""
    history_requested = Signal(str)
    """Carries the words to look for in the history."""

    suite_wanted = Signal()
    """A suite is to be made of saved requests."""
    setting_chosen = Signal(str, object)
    """Carries the name and the value of a setting."""

    def __init__(self, workbench: Workbench, settings: QSettings, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self.library = Library(workbench.background, settings, window)

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its name."""
        return {
            "palette": self.open_palette,
            "reference": self.library.open_here,
            "save_request": self.save_request,
            "save_request_as": self.save_request_as,
            "saved_requests": self.open_saved,
            "set_up": self.open_set_up,
            "settings": self.open_settings,
            "shortcuts": self.open_shortcuts,
        }

    def open_palette(self) -> None:
        """Offer every command of the menus, the calls with the fields of the present one, orders and the reference."""
        from qfpay_gui.ui.palette.commands import looking_up  # noqa: PLC0415 - not needed at start

        pages = self._pages() if self.library.is_loaded else ()
        self._palette.offer((*self._commands(), *pages), lambda words: looking_up(words, self.history_requested.emit))
        if not self.library.is_loaded:
            self.library.when_loaded(self._offer_pages)
        self._workbench.cases.look_up(self._offer_cases)

    def open_saved(self) -> None:
        """Offer the saved requests and those that were sent lately."""
        self._saved.open_palette()

    def save_request(self) -> None:
        """Keep the draft under the name it was opened or saved with, or ask for one."""
        now = self._workbench.saved.current
        if now is None:
            self.save_request_as()
        else:
            self._workbench.saved.save(now.name)

    def save_request_as(self) -> None:
        """Ask for a name, and keep the draft under it."""
        self._saved.save_as()

    def open_shortcuts(self) -> None:
        """Show every key, also those of what was not looked at yet."""
        from qfpay_gui.ui.window.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - not needed at start

        for place in self._window.findChildren(Later):
            _ = place.widget
        sheet = ShortcutSheet(self._window)
        sheet.exec()
        sheet.deleteLater()

    def open_set_up(self) -> None:
        """Show the six steps until a merchant can take payments; the window goes on being used beside them."""
        self._set_up.show()
        self._set_up.raise_()
        self._set_up.activateWindow()

    def open_settings(self) -> None:
        """Show the settings; the window goes on being used beside them."""
        self._settings.present()
        self._settings.show()
        self._settings.raise_()
        self._settings.activateWindow()

    def hand_over(self, other: Assistant) -> None:
        """Let the assistant of the window that takes this one's place show what is open here."""
        self.library.hand_over(other.library)
        if "_settings" in vars(self) and self._settings.isVisible():
            other.take_settings(self._settings)

    def take_settings(self, open_before: SettingsDialog) -> None:
        """Go on with these settings where they stand, with the keyboard where it is, and the same way back."""
        held = open_before.focusWidget()
        self._settings.before = open_before.before
        self.open_settings()
        self._settings.move(open_before.pos())
        same = self._settings.findChild(QWidget, held.objectName()) if held is not None and held.objectName() else None
        if isinstance(same, QWidget):
            same.setFocus()

    def take_answer(self, answer: str) -> None:
        """Show in the set-up what this answer of WeChat's to the Mini Program means."""
        self._set_up.take_answer(answer)
        self.open_set_up()

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        self.library.restyle()
        if "_set_up" in vars(self):
            self._set_up.restyle()
        if "_settings" in vars(self):
            self._settings.present()

    def _commands(self) -> Iterator[Command]:
        from qfpay_gui.qfpay.request.parameters import endpoint  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.bar.places import of_places  # noqa: PLC0415
        from qfpay_gui.ui.form.saved_palette import of_saved  # noqa: PLC0415
        from qfpay_gui.ui.palette.commands import of_calls, of_fields, of_menus, of_orders  # noqa: PLC0415

        draft = self._workbench.draft
        yield from of_menus(self._window.menuBar())
        yield from of_calls(draft.choose_endpoint)
        yield from of_fields(endpoint(draft.draft.endpoint), self.go_to_requested.emit)
        yield from of_saved(self._workbench.saved)
        yield from of_places(self._workbench)
        yield from of_orders(self._workbench.orders.orders, self.history_requested.emit)

    def _pages(self) -> Iterator[Command]:
        from qfpay_gui.ui.reference.entries import of_pages  # noqa: PLC0415 - not needed at start

        return of_pages(self.library.show_page)

    def _offer_pages(self) -> None:
        self._palette.add(tuple(self._pages()))

    def _offer_cases(self, cases: tuple[KeptCase, ...]) -> None:
        from qfpay_gui.ui.palette.commands import of_cases  # noqa: PLC0415 - not needed at start

        self._palette.add(tuple(of_cases(cases, self._open_case)))

    def _open_case(self, case_id: int) -> None:
        carry_out(self, "show_case")
        self._workbench.cases.open(case_id)

    def _on_act(self, act: str) -> None:
        """Go to a field of the payment, or carry out a command of the menus."""
        self._window.activateWindow()
        if act.startswith(_FIELD):
            self._workbench.draft.choose_endpoint("payment")
            self.go_to_requested.emit(act.removeprefix(_FIELD))
        else:
            carry_out(self, act)

    @cached_property
    def _set_up(self) -> OnboardingDialog:
        from qfpay_gui.models.onboarding.onboarding_model import OnboardingModel  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog  # noqa: PLC0415

        dialog = OnboardingDialog(OnboardingModel(self._workbench, self), self._window)
        dialog.act_requested.connect(self._on_act)
        return dialog

    @cached_property
    def _settings(self) -> SettingsDialog:
        from qfpay_gui.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415 - not needed at start

        dialog = SettingsDialog(self._workbench, self._window)
        dialog.chosen.connect(self.setting_chosen)
        return dialog

    @cached_property
    def _saved(self) -> SavedPalette:
        from qfpay_gui.ui.form.saved_palette import SavedPalette  # noqa: PLC0415 - not needed at start

        palette = SavedPalette(self._workbench.saved, self._window)
        palette.suite_wanted.connect(self.suite_wanted)
        return palette

    @cached_property
    def _palette(self) -> Palette:
        from qfpay_gui.ui.palette.palette import Palette  # noqa: PLC0415 - not needed at start

        return Palette(self._window)
