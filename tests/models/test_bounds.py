"""Numbers that people are told by the window or the guide, held to what the program does."""

from __future__ import annotations

from datetime import timedelta
from inspect import signature
from pathlib import Path

from qfpay_gui.models import deletions, keychain
from qfpay_gui.models.case import files, veil
from qfpay_gui.models.history import entries, people
from qfpay_gui.models.polling import poll_model, steps
from qfpay_gui.models.profiles import addresses_model
from qfpay_gui.models.request import draft_keeper, saved_model
from qfpay_gui.models.sending import replies_model
from qfpay_gui.models.sequence import book
from qfpay_gui.models.watch import watch_model

GUIDE = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def told(words: str) -> bool:
    """Whether the guide says so, wherever its lines break."""
    return words in " ".join(GUIDE.split())


def test_polling_keeps_to_what_is_said() -> None:
    """Its pauses, and its end."""
    assert told("asks again after 3, 5, 8, 13, 20 and then every 30 seconds")
    assert told("at 20 queries or ten minutes")
    assert poll_model.PAUSES == (3, 5, 8, 13, 20, 30)
    assert (20, timedelta(minutes=10), 2) == (poll_model.MOST, poll_model.LONGEST, poll_model.SHORTEST)
    assert (steps.MOST_FAILURES, steps.RATE_LIMIT_PAUSE, steps.LONGEST_PAUSE) == (3, 60, 300)


def test_what_is_waited_for_is_what_is_said() -> None:
    """Ten seconds to take back, three for the keychain, one for the draft."""
    assert told("what is deleted can be taken back for ten seconds")
    assert told("does not answer within three seconds")
    assert told("the draft, within a second of the last key")
    assert (deletions.SECONDS, keychain.KEYCHAIN_PATIENCE_MS, draft_keeper.EVERY_MS) == (10, 3000, 1000)


def test_so_much_is_kept() -> None:
    """Of replies, orders, messages, people, characters."""
    assert told("or the last ten that were sent")
    assert (saved_model.MOST_RECENT, replies_model.MOST, watch_model.MOST) == (10, 30, 200)
    assert (book.KEPT_ORDERS, book.KEPT_MESSAGES, people.MOST) == (30, 300, 200)
    assert (entries.LONGEST_REPLY, veil.LONGEST, files.LARGEST) == (200_000, 60_000, 2_097_152)
    assert addresses_model._MOST_STEPS == 50


def test_leaving_waits_for_two_seconds_at_most() -> None:
    """For what is still to be written."""
    assert signature(saved_model.SavedModel.stop).parameters["wait_ms"].default == 2000
