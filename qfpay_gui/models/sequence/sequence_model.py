"""The sequence diagram's model: every order's messages, joined from what was sent, played and received."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.sending.send_model import Answered, Broken, Sending
from qfpay_gui.models.sequence.book import SequenceBook, makes_order, numbers_asked, numbers_given
from qfpay_gui.models.sequence.receptions import Receptions
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.secrets.exchange import Mask, message_mask
from qfpay_gui.qfpay.sequence.acts import Act, act_message
from qfpay_gui.qfpay.sequence.http import left_open, lost, never_left, reply_message, request_message
from qfpay_gui.qfpay.sequence.messages import OrderKey, Sequence
from qfpay_gui.qfpay.sequence.received import Reception, numbers_in, received_messages
from qfpay_gui.qfpay.sequence.simulated import event_messages
from qfpay_gui.services.http.outgoing import headers_sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendModel, SendState
    from qfpay_gui.models.sheet.sheet_model import SheetModel
    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.clock import Clock
    from qfpay_gui.services.simulator.events import Event

_SIMULATOR = environments.SIMULATOR.id
_NUMBERS = ("refund_out_trade_no", "notified_out_trade_no")


@dataclass(frozen=True)
class SequenceState:
    """The orders that are kept, newest first, and the one that is looked at."""

    sequences: tuple[Sequence, ...] = ()
    current: Sequence | None = None


@dataclass(frozen=True)
class _Pending:
    """A request under way, and its arrows: of each order it is about, which message it is."""

    request: PreparedRequest
    at: float
    arrows: tuple[tuple[OrderKey, int], ...]


class SequenceModel(QObject):
    """Follows the newest order, until another one is chosen; what the person sends is looked at in any case.

    ``secrets`` gives further keys that must never show; those that sign a request, and the simulator's, are known.
    """

    changed = Signal(object)
    """Carries the SequenceState."""

    def __init__(  # noqa: PLR0913 - whom it listens to
        self,
        send_model: SendModel,
        simulator: SimulatorModel,
        sheet_model: SheetModel,
        clock: Clock,
        parent: QObject | None = None,
        *,
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._simulator = simulator
        self._clock = clock
        self._secrets = secrets
        self._book = SequenceBook()
        self._masks: dict[OrderKey, Mask] = {}
        self._receptions = Receptions(self)
        self._pending: _Pending | None = None
        self._current: OrderKey | None = None
        self._follows = True
        self.state = SequenceState()
        send_model.changed.connect(self._on_send)
        simulator.happened.connect(self._on_happened)
        sheet_model.acted.connect(self._on_act)
        self._receptions.unexplained.connect(self._on_unexplained)

    def choose(self, key: OrderKey) -> None:
        """Look at this order; while it is the newest, later ones are followed."""
        if self._book.get(key) is not None:
            self._current = key
            self._follows = key == self._book.newest_first[0].key
            self._publish()

    def take_received(self, received: Reception) -> None:
        """Draw a notification that reached this program's listener, once it was answered.

        What the simulator tells of sending is drawn by its events, and not drawn again.
        """
        self._receptions.take(received)

    def _on_send(self, state: SendState) -> None:
        match state:
            case Sending(request):
                if self._pending is None or request is not self._pending.request:
                    self._send(request, self._clock.now().timestamp())
            case Answered(answer):
                self._answer(answer)
            case Broken(request):
                self._break(request)
            case _:
                return
        self._publish()

    def _send(self, request: PreparedRequest, at: float) -> None:
        keys = self._keys(request, at)
        arrows = []
        for key in keys:
            mask = self._masks[key] = self._mask(key).joined(message_mask(self._all_secrets(), request))
            message = request_message(request, headers_sent(request), mask, at)
            arrows += [(key, number) for number in self._book.add(key, (message,))]
        self._pending = _Pending(request, at, tuple(arrows))
        if keys:
            self._current = keys[0]
            self._follows = keys[0] == self._book.newest_first[0].key

    def _answer(self, answer: Answer) -> None:
        at = answer.received_at.timestamp()
        if self._pending is None or self._pending.request is not answer.request:
            self._send(answer.request, at - answer.exchange.timings.total)
        pending, self._pending = self._pending, None
        arrows = pending.arrows if pending else ()
        at = max(at, pending.at) if pending else at  # no reply before its request, wherever the clock was set to
        for key, arrow in arrows:
            message = reply_message(answer.exchange, answer.reply, answer.verdict, self._mask(key), at)
            if never_left(answer.exchange):
                self._book.change(key, arrow, partial(lost, reason=message))
            else:
                self._book.add(key, (message,))
        if len(arrows) == 1:
            self._book.learn(arrows[0][0], numbers_given(answer))

    def _break(self, request: PreparedRequest) -> None:
        """Whether a request of a failing program arrived stays open."""
        if self._pending is not None and self._pending.request is request:
            for key, arrow in self._pending.arrows:
                self._book.change(key, arrow, left_open)
        self._pending = None

    def _keys(self, request: PreparedRequest, at: float) -> tuple[OrderKey, ...]:
        """The orders a request is about; a new one where none of them is known."""
        environment_id = self._environment_id(request)
        numbers = numbers_asked(request)
        known = tuple(dict.fromkeys(filter(None, (self._book.find(environment_id, one) for one in numbers))))
        if known or len(numbers) != 1 or not numbers[0]:
            return known
        key = OrderKey(environment_id, numbers[0])
        self._begin(key, at, message_mask(self._all_secrets(), request))
        if makes_order(request):
            self._book.describe(key, human_amount(request.value("txamt"), request.value("txcurrcd")))
        return (key,)

    def _key_of(self, environment_id: str, numbers: Iterable[str]) -> OrderKey | None:
        return next(filter(None, (self._book.find(environment_id, number) for number in numbers)), None)

    def _begin(self, key: OrderKey, at: float, mask: Mask | None = None) -> None:
        mask = self._masks[key] = mask or message_mask(self._all_secrets())
        known = environments.by_id(key.environment_id)
        name = known.name if known else environments.CUSTOM
        self._book.begin(Sequence(key, title=mask(key.number)[:128], environment=name, began=at))
        self._masks = {one.key: self._masks[one.key] for one in self._book.newest_first}
        if self._follows or self._current is None or self._book.get(self._current) is None:
            self._current = key

    def _mask(self, key: OrderKey) -> Mask:
        return self._masks.get(key) or message_mask(self._all_secrets())

    def _all_secrets(self) -> tuple[str, ...]:
        own = self._simulator.profile.credentials.client_key
        return tuple(secret for secret in (own, *self._secrets()) if secret)

    def _environment_id(self, request: PreparedRequest) -> str:
        """A custom base URL that leads to the simulator is the simulator."""
        environment = request.environment
        is_simulator = environment.base_url == self._simulator.base_url and environment.base_url != ""
        simulated = is_simulator or environment.kind is EnvironmentKind.SIMULATOR
        return _SIMULATOR if simulated else environment.id

    def _on_happened(self, event: Event) -> None:
        key = self._key_of(_SIMULATOR, (event.out_trade_no, event.syssn))
        if key is None:
            key = OrderKey(_SIMULATOR, event.out_trade_no or event.syssn)
            self._begin(key, event.at)
        self._book.learn(key, (event.syssn, *(event.fields.get(name, "") for name in _NUMBERS)))
        if event.kind.name != "REFUNDED":
            self._book.describe(key, human_amount(event.fields.get("txamt", ""), event.fields.get("txcurrcd", "")))
        if event.kind.name == "NOTIFYING":
            self._receptions.note_sent(event.sent)
        self._book.add(key, event_messages(event, self._mask(key)))
        self._publish()

    def _on_unexplained(self, received: Reception) -> None:
        """Somebody else notified the listener, perhaps about an order of the simulator."""
        numbers = numbers_in(received.body)
        key = self._key_of(_SIMULATOR, numbers)
        if key is None and numbers:
            key = OrderKey(_SIMULATOR, numbers[-1])
            self._begin(key, received.at)
        if key is not None:
            self._book.add(key, received_messages(received, self._mask(key)))
            self._publish()

    def _on_act(self, act: Act) -> None:
        key = self._book.find(_SIMULATOR, act.out_trade_no)
        if key is not None:
            self._book.add(key, (act_message(act, self._mask(key), self._clock.now().timestamp()),))
            self._publish()

    def _publish(self) -> None:
        sequences = self._book.newest_first
        current = self._book.get(self._current) if self._current else None
        state = SequenceState(sequences, current)
        if state != self.state:
            self.state = state
            self.changed.emit(state)
