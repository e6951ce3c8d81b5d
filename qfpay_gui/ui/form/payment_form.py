"""The left side: what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.qfpay.parameters import endpoint
from qfpay_gui.ui.form.field_row import FieldRow
from qfpay_gui.ui.form.further import FurtherParameters, FurtherRow
from qfpay_gui.ui.form.inspector import Inspector
from qfpay_gui.ui.form.merchant import MerchantLines
from qfpay_gui.ui.theme import current, set_property
from qfpay_gui.ui.widgets.section import Section

if TYPE_CHECKING:
    from qfpay_gui.models.draft_model import DraftModel
    from qfpay_gui.qfpay.prepared import PreparedRequest

_PAIRED = {"txamt": "txcurrcd"}


class PaymentForm(QWidget):
    """A row for every documented parameter, further ones, the merchant, and the inspector below."""

    focused = Signal(object)
    """Carries the wire name of the parameter whose editor has the focus."""
    edit_credentials_requested = Signal()
    copied = Signal(str)
    """Carries a sentence that says what was copied."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._name = ""
        self._endpoint = endpoint(model.draft.endpoint)
        self.rows = self._make_rows()
        self._optional = Section(self.tr("Optional"))
        self._further_section = Section(self.tr("Further parameters"))
        self._merchant_section = Section(self.tr("Merchant"))
        self._further = FurtherParameters(model)
        self._merchant = MerchantLines()
        self._inspector = Inspector()
        self._scroll = self._scroll_area()
        self._build()
        self._connect()
        self._render(model.prepared)

    @property
    def open_sections(self) -> tuple[str, ...]:
        """Which sections are unfolded, by name."""
        return tuple(name for name, section in self._sections().items() if section.is_open)

    def open(self, names: tuple[str, ...]) -> None:
        """Unfold these sections."""
        for name, section in self._sections().items():
            section.set_open(name in names)

    def reveal(self, name: str) -> None:
        """Put the cursor into the editor of this parameter, unfolding and scrolling to it."""
        parameter = self._endpoint.find(name)
        group = parameter.group if parameter else "further"
        if group in self._sections():
            self._sections()[group].set_open(True)
        widget = self.rows[name].editors[name].primary if parameter else self._further.editor_of(name)
        # What was just unfolded is laid out now: scrolling must know where everything is.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(self.rows[name] if parameter else widget)
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _sections(self) -> dict[str, Section]:
        return {"optional": self._optional, "further": self._further_section, "merchant": self._merchant_section}

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(current().margin, current().margin, current().margin, current().margin)
        column.setSpacing(current().gap_small)
        column.addWidget(self._heading())
        for row in self._rows_of("main"):
            column.addWidget(row)
        self._fill_sections(column)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._scroll.setWidget(content)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._framed(self._inspector))

    def _framed(self, inspector: Inspector) -> QWidget:
        frame = QWidget(self)
        margin = QVBoxLayout(frame)
        margin.setContentsMargins(current().margin, current().gap, current().gap_small, current().gap)
        margin.addWidget(inspector)
        return frame

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._inspector.present(self._name, self._model.prepared)

    def _heading(self) -> QLabel:
        heading = QLabel(self.tr("Payment"), self)
        set_property(heading, "role", "heading")
        return heading

    def _fill_sections(self, column: QVBoxLayout) -> None:
        for row in self._rows_of("optional"):
            self._optional.body_layout.addWidget(row)
        self._further_section.body_layout.addWidget(self._further)
        self._merchant_section.body_layout.addWidget(self._merchant)
        for row in self._rows_of("merchant"):
            self._merchant_section.body_layout.addWidget(row)
        for name, section in self._sections().items():
            section.name_header(f"section_{name}")
            column.addWidget(section)

    def _make_rows(self) -> dict[str, FieldRow]:
        """The row of each parameter; an amount and its currency share one."""
        rows: dict[str, FieldRow] = {}
        for parameter in self._endpoint.parameters:
            if parameter.name not in rows:
                second = self._endpoint.find(_PAIRED.get(parameter.name, ""))
                row = FieldRow((parameter, second) if second else (parameter,), self._model)
                rows |= dict.fromkeys(row.editors, row)
        return rows

    def _all_rows(self) -> list[FieldRow]:
        """Every row, each once."""
        return list(dict.fromkeys(self.rows.values()))

    def _rows_of(self, group: str) -> list[FieldRow]:
        """The rows of a group, each once."""
        return list(dict.fromkeys(self.rows[one.name] for one in self._endpoint.parameters if one.group == group))

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
        self._merchant.edit_requested.connect(self.edit_credentials_requested)
        for row in self._all_rows():
            row.copied.connect(self.copied)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _render(self, request: PreparedRequest) -> None:
        for row in self._all_rows():
            row.present(request)
        self._further.present(request)
        self._merchant.present(request)
        self._inspector.present(self._name, request)
        self._render_titles()

    def _render_titles(self) -> None:
        draft = self._model.draft
        count = sum(draft.find(one.name).is_sent for one in self._endpoint.parameters if one.group == "optional")
        self._optional.set_title(self.tr("Optional ({count} set)").format(count=count))
        self._further_section.set_title(self.tr("Further parameters ({count})").format(count=len(draft.further)))

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
        self._inspector.present(name, self._model.prepared)
        self.focused.emit(name)
