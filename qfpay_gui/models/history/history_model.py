"""The history as the window sees it: rows for the present search, one opened entry, and edits in the background."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.deletions import Deletion, Deletions
from qfpay_gui.models.history.recorder import HistoryRecorder
from qfpay_gui.models.history.reopened import reopened
from qfpay_gui.models.history.work import HistoryWork
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import (
    NOTHING_HIDDEN,
    Hidden,
    HistoryEntry,
    HistoryFilter,
    HistoryRow,
    Journal,
)
from qfpay_gui.services.database.history import PAGE, History
from qfpay_gui.services.settings import KEEP_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from qfpay_gui.models.sending.send_model import SendModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.services.clock import Clock

_DEBOUNCE_MS = 90
_MOST_RELOADED = 2000
_GONE = text("History", "This entry is not in the history any more.")
_DELETED = text("History", "Deleted from the history: {count}")
_DELETED_OLDER = text("History", "Deleted from the history: what is older than {days} days and not pinned")
_DELETED_ALL = text("History", "Deleted from the history: every entry that is not pinned")


@dataclass(frozen=True)
class HistoryState:
    """What the list shows. ``total`` counts all entries, whatever the filter; -1 before the file was opened."""

    rows: tuple[HistoryRow, ...] = ()
    wanted: HistoryFilter = field(default_factory=HistoryFilter)
    has_more: bool = False
    total: int = -1
    environment_ids: tuple[str, ...] = ()
    journal: Journal = "file"


@dataclass
class _Latest:
    """The number of the newest search, shared with the thread that searches, so that older ones end early."""

    number: int = 0


class HistoryModel(QObject):
    """Owns a history and the one thread that touches it, which ``work`` lends to the table of orders.

    ``deletions`` holds back what was deleted, until it is final.
    """

    changed = Signal(object)
    """Carries the HistoryState."""
    opened = Signal(object)
    """Carries the HistoryEntry that was asked for by ``open``."""
    reopened = Signal(object)
    """Carries the Reopened draft that was asked for by ``reopen``."""
    paired = Signal(object, object)
    """Carries the two HistoryEntry objects that were asked for by ``compare``, the older one first."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(
        self,
        runner: TaskRunner,
        history: History,
        clock: Clock,
        parent: QObject | None = None,
        *,
        deletions: Deletions | None = None,
    ) -> None:
        super().__init__(parent)
        self._deletions = deletions or Deletions(self)
        self._hidden = NOTHING_HIDDEN
        self.work = HistoryWork(runner, history, self)
        self._do = self.work.do
        self._history = history
        self._clock = clock
        self._latest = _Latest()
        self._secrets: Callable[[], tuple[str, ...]] = tuple
        self._is_fetching = False
        self._opening = 0
        self._limit = PAGE
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.refresh)
        self._recorder = HistoryRecorder(self.work, clock, self)
        self._recorder.waiting.connect(self._abandon_search)
        self.work.written.connect(self.refresh)
        self.work.noticed.connect(self.noticed)
        self.work.failed.connect(self._on_failed)
        self.state = HistoryState()

    def attach(
        self, send_model: SendModel, secrets: Callable[[], tuple[str, ...]], profile_name: Callable[[], str]
    ) -> None:
        """Record every exchange of this model from now on; the callables are asked at each send."""
        self._secrets = secrets
        self._recorder.attach(send_model, secrets, profile_name)

    def start(self, keep_days: int = KEEP_DAYS) -> None:
        """Open the file, let old entries expire (0 keeps them for ever), and show the newest; after the first paint."""
        if keep_days > 0:
            self._expire(self._clock.now() - timedelta(days=keep_days), self._on_tidied)
        self.refresh()

    def stop(self, wait_ms: int = 2000) -> bool:
        """Write what is waiting and leave the file; whether that ended within ``wait_ms`` milliseconds."""
        self._deletions.finish()
        self._abandon_search()
        ended, before = threading.Event(), self._hidden.before

        def leave() -> None:
            try:
                # What is deleted in portions has no further turn.
                while before and self._history.expire(before):
                    pass
                self._history.close()
            finally:
                ended.set()

        self._do(leave, _ignore)
        return ended.wait(wait_ms / 1000)

    def look_for(self, wanted: HistoryFilter) -> None:
        """Show the entries that match, once the typing pauses for a moment."""
        if wanted != self.state.wanted:
            self.state = replace(self.state, wanted=wanted)
            self._limit = PAGE
            self._latest.number += 1
            self._debounce.start()

    def refresh(self) -> None:
        """Search again, for as many rows as are shown."""
        self._debounce.stop()
        self._is_fetching = False
        number, is_stale = self._ticket()
        history, wanted = self._history, self.state.wanted
        limit, hidden = self._limit, self._hidden

        def look() -> HistoryState | None:
            rows = history.search(wanted, limit=limit, hidden=hidden, is_stale=is_stale)
            if rows is None:
                return None
            more = len(rows) == limit
            return HistoryState(rows, wanted, more, history.count(hidden), history.environment_ids(), history.journal)

        self._do(look, partial(self._on_found, number))

    def fetch_more(self) -> None:
        """Add the next 200 older rows to those shown."""
        if self._is_fetching or not self.state.has_more:
            return
        self._is_fetching = True
        number, wanted, before = self._latest.number, self.state.wanted, self.state.rows[-1].id
        latest, history, hidden = self._latest, self._history, self._hidden

        def look() -> tuple[HistoryRow, ...] | None:
            return history.search(wanted, before=before, hidden=hidden, is_stale=lambda: latest.number != number)

        self._do(look, partial(self._on_more, number))

    def open(self, entry_id: int) -> None:
        """Load the whole entry; of several asked for in a row, only the last is announced."""
        self._opening = entry_id
        self._do(partial(self._history.load, entry_id), partial(self._on_loaded, entry_id))

    def reopen(self, entry_id: int) -> None:
        """Make the entry a draft again."""
        self._do(partial(self._history.load, entry_id), self._on_reopened)

    def compare(self, one: int, other: int) -> None:
        """Load two entries to lay them side by side."""
        history, (older, newer) = self._history, sorted((one, other))
        self._do(lambda: (history.load(older), history.load(newer)), self._on_paired)

    def set_note(self, entry_id: int, note: str) -> None:
        """Write the user's note; a key in it is masked."""
        note = scrub(note, self._secrets())
        self._do(partial(self._history.note, entry_id, note), self._on_edited)

    def set_pinned(self, entry_ids: tuple[int, ...], *, pinned: bool) -> None:
        """Keep these entries from expiring, or no longer."""
        for entry_id in entry_ids:
            self._do(partial(self._history.pin, entry_id, pinned=pinned), _ignore)
        self.refresh()

    def delete(self, entry_ids: tuple[int, ...]) -> None:
        """Delete these entries; for a while, that can be undone."""
        hidden = Hidden(ids=frozenset(entry_ids))
        finish = partial(self._do, partial(self._history.delete, entry_ids), partial(self._on_final, hidden))
        self._hold_back(hidden, Deletion(_DELETED.fill(count=len(hidden.ids)), finish, self._show_all))

    def delete_older(self, days: int) -> None:
        """Delete what was sent more than this many days ago, except pinned entries; for a while, it can be undone."""
        before = self._clock.now() - timedelta(days=days)
        hidden = Hidden(before=before)
        finish = partial(self._expire, before, partial(self._on_final, hidden))
        words = _DELETED_OLDER.fill(days=days) if days else _DELETED_ALL
        self._hold_back(hidden, Deletion(words, finish, self._show_all))

    def _hold_back(self, hidden: Hidden, deletion: Deletion) -> None:
        # What was deleted before becomes final first.
        self._deletions.begin(deletion)
        self._hidden = hidden
        self.refresh()

    def _show_all(self) -> None:
        self._hidden = NOTHING_HIDDEN
        self.refresh()

    def _expire(self, before: datetime, ended: Callable[[int], object], so_far: int = 0) -> None:
        """In small portions, so that a send never waits for it; ``ended`` gets how many entries there were."""
        self._do(partial(self._history.expire, before), partial(self._on_expired, before, ended, so_far))

    def _on_failed(self) -> None:
        self._is_fetching = False

    def _ticket(self) -> tuple[int, Callable[[], bool]]:
        latest = self._latest
        latest.number += 1
        number = latest.number
        return number, lambda: latest.number != number

    def _abandon_search(self) -> None:
        self._latest.number += 1

    def _publish(self, state: HistoryState) -> None:
        self.state = state
        # One more than is shown, so that a new entry pushes none out of the list.
        self._limit = min(max(PAGE, len(state.rows) + 1), _MOST_RELOADED)
        self.changed.emit(state)

    def _on_found(self, number: int, found: HistoryState | None) -> None:
        if found is not None and number == self._latest.number:
            self._publish(found)

    def _on_more(self, number: int, rows: tuple[HistoryRow, ...] | None) -> None:
        if rows is not None and number == self._latest.number:
            self._is_fetching = False
            self._publish(replace(self.state, rows=self.state.rows + rows, has_more=len(rows) == PAGE))

    def _on_loaded(self, entry_id: int, entry: HistoryEntry | None) -> None:
        if entry is not None and entry_id == self._opening:
            self.opened.emit(entry)

    def _on_reopened(self, entry: HistoryEntry | None) -> None:
        if entry is None:
            self.noticed.emit(_GONE)
        else:
            self.reopened.emit(reopened(entry))

    def _on_paired(self, entries: tuple[HistoryEntry | None, HistoryEntry | None]) -> None:
        if None in entries:
            self.noticed.emit(_GONE)
        else:
            self.paired.emit(*entries)

    def _on_edited(self, _nothing: None) -> None:
        self.refresh()

    def _on_final(self, hidden: Hidden, _count: int) -> None:
        """What is gone needs no hiding; something else may be hidden by now."""
        if self._hidden is hidden:
            self._show_all()

    def _on_expired(self, before: datetime, ended: Callable[[int], object], so_far: int, count: int) -> None:
        if count:
            self._expire(before, ended, so_far + count)
        else:
            ended(so_far)

    def _on_tidied(self, count: int) -> None:
        if count:
            self.refresh()


def _ignore(_value: object) -> None:
    """For tasks whose result nobody needs."""
