"""A page of the reference on paper, as PDF and as a web page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from qfpay_gui.diagnosis.reference.contents import spoken
from qfpay_gui.models.saving import save_file
from qfpay_gui.ui.look.fonts import interface
from qfpay_gui.ui.look.theme import load
from qfpay_gui.ui.reference.page_html import STYLE, PageHtml
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.diagnosis.reference.page import Page

_POINTS = 9.5
_MARGIN = 16.0


def document(page: Page) -> QTextDocument:
    """The page as it is printed: dark on white, severities in words."""
    made = QTextDocument()
    font = QFont(interface(13))
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setDefaultStyleSheet(STYLE)
    made.setHtml(PageHtml(load("light"), is_paper=True).of(page))
    return made


def as_pdf(page: Page) -> bytes:
    """The page as a PDF file, A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(spoken(page.title, translated))
    document(page).print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def as_html(page: Page) -> str:
    """The page as a web page that needs nothing else."""
    return document(page).toHtml()


def save(page: Page, path: str) -> str:
    """Write the page in the form that the file's name ends with, whole or not at all; "" or why it was not."""
    return save_file(path, as_pdf(page) if path.lower().endswith(".pdf") else as_html(page))


def print_page(page: Page, parent: QWidget) -> bool:
    """Ask which printer, and print; whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - for printing only

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(spoken(page.title, translated))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document(page).print_(printer)
    return True
