"""Whether an accepted AppSecret is kept, where, and what the keychain answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.openid.state import OpenidState


class KeepingLine(QWidget):
    """Always of one height."""

    remember_toggled = Signal(bool)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remember = QCheckBox(self)
        self._icon = PlainLabel(self)
        self._notice = ElidedLabel(self)
        self._retry = QPushButton(self.tr("Ask the keychain again"), self)
        self._build()
        self._remember.clicked.connect(self.remember_toggled)
        self._retry.clicked.connect(self.retry_requested)

    @property
    def notice(self) -> str:
        """Where AppSecrets are, or what the keychain answered, in words."""
        return self._notice.whole

    def present(self, state: OpenidState) -> None:
        """Show the wish and the keychain's last word."""
        self._remember.setChecked(state.remembers and not state.simulated)
        self._remember.setEnabled(not state.simulated)
        self._notice.show_text(self._words(state))
        set_icon(self._icon, "attention" if state.trouble else "lock", "attention_fg" if state.trouble else "icon", 14)
        set_property(self._notice, "severity", "attention" if state.trouble else None)
        self._retry.setVisible(state.trouble)

    def _words(self, state: OpenidState) -> str:
        if state.notice is not None:
            return translated(state.notice)
        if state.simulated:
            return self.tr("The simulator's AppSecret is made up and is not kept.")
        if not state.permanent:
            return self.tr("AppSecrets are kept for this session only: in no file and in no keychain.")
        if state.place is None:
            return self.tr("AppSecrets go to the system's keychain, never into a file.")
        return self.tr("AppSecrets are kept here and in no file: {place}").format(place=translated(state.place))

    def _build(self) -> None:
        self._remember.setObjectName("remember_app_secret")
        self._remember.setText(self.tr("&Keep the AppSecret once WeChat has accepted it"))
        self._notice.setObjectName("app_secret_notice")
        self._retry.setObjectName("retry_app_secrets")
        self._retry.setAutoDefault(False)
        set_property(self._retry, "role", "link")
        set_property(self._notice, "role", "muted")
        wish, word = QHBoxLayout(), QHBoxLayout()
        for row in (wish, word):
            row.setSpacing(current().gap_small)
        wish.addWidget(self._remember, 1)
        wish.addWidget(self._retry)
        word.addWidget(self._icon)
        word.addWidget(self._notice, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(wish)
        layout.addLayout(word)
        self._remember.setFixedHeight(current().control)
        self._notice.setFixedHeight(px(18))
