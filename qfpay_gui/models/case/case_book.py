"""The kept cases: the one in hand is written down by itself, others are listed, opened, noted upon and deleted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui import __version__
from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.case.case_model import NoCase, NotExaminable, OnRecord
from qfpay_gui.models.case.kept import Making, continued, is_about, kept_of, masked_record, noted_over, with_replies
from qfpay_gui.models.case.proof import material_of
from qfpay_gui.models.case.reopening import reopened
from qfpay_gui.models.deletions import Deletion
from qfpay_gui.models.history.entries import Sender
from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.models.tasks import Done, Result
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.cases import KeptCase, bounded
from qfpay_gui.snippets.proof.case_file import CaseHead, CaseRecord, CaseReply, read_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from qfpay_gui.models.case.case_model import CaseState
    from qfpay_gui.models.case.surroundings import Surroundings
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendState
    from qfpay_gui.services.database.cases import CaseStore

_PAUSE_MS = 90
_NOTING_MS = 400
_GONE = text("Case", "This case is not kept any more.")
_UNREADABLE = text("Case", "The record of this case cannot be read any more.")
_KNOWN = text("Case", "This case is known: what was noted about it is shown.")
_AS_DRAFT = text("Case", "The request of the case is the draft now; undo brings yours back.")
_TOO_LONG = text("Case", "The request is too long to be kept.")
_DELETED = text("Case", "Cases deleted: {count}")


@dataclass(frozen=True)
class InHand:
    """What is noted of the case in hand, and the replies to it; ``id`` 0 until it was written."""

    id: int = 0
    head: CaseHead = field(default_factory=CaseHead)
    replies: tuple[CaseReply, ...] = ()


@dataclass(frozen=True)
class CasesState:
    """The listed cases; ``total`` counts all of them, -1 before the file was opened."""

    rows: tuple[KeptCase, ...] = ()
    words: str = ""
    total: int = -1


@dataclass
class _Work:
    """What is known of the case in hand and not yet written."""

    number: int = 0
    source: str = field(default="", repr=False)
    is_veiled: bool = False
    kept: KeptCase | None = None
    waiting: list[tuple[Answer, Sender]] = field(default_factory=list)


class CaseBook(QObject):
    """Follows the case and what is sent for it; everything is written on the history's thread."""

    listed = Signal(object)
    """Carries the CasesState."""
    changed = Signal(object)
    """Carries the InHand; None without a case."""
    opened = Signal()
    """A kept case was taken in hand."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._do = around.history.work.do
        self._store: CaseStore = around.history.work.history.cases
        self._work = _Work()
        self._hidden: frozenset[int] = frozenset()
        self.in_hand: InHand | None = None
        self.state = CasesState()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._is_noted = True
        self._noting = QTimer(self, singleShot=True, interval=_NOTING_MS)
        self._noting.timeout.connect(self.write_note)
        around.case.changed.connect(self._on_case)
        around.send_model.changed.connect(self._on_send)
        around.keys_changed.connect(self._on_keys)

    def begin(self, source: str = "") -> None:
        """A new case is about to be taken in hand; this is what was pasted."""
        self.write_note()
        self._work = _Work(self._work.number + 1, source)
        self._show(InHand())

    def look_for(self, words: str) -> None:
        """List the cases that hold these words, once the typing pauses for a moment."""
        if words != self.state.words:
            self.state = replace(self.state, words=words)
            self._pause.start()

    def refresh(self) -> None:
        """Read the list again."""
        self._pause.stop()
        store, words, hidden = self._store, self.state.words, self._hidden
        self._do(
            lambda: CasesState(store.search(words, hidden=hidden), words, store.count() - len(hidden)), self._on_listed
        )

    def look_up(self, receiver: Callable[[tuple[KeptCase, ...]], object]) -> None:
        """Hand over the cases that were touched last, whatever the list is searched for."""
        store, hidden = self._store, self._hidden
        self._do(lambda: store.search(hidden=hidden), receiver)

    def note(self, head: CaseHead) -> None:
        """Note this about the case in hand; it is written once the typing pauses."""
        if self.in_hand is not None and head != self.in_hand.head:
            self.in_hand = replace(self.in_hand, head=head)
            self._note_soon()

    def write_note(self) -> None:
        """Write what was noted without waiting any longer."""
        if not self._is_noted and self.in_hand is not None and self.in_hand.id:
            head, at = self._scrubbed(self.in_hand.head), self._around.now()
            self._do(partial(self._store.note, self.in_hand.id, head, at), self._on_written)
        self._is_noted = True
        self._noting.stop()

    def _note_soon(self) -> None:
        """The timer alone does not tell: it is not active any more when it has run out."""
        self._is_noted = False
        self._noting.start()

    def open(self, case_id: int) -> None:
        """Take a kept case in hand: examined again where that is possible, else as it was found then."""
        self.write_note()
        self._do(partial(self._store.load, case_id), self._on_loaded)

    def take_file(self, written: str) -> bool:
        """Keep the case, or proof, in this text and take it in hand; whether it is one."""
        record = read_case(written)
        if record is None:
            return False
        secrets = self._around.secrets()
        kept = kept_of(masked_record(record, secrets), secrets, self._around.now())
        self._do(partial(_written, self._store, kept), partial(self._on_file_kept, record))
        return True

    def delete(self, case_ids: Iterable[int]) -> None:
        """Delete these cases; for a while, that can be undone."""
        ids = frozenset(case_ids)
        if self.in_hand is not None and self.in_hand.id in ids:
            self._around.case.drop()
        finish = partial(self._do, partial(self._store.remove, ids), partial(self._on_removed, ids))
        self._around.deletions.begin(Deletion(_DELETED.fill(count=len(ids)), finish, self._show_all))
        self._hidden = ids
        self.refresh()

    def record(self) -> CaseRecord | None:
        """The case in hand as its file has it; None while it is not kept."""
        kept, here = self._work.kept, self.in_hand
        record = read_case(kept.record) if kept else None
        return replace(record, head=self._scrubbed(here.head), has_head=True) if record and here else None

    def _scrubbed(self, head: CaseHead) -> CaseHead:
        secrets = self._around.secrets()
        merchant, ticket, note = (scrub(one, secrets) for one in (head.merchant, head.ticket, head.note))
        return bounded(CaseHead(merchant, ticket, note, head.status))

    def _on_case(self, state: CaseState) -> None:
        match state:
            case NoCase():
                self.write_note()
                self._work = _Work(self._work.number + 1)
                self._show(None)
            case Examined():
                self._keep(state)
            case NotExaminable():
                key = state.case.client_key or self._around.credentials.client_key
                self._keep(Examined(state.case, (), key), is_open=True)
            case _:
                pass

    def _keep(self, examined: Examined, *, is_open: bool = False) -> None:
        """Make the record in the background: to look for secrets takes longer than a frame."""
        around, work, here = self._around, self._work, self.in_hand or InHand()
        material = material_of(around, examined, around.now(), __version__)
        head = self._scrubbed(here.head)
        secrets = around.secrets()
        making = Making(
            material, examined, around.now(), work.source, work.is_veiled, head, secrets, here.id, is_open=is_open
        )
        around.background.run(making.made, partial(self._on_made, work.number))

    def _on_made(self, number: int, result: Result[KeptCase]) -> None:
        if isinstance(result, Done) and not result.value.record:
            self.noticed.emit(_TOO_LONG)
        elif isinstance(result, Done):
            self._do(partial(_written, self._store, result.value), partial(self._on_first_kept, number))

    def _on_first_kept(self, number: int, written: tuple[KeptCase, bool]) -> None:
        kept, is_known = written
        if is_known and number == self._work.number and self.in_hand is not None and not self.in_hand.id:
            self.noticed.emit(_KNOWN)
        self._on_kept(number, kept)

    def _on_kept(self, number: int, kept: KeptCase) -> None:
        self.refresh()
        if number != self._work.number or self.in_hand is None:
            return
        self._take(kept)
        if self._work.waiting:
            self._write_replies()

    def _take(self, kept: KeptCase) -> None:
        record, here = read_case(kept.record), self.in_hand or InHand()
        self._work.kept = kept
        if record is not None:
            self._work.source, self._work.is_veiled = record.paste, True
        # What was typed meanwhile is newer than what was written.
        written = kept.head if here.id else noted_over(kept.head, here.head)
        head = here.head if here.id and not self._is_noted else written
        self._show(InHand(kept.id, head, record.replies if record else ()))
        if head != kept.head:
            self._note_soon()

    def _show(self, here: InHand | None) -> None:
        if here != self.in_hand:
            self.in_hand = here
            self.changed.emit(here)

    def _on_send(self, state: SendState) -> None:
        case = self._around.case.case
        if isinstance(state, Answered) and case is not None and is_about(case, state.answer.request):
            around = self._around
            sender = Sender(around.now(), around.profiles.state.chosen, around.secrets())
            self._work.waiting.append((state.answer, sender))
            if self.in_hand is not None and self.in_hand.id:
                self._write_replies()

    def _write_replies(self) -> None:
        answers, self._work.waiting = self._work.waiting, []
        if self.in_hand is not None:
            task = partial(_replied, self._store, self.in_hand.id, answers, self._around.now())
            self._do(task, partial(self._on_replied, self._work.number))

    def _on_replied(self, number: int, kept: KeptCase | None) -> None:
        if kept is not None:
            self._on_kept(number, kept)

    def _on_keys(self, _keys: object) -> None:
        """A key that was missing may be at hand now."""
        state, kept = self._around.case.state, self._work.kept
        if isinstance(state, OnRecord) and state.needs_key and kept is not None:
            self._reopen(kept, is_waiting=True)

    def _on_file_kept(self, record: CaseRecord, written: tuple[KeptCase, bool]) -> None:
        """What the file holds is examined as it stands, whatever of it is kept."""
        self._reopen(written[0], record)

    def _on_loaded(self, kept: KeptCase | None) -> None:
        if kept is None:
            self.noticed.emit(_GONE)
            self.refresh()
        else:
            self._reopen(kept)

    def _reopen(self, kept: KeptCase, whole: CaseRecord | None = None, *, is_waiting: bool = False) -> None:
        around, record = self._around, read_case(kept.record)
        if record is None:
            self.noticed.emit(_UNREADABLE)
            return
        found = reopened(whole or record, (around.credentials.client_key, *around.profiles.other_keys().values()))
        if is_waiting and found.why is not None:
            return
        self._work = _Work(self._work.number + 1, record.paste, is_veiled=True, kept=kept)
        self._show(InHand(kept.id, kept.head, record.replies))
        if found.why is None:
            around.use_as_draft(found.case)
            around.case.take(found.case)
            self.noticed.emit(_AS_DRAFT)
        else:
            shown = replace(record, head=kept.head)
            around.case.show_record(OnRecord(found.case, shown, found.why, found.needs_key))
        self.opened.emit()
        self.refresh()

    def _show_all(self) -> None:
        self._hidden = frozenset()
        self.refresh()

    def _on_removed(self, ids: frozenset[int], _nothing: object) -> None:
        """What is gone needs no hiding; something else may be hidden by now."""
        if self._hidden is ids:
            self._show_all()

    def _on_listed(self, state: CasesState) -> None:
        if state.words == self.state.words:
            self.state = state
            self.listed.emit(state)

    def _on_written(self, _nothing: object) -> None:
        self.refresh()


def _written(store: CaseStore, case: KeptCase) -> tuple[KeptCase, bool]:
    """The case as it is kept now, and whether it was known: that goes on, and is left alone where nothing is new."""
    older = store.load(case.id) if case.id else store.same(case)
    if older is not None:
        is_same = (older.cause, older.severity, older.signature) == (case.cause, case.severity, case.signature)
        if is_same and case.head in {CaseHead(), older.head}:
            return older, True
        case = continued(case, older)
    return replace(case, id=store.keep(case)), older is not None


def _replied(store: CaseStore, case_id: int, answers: list[tuple[Answer, Sender]], at: datetime) -> KeptCase | None:
    kept = store.load(case_id)
    if kept is None:
        return None
    case = with_replies(kept, answers, at)
    store.keep(case)
    return case
