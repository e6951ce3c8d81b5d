"""The one chip that says where requests go and as whom, and opens the list of both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from qfpay_gui.ui.look.icons import pixmap, set_icon
from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.environments import claimed_id, kind_icon, kind_name, meaning, profile_name
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.bar.place_popup import PlacePopup

_LEAST = 150
_CHEVRON = 14
_FRAME = 2 * 10 + 18 + 6 + _CHEVRON + 10
"""What stands beside the words, in pixels of the drawing: padding, icon, chevron and the gaps between."""
_ON = {"production": "on_production"}


class PlaceChip(QToolButton):
    """Shows as much of its words as fits; the whole of them are the tool tip and what a screen reader says."""

    profile_wanted = Signal(str)
    profiles_wanted = Signal()
    address_wanted = Signal(str)
    addresses_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._workbench = workbench
        self.setObjectName("environment")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_property(self, "role", "chip")
        self.clicked.connect(self.open_list)
        workbench.environment_changed.connect(self._render)
        workbench.profiles.changed.connect(self._render)
        self._render()

    @property
    def whole(self) -> str:
        """The words, unshortened."""
        return self._whole

    def open_list(self) -> None:
        """Open the list of environments and profiles, or close it."""
        if self._popup.isVisible():
            self._popup.close_overlay()
        else:
            self._popup.open_overlay()

    def subject(self, _focused: QWidget) -> str:
        """The environment that is chosen."""
        return f"environment.{claimed_id(self._workbench.environment.id)}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all words."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 1 + px(_FRAME)  # letters have parts of a pixel
        return QSize(max(width, px(_LEAST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few of them."""
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten anew for the new width."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for other room where the letters have become wider."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a mark behind the words that something opens."""
        super().paintEvent(event)
        side = px(_CHEVRON)
        painter = QPainter(self)
        tone = _ON.get(str(self.property("kind")), "icon")
        place = QRect(self.width() - side - px(8), (self.height() - side) // 2, side, side)
        painter.drawPixmap(place, pixmap("chevron-down", tone, _CHEVRON, self.devicePixelRatioF()))
        painter.end()

    def _render(self, _news: object = None) -> None:
        environment = self._workbench.environment
        picture, tone = kind_icon(environment.kind.value)
        kind = kind_name(environment.kind.value)
        set_property(self, "kind", kind)
        set_icon(self, picture, _ON.get(kind, tone))
        who = profile_name(self._workbench.profiles.state.chosen) or self.tr("no credentials")
        whole = f"{translated(environment.name)} · {who}"
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()
            self._elide()
        spoken = ", ".join(filter(None, (translated(environment.name), translated(meaning(environment.kind)), who)))
        self.setAccessibleName(self.tr("Where and as whom: {place}").format(place=spoken))
        self.setAccessibleDescription(translated(environment.caution))

    def _elide(self) -> None:
        if not self._whole:  # it is being made
            return
        room = self.width() - px(_FRAME)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(shown.replace("&", "&&"))
        lines = (self._whole, translated(self._workbench.environment.caution), self.tr("Choose another (Ctrl+L)"))
        self.setToolTip(plain_tip("\n".join(lines)))

    def _on_gone(self) -> None:
        announce(self, self.accessibleName())

    @cached_property
    def _popup(self) -> PlacePopup:
        from qfpay_gui.ui.bar.place_popup import PlacePopup  # noqa: PLC0415 - not needed at start

        made = PlacePopup(self._workbench, self)
        made.gone_to.connect(self._on_gone)
        made.profile_wanted.connect(self.profile_wanted)
        made.profiles_wanted.connect(self.profiles_wanted)
        made.address_wanted.connect(self.address_wanted)
        made.addresses_wanted.connect(self.addresses_wanted)
        return made
