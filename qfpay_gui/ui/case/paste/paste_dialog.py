"""The paste dialog: a merchant's text goes in, a request comes out, with what there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from qfpay_gui.models.case.attribution import Attribution
from qfpay_gui.models.case.files import Pasted
from qfpay_gui.models.case.reading import PasteReader, Reading
from qfpay_gui.ui.case.paste.paste_column import PasteColumn
from qfpay_gui.ui.case.paste.pasted_view import PastedView
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.tasks import TaskRunner


class PasteDialog(QDialog):
    """``accepted_case`` is the request to examine, None until the dialog was accepted.

    ``accepted_source`` is what was pasted.

    ``accepted_message`` is instead a reply or notification whose signature is to be checked, "" where there is none;
    ``accepted_answer`` is what WeChat answered to a Mini Program.

    ``keys`` (name → client_key) settle readings that are in doubt.
    """

    def __init__(
        self, runner: TaskRunner | None = None, parent: QWidget | None = None, keys: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self.accepted_case: ReadRequest | None = None
        self.accepted_source = self.accepted_message = self.accepted_answer = ""
        self._reader = PasteReader(runner, self, keys)
        self._attribution = Attribution(self)
        self._is_offered = self._is_accepting = False
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._paste = PasteColumn(self._attribution, self._columns)
        self._edit = self._paste.edit
        self._view = PastedView(self._attribution)
        self._use = QPushButton(self.tr("Use as draft and examine"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._build()
        self._connect()
        self._view.present(Reading(()))
        self._render_buttons()
        self._edit.setFocus()

    def offer(self, pasted: Pasted | str) -> None:
        """Fill the field, as a paste into it does, and read it at once."""
        self._edit.offer(Pasted(pasted) if isinstance(pasted, str) else pasted)
        self._is_offered = True
        self._reader.read_now()
        if self._is_offered:
            self._render_buttons()
            self._use.setFocus()

    @property
    def case(self) -> ReadRequest | None:
        """What would be accepted: the chosen request with what was typed beside it; None where there is none."""
        return self._view.case

    def accept(self) -> None:
        """Take what was found, and what was typed until this moment."""
        self._is_accepting = self._reader.is_waiting
        if self._is_accepting:
            self._reader.read_now()
        elif self.case is not None and self.accepted_case is None:
            self.accepted_case, self.accepted_source = self.case, self._attribution.source
            super().accept()

    def done(self, result: int) -> None:
        """Forget the text: a key in it must not outlive the dialog."""
        self._reader.stop()
        self._attribution.stop()
        super().done(result)
        self._edit.clear()
        self._edit.document().clearUndoRedoStacks()

    def _build(self) -> None:
        self.setObjectName("paste_dialog")
        self.setWindowTitle(self.tr("Paste what the merchant sent"))
        self.resize(fitting(self, 888, 548))
        self._columns.addWidget(self._paste)
        self._columns.addWidget(self._view)
        self._columns.setChildrenCollapsible(False)
        self._columns.setSizes([360, 500])
        self._columns.setStretchFactor(1, 1)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addWidget(self._columns, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        hint = PlainLabel(self.tr("Nothing is sent. The case is kept without keys and personal data."), self)
        set_property(hint, "role", "muted")
        self._use.setObjectName("use_case")
        self._use.setDefault(True)
        self._use.setToolTip(self.tr("Ctrl+Return. Undo brings the present draft back"))
        set_property(self._use, "role", "primary")
        self._cancel.setObjectName("cancel_paste")
        self._cancel.setAutoDefault(False)
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(hint, 1)
        line.addWidget(self._cancel)
        line.addWidget(self._use)
        return line

    def _connect(self) -> None:
        self._edit.edited.connect(self._reader.take)
        self._reader.read.connect(self._on_read)
        self._paste.pointed.connect(self._view.point_at)
        self._view.place_wanted.connect(self._paste.show_place)
        self._view.menu_requested.connect(self._paste.menu.exec)
        self._view.check_requested.connect(self._on_check)
        self._view.edited.connect(self._render_buttons)
        self._use.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def _on_read(self, reading: Reading) -> None:
        was_offered, self._is_offered = self._is_offered, False
        self._view.present(reading)
        self._render_buttons()
        if was_offered:
            (self._use if self._use.isEnabled() else self._edit).setFocus()
        if self._is_accepting:
            self.accept()

    def _on_check(self) -> None:
        if self._view.is_answer:
            self.accepted_answer = self._attribution.source
        else:
            self.accepted_message = self._attribution.source
        super().accept()

    def _render_buttons(self) -> None:
        self._use.setEnabled(self.case is not None or self._is_offered)
