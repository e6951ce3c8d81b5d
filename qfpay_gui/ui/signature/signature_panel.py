"""The hero of the window: the signing string, as high as its text, and the signature made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.hidden import hidden
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.signature.copying import CopyMenu
from qfpay_gui.ui.signature.digest_line import DigestLine
from qfpay_gui.ui.signature.fitting_stack import FittingStack
from qfpay_gui.ui.signature.sorted_table import SortedTable
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel, StillCombo
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.signing_view import SigningView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


_ONE_LINE_FROM = 600


class SignaturePanel(QFrame):
    """Renders the prepared request's signature as it changes."""

    pointed = Signal(object)
    """Carries the parameter a person points at in the signing string."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._marked = ""
        self._sign_type = StillCombo(self)
        self._menu = CopyMenu(model, self)
        # In the order of the tab key, which is the order in which they are read.
        self._pages = FittingStack(self)
        self._view, self._table = SigningView(self._pages), SortedTable(self._pages)
        self._digest = DigestLine(self)
        self._list = self._tool("list", self.tr("Show sorted parameters instead of one string"), "show_sorted")
        self._reveal = self._tool("eye", self.tr("Show the client key"), "reveal_key")
        self._copy = QPushButton(self.tr("Copy"), self)
        self._fold = self._tool("chevron-up", self.tr("Show the signature alone"), "fold_signature")
        self._tools = (self._list, self._reveal, self._copy, self._fold)
        self._facts = ElidedLabel(self)
        self._line = QGridLayout()
        self._is_wide: bool | None = None
        self._build()
        self._connect()
        self._render(model.prepared)

    @property
    def is_folded(self) -> bool:
        """Whether the signature alone is shown."""
        return self._fold.isChecked()

    def fold(self, is_folded: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show the signature alone, or with what it was made of."""
        self._fold.setChecked(is_folded)

    def mark(self, name: str) -> None:
        """Mark the part of this parameter."""
        if name != self._marked:
            self._marked = name
            self._render(self._model.prepared)

    def subject(self, _focused: QWidget) -> str:
        """How a request is signed."""
        return "signing.steps"

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._view.restyle()
        self._render(self._model.prepared)

    def copy(self, name: str) -> None:
        """Copy a part by its name: "signature", "string", "lines", "body" or "headers"."""
        self._menu.copy(name)

    def _tool(self, icon_name: str, words: str, object_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        describe(button, object_name, words, icon_name, "toggle")
        return button

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Signature"))
        self._sign_type.addItems(SIGN_TYPES)
        self._sign_type.setObjectName("sign_type")
        self._sign_type.setAccessibleName(self.tr("Sign type"))
        self._sign_type.setToolTip(self.tr("SHA256 is announced in the header X-QF-SIGNTYPE"))
        self._copy.setObjectName("copy")
        self._copy.setMenu(self._menu)
        set_icon(self._copy, "copy")
        set_property(self._copy, "role", "quiet")
        set_property(self._facts, "role", "muted")
        self._facts.setObjectName("signing_facts")
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._table)
        set_property(self, "role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        layout.setSpacing(theme.gap_small)
        self._line.setHorizontalSpacing(theme.gap_small)
        self._line.setVerticalSpacing(theme.gap_small)
        self._line.setColumnStretch(1, 1)
        layout.addWidget(self._pages)
        # Empty: of an item that is in it, PySide keeps a wrapper, which outlives the item and stands for whatever
        # comes to lie in its place, such as another widget.
        layout.addLayout(self._line)
        layout.addWidget(self._facts)
        self._arrange(is_wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange(is_wide=event.size().width() >= px(_ONE_LINE_FROM))

    def _arrange(self, *, is_wide: bool) -> None:
        """The digest between the buttons, or above them where it would stand in a column."""
        if is_wide == self._is_wide:
            return
        self._is_wide, row = is_wide, 0 if is_wide else 1
        for place, widget in enumerate((self._sign_type, self._digest, *self._tools)):
            self._line.addWidget(widget, row, place)
        if not is_wide:
            self._line.addWidget(self._digest, 0, 0, 1, len(self._tools) + 2)
        first, second = (self._sign_type, self._digest.copy) if is_wide else (self._digest.copy, self._sign_type)
        read_in_order(self, self._view, self._table, first, second, *self._tools)

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._sign_type.activated.connect(self._on_sign_type)
        self._reveal.toggled.connect(self._on_reveal)
        self._list.toggled.connect(self._on_list)
        self._digest.copy_requested.connect(self._on_copy_signature)
        self._fold.toggled.connect(self._on_fold)
        self._view.pointed.connect(self.pointed)

    def _render(self, request: PreparedRequest) -> None:
        if self._list.isChecked():
            self._table.present(request, self._marked)
        else:
            drawn = signing_text(request.signed.segments, reveal_key=self._reveal.isChecked())
            self._view.present(drawn, self._marked)
        self._digest.present(request.signature)
        self._sign_type.setCurrentText(request.sign_type)
        self._facts.show_text(self._fact_sentence(request))

    def _fact_sentence(self, request: PreparedRequest) -> str:
        string = request.signing_string
        size = len(string) if string.isascii() else len(string.encode("utf-8", "replace"))
        unseen = sum(len(hidden(segment.text)) for segment in request.signed.segments if segment.kind != "key")
        facts = [] if self._model.context.credentials.client_key else [self.tr("no key yet")]
        facts.append(self.tr("{count} characters, {size} bytes").format(count=f"{len(string):,}", size=f"{size:,}"))
        facts.append(self.tr("{count} hidden").format(count=unseen) if unseen else self.tr("nothing hidden"))
        differs = any(finding.code == "wire-differs" for finding in request.findings)
        facts.append(self.tr("body decodes differently!") if differs else self.tr("body decodes to the same"))
        return " · ".join(facts)

    def _on_sign_type(self, _index: int) -> None:
        chosen = self._sign_type.currentText()
        self._model.set_sign_type("" if chosen == self._model.context.credentials.sign_type else chosen)

    def _on_reveal(self, revealed: bool) -> None:  # noqa: FBT001 - Qt's signal
        set_icon(self._reveal, "eye-off" if revealed else "eye")
        self._render(self._model.prepared)

    def _on_list(self, as_list: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._pages.setCurrentWidget(self._table if as_list else self._view)
        self._render(self._model.prepared)

    def _on_fold(self, is_folded: bool) -> None:  # noqa: FBT001 - Qt's signal
        set_icon(self._fold, "chevron-down" if is_folded else "chevron-up")
        for widget in (self._pages, self._facts, self._list, self._reveal):
            widget.setVisible(not is_folded)

    def _on_copy_signature(self) -> None:
        self._menu.copy("signature")
