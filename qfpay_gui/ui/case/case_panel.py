"""The case panel: what is known about the merchant's request in hand, and what can be done with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.case.case_model import (
    CaseState,
    ExaminationFailed,
    Examining,
    NoCase,
    NotExaminable,
    OnRecord,
    Stopped,
)
from qfpay_gui.models.case.files import Pasted
from qfpay_gui.models.case.findings import THEIR_RECIPE, ids_of, their_recipe
from qfpay_gui.qfpay.request.variants import VARIANTS
from qfpay_gui.ui.case.examined_page import ExaminedPage
from qfpay_gui.ui.case.kept.head_line import HeadLine
from qfpay_gui.ui.case.kept.start_page import StartPage
from qfpay_gui.ui.case.message_pages import ExaminingPage, HaltedPage, MissingPage
from qfpay_gui.ui.case.wording import facts
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.paste_edit import pasted_of
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFocusEvent, QKeyEvent

    from qfpay_gui.models.case.case_book import InHand
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.case.kept.kept_page import KeptPage


class CasePanel(QFrame):
    """Renders the CaseState of a workbench; it sends nothing itself."""

    paste_requested = Signal()
    """The paste dialog is wanted."""
    open_requested = Signal()
    """A file is to be opened."""
    save_requested = Signal()
    """The case is to be handed over as a file."""
    dropped = Signal(object)
    """Carries a Pasted to offer in the paste dialog."""
    edit_credentials_requested = Signal()
    variant_requested = Signal(str)
    """Carries the id of one of VARIANTS to send our request with."""
    recipe_requested = Signal(object)
    """Carries the Variant that signs our request as diagnosed."""
    compare_requested = Signal()
    proof_requested = Signal()
    action_requested = Signal(str)
    """Carries the id of a step: one of ``still_refused.ACTIONS``."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._facts = ElidedLabel(self)
        self._send = QPushButton(self.tr("Send as the merchant"), self)
        self._menu = SendMenu(self)
        self._compare = QPushButton(self.tr("Compare"), self)
        self._proof = QPushButton(self.tr("Proof …"), self)
        self._save = self._tool("save", self.tr("Save the case as a file, without the key"), "save_case")
        self._paste = self._tool("paste", self.tr("Paste another request"), "paste_another")
        self._close = self._tool("cancel", self.tr("Close the case; the draft stays"), "close_case")
        self._stack = QStackedWidget(self)
        self._head = HeadLine(self)
        self._none, self._missing = StartPage(workbench.cases), MissingPage()
        self._examining, self._halted = ExaminingPage(), HaltedPage()
        self._examined = ExaminedPage(workbench)
        self._build()
        self._connect()
        self._render(workbench.case.state)
        self._on_in_hand(workbench.cases.in_hand)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        for part in (self._examined, self._none, self._head):
            part.restyle()
        if self._has_kept_page:
            self._kept.restyle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take text and files."""
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._none.show_drop(is_near=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Wait on."""
        super().dragLeaveEvent(event)
        self._none.show_drop(is_near=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what was dropped for examination."""
        event.acceptProposedAction()
        self._none.show_drop(is_near=False)
        pasted = pasted_of(event.mimeData())
        if isinstance(pasted, Pasted):
            self.dropped.emit(pasted)
        else:
            say(self, translated(pasted))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take what the clipboard holds on every page: an old cause must not pass for the next merchant's."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard to what is shown, which may be the place to paste into."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tool(self, icon_name: str, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        describe(button, name, words, icon_name)
        return button

    def _build(self) -> None:
        self.setObjectName("case_panel")
        self.setAcceptDrops(True)
        set_property(self, "role", "card")
        set_property(self._facts, "role", "label")
        self._facts.setObjectName("case_facts")
        for page in (self._none, self._missing, self._examining, self._halted, self._examined):
            self._stack.addWidget(page)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.gap)
        layout.addLayout(self._header())
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        commands = (self._send, self._compare, self._proof, self._save, self._paste, self._close)
        read_in_order(self, self._facts, *commands, self._head, self._stack)

    def _header(self) -> QHBoxLayout:
        self._send.setMenu(self._menu)
        self._send.setToolTip(self.tr("Send our request with a mistake made on purpose, to see what is answered"))
        self._compare.setToolTip(self.tr("The merchant's request and ours side by side"))
        self._proof.setToolTip(self.tr("A document to send back, without the key"))
        names = ((self._send, "send_as_merchant"), (self._compare, "compare_case"), (self._proof, "prove_case"))
        for button, name in names:
            button.setObjectName(name)
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        line.addWidget(self._facts, 1)
        for widget in (self._send, self._compare, self._proof, self._save, self._paste, self._close):
            line.addWidget(widget)
        return line

    def _connect(self) -> None:
        bench = self._workbench
        bench.case.changed.connect(self._render)
        for changed in (bench.environment_changed, bench.profiles.changed, bench.send_model.changed):
            changed.connect(self._on_surroundings)
        bench.draft.changed.connect(self._on_surroundings)
        bench.cases.changed.connect(self._on_in_hand)
        self._head.noted.connect(bench.cases.note)
        self._save.clicked.connect(self.save_requested)
        self._none.paste_pressed.connect(self.paste_requested)
        self._none.open_pressed.connect(self.open_requested)
        self._paste.clicked.connect(self.paste_requested)
        self._close.clicked.connect(bench.case.drop)
        self._missing.signature_given.connect(bench.case.take_signature)
        self._missing.credentials_wanted.connect(self.edit_credentials_requested)
        self._examining.cancel_pressed.connect(bench.case.cancel)
        self._halted.again_pressed.connect(bench.case.examine_again)
        self._examined.action_requested.connect(self._on_action)
        self._menu.variant_requested.connect(self.variant_requested)
        self._menu.recipe_requested.connect(self._on_recipe)
        self._compare.clicked.connect(self.compare_requested)
        self._proof.clicked.connect(self.proof_requested)

    def _render(self, state: CaseState) -> None:
        match state:
            case NoCase():
                self._stack.setCurrentWidget(self._none)
            case NotExaminable():
                self._missing.present(state)
                self._stack.setCurrentWidget(self._missing)
            case Examining():
                self._examining.present(state)
                self._stack.setCurrentWidget(self._examining)
            case Stopped():
                self._show_halt("")
            case ExaminationFailed(technical=technical):
                self._show_halt(technical)
            case Examined():
                self._examined.present(state)
                self._stack.setCurrentWidget(self._examined)
            case OnRecord():
                self._kept.present(state)
                self._on_in_hand(self._workbench.cases.in_hand)
                self._stack.setCurrentWidget(self._kept)
            case other:
                assert_never(other)
        self._render_header(state)

    def _on_in_hand(self, here: InHand | None) -> None:
        self._head.present(here)
        replies = here.replies if here is not None else ()
        self._examined.present_replies(replies)
        if self._has_kept_page:
            self._kept.present_replies(replies)

    @cached_property
    def _kept(self) -> KeptPage:
        """Made at its first use: most cases are examined."""
        from qfpay_gui.ui.case.kept.kept_page import KeptPage  # noqa: PLC0415 - see the docstring

        page = KeptPage()
        page.credentials_wanted.connect(self.edit_credentials_requested)
        self._stack.addWidget(page)
        return page

    @property
    def _has_kept_page(self) -> bool:
        return "_kept" in vars(self)

    def _show_halt(self, technical: str) -> None:
        self._halted.present(technical)
        self._stack.setCurrentWidget(self._halted)

    def _render_header(self, state: CaseState) -> None:
        has_case = not isinstance(state, NoCase)
        for widget in (self._facts, self._compare, self._proof, self._save, self._paste, self._close):
            widget.setVisible(has_case)
        # What is only on record was not made the draft.
        self._send.setVisible(has_case and not isinstance(state, OnRecord))
        self._facts.show_text("" if isinstance(state, NoCase) else " · ".join(facts(state.case)))
        diagnosis = self._examined.diagnosis if isinstance(state, Examined) else None
        self._menu.offer_recipe(ids_of(diagnosis) if diagnosis else "")

    def _on_surroundings(self, _changed: object) -> None:
        """Credentials, environment, reply or draft changed: what is left to try may be something else."""
        state = self._workbench.case.state
        if isinstance(state, Examined):
            self._examined.present(state)

    def _on_recipe(self) -> None:
        state, diagnosis = self._workbench.case.state, self._examined.diagnosis
        if isinstance(state, Examined) and diagnosis is not None:
            self.recipe_requested.emit(their_recipe(state.case, diagnosis))

    def _on_action(self, action: str) -> None:
        """Steps that have a button of their own go the same way."""
        match action:
            case "paste-again":
                self.paste_requested.emit()
            case "edit-credentials":
                self.edit_credentials_requested.emit()
            case "compare-body":
                self.compare_requested.emit()
            case _:
                self.action_requested.emit(action)


class SendMenu(QMenu):
    """Every entry is marked as deliberately wrong by what it makes."""

    variant_requested = Signal(str)
    """Carries the id of a variant."""
    recipe_requested = Signal()
    """The merchant's own mistake, as diagnosed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.recipe = self.addAction(self.tr("Exactly as diagnosed"))
        self.recipe.setObjectName(f"send_{THEIR_RECIPE}")
        self.recipe.setData(THEIR_RECIPE)
        self.addSection(self.tr("A known mistake"))
        for variant in VARIANTS:
            action = self.addAction(translated(variant.name).replace("&", "&&"))
            action.setObjectName(f"send_{variant.id}")
            action.setData(variant.id)
        self.triggered.connect(self._on_triggered)

    def offer_recipe(self, ids: str) -> None:
        """Offer the merchant's own mistake; with "" it is not known."""
        self.recipe.setEnabled(bool(ids))
        self.recipe.setToolTip(ids)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() == THEIR_RECIPE:
            self.recipe_requested.emit()
        else:
            self.variant_requested.emit(action.data())
