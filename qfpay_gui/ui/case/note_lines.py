"""Remarks below each other, each with the icon of its severity."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.findings import Severity


@dataclass(frozen=True)
class NoteLine:
    """One remark; ``headline`` is set apart from ``detail``, either may be ""; the register knows its ``origin``."""

    severity: Severity
    headline: str
    detail: str = ""
    origin: str = ""


class NoteLines(QWidget):
    """As high as its remarks need in the width it gets."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines: tuple[NoteLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().gap)
        self._grid.setVerticalSpacing(current().gap_small)
        self._grid.setColumnStretch(1, 1)

    @property
    def words(self) -> str:
        """Everything it says, a line a remark."""
        return "\n".join(f"{line.headline} {line.detail}".strip() for line in self._lines)

    def present(self, lines: Iterable[NoteLine]) -> None:
        """Say these remarks."""
        wanted = tuple(lines)
        if wanted == self._lines:
            return
        self._grid.setRowStretch(len(self._lines), 0)
        self._lines = wanted
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # Qt may be about to show it, which it would do as a window of its own
                widget.setParent(None)
                widget.deleteLater()
        for row, line in enumerate(wanted):
            self._add(row, line)
        self._grid.setRowStretch(len(wanted), 1)

    def _add(self, row: int, line: NoteLine) -> None:
        tone = line.severity.name.lower()
        picture, words = PlainLabel(self), ClaimLabel(self)
        set_icon(picture, tone, f"{tone}_fg", 16)
        between = " " if line.headline and line.detail else ""
        words.setText(f"<b>{escape(line.headline)}</b>{between}{escape(line.detail)} {mark(line.origin)}")
        words.setWordWrap(True)
        words.setAccessibleName(" ".join(filter(None, (line.headline, line.detail, spoken(line.origin)))))
        set_property(words, "role", "value")
        self._grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
        picture.show()
        words.show()
