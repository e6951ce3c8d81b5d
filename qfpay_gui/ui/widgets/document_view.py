"""A scrolling document in Qt's HTML that can be read, selected and copied by keyboard, and the pieces it is made of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import pixmap
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.claim_mark import CLAIM, marks, point, tell
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock

    from qfpay_gui.qfpay.text import Text

ABOUT = "about:"
"""What the name of an anchor begins with that says what its line is about."""
_PICTURE, _INDENT = 16, 20
_STYLE = "h4 { margin: 10px 0 2px 0; } p { margin: 0 0 4px 0; } ul, ol { margin: 0; }"


class DocumentView(QTextBrowser):
    """Keeps its place where the same document is shown again."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None, style: str = _STYLE) -> None:
        super().__init__(parent)
        self._style = style
        self._shown = ""
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setMinimumHeight(px(48))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.highlighted.connect(self._on_pointed)
        self.anchorClicked.connect(self._on_pressed)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(px(_INDENT))
        set_property(self, "role", "plain")

    def _on_pointed(self, link: QUrl) -> None:
        point(self, link.toString())

    def _on_pressed(self, link: QUrl) -> None:
        tell(self, link.toString())

    def subject(self, _focused: QWidget) -> str:
        """What the cursor's line was said to be about, or the claim whose mark it is on or before."""
        here = self.document().findBlock(self.textCursor().selectionStart())
        block = here
        while block.isValid():
            if told := _first(block, ABOUT):
                return told
            block = block.previous()
        while here.isValid():
            if claim := _first(here, CLAIM):
                return claim
            here = here.next()
        return ""

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
        page.setDefaultStyleSheet(self._style)
        self.setHtml(html)


def line_about(subject: str) -> str:
    """A mark nobody sees, before a line about this subject: an id of the register or a wire name."""
    return f"<a name='{ABOUT}{escape(subject)}'></a>"


def _first(block: QTextBlock, scheme: str) -> str:
    """What follows this scheme in the first anchor or link of a paragraph that begins with it; "" where none does."""
    anchors = (one for one in _anchors(block) if one.startswith(scheme))
    return next(anchors, "").removeprefix(scheme).partition(",")[0]


def _anchors(block: QTextBlock) -> Iterator[str]:
    """The names and links of a paragraph, in their order."""
    runs = block.begin()
    while not runs.atEnd():
        form = runs.fragment().charFormat()
        yield from (*form.anchorNames(), form.anchorHref())
        runs += 1


def heading(sentence: Text) -> str:
    """A line above what follows."""
    return f"<h4>{words(sentence)}</h4>"


def items(lines: Iterable[tuple[Severity, str]]) -> str:
    """Each with the picture of its severity at the left."""
    return table(f"<td width='24'>{picture(severity)}</td><td>{line}</td>" for severity, line in lines)


def table(rows: Iterable[str]) -> str:
    """Rows of cells, no wider than they need."""
    return f"<table cellspacing='0' cellpadding='2'>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def picture(severity: Severity) -> str:
    """The icon of a severity, which the view provides."""
    return f"<img src='icon:{severity.name.lower()}'>"


def words(sentence: Text | None) -> str:
    """A sentence in the window's language, whatever it holds."""
    return escape(translated(sentence))


def sourced(sentence: Text | None) -> str:
    """The same with the mark that tells where it comes from, where it says something about the API."""
    return " ".join(filter(None, (words(sentence), marks(sentence))))
