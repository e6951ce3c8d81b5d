"""The line under a field: quiet help, or a finding with its icon."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.label import PlainLabel

_ICONS = {Severity.NOTE: "note", Severity.ATTENTION: "attention", Severity.WRONG: "wrong", Severity.OK: "ok"}


class HintLine(QWidget):
    """Always one line high, so that nothing moves when a finding comes or goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._label = ElidedLabel(self)
        self._origin: ClaimLabel | None = None
        self._shown: tuple[str, Severity | None, str] = ("", None, "")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        set_property(self._label, "role", "muted")
        self._icon.hide()
        self.setFixedHeight(px(18))

    @property
    def text(self) -> str:
        """What it says."""
        return self._shown[0]

    def show_hint(self, hint: str, origin: str = "") -> None:
        """Say something quietly; ``origin`` are the ids by which the register knows where it comes from."""
        self._show(hint, None, origin)

    def show_finding(self, headline: str, severity: Severity, origin: str = "") -> None:
        """Say what was noticed, with icon and colour of its severity; aloud where its field is being edited."""
        is_news = headline != self.text
        self._show(headline, severity, origin)
        if is_news and severity > Severity.NOTE and self._is_edited:
            announce(self, headline)

    @property
    def _is_edited(self) -> bool:
        field, focused = self.parentWidget(), QApplication.focusWidget()
        return field is not None and focused is not None and field.isAncestorOf(focused)

    def _show(self, sentence: str, severity: Severity | None, origin: str) -> None:
        if (sentence, severity, origin) == self._shown:
            return
        self._shown = (sentence, severity, origin)
        self._show_origin(origin)
        self._label.show_text(sentence)
        set_property(self._label, "severity", severity.name.lower() if severity is not None else None)
        self._icon.setVisible(severity is not None)
        if severity is not None:
            set_icon(self._icon, _ICONS[severity], f"{severity.name.lower()}_fg", 14)

    def _show_origin(self, origin: str) -> None:
        """The mark behind the sentence; it is made where the first is shown, for most lines never have one."""
        if self._origin is None:
            if not origin:
                return
            self._origin = ClaimLabel(self)
            self._row.addWidget(self._origin)
        self._origin.setText(mark(origin, brief=True))
        self._origin.setAccessibleName(spoken(origin))
        self._origin.setVisible(bool(origin))


class WireName(ElidedLabel):
    """A wire name such as ``txamt``, quiet and in the font of everything that is signed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(mono(current().small_pt))
        set_property(self, "role", "muted")
        self.show_text(name)
