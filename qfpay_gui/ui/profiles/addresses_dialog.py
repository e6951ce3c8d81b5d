"""The dialog of the custom addresses: base URLs of one's own, each under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.addresses import Address
from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, fitting, px, set_property
from qfpay_gui.ui.profiles.address_form import AddressForm
from qfpay_gui.ui.profiles.unsaved import Decision, ask_about_unsaved
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.environments import kind_icon
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.addresses_model import AddressesModel

_NEW = Address("", "", "https://")


class AddressesDialog(QDialog):
    """Shows one address at a time; ``adding`` is the base URL of a new one, and once that is saved all is done."""

    used = Signal(str)
    """Carries the id of the address to send to from now on."""

    def __init__(self, model: AddressesModel, parent: QWidget | None = None, *, adding: str | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._adding = adding
        self._shown = _NEW
        self._list = QListWidget(self)
        self._form = AddressForm(self)
        self._done = PlainLabel(self)
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self._connect()
        first = next(iter(model.addresses), _NEW)
        self._show_address(first if adding is None else Address("", "", adding or _NEW.base_url))
        if not self._shown.id:
            self._form.begin()

    def reject(self) -> None:
        """Close, unless something unsaved is to be kept."""
        if self._may_leave():
            super().reject()

    def save(self) -> bool:
        """Keep what was typed; False where it cannot be used, which the form then says."""
        if not self._form.insist():
            return False
        name, base_url = self._form.typed
        if self._shown.id:
            self._model.change(self._shown.id, name, base_url)
            saved = self._model.find(self._shown.id)
        else:
            saved = self._model.add(name, base_url)
        self._show_address(saved or _NEW)
        return True

    def _build(self) -> None:
        self.setObjectName("addresses_dialog")
        self.setWindowTitle(self.tr("Custom addresses") + "[*]")
        self.resize(fitting(self, 860, 400))
        self._list.setObjectName("addresses")
        self._list.setAccessibleName(self.tr("Custom addresses"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedWidth(px(240))
        set_property(self._list, "role", "framed")
        set_property(self._done, "role", "muted")
        self._done.setObjectName("addresses_done")
        left, columns, layout = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        left.addWidget(self._list, 1)
        new, remove = ("new_address", self.tr("New"), "plus"), ("remove_address", self.tr("Remove"), "trash")
        left.addLayout(self._row(new, remove))
        columns.setSpacing(current().gap_large)
        columns.addLayout(left)
        columns.addWidget(self._form, 1)
        layout.setContentsMargins(*(current().gap_large,) * 4)
        layout.setSpacing(current().margin)
        layout.addLayout(columns, 1)
        layout.addLayout(self._last_line())

    def _row(self, *buttons: tuple[str, str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current().gap)
        for name, words, picture in buttons:
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            if picture:
                set_icon(button, picture)
                set_property(button, "role", "quiet")
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _last_line(self) -> QHBoxLayout:
        line = self._row(("undo_address", self.tr("Undo"), "undo"))
        line.insertWidget(1, self._done)
        for button in (
            ("close_addresses", self.tr("Close"), ""),
            ("use_address", self.tr("&Use"), ""),
            ("save_address", self.tr("&Save"), ""),
        ):
            row = self._row(button)
            line.addWidget(self._buttons[button[0]])
            row.deleteLater()
        self._buttons["save_address"].setDefault(True)
        set_property(self._buttons["save_address"], "role", "primary")
        self._buttons["use_address"].setToolTip(self.tr("Send to this address from now on"))
        return line

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        # Later, because a list must not be filled anew in the middle of a mouse press.
        # What is selected, not what is current: a list that gets the keyboard makes its first line current by itself.
        self._list.itemSelectionChanged.connect(self._on_selected, Qt.ConnectionType.QueuedConnection)
        self._list.itemDoubleClicked.connect(self._on_use)
        self._form.edited.connect(self._present)
        for name, slot in (
            ("new_address", self._on_new),
            ("remove_address", self._on_remove),
            ("undo_address", self._model.undo),
            ("close_addresses", self.reject),
            ("use_address", self._on_use),
            ("save_address", self._on_save),
        ):
            self._buttons[name].clicked.connect(slot)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._on_save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list, self._on_remove).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def _show_address(self, address: Address) -> None:
        self._shown = address
        self._form.present(address, self._model.others(address.id))
        self._present()

    def _present(self) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for one in self._model.addresses:
                self._list.addItem(_item(one))
            ids = [one.id for one in self._model.addresses]
            self._list.setCurrentRow(ids.index(self._shown.id) if self._shown.id in ids else -1)
        latest = self._model.latest
        self._done.setText(translated(latest))
        self._buttons["undo_address"].setEnabled(latest is not None)
        self._buttons["remove_address"].setEnabled(bool(self._shown.id))
        self._buttons["use_address"].setEnabled(bool(self._shown.id) and not self._form.is_edited)
        self._buttons["save_address"].setEnabled(self._form.is_edited)
        self.setWindowModified(self._form.is_edited)

    def _may_leave(self) -> bool:
        """Whether the fields may show something else: what is unsaved was saved or given up."""
        if not self._form.is_edited:
            return True
        name, _url = self._form.typed
        match ask_about_unsaved(name or self.tr("New address"), self):
            case Decision.Save:
                return self.save()
            case Decision.Discard:
                self._form.present(self._shown, self._model.others(self._shown.id))
                return True
            case _:
                return False

    def _on_changed(self) -> None:
        """Show what became of the shown address; where it is gone, the first."""
        announce(self, translated(self._model.latest))
        if self._form.is_edited and (not self._shown.id or self._model.find(self._shown.id)):
            self._present()
        else:
            first = next(iter(self._model.addresses), _NEW)
            self._show_address(self._model.find(self._shown.id) or first)

    def _on_selected(self) -> None:
        rows = [index.row() for index in self._list.selectedIndexes()]
        if not rows or (address := self._model.addresses[rows[0]]).id == self._shown.id:
            return
        if self._may_leave():
            self._show_address(self._model.find(address.id) or self._shown)
        else:
            self._present()

    def _on_new(self) -> None:
        if self._may_leave():
            self._show_address(_NEW)
            self._form.begin()

    def _on_remove(self) -> None:
        self._form.present(self._shown, ())
        self._model.remove(self._shown.id)

    def _on_save(self) -> None:
        if self._form.is_edited and self.save() and self._adding is not None:
            self.used.emit(self._shown.id)
            self.accept()

    def _on_use(self) -> None:
        if self._shown.id and self._may_leave():
            self.used.emit(self._shown.id)
            self.accept()


def _item(address: Address) -> QListWidgetItem:
    environment = address.environment
    item = QListWidgetItem(icon(*kind_icon(environment.kind.value)), f"{address.name}\n{environment.address}")
    item.setToolTip(plain_tip(f"{address.name}\n{address.base_url}"))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{address.name}, {environment.address}")
    return item
