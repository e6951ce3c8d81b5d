"""The proof as whoever gets it sees it, and as it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.case.file_handle import FileHandle
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.words.translate import whole

_STYLE = (
    "h1 {{ font-size: x-large; margin: 0 0 8px 0; }} h2 {{ font-size: large; margin: 14px 0 4px 0; }}"
    "h3 {{ font-size: medium; margin: 10px 0 2px 0; }} p {{ margin: 0 0 4px 0; }}"
    "pre {{ white-space: pre-wrap; }} th {{ text-align: left; padding: 2px 12px 2px 0; }} td {{ padding: 2px 0; }}"
    "i {{ font-style: normal; background-color: {soft}; }} mark {{ color: {mark}; font-weight: bold; }}"
)


class ProofPreview(QWidget):
    """The rendered page in front, the document's own text behind it, and below both the file to drag away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        style = _STYLE.format(soft=theme.colour("sunken").name(), mark=theme.colour("wrong_fg").name())
        self._page = DocumentView("proof_page", self.tr("The document as a page"), self, style)
        self._source = QPlainTextEdit(self)
        self._file = FileHandle(self)
        self._tabs = QTabWidget(self)
        self._build()

    def present(self, page: str, document: str, name: str) -> None:
        """Show this HTML page, and the document as it will be written under this name."""
        body = page.partition("<body>")[2].partition("</body>")[0]
        # Qt draws tables as wide as it is told to, and knows no class for an unbroken line.
        self._page.show_html(body.replace("<table>", "<table width='100%' cellspacing='0'>"))
        self._source.setPlainText(whole(document))
        self._file.present(name, document)

    def _build(self) -> None:
        self._page.document().setDocumentMargin(current().gap_large)
        self._source.setObjectName("proof_preview")
        self._source.setAccessibleName(self.tr("The document"))
        self._source.setReadOnly(True)
        self._source.setTabChangesFocus(True)
        self._source.setFont(mono(current().small_pt))
        set_property(self._source, "role", "raw")
        self._tabs.setObjectName("proof_tabs")
        self._tabs.setAccessibleName(self.tr("Preview and source"))
        self._tabs.addTab(self._page, self.tr("Preview"))
        self._tabs.addTab(self._source, self.tr("Source"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._file)
