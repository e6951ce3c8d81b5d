"""Says where the keys of the shown profile are, what the keychain answered, and offers to ask it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.profiles.profile_list import KEPT_ICONS
from qfpay_gui.ui.widgets.elided import ElidedLabel, plain_tip
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.profiles_model import ProfilesState

_HEIGHT = 88


class KeyPlace(QFrame):
    """Always of one height, so that nothing moves when the keychain answers."""

    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._place = ElidedLabel(self)
        self._notice = PlainLabel(self)
        self._retry = QPushButton(self.tr("Ask again"), self)
        self._build()
        self._retry.clicked.connect(self.retry_requested)

    @property
    def place(self) -> str:
        """Where the keys are, in words."""
        return self._place.whole

    @property
    def notice(self) -> str:
        """What the keychain answered, in words."""
        return self._notice.text()

    def present(self, state: ProfilesState, shown: str) -> None:
        """Show the place of this profile's keys ("" for a new profile) and the keychain's last word."""
        kept = state.kept_of(shown)
        self._place.show_text(self._place_words(state, shown))
        self._notice.setText(translated(state.notice))
        self._notice.setToolTip(plain_tip(translated(state.notice)) if state.trouble else "")
        self._retry.setVisible(state.trouble)
        self._retry.setEnabled(not state.busy)
        name = "attention" if state.trouble else KEPT_ICONS[kept] if kept else "lock"
        set_icon(self._icon, name, "attention_fg" if state.trouble else "icon", 18)
        set_property(self, "severity", "attention" if state.trouble else None)

    def _place_words(self, state: ProfilesState, shown: str) -> str:
        place = translated(state.place)
        match state.kept_of(shown):
            case "built in":
                return self.tr("Built in: made-up keys, known only to the simulator on this machine.")
            case "session":
                return self.tr("This profile is kept for this session only. It is in no file and no keychain.")
            case "keychain":
                return self.tr("This profile is in the keychain: {place}").format(place=place)
            case None if place:
                return self.tr("Saving puts the keys here, never in a file: {place}").format(place=place)
            case None:
                return self.tr("Keys go to the system's keychain, never in a file; without one, to this session only.")

    def _build(self) -> None:
        self._place.setObjectName("key_place_words")
        self._notice.setObjectName("keychain_notice")
        self._notice.setWordWrap(True)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._retry.setObjectName("retry_keychain")
        self._retry.setAutoDefault(False)
        self._retry.setToolTip(self.tr("Ask the keychain again, and give it what only this session holds"))
        set_property(self, "role", "strip")
        set_property(self._place, "role", "value")
        set_property(self._notice, "role", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._place)
        words.addWidget(self._notice, 1)
        layout = QHBoxLayout(self)
        theme = current()
        layout.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        layout.setSpacing(theme.gap)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(px(_HEIGHT))
