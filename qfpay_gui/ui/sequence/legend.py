"""What the three kinds of lines mean, beside a sample of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qfpay_gui.qfpay.sequence.messages import MessageKind, written
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.sequence.diagram_painter import PATTERNS
from qfpay_gui.ui.sequence.wording import KINDS
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

_SAMPLE, _GAP = 24, 12
_WORDS = {**KINDS, MessageKind.HTTP: written("HTTP")}


class Legend(QWidget):
    """One line, as wide as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sequence_legend")
        self.setAccessibleName(", ".join(translated(words) for words in KINDS.values()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words and their samples."""
        metrics = QFontMetrics(self._font())
        widths = [metrics.horizontalAdvance(translated(words)) for words in _WORDS.values()]
        return QSize(sum(widths) + len(widths) * (px(_SAMPLE + 4) + px(_GAP)) - px(_GAP), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Samples and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        theme, x = current(), 0.0
        tones = {
            MessageKind.HTTP: theme.accent_fg,
            MessageKind.SIMULATED: theme.text,
            MessageKind.UNSEEN: theme.disabled,
        }
        for kind, words in _WORDS.items():
            pen = QPen(tones[kind], 1.5)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if kind in PATTERNS:
                pen.setDashPattern(PATTERNS[kind])
            painter.setPen(pen)
            middle = self.height() / 2
            painter.drawLine(QPointF(x, middle), QPointF(x + px(_SAMPLE), middle))
            painter.setPen(theme.muted)
            width = painter.fontMetrics().horizontalAdvance(translated(words))
            place = QRectF(x + px(_SAMPLE + 4), 0, width + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, translated(words))
            x += px(_SAMPLE + 4) + width + px(_GAP)

    def _font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(current().small_pt)
        return font
