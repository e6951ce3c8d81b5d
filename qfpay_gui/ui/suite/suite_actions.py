"""What the Suites panel asks for, done: files chosen, a run agreed to and started, its report and exchanges opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.ui.widgets.questions import agrees, tell
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.suite.suites_panel import SuitesPanel


class SuiteActions(QObject):
    """Opens the dialogs of suites over the main window."""

    shown = Signal()
    """The suites should be seen."""
    case_taken = Signal()
    """The request of a step was taken in hand as a case."""
    draft_taken = Signal()
    """The request of a step is the draft now."""
    refunds_wanted = Signal()
    """The refunds of the day's test orders should be reviewed."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window

    def serve(self, panel: SuitesPanel) -> None:
        """Do what this panel asks for."""
        suites = self._workbench.suites
        panel.open_pressed.connect(self.choose_file)
        panel.folder_pressed.connect(self.choose_folder)
        panel.table_pressed.connect(self.choose_table)
        panel.saved_pressed.connect(self.make_of_saved)
        panel.step_pressed.connect(self.add_draft)
        panel.run_pressed.connect(suites.ask_to_run)
        panel.report_pressed.connect(self.save_report)
        panel.refunds_pressed.connect(self.refunds_wanted)
        panel.draft_requested.connect(self._on_draft)
        panel.case_requested.connect(self._on_case)
        suites.ready.connect(self._on_ready)
        suites.runs.ended.connect(self._on_ended)

    def open_file(self, path: str) -> None:
        """Have the suite in this file in view."""
        self._workbench.suites.open(path)
        self.shown.emit()

    def choose_file(self) -> None:
        """Ask for the file of a suite."""
        folder = self._workbench.suites.state.folder
        path, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a suite"), folder, self.tr("Suite (*.toml)")
        )
        if path:
            self.open_file(path)

    def choose_folder(self) -> None:
        """Ask for the folder whose suites are listed."""
        suites = self._workbench.suites
        title = self.tr("The folder of your suites")
        folder = QFileDialog.getExistingDirectory(self._window, title, suites.state.folder)
        if folder:
            suites.choose_folder(folder)

    def choose_table(self) -> None:
        """Ask for the table that drives the suite in view."""
        suites = self._workbench.suites
        path, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Each row is a run"), suites.state.folder, self.tr("Table (*.csv)")
        )
        if path:
            suites.choose_table(path)

    def save_report(self) -> None:
        """Ask for a file and write the report of the run in view there."""
        kinds = ";;".join((self.tr("Page (*.html)"), self.tr("Markdown (*.md)"), self.tr("JUnit for a CI (*.xml)")))
        run = self._workbench.suites.state.run
        if run is not None:
            name = f"{Path(run.run.source).stem}-{run.run.started_at.astimezone():%Y-%m-%d-%H%M}.html"
            path, kind = QFileDialog.getSaveFileName(self._window, self.tr("Save the report"), name, kinds)
            if path:
                self.save_report_to(path, kind)

    def save_report_to(self, path: str, kind: str = "") -> bool:
        """Write the report there and say so; a name without a known ending gets that of its kind."""
        from qfpay_gui.models.saving import save_file  # noqa: PLC0415 - not needed at start
        from qfpay_gui.snippets.suite_report import REPORTS  # noqa: PLC0415

        state = self._workbench.suites.state.run
        if state is None:
            return False
        if Path(path).suffix.lower() not in REPORTS:
            path += next((ending for ending in REPORTS if f"*{ending}" in kind), ".html")
        problem = save_file(
            path, REPORTS[Path(path).suffix.lower()](state.run.name, state.run.results, state.run.about)
        )
        words = self.tr("Not saved: {problem}") if problem else self.tr("Saved: {path}")
        say(self, words.format(problem=problem, path=path))
        return not problem

    def make_of_saved(self) -> None:
        """Ask which saved requests become a suite, and where it is kept."""
        from qfpay_gui.models.suite.making import suite_of_saved  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.suite.making_dialog import MakingDialog  # noqa: PLC0415

        dialog = MakingDialog(self._workbench.saved.requests, self._window)
        if dialog.exec():
            path = self._asked_path(dialog.suite_name)
            if path:
                self.write(path, suite_of_saved(dialog.suite_name, dialog.chosen))
        dialog.deleteLater()

    def add_draft(self) -> None:
        """Write the request being edited as a step to the end of the suite in view, or to a new one."""
        from qfpay_gui.models.suite.library import listed  # noqa: PLC0415 - not needed at start
        from qfpay_gui.models.suite.making import free_name, step_of_draft  # noqa: PLC0415

        bench, choice = self._workbench, self._workbench.suites.state.choice
        draft, known = bench.draft.draft, set[str]()
        own = listed(choice.listed.source) if choice is not None and not choice.listed.is_shipped else None
        if own is not None and own.suite is None:
            say(self, translated(own.problem))
            return
        if own is not None and own.suite is not None:
            known = {one.name for one in own.suite.steps}
        path = own.source if own else self._asked_path(draft.endpoint)
        if path:
            saved = bench.saved.current
            name = saved.name.rpartition("/")[2] if saved else draft.endpoint
            written = step_of_draft(draft, bench.secrets(), free_name(name, known))
            self.write(path, written, is_added=own is not None)

    def write(self, path: str, written: str, *, is_added: bool = False) -> bool:
        """Write this into the file, at its end or in place of it, say so, and have it in view."""
        from qfpay_gui.models.saving import save_file  # noqa: PLC0415 - not needed at start

        problem = ""
        if is_added:
            try:
                written = f"{Path(path).read_text(encoding='utf-8').rstrip()}\n\n{written}"
            except (OSError, ValueError) as error:
                problem = getattr(error, "strerror", "") or type(error).__name__
        problem = problem or save_file(path, written)
        words = self.tr("Not saved: {problem}") if problem else self.tr("Saved: {path}")
        say(self, words.format(problem=problem, path=path))
        if not problem:
            self.open_file(path)
        return not problem

    def _asked_path(self, name: str) -> str:
        plain = "".join(one if one.isalnum() or one in " -_" else "-" for one in name).strip()
        suggested = str(Path(self._workbench.suites.state.folder) / f"{plain or 'suite'}.toml")
        title, kinds = self.tr("Save the suite"), self.tr("Suite (*.toml)")
        path, _kind = QFileDialog.getSaveFileName(self._window, title, suggested, kinds)
        return path if not path or path.lower().endswith(".toml") else f"{path}.toml"

    def _on_ready(self) -> None:
        """Run it, once what must be agreed to is agreed to."""
        suites = self._workbench.suites
        asked = suites.review()
        if asked is not None and not isinstance(asked, Question):
            say(self, translated(asked))
            tell(self.tr("Not run"), translated(asked), self._window)
        elif asked is None or agrees(asked, self._window):
            suites.start()
        else:
            say(self, self.tr("Nothing was sent."))

    def _on_ended(self, _run: object) -> None:
        from qfpay_gui.ui.suite.wording import ended  # noqa: PLC0415 - not needed at start

        if (state := self._workbench.suites.state.run) is not None:
            say(self, ended(state))
            announce(self._window, ended(state))

    def _on_draft(self, place: int) -> None:
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start
        from qfpay_gui.models.suite.reopening import case_of  # noqa: PLC0415

        answer = self._workbench.suites.answer(place)
        if answer is not None:
            self._workbench.draft.replace_draft(to_draft(case_of(answer.request)))
            self.draft_taken.emit()

    def _on_case(self, place: int) -> None:
        from qfpay_gui.models.suite.reopening import case_of  # noqa: PLC0415 - not needed at start

        answer = self._workbench.suites.answer(place)
        if answer is not None:
            self._workbench.take_case(case_of(answer.request))
            self.case_taken.emit()
