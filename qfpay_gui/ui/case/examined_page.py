"""The findings: the named cause with both strings, or what is left where the signature tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.models.case.findings import besides, ids_of, key_missing, sentences, shown_strings, steps_left
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.acts import FIELD
from qfpay_gui.ui.case.cause_card import CauseCard
from qfpay_gui.ui.case.fix_code import FixCode
from qfpay_gui.ui.case.kept.replies_list import RepliesList
from qfpay_gui.ui.case.note_lines import NoteLine, NoteLines
from qfpay_gui.ui.case.rivals_list import RivalsList
from qfpay_gui.ui.case.steps_list import CaseStep, StepsList
from qfpay_gui.ui.case.strings_pair import StringsPair
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import in_a_row, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.examination import Examined
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.snippets.proof.case_file import CaseReply


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class ExaminedPage(QScrollArea):
    """Renders one Examined; of several explanations that fit equally well a person chooses which is drawn."""

    action_requested = Signal(str)
    """Carries the id of a step that was asked for."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._examined: Examined | None = None
        self._chosen = 0
        self._column = QWidget(self)
        self._card = CauseCard(self._column)
        self._code = FixCode(self._column)
        self._rivals = RivalsList(self._column)
        self._strings = StringsPair(self._column)
        self._limits = NoteLines("case_limits", self._column)
        self._steps_title = PlainLabel(self._column)
        self._steps = StepsList("case_steps", self._column)
        self._besides_title = PlainLabel(self.tr("Changes no signature, but breaks the payment"), self._column)
        self._besides = StepsList("case_besides", self._column)
        self._replies = RepliesList(self._column)
        self._build()
        self._connect()

    @property
    def diagnosis(self) -> Diagnosis | None:
        """The explanation that is drawn; None where there is none."""
        found = self._examined.diagnoses if self._examined else ()
        return found[self._chosen] if self._chosen < len(found) else None

    def present(self, examined: Examined) -> None:
        """Show what was found; for what is shown already, only what depends on the surroundings is drawn anew."""
        if examined is not self._examined:
            self._examined = examined
            self._chosen = 0
            self.verticalScrollBar().setValue(0)
            self._render()
        self._render_steps(examined)
        self._render_besides(examined)

    def present_replies(self, replies: tuple[CaseReply, ...]) -> None:
        """Show what came back in this case."""
        self._replies.present(replies)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._strings.restyle()

    def _build(self) -> None:
        self.setObjectName("case_examined")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for title in (self._steps_title, self._besides_title):
            set_property(title, "role", "heading")
            title.setWordWrap(True)
        self._steps_title.setObjectName("case_steps_title")
        self._besides_title.setObjectName("case_besides_title")
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, current().gap, 0)
        layout.setSpacing(current().gap)
        parts = (self._card, self._code, self._rivals, self._limits, self._strings, self._steps_title, self._steps)
        for part in (*parts, self._besides_title, self._besides, self._replies):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(self._column)

    def _connect(self) -> None:
        self._steps.action_requested.connect(self.action_requested)
        self._besides.action_requested.connect(self.action_requested)
        self._rivals.chosen.connect(self._on_chosen)

    def _render(self) -> None:
        examined = self._examined
        if examined is None:
            return
        diagnosis = self.diagnosis
        if examined.is_right:
            self._render_right(examined)
        elif diagnosis is not None:
            self._render_cause(diagnosis)
            self._limits.present(NoteLine(Severity.ATTENTION, *words) for words in self._otherwise(examined))
        else:
            self._render_nothing(examined)
        self._code.present(diagnosis, examined.case)
        self._rivals.present(examined.diagnoses, self._chosen)
        is_open = diagnosis is None and not examined.is_right
        self._limits.setVisible(is_open or bool(examined.read_otherwise or examined.doubtful))
        self._render_strings(examined)

    def _render_cause(self, diagnosis: Diagnosis) -> None:
        cause = in_a_row(sentences(diagnosis))
        origin = about(*sentences(diagnosis), diagnosis.fix)
        self._card.present(Severity.WRONG, cause, translated(diagnosis.fix), ids_of(diagnosis), origin)

    def _render_right(self, examined: Examined) -> None:
        if examined.from_string:
            said = self.tr("This signing string is right.")
            more = self.tr("If what comes of it is still refused, paste the signature that was sent.")
        else:
            said = self.tr("Well signed: this is the right signature of these parameters and this key.")
            more = self.tr("Still 1108? Then the signature is not what is wrong.")
        if examined.case.client_key and examined.client_key != examined.case.client_key:
            more = self.tr("The key is the profile's, not the one in the paste. {more}").format(more=more)
        self._card.present(Severity.OK, said, more)
        self._limits.present(NoteLine(Severity.ATTENTION, *words) for words in self._otherwise(examined))

    def _otherwise(self, examined: Examined) -> Iterator[tuple[str, str]]:
        """What the verdict rests on where the paste can be read in two ways."""
        why = self.tr(
            "As the paste reads at first sight, the signature would be wrong. Ask for the body that was sent."
        )
        for name, value in examined.read_otherwise:
            if value is None:
                yield self.tr("Right if {name} was not sent.").format(name=name), why
            else:
                yield self.tr("Right if the value of {name} is really “{value}”.").format(name=name, value=value), why
        for name, value in examined.doubtful:
            more = self.tr("The paste can be read in two ways; the cause rests on the first.")
            yield self.tr("{name} may also be “{value}”.").format(name=name, value=value), more

    def _render_nothing(self, examined: Examined) -> None:
        said = self.tr("No known mistake reproduces this signature.")
        if examined.from_string:
            said = self.tr("No known mistake makes this signing string.")
        more = self._effort(examined)
        if examined.string is not None:
            more = in_a_row(examined.string.text)
        missing = key_missing(self._workbench, examined)
        if missing is not None:
            said, more = translated(missing), "\n".join(filter(None, (said, more)))
        self._card.present(Severity.ATTENTION, said, more)
        self._limits.present(self._account(examined))

    def _effort(self, examined: Examined) -> str:
        """How much was tried, how long it took, and what a hit by accident would have been worth."""
        account = examined.account
        if account is None or not account.forms:
            return ""
        return self.tr(
            "{tried} candidates in {seconds} s, one, two and three mistakes at a time. The chance of a false hit was "
            "one in 10{power}."
        ).format(
            tried=f"{account.tried:,}", seconds=f"{examined.seconds:.1f}", power=f"{account.odds}".translate(_RAISED)
        )

    def _account(self, examined: Examined) -> Iterator[NoteLine]:
        account = examined.account
        joiner = self.tr("; ")
        if account is not None and account.families:
            tried = joiner.join(map(translated, account.families))
            yield NoteLine(Severity.OK, self.tr("Tried:"), tried)
        if account is not None:
            yield NoteLine(Severity.NOTE, self.tr("Not tried:"), joiner.join(map(translated, account.untried)))
        changed = self.tr("Perhaps the paste is not what was signed: order number and time are often made anew.")
        yield NoteLine(Severity.NOTE, self.tr("A value that changed after signing cannot be seen."), changed)

    def _render_strings(self, examined: Examined) -> None:
        strings = shown_strings(examined, self.diagnosis)
        self._strings.setVisible(strings is not None)
        if strings is not None:
            self._strings.present(strings)

    def _render_steps(self, examined: Examined) -> None:
        steps = [
            CaseStep(
                one.severity,
                translated(one.cause),
                translated(one.reason),
                one.action,
                translated(one.step),
                about(one.cause, one.reason),
            )
            for one in steps_left(self._workbench, examined)
        ]
        self._steps.present(steps)
        self._steps.setVisible(bool(steps))
        self._steps_title.setVisible(bool(steps))
        right = self.tr("Well signed, still 1108: what is left, the likely first")
        self._steps_title.setText(right if examined.is_right else self.tr("What to do next"))

    def _render_besides(self, examined: Examined) -> None:
        found = besides(self._workbench, examined)
        go = self.tr("Go to {name}")
        self._besides.present(
            CaseStep(
                one.severity,
                f"{one.field}: {translated(one.headline)}",
                translated(one.detail),
                f"{FIELD}{one.field}",
                go.format(name=one.field),
                one.claim,
            )
            for one in found
        )
        self._besides.setVisible(bool(found))
        self._besides_title.setVisible(bool(found))

    def _on_chosen(self, place: int) -> None:
        self._chosen = place
        self._render()
