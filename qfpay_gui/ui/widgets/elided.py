"""Labels and combo boxes whose text asks for no room: they shorten it or wrap it, and one keeps still."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

_ICON_ROOM = 24
_BREAKS = re.compile(r"[^\w\s]|\w{8}")


class ElidedLabel(PlainLabel):
    """Shows as much of its text as fits; the whole text is the tool tip and what a screen reader says."""

    def __init__(self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._mode = mode
        self._whole = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The text, unshortened."""
        return self._whole

    def show_text(self, whole: str, tip: str = "") -> None:
        """Show this text, shortened where it must be; ``tip`` is a tool tip of its own in place of the whole text."""
        if (whole, tip) != (self._whole, self._tip):
            self._whole, self._tip = whole, tip
            self.setAccessibleName(whole)
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten anew for the new width."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No width of its own, so that a long text never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole.replace("\n", " "), self._mode, self.contentsRect().width())
        self.setText(shown)
        self.setToolTip(plain_tip(self._tip or (self._whole if shown != self._whole else "")))


def plain_tip(words: str) -> str:
    """The tool tip that shows these words unchanged; left to itself Qt would draw what looks like markup as markup."""
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if GuiQt.mightBeRichText(words) else words


class WrappedLabel(PlainLabel):
    """Shows the whole of a line of code or a digest, in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, whole: str) -> None:
        """Show this text, which may break after any sign and within a long word."""
        self.whole = whole
        self.setAccessibleName(whole)
        self.setText(_BREAKS.sub("\\g<0>\u200b", whole))


class StillCombo(QComboBox):
    """A combo box in which the wheel chooses nothing: whoever scrolls past it aims at something else."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the wheel on to what is scrolled."""
        event.ignore()


class ElidedCombo(StillCombo):
    """Draws like any combo box; a text that does not fit ends in an ellipsis."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box with a text that fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self._shorten(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _shorten(self, option: QStyleOptionComboBox) -> None:
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        icon: bool = not option.currentIcon.isNull()
        room = field.width() - (px(_ICON_ROOM) if icon else 0) - 4
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
