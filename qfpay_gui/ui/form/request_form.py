"""The left side: what is sent."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.form.endpoint_chooser import EndpointChooser
from qfpay_gui.ui.form.field_row import FieldRow
from qfpay_gui.ui.form.further import FurtherRow
from qfpay_gui.ui.form.inspector import Inspector
from qfpay_gui.ui.form.request_page import RequestPage
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.request.mends import Mend
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


class RequestForm(QWidget):
    """The endpoint, a page with its parameters, and the inspector below."""

    focused = Signal(object)
    """Carries the wire name of the parameter whose editor has the focus."""
    edit_credentials_requested = Signal()
    openid_wanted = Signal()
    """The payer's openid is to be asked for."""
    saved_wanted = Signal()
    """The saved requests are to be seen."""
    mend_chosen = Signal(object)
    """Carries the Mend of what is noticed about the field in use."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._name = ""
        self._open: tuple[str, ...] = ()
        self._chooser = EndpointChooser(self)
        self._saved = QToolButton(self)
        describe(self._saved, "saved_requests_button", self.tr("Saved and recent requests (Ctrl+B)"), "save")
        self._caution = self._quiet_label()
        self._scroll = self._scroll_area()
        self._inspector = Inspector()
        self._page = self._turn_to_page()
        self._build()
        self._connect()
        self._render(model.prepared)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The row of each documented parameter of the endpoint whose section was unfolded once."""
        return self._page.rows

    @property
    def open_sections(self) -> tuple[str, ...]:
        """Which sections are unfolded, by name; they stay so from endpoint to endpoint."""
        return tuple(name for name, section in self._page.sections.items() if section.is_open)

    def open(self, names: tuple[str, ...]) -> None:
        """Unfold these sections."""
        self._page.open(names)

    def reveal(self, name: str) -> None:
        """Put the cursor into the editor of this parameter, unfolding and scrolling to it."""
        row, widget = self._page.unfolded(name)
        # What was just unfolded is laid out now: scrolling must know where everything is.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(row)
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_options(self) -> None:
        """Open the options of the parameter that has the keyboard."""
        row = QApplication.focusWidget()
        while row is not None and not isinstance(row, FieldRow):
            row = row.parentWidget()
        if row is not None:
            row.open_options()

    def reveal_first(self) -> None:
        """Put the cursor into the first parameter of the endpoint."""
        self.reveal(self._page.endpoint.parameters[0].name)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._inspect(self._model.prepared)

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(current().margin, current().gap, current().margin, current().gap)
        head.setSpacing(current().gap_small)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._chooser, 1)
        line.addWidget(self._saved)
        head.addLayout(line)
        head.addWidget(self._caution)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(current().margin, current().gap, current().gap_small, current().gap)
        foot.addWidget(self._inspector)
        layout.addLayout(foot)

    def _quiet_label(self) -> ClaimLabel:
        label = ClaimLabel(self)
        label.setObjectName("endpoint_caution")
        label.setWordWrap(True)
        set_property(label, "role", "muted")
        return label

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("form_scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _connect(self) -> None:
        self._model.changed.connect(self._render)
        self._saved.clicked.connect(self.saved_wanted)
        self._chooser.chosen.connect(self._model.choose_endpoint)
        self._inspector.mend_chosen.connect(self._on_mend)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _turn_to_page(self) -> RequestPage:
        """Make the page of the present endpoint, and let the one before it go."""
        page = RequestPage(self._model)
        page.edit_credentials_requested.connect(self.edit_credentials_requested)
        page.openid_wanted.connect(self.openid_wanted)
        self._scroll.takeWidget()
        self._scroll.setWidget(page)
        caution = page.endpoint.caution
        said, origin = translated(caution), f"call.{page.endpoint.name}"
        self._caution.setText(f"{escape(said, quote=False)} {mark(origin, brief=True)}" if caution else "")
        self._caution.setAccessibleName(f"{said} {spoken(origin)}" if caution else "")
        self._caution.setVisible(caution is not None)
        self._chooser.present(page.endpoint.name)
        return page

    def _render(self, request: PreparedRequest) -> None:
        if request.endpoint != self._page.endpoint.name:
            self._change_page()
        self._page.present(request)
        self._inspect(request)

    def _inspect(self, request: PreparedRequest) -> None:
        findings = request.findings_at(self._name)
        ways = tuple(mend for finding in findings for mend in self._model.ways_out(finding))
        self._inspector.present(self._name, request, ways)

    def _on_mend(self, mend: Mend) -> None:
        """The button goes with what it mends; the keyboard goes on where that was."""
        self.mend_chosen.emit(mend)
        if self._page.has(self._name):
            self.reveal(self._name)
        else:
            self._chooser.take_focus()

    def _change_page(self) -> None:
        """The keyboard stays in the form where it was there, for the editor it was in goes."""
        left, had_focus = self._page, self._page.isAncestorOf(QApplication.focusWidget() or self)
        opened = self.open_sections
        self._name = ""
        self._page = self._turn_to_page()
        self._page.open(opened)
        left.deleteLater()
        if had_focus:
            self._chooser.take_focus()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Follow the keyboard focus to the parameter it edits."""
        widget = new
        while widget is not None and widget is not self:
            if isinstance(widget, FieldRow) and new is not None:
                self._focus(widget.name_of(new))
                return
            if isinstance(widget, FurtherRow):
                self._focus(widget.current_name)
                return
            widget = widget.parentWidget()

    def _focus(self, name: str) -> None:
        self._name = name
        self._model.close_step()
        self._inspect(self._model.prepared)
        self.focused.emit(name)
