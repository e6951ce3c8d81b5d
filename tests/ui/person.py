"""Somebody at the keyboard: types, pastes, clicks and chooses by real events, addressed by object names."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QScrollArea,
    QWidget,
)

from qfpay_gui.ui.bar.place_popup import PlacePopup
from qfpay_gui.ui.widgets.status_message import StatusMessage
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from collections.abc import Callable

W = TypeVar("W", bound=QWidget)


def find(root: QWidget, kind: type[W], name: str) -> W:
    """The widget of this kind and name below ``root``; there must be one."""
    widget = root.findChild(kind, name)
    assert isinstance(widget, kind), f"there is no {kind.__name__} named {name}"
    return widget


def status_of(widget: QWidget) -> StatusMessage:
    """A status line for the widget's window, whose signal carries what is said to it."""
    message = StatusMessage(widget.window())
    message.hide()
    return message


def commit(widget: QWidget, words: str) -> None:
    """Type as an input method does, which is how Chinese is typed."""
    event = QInputMethodEvent()
    event.setCommitString(whole(words))
    QCoreApplication.sendEvent(widget, event)


def press(keys: str, target: QWidget | None = None) -> None:
    """Press keys such as "Ctrl+Return" where the focus is, once it is anywhere."""
    assert target or _comes_true(lambda: QApplication.focusWidget() is not None, 10_000)
    widget = target or QApplication.focusWidget()
    assert widget is not None
    QTest.keySequence(widget, QKeySequence(keys))


def come_to(window: QWidget) -> None:
    """Click into this window, as it were, and wait until keys go there: a window manager takes its time.

    A dialog before it keeps them. To Qt's own wait, a dialog is active while the window it belongs to is.
    """

    def is_there() -> bool:
        return QApplication.activeWindow() is (QApplication.activeModalWidget() or window)

    for _click in range(10):
        window.activateWindow()
        QCoreApplication.processEvents()
        if _comes_true(is_there, 1000):
            return
    raise AssertionError(f"{QApplication.activeWindow()} keeps the keyboard")


def _comes_true(condition: Callable[[], bool], milliseconds: int) -> bool:
    deadline = QDeadlineTimer(milliseconds)
    while not condition():
        if deadline.hasExpired():
            return False
        QTest.qWait(5)
    return True


def return_to(window: QWidget) -> None:
    """Do what a window manager does where a list or a dialog closes; the window system of the tests has none."""
    QCoreApplication.processEvents()
    come_to(window)


def double_click(widget: QWidget) -> None:
    """Click twice in a row, as the window system reports it: the second press goes to whatever is there by then."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


class Person:
    """Works on one window; ``root`` is asked for anew each time, for a window may be rebuilt."""

    def __init__(self, root: Callable[[], QWidget]) -> None:
        self._root = root
        self._timers: list[QTimer] = []
        self.read: list[str] = []
        """The words of every dialog that was answered."""

    def find(self, kind: type[W], name: str) -> W:
        """The widget of this kind and name."""
        return find(self._root(), kind, name)

    def edit(self, name: str) -> QLineEdit:
        """The line in which this value is edited, scrolled to."""
        edit = self.find(QLineEdit, name) if self._root().findChild(QLineEdit, name) else self._line_of(name)
        area = self._root().findChild(QScrollArea, "form_scroll")
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(edit)
        assert edit.isVisible(), f"{name} cannot be seen"
        return edit

    def said(self, name: str) -> str:
        """What the label of this name says."""
        label = self.find(QLabel, name)
        return str(getattr(label, "whole", label.text()))

    def click(self, name: str) -> None:
        """Click the button of this name."""
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), f"{name} cannot be seen"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def go_to(self, name: str) -> QLineEdit:
        """Click into the field of this name."""
        edit = self.edit(name)
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        return edit

    def type(self, name: str, words: str) -> None:
        """Replace the value of this field, key by key; an empty text deletes it."""
        edit = self.go_to(name)
        press("Ctrl+A", edit)
        if not words:
            press("Del", edit)
        elif words.isascii():
            QTest.keyClicks(edit, words)
        else:
            commit(edit, words)

    def add(self, name: str, words: str) -> None:
        """Type at the end of what this field holds."""
        edit = self.go_to(name)
        press("End", edit)
        QTest.keyClicks(edit, words) if words.isascii() else commit(edit, words)

    def paste(self, name: str, words: str) -> None:
        """Replace the value of this field from the clipboard."""
        edit = self.go_to(name)
        QGuiApplication.clipboard().setText(whole(words))
        press("Ctrl+A", edit)
        press("Ctrl+V", edit)

    def choose(self, name: str, choice: str) -> None:
        """Open the box of this name and choose the entry with this value, or with these words.

        An "environment" (by its id) and a "profile" are chosen in the list that the one chip of both opens.
        """
        if name in {"environment", "profile"}:
            self.choose_place(**{name: "" if choice == "No credentials" else choice})
            return
        box = self.find(QComboBox, name)
        place = box.findData(choice) if box.findData(choice) >= 0 else box.findText(choice)
        assert place >= 0, f"{name} offers no {choice}"
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        view = box.view()
        view.setCurrentIndex(box.model().index(place, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        return_to(self._root().window())

    def choose_place(self, environment: str | None = None, profile: str | None = None, keys: str = "Return") -> None:
        """Open the list of environments and profiles, and press these keys on the line of one of them."""
        popup = self.open_places()
        fits = [
            one is not None and one.profile == profile and environment in {None, one.environment_id}
            for one in popup.offered
        ]
        assert any(fits), f"neither {environment} nor {profile} is offered"
        lines = find(popup, QListView, "places_list")
        lines.setCurrentIndex(lines.model().index(fits.index(True), 0))
        press(keys, find(popup, QLineEdit, "places_search"))
        return_to(self._root().window())

    def open_places(self) -> PlacePopup:
        """Press the chip that says where and as whom."""
        chip = self.find(QAbstractButton, "environment")
        chip.setFocus()
        press("Space", chip)
        popup = find(self._root().window(), PlacePopup, "places")
        assert popup.isVisible()
        return popup

    def will(self, answer: Callable[[QMessageBox], None]) -> None:
        """Answer the next dialog in this way, once it is there."""
        timer = QTimer()
        timer.setInterval(2)
        timer.timeout.connect(lambda: self._meet(timer, answer))
        self._timers.append(timer)
        timer.start()

    def leave(self) -> None:
        """Expect no more dialogs."""
        for timer in self._timers:
            timer.stop()

    @property
    def waits_for_dialog(self) -> bool:
        """Whether a dialog that was announced has not come."""
        return any(timer.isActive() for timer in self._timers)

    def _meet(self, timer: QTimer, answer: Callable[[QMessageBox], None]) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            self.read.append(f"{box.text()}\n{_explained(box)}")
            answer(box)

    def _line_of(self, name: str) -> QLineEdit:
        line = self.find(QComboBox, name).lineEdit()
        assert line is not None
        return line


def _explained(box: QMessageBox) -> str:
    """What a question says under its title, as it is read."""
    label = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if label is None or label.textFormat() is not Qt.TextFormat.RichText:
        return box.informativeText()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def escape(box: QMessageBox) -> None:
    """Press Escape."""
    QTest.keyClick(box, Qt.Key.Key_Escape)


def enter(box: QMessageBox) -> None:
    """Press Return: whatever the default is."""
    QTest.keyClick(box, Qt.Key.Key_Return)


def agree(box: QMessageBox) -> None:
    """Click the button that agrees."""
    QTest.mouseClick(find(box, QAbstractButton, "agree"), Qt.MouseButton.LeftButton)
