"""Paints the sequence: lifelines, arrows and their words, for the window and for pictures of it alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party
from qfpay_gui.ui.look.theme import mono
from qfpay_gui.ui.look.tint import tinted
from qfpay_gui.ui.sequence.wording import label, time_of_day
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.ui.look.theme import Theme

ROW, HEADER = 40, 48
TIME_WIDTH, _TIME_PX, _WORDS_PX = 64, 11, 12
_MARGIN, _HEAD, _LOOP = 8, 7.0, 22.0
_WORDS_Y, _WORDS_HEIGHT, _LINE_Y = 4.0, 16.0, 28.0
ICONS = {
    Party.CUSTOMER: "customer",
    Party.WECHAT: "phone",
    Party.MERCHANT: "merchant",
    Party.QFPAY: "gateway",
    Party.WECHAT_PAY: "wallet",
}
PATTERNS: dict[MessageKind, list[float]] = {MessageKind.SIMULATED: [4.0, 3.0], MessageKind.UNSEEN: [1.0, 3.0]}


@dataclass(frozen=True)
class Look:
    """How to paint: in which theme, in which interface font, and on which ground."""

    theme: Theme
    font: QFont
    ground: QColor

    def words(self, *, bold: bool = False) -> QFont:
        """The interface font in its small size."""
        font = QFont(self.font)
        font.setPixelSize(_WORDS_PX)
        font.setBold(bold)
        return font

    def tone(self, message: Message) -> QColor:
        """The colour of an arrow; its pattern says the same without colour."""
        if message.failed:
            return self.theme.wrong_fg
        return {
            MessageKind.HTTP: self.theme.accent_fg,
            MessageKind.SIMULATED: self.theme.text,
            MessageKind.UNSEEN: self.theme.disabled,
        }[message.kind]


@dataclass(frozen=True)
class RowState:
    """How a row is shown: ``grown`` is the part of its arrow that is drawn already, from 0 to 1."""

    is_selected: bool = False
    is_pointed_at: bool = False
    has_keyboard: bool = False
    grown: float = 1.0


def lifeline(party: Party, width: float) -> float:
    """Where a party's line stands in a diagram of this width."""
    room = width - TIME_WIDTH - _MARGIN
    place = list(Party).index(party)
    return round(TIME_WIDTH + room * (place + 0.5) / len(Party)) + 0.5


def paint_lifelines(painter: QPainter, area: QRectF, look: Look) -> None:
    """The five lines over the height of this area."""
    painter.setPen(QPen(look.theme.border_strong, 1))
    for party in Party:
        x = area.left() + lifeline(party, area.width())
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def paint_header(painter: QPainter, area: QRectF, look: Look) -> None:
    """The parties' icons above their names."""
    spacing = (area.width() - TIME_WIDTH - _MARGIN) / len(Party)
    painter.setFont(look.words(bold=True))
    metrics = QFontMetricsF(painter.font())
    for party in Party:
        x = area.left() + lifeline(party, area.width())
        icon = QRectF(x - 10, area.top() + 5, 20, 20)
        _renderer(ICONS[party], look.theme.icon.name()).render(painter, icon)
        name = metrics.elidedText(translated(party.title), Qt.TextElideMode.ElideRight, spacing + _MARGIN)
        painter.setPen(look.theme.text)
        place = QRectF(x - spacing, area.top() + 27, 2 * spacing, 17)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
    painter.setPen(QPen(look.theme.border, 1))
    painter.drawLine(QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5))


def paint_row(painter: QPainter, area: QRectF, message: Message, look: Look, state: RowState) -> None:
    """One message in its row: time, words, arrow."""
    ground = _ground(look, state)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground != look.ground:
        painter.fillRect(area, ground)
    paint_lifelines(painter, area, look)
    _paint_time(painter, area, message, look)
    _paint_arrow(painter, area, message, look, state.grown)
    _paint_words(painter, area, message, look, ground)
    if state.has_keyboard:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.theme.focus, 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


def _ground(look: Look, state: RowState) -> QColor:
    if state.is_selected:
        return look.theme.accent_bg
    return look.theme.hover if state.is_pointed_at else look.ground


def _paint_time(painter: QPainter, area: QRectF, message: Message, look: Look) -> None:
    font = mono()
    font.setPixelSize(_TIME_PX)
    painter.setFont(font)
    painter.setPen(look.theme.muted)
    place = QRectF(area.left(), area.top() + _LINE_Y - 10, TIME_WIDTH, 20)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, time_of_day(message))


def _paint_words(painter: QPainter, area: QRectF, message: Message, look: Look, ground: QColor) -> None:
    """The label above the middle of its arrow, moved aside where it would leave the picture."""
    font = look.words()
    metrics = QFontMetricsF(font)
    room = area.width() - TIME_WIDTH - 2 * _MARGIN
    words = metrics.elidedText(label(message), Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(words) + 8
    start, end = _ends(area, message)
    left = (start + end) / 2 - width / 2
    left = min(max(left, area.left() + TIME_WIDTH), area.right() - _MARGIN - width)
    place = QRectF(left, area.top() + _WORDS_Y, width, _WORDS_HEIGHT)
    painter.fillRect(place, ground)
    painter.setFont(font)
    painter.setPen(look.theme.muted if message.kind is MessageKind.UNSEEN else _words_tone(message, look))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _words_tone(message: Message, look: Look) -> QColor:
    return look.theme.wrong_fg if message.failed else look.theme.text


def _paint_arrow(painter: QPainter, area: QRectF, message: Message, look: Look, grown: float) -> None:
    colour = look.tone(message)
    painter.setPen(_pen(message, colour))
    y = area.top() + _LINE_Y + 0.5
    start, end = _ends(area, message)
    if message.sender is message.receiver:
        _paint_loop(painter, QPointF(start, y), colour)
        return
    if message.lost:
        end = (start + end) / 2
    tip = start + (end - start) * grown
    direction = 1.0 if end > start else -1.0
    # The line stops inside the head, so that its square end does not blunt the tip.
    painter.drawLine(QPointF(start, y), QPointF(tip - direction * (0 if message.lost else _HEAD / 2), y))
    if message.lost:
        _paint_cross(painter, QPointF(tip, y), colour)
    else:
        _paint_head(painter, QPointF(tip, y), direction, colour)
    _paint_foot(painter, QPointF(start, y), colour)


def _pen(message: Message, colour: QColor) -> QPen:
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if message.kind in PATTERNS:
        pen.setDashPattern(PATTERNS[message.kind])
    return pen


def _paint_head(painter: QPainter, tip: QPointF, direction: float, colour: QColor) -> None:
    back = tip.x() - direction * _HEAD
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - 4), QPointF(back, tip.y() + 4)]))


def _paint_foot(painter: QPainter, place: QPointF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(place, 2.5, 2.5)


def _paint_cross(painter: QPainter, place: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2))
    for rise in (-4.5, 4.5):
        painter.drawLine(place + QPointF(-4.5, -rise), place + QPointF(4.5, rise))


def _paint_loop(painter: QPainter, place: QPointF, colour: QColor) -> None:
    """A message of a party to itself."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    right = place + QPointF(_LOOP, 0)
    painter.drawPolyline(QPolygonF([place + QPointF(0, -6), right + QPointF(0, -6), right, place + QPointF(_HEAD, 0)]))
    _paint_head(painter, place + QPointF(1, 0), -1.0, colour)


def _ends(area: QRectF, message: Message) -> tuple[float, float]:
    start = area.left() + lifeline(message.sender, area.width())
    return start, area.left() + lifeline(message.receiver, area.width())


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Draws an icon in any device: in an SVG file it stays lines."""
    return QSvgRenderer(tinted(name, colour))
