"""A notification that is being composed: its body, where it goes, how it is signed, and why it cannot be posted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.address import complete, is_here, refusal
from qfpay_gui.qfpay.notifications.variants import BY_ID, RIGHT, Variant, replayed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.notifications.message import Message
    from qfpay_gui.qfpay.text import Text

REPLAY = "replay"
"""The choice of posting a recorded one with the signature it came with."""
_NO_KEY = text("Receiver", "There is no key to sign with: choose a merchant whose key is here, or type it.")
_NO_WAY = text("Receiver", "This body cannot be posted so: it is no JSON object, or it has nothing to change.")


@dataclass(frozen=True)
class Outgoing:
    """What is in the fields. The repr shows neither body nor key.

    ``came`` are the bytes that ``body`` stands for as long as nobody edits it, ``came_signed`` their own signature.
    """

    url: str = ""
    body: str = field(default="", repr=False)
    choice: str = RIGHT
    client_key: str = field(default="", repr=False)
    came: bytes = field(default=b"", repr=False)
    came_signed: str = field(default="", repr=False)

    @cached_property
    def raw(self) -> bytes:
        """The bytes of the body."""
        is_as_it_came = self.came and self.body == self.came.decode("utf-8", "replace")
        return self.came if is_as_it_came else self.body.encode("utf-8", "replace")

    @property
    def is_recorded(self) -> bool:
        """Whether it can be posted with the signature it came with."""
        return bool(self.came_signed) and self.raw == self.came

    @cached_property
    def variant(self) -> Variant:
        """How it is posted."""
        if self.choice == REPLAY and self.is_recorded:
            return replayed(self.raw, self.came_signed, self.client_key)
        return BY_ID.get(self.choice, BY_ID[RIGHT])

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """What one press posts."""
        return self.variant.make(self.raw, self.client_key)

    @property
    def address(self) -> str:
        """The address that is asked for."""
        return complete(self.url)

    @property
    def is_here(self) -> bool:
        """Whether it stays on this machine, so that nobody needs to be asked."""
        return is_here(self.address)

    @property
    def trouble(self) -> Text | None:
        """Why nothing at all can be posted, or None."""
        return refusal(self.address) or (None if self.client_key else _NO_KEY)

    @property
    def problem(self) -> Text | None:
        """Why this one cannot be posted, or None."""
        return self.trouble or (None if self.messages else _NO_WAY)
