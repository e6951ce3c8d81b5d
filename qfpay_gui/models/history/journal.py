"""What is written down of a request that is sent beside the window: in the same history, orders and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from qfpay_gui.models.history.entries import Sender, begun, ended
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind
from qfpay_gui.qfpay.secrets.masking import Hiding
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.database.file import HistoryTroubleError
from qfpay_gui.services.database.history import History
from qfpay_gui.services.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

T = TypeVar("T")


class Journal:
    """A context manager; of a simulator that ends with what uses it nothing is kept.

    ``profile`` names who signs, ``secrets`` are the keys that nothing written holds, ``tell`` gets a sentence where
    history or settings are in trouble.
    """

    def __init__(
        self,
        folder: Path,
        environment: Environment,
        profile: str,
        secrets: tuple[str, ...],
        tell: Callable[[str], object],
    ) -> None:
        self._environment, self._profile, self._secrets, self._tell = environment, profile, secrets, tell
        self._keeps = environment.kind is not EnvironmentKind.SIMULATOR
        self._history = History(folder / "history.sqlite3")
        self._settings_path = folder / "settings.json"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._history.close()

    def orders(self) -> tuple[Order, ...]:
        """The orders known in this environment, for the rules about what is left of one."""
        if not self._keeps:
            return ()
        known = self._tried(self._history.orders.known) or ()
        return tuple(one for one in known if one.environment_id == self._environment.id)

    def has_used(self, request: PreparedRequest) -> bool:
        """Whether its new order number went to this environment before."""
        if not (self._keeps and request.new_number):
            return False
        return SettingsFile(self._settings_path).settings.has_used(self._environment.id, self._number(request))

    def kept(self, request: PreparedRequest, send: Callable[[], Answer]) -> Answer:
        """Send, written down before the request leaves and when it ended; a history in trouble stops nothing."""
        if not self._keeps:
            return send()
        sender = Sender(SystemClock().now(), self._profile, self._secrets)
        self._remember(request)
        entry_id = self._tried(lambda: self._history.begin(begun(request, sender)))
        answer = send()
        entry = ended(answer, sender)
        self._tried(lambda: self._history.begin(entry) if entry_id is None else self._history.finish(entry_id, entry))
        return answer

    def _tried(self, work: Callable[[], T]) -> T | None:
        """What the history answers; None where it cannot be used, which is said."""
        try:
            return work()
        except HistoryTroubleError as trouble:
            self._tell(str(trouble))
            return None

    def _remember(self, request: PreparedRequest) -> None:
        """The number is used from now on, for every window."""
        if request.new_number:
            file = SettingsFile(self._settings_path)
            _settings, trouble = file.save(file.settings.with_order_number(self._environment.id, self._number(request)))
            if trouble is not None:
                self._tell(str(trouble))

    def _number(self, request: PreparedRequest) -> str:
        """The number as it may be written down: a key that was pasted there is masked."""
        hiding = Hiding(self._secrets, request.parameters)
        return hiding.pairs((("out_trade_no", request.new_number),))[0][1]
