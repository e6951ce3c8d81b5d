"""All that is noticed about the request, the worst first, each with its way out and the way to its field."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.findings.mend_row import MendRow
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.mends import Mend

_WIDTH, _MOST_HIGH = 560, 440


class FindingRow(QFrame):
    """One finding: how grave it is, where, what, why, and what to do."""

    mend_chosen = Signal(object)
    """Carries the Mend."""

    def __init__(self, finding: Finding, mends: tuple[Mend, ...], place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._mends = MendRow(self)
        self._mends.present(mends)
        self._mends.chosen.connect(self.mend_chosen)
        self.go = QPushButton(self.tr("Go to it"), self)
        self.go.setObjectName(f"finding_go_{place}")
        self.go.setAutoDefault(False)
        self._build()

    def subject(self, _focused: QWidget) -> str:
        """The rule that found it."""
        return self._finding.claim

    def _build(self) -> None:
        headline = self._label(f"<b>{escape(translated(self._finding.headline))}</b>")
        detail = self._label(escape(translated(self._finding.detail)))
        set_property(detail, "role", "muted")
        acts = QHBoxLayout()
        acts.setSpacing(current().gap)
        acts.addWidget(self._mends)
        acts.addWidget(self.go)
        acts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(current().gap_small)
        for label in (headline, detail):
            words.addWidget(label)
        words.addLayout(acts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, current().gap, 0, current().gap)
        layout.setSpacing(current().gap)
        layout.addWidget(self._severity(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        spoken = (self._severity_words(), self._finding.field, translated(self._finding.headline))
        self.setAccessibleName(": ".join(part for part in spoken if part))
        self.go.setAccessibleDescription(self.accessibleName())

    def _label(self, words: str) -> QLabel:
        label = PlainLabel(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setText(words)
        return label

    def _severity(self) -> QLabel:
        tone = self._finding.severity.name.lower()
        label = PlainLabel(self)
        label.setAccessibleName(self._severity_words())
        label.setToolTip(self._severity_words())
        set_icon(label, tone, f"{tone}_fg", 18)
        return label

    def _severity_words(self) -> str:
        if self._finding.severity is Severity.WRONG:
            return self.tr("Wrong")
        return self.tr("May be the reason") if self._finding.severity is Severity.ATTENTION else self.tr("Good to know")


class FindingsList(QFrame):
    """A list that lies over the window until a place was gone to, or Escape pressed; mending keeps it open."""

    mend_chosen = Signal(object)
    """Carries the Mend."""
    go_to_requested = Signal(str)
    """Carries the field to put the cursor into."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._corner = QPoint()
        self._rows: list[FindingRow] = []
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("findings_list")
        self.setAccessibleName(self.tr("What is noticed about this request"))
        set_property(self, "role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(current().margin, current().gap_small, current().gap_small, current().gap_small)
        layout.addWidget(self._area)

    def open_above(self, corner: QPoint) -> None:
        """Show with the lower right corner here, in coordinates of the screen."""
        self._corner = corner
        self._place()
        self.show()
        self._focus_first()

    def present(self, findings: tuple[Finding, ...], ways_out: Callable[[Finding], tuple[Mend, ...]]) -> None:
        """List these; close where there is nothing left."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, current().gap_small, 0)
        column.setSpacing(0)
        self._rows = [FindingRow(finding, ways_out(finding), at, page) for at, finding in enumerate(findings)]
        for row, finding in zip(self._rows, findings, strict=True):
            column.addWidget(row)
            row.mend_chosen.connect(self.mend_chosen)
            row.go.clicked.connect(partial(self._on_go, finding.field))
        column.addStretch(1)
        self._area.setWidget(page)
        if not findings:
            self.hide()
        elif self.isVisible():
            self._place()
            self._focus_first()

    def _focus_first(self) -> None:
        buttons = self._rows[0].findChildren(QPushButton) if self._rows else []
        shown = [button for button in buttons if button.isVisibleTo(self._rows[0])]
        first = next((one for one in shown if one.objectName().startswith("mend_")), shown[0] if shown else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        page = self._area.widget()
        inner = px(_WIDTH) - current().margin - 2 * current().gap_small
        asked = page.heightForWidth(inner) if page is not None and page.hasHeightForWidth() else px(_MOST_HIGH)
        height = min(px(_MOST_HIGH), asked + 2 * current().gap_small + 4)
        self.setGeometry(self._corner.x() - px(_WIDTH), self._corner.y() - height, px(_WIDTH), height)

    def _on_go(self, field: str) -> None:
        self.hide()
        self.go_to_requested.emit(field)
