"""The field a merchant's text is pasted into: what is read is what was pasted, to the last invisible character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qfpay_gui.models.case.files import Pasted, Unread, read_file
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from qfpay_gui.qfpay.text import Text

WRAPPED = 20_000
"""Characters of a line that are still wrapped: Qt's time for it grows with their square, a megabyte takes minutes."""
_PARAGRAPH, _NULL = "\u2029", "\x00"


class PasteEdit(QPlainTextEdit):
    """Takes text and one file, by paste or drop."""

    edited = Signal(object)
    """Carries the text as it came."""
    noted = Signal(object)
    """Carries a Text about how a file was read or why it was not, None once that is past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came = self._drawn = ""
        self._build()
        self.textChanged.connect(self._on_changed)

    @property
    def source(self) -> str:
        """What to read: a widget changes line ends and other invisible signs, so what was pasted is kept beside it."""
        raw = self._raw()
        return self._came if raw == self._drawn else raw.replace(_PARAGRAPH, "\n")

    def offer(self, pasted: Pasted) -> None:
        """Replace the text, in one step that can be undone."""
        self.selectAll()
        self._insert(pasted.text)
        self.noted.emit(pasted.note)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Text, and files of this computer."""
        return source.hasText() or bool(dropped_file(source))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted or dropped."""
        path = dropped_file(source)
        if not path:
            self._insert(source.text())
            return
        match read_file(path):
            case Pasted() as pasted:
                self.offer(pasted)
            case Unread(reason):
                self.noted.emit(reason)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """What is dropped is copied, never moved away from where it was."""
        self.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def _build(self) -> None:
        self.setObjectName("paste")
        self.setAccessibleName(self.tr("What the merchant sent"))
        self.setTabChangesFocus(True)
        self.setFont(mono(current().text_pt))
        set_property(self, "role", "raw")
        words = self.tr(
            "Paste what the merchant sent, or drop a file here: a curl command, an HTTP request, a form body, JSON, "
            "Postman, HAR, a log, code, or the signing string."
        )
        self.setPlaceholderText(words)

    def _insert(self, words: str) -> None:
        cursor = self.textCursor()
        is_all = cursor.selectionEnd() - cursor.selectionStart() >= self.document().characterCount() - 1
        if max(map(len, words.split("\n"))) > WRAPPED:
            # For good: undoing may bring the line back.
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.blockSignals(True)  # noqa: FBT003 - Qt's name for it: what came is noted before anybody reads it
        cursor.insertText(whole(words.replace("\r\n", "\n").replace(_NULL, "\ufffd")))
        self.blockSignals(False)  # noqa: FBT003 - as above
        self._came, self._drawn = (words, self._raw()) if is_all else ("", "")
        self._on_changed()

    def _raw(self) -> str:
        return str(self.document().toRawText())

    def _on_changed(self) -> None:
        self.edited.emit(self.source)


def dropped_file(source: QMimeData) -> str:
    """The path of the first file of this computer in what is dropped, or ""."""
    return next((url.toLocalFile() for url in source.urls() if url.isLocalFile()), "")


def pasted_of(source: QMimeData) -> Pasted | Text:
    """What is dropped, as text; or why it cannot be read."""
    path = dropped_file(source)
    if not path:
        return Pasted(source.text())
    match read_file(path):
        case Unread(reason):
            return reason
        case pasted:
            return pasted
