"""Posts a composed notification to a receiver in the background: once a press, as a series, or by the schedule."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.notifications.outgoing import REPLAY
from qfpay_gui.models.notifications.pasted import CURRENT, TYPED
from qfpay_gui.models.notifications.posting_state import Attempt, PostingState
from qfpay_gui.models.tasks import Done, Raised, Result
from qfpay_gui.qfpay.notifications.address import place
from qfpay_gui.qfpay.notifications.composing import example, of_payment, of_refund, written
from qfpay_gui.qfpay.notifications.message import Answer
from qfpay_gui.qfpay.notifications.series import Trial, judged, judged_alone, trials, verdict
from qfpay_gui.qfpay.notifications.success import Taken, acknowledged
from qfpay_gui.qfpay.notifications.variants import RIGHT
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.notifications.posting import Poster
from qfpay_gui.snippets.receiver_report import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.notifications.outgoing import Outgoing
    from qfpay_gui.models.notifications.posting_state import Work
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.notifications.message import Message
    from qfpay_gui.qfpay.orders.order import Order

    Answers = tuple[Answer, ...]

_FAILED = text("Receiver", "This program failed while posting: {name}")


class PostingModel(QObject):
    """Holds body, key and answers in memory only. ``ca_file`` names further authorities, ``now`` gives seconds."""

    changed = Signal(object)
    """Carries the PostingState."""
    offered = Signal(str)
    """Carries a body to show in its field: one was composed, or a recorded one is to be posted."""

    def __init__(
        self,
        runner: TaskRunner,
        parent: QObject | None = None,
        *,
        ca_file: Callable[[], str] = str,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._runner, self._ca_file, self._now = runner, ca_file, now
        self._keys: Keys | None = None
        self._typed_key = ""
        self._planned: tuple[Trial, ...] = ()
        self._answers: dict[str, Answers] = {}
        self._gaps: tuple[float, ...] = ()
        self._cancellation = Cancellation()
        self._ticket = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._post_again)
        self.state = PostingState()
        self.compose_example()

    def type_url(self, url: str) -> None:
        """The receiver's address."""
        self._prepare(url=url)

    def suggest_url(self, url: str) -> None:
        """The receiver's address, where none is typed yet."""
        if not self.state.outgoing.url:
            self.type_url(url)

    def type_body(self, body: str) -> None:
        """The body, as it stands in its field."""
        if body != self.state.outgoing.body:
            self._prepare(body=body)

    def choose(self, choice: str) -> None:
        """Post in the way of the variant with this id, or as REPLAY."""
        self._prepare(choice=choice)

    def choose_key(self, choice: str) -> None:
        """Sign with CURRENT, TYPED, or the key of the profile of this name."""
        self.state = replace(self.state, key_choice=choice)
        self._prepare()

    def type_key(self, client_key: str) -> None:
        """The key to sign with where TYPED is chosen; it is kept nowhere else."""
        self._typed_key = client_key.strip()
        self._prepare()

    def set_keys(self, keys: Keys) -> None:
        """Sign with these keys from now on."""
        self._keys = keys
        names, choice = tuple(keys.others), self.state.key_choice
        known = choice if choice in {CURRENT, TYPED, *names} else CURRENT
        self.state = replace(self.state, key_names=names, key_choice=known)
        self._prepare()

    def compose_example(self) -> None:
        """Fill in a payment nobody made."""
        mchid = self._keys.credentials.mchid if self._keys else ""
        self._offer(written(example(self._moment(), mchid)))

    def compose(self, order: Order, *, refund: bool = False) -> None:
        """Fill in the payment of this order, or its newest refund."""
        self._offer(written((of_refund if refund else of_payment)(order, self._moment())))

    def take_recorded(self, body: bytes, signature: str) -> None:
        """Post this one, which came in or was pasted; byte for byte, as long as nobody edits it."""
        self._offer(body, signature)

    def send(self) -> None:
        """Post what is shown, once."""
        self._gaps = ()
        self._begin("once")

    def send_by_schedule(self, time_lapse: float) -> None:
        """Post what is shown until it is taken, as often and as far apart as QFPay does, so many times faster."""
        from qfpay_gui.diagnosis.notification import RETRY_GAPS  # noqa: PLC0415 - not needed at start

        self._gaps = tuple(gap / time_lapse for gap in RETRY_GAPS)
        self._begin("retries")

    def send_now(self) -> None:
        """Make the next attempt of the schedule without waiting for its time."""
        if self._wait.isActive():
            self._wait.stop()
            self._post_again()

    def send_series(self) -> None:
        """Post every variant, one after the other."""
        outgoing = self.state.outgoing
        if self.state.is_working or outgoing.trouble is not None:
            return
        self._planned = tuple(one for one in trials(outgoing.raw, outgoing.client_key) if one.messages)
        self._answers = {}
        self._start("series", ())
        self._next_trial()

    def cancel(self) -> None:
        """Post nothing more; what is under way is broken off, and whether it arrived stays open."""
        self._planned, self._gaps = (), ()
        self._cancellation.cancel()
        if self._wait.isActive():
            self._wait.stop()
            self._end()

    def close(self) -> None:
        """Post nothing more, and tell nobody: for the program's end."""
        self.cancel()
        self._runner.forget(self._ticket)

    def masked(self, words: str) -> str:
        """The words without the key that signed, as they may be copied or written down."""
        return scrub(words, (self._ran.client_key,))

    @property
    def _ran(self) -> Outgoing:
        """What is posted now, or was last."""
        return self.state.ran or self.state.outgoing

    def _begin(self, work: Work) -> None:
        outgoing = self.state.outgoing
        if not self.state.is_working and outgoing.problem is None:
            self._start(work, outgoing.messages)
            self._post(outgoing.messages, self._on_posted)

    def _start(self, work: Work, sent: tuple[Message, ...]) -> None:
        """Nothing has come back yet."""
        self._cancellation = Cancellation()
        to_come = len(self._planned) if work == "series" else 0
        empty = PostingState(self.state.outgoing, self.state.key_choice, self.state.key_names)
        self._set(replace(empty, work=work, ran=empty.outgoing, sent=sent, to_come=to_come))

    def _post(self, messages: tuple[Message, ...], receiver: Callable[[Result[Answers]], None]) -> None:
        poster = Poster(self._ran.client_key, ca_file=self._ca_file())
        task = partial(_posted, poster, self._ran.address, messages, self._cancellation)
        self._ticket = self._runner.run(task, receiver)

    def _post_again(self) -> None:
        self._set(replace(self.state, next_at=None))
        self._post(self.state.sent, self._on_posted)

    def _on_posted(self, result: Result[Answers]) -> None:
        answers = _answers(result)
        attempts = (*self.state.attempts, *(Attempt(self._now(), one) for one in answers))
        is_judged = not self._cancellation.cancelled
        verdict_of_one = judged_alone(self._ran.variant, answers) if is_judged else None
        self._set(replace(self.state, attempts=attempts, judged=verdict_of_one))
        if not self._gaps or acknowledged(answers[-1]).taken is Taken.YES:
            self._end()
            return
        gap, *rest = self._gaps
        self._gaps = tuple(rest)
        self._wait.start(int(gap * 1000))
        self._set(replace(self.state, next_at=self._now() + gap))

    def _next_trial(self) -> None:
        """Post the next variant; at the end, judge all of them."""
        if self._planned:
            self._post(self._planned[0].messages, self._on_trial)
            return
        found = judged(self._answers)
        at = self._moment().isoformat(timespec="seconds")
        self._end(report=Report(place(self._ran.address), at, found, verdict(found)))

    def _on_trial(self, result: Result[Answers]) -> None:
        if self._cancellation.cancelled:
            self._end()
            return
        trial, self._planned = self._planned[0], self._planned[1:]
        answers = self._answers[trial.variant.id] = _answers(result)
        found = judged(self._answers)
        if trial.variant.id == RIGHT and answers[0].status is None:  # nothing else would be answered either
            self._end(sent=trial.messages, attempts=(Attempt(self._now(), answers[0]),), judged=found[0])
            return
        self._set(replace(self.state, found=found, to_come=len(self._planned)))
        self._next_trial()

    def _end(self, **known: Any) -> None:
        is_stopped = self._cancellation.cancelled
        self._set(replace(self.state, work="", next_at=None, to_come=0, is_stopped=is_stopped, **known))

    def _offer(self, body: bytes, signature: str = "") -> None:
        shown = body.decode("utf-8", "replace")
        self.offered.emit(shown)
        self._prepare(body=shown, came=body, came_signed=signature, choice=REPLAY if signature else RIGHT)

    def _prepare(self, **typed: Any) -> None:
        self._set(replace(self.state, outgoing=replace(self.state.outgoing, **typed, client_key=self._key())))

    def _key(self) -> str:
        own = self._keys.credentials.client_key if self._keys else ""
        others = self._keys.others if self._keys else {}
        choice = self.state.key_choice
        return {CURRENT: own, TYPED: self._typed_key}.get(choice, others.get(choice, ""))

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)

    def _set(self, state: PostingState) -> None:
        self.state = state
        self.changed.emit(state)


def _posted(poster: Poster, url: str, messages: tuple[Message, ...], cancel: Cancellation) -> Answers:
    return tuple(poster.post(url, one, cancel=cancel) for one in messages)


def _answers(result: Result[Answers]) -> Answers:
    match result:
        case Done(answers):
            return answers
        case Raised(error):
            return (Answer(failure=_FAILED.fill(name=type(error).__name__)),)
