from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.sequence.mermaid import to_mermaid
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, OrderKey, Party, Sequence, written

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text

SENT = Message(1795405202.0, Party.MERCHANT, Party.QFPAY, written("POST /trade/v1/payment"), MessageKind.HTTP)
ARROW = re.compile(r"    \w+(?:->>|-->>|-x|--x)\w+: [^\n]*")


def drawn(*messages: Message) -> list[str]:
    """The lines below the participants."""
    return to_mermaid(Sequence(OrderKey("simulator", "QA1"), messages)).splitlines()[6:]


def test_five_participants_stand_in_their_order() -> None:
    """From the customer to WeChat Pay, also where nothing was sent."""
    lines = to_mermaid(Sequence(OrderKey("simulator", "QA1"))).splitlines()
    assert lines[0] == "sequenceDiagram"
    assert [line.split(" as ")[1] for line in lines[1:]] == ["Customer", "WeChat", "Merchant", "QFPay", "WeChat Pay"]


@pytest.mark.parametrize(
    ("kind", "lost", "arrow"),
    [
        (MessageKind.HTTP, False, "->>"),
        (MessageKind.SIMULATED, False, "-->>"),
        (MessageKind.HTTP, True, "-x"),
        (MessageKind.SIMULATED, True, "--x"),
    ],
)
def test_lines_say_how_a_message_is_known(kind: MessageKind, lost: bool, arrow: str) -> None:  # noqa: FBT001 - a table
    """Solid over HTTP, dashed simulated, a cross where it was lost."""
    (line,) = drawn(replace(SENT, kind=kind, lost=lost))
    assert line == f"    merchant{arrow}qfpay: 03:40:02 POST /trade/v1/payment"


def test_a_label_has_a_hundred_and_sixty_characters() -> None:
    """The time among them."""
    (line,) = drawn(replace(SENT, label=written("x" * 200)))
    assert line == f"    merchant->>qfpay: 03:40:02 {'x' * 151}"


def test_failures_have_a_cross_and_expected_ones_no_time() -> None:
    """In words, for no colour survives a text."""
    assert drawn(replace(SENT, failed=True))[0].endswith("03:40:02 ✗ POST /trade/v1/payment")
    assert drawn(replace(SENT, at=None))[0].endswith("qfpay: POST /trade/v1/payment")


def test_language_and_zone_are_the_callers() -> None:
    """Chinese names, and the clock of Hong Kong."""

    def say(sentence: Text) -> str:
        return "商戶" if sentence.template == "Merchant" else str(sentence)

    whole = to_mermaid(Sequence(OrderKey("simulator", "QA1"), (SENT,)), say, timezone(timedelta(hours=8)))
    assert "participant merchant as 商戶" in whole
    assert "11:40:02" in whole


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("a;b", "a#59;b"),
        ("#1", "#35;1"),
        ("the end", "the #101;nd"),
        ("<b>", "#60;b#62;"),
        ("sender", "sender"),
        ("two\nlines", "two lines"),
        ("%% no comment", "#37;#37; no comment"),
    ],
)
def test_signs_of_mermaid_itself_are_escaped(words: str, escaped: str) -> None:
    """A label can end no statement, open no block and hide nothing."""
    assert drawn(replace(SENT, at=None, label=written(words))) == [f"    merchant->>qfpay: {escaped}"]


@given(st.text())
def test_every_label_stays_on_its_line(words: str) -> None:
    """Whatever somebody typed as a value."""
    lines = drawn(replace(SENT, label=written(words)), SENT)
    assert len(lines) == 2
    assert all(ARROW.fullmatch(line) for line in lines)
