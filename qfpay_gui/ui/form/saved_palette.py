"""The saved and the recent requests over the window: looked for, opened, saved, renamed, duplicated, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QPushButton, QWidget

from qfpay_gui.models.request.saved_model import draft_of
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.ranking import findable
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.palette.commands import Command
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.palette.palette import Palette
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from qfpay_gui.models.request.saved_model import SavedModel
    from qfpay_gui.services.saved_requests import SavedRequest

_SAVED = text("Requests", "Saved request")
_RECENT = text("Requests", "Sent lately")


class SavedPalette(Palette):
    """Enter opens; Tab leads to the buttons; F2 renames, Ctrl+D duplicates, Shift+Del deletes what the list is on."""

    suite_wanted = Signal()
    """A suite is to be made of what is saved."""

    def __init__(self, model: SavedModel, window: QWidget) -> None:
        words = QCoreApplication.translate("SavedPalette", "A saved request, or one sent lately …")
        keys = QCoreApplication.translate(
            "SavedPalette",
            "↑ ↓ choose · Enter open · F2 rename · Ctrl+D duplicate · Shift+Del delete · Tab more · Esc close",
        )
        super().__init__(window, "saved_requests", words, keys)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._model = model
        self._shown: dict[int, SavedRequest] = {}
        self._add_buttons()
        model.changed.connect(self._on_changed)
        self.finder.line.installEventFilter(self)
        self.finder.list.selectionModel().currentChanged.connect(self._on_current)

    def open_palette(self) -> None:
        """Offer what is saved by now."""
        self._model.refresh()
        self.offer(self._made())
        self._on_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Act before the search line does: on Linux that takes Ctrl+D for Delete."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._acted(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Rename, duplicate and delete by key."""
        if not self._acted(event):
            super().keyPressEvent(event)

    def _acted(self, event: QKeyEvent) -> bool:
        """Whether this key renames, duplicates or deletes."""
        if event.key() == Qt.Key.Key_F2:
            self._rename()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._duplicate()
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._delete()
        else:
            return False
        return True

    def _stops(self) -> list[QWidget]:
        return [self.finder.line, *(one for one in self._buttons if one.isEnabled())]

    def save_as(self) -> None:
        """Ask for a name, and keep the draft under it."""
        now = self._model.current
        name = self._asked_name(self.tr("Save the request"), now.name if now else "")
        if name:
            self._model.save(name)

    def _add_buttons(self) -> None:
        self._row.setSpacing(current().gap_small)
        for name, words, tip, picture, act in (
            ("save_as", self.tr("Save the present one …"), "", "save", self.save_as),
            ("rename", self.tr("Rename …"), self.tr("Rename … (F2)"), "edit", self._rename),
            ("duplicate", self.tr("Duplicate"), self.tr("Duplicate (Ctrl+D)"), "copy", self._duplicate),
            ("delete", self.tr("Delete"), self.tr("Delete (Shift+Del)"), "trash", self._delete),
            ("suite", self.tr("Suite …"), "", "suites", self._make_suite),
        ):
            button = QPushButton(words, self)
            button.setObjectName(f"saved_{name}")
            button.setAutoDefault(False)
            button.setToolTip(tip)
            set_icon(button, picture)
            button.clicked.connect(act)
            self._buttons.append(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.column.addLayout(self._row)

    def _made(self) -> tuple[Command, ...]:
        found = tuple(of_saved(self._model))
        saved = (*self._model.requests, *self._model.recent)
        self._shown = {id(command): one for command, one in zip(found, saved, strict=True)}
        return found

    def _chosen(self) -> SavedRequest | None:
        """The saved request the list is on; None on one that is not saved."""
        one = self._shown.get(id(self.present_command))
        return one if one is not None and one.path is not None else None

    def _on_current(self, *_indices: object) -> None:
        for button in self._buttons[1:-1]:
            button.setEnabled(self._chosen() is not None)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.replace(self._made())

    def _rename(self) -> None:
        if (one := self._chosen()) and (name := self._asked_name(self.tr("Rename the request"), one.name)):
            self._model.rename(one, name)

    def _duplicate(self) -> None:
        if one := self._chosen():
            self._model.duplicate(one)

    def _delete(self) -> None:
        if one := self._chosen():
            self._model.delete(one)
            self.finder.focus()

    def _make_suite(self) -> None:
        self.close_overlay()
        self.suite_wanted.emit()

    def _asked_name(self, title: str, name: str) -> str:
        words = self.tr("A name, or folder/name. Keys and personal data are not kept.")
        typed, agreed = QInputDialog.getText(self.window(), title, words, text=name)
        return typed if agreed else ""


def of_saved(model: SavedModel) -> Iterator[Command]:
    """The saved requests, then those that were sent lately; choosing one makes it the draft."""
    for kind, requests in ((_SAVED, model.requests), (_RECENT, model.recent)):
        for one in requests:
            more = _said(one, model)
            name = one.name or more
            shown = Found(name, more if one.name else "", translated(kind), "request")
            yield Command(shown, findable((name,), more), partial(model.open, one))


def _said(request: SavedRequest, model: SavedModel) -> str:
    """The call, the amount and the number."""
    if request.endpoint not in ENDPOINTS:
        return request.endpoint
    draft = draft_of(request)
    currency = draft.value("txcurrcd") or model.currency_of(draft.value("syssn"))
    money = human_amount(draft.value("txamt"), currency) or " ".join(filter(None, ("txamt", draft.value("txamt"))))
    money = money if draft.value("txamt") else ""
    parts = (translated(endpoint(request.endpoint).label), money, draft.value("out_trade_no") or draft.value("syssn"))
    return " · ".join(part[:80] for part in parts if part)
