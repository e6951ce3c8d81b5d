"""Everything that was checked about request and reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import pixmap
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.reply.checks_document import document
from qfpay_gui.ui.reply.page import Page

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer

_PICTURE = 16


class ChecksPage(Page):
    """One scrolling document, so that all of it can be selected and read by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = QTextBrowser(self)
        self._view.setObjectName("checks")
        self._view.setAccessibleName(self.tr("Checks"))
        self._view.setOpenLinks(False)
        self._view.setTabChangesFocus(True)
        self._view.setUndoRedoEnabled(False)
        self._view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._view.document().setDocumentMargin(0)
        set_property(self._view, "role", "plain")
        self.column.addWidget(self._view, 1)

    def _fill(self, answer: Answer) -> None:
        page = self._view.document()
        page.clear()
        for severity in Severity:
            tone = severity.name.lower()
            picture = pixmap(tone, f"{tone}_fg", _PICTURE, self.devicePixelRatioF())
            page.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"icon:{tone}"), picture)
        page.setDefaultStyleSheet("h4 { margin: 12px 0 2px 0; } p { margin: 0; }")
        self._view.setHtml(document(answer))
