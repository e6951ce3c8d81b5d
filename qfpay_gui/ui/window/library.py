"""The reference of a window: one, made when it is first asked for, its pages put together in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.ui.reference.reference_window import ReferenceWindow

_HELPED = "opensReference"


class Library(QObject):
    """Opens the reference at what the keyboard is on, or at a page."""

    def __init__(self, runner: TaskRunner, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._runner, self._settings, self._window = runner, settings, window
        self._reference: ReferenceWindow | None = None
        self._ticket = 0
        self._waiting: list[Callable[[], object]] = []
        self.is_loaded = False
        """Whether the pages are there."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def open_here(self) -> None:
        """Open the reference at what the keyboard is on, or at its contents."""
        from qfpay_gui.ui.reference.subject import subjects_of  # noqa: PLC0415 - not needed at start

        self.when_loaded(partial(self._open_at, subjects_of(QApplication.focusWidget())))

    def show_page(self, page_id: str, anchor: str = "", words: str | None = None) -> None:
        """Show this page in front of everything; the pages must be there."""
        if self._reference is None:
            from qfpay_gui.ui.reference.reference_window import ReferenceWindow  # noqa: PLC0415 - not needed at start

            self._reference = ReferenceWindow(self._settings, self._window)
        self._stand_before(self._reference)
        self._reference.open(page_id, anchor, words)

    def when_loaded(self, then: Callable[[], object]) -> None:
        """Do this once the pages are there."""
        if self.is_loaded:
            then()
            return
        self._waiting.append(then)
        if not self._ticket:
            self._ticket = self._runner.run(_load, self._on_loaded)

    def hand_over(self, other: Library) -> None:
        """Let the library of the window that takes this one's place show what is open here."""
        self._runner.forget(self._ticket)
        self.save_geometry()
        if self._reference is not None and self._reference.isVisible():
            other.when_loaded(partial(other.show_page, self._reference.page.id, "", self._reference.words))

    def save_geometry(self) -> None:
        """Write down where the reference is."""
        if self._reference is not None:
            self._reference.save_geometry()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        if self._reference is not None:
            self._reference.restyle()

    def _open_at(self, subjects: tuple[str, ...]) -> None:
        """The page of the nearest subject that has one."""
        from qfpay_gui.diagnosis.reference.contents import START, place_of  # noqa: PLC0415 - not needed at start

        places = (place_of(one) for one in subjects)
        self.show_page(*next((one for one in places if one[0]), (START, "")))

    def _stand_before(self, reference: ReferenceWindow) -> None:
        """Let it belong to the dialog that shuts everything else out, as long as that is open."""
        dialog, parent = QApplication.activeModalWidget(), reference.parentWidget()
        if isinstance(dialog, QDialog) and dialog is not parent and not reference.isAncestorOf(dialog):
            reference.setParent(dialog, Qt.WindowType.Window)
            dialog.finished.connect(self._on_finished)

    def _on_finished(self, _result: int) -> None:
        reference = self._reference
        if reference is not None and reference.parentWidget() is not self._window:
            was_visible = reference.isVisible()
            reference.setParent(self._window, Qt.WindowType.Window)
            reference.setVisible(was_visible)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A dialog shuts out the keys of the window, so it gets F1 when the keyboard first comes to it."""
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.isModal() and not dialog.property(_HELPED):
            dialog.setProperty(_HELPED, True)  # noqa: FBT003 - Qt's setter
            QShortcut(QKeySequence("F1"), dialog).activated.connect(self.open_here)

    def _on_loaded(self, _result: object) -> None:
        self.is_loaded = True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()


def _load() -> None:
    """Import and put together what the pages are made of; they are kept from then on."""
    from qfpay_gui.diagnosis.reference.contents import pages  # noqa: PLC0415 - not needed at start

    pages()
