"""Faults of the program as the window tells them, and the report about them that a person may hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from qfpay_gui.models.support import versions
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.faults.faults import CRASHED, Fault, Faults
from qfpay_gui.services.faults.log import FaultLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qfpay_gui.models.outside import Outside
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.secrets.exchange import Mask

_FAULT = text(
    "Faults",
    "A fault of this program in {place} ({kind}): it did not finish what it was doing. The window goes on; "
    "Help → Open the log says where.",
)
_CRASHED = text("Faults", "QFPay Tester crashed the last time. Help → Open the log says where.")
_SOMEWHERE = text("Faults", "the window")
_PLACES = {
    "bar": text("Faults", "the bar"),
    "case": text("Faults", "the merchant’s case"),
    "form": text("Faults", "the form"),
    "history": text("Faults", "the history"),
    "notifications": text("Faults", "notifications"),
    "openid": text("Faults", "the openid dialog"),
    "orders": text("Faults", "the orders"),
    "polling": text("Faults", "polling"),
    "profiles": text("Faults", "the profiles"),
    "project": text("Faults", "the Mini Program project"),
    "reply": text("Faults", "the reply"),
    "request": text("Faults", "the form"),
    "sending": text("Faults", "sending"),
    "sequence": text("Faults", "the sequence"),
    "sheet": text("Faults", "the payment sheet"),
    "signature": text("Faults", "the signature"),
}
_IMPORTANT = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class Case(Protocol):
    """What a merchant sent."""

    @property
    def params(self) -> Mapping[str, str]:
        """Its parameters."""


class FaultsModel(QObject):
    """Says each fault on the GUI thread once the event loop is back, wherever it happened."""

    noticed = Signal(object)
    """Carries a Text for the status line."""
    _happened = Signal(object)

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_taking = outside.faults is not None
        self._faults = outside.faults or Faults(FaultLog(outside.settings_path.parent))
        self._is_telling = False
        self._handled_before: tuple[Any, ...] = ()  # Qt's own handler is None
        # Queued: a fault within a paint event must not change what is being painted.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path:
        """Where faults are written."""
        return self._faults.log.path

    def follow(
        self, draft: DraftModel, secrets: Callable[[], tuple[str, ...]], case: Callable[[], Case | None]
    ) -> None:
        """Tell of faults from now on where they are taken, and log Qt's own warnings.

        Never written are these secrets, and what draft and case say about a person.
        """

        def mask() -> Mask:
            from qfpay_gui.qfpay.secrets.exchange import Mask, mask_of  # noqa: PLC0415 - no start has faults

            pasted = case()
            of_case = Mask(tuple(pasted.params.items()) if pasted else ())
            return mask_of(draft.prepared, secrets()).joined(of_case)

        if not self._is_taking:
            return
        self._faults.mask, self._faults.tell = mask, self._pass_on
        while self._faults.untold:
            self._pass_on(self._faults.untold.popleft())
        self._handled_before = (qInstallMessageHandler(self._on_message),)

    def leave(self) -> None:
        """Tell of nothing any more."""
        for handler in self._handled_before:
            qInstallMessageHandler(handler)
        self._handled_before = ()
        self._faults.tell = lambda _fault: None

    def log(self) -> str:
        """What was written last, or what could not be written."""
        return self._faults.log.latest() or "\n\n".join(self._faults.latest)

    def report(self) -> str:
        """Versions and the latest faults: no key, no personal data, no values of the request."""
        return "\n".join((*versions(), "", self.log() or "–"))

    def _pass_on(self, fault: Fault) -> None:
        """A fault in telling of a fault is written down only, or there would be no end to it."""
        if not self._is_telling:
            self._happened.emit(fault)

    def _tell(self, fault: Fault) -> None:
        self._is_telling = True
        try:
            self.noticed.emit(_sentence(fault))
        finally:
            self._is_telling = False

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind in _IMPORTANT:
            self._faults.take_message(f"{kind.name}: {words}")


def _sentence(fault: Fault) -> Text:
    if fault == CRASHED:
        return _CRASHED
    return _FAULT.fill(kind=fault.kind, place=_PLACES.get(fault.place, _SOMEWHERE))
