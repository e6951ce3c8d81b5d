"""Draws the signing string: names and values told apart, hidden characters shown, the edited part marked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from qfpay_gui.models.request.signing_text import SigningText, Span, Tone
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_TONES = {
    "name": "wire_name",
    "value": "wire_value",
    "separator": "wire_sign",
    "key": "wire_key",
    "hidden": "attention_fg",
    "omitted": "muted",
}
_LINE_HEIGHT_PERCENT = 135.0


class SpanHighlighter(QSyntaxHighlighter):
    """Colours the one block of the document by the spans of the signing string."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: tuple[Span, ...] = ()
        self._marked = ""

    def take(self, spans: tuple[Span, ...], marked: str) -> None:
        """Colour by these spans from now on."""
        self._spans, self._marked = spans, marked

    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's name
        """Colour the block: it is the only one, for line breaks are drawn as stand-ins."""
        look = cache(_format)  # many spans look alike
        for span in self._spans:
            self.setFormat(span.start, span.length, look(span.tone, bool(span.name) and span.name == self._marked))


def _format(tone: Tone, marked: bool) -> QTextCharFormat:  # noqa: FBT001 - private, one caller
    theme = current()
    style = QTextCharFormat()
    style.setForeground(theme.colour(_TONES[tone]))
    if tone == "hidden":
        style.setBackground(theme.attention_bg)
    elif marked:
        style.setBackground(theme.mark)
    return style


class SigningView(QTextEdit):
    """Read-only. Copying gives what is really signed, not the stand-ins that are drawn."""

    pointed = Signal(object)
    """Carries the parameter under the text cursor when a person clicks or moves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signing_text = SigningText(())
        self._marked = ""
        self._presenting = False
        self._highlighter = SpanHighlighter(self.document())
        self._build()
        self.cursorPositionChanged.connect(self._on_cursor)

    def present(self, signing_text: SigningText, marked: str) -> None:
        """Draw this string with the part of one parameter marked."""
        if signing_text == self._signing_text and marked == self._marked:
            return
        changed = signing_text.shown != self._signing_text.shown
        self._signing_text, self._marked = signing_text, marked
        self._presenting = True
        self._highlighter.take(signing_text.spans, marked)
        if changed:
            self._replace(signing_text.shown)
        else:
            self._highlighter.rehighlight()
        self._presenting = False

    def restyle(self) -> None:
        """Draw again in the colours and font of the present theme."""
        self.setFont(mono(current().wire_pt))
        self._highlighter.rehighlight()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """What is copied or dragged: the raw characters under the selection."""
        cursor = self.textCursor()
        copied = QMimeData()
        copied.setText(whole(self._signing_text.raw(cursor.selectionStart(), cursor.selectionEnd())))
        return copied

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | keyboard)
        self.setTabChangesFocus(True)
        self.setObjectName("signing_string")
        self.setAccessibleName(self.tr("Signing string"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        set_property(self, "role", "signing")
        self.setFont(mono(current().wire_pt))

    def _replace(self, shown: str) -> None:
        scroll = self.verticalScrollBar().value()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown)
        cursor.setBlockFormat(spacing)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(scroll)

    def _on_cursor(self) -> None:
        if not self._presenting and self.hasFocus():
            self.pointed.emit(self._signing_text.name_at(self.textCursor().position()))
