"""The reference in a window of its own: search at the left, one page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.diagnosis.reference.contents import START, index, pages, search, spoken
from qfpay_gui.diagnosis.reference.contents import page as page_of
from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.palette.finder import Finder
from qfpay_gui.ui.reference.entries import found
from qfpay_gui.ui.reference.page_html import SCHEME, STYLE, PageHtml
from qfpay_gui.ui.widgets.buttons import describe, stand_for
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent

    from qfpay_gui.diagnosis.reference.page import Page

_GEOMETRY = "reference"
_LIST, _PAGE, _HEIGHT = 320, 640, 680


class ReferenceWindow(QWidget):
    """Opens pages, remembers those that were open, and where it was on the screen."""

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._settings = settings
        self._visited: list[tuple[str, str]] = []
        self._at = -1
        self._index = index(translated)
        self._found: list[Page] = []
        self._finder = Finder("reference", self.tr("Search the reference (Ctrl+F)"))
        self._view = DocumentView("reference_page", self.tr("Page of the reference"), style=STYLE)
        self._said = PlainLabel(self)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._bar = QHBoxLayout()
        self.commands: dict[str, QAction] = {}
        self._build()
        self._connect()
        self._on_asked("")

    @property
    def page(self) -> Page:
        """The page that is open."""
        return page_of(self._visited[self._at][0] if self._visited else START)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._finder.line.text()

    def open(self, page_id: str = START, anchor: str = "", words: str | None = None) -> None:
        """Show this page in front of everything, at this anchor; ``words`` are searched for where they are given."""
        if words is not None:
            self._finder.line.setText(words)
        self.visit(page_id, anchor)
        self.show()
        self.raise_()
        self.activateWindow()
        self._finder.focus()

    def visit(self, page_id: str, anchor: str = "") -> None:
        """Go to this page, from which one can come back."""
        if not self._visited or self._visited[self._at] != (page_id, anchor):
            self._visited = [*self._visited[: self._at + 1], (page_id, anchor)]
            self._at = len(self._visited) - 1
        self._render()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._finder.restyle()
        if self._visited:
            self._render()

    def save_geometry(self) -> None:
        """Write down where it is, how large, and how it is divided."""
        self._settings.setValue(f"{_GEOMETRY}/geometry", self.saveGeometry())
        self._settings.setValue(f"{_GEOMETRY}/columns", self._columns.saveState())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where it was."""
        self.save_geometry()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setObjectName("reference_window")
        self.setMinimumSize(px(560), px(360))
        self.resize(QSize(px(_LIST) + px(_PAGE), px(_HEIGHT)).boundedTo(self.screen().availableSize()))
        self._said.setObjectName("reference_said")
        set_property(self._said, "role", "muted")
        self._columns.setObjectName("reference_columns")
        self._columns.setChildrenCollapsible(False)
        self._columns.addWidget(self._finder)
        self._columns.addWidget(self._right())
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([px(_LIST), px(_PAGE)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(current().margin,) * 4)
        layout.addWidget(self._columns)
        for name, restore in (("geometry", self.restoreGeometry), ("columns", self._columns.restoreState)):
            value = self._settings.value(f"{_GEOMETRY}/{name}")
            if isinstance(value, QByteArray):
                restore(value)

    def _right(self) -> QWidget:
        self._offer("back", self.tr("Back"), self._go_back, "chevron-left", "Alt+Left")
        self._offer("forward", self.tr("Forward"), self._go_forward, "chevron-right", "Alt+Right")
        self._offer("contents", self.tr("Contents"), self._go_home, "list", "Alt+Home")
        self._bar.addWidget(self._said, 1)
        self._offer("copy_page", self.tr("Copy this page as text"), self._copy, "copy", "Ctrl+Shift+C")
        self._offer("save_page", self.tr("Save this page as HTML or PDF …"), self._save, "save", "Ctrl+S")
        self._offer("print_page", self.tr("Print this page …"), self._print, "printer", "Ctrl+P")
        self._add("search", self._finder.focus, "Ctrl+F", "Ctrl+K")
        self._add("close", self.close, "Esc", "Ctrl+W")
        right = QWidget(self._columns)
        column = QVBoxLayout(right)
        column.setContentsMargins(current().gap, 0, 0, 0)
        column.addLayout(self._bar)
        column.addWidget(self._view, 1)
        return right

    def _offer(self, name: str, words: str, slot: Callable[[], object], picture: str, keys: str) -> None:
        """A button, and the keys that press it."""
        action = self._add(name, slot, keys)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = QToolButton(self)
        describe(button, name, f"{words} ({native})", picture)
        stand_for(button, action)
        self._bar.addWidget(button)

    def _add(self, name: str, slot: Callable[[], object], *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.triggered.connect(slot)
        self.addAction(action)
        self.commands[name] = action
        return action

    def _connect(self) -> None:
        self._finder.asked.connect(self._on_asked)
        self._finder.chosen.connect(self._on_chosen)
        self._view.anchorClicked.connect(self._on_link)

    def _on_asked(self, words: str) -> None:
        self._found = search(words, translated, self._index)
        self._finder.present(tuple(map(found, self._found)))
        self._said.setText(self._count(words))

    def _count(self, words: str) -> str:
        if not words.strip():
            return ""
        return self.tr("{count} of {all} pages").format(count=len(self._found), all=len(pages()))

    def _on_chosen(self, place: int) -> None:
        self.visit(self._found[place].id)
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_link(self, link: QUrl) -> None:
        address = link.toString()
        if address.startswith(SCHEME):
            page_id, _hash, anchor = address.removeprefix(SCHEME).partition("#")
            self.visit(page_id, anchor)

    def _render(self) -> None:
        page_id, anchor = self._visited[self._at]
        page = page_of(page_id)
        if page in self._found:
            self._finder.go_to(self._found.index(page))
        self.setWindowTitle(self.tr("{title} – Reference").format(title=spoken(page.title, translated)))
        self._view.show_html(PageHtml(current()).of(page))
        self._view.verticalScrollBar().setValue(0)
        if anchor:
            self._view.scrollToAnchor(anchor)
        self.commands["back"].setEnabled(self._at > 0)
        self.commands["forward"].setEnabled(self._at < len(self._visited) - 1)

    def _go_back(self) -> None:
        self._at = max(0, self._at - 1)
        self._render()

    def _go_forward(self) -> None:
        self._at = min(len(self._visited) - 1, self._at + 1)
        self._render()

    def _go_home(self) -> None:
        self.visit(START)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._view.toPlainText())
        self._said.setText(self.tr("Copied: the page as text"))

    def _save(self) -> None:
        from qfpay_gui.ui.reference.paper import save  # noqa: PLC0415 - for saving only

        kinds = self.tr("Web page (*.html);;PDF (*.pdf)")
        path, _kind = choose_place(self, self.tr("Save this page"), f"{self.page.id}.html", kinds)
        if path:
            trouble = save(self.page, path)
            self._said.setText(trouble or self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        from qfpay_gui.ui.reference.paper import print_page  # noqa: PLC0415 - for printing only

        if print_page(self.page, self):
            self._said.setText(self.tr("Printed"))
