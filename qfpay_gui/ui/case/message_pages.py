"""What the case panel shows while there is nothing to tell: an invitation, what is missing, work under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.models.case.case_model import Progress
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from qfpay_gui.models.case.case_model import Examining, NotExaminable

_WIDTH = 400
PATIENCE_MS = 500
LOOK_MS = 200
"""Milliseconds between two looks at how far the examination has come."""


class MessagePage(QWidget):
    """A picture, a heading and a few words in the middle, with room for what can be done about it."""

    def __init__(self, name: str, picture: str, tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.picture = PlainLabel(self)
        self.heading = self._words("heading")
        self.words = self._words("label")
        self.heading.setObjectName(f"{name}_heading")
        self.words.setObjectName(f"{name}_words")
        set_icon(self.picture, picture, tone, 32)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(current().gap)
        for widget in (self.picture, self.heading, self.words):
            self.middle.addWidget(widget)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addLayout(self.middle)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    def say(self, heading: str, words: str) -> None:
        """Say this."""
        self.heading.setText(heading)
        self.words.setText(words)

    def button(self, words: str, name: str) -> QPushButton:
        """A button to go below the words."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        return button

    def add_row(self, *widgets: QWidget) -> None:
        """Put these beside each other below the words."""
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addStretch(1)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        self.middle.addLayout(line)

    def _words(self, role: str) -> QLabel:
        label = PlainLabel(self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        label.setFixedWidth(px(_WIDTH))
        set_property(label, "role", role)
        return label


class InvitationPage(QFrame):
    """No case yet: one large place to paste into, to drop onto, or to press."""

    paste_pressed = Signal()
    open_pressed = Signal()
    """A file is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = MessagePage("case_none", "diagnose", parent=self)
        self.paste = self._message.button(self.tr("Paste …"), "paste_case")
        self._open = self._message.button(self.tr("Open a file …"), "open_case_file")
        self._build()
        self.paste.clicked.connect(self.paste_pressed)
        self._open.clicked.connect(self.open_pressed)

    def show_drop(self, *, is_near: bool) -> None:
        """Show that what is dragged may be dropped here."""
        set_property(self, "severity", "note" if is_near else None)

    def _build(self) -> None:
        self.setObjectName("paste_place")
        self.setAccessibleName(self.tr("Paste what the merchant sent"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_property(self, "role", "place")
        keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        words = self.tr(
            "A curl command, an HTTP request, a log, code, a Postman or HAR file: you will read why the signature "
            "differs, and get a proof to send back.\n\n{keys}, or drop it here."
        )
        self._message.say(self.tr("Paste what the merchant sent"), words.format(keys=keys))
        set_icon(self.paste, "paste", "on_accent")
        set_property(self.paste, "role", "primary")
        set_icon(self._open, "document")
        self._message.add_row(self.paste, self._open)
        layout = QVBoxLayout(self)
        layout.addWidget(self._message)


class MissingPage(MessagePage):
    """There is a case, but something to examine it with is missing: it can be given here."""

    signature_given = Signal(str)
    credentials_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("case_missing", "key-missing", "attention_fg", parent)
        self._signature = LineEdit(self)
        self._examine = self.button(self.tr("Examine"), "examine_case")
        self._choose = self.button(self.tr("Choose credentials …"), "choose_credentials")
        self._signature.setObjectName("given_signature")
        self._signature.setAccessibleName(self.tr("The merchant's signature"))
        self._signature.setPlaceholderText(self.tr("The merchant's X-QF-SIGN"))
        self._signature.setFont(mono(current().text_pt))
        self._signature.setMinimumWidth(px(_WIDTH - 120))
        set_icon(self._choose, "key")
        self.add_row(self._signature, self._examine)
        self.add_row(self._choose)
        self._signature.textChanged.connect(self._on_typed)
        self._signature.returnPressed.connect(self._on_given)
        self._examine.clicked.connect(self._on_given)
        self._choose.clicked.connect(self.credentials_wanted)
        self._on_typed("")

    def present(self, state: NotExaminable) -> None:
        """Say what is missing and offer to give it."""
        if state.needs_key and state.needs_signature:
            heading = self.tr("Signature and client key are missing")
        elif state.needs_key:
            heading = self.tr("The client key is missing")
        else:
            heading = self.tr("The merchant's signature is missing")
        words = self.tr("The request is in the draft. To name the cause, its signature is compared with the right one.")
        if state.needs_key:
            words = self.tr("The request is in the draft. Choose the profile whose key the merchant signs with.")
        self.say(heading, words)
        set_icon(self.picture, "key-missing" if state.needs_key else "diagnose", "attention_fg", 32)
        self._signature.setVisible(state.needs_signature)
        self._examine.setVisible(state.needs_signature)
        self._choose.setVisible(state.needs_key)

    def _on_typed(self, typed: str) -> None:
        self._examine.setEnabled(bool(typed.strip()))

    def _on_given(self) -> None:
        if given := self._signature.text().strip():
            self._signature.clear()
            self.signature_given.emit(given)


class ExaminingPage(MessagePage):
    """Stays empty for half a second: most examinations have ended by then."""

    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("case_examining", "diagnose", parent=parent)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._reveal)
        self._progress = Progress()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._draw)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("examination_progress")
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(_WIDTH) // 2)
        self._bar.setAccessibleName(self.tr("Looking for the cause"))
        self._cancel = self.button(self.tr("Cancel"), "cancel_examination")
        self.say(self.tr("Looking for the cause …"), self.tr("Single, double and triple mistakes are tried."))
        self.add_row(self._bar)
        self.add_row(self._cancel)
        self._parts = (self.picture, self.heading, self.words, self._bar, self._cancel)
        self._cancel.clicked.connect(self.cancel_pressed)

    def present(self, state: Examining) -> None:
        """Follow this examination."""
        self._progress = state.progress
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Wait a moment before anything is shown."""
        super().showEvent(event)
        for part in self._parts:
            part.hide()
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._patience.stop()
        self._look.stop()
        super().hideEvent(event)

    def _reveal(self) -> None:
        self._look.start()
        for part in self._parts:
            part.show()

    def _draw(self) -> None:
        self._bar.setValue(round(100 * self._progress.share))


class HaltedPage(MessagePage):
    """The examination was called off, or this program failed: try again."""

    again_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("case_halted", "attention", "attention_fg", parent)
        self._again = self.button(self.tr("Examine again"), "examine_again")
        self.add_row(self._again)
        self._again.clicked.connect(self.again_pressed)

    def present(self, technical: str) -> None:
        """Say that it was called off, or that the program failed in this way."""
        if technical:
            words = self.tr("This is a fault of this program: report it. {technical}").format(technical=technical)
            self.say(self.tr("The examination failed"), words)
        else:
            self.say(self.tr("The examination was called off"), self.tr("The request stays in the draft."))
