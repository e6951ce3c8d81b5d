"""What came of the question: the openid with what can be done with it, or what stood in the way."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.models.openid.state import AskingWeChat
from qfpay_gui.qfpay.code2session.answer import Found, Trouble
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, about, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import in_a_row, translated

if TYPE_CHECKING:
    from qfpay_gui.models.openid.state import OpenidState

PATIENCE_MS = 500
"""How long a question may take before the moving line says that it is under way."""
_HEIGHT = 124


class AnswerCard(QFrame):
    """Always of one height, so that nothing moves when the answer comes."""

    use_requested = Signal(str)
    """Carries the openid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._openid = ""
        self._icon = PlainLabel(self)
        self._headline = ElidedLabel(self)
        self._badge = PlainLabel(self.tr("Simulated"), self)
        self._value = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._copy = QPushButton(self.tr("Cop&y"), self)
        self.use = QPushButton(self.tr("&Use as sub_openid"), self)
        self._words = ClaimLabel(self)
        self._technical = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._build()
        self._connect()

    def present(self, state: OpenidState) -> None:
        """Show how far the question got."""
        self._openid = ""
        if isinstance(state.progress, AskingWeChat):
            self._show_asking(state)
        else:
            self._rest()
            match state.answer:
                case None:
                    self._show_nothing()
                case Found() as found:
                    self._show_found(found)
                case Trouble() as trouble:
                    self._show_trouble(trouble)
                case _:
                    assert_never(state.answer)
        self._badge.setVisible(state.simulated and state.answer is not None)
        for widget in (self._value, self._copy, self.use):
            widget.setVisible(bool(self._openid))

    def _show_asking(self, state: OpenidState) -> None:
        cancelling = isinstance(state.progress, AskingWeChat) and state.progress.cancelling
        who = self.tr("Asking the simulator …") if state.simulated else self.tr("Asking WeChat …")
        self._say("clock", "icon", self.tr("Stopping …") if cancelling else who, None)
        self._tell(self.tr("The code is sent once. Esc ends the waiting, not what was sent."), "")
        if not self._slow.isActive() and not self._bar.isVisibleTo(self):
            self._slow.start()

    def _rest(self) -> None:
        self._slow.stop()
        self._bar.hide()

    def _show_nothing(self) -> None:
        self._say("note", "icon", self.tr("Nothing was asked yet"), None)
        self._tell(self.tr("The openid will stand here, or why there is none and what to do about it."), "")

    def _show_found(self, found: Found) -> None:
        self._openid = found.openid
        self._value.show_text(found.openid)
        self._say("ok", "ok_fg", self.tr("This is the payer's openid in this Mini Program"), "ok")
        self._tell(in_a_row(found.notes), "", about(*found.notes))

    def _show_trouble(self, trouble: Trouble) -> None:
        headline = translated(trouble.headline)
        if trouble.code:
            headline = self.tr("{code}: {meaning}").format(code=trouble.code, meaning=headline)
        severity = trouble.severity.name.lower()
        self._say(severity, f"{severity}_fg", headline, severity)
        self._tell(translated(trouble.remedy), trouble.technical, about(trouble.headline, trouble.remedy))

    def _say(self, icon_name: str, tone: str, headline: str, severity: str | None) -> None:
        set_icon(self._icon, icon_name, tone)
        self._headline.show_text(headline)
        set_property(self._headline, "severity", severity)
        set_property(self, "severity", severity)

    def _tell(self, words: str, technical: str, origin: str = "") -> None:
        self._words.setText(f"{escape(words, quote=False)} {mark(origin)}")
        self._words.setAccessibleName(" ".join(filter(None, (words, spoken(origin)))))
        self._technical.show_text(technical)
        self._technical.setVisible(bool(technical))

    def _build(self) -> None:
        self.setObjectName("openid_answer")
        set_property(self, "role", "strip")
        names = (
            (self._headline, "openid_headline"),
            (self._badge, "openid_simulated"),
            (self._value, "openid_value"),
            (self._copy, "copy_openid"),
            (self.use, "use_openid"),
            (self._words, "openid_words"),
            (self._technical, "openid_technical"),
            (self._bar, "openid_progress"),
        )
        for widget, name in names:
            widget.setObjectName(name)
        for button in (self._copy, self.use):
            button.setAutoDefault(False)
        set_property(self._headline, "role", "value")
        set_property(self._badge, "role", "badge")
        set_property(self._badge, "kind", "simulator")
        self._value.setFont(mono(current().wire_pt))
        self._technical.setFont(mono(current().small_pt))
        set_property(self._technical, "role", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Waiting for the answer"))
        self._bar.hide()
        self._lay_out()
        self.setFixedHeight(px(_HEIGHT))

    def _lay_out(self) -> None:
        theme = current()
        head, openid = QHBoxLayout(), QHBoxLayout()
        for row in (head, openid):
            row.setSpacing(theme.gap)
        head.addWidget(self._icon)
        head.addWidget(self._headline, 1)
        head.addWidget(self._badge)
        for widget, stretch in ((self._value, 1), (self._copy, 0), (self.use, 0)):
            openid.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        layout.setSpacing(theme.gap_small)
        layout.addLayout(head)
        layout.addLayout(openid)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._technical)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._slow.timeout.connect(self._bar.show)
        self._copy.clicked.connect(self._on_copy)
        self.use.clicked.connect(self._on_use)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._openid)
        say(self, self.tr("Copied: the openid"))

    def _on_use(self) -> None:
        self.use_requested.emit(self._openid)
