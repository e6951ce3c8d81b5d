"""One line of the form: label, one or two editors, options, and the line that says what is noticed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from qfpay_gui.models.request.hints import hint
from qfpay_gui.qfpay.findings import Finding, Severity, worst
from qfpay_gui.ui.form.editors import Editor, editor_for
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.claim_mark import tell_claim
from qfpay_gui.ui.widgets.hint_line import HintLine, WireName
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Entry
    from qfpay_gui.qfpay.request.parameters import Parameter
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text

LABEL_WIDTH = 96
Option = Literal["fresh", "send_empty", "leave_out", "copy", "source", "find"]
_FLAGS = frozenset({"fresh", "send_empty", "leave_out"})


@dataclass(frozen=True)
class _Shown:
    """All that a row shows of one parameter."""

    entry: Entry
    findings: tuple[Finding, ...]
    hint: Text | None


class FieldRow(QWidget):
    """Shows the draft's entries of one or two parameters and hands every edit to the model."""

    openid_wanted = Signal()

    def __init__(self, parameters: tuple[Parameter, ...], model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameters = parameters
        self.editors = {parameter.name: editor_for(parameter) for parameter in parameters}
        self._model = model
        self._shown: tuple[_Shown, ...] = ()
        self._order: Order | None = None
        self._hint = HintLine(self)
        # Made without a parent: the tab key follows the order in which widgets join the row.
        self._fresh = QToolButton() if parameters[0].fresh else None
        self._options = QToolButton()
        self._build()
        self._connect()

    @property
    def said(self) -> str:
        """The words of the line under the field."""
        return self._hint.text

    def present(self, request: PreparedRequest) -> None:
        """Show the entries as they are now, and what is noticed about them."""
        if request.order != self._order:
            self._order = request.order
            for editor in self.editors.values():
                editor.know_order(request.order)
        shown = tuple(self._of(name, request) for name in self.editors)
        if shown == self._shown:
            return
        self._shown = shown
        for editor, one in zip(self.editors.values(), shown, strict=True):
            editor.show_value(one.entry.value)
            self._tone(editor, one.findings)
        self._present_fresh(fresh=shown[0].entry.fresh)
        self._present_hint()

    def name_of(self, widget: QWidget) -> str:
        """The parameter that this widget, a part of the row, edits."""
        for name, editor in self.editors.items():
            if editor.isAncestorOf(widget):
                return name
        return self.parameters[0].name

    def open_options(self) -> None:
        """Open the menu of this row, below its button."""
        self._options.menu().popup(self._options.mapToGlobal(self._options.rect().bottomLeft()))

    def subject(self, focused: QWidget) -> str:
        """The parameter that is edited, of the call that is."""
        return f"parameter.{self._model.draft.endpoint}.{self.name_of(focused)}"

    def _of(self, name: str, request: PreparedRequest) -> _Shown:
        entry = self._model.draft.find(name)
        return _Shown(entry, request.findings_at(name), hint(entry, request))

    def _present_hint(self) -> None:
        findings = [finding for one in self._shown for finding in one.findings]
        if findings:
            first = max(findings, key=lambda finding: finding.severity)
            more = f"  +{len(findings) - 1}" if len(findings) > 1 else ""
            self._hint.show_finding(translated(first.headline) + more, first.severity)
        else:
            self._hint.show_hint(" · ".join(translated(one.hint) for one in self._shown if one.hint))

    def _tone(self, editor: Editor, findings: tuple[Finding, ...]) -> None:
        severity = worst(findings)
        editor.primary.setAccessibleDescription(translated(findings[0].headline) if findings else "")
        for widget in editor.toned:
            set_property(widget, "severity", severity.name.lower() if severity > Severity.NOTE else None)

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(1)
        layout.setColumnMinimumWidth(0, px(LABEL_WIDTH))
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._label(), 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._line(), 0, 1)
        layout.addLayout(self._buttons(), 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(WireName(self.parameters[0].name, self), 1, 0)
        layout.addWidget(self._hint, 1, 1, 1, 2)

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        for editor in self.editors.values():
            line.addWidget(editor, 1)
        return line

    def _label(self) -> QLabel:
        first = self.parameters[0]
        label = PlainLabel(translated(first.label), self)
        label.setBuddy(self.editors[first.name].primary)
        label.setFixedSize(px(LABEL_WIDTH), current().control)
        set_property(label, "role", "label")
        return label

    def _buttons(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(2)
        if self._fresh:
            self._fresh.setCheckable(True)
            self._fresh.setObjectName(f"{self.parameters[0].name}_fresh")
            set_property(self._fresh, "role", "toggle")
            self._fresh.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(self._fresh)
        options = self._options
        # The tab key goes from value to value; the keyboard opens these by Ctrl+. in the field.
        options.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        describe(
            options,
            f"{self.parameters[0].name}_options",
            self.tr("Options for {name} (Ctrl+.)").format(name=self.parameters[0].name),
            "more",
            "field",
        )
        options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = OptionsMenu(self.parameters, self._model, options)
        menu.openid_wanted.connect(self.openid_wanted)
        options.setMenu(menu)
        layout.addWidget(options)
        return layout

    def _connect(self) -> None:
        for name, editor in self.editors.items():
            editor.typed.connect(partial(self._model.type_value, name))
        if self._fresh:
            self._fresh.clicked.connect(self._on_fresh)

    def _present_fresh(self, *, fresh: bool) -> None:
        if self._fresh is None:
            return
        self._fresh.setChecked(fresh)
        set_icon(self._fresh, "refresh" if fresh else "pin")
        words = self.tr("New on every send. Press to keep this value.")
        if not fresh:
            words = self.tr("Pinned. Press to make a new value on every send.")
        self._fresh.setToolTip(words)
        self._fresh.setAccessibleName(words)

    def _on_fresh(self, fresh: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._model.set_fresh(self.parameters[0].name, fresh=fresh)


class OptionsMenu(QMenu):
    """Reads the entries when it opens and hands choices to the model; a block for each parameter of the row."""

    openid_wanted = Signal()
    """The payer's openid is to be asked for."""

    def __init__(self, parameters: tuple[Parameter, ...], model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._options: dict[QAction, tuple[str, Option]] = {}
        for name in (names := tuple(one.name for one in parameters)):
            if len(names) > 1:
                self.addSection(name)
            if name == names[0] and parameters[0].fresh:
                self._offer(name, "fresh", self.tr("New on every send"))
            self._offer(name, "send_empty", self.tr("Send although empty"))
            self._offer(name, "leave_out", self.tr("Leave out (keep the value)"))
            self._offer(name, "copy", self.tr("Copy {name}=value").format(name=name))
            self._offer(name, "source", self.tr("Where the rule of {name} comes from").format(name=name))
        if "sub_openid" in names:
            self._offer("sub_openid", "find", self.tr("Find the payer's openid …"))
        self.aboutToShow.connect(self._present)
        self.triggered.connect(self._on_triggered)

    def _offer(self, name: str, option: Option, words: str) -> None:
        action = self.addAction(words)
        action.setCheckable(option in _FLAGS)
        action.setObjectName(f"{name}_{option}")
        self._options[action] = (name, option)

    def _present(self) -> None:
        for action, (name, option) in self._options.items():
            if option in _FLAGS:
                action.setChecked(getattr(self._model.draft.find(name), option))

    def _on_triggered(self, action: QAction) -> None:
        name, option = self._options[action]
        match option:
            case "fresh":
                self._model.set_fresh(name, fresh=action.isChecked())
            case "send_empty":
                self._model.set_send_empty(name, send_empty=action.isChecked())
            case "leave_out":
                self._model.set_leave_out(name, leave_out=action.isChecked())
            case "copy":
                self._copy(name)
            case "source":
                tell_claim(self, f"parameter.{self._model.draft.endpoint}.{name}")
            case "find":
                self.openid_wanted.emit()

    def _copy(self, name: str) -> None:
        """Copy the value as it is sent, which for mchid may be the profile's; else as it is kept."""
        value = self._model.prepared.value(name) or self._model.draft.value(name)
        QGuiApplication.clipboard().setText(f"{name}={value}")
        say(self, self.tr("Copied: {name}, {count} characters").format(name=name, count=f"{len(value):,}"))
