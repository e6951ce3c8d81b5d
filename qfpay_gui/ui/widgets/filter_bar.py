"""The bar over a list that says which rows are wanted, and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from qfpay_gui.qfpay import environments
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.widgets.elided import ElidedCombo
from qfpay_gui.ui.words.environments import environment_name, kind_icon
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    from PySide6.QtGui import QIcon, QKeyEvent

    from qfpay_gui.qfpay.text import Text

_LONGEST = 1000
_LIST_WIDTH = 220


class SearchField(LineEdit):
    """Words to search for, behind a magnifier; Down or Enter goes on to the list."""

    left_downwards = Signal()
    """The person wants to go on in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._magnifier = QAction(self)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.returnPressed.connect(self.left_downwards)
        self.restyle()

    def restyle(self) -> None:
        """Draw the magnifier in the colours of the present theme."""
        self._magnifier.setIcon(icon("search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Down leave the field for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class FilterBox(ElidedCombo):
    """A choice that shows its first words, those of no choice, whole where there is room; longer ones are shortened."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the first choice; the minimum stays that of ``describe``."""
        least, metrics = self.minimumSizeHint(), self.fontMetrics()
        frame = least.width() - self.minimumContentsLength() * metrics.horizontalAdvance("X")
        return least.expandedTo(QSize(frame + metrics.horizontalAdvance(self.itemText(0)), 0))

    def describe(self, name: str, words: str, length: int) -> None:
        """Take this object name, say what is chosen here, and have room for so many characters."""
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setMinimumContentsLength(length)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(px(_LIST_WIDTH))


class FilterBar(QWidget):
    """Says with every key which rows are wanted: words, environment, one choice more, and a switch."""

    filtered = Signal(object)
    """Carries the filter."""
    left_downwards = Signal()
    """The person wants to go on in the list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(self)
        self._environment = FilterBox(self)
        self._choice = FilterBox(self)
        self._switch = QToolButton(self)
        self._more = QToolButton(self)
        self._environment_ids: tuple[str, ...] = ()
        self._icons: tuple[tuple[str, str], ...] = ()
        self._is_showing = False
        self._search.setObjectName(f"{name}_search")
        self._switch.setCheckable(True)
        self._lay_out()
        self._fill_environments(())
        self._connect()

    @property
    def wanted(self) -> object:
        """The filter that is chosen."""
        raise NotImplementedError

    def present_environments(self, ids: tuple[str, ...]) -> None:
        """Offer the environments there are rows of, and the one that is chosen."""
        chosen = self._environment.currentData()
        offered = tuple(dict.fromkeys((*ids, *((chosen,) if chosen else ()))))
        if offered != self._environment_ids:
            self._fill_environments(offered)
            self._environment.setCurrentIndex(max(0, self._environment.findData(chosen)))

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for place, environment_id in enumerate(self._environment_ids, start=1):
            self._environment.setItemIcon(place, _environment_icon(environment_id))
        for place, picture in enumerate(self._icons, start=1):
            self._choice.setItemIcon(place, icon(*picture))
        self._search.restyle()

    def offer(self, none: str, choices: Mapping[str, tuple[Text, tuple[str, str]]]) -> None:
        """Offer no choice, then these values with their words, icons and tones."""
        self._choice.addItem(none, "")
        for value, (words, picture) in choices.items():
            self._choice.addItem(icon(*picture), translated(words), value)
        self._icons = tuple(picture for _words, picture in choices.values())

    def describe_search(self, words: str, tool_tip: str, least_width: int) -> None:
        """Say what is searched, and how narrow the field may become, in pixels."""
        self._search.setAccessibleName(words)
        self._search.setToolTip(tool_tip)
        self._search.setMinimumWidth(least_width)

    def show_values(self, words: str, environment_id: str | None, choice: Enum | None, *, switched: bool) -> None:
        """Show these without asking for their rows anew, as a rebuilt window does."""
        if self._environment.findData(environment_id or "") < 0:
            self._fill_environments((*self._environment_ids, environment_id or ""))
        self._is_showing = True
        self._search.setText(words)
        self._environment.setCurrentIndex(self._environment.findData(environment_id or ""))
        self._choice.setCurrentIndex(max(0, self._choice.findData(choice.value if choice else "")))
        self._switch.setChecked(switched)
        self._is_showing = False

    def ask(self) -> None:
        """Ask for the rows of what is shown."""
        if not self._is_showing:
            self.filtered.emit(self.wanted)

    def add_tool(self, tool: QWidget) -> None:
        """Have this stand at the end of the bar."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(tool)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._search, 1)
        for widget in (self._environment, self._choice, self._switch, self._more):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.ask)
        self._search.left_downwards.connect(self.left_downwards)
        self._environment.activated.connect(self.ask)
        self._choice.activated.connect(self.ask)
        self._switch.toggled.connect(self.ask)

    def _fill_environments(self, ids: tuple[str, ...]) -> None:
        self._environment_ids = ids
        self._environment.clear()
        self._environment.addItem(self.tr("All environments"), "")
        for environment_id in ids:
            words = translated(environment_name(environment_id))
            self._environment.addItem(_environment_icon(environment_id), words, environment_id)


def _environment_icon(environment_id: str) -> QIcon:
    known = environments.by_id(environment_id)
    return icon(*kind_icon(known.kind.value if known else ""))
