"""The paste, what its colours mean, what was undone to read it, and what is at the text cursor."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.ui.case.note_lines import NoteLine, NoteLines
from qfpay_gui.ui.case.paste.lens_words import lens_sentences
from qfpay_gui.ui.case.paste.placed_edit import PlacedEdit
from qfpay_gui.ui.case.paste.role_menu import PARAMETER, ROLE_NAMES, RoleMenu, place_name
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.places import Place
    from qfpay_gui.models.case.attribution import Attribution
    from qfpay_gui.qfpay.text import Text


class PasteColumn(QWidget):
    """Renders an Attribution over the paste, and passes on what a person says about a stretch of it."""

    pointed = Signal(object)
    """Carries the Place at the text cursor, None where there is none."""

    def __init__(self, attribution: Attribution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribution = attribution
        self.menu = RoleMenu(self)
        self.edit = PlacedEdit(self.menu)
        self._note = NoteLines("file_note")
        self._lenses = NoteLines("paste_lenses")
        self._legend = PlainLabel(self)
        self._here = ElidedLabel(self)
        self._role = QToolButton(self)
        self._undo = QToolButton(self)
        self._build()
        self._connect()
        self._render()

    def show_place(self, place: Place) -> None:
        """Select this place in the paste."""
        self.edit.show_place(place)

    def _build(self) -> None:
        self._legend.setObjectName("paste_legend")
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._here.setObjectName("paste_here")
        set_property(self._here, "role", "muted")
        self._role.setObjectName("say_role")
        self._role.setText(self.tr("This is"))
        self._role.setToolTip(self.tr("Say what the selection, or the value at the text cursor, really is"))
        self._role.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._role.setMenu(self.menu)
        describe(self._undo, "undo_role", self.tr("Take the correction back"), "undo")
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        line.addWidget(self._here, 1)
        line.addWidget(self._undo)
        line.addWidget(self._role)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap_small)
        column.addWidget(self.edit, 1)
        for part in (self._note, self._lenses, self._legend):
            column.addWidget(part)
        column.addLayout(line)

    def _connect(self) -> None:
        self._attribution.changed.connect(self._render)
        self.edit.noted.connect(self._on_noted)
        self.edit.pointed.connect(self._on_pointed)
        self.edit.undo_requested.connect(self._attribution.undo)
        self._undo.clicked.connect(self._attribution.undo)
        self.menu.chosen.connect(self._on_chosen)
        self._legend.linkActivated.connect(self._on_legend)

    @property
    def _places(self) -> tuple[Place, ...]:
        seen = self._attribution.seen
        return seen.places if seen else ()

    def _render(self) -> None:
        self.edit.present(self._attribution.source, self._places, has_corrections=self._attribution.can_undo)
        seen = self._attribution.seen
        sentences = lens_sentences(seen.request.view) if seen else ()
        self._lenses.present(NoteLine(Severity.NOTE, "", translated(one)) for one in sentences)
        self._lenses.setVisible(bool(sentences))
        self._legend.setText(_legend(self._places, self.tr("parameter"), self.tr("left over")))
        self._legend.setVisible(bool(self._places))
        self._on_pointed()

    def _on_pointed(self) -> None:
        place, stretch = self.edit.place, self.edit.stretch
        self._here.show_text(self._at_cursor(place, stretch))
        self._here.setVisible(bool(self._here.whole))
        can_say = stretch is not None and self._attribution.seen is not None
        self._role.setVisible(bool(self._places))
        self._role.setEnabled(can_say)
        self._undo.setVisible(self._attribution.can_undo)
        if can_say:
            self.menu.offer(self._names(), place if place and stretch == (place.start, place.end) else None)
        self.pointed.emit(place)

    def _at_cursor(self, place: Place | None, stretch: tuple[int, int] | None) -> str:
        if place is not None:
            return self.tr("At the cursor: {name}").format(name=place_name(place))
        if stretch is not None:
            selected = self._attribution.source[slice(*stretch)]
            return self.tr("Left over: {stretch}").format(stretch=excerpt(selected, margin=20))
        return self.tr("Click a value, or select a stretch of the text") if self._places else ""

    def _names(self) -> tuple[str, ...]:
        from qfpay_gui.diagnosis.importing.calls import call_of  # noqa: PLC0415 - not needed at start

        seen = self._attribution.seen
        return tuple(one.name for one in call_of(seen.request).parameters) if seen else ()

    def _on_chosen(self, role: str, name: str) -> None:
        from qfpay_gui.diagnosis.importing.corrections import Correction  # noqa: PLC0415 - not needed at start

        if self.edit.stretch is not None:
            self._attribution.correct(Correction(*self.edit.stretch, role, name))

    def _on_legend(self, role: str) -> None:
        """Show the next place of this role behind the text cursor, else the first."""
        of_role = [one for one in self._places if one.role == role]
        _start, end = self.edit.stretch or (0, 0)
        self.edit.show_place(next((one for one in of_role if one.start >= end), of_role[0]))

    def _on_noted(self, note: Text | None) -> None:
        self._note.present([NoteLine(Severity.ATTENTION, "", translated(note))] if note else [])


def _legend(places: tuple[Place, ...], parameter: str, left_over: str) -> str:
    """Each role that was found, on its colour and with a link to its place, and what grey means."""
    theme = current()
    roles = dict.fromkeys(one.role for one in sorted(places, key=lambda one: one.role != PARAMETER))
    parts = [
        f"<a href='{role}' style='color:{theme.text.name()};background-color:"
        f"{theme.colour(f'place_{role}').name()};text-decoration:none'>&nbsp;{_in_one_line(words)}&nbsp;</a>"
        for role, words in ((role, parameter if role == PARAMETER else ROLE_NAMES[role]) for role in roles)
    ]
    return " ".join([*parts, f"<span style='color:{theme.muted.name()}'>&nbsp;{_in_one_line(left_over)}</span>"])


def _in_one_line(words: str) -> str:
    return escape("\N{WORD JOINER}".join(words.replace(" ", "\N{NO-BREAK SPACE}")))
