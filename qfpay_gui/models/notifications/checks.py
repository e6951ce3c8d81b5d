"""Verifies a message with the keys at hand. The pure rooms are imported late: they are not needed at start."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qfpay_gui.models.notifications.state import Notice

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.notification import Check, Explained
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.services.notifications.received import Received
    from qfpay_gui.services.simulator import Delivery


@lru_cache(maxsize=512)
def explained_of(body: bytes) -> Explained:
    """The fields with their meanings; quick where the same body is asked for again, as with each retry."""
    from qfpay_gui.diagnosis.notification import explain_notification  # noqa: PLC0415 - see the docstring

    return explain_notification(body)


def looked_at(message: Received) -> Notice:
    """A notice of the message, its fields explained, not verified yet."""
    signature, explained = message.header("X-QF-SIGN"), explained_of(message.body)
    return Notice(message.id, message.at, message.body, signature, explained, received=message)


def checked(notice: Notice, keys: Keys | None, *, thoroughly: bool = False) -> Notice:
    """The notice with its verdict; without ``thoroughly`` none where the reason would have to be searched for."""
    return replace(notice, check=verdict(notice.body, notice.signature, keys, thoroughly=thoroughly))


def verdict(body: bytes, signature: str, keys: Keys | None, *, thoroughly: bool) -> Check | None:
    """The verdict, None where only a search would tell."""
    from qfpay_gui.diagnosis.notification import check_notification, is_valid  # noqa: PLC0415 - see the docstring

    client_key = keys.credentials.client_key if keys else ""
    is_quick = not (body and signature.strip() and client_key) or is_valid(body, signature, client_key)
    if not is_quick and not thoroughly:
        return None
    others, app_code = (keys.others, keys.credentials.app_code) if keys else ({}, "")
    return check_notification(body, signature, client_key, other_keys=others, app_code=app_code)


def news_of(notice: Notice) -> dict[str, str]:
    """The fields of a valid payment or refund notification; empty for any other."""
    is_news = notice.check is not None and notice.check.is_valid and notice.explained.is_news
    return dict(notice.explained.members) if is_news else {}


def merged(messages: tuple[Notice, ...], deliveries: tuple[Delivery, ...], keys: Keys | None) -> tuple[Notice, ...]:
    """Each message with its delivery, and a notice for each delivery nothing of which came in; newest first."""
    by_body = {(delivery.body, delivery.signature): delivery for delivery in reversed(deliveries)}
    known = tuple(replace(one, delivery=by_body.get((one.body, one.signature))) for one in messages)
    arrived = {one.delivery.id for one in known if one.delivery is not None}
    lost = tuple(_lost(one, keys) for one in deliveries if one.attempts and one.id not in arrived)
    return tuple(sorted((*known, *lost), key=lambda notice: -notice.at))


def _lost(delivery: Delivery, keys: Keys | None) -> Notice:
    """A delivery that never came here; its key is below zero, apart from those of messages."""
    check = verdict(delivery.body, delivery.signature, keys, thoroughly=False)
    explained, at = explained_of(delivery.body), delivery.attempts[-1].at
    return Notice(-delivery.id, at, delivery.body, delivery.signature, explained, check, delivery=delivery)
