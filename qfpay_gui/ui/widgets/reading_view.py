"""A read-only text in the monospace font, for what is pasted elsewhere or came over the wire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qfpay_gui.ui.look.theme import current, mono, px, set_property

if TYPE_CHECKING:
    from typing import Literal

_TOKEN = re.compile(
    r"(?P<comment>//.*|/\*.*?\*/)"
    r"|(?P<string>'(?:\\.|[^'\\])*')"
    r"|(?P<number>\b\d+(?:\.\d+)?\b)"
    r"|\b(?P<keyword>const|let|var|function|return|if|else|new|await|async|import|from|true|false|null)\b"
)


class ReadingView(QPlainTextEdit):
    """Selectable by mouse and keyboard; Tab moves on. Text that did not change keeps its place."""

    def __init__(self, role: Literal["code", "raw"], name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._is_small = False
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere if role == "raw" else QTextOption.WrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setMinimumHeight(px(48))
        set_property(self, "role", role)
        self.restyle()

    def show_whole(self) -> None:
        """Be small, and break lines that are too long, so that all of it can be seen at once."""
        self._is_small = True
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.restyle()

    def restyle(self) -> None:
        """Use the font of the present theme."""
        self.setFont(mono(current().small_pt if self._is_small else current().text_pt))

    def show_text(self, whole: str) -> None:
        """Show this text from its beginning."""
        if whole != self._whole:
            self._whole = whole
            self.setPlainText(whole)


class JsHighlighter(QSyntaxHighlighter):
    """Tells comments, strings, numbers and keywords apart, one line at a time."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one line."""
        for token in _TOKEN.finditer(text):
            self.setFormat(_units(text[: token.start()]), _units(token.group()), _format(token.lastgroup or ""))


def _format(kind: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(current().colour(f"code_{kind}"))
    if kind == "keyword":
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _units(run: str) -> int:
    """The length as Qt counts it, in UTF-16 units."""
    return len(run) if run.isascii() else len(run.encode("utf-16-le", "surrogatepass")) // 2
