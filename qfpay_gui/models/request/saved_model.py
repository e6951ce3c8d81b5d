"""Requests under names of their own, and the last ones that were sent: kept from start to start, without secrets."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.deletions import Deletion
from qfpay_gui.models.request.draft_storage import blank_draft, from_rows, saved_rows
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.variants import VARIANTS
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.saved_requests import (
    SavedRequest,
    as_members,
    from_members,
    plain_name,
    read_all,
    remove,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qfpay_gui.models.deletions import Deletions
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.request.draft import Draft

MOST_RECENT = 10
_SAVED = text("Requests", "Saved: {name}")
_REPLACED = text("Requests", "Saved: {name}, in place of what it was")
_RENAMED = text("Requests", "Renamed: {name}")
_DELETED = text("Requests", "Deleted: {name}")
_OPENED = text("Requests", "Opened: {name}")
_OPENED_ANEW = text("Requests", "Opened: {name}, with new {names}")
_OPENED_PINNED = text(
    "Requests", "Opened: {name}, with the out_trade_no it was saved with: sending that again asks first"
)
_NOT_KEPT = text("Requests", "{said} · not kept, because personal or secret: {names}")
_WAS_WRONG = text("Requests", "{said} · was sent wrong on purpose: {mistake}")
_SENT_BEFORE = text("Requests", "what was sent")
_TAKEN = text("Requests", "Another request is called {name} already.")
_FAILED = text("Requests", "Saved requests cannot be written or read ({reason}).")
_UNKNOWN_CALL = text("Requests", "{name} is for a call this version does not know: {endpoint}.")


class SavedModel(QObject):
    """Reads the folder whenever the list is opened; two windows share it. What is deleted can be taken back."""

    changed = Signal()
    """``requests`` are others than before."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(
        self,
        folder: Path,
        draft: DraftModel,
        deletions: Deletions,
        secrets: Callable[[], tuple[str, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._draft, self._deletions, self._secrets = draft, deletions, secrets
        # One after the other: what is read must not be older than what was written.
        self._runner = TaskRunner(1, self)
        self._all: tuple[SavedRequest, ...] = ()
        self._hidden: Path | None = None
        self._told: tuple[Text, ...] = ()
        self._current: SavedRequest | None = None
        self.recent: tuple[SavedRequest, ...] = ()
        """The last ten that were sent and differ in more than what is made anew, the newest first."""

    @property
    def requests(self) -> tuple[SavedRequest, ...]:
        """What is saved, by name."""
        return tuple(one for one in self._all if one.path != self._hidden)

    @property
    def current(self) -> SavedRequest | None:
        """The one that was opened or saved last, as long as the same call is edited."""
        current = next((one for one in self.requests if self._current and one.path == self._current.path), None)
        return current if current is not None and current.endpoint == self._draft.draft.endpoint else None

    def currency_of(self, syssn: str) -> str:
        """The currency of the known order with QFPay's number: a refund names none; "" where it is not known."""
        return next((one.txcurrcd for one in self._draft.context.orders if syssn and one.syssn == syssn), "")

    def refresh(self) -> None:
        """Read the folder again."""
        self._do(partial(read_all, self.folder), self._on_read)

    @property
    def remembered(self) -> dict[str, Any]:
        """The recent ones as plain JSON, for the next start."""
        return {"requests": [as_members(one) for one in self.recent]}

    def remember(self, members: Mapping[str, Any]) -> None:
        """Take up what an earlier start remembered, and read what is saved."""
        kept = members.get("requests")
        read = map(from_members, kept if isinstance(kept, list) else ())
        self.recent = tuple(one for one in read if one is not None)[:MOST_RECENT]
        self.refresh()

    def note_sent(self, draft: Draft, deliberate: Text | None = None) -> None:
        """Remember this as sent, with the mistake that was made on purpose, if any."""
        sent = self._request("", draft)
        sent = replace(sent, mistake=next((one.id for one in VARIANTS if one.name == deliberate), ""))
        self.recent = (sent, *(one for one in self.recent if one != sent))[:MOST_RECENT]

    def save(self, name: str) -> None:
        """Keep the draft as it is under this name, in place of what is called so; that can be taken back.

        Where it was sent wrong on purpose just now, that is kept as well.
        """
        name = self._clean(name)
        request, before = self._request(name, self._draft.draft), self._named(name)
        if self.recent and replace(self.recent[0], mistake="", name=name) == request:
            request = replace(request, mistake=self.recent[0].mistake)
        not_kept = request.not_kept
        self._current = request = replace(request, path=before.path if before else None)
        self._write(request)
        said = _REPLACED if before else _SAVED
        notice = said.fill(name=name)
        if before is not None:
            self._deletions.begin(Deletion(notice, _nothing, partial(self._write, before)))
        self.noticed.emit(_with_gaps(notice, not_kept))

    def duplicate(self, request: SavedRequest) -> None:
        """Keep it a second time under a name that is free."""
        name = next(one for one in (f"{request.name} ({n})" for n in count(2)) if self._named(one) is None)
        self._write(replace(request, name=name, path=None))
        self.noticed.emit(_SAVED.fill(name=name))

    def rename(self, request: SavedRequest, name: str) -> None:
        """Call it otherwise; a name that is taken stays with who has it."""
        name = self._clean(name)
        if name == request.name:
            return
        if self._named(name) is not None:
            self.noticed.emit(_TAKEN.fill(name=name))
            return
        renamed = replace(request, name=name, path=None)

        def move() -> Path:
            path = write(self.folder, renamed)
            remove(request)
            return path

        if self._current is not None and self._current.path == request.path:
            self._current = renamed
        self._do(move, partial(self._on_written, renamed))
        self.noticed.emit(_RENAMED.fill(name=name))

    def delete(self, request: SavedRequest) -> None:
        """Delete it; for a while, that can be undone."""
        finish = partial(self._do, partial(remove, request), partial(self._on_removed, request.path))
        self._deletions.begin(Deletion(_DELETED.fill(name=request.name), finish, self._show_all))
        self._hidden = request.path
        self.changed.emit()

    def open(self, request: SavedRequest) -> None:
        """Make it the draft, as one undoable step: what is new on every send is made anew, what was pinned stays."""
        try:
            draft = draft_of(request)
        except KeyError:
            self.noticed.emit(_UNKNOWN_CALL.fill(name=request.name, endpoint=request.endpoint))
            return
        self._draft.open(draft)
        self._current = request
        self.noticed.emit(_opened(request, draft))

    def stop(self, wait_ms: int = 2000) -> bool:
        """Write what is waiting; whether that ended within so many milliseconds."""
        ended = threading.Event()
        self._runner.run(ended.set, _ignore)
        return ended.wait(wait_ms / 1000) and self._runner.close(wait_ms)

    def _request(self, name: str, draft: Draft) -> SavedRequest:
        rows, not_kept = saved_rows(draft, self._secrets())
        return SavedRequest(name, draft.endpoint, rows, draft.sign_type, not_kept=not_kept)

    def _clean(self, typed: str) -> str:
        return plain_name(scrub(typed, self._secrets())) or self._draft.draft.endpoint

    def _named(self, name: str) -> SavedRequest | None:
        return next((one for one in self.requests if one.name == name), None)

    def _write(self, request: SavedRequest) -> None:
        self._do(partial(write, self.folder, request), partial(self._on_written, request))

    def _show_all(self) -> None:
        self._hidden = None
        self.changed.emit()

    def _do(self, task: Callable[[], Any], receiver: Callable[[Any], object]) -> None:
        self._runner.run(task, partial(self._take, receiver))

    def _take(self, receiver: Callable[[Any], object], result: Result[Any]) -> None:
        match result:
            case Done(value):
                receiver(value)
            case Raised(OSError() as error):
                self.noticed.emit(_FAILED.fill(reason=error.strerror or type(error).__name__))
            case Raised(error):
                self.noticed.emit(_FAILED.fill(reason=type(error).__name__))

    def _on_read(self, found: tuple[tuple[SavedRequest, ...], tuple[Text, ...]]) -> None:
        requests, troubles = found
        for trouble in troubles:
            if trouble not in self._told:
                self.noticed.emit(trouble)
        self._told = troubles
        if requests != self._all:
            self._all = requests
            self.changed.emit()

    def _on_written(self, request: SavedRequest, path: Path) -> None:
        if self._current is request:
            self._current = replace(request, path=path)
        self.refresh()

    def _on_removed(self, path: Path | None, _nothing: None) -> None:
        if self._hidden == path:
            self._hidden = None
        self.refresh()


def draft_of(request: SavedRequest) -> Draft:
    """The draft it was saved as; KeyError for a call this version does not know."""
    draft = from_rows(request.rows, request.endpoint, blank_draft(request.endpoint))
    return replace(draft, sign_type=request.sign_type if request.sign_type in SIGN_TYPES else "")


def _opened(request: SavedRequest, draft: Draft) -> Text:
    """What is new and what is as it was saved."""
    anew = [entry.name for entry in draft.entries if entry.fresh and not entry.leave_out]
    name = request.name or _SENT_BEFORE
    said = _OPENED_ANEW.fill(name=name, names=", ".join(anew)) if anew else _OPENED.fill(name=name)
    number = draft.find("out_trade_no")
    if endpoint(draft.endpoint).needs_new_number and number.is_sent and not number.fresh:
        said = _OPENED_PINNED.fill(name=name)
    mistake = next((one.name for one in VARIANTS if one.id == request.mistake), None)
    if mistake is not None:
        said = _WAS_WRONG.fill(said=said, mistake=mistake)
    return _with_gaps(said, request.not_kept)


def _with_gaps(said: Text, not_kept: tuple[str, ...]) -> Text:
    return _NOT_KEPT.fill(said=said, names=", ".join(not_kept)) if not_kept else said


def _ignore(_value: object) -> None:
    """Nobody is there any more to be told."""


def _nothing() -> None:
    """What was replaced is gone already."""
