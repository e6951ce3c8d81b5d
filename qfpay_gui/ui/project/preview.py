"""The files of a project, and what stands in the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.reading_view import JsHighlighter
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST_WIDTH = 216


class ProjectPreview(QWidget):
    """A list at the left, read-only text at the right; the first file is shown to begin with."""

    def __init__(self, files: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._list = QListWidget(self)
        self._text = QPlainTextEdit(self)
        self._highlighter = JsHighlighter(self._text.document())
        self._build()
        self._list.currentTextChanged.connect(self._show)
        self._list.addItems(list(files))
        self._list.setCurrentRow(0)

    def restyle(self) -> None:
        """Draw again in the colours and font of the present theme."""
        self._text.setFont(mono(current().small_pt))
        self._highlighter.rehighlight()

    def _build(self) -> None:
        self._list.setObjectName("project_files")
        self._list.setAccessibleName(self.tr("Files of the project"))
        self._list.setFixedWidth(px(_LIST_WIDTH))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_property(self._list, "role", "framed")
        self._text.setObjectName("project_text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(mono(current().small_pt))
        set_property(self._text, "role", "code")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().gap)
        line.addWidget(self._list)
        line.addWidget(self._text, 1)

    def _show(self, path: str) -> None:
        is_code = path.endswith(".js")
        self._text.setAccessibleName(path)
        self._text.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.NoWrap if is_code else QPlainTextEdit.LineWrapMode.WidgetWidth
        )
        self._highlighter.setDocument(self._text.document() if is_code else None)
        self._text.setPlainText(whole(self._files.get(path, "")))
