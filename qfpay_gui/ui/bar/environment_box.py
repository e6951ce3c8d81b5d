"""Chooses the environment: name, colour and icon, and the host in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.words.environments import claimed_id, kind_name
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.workbench import Workbench


class EnvironmentBox(QWidget):
    """A combo box of all environments; "Custom" asks for its base URL."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._box = ElidedCombo(self)
        self._box.setObjectName("environment")
        self._box.setAccessibleName(self.tr("Environment"))
        self._box.setMinimumContentsLength(20)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.view().setMinimumWidth(px(300))
        self._host = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._host.setObjectName("environment_host")
        self._host.setMinimumWidth(px(132))
        set_property(self._host, "role", "wire")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._box)
        layout.addWidget(self._host, 1)
        self._fill()
        self._box.activated.connect(self._on_chosen)
        workbench.environment_changed.connect(self._render)
        self._render(workbench.environment)

    def _fill(self) -> None:
        for environment in environments.ALL:
            self._add(environment.id, environment.kind, translated(environment.name), translated(environment.caution))
        self._add("custom", EnvironmentKind.CUSTOM, self.tr("Custom …"), translated(environments.CUSTOM_CAUTION))

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        kinds = [one.kind for one in environments.ALL] + [EnvironmentKind.CUSTOM]
        for index, kind in enumerate(kinds):
            self._box.setItemIcon(index, icon(kind_name(kind.value)))

    def subject(self, _focused: QWidget) -> str:
        """The environment that is chosen."""
        return f"environment.{claimed_id(self._workbench.environment.id)}"

    def _add(self, environment_id: str, kind: EnvironmentKind, words: str, caution: str) -> None:
        self._box.addItem(icon(kind_name(kind.value)), words, environment_id)
        self._box.setItemData(self._box.count() - 1, caution, Qt.ItemDataRole.ToolTipRole)

    def _render(self, environment: Environment) -> None:
        self._box.setCurrentIndex(self._box.findData(claimed_id(environment.id)))
        set_property(self._box, "kind", kind_name(environment.kind.value))
        self._box.setToolTip(translated(environment.caution))
        host = environment.host or self.tr("starting …")
        self._host.show_text(host, tip=environment.base_url)

    def _on_chosen(self, index: int) -> None:
        environment_id = self._box.itemData(index)
        if environment_id == "custom":
            self._ask_base_url()
        else:
            self._workbench.choose_environment(environment_id)
        self._render(self._workbench.environment)

    def _ask_base_url(self) -> None:
        """Ask until the URL can be used or the person gives up; what was typed stays."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - slow to load, and seldom used

        here = self._workbench.environment
        typed, problem = here.base_url if environments.is_custom(here.id) else "https://", ""
        while True:
            words = self.tr("Base URL of the API, without /trade/v1:")
            label = f"{problem}\n\n{words}" if problem else words
            typed, agreed = QInputDialog.getText(self, self.tr("Custom environment"), label, text=typed)
            if not agreed:
                return
            refusal = environments.refusal(environments.custom(typed).base_url)
            if refusal is None:
                self._workbench.choose_environment(self._workbench.place.addresses.at(typed).id)
                return
            problem = translated(refusal)
