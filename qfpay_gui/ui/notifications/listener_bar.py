"""Where the listener listens, how it answers, and the buttons to start, stop and clear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QPushButton, QToolButton, QWidget

from qfpay_gui.services.notifications.received import AnswerMode
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.notifications.wording import MODES
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.notifications.state import NotificationsState

_ONE_LINE_FROM, _NARROWEST = 680, 360


class ListenerBar(QWidget):
    """One line where there is room, two where there is not."""

    use_url = Signal(str)
    """Carries the address to notify in the next payment."""
    mode_chosen = Signal(object)
    """Carries the AnswerMode."""
    listen_pressed = Signal()
    stop_pressed = Signal()
    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url_in_use = ""
        self._icon = PlainLabel(self)
        self._url = ElidedLabel(self)
        self._copy = self._tool("copy", self.tr("Copy the address"), "copy_notify_url")
        self._use = QPushButton(self.tr("Use as notify_url"), self)
        self._listen = QPushButton(self.tr("Listen"), self)
        self._stop = self._tool("cancel", self.tr("Stop listening"), "stop_listening")
        self._mode_label = PlainLabel(self.tr("Answer with"), self)
        self._mode = ElidedCombo(self)
        self._clear = self._tool("trash", self.tr("Forget what came in"), "clear_notices")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._connect()

    def present(self, state: NotificationsState) -> None:
        """Show where it listens and how it answers."""
        self._url_in_use = state.url
        is_listening = bool(state.url)
        set_icon(self._icon, "bell", "ok_fg" if is_listening else "muted", 16)
        self._url.setFont(mono(current().small_pt) if is_listening else self.font())
        set_property(self._url, "severity", "wrong" if state.failure and not is_listening else None)
        self._url.show_text(state.url or self._silence(state))
        for widget in (self._copy, self._use, self._stop):
            widget.setVisible(is_listening)
        self._listen.setVisible(not is_listening)
        self._listen.setEnabled(not state.is_starting)
        self._clear.setEnabled(bool(state.notices))
        place = self._mode.findData(state.mode.value)
        if place != self._mode.currentIndex():
            self._mode.setCurrentIndex(place)

    def add_tool(self, tool: QWidget) -> None:
        """Have this stand at the end of the bar."""
        self._second.addWidget(tool)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What two lines need; one line would keep the window from ever being so narrow that it takes two."""
        return QSize(px(_NARROWEST), self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose one line or two."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= px(_ONE_LINE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() is not direction:
            self._lines.setDirection(direction)
            self.updateGeometry()

    def _silence(self, state: NotificationsState) -> str:
        if state.is_starting:
            return self.tr("Starting …")
        return translated(state.failure) if state.failure else self.tr("Nobody listens for notifications here.")

    def _build(self) -> None:
        self._url.setObjectName("notify_url_here")
        self._use.setObjectName("use_notify_url")
        self._use.setToolTip(
            self.tr("Put this address into notify_url of the payment. Only the simulator can reach this machine.")
        )
        self._listen.setObjectName("start_listening")
        self._mode_label.setBuddy(self._mode)
        set_property(self._mode_label, "role", "label")
        self._mode.setObjectName("answer_mode")
        self._mode.setAccessibleName(self.tr("Answer with"))
        self._mode.setMinimumContentsLength(13)
        self._mode.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for mode, words in MODES.items():
            self._mode.addItem(translated(words), mode.value)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(current().gap_small)
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines.addLayout(self._address(), 1)
        self._lines.addLayout(self._answers())

    def _address(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        line.addWidget(self._icon)
        line.addWidget(self._url, 1)
        for widget in (self._copy, self._use, self._listen, self._stop):
            line.addWidget(widget)
        return line

    def _answers(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        line.addWidget(self._mode_label)
        line.addWidget(self._mode, 1)
        line.addWidget(self._clear)
        self._second = line
        return line

    def _tool(self, icon_name: str, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        describe(button, name, words, icon_name)
        return button

    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._use.clicked.connect(self._on_use)
        self._listen.clicked.connect(self.listen_pressed)
        self._stop.clicked.connect(self.stop_pressed)
        self._clear.clicked.connect(self.clear_pressed)
        self._mode.activated.connect(self._on_mode)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url_in_use)
        say(self, self.tr("Copied: {url}").format(url=self._url_in_use))

    def _on_use(self) -> None:
        self.use_url.emit(self._url_in_use)

    def _on_mode(self, _index: int) -> None:
        self.mode_chosen.emit(AnswerMode(self._mode.currentData()))
