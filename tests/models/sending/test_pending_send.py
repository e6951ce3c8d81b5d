from __future__ import annotations

from qfpay_gui.models.sending.pending_send import PendingSend, Press
from qfpay_gui.qfpay.request.draft import example_draft


def test_one_press_waits_and_is_taken_once(qapp: object) -> None:  # noqa: ARG001 - signals need an application
    """A second press changes nothing; each change is told, and what changes nothing is not."""
    pending, told = PendingSend(), []
    pending.changed.connect(lambda: told.append(pending.press))
    first, second = (Press(example_draft(), None, ("simulator", name)) for name in ("A", "B"))
    assert pending.take() is None
    pending.hold(first)
    pending.hold(second)
    assert told == [first]
    assert (pending.take(), pending.take()) == (first, None)
    assert told == [first, None]
