"""Reads a paste while it is being typed: soon after the last key, in the background where it is long."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.tasks import Done, Raised, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing import PaymentCall, ReadRequest
    from qfpay_gui.diagnosis.importing.corrections import Seen
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.reply.pay_params import MemberCheck

PAUSE_MS = 120


@dataclass(frozen=True)
class Reading:
    """What a paste holds: at least one request, be it an empty one, and the code that calls wx.requestPayment.

    ``call_findings`` is None where there is no such call. ``technical`` names the fault where reading itself failed.
    ``pay_params`` are the members of pay_params that were pasted alone, judged one by one.
    ``seen`` is the first usable request with its places in ``source``.
    """

    requests: tuple[ReadRequest, ...]
    call_findings: tuple[Finding, ...] | None = None
    technical: str = ""
    source: str = field(default="", repr=False)
    pay_params: tuple[MemberCheck, ...] = ()
    seen: Seen | None = field(default=None, repr=False)

    @property
    def kind(self) -> str:
        """What was pasted: "request", or what it is instead."""
        return self.requests[0].kind if self.requests else "nothing"

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was found."""
        return self.call_findings is None and all(one.is_empty for one in self.requests)

    @property
    def usable(self) -> tuple[ReadRequest, ...]:
        """The requests that are worth examining; the members of a wx.requestPayment call alone are none."""
        found = tuple(one for one in self.requests if not one.is_empty)
        if self.call_findings is None:
            return found
        return tuple(one for one in found if not _is_call(one))


class PasteReader(QObject):
    """Reads the newest text it was given; older ones are forgotten.

    With a runner it reads in the background, for a log takes longer than a frame. ``keys`` (name → client_key) settle
    doubtful readings.
    """

    read = Signal(object)
    """Carries the Reading of the newest text."""

    def __init__(
        self, runner: TaskRunner | None = None, parent: QObject | None = None, keys: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._keys = dict(keys or {})
        self._text = ""
        self._ticket = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read_now)

    @property
    def is_waiting(self) -> bool:
        """Whether the newest text has not been read yet."""
        return self._pause.isActive() or self._ticket != 0

    def take(self, text: str) -> None:
        """Read this text once no other has come for a moment."""
        self._text = text
        self._forget()
        self._pause.start()

    def read_now(self) -> None:
        """Read the newest text without waiting any longer."""
        self._pause.stop()
        self._forget()
        if self._runner is not None:
            self._ticket = self._runner.run(partial(read_paste, self._text, self._keys), self._finish)
        else:
            self.read.emit(read_paste(self._text, self._keys))

    def stop(self) -> None:
        """Read nothing any more."""
        self._pause.stop()
        self._forget()
        self._text = ""

    def _forget(self) -> None:
        if self._runner is not None and self._ticket:
            self._runner.forget(self._ticket)
        self._ticket = 0

    def _finish(self, result: Result[Reading]) -> None:
        self._ticket = 0
        match result:
            case Done(reading):
                self.read.emit(reading)
            case Raised(error):
                self.read.emit(Reading((), technical=type(error).__name__))


def read_paste(text: str, keys: Mapping[str, str] | None = None) -> Reading:
    """Everything this text holds."""
    from qfpay_gui.diagnosis.importing import (  # noqa: PLC0415 - not needed at start
        payment_call_findings,
        read_pay_params,
        read_payment_call,
        read_requests,
    )
    from qfpay_gui.diagnosis.importing.corrections import see  # noqa: PLC0415
    from qfpay_gui.models.case.proof_file import read_proof_file  # noqa: PLC0415

    proof = read_proof_file(text)
    if proof is not None:
        return Reading((proof,), source=text, seen=see(text, proof))
    requests = read_requests(text, keys)
    call = read_payment_call(text)
    findings = None if call is None else payment_call_findings(call)
    members = read_pay_params(text) if call is None and requests[0].kind == "pay_params" else None
    found = Reading(requests, findings, source=text, pay_params=_judged(members) if members else ())
    return replace(found, seen=see(text, found.usable[0])) if found.usable else found


def _judged(members: PaymentCall) -> tuple[MemberCheck, ...]:
    """What is to be said of each member, at this moment; a number is told from a text."""
    from qfpay_gui.qfpay.reply.pay_params import check  # noqa: PLC0415 - not needed at start

    values = {one.name: float(one.value) if one.kind.value == "number" else one.value for one in members.members}
    return check(values, datetime.now(UTC))


def _is_call(request: ReadRequest) -> bool:
    """Whether this is what a reader of requests makes of the members of a wx.requestPayment call."""
    names = set(request.params)
    return bool(names & {"timeStamp", "nonceStr", "paySign"}) and not names & {"txamt", "out_trade_no", "pay_type"}
