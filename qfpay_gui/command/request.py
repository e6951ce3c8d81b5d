"""The request that ``sign`` and ``send`` are about, from a text and the command line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft, freshened
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.services.clock import SystemClock

if TYPE_CHECKING:
    import argparse

    from qfpay_gui.diagnosis.importing import ReadRequest


def draft_of(options: argparse.Namespace, case: ReadRequest | None, *, from_example: bool) -> Draft:
    """The draft: what was read, else the example with a fresh number and time, else nothing; then what -p says.

    A parameter set to nothing is left out.
    """
    if case is not None and options.endpoint:
        raise CouldNotError("--endpoint is for a request without FILE: the text tells which call it is.")
    name = options.endpoint or "payment"
    if case is not None:
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - loaded by now, with what read the text

        draft = to_draft(case)
    elif from_example:
        clock = SystemClock()
        draft = freshened(example_draft(name), clock.now(), clock.token())
    else:
        draft = Draft(tuple(Entry(one.name, leave_out=one.name == "mchid") for one in endpoint(name).parameters), name)
    draft = draft.fill(dict(options.parameter))
    return replace(draft, sign_type=options.sign_type or draft.sign_type)
