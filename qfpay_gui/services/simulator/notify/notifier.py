"""Delivers notifications to this machine, and again after 2, 10, 10 and 60 minutes, 2, 6 and 15 hours (QFPay, 2025)."""

from __future__ import annotations

import math
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.notify import notification as notifications
from qfpay_gui.services.simulator.notify.deliveries import Attempt, Delivery, attempt, concluded, planned
from qfpay_gui.services.simulator.notify.loopback import NotifyTarget, NotLoopbackError, target
from qfpay_gui.services.simulator.notify.post import Post, PostResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.simulator.events import Event
    from qfpay_gui.services.simulator.notify.notification import Notification

_KEPT = 1000
_LONGEST_WAIT = 1.0  # seconds: the clock may be set, and waits stand still while a computer sleeps
_PATIENCE = 3.0


class Notifier:
    """Posts notifications on one thread of its own, one at a time; ``clock`` gives seconds since 1970."""

    def __init__(self, clock: Callable[[], float], publish: Callable[[Event], None]) -> None:
        self._clock, self._publish = clock, publish
        self._changed = threading.Condition()
        self._notifications: dict[int, Notification] = {}
        self._deliveries: dict[int, Delivery] = {}
        self._last_id = 0
        self._time_lapse = 1.0
        self._thread: threading.Thread | None = None
        self._post: tuple[int, Post] | None = None

    @property
    def time_lapse(self) -> float:
        """How many seconds of the schedule pass in one second."""
        return self._time_lapse

    @time_lapse.setter
    def time_lapse(self, factor: float) -> None:
        if not (math.isfinite(factor) and factor > 0):
            raise ValueError("The time lapse is a number above 0; 60 lets a minute pass in a second.")
        with self._changed:
            self._time_lapse = factor
            for key, delivery in self._deliveries.items():
                if delivery.next_at is not None and delivery.attempts:
                    self._deliveries[key] = replace(delivery, next_at=planned(delivery, factor))
            self._changed.notify_all()

    def start(self) -> None:
        """Begin to deliver."""
        thread = threading.Thread(target=self._work, daemon=True, name="simulator-notifier")
        with self._changed:
            self._thread = thread
        thread.start()

    def stop(self) -> None:
        """Deliver no more; a post under way is cut short and stays to be made."""
        with self._changed:
            thread, self._thread = self._thread, None
            if self._post:
                self._post[1].abort()
                self._post = None
            self._changed.notify_all()
        if thread and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def add(self, notification: Notification) -> None:
        """Deliver this notification as soon as possible, or say at once why it cannot be."""
        with self._changed:
            self._last_id += 1
            delivery = self._first(notification)
            self._notifications[delivery.id], self._deliveries[delivery.id] = notification, delivery
            self._forget_the_oldest()
            self._changed.notify_all()
        if delivery.state == "not delivered":
            self._publish(notifications.ended(notification, delivery, b""))

    def deliveries(self) -> tuple[Delivery, ...]:
        """Everything there was to deliver, newest first."""
        with self._changed:
            return tuple(reversed(self._deliveries.values()))

    def retry_now(self, delivery_id: int) -> bool:
        """Bring the next attempt forward, or make one more; False where none can follow or one is under way."""
        with self._changed:
            delivery = self._deliveries.get(delivery_id)
            under_way = self._post is not None and self._post[0] == delivery_id
            if delivery is None or delivery.state == "not delivered" or under_way:
                return False
            self._deliveries[delivery_id] = replace(delivery, next_at=self._clock())
            self._changed.notify_all()
        return True

    def _first(self, notification: Notification) -> Delivery:
        """The delivery of a new notification: waiting, or not delivered."""
        what = (
            notification.notify_type,
            notification.out_trade_no,
            notification.syssn,
            notification.url,
            notification.body,
            notification.signature,
        )
        try:
            target(notification.url)
        except NotLoopbackError as error:
            refused = Attempt(self._clock(), None, "", accepted=False, reason=str(error))
            return Delivery(self._last_id, *what, (refused,), None, "not delivered")
        return Delivery(self._last_id, *what, (), self._clock(), "waiting")

    def _forget_the_oldest(self) -> None:
        """Keep a bounded number, and everything that is still to be delivered."""
        if len(self._deliveries) <= _KEPT:
            return
        over = next((key for key, delivery in self._deliveries.items() if delivery.next_at is None), None)
        if over is not None:
            del self._deliveries[over], self._notifications[over]

    def _work(self) -> None:
        while (due := self._next()) is not None:
            delivery, post = due
            self._conclude(delivery.id, post.send())

    def _next(self) -> tuple[Delivery, Post] | None:
        """Waits for the next delivery that is due, and begins its post; None once it is told to stop."""
        with self._changed:
            while self._thread is threading.current_thread():
                waiting = [(each.next_at, each.id) for each in self._deliveries.values() if each.next_at is not None]
                wait = min(waiting)[0] - self._clock() if waiting else None
                if wait is not None and wait <= 0:
                    return self._begin(min(waiting)[1])
                self._changed.wait(min(wait, _LONGEST_WAIT) if wait is not None else None)
        return None

    def _begin(self, delivery_id: int) -> tuple[Delivery, Post]:
        """The post that is now to be made."""
        notification, delivery = self._notifications[delivery_id], self._deliveries[delivery_id]
        where: NotifyTarget = target(notification.url)
        request = notification.request(where)
        post = Post(where, request)
        self._post = delivery_id, post
        self._publish(notifications.sending(notification, delivery, self._clock(), where, request))
        return delivery, post

    def _conclude(self, delivery_id: int, received: PostResult) -> None:
        """Take down what came back; a post that was cut short is made again after the next start."""
        with self._changed:
            if self._thread is not threading.current_thread():
                return
            self._post = None
            notification, delivery = self._notifications[delivery_id], self._deliveries[delivery_id]
            last = attempt(self._clock(), received)
            delivery = self._deliveries[delivery_id] = concluded(delivery, last, self._time_lapse)
        self._publish(notifications.ended(notification, delivery, received.raw))
        if delivery.state == "given up":
            self._publish(notifications.given_up(notification, delivery))
