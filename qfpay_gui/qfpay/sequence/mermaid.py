"""A sequence as Mermaid text, which chats, tickets and documents draw by themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from qfpay_gui.qfpay.sequence.messages import Sequence
    from qfpay_gui.qfpay.text import Text

# Mermaid ends a statement at ; and begins an entity with #; a lone "end" would close a block.
_SPECIAL = re.compile(r"[#;<>&%{}\[\]]|\bend\b", re.IGNORECASE)
_LONGEST = 160


def to_mermaid(sequence: Sequence, say: Callable[[Text], str] = str, zone: tzinfo = UTC) -> str:
    """What happened, as a Mermaid sequenceDiagram: solid lines went over HTTP, dashed ones were simulated.

    ``say`` puts words into a language; times are told in ``zone``. What is only expected is left out.
    """
    lines = ["sequenceDiagram"]
    lines += [f"    participant {party.value} as {_escaped(say(party.title))}" for party in Party]
    lines += [f"    {_ends(message)}: {_label(message, say, zone)}" for message in sequence.messages]
    return "\n".join([*lines, ""])


def _ends(message: Message) -> str:
    line = "-" if message.kind is MessageKind.HTTP else "--"
    head = "x" if message.lost else ">>"
    return f"{message.sender.value}{line}{head}{message.receiver.value}"


def _label(message: Message, say: Callable[[Text], str], zone: tzinfo) -> str:
    time = f"{datetime.fromtimestamp(message.at, UTC).astimezone(zone):%H:%M:%S} " if message.at else ""
    mark = "✗ " if message.failed else ""
    return _escaped(f"{time}{mark}{say(message.label)}"[:_LONGEST])


def _escaped(words: str) -> str:
    """The words on one line, without what Mermaid would read as its own signs."""
    return _SPECIAL.sub(_entities, " ".join(words.split()))


def _entities(found: re.Match[str]) -> str:
    sign = found.group()
    return f"#{ord(sign[0])};{sign[1:]}"
