"""What the case panel asks for, done: paste, compare, prove, and the next steps of a refused request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from qfpay_gui.models.tasks import Done, Result
from qfpay_gui.qfpay.text import Text
from qfpay_gui.ui.case.drops import Drops
from qfpay_gui.ui.lists.file_choice import choose_existing, choose_place
from qfpay_gui.ui.widgets.questions import tell
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.comparison import Side
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.case.files import Pasted, Unread
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.services.database.entry import HistoryEntry
    from qfpay_gui.ui.case.case_panel import CasePanel


class CaseActions(QObject):
    """Opens the dialogs of a case over the main window, and passes on what only the window can do."""

    taken = Signal()
    """A case was taken in hand: its panel should be seen."""
    message_taken = Signal()
    """A reply or notification was taken in hand: the check of its signature should be seen."""
    suite_opened = Signal(str)
    """Carries the path of a suite, which is no case."""
    answer_taken = Signal(str)
    """Carries what WeChat answered to a Mini Program, which the set-up explains."""
    variant_requested = Signal(object)
    """Carries the Variant to send our request with, None for as it stands."""
    go_to_requested = Signal(str)
    """Carries the field at which the next step is taken."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._drops = Drops(window)
        self._drops.file_dropped.connect(self.open_file)
        self._drops.text_dropped.connect(self.offer)

    def serve(self, panel: CasePanel) -> None:
        """Do what this panel asks for."""
        panel.paste_requested.connect(self.paste)
        panel.dropped.connect(self.offer)
        panel.open_requested.connect(self.choose_file)
        panel.save_requested.connect(self.save)
        panel.compare_requested.connect(self.compare_with_ours)
        panel.proof_requested.connect(self.prove)
        panel.variant_requested.connect(self._on_variant)
        panel.recipe_requested.connect(self.variant_requested)
        panel.edit_credentials_requested.connect(self._on_credentials)
        panel.action_requested.connect(self._on_action)

    def paste(self) -> None:
        """Read what the clipboard holds, or what will be pasted."""
        from qfpay_gui.models.case.files import Pasted  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.widgets.paste_edit import pasted_of  # noqa: PLC0415

        # A clipboard that was never filled has no mime data at all on some systems.
        source = QGuiApplication.clipboard().mimeData()
        pasted = pasted_of(source) if source else Pasted("")
        if isinstance(pasted, Text):
            say(self, translated(pasted))
        self.offer(pasted if isinstance(pasted, Pasted) else Pasted(""))

    def offer(self, pasted: Pasted) -> None:
        """Show what can be read out of this text, and take it in hand where the person agrees; a case is opened."""
        if self._workbench.cases.take_file(pasted.text):
            self.taken.emit()
            return
        from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog  # noqa: PLC0415 - not needed at start

        known = self._workbench.keys
        keys = {name: key for name, key in {**known.others, "": known.credentials.client_key}.items() if key}
        dialog = PasteDialog(self._workbench.background, self._window, keys)
        if pasted.text:
            dialog.offer(pasted)
        dialog.exec()
        if dialog.accepted_case is not None:
            self._workbench.take_case(dialog.accepted_case, dialog.accepted_source)
            self.taken.emit()
        if dialog.accepted_message:
            self._workbench.notifications.pasted.offer(dialog.accepted_message)
            self.message_taken.emit()
        if dialog.accepted_answer:
            self.answer_taken.emit(dialog.accepted_answer)
        dialog.deleteLater()

    def choose_file(self) -> None:
        """Ask for a file and offer what it holds."""
        path = choose_existing(self._window, self.tr("Open what a merchant sent, a proof or a case"))
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Read this file away from the window, and offer what it holds; why it cannot be read is said."""
        if path.lower().endswith(".toml"):
            self.suite_opened.emit(path)
            return
        from qfpay_gui.models.case.files import read_file  # noqa: PLC0415 - not needed at start

        self._workbench.background.run(partial(read_file, path), self._on_file)

    def _on_file(self, result: Result[Pasted | Unread]) -> None:
        from qfpay_gui.models.case.files import Pasted, Unread  # noqa: PLC0415 - not needed at start

        match result:
            case Done(Pasted() as pasted):
                self.offer(pasted)
            case Done(Unread() as unread):
                say(self, translated(unread.reason))
                tell(self.tr("Not opened"), translated(unread.reason), self._window)
            case _:
                say(self, self.tr("The file could not be read: a fault of this program."))

    def compare_with_ours(self) -> None:
        """Lay the merchant's request beside the draft as it would be sent."""
        from qfpay_gui.diagnosis.examination import Examined  # noqa: PLC0415 - not needed at start
        from qfpay_gui.models.case.comparison import side_of_case, side_of_request  # noqa: PLC0415 - not needed at start

        case = self._workbench.case.case
        if case is not None:
            state = self._workbench.case.state
            examined_with = state.client_key if isinstance(state, Examined) else case.client_key
            key = examined_with or self._workbench.credentials.client_key
            here = self._workbench.cases.in_hand
            replies = here.replies if here is not None else ()
            sides = side_of_case(case, replies), side_of_request(self._workbench.draft.prepared, replies)
            note = self.tr("The replies are those to the request sent as the merchant, and to ours, in this case.")
            self._compare(sides, (self.tr("Merchant"), self.tr("Ours")), key, note if replies else "")

    def compare_cases(self, older: ReadRequest, newer: ReadRequest) -> None:
        """Lay two requests of a program side by side."""
        from qfpay_gui.models.case.comparison import side_of_case  # noqa: PLC0415 - not needed at start

        key = self._workbench.credentials.client_key
        self._compare((side_of_case(older), side_of_case(newer)), (self.tr("Older"), self.tr("Newer")), key)

    def compare_entries(self, older: HistoryEntry, newer: HistoryEntry) -> None:
        """Lay two entries of the history side by side."""
        from qfpay_gui.models.case.comparison import side_of_history  # noqa: PLC0415 - not needed at start

        note = self.tr("The history keeps no key and masks personal data: masked values compare as masked.")
        sides = side_of_history(older), side_of_history(newer)
        self._compare(sides, (self.tr("Older"), self.tr("Newer")), "", note)

    def save(self) -> None:
        """Hand the case over as a file that opens again, without keys and personal data."""
        from qfpay_gui.models.case.proof import file_name  # noqa: PLC0415 - not needed at start

        record = self._workbench.cases.record()
        if record is None:
            say(self, self.tr("There is no case to save: paste what a merchant sent."))
            return
        name = file_name("case", record.head.ticket or dict(record.proof.request.parameters).get("out_trade_no", ""))
        kinds = self.tr("Case (*.json)")
        path, _kind = choose_place(self._window, self.tr("Save the case"), name, kinds)
        if path:
            self.save_to(path)

    def save_to(self, path: str) -> bool:
        """Write the case in hand there and say so; False where it cannot be written, which is said as well."""
        from qfpay_gui.models.saving import save_file  # noqa: PLC0415 - not needed at start
        from qfpay_gui.snippets.proof.case_file import case_to_json  # noqa: PLC0415

        record = self._workbench.cases.record()
        problem = save_file(path, case_to_json(record, translated)) if record else ""
        words = self.tr("Not saved: {problem}") if problem else self.tr("Saved: {path}")
        say(self, words.format(problem=problem, path=path))
        return not problem

    def prove(self) -> None:
        """Make the document that is sent back to the merchant."""
        from qfpay_gui.models.case.case_model import Examining  # noqa: PLC0415 - not needed at start
        from qfpay_gui.models.case.proof import proof_material  # noqa: PLC0415
        from qfpay_gui.ui.case.proof_dialog import ProofDialog  # noqa: PLC0415

        if isinstance(self._workbench.case.state, Examining):
            say(self, self.tr("No proof yet: the signature is still examined. Esc ends the search."))
            return
        version = QApplication.applicationVersion()
        material = proof_material(self._workbench, self._workbench.now(), version)
        dialog = ProofDialog(material, self._workbench.settings.language, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _compare(self, sides: tuple[Side, Side], titles: tuple[str, str], key: str, note: str = "") -> None:
        from qfpay_gui.ui.case.comparison_dialog import ComparisonDialog  # noqa: PLC0415 - not needed at start

        dialog = ComparisonDialog(sides, titles, key, note, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _on_variant(self, variant_id: str) -> None:
        from qfpay_gui.qfpay.request.variants import variant  # noqa: PLC0415 - not needed at start

        self.variant_requested.emit(variant(variant_id))

    def _on_credentials(self) -> None:
        self.go_to_requested.emit("client_key")

    def _on_action(self, action: str) -> None:
        """Take a step of the guided path."""
        from qfpay_gui.qfpay.reply.acts import FIELD  # noqa: PLC0415 - not needed at start

        draft = self._workbench.draft
        match action:
            case "choose-environment":
                self.go_to_requested.emit("environment")
            case "edit-credentials":
                self._on_credentials()
            case "send-with-mchid":
                draft.replace_draft(draft.draft.edit("mchid", value="", leave_out=False))
                self.variant_requested.emit(None)
            case "send-without-mchid":
                draft.set_leave_out("mchid", leave_out=True)
                self.variant_requested.emit(None)
            case "send-sha256":
                draft.set_sign_type("SHA256")
                self.variant_requested.emit(None)
            case "compare-body":
                self.compare_with_ours()
            case "send-now":
                self.variant_requested.emit(None)
            case field if field.startswith(FIELD):
                self.go_to_requested.emit(field.removeprefix(FIELD))
