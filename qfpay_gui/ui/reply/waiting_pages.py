"""What the reply panel shows while there is no answer: nothing sent, under way, or this program failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from qfpay_gui.models.sending.send_model import Broken, Sending

_WIDTH = 380


class _Centred(QWidget):
    """A picture, a heading and a few words in the middle."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.picture = PlainLabel(self)
        self.heading = self._words("heading")
        self.words = self._words("label")
        self.heading.setObjectName(f"{name}_heading")
        self.words.setObjectName(f"{name}_words")
        self.middle = QVBoxLayout()
        self.middle.setSpacing(current().gap)
        self.middle.addStretch(2)
        for widget in (self.picture, self.heading, self.words):
            self.middle.addWidget(widget)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addLayout(self.middle)
        layout.addStretch(1)

    def _words(self, role: str) -> QLabel:
        label = PlainLabel(self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFixedWidth(px(_WIDTH))
        set_property(label, "role", role)
        return label


class IdlePage(_Centred):
    """An invitation: what will appear, and how to send."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reply_idle", parent)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        set_icon(self.picture, "send", "muted", 32)
        self.heading.setText(self.tr("Nothing sent yet"))
        words = self.tr(
            "The reply will stand here: what happened and whose turn it is, pay_params checked member by member, "
            "the code for the Mini Program, and the bytes that went each way.\n\n{keys} sends."
        )
        self.words.setText(words.format(keys=keys))
        self.middle.addStretch(3)


class SendingPage(_Centred):
    """A thin line that moves, and the seconds since the request left; they tick only while seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reply_sending", parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self.tick)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(_WIDTH) // 2)
        self._bar.setAccessibleName(self.tr("Waiting for the reply"))
        self._seconds = PlainLabel(self)
        self._seconds.setObjectName("seconds_elapsed")
        set_property(self._seconds, "role", "muted")
        self._seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle.insertWidget(3, self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.middle.insertWidget(4, self._seconds)
        self.middle.addStretch(3)
        self.picture.hide()

    def begin(self) -> None:
        """Count the seconds from now."""
        self._since.start()

    def show_state(self, state: Sending) -> None:
        """Say where the request goes, or that it is being called off."""
        if state.cancelling:
            self.heading.setText(self.tr("Cancelling …"))
            self.words.setText(self.tr("The waiting ends; what was sent before stays sent."))
        else:
            sending = self.tr("Waiting for {host} …")
            self.heading.setText(sending.format(host=state.request.environment.host))
            self.words.setText(self.tr("A request is sent once. Esc ends the waiting, not what was sent."))
        self.tick()

    def tick(self) -> None:
        """Say how long it has taken so far."""
        seconds = self._since.elapsed() // 1000 if self._since.isValid() else 0
        self._seconds.setText(self.tr("{seconds} s").format(seconds=seconds))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Tick while seen."""
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)


class BrokenPage(_Centred):
    """This program failed: what is lost, what is not, and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reply_broken", parent)
        self._state: Broken | None = None
        set_icon(self.picture, "wrong", "wrong_fg", 32)
        self.heading.setText(self.tr("This program failed while sending"))
        self._technical = PlainLabel(self)
        self._technical.setObjectName("broken_technical")
        self._technical.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_property(self._technical, "role", "wire")
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("copy_fault")
        self._copy.setToolTip(self.tr("Copy what to report"))
        set_icon(self._copy, "copy")
        set_property(self._copy, "role", "quiet")
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._technical)
        line.addWidget(self._copy)
        line.addStretch(1)
        self.middle.addLayout(line)
        self.middle.addStretch(3)
        self._copy.clicked.connect(self._on_copy)

    def show_state(self, state: Broken) -> None:
        """Say what is known, and what is not."""
        from qfpay_gui.qfpay.reply.statement import outcome_unknown  # noqa: PLC0415 - not needed at start

        self._state = state
        kept = self.tr("Nothing you typed is lost. Whether the request was sent is not known.")
        report = self.tr("Then report this, please: it is a fault of this program, not of your request.")
        self.words.setText(f"{kept} {translated(outcome_unknown(state.request))}\n\n{report}")
        self._technical.setText(state.technical)

    def _on_copy(self) -> None:
        from qfpay_gui.ui.reply.checks import fault_ticket  # noqa: PLC0415 - not needed at start

        if self._state is not None:
            lines = fault_ticket(self._state.request, self._state.technical)
            QGuiApplication.clipboard().setText("\n".join(translated(line) for line in lines))
            say(self, self.tr("Copied: what to report"))
