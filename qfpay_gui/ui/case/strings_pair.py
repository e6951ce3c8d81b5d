"""Both signing strings, side by side where there is room: what the merchant signed, and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from qfpay_gui.models.case.strings import drawn
from qfpay_gui.ui.case.string_view import StringView
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel, WrappedLabel
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.case.findings import Strings

_LEAST, _MOST, _BESIDE_FROM = 66, 360, 840
"""Pixels: the height of each string, and the width from which on they stand side by side."""


class StringsPair(QWidget):
    """The eye shows both keys; the copy buttons never copy one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strings: Strings | None = None
        self._copies = {"theirs": "", "right": ""}
        self._views = {
            "theirs": StringView("their_string", self.tr("The merchant's signing string")),
            "right": StringView("right_string", self.tr("The right signing string")),
        }
        self._signatures = {name: WrappedLabel(self) for name in self._views}
        self._difference = ElidedLabel(self)
        self._grid = QGridLayout(self)
        self._is_beside: bool | None = None
        self._reveal = self._tool("eye", self.tr("Show the client key"), "reveal_case_key")
        self._copy_theirs = self._tool("copy", self.tr("Copy without the key"), "copy_their_string")
        self._copy_right = self._tool("copy", self.tr("Copy without the key"), "copy_right_string")
        self._build()
        self._reveal.toggled.connect(self._on_reveal)
        self._copy_theirs.clicked.connect(self._on_copy_theirs)
        self._copy_right.clicked.connect(self._on_copy_right)

    def present(self, strings: Strings) -> None:
        """Show these two; keys are masked again with every new pair."""
        if strings != self._strings:
            self._strings = strings
            self._reveal.setChecked(False)
            self._reveal.setVisible(bool(strings.keys))
            self._render()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        for view in self._views.values():
            view.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()
        self._fit()

    def _tool(self, icon_name: str, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(icon_name == "eye")
        describe(button, name, words, icon_name, "toggle" if icon_name == "eye" else "quiet")
        return button

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().gap_large)
        self._grid.setVerticalSpacing(2)
        self._headers = (
            self._header("theirs", self.tr("The merchant signed"), self._reveal, self._copy_theirs),
            self._header("right", self.tr("Right is"), self._copy_right),
        )
        self.setObjectName("strings_pair")
        self._difference.setObjectName("first_difference")
        set_property(self._difference, "role", "muted")
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= px(_BESIDE_FROM)
        if beside == self._is_beside:
            return
        self._is_beside = beside
        while self._grid.takeAt(0):
            pass
        for place, (header, view) in enumerate(zip(self._headers, self._views.values(), strict=True)):
            row, column = (0, place) if beside else (2 * place, 0)
            self._grid.addWidget(header, row, column)
            self._grid.addWidget(view, row + 1, column)
            self._grid.setColumnStretch(place, 1 if beside or place == 0 else 0)
        self._grid.addWidget(self._difference, 2 if beside else 4, 0, 1, 2)
        pairs = list(zip(self._headers, self._views.values(), strict=True))
        read = (part for pair in (zip(*pairs, strict=True) if beside else pairs) for part in pair)
        read_in_order(self, *read)

    def _fit(self) -> None:
        """Both are as high as the longer one needs; from a height on they scroll."""
        views = self._views.values()
        needed = max(
            round(view.document().size().height()) + view.height() - view.viewport().height() for view in views
        )
        for view in views:
            view.setFixedHeight(max(px(_LEAST), min(needed, px(_MOST))))

    def _header(self, name: str, words: str, *tools: QToolButton) -> QWidget:
        header = QWidget(self)
        label, signature = PlainLabel(words, header), self._signatures[name]
        set_property(label, "role", "label")
        set_property(signature, "role", "wire")
        signature.setObjectName(f"{name}_signature")
        line = QHBoxLayout(header)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().gap)
        line.addWidget(label)
        line.addWidget(signature, 1)
        for tool in tools:
            line.addWidget(tool)
        return header

    def _render(self) -> None:
        strings = self._strings
        if strings is None:
            return
        reveal = self._reveal.isChecked()
        for name, segments in (("theirs", strings.theirs), ("right", strings.right)):
            one = drawn(segments, strings.keys, strings.difference, reveal_key=reveal)
            self._views[name].show_drawn(one)
            self._copies[name] = one.copied
        self._fit()
        self._signatures["theirs"].show_text(strings.their_signature)
        self._signatures["right"].show_text(strings.right_signature)
        if strings.difference is None:
            self._difference.show_text(self.tr("Both strings are the same: what was made of them differs."))
        else:
            words = self.tr("The first difference is at character {place}, marked in both.")
            self._difference.show_text(words.format(place=f"{strings.difference + 1:,}"))

    def _on_reveal(self, revealed: bool) -> None:  # noqa: FBT001 - Qt's signal
        set_icon(self._reveal, "eye-off" if revealed else "eye")
        self._render()

    def _on_copy_theirs(self) -> None:
        self._copy("theirs", self.tr("the merchant's signing string without the key"))

    def _on_copy_right(self) -> None:
        self._copy("right", self.tr("the right signing string without the key"))

    def _copy(self, name: str, what: str) -> None:
        copied = self._copies[name]
        QGuiApplication.clipboard().setText(whole(copied))
        say(self, self.tr("Copied: {what}, {count} characters").format(what=what, count=f"{len(copied):,}"))
