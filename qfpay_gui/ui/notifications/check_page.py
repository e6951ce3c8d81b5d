"""What a merchant received elsewhere: paste it, choose the key, read the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.models.case.files import Pasted
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.notifications.documents import document, plain_verdict, quiet
from qfpay_gui.ui.notifications.key_choice import KeyChoice
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated, whole

if TYPE_CHECKING:
    from qfpay_gui.models.notifications.pasted import Checked, PastedModel, PastedState
    from qfpay_gui.qfpay.text import Text

FORMS = {
    "http": text("Notifications", "HTTP message"),
    "headers": text("Notifications", "headers and body"),
    "body": text("Notifications", "body alone"),
    "log": text("Notifications", "body within other text"),
    "archive": text("Notifications", "HAR or event"),
    "literal": text("Notifications", "string literal"),
    "print": text("Notifications", "print of the fields"),
}


class CheckPage(QWidget):
    """Renders the PastedState; what is typed goes to its model."""

    send_requested = Signal(bytes, str)
    """Carries body and signature of the one that was checked: it is to be sent to a receiver."""

    def __init__(self, model: PastedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._paste = PasteEdit()
        self._signature = LineEdit()
        self._key = KeyChoice("notification", self.tr("Client key to verify with"))
        self._facts = ElidedLabel(self)
        self._note = ElidedLabel(self)
        self._copy = QToolButton(self)
        self._send = QToolButton(self)
        self._view = DocumentView("check_result", self.tr("Verdict and fields"))
        self._splitter = TurningSplitter("check_splitter", (42, 58), (45, 55))
        self._build()
        self._connect()
        self._on_offered(model.source, model.signature)
        self._render(model.state)

    def focus_paste(self) -> None:
        """Put the cursor into the paste box."""
        self._paste.setFocus()

    def restyle(self) -> None:
        """Draw in the colours and fonts of the present theme."""
        self._paste.setFont(mono(current().small_pt))
        self._render(self._model.state)

    def _build(self) -> None:
        self._splitter.hold(self._given(), self._found())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current().gap, 0, 0)
        layout.addWidget(self._splitter)

    def _given(self) -> QWidget:
        """The left part: what was received, its signature, the key."""
        self._paste.setObjectName("notification_paste")
        self._paste.setAccessibleName(self.tr("What the merchant’s server received"))
        self._paste.setPlaceholderText(
            self.tr(
                "Paste what the merchant’s server received: headers and body in any form – HTTP, curl -v, a log, HAR, "
                "or the JSON alone."
            )
        )
        self._paste.setFont(mono(current().small_pt))
        self._paste.setMinimumHeight(px(56))
        self._signature.setObjectName("notification_signature")
        self._signature.setFont(mono(current().small_pt))
        self._signature.setMaxLength(1000)
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().gap)
        grid.setVerticalSpacing(current().gap_small)
        grid.addWidget(self._paste, 0, 0, 1, 2)
        grid.addWidget(self._note, 1, 0, 1, 2)
        grid.addWidget(self._label("X-QF-SIGN", self._signature), 2, 0)
        grid.addWidget(self._signature, 2, 1)
        grid.addWidget(self._label(self.tr("Key"), self._key.combo), 3, 0)
        grid.addWidget(self._key, 3, 1)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return part

    def _label(self, words: str, buddy: QWidget) -> QLabel:
        label = PlainLabel(words, self)
        label.setBuddy(buddy)
        buddy.setAccessibleName(words)
        set_property(label, "role", "label")
        return label

    def _found(self) -> QWidget:
        """The right part: what it was taken for, and the document."""
        self._facts.setObjectName("check_facts")
        set_property(self._facts, "role", "muted")
        self._note.setObjectName("check_note")
        set_property(self._note, "role", "muted")
        self._note.hide()
        words = self.tr("Copy the verdict, the cause and the way out")
        describe(self._copy, "copy_check", words, "copy")
        describe(self._send, "send_checked", self.tr("Send this one to a receiver"), "send")
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(current().gap_small, 0, 0, 0)
        column.setSpacing(current().gap_small)
        line = QHBoxLayout()
        line.addWidget(self._facts, 1)
        line.addWidget(self._send)
        line.addWidget(self._copy)
        column.addLayout(line)
        column.addWidget(self._view, 1)
        return part

    def _connect(self) -> None:
        self._paste.edited.connect(self._model.take)
        self._paste.noted.connect(self._on_noted)
        self._signature.textEdited.connect(self._model.take_signature)
        self._key.chosen.connect(self._model.choose_key)
        self._key.typed.connect(self._model.type_key)
        self._copy.clicked.connect(self._on_copy)
        self._send.clicked.connect(self._on_send)
        self._model.changed.connect(self._render)
        self._model.offered.connect(self._on_offered)

    def _render(self, state: PastedState) -> None:
        self._key.present(state.key_names, state.key_choice)
        examined = state.examined
        self._copy.setEnabled(examined is not None)
        self._send.setEnabled(examined is not None and bool(examined.read.body) and examined.read.kind != "reply")
        found = examined.read.signature if examined is not None else ""
        self._signature.setPlaceholderText(found or self.tr("not found: type it here, if you have it"))
        if examined is None:
            self._facts.show_text(self.tr("Checking …") if state.is_checking else "")
            self._view.show_html(quiet(self._nothing(state)))
            return
        self._facts.show_text(self.tr("Checking …") if state.is_checking else self._read_as(examined))
        read = examined.read
        self._view.show_html(document(examined.check, examined.explained, read.notes, is_reply=read.kind == "reply"))

    def _nothing(self, state: PastedState) -> str:
        if state.technical:
            return self.tr("This program failed while reading: {name}").format(name=state.technical)
        return self.tr(
            "The verdict comes here: whether QFPay’s signature fits, and if not, why – the body written anew by a "
            "parser, another key, a line break too many – and what each field means."
        )

    def _read_as(self, examined: Checked) -> str:
        read = examined.read
        form = FORMS.get(read.form)
        named = "curl -v" if read.form == "curl" else translated(form)
        parts = [named, self.tr("{count} bytes").format(count=f"{len(read.body):,}")]
        if read.kind == "reply":
            parts.append(self.tr("a reply, not a notification"))
        return " · ".join(part for part in parts if part)

    def _on_noted(self, note: Text | None) -> None:
        self._note.show_text(translated(note))
        self._note.setVisible(note is not None)

    def _on_offered(self, source: str, signature: str) -> None:
        if source != self._paste.source:
            self._paste.offer(Pasted(source))
        if signature != self._signature.text():
            self._signature.setText(whole(signature))
            self._signature.setCursorPosition(0)

    def _on_send(self) -> None:
        examined = self._model.state.examined
        if examined is not None:
            self.send_requested.emit(examined.read.body, examined.read.signature)

    def _on_copy(self) -> None:
        examined = self._model.state.examined
        if examined is not None:
            QGuiApplication.clipboard().setText(plain_verdict(examined.check))
            say(self, self.tr("Copied: the verdict"))
