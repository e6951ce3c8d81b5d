"""Brings together what came in and what the simulator says it sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.models.notifications.checks import explained_of, verdict
from qfpay_gui.models.notifications.state import Notice

if TYPE_CHECKING:
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.services.simulator import Delivery


def merged(messages: tuple[Notice, ...], deliveries: tuple[Delivery, ...], keys: Keys | None) -> tuple[Notice, ...]:
    """Each message with its delivery, and a notice for each delivery nothing of which came in; newest first."""
    by_letter = {(delivery.body, delivery.signature): delivery for delivery in reversed(deliveries)}
    known = tuple(replace(one, delivery=by_letter.get((one.body, one.signature))) for one in messages)
    arrived = {one.delivery.id for one in known if one.delivery is not None}
    lost = tuple(_lost(one, keys) for one in deliveries if one.attempts and one.id not in arrived)
    return tuple(sorted((*known, *lost), key=lambda notice: -notice.at))


def _lost(delivery: Delivery, keys: Keys | None) -> Notice:
    """A delivery that never came here; its key is below zero, apart from those of messages."""
    check = verdict(delivery.body, delivery.signature, keys, thoroughly=False)
    explained, at = explained_of(delivery.body), delivery.attempts[-1].at
    return Notice(-delivery.id, at, delivery.body, delivery.signature, explained, check, delivery=delivery)
