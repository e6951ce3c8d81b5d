"""The ways through the window: each command that goes somewhere, for the keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from qfpay_gui.ui.window.room import reveal
from qfpay_gui.ui.window.workspaces import Workspace, Workspaces

if TYPE_CHECKING:
    from qfpay_gui.ui.bar.top_bar import TopBar
    from qfpay_gui.ui.window.panels import Panels


class Navigation(QObject):
    """What goes somewhere takes the keyboard along; what shows something leaves it where it is, if it can."""

    credentials_wanted = Signal()

    def __init__(self, workspaces: Workspaces, panels: Panels, bar: TopBar, parent: QObject) -> None:
        super().__init__(parent)
        self._workspaces, self._panels, self._bar = workspaces, panels, bar

    def request(self) -> None:
        """To the request, and where the keyboard is there already, to its first parameter."""
        if self._workspaces.workspace is Workspace.REQUEST:
            self._panels.request.widget.form.reveal_first()
        else:
            self._workspaces.go_to(Workspace.REQUEST)

    def case(self) -> None:
        """To the merchant's case."""
        self._workspaces.go_to(Workspace.CASE)

    def orders(self) -> None:
        """To the orders."""
        self._workspaces.go_to(Workspace.ORDERS)

    def notifications(self) -> None:
        """To the notifications."""
        self._workspaces.go_to(Workspace.NOTIFICATIONS)

    def check_notification(self) -> None:
        """To the check of a notification that a merchant received."""
        self._workspaces.show_workspace(Workspace.NOTIFICATIONS)
        self._panels.notifications.widget.show_check()

    def send_notification(self) -> None:
        """To the page that sends a notification to a merchant's receiver."""
        self._workspaces.show_workspace(Workspace.NOTIFICATIONS)
        self._panels.notifications.widget.show_send()

    def history(self) -> None:
        """To the history, ready to search."""
        self._workspaces.show_workspace(Workspace.HISTORY)
        self._panels.history.widget.focus_search()

    def watch(self) -> None:
        """To what other programs send to the simulator."""
        self._workspaces.go_to(Workspace.WATCH)

    def suites(self) -> None:
        """To the suites, and what came of them."""
        self._workspaces.go_to(Workspace.SUITES)

    def look_up(self, words: str) -> None:
        """Look for these words in the history."""
        self._workspaces.show_workspace(Workspace.HISTORY)
        self._panels.history.widget.search_for(words)

    def signature(self) -> None:
        """To what is signed."""
        request = self._panels.request.widget
        self._show(request.signature)
        _focus(request.signature.findChild(QWidget, "signing_string"))

    def reply(self) -> None:
        """To what came back."""
        self.show_reply()
        self._panels.request.widget.reply.setFocus()

    def sequence(self) -> None:
        """To the sequence of an order."""
        self.show_sequence()
        self._panels.request.widget.sequence.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_reply(self) -> None:
        """Bring what came back into sight."""
        self._show(self._panels.request.widget.reply_place)

    def show_sequence(self) -> None:
        """Bring the sequence of an order into sight."""
        self._show(self._panels.request.widget.sequence)

    def field(self, name: str) -> None:
        """Put the cursor where this field is edited, unfolding what hides it."""
        if name in {"app_code", "client_key"}:
            self.credentials_wanted.emit()
        elif name == "environment":
            _focus(self._bar.findChild(QWidget, "environment"))
        else:
            self._workspaces.show_workspace(Workspace.REQUEST)
            self._panels.request.widget.form.reveal(name)

    def _show(self, panel: QWidget) -> None:
        self._workspaces.show_workspace(Workspace.REQUEST)
        self._panels.request.widget.right.show_panel(panel)
        reveal(panel)


def _focus(widget: QWidget | None) -> None:
    if widget is not None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
