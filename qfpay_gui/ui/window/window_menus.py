"""The menus of the main window: every command it has, by name and shortcut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from qfpay_gui.qfpay.request.variants import VARIANTS, variant
from qfpay_gui.ui.reply.replies_bar import EARLIER, LATER
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.window.main_window import MainWindow


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


class WindowMenus(Menus):
    """Fills the menu bar with the commands of the window and its workbench."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        self._main = window
        self._workbench = workbench
        self._fill_file(self.menu(self.tr("&File")))
        self._fill_edit(self.menu(self.tr("&Edit")))
        self._fill_request(self.menu(self.tr("&Request")))
        self._fill_order(self.menu(self.tr("&Order")))
        self._fill_view(self.menu(self.tr("&View")))
        self._fill_help(self.menu(self.tr("&Help")))

    def _fill_file(self, menu: QMenu) -> None:
        desk = self._main.order_desk
        self.add(menu, "paste", self.tr("&Paste a merchant's request …"), self._main.desk.paste, "Ctrl+Shift+V")
        self.add(menu, "proof", self.tr("P&roof to send back …"), self._main.desk.prove, "Ctrl+Shift+P")
        self.add(
            menu, "export_project", self.tr("E&xport a Mini Program project …"), desk.export_project, "Ctrl+Shift+X"
        )
        menu.addSeparator()
        self.add(
            menu, "start_over", self.tr("&Start over with the example"), self._workbench.draft.start_over, "Ctrl+N"
        )
        self.add(menu, "credentials", self.tr("&Credentials …"), self._main.edit_credentials, "Ctrl+K")
        self.add(menu, "ca_file", self.tr("&Trust a CA file …"), self._choose_ca_file)
        menu.addSeparator()
        self.add(menu, "quit", self.tr("&Quit"), self._main.close, "Ctrl+Q")

    def _fill_edit(self, menu: QMenu) -> None:
        draft = self._workbench.draft
        self.add(menu, "undo", self.tr("&Undo"), draft.undo, "Ctrl+Z")
        self.add(menu, "redo", self.tr("&Redo"), draft.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self.add(menu, "copy_string", self.tr("Copy signing &string"), self._copy_string, "Ctrl+Shift+S")
        self.add(menu, "copy_signature", self.tr("Copy si&gnature"), self._copy_signature, "Ctrl+Shift+G")
        self.add(menu, "copy_snippet", self.tr("Copy s&nippet"), self._main.reply.copy_snippet, "Ctrl+Shift+C")

    def _fill_request(self, menu: QMenu) -> None:
        send = self.add(menu, "send", self.tr("&Send"), self._main.send, "Ctrl+Return", "Ctrl+Enter")
        send.setAutoRepeat(False)  # keys held down are one press, and one press is one payment
        self.add(menu, "cancel", self.tr("&Cancel"), self._workbench.send_model.cancel, "Esc")
        mistakes = menu.addMenu(self.tr("Send &wrong on purpose"))
        for one in VARIANTS:
            action = mistakes.addAction(translated(one.name).replace("&", "&&"))
            action.setData(one.id)
            action.setObjectName(f"variant_{one.id}")
        mistakes.triggered.connect(self._on_mistake)
        menu.addSeparator()
        self.add(menu, "finding", self.tr("&Go to the first finding"), self._main.status.go_to_first, "F4")

    def _fill_order(self, menu: QMenu) -> None:
        desk = self._main.order_desk
        self.add(menu, "latest_query", self.tr("&Query it"), desk.query, "Ctrl+Shift+Q")
        self.add(menu, "latest_refund", self.tr("&Refund it …"), desk.refund, "Ctrl+Shift+R")
        self.add(menu, "latest_close", self.tr("&Close it …"), desk.close_order)
        menu.addSeparator()
        self.add(menu, "refund_all", self.tr("Refund &all test orders of today …"), desk.refund_all)
        menu.addSeparator()
        self.add(menu, "check_notification", self.tr("Check a &notification …"), desk.check_notification)
        self.add(menu, "find_openid", self.tr("Find a payer's &openid …"), desk.find_openid, "Ctrl+Shift+O")

    def _fill_view(self, menu: QMenu) -> None:
        self.add(menu, "show_payment", self.tr("Go to the re&quest"), self._main.go_to_payment, "Ctrl+1")
        self.add(menu, "show_signature", self.tr("Go to &signature"), self._main.go_to_signature, "Ctrl+2")
        self.add(menu, "show_reply", self.tr("Go to &reply"), self._main.go_to_reply, "Ctrl+3")
        self.add(menu, "show_case", self.tr("Go to the &merchant's case"), self._main.go_to_case, "Ctrl+4")
        self.add(menu, "show_history", self.tr("Go to &history"), self._main.go_to_history, "Ctrl+5", "Ctrl+F")
        self.add(menu, "show_orders", self.tr("Go to &orders"), self._main.go_to_orders, "Ctrl+6")
        self.add(menu, "show_notifications", self.tr("Go to &notifications"), self._main.go_to_notifications, "Ctrl+7")
        self.add(menu, "show_sequence", self.tr("Go to the s&equence"), self._main.go_to_sequence, "Ctrl+8")
        menu.addSeparator()
        self.add(menu, "earlier_reply", self.tr("E&arlier reply"), self._main.order_desk.show_earlier_reply, EARLIER)
        self.add(menu, "later_reply", self.tr("Later repl&y"), self._main.order_desk.show_later_reply, LATER)
        self._workbench.replies.changed.connect(self._render_replies)
        self._render_replies()
        menu.addSeparator()
        settings = self._workbench.settings
        themes = (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self.add_choices(menu.addMenu(self.tr("&Theme")), themes, settings.theme, self._on_theme)
        languages = [(value, words or self.tr("As the system")) for value, words in LANGUAGES]
        self.add_choices(menu.addMenu(self.tr("&Language")), languages, settings.language, self._on_language)

    def _fill_help(self, menu: QMenu) -> None:
        self.add(menu, "shortcuts", self.tr("&Keyboard shortcuts"), self._show_shortcuts, "F1")
        self.add(menu, "about", self.tr("&About QFPay Tester"), self._show_about)

    def _choose_ca_file(self) -> None:
        """Add the authorities of a company's proxy; giving none trusts the usual ones only."""
        known = self._workbench.settings.ca_file
        title = self.tr("Certificate authorities to trust as well (PEM)")
        path, _kind = QFileDialog.getOpenFileName(self._main, title, known)
        self._workbench.choose_ca_file(path)
        said = self.tr("Trusted as well: {path}").format(path=path) if path else self.tr("No CA file is trusted.")
        self._main.status.say(said)

    def _copy_string(self) -> None:
        self._main.signature.copy("string")

    def _copy_signature(self) -> None:
        self._main.signature.copy("signature")

    def _render_replies(self) -> None:
        replies = self._workbench.replies
        self.actions["earlier_reply"].setEnabled(replies.can_go_back)
        self.actions["later_reply"].setEnabled(replies.can_go_forward)

    def _on_mistake(self, action: QAction) -> None:
        self._main.send_variant(variant(action.data()))

    def _on_theme(self, action: QAction) -> None:
        self._main.theme_chosen.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self._main.language_chosen.emit(action.data())

    def _show_shortcuts(self) -> None:
        lines = "\n".join(f"{keys}\t{words}" for words, keys in self.shortcuts())
        QMessageBox.information(self._main, self.tr("Keyboard shortcuts"), lines)

    def _show_about(self) -> None:
        version = QApplication.applicationVersion()
        words = self.tr(
            "QFPay Tester {version}\n\nShows which bytes of a payment are signed and sent, sends them, "
            "and says what is wrong.\n\nNot a product of QFPay or Tencent. Keys stay in this computer's keychain."
        )
        QMessageBox.about(self._main, self.tr("About QFPay Tester"), words.format(version=version))
