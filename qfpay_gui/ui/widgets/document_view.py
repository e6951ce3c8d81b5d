"""A scrolling document that can be read, selected and copied by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import pixmap
from qfpay_gui.ui.look.theme import current, set_property

_PICTURE, _INDENT = 16, 20


class DocumentView(QTextBrowser):
    """Keeps its place where the same document is shown again."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setMinimumHeight(48)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(_INDENT)
        set_property(self, "role", "plain")

    def show_html(self, html: str) -> None:
        """Show this document; the pictures of severities are provided."""
        wanted = f"{current().name}\n{html}"
        if wanted == self._shown:
            return
        self._shown = wanted
        page = self.document()
        page.clear()
        for severity in Severity:
            tone = severity.name.lower()
            picture = pixmap(tone, f"{tone}_fg", _PICTURE, self.devicePixelRatioF())
            page.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"icon:{tone}"), picture)
        page.setDefaultStyleSheet("h4 { margin: 10px 0 2px 0; } p { margin: 0 0 4px 0; } ul, ol { margin: 0; }")
        self.setHtml(html)
