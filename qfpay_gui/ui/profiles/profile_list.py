"""The list of profiles with what can be done to one as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.environments import ALL
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.environments import environment_name, profile_name
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.profiles_model import Kept, ProfileEntry, ProfilesState

KEPT_ICONS: dict[Kept, str] = {"built in": "simulator", "keychain": "key", "session": "key-missing"}


_NAME = int(Qt.ItemDataRole.UserRole)
_NOT_KNOWN = text("Places", "Not asked for yet")


class ProfileList(QWidget):
    """Says which profile a person wants to see, use, copy or delete; the dialog decides."""

    selected = Signal(str)
    use_requested = Signal(str)
    new_requested = Signal()
    duplicate_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget(self)
        self._listed: object = None
        self._names: list[str] = []
        self._new = self._tool("new_profile", "plus", self.tr("New"))
        self._duplicate = self._tool("duplicate_profile", "copy", self.tr("Duplicate"))
        self._delete = self._tool("delete_profile", "trash", self.tr("Delete"))
        self._build()
        self._connect()

    def present(self, state: ProfilesState, shown: str) -> None:
        """List the profiles with the shown one selected; "" selects none, as for a new one."""
        with QSignalBlocker(self._list):
            if (state.entries, state.chosen, dict(state.homes)) != self._listed:
                self._listed = (state.entries, state.chosen, dict(state.homes))
                self._fill(state)
            self._list.setCurrentRow(self._names.index(shown) if shown in self._names else -1)
        self._duplicate.setEnabled(bool(shown) and shown in state.opened)
        self._delete.setEnabled(state.kept_of(shown) in {"keychain", "session"})

    def _fill(self, state: ProfilesState) -> None:
        """Each profile below the environment it belongs to; those of which that is not known yet come last."""
        self._list.clear()
        self._names = []
        homes = dict.fromkeys(sorted((state.environment_of(one.name) for one in state.entries), key=_order))
        for home in homes:
            self._add(_heading(home), "")
            for entry in state.at_home(home):
                self._add(self._item(entry, is_used=entry.name == state.chosen), entry.name)

    def _add(self, item: QListWidgetItem, name: str) -> None:
        item.setData(_NAME, name)
        self._list.addItem(item)
        self._names.append(name)

    def _item(self, entry: ProfileEntry, *, is_used: bool) -> QListWidgetItem:
        item = QListWidgetItem(icon(KEPT_ICONS[entry.kept]), profile_name(entry.name))
        where = self._where(entry.kept)
        if is_used:
            where = self.tr("{where}; in use").format(where=where)
            font = self._list.font()
            font.setBold(True)
            item.setFont(font)
        item.setToolTip(plain_tip(f"{entry.name}\n{where}"))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, where)
        return item

    def _where(self, kept: Kept) -> str:
        match kept:
            case "built in":
                return self.tr("Built in, with made-up keys")
            case "keychain":
                return self.tr("Key in the keychain")
            case "session":
                return self.tr("Kept for this session only")

    def _tool(self, name: str, icon_name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_property(button, "role", "quiet")
        set_icon(button, icon_name)
        return button

    def _build(self) -> None:
        self._list.setObjectName("profiles")
        self._list.setAccessibleName(self.tr("Profiles"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(px(16), px(16)))
        set_property(self._list, "role", "framed")
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self._new, self._duplicate, self._delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemDoubleClicked.connect(self._on_double_clicked)
        self._new.clicked.connect(self.new_requested)
        self._duplicate.clicked.connect(self.duplicate_requested)
        self._delete.clicked.connect(self.delete_requested)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.selected.emit(item.data(_NAME))

    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_NAME):
            self.use_requested.emit(item.data(_NAME))


def _order(environment_id: str) -> tuple[bool, int, str]:
    """As the environments are listed: then addresses of one's own, and at last what is not known."""
    known = [one.id for one in ALL]
    return not environment_id, known.index(environment_id) if environment_id in known else len(known), environment_id


def _heading(environment_id: str) -> QListWidgetItem:
    """The environment's name, which cannot be chosen."""
    words = translated(environment_name(environment_id) if environment_id else _NOT_KNOWN)
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setToolTip(plain_tip(words))
    return item
