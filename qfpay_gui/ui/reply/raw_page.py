"""The reply as it came, or its JSON laid out for reading."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.ui.reply.messages import LONGEST, reply_shown
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.sending.answer import Answer

_DEEPEST = 40
_INDENT = "  "
_STEPS = {"{": 1, "[": 1, "}": -1, "]": -1}
_OPENING = frozenset("{[")
_BREAKING = frozenset("{[,")
_SPACED = {":": ": "}
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*+"|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)


class RawPage(Page):
    """Status line, headers and body; JSON laid out for reading, or as it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks = HintLine(self)
        self._remarks.setObjectName("raw_remarks")
        self._layout_toggle = self._toggle(
            self.tr("Laid out"), self.tr("Lay JSON out for reading; off: the body as it came"), "lay_out"
        )
        self._button = self._copy_button(self.tr("Copy body"), self.tr("Copy the body as it came"), "copy_body")
        self._view = ReadingView("raw", "raw_reply", self.tr("Raw reply"), self)
        self.column.addLayout(self._line(self._remarks, self._layout_toggle, self._button))
        self.column.addWidget(self._view, 1)
        self.column.addStretch()
        self._layout_toggle.toggled.connect(self._on_toggled)
        self._button.clicked.connect(self._on_copy)

    def restyle(self) -> None:
        """Draw again in the font of the present theme."""
        super().restyle()
        self._view.restyle()

    def _fill(self, answer: Answer) -> None:
        written = answer.reply.text if answer.reply is not None else ""
        pretty = laid_out(written)
        self._button.setVisible(bool(written))
        self._layout_toggle.setVisible(pretty is not None)
        self._view.setVisible(answer.reply is not None)
        if answer.reply is None:
            self._remarks.show_hint(self.tr("No reply came. Sent shows what was sent, Checks where it ended."))
        else:
            shown = reply_shown(answer, pretty if self._layout_toggle.isChecked() else None)
            self._remarks.show_hint(" · ".join(translated(remark) for remark in shown.remarks))
            self._view.show_text(shown.whole)

    def _on_toggled(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._answer is not None:
            self._fill(self._answer)

    def _on_copy(self) -> None:
        if self._answer is not None and self._answer.reply is not None:
            self._copy(self._answer.reply.text, self.tr("body of the reply"))


def laid_out(written: str) -> str | None:
    """The JSON with one member a line and readable letters in place of escapes.

    None where it is no strict JSON object or list, is or becomes longer than 100,000 characters, or is
    nested so deeply that indenting hides more than it shows.
    """
    if len(written) > LONGEST or not _is_strict(written):
        return None
    tokens = _TOKEN.findall(written)
    if _depth(tokens) > _DEEPEST:
        return None
    pretty = "".join(_lines(tokens))
    return pretty if len(pretty) <= LONGEST else None


def _is_strict(written: str) -> bool:
    parsed = read_json(written)
    return isinstance(parsed, JsonText) and not parsed.faults and isinstance(parsed.value, dict | list)


def _depth(tokens: list[str]) -> int:
    depth = deepest = 0
    for token in tokens:
        depth += _STEPS.get(token, 0)
        deepest = max(deepest, depth)
    return deepest


def _lines(tokens: list[str]) -> Iterator[str]:
    depth, before = 0, ""
    for token in tokens:
        step = _STEPS.get(token, 0)
        depth += min(step, 0)
        is_empty = step < 0 and before in _OPENING
        if not is_empty and (step < 0 or before in _BREAKING):
            yield "\n" + _INDENT * depth
        yield _SPACED.get(token) or _readable(token)
        depth += max(step, 0)
        before = token


def _readable(token: str) -> str:
    """A string with its escaped letters spelled out; one that would hide something stays as written."""
    if "\\u" not in token:
        return token
    spoken = json.loads(token)
    return json.dumps(spoken, ensure_ascii=False) if spoken.isprintable() else token
