"""The address in full, and below it where the keys are: what the chip has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.state import ProfilesState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment


class PlaceFacts(QWidget):
    """Two small lines beside the chip."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._host.setObjectName("environment_host")
        self._place = ElidedLabel(self)
        self._place.setObjectName("key_place")
        for label in (self._host, self._place):
            set_property(label, "role", "muted")
        self.setMinimumWidth(px(132))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._host)
        layout.addWidget(self._place)
        workbench.environment_changed.connect(self._render_host)
        workbench.profiles.changed.connect(self._render_keys)
        self._render_host(workbench.environment)
        self._render_keys(workbench.profiles.state)

    def _render_host(self, environment: Environment) -> None:
        self._host.show_text(environment.address or self.tr("starting …"), tip=environment.base_url)

    def _render_keys(self, state: ProfilesState) -> None:
        self._place.show_text(self._words(state), tip=translated(state.notice))
        set_property(self._place, "severity", "attention" if state.trouble else None)

    def _words(self, state: ProfilesState) -> str:
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
