"""Chooses who signs, and says where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided import ElidedCombo
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.profiles_model import ProfilesState
    from qfpay_gui.models.profiles.state import ProfileEntry
    from qfpay_gui.models.workbench import Workbench

_ICONS = {"built in": "simulator", "keychain": "key", "session": "key-missing"}


class ProfileBox(QWidget):
    """A combo box of profiles, the place of the keys, and the way to edit them."""

    edit_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._shown: tuple[ProfileEntry, ...] | None = None
        self._box = ElidedCombo(self)
        self._box.setObjectName("profile")
        self._box.setAccessibleName(self.tr("Credentials profile"))
        self._box.setMinimumContentsLength(15)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._place = PlainLabel(self)
        self._place.setObjectName("key_place")
        self._edit = QToolButton(self)
        self._edit.setObjectName("edit_credentials")
        set_icon(self._edit, "key")
        set_property(self._edit, "role", "quiet")
        set_property(self._place, "role", "muted")
        self._edit.setToolTip(self.tr("Credentials … (Ctrl+Shift+K)"))
        self._edit.setAccessibleName(self.tr("Credentials"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        for widget in (self._box, self._edit, self._place):
            layout.addWidget(widget)
        self._box.activated.connect(self._on_chosen)
        self._edit.clicked.connect(self.edit_requested)
        workbench.profiles.changed.connect(self._render)
        self._render(workbench.profiles.state)

    def _render(self, state: ProfilesState) -> None:
        if state.entries != self._shown:
            self._shown = state.entries
            self._box.clear()
            self._box.addItem(icon("key-missing"), self.tr("No credentials"), "")
            for entry in state.entries:
                self._box.addItem(icon(_ICONS[entry.kept]), entry.name, entry.name)
        self._box.setCurrentIndex(max(0, self._box.findData(state.chosen)))
        self._place.setText(self._place_words(state))
        self._place.setToolTip(translated(state.notice))
        set_property(self._place, "severity", "attention" if state.trouble else None)

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        names = ["key-missing", *(_ICONS[entry.kept] for entry in self._workbench.profiles.state.entries)]
        for index, name in enumerate(names):
            self._box.setItemIcon(index, icon(name))

    def _place_words(self, state: ProfilesState) -> str:
        if state.busy and not state.trouble:
            return self.tr("asking keychain …")
        match state.kept:
            case "built in":
                return self.tr("made-up keys")
            case "keychain":
                return self.tr("key in keychain")
            case "session":
                return self.tr("this session only")
            case None:
                return ""

    def _on_chosen(self, index: int) -> None:
        self._workbench.choose_profile(self._box.itemData(index))
