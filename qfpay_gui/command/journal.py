"""What is written down of a request sent from a shell: in the same history, orders and numbers as the window's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self, TypeVar

from qfpay_gui.models.history.entries import Sender, begun, ended
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind
from qfpay_gui.qfpay.secrets.masking import Hiding
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.database.file import HistoryTroubleError
from qfpay_gui.services.database.history import History
from qfpay_gui.services.settings import settings_folder
from qfpay_gui.services.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.command.signer import Signer
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

T = TypeVar("T")


class Journal:
    """A context manager; of a simulator that ends with the command nothing is kept."""

    def __init__(self, signer: Signer, environment: Environment) -> None:
        self._signer = signer
        self._environment = environment
        self._keeps = environment.kind is not EnvironmentKind.SIMULATOR
        folder = settings_folder()
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
        sender = Sender(SystemClock().now(), self._signer.name, (self._signer.credentials.client_key,))
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
            sys.stderr.write(f"{trouble}\n")
            return None

    def _remember(self, request: PreparedRequest) -> None:
        """The number is used from now on, for every window."""
        if request.new_number:
            file = SettingsFile(self._settings_path)
            _settings, trouble = file.save(file.settings.with_order_number(self._environment.id, self._number(request)))
            if trouble is not None:
                sys.stderr.write(f"{trouble}\n")

    def _number(self, request: PreparedRequest) -> str:
        """The number as it may be written down: a key that was pasted there is masked."""
        hiding = Hiding((self._signer.credentials.client_key,), request.parameters)
        return hiding.pairs((("out_trade_no", request.new_number),))[0][1]
