"""The menus of the main window: every command it has, by name and shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog

from qfpay_gui.qfpay.request.variants import VARIANTS, variant
from qfpay_gui.services.settings import USUAL_ZOOM
from qfpay_gui.ui.look.theme import ZOOMS
from qfpay_gui.ui.reply.replies_bar import EARLIER, LATER
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.languages import named_languages
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

    from qfpay_gui.models.workbench import Workbench


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
    ) -> QActionGroup:
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
        return group

    def menu(self, words: str) -> QMenu:
        """A new menu in the bar."""
        return self._window.menuBar().addMenu(words)


class WindowMenus(Menus):
    """Fills the menu bar with the commands of the window, which are given by name, and of its workbench."""

    variant_chosen = Signal(object)
    """Carries the Variant to send the request with."""
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    zoom_chosen = Signal(int)
    """Carries percent."""

    def __init__(self, window: QMainWindow, workbench: Workbench, commands: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._commands = commands
        self._fill_file(self.menu(self.tr("&File")))
        self._fill_edit(self.menu(self.tr("&Edit")))
        self._fill_request(self.menu(self.tr("&Request")))
        self._fill_order(self.menu(self.tr("&Order")))
        self._fill_view(self.menu(self.tr("&View")))
        self._fill_help(self.menu(self.tr("&Help")))

    def restyle(self) -> None:
        """Mark the theme that was chosen, wherever that was."""
        for action in self._themes.actions():
            action.setChecked(action.data() == self._workbench.settings.theme)

    def _offer(self, menu: QMenu, name: str, words: str, *shortcuts: str) -> QAction:
        return self.add(menu, name, words, self._commands[name], *shortcuts)

    def _fill_file(self, menu: QMenu) -> None:
        self._offer(menu, "paste", self.tr("&Paste a merchant's request …"), "Ctrl+Shift+V")
        self._offer(menu, "open_file", self.tr("&Open a file …"), "Ctrl+O")
        self._offer(menu, "proof", self.tr("P&roof to send back …"), "Ctrl+Shift+P")
        self._offer(menu, "save_case", self.tr("Sa&ve the case as a file …"))
        self._offer(menu, "export_project", self.tr("E&xport a Mini Program project …"), "Ctrl+Shift+X")
        menu.addSeparator()
        self._offer(menu, "start_over", self.tr("&New payment from the example"), "Ctrl+N")
        self._offer(menu, "place", self.tr("Choose en&vironment and profile …"), "Ctrl+L")
        self._offer(menu, "credentials", self.tr("&Credentials …"), "Ctrl+Shift+K")
        self._offer(menu, "addresses", self.tr("Custom a&ddresses …"))
        self.add(menu, "ca_file", self.tr("&Trust a CA file …"), self._choose_ca_file)
        self.add(menu, "no_ca_file", self.tr("Trust n&o CA file any more"), self._trust_no_ca_file)
        self._render_trust()
        menu.addSeparator()
        self._offer(menu, "settings", self.tr("S&ettings …"), "Ctrl+,")
        self._offer(menu, "quit", self.tr("&Quit"), "Ctrl+Q")

    def _fill_edit(self, menu: QMenu) -> None:
        draft = self._workbench.draft
        undo = self._offer(menu, "undo", self.tr("&Undo"), "Ctrl+Z")
        undo.setWhatsThis(self.tr("nothing was changed"))
        redo = self.add(menu, "redo", self.tr("&Redo"), draft.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        redo.setWhatsThis(self.tr("nothing was undone"))
        menu.addSeparator()
        self._offer(menu, "copy_string", self.tr("Copy signing &string"), "Ctrl+Shift+S")
        self._offer(menu, "copy_signature", self.tr("Copy si&gnature"), "Ctrl+Shift+G")
        self._offer(menu, "copy_curl", self.tr("Copy as c&url"), "Ctrl+Shift+U")
        self._offer(menu, "copy_snippet", self.tr("Copy s&nippet"), "Ctrl+Shift+C")

    def _fill_request(self, menu: QMenu) -> None:
        send = self._offer(menu, "send", self.tr("&Send"), "Ctrl+Return", "Ctrl+Enter")
        send.setAutoRepeat(False)  # keys held down are one press, and one press is one payment
        self.add(menu, "cancel", self.tr("&Cancel"), self._workbench.cancel, "Esc")
        mistakes = menu.addMenu(self.tr("Send &wrong on purpose"))
        for one in VARIANTS:
            action = mistakes.addAction(translated(one.name).replace("&", "&&"))
            action.setData(one.id)
            action.setObjectName(f"variant_{one.id}")
        mistakes.triggered.connect(self._on_mistake)
        menu.addSeparator()
        self._offer(menu, "save_request", self.tr("Sa&ve the request"), "Ctrl+S")
        self._offer(menu, "save_request_as", self.tr("Save the request &as …"), "Ctrl+Shift+A")
        self._offer(menu, "saved_requests", self.tr("Saved and &recent requests …"), "Ctrl+B")
        menu.addSeparator()
        self._offer(menu, "finding", self.tr("&Go to the next finding"), "F4")
        self._offer(menu, "field_options", self.tr("&Options of the field"), "Ctrl+.")

    def _fill_order(self, menu: QMenu) -> None:
        self._offer(menu, "latest_query", self.tr("&Query it"), "Ctrl+Shift+Q")
        self._offer(menu, "latest_refund", self.tr("&Refund it …"), "Ctrl+Shift+R")
        self._offer(menu, "latest_close", self.tr("&Close it …"))
        menu.addSeparator()
        self._offer(menu, "refund_all", self.tr("Refund &all test orders of today …"))
        menu.addSeparator()
        self._offer(menu, "check_notification", self.tr("Check a &notification …"))
        self._offer(menu, "notify_receiver", self.tr("Notify a recei&ver of it …"))
        self._offer(menu, "find_openid", self.tr("Find a payer's &openid …"), "Ctrl+Shift+O")

    def _fill_view(self, menu: QMenu) -> None:
        self._offer(menu, "show_request", self.tr("Go to the re&quest"), "Ctrl+1")
        self._offer(menu, "show_case", self.tr("Go to the &merchant's case"), "Ctrl+2")
        self._offer(menu, "show_orders", self.tr("Go to &orders"), "Ctrl+3")
        self._offer(menu, "show_notifications", self.tr("Go to &notifications"), "Ctrl+4")
        self._offer(menu, "show_history", self.tr("Go to &history"), "Ctrl+5", "Ctrl+F")
        self._offer(menu, "show_watch", self.tr("Go to &watch"), "Ctrl+6")
        self._offer(menu, "show_suites", self.tr("Go to su&ites"), "Ctrl+T")
        menu.addSeparator()
        self._offer(menu, "show_signature", self.tr("Go to &signature"), "Ctrl+7")
        self._offer(menu, "show_reply", self.tr("Go to &reply"), "Ctrl+8")
        self._offer(menu, "show_sequence", self.tr("Go to the s&equence"), "Ctrl+9")
        menu.addSeparator()
        earlier = self._offer(menu, "earlier_reply", self.tr("E&arlier reply"), EARLIER)
        earlier.setWhatsThis(self.tr("there is none"))
        later = self._offer(menu, "later_reply", self.tr("Later repl&y"), LATER)
        later.setWhatsThis(self.tr("there is none"))
        self._workbench.replies.changed.connect(self._render_replies)
        self._render_replies()
        menu.addSeparator()
        self._fill_zoom(menu)
        menu.addSeparator()
        settings = self._workbench.settings
        themes = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        self._themes = self.add_choices(menu.addMenu(self.tr("&Theme")), themes, settings.theme, self._on_theme)
        language = menu.addMenu(self.tr("&Language"))
        self.add_choices(language, named_languages(), settings.language, self._on_language)

    def _fill_zoom(self, menu: QMenu) -> None:
        zoom = self._workbench.settings.zoom
        larger = self.add(menu, "larger", self.tr("Lar&ger"), self._on_larger, "Ctrl++", "Ctrl+=")
        larger.setEnabled(zoom < ZOOMS[-1])
        larger.setWhatsThis(self.tr("it is as large as can be"))
        smaller = self.add(menu, "smaller", self.tr("S&maller"), self._on_smaller, "Ctrl+-")
        smaller.setEnabled(zoom > ZOOMS[0])
        smaller.setWhatsThis(self.tr("it is as small as can be"))
        self.add(menu, "usual_size", self.tr("Usual si&ze"), self._on_usual_size, "Ctrl+0")

    def _fill_help(self, menu: QMenu) -> None:
        self._offer(menu, "set_up", self.tr("&Set-up in six steps …"))
        reference = self._offer(menu, "reference", self.tr("&Reference"), "F1")
        # In every window that no dialog stands before, not only in this one.
        reference.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._offer(menu, "palette", self.tr("&Find a command, field or code …"), "Ctrl+K")
        self._offer(menu, "shortcuts", self.tr("&Keyboard shortcuts"), "Shift+F1")
        self.add(menu, "open_log", self.tr("Open the &log"), self._show_log)
        self.add(menu, "copy_report", self.tr("&Copy a report"), self._copy_report)
        self.add(menu, "about", self.tr("&About QFPay Tester"), self._show_about)

    def trust(self, ca_file: str) -> None:
        """Trust the authorities in this file as well, from now on; "" trusts the usual ones only."""
        self._workbench.choose_ca_file(ca_file)
        self._render_trust()

    def _choose_ca_file(self) -> None:
        """Add the authorities of a company's proxy; whoever closes the dialog changes nothing."""
        known = self._workbench.settings.ca_file
        title = self.tr("Certificate authorities to trust as well (PEM)")
        path, _kind = QFileDialog.getOpenFileName(self._window, title, known)
        if path:
            self.trust(path)
            say(self, self.tr("Trusted as well: {path}").format(path=path))

    def _trust_no_ca_file(self) -> None:
        """Trust the usual authorities only, from now on."""
        self.trust("")
        say(self, self.tr("No CA file is trusted."))

    def _render_trust(self) -> None:
        self.actions["no_ca_file"].setEnabled(bool(self._workbench.settings.ca_file))

    def _render_replies(self) -> None:
        replies = self._workbench.replies
        self.actions["earlier_reply"].setEnabled(replies.can_go_back)
        self.actions["later_reply"].setEnabled(replies.can_go_forward)

    def _on_mistake(self, action: QAction) -> None:
        self.variant_chosen.emit(variant(action.data()))

    def _on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    def _on_larger(self) -> None:
        self.zoom_chosen.emit(next(one for one in ZOOMS if one > self._workbench.settings.zoom))

    def _on_smaller(self) -> None:
        self.zoom_chosen.emit(next(one for one in reversed(ZOOMS) if one < self._workbench.settings.zoom))

    def _on_usual_size(self) -> None:
        self.zoom_chosen.emit(USUAL_ZOOM)

    def _show_log(self) -> None:
        """Show what went wrong in the program itself."""
        from qfpay_gui.ui.faults.log_dialog import LogDialog  # noqa: PLC0415 - not needed at start

        dialog = LogDialog(self._workbench.faults, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _copy_report(self) -> None:
        """Put versions and the latest faults on the clipboard."""
        QApplication.clipboard().setText(self._workbench.faults.report())
        say(self, self.tr("Copied: versions and the log, without keys and personal data."))

    def _show_about(self) -> None:
        from qfpay_gui.ui.faults.about_box import AboutBox  # noqa: PLC0415 - not needed at start

        box = AboutBox(self._workbench, self._window)
        box.exec()
        box.deleteLater()
