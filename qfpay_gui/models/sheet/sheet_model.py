"""The payment sheet: after a simulated payment, the person at this window is the customer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qfpay_gui.models.sending.send_model import Answered, Sending
from qfpay_gui.models.sheet.state import Opening, Paying, Refused, SheetClosed, SheetEnded, SheetOpen, SheetState
from qfpay_gui.models.tasks import Done, Raised, Result
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.reply.wx_results import OK
from qfpay_gui.qfpay.sequence.acts import Called, Returned, Shown
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendModel, SendState
    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.simulator.events import Event
    from qfpay_gui.services.simulator.wechat.wallet import Sheet, WxResult

_EXPIRED = text("Sheet", "Its time is over: paying ends in an error now.")
_GONE = text("Sheet", "The merchant has closed this order: paying ends in an error now.")
_TROUBLE = {"EXPIRED": _EXPIRED, "CLOSED": _GONE, "REVERSED": _GONE}


class SheetModel(QObject):
    """Asks the simulator for the sheet of each simulated payment, and tells it once what the customer did.

    Outside the simulator's environment there is no sheet: only a phone can pay there.
    """

    changed = Signal(object)
    """Carries the SheetState."""
    acted = Signal(object)
    """Carries each Act, for the sequence."""

    def __init__(self, simulator: SimulatorModel, send_model: SendModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._simulator = simulator
        self._pay_params: Mapping[str, str] = {}
        self._out_trade_no = ""
        self._call = 0
        self.payer = ""
        self.state: SheetState = SheetClosed()
        # Queued: whoever draws the reply has heard of it before the call that follows from it.
        send_model.changed.connect(self._on_send, Qt.ConnectionType.QueuedConnection)
        simulator.happened.connect(self._on_happened)

    def pay(self) -> None:
        """The customer pays, once."""
        if isinstance(self.state, SheetOpen):
            self._simulator.pay(self.state.sheet.prepay_id, self._begin(self.state.sheet))

    def cancel(self) -> None:
        """The customer closes the sheet; the order stays open."""
        if isinstance(self.state, SheetOpen):
            self._simulator.cancel(self.state.sheet.prepay_id, self._begin(self.state.sheet))

    def fail(self, err_msg: str) -> None:
        """WeChat fails with this errMsg."""
        if isinstance(self.state, SheetOpen):
            self._simulator.fail(self.state.sheet.prepay_id, err_msg, self._begin(self.state.sheet))

    def expire(self) -> None:
        """Let the order's time run out while the sheet is open."""
        if isinstance(self.state, SheetOpen):
            self._simulator.expire(self.state.sheet.out_trade_no)
            self._set(SheetOpen(self.state.sheet, _EXPIRED))

    def reopen(self) -> None:
        """Call wx.requestPayment again with the same pay_params, as a Mini Program may after a failure."""
        match self.state:
            case SheetEnded(result=result) if not result.ok:
                self._open()
            case Refused():
                self._open()
            case _:
                return

    def dismiss(self) -> None:
        """Put the sheet away; while it asks, that is the customer closing it."""
        self.cancel()
        self._set(SheetClosed())

    def _begin(self, sheet: Sheet) -> partial[None]:
        """From here on nothing can be pressed a second time; the result goes to what is returned."""
        self._set(Paying(sheet))
        return partial(self._on_ended, self._call, sheet)

    def _open(self) -> None:
        self._call += 1
        self._set(Opening())
        self.acted.emit(Called(self._out_trade_no, self._pay_params))
        self._simulator.request_payment(self._pay_params, partial(self._on_sheet, self._call))

    def _on_send(self, state: SendState) -> None:
        match state:
            case Sending(request) if self._is_done_with(request):
                self._leave()
            case Answered(answer) if self._is_payable(answer):
                self._take(answer)
            case _:
                return

    def _is_done_with(self, request: PreparedRequest) -> bool:
        """Another payment takes the sheet's place; one that is paid makes room for whatever comes next."""
        is_paid = isinstance(self.state, SheetEnded) and self.state.result.ok
        return is_paid or (request.endpoint == "payment" and not isinstance(self.state, SheetClosed))

    def _is_payable(self, answer: Answer) -> bool:
        request = answer.request
        simulated = request.environment.kind is EnvironmentKind.SIMULATOR or (
            bool(self._simulator.base_url) and request.environment.base_url == self._simulator.base_url
        )
        return (
            simulated and request.endpoint == "payment" and answer.reply is not None and bool(answer.reply.pay_params)
        )

    def _take(self, answer: Answer) -> None:
        if answer.reply is not None and answer.reply.pay_params:
            self._pay_params = dict(answer.reply.pay_params)
            self._out_trade_no = answer.request.value("out_trade_no")
            self.payer = answer.request.value("sub_openid")
            self._open()

    def _leave(self) -> None:
        """Something else begins: what becomes of this sheet interests nobody any more."""
        self._call += 1
        self._set(SheetClosed())

    def _on_sheet(self, call: int, result: Result[Sheet | WxResult]) -> None:
        if call != self._call:
            return
        match result:
            case Done(answer):
                self._show(answer)
            case Raised(error):
                self._break(error)

    def _show(self, answer: Sheet | WxResult) -> None:
        from qfpay_gui.services.simulator.wechat.wallet import Sheet  # noqa: PLC0415 - its package is heavy at start

        if isinstance(answer, Sheet):
            amount = human_amount(answer.txamt, answer.txcurrcd) or f"{answer.txamt} {answer.txcurrcd}"
            self.acted.emit(Shown(self._out_trade_no, answer.merchant, amount, answer.goods_name))
            self._set(SheetOpen(answer))
        else:
            self.acted.emit(Returned(self._out_trade_no, answer.err_msg))
            self._set(Refused(answer))

    def _on_ended(self, call: int, sheet: Sheet, result: Result[WxResult]) -> None:
        match result:
            case Done(answer):
                self.acted.emit(Returned(sheet.out_trade_no, answer.err_msg))
                if call == self._call and isinstance(self.state, Paying):
                    self._set(SheetEnded(sheet, answer))
            case Raised(error) if call == self._call and isinstance(self.state, Paying):
                self._break(error)
            case _:
                return

    def _break(self, error: Exception) -> None:
        from qfpay_gui.services.simulator.wechat.wallet import FAIL, WxResult  # noqa: PLC0415 - its package is heavy at start

        self._set(Refused(WxResult(FAIL), type(error).__name__))

    def _on_happened(self, event: Event) -> None:
        """Somebody else may pay this order or end it: a program over HTTP, the merchant, the time."""
        if not isinstance(self.state, SheetOpen) or event.out_trade_no != self.state.sheet.out_trade_no:
            return
        if event.kind.name == "PAID":
            self._end_elsewhere(self.state.sheet)
        elif event.kind.name in _TROUBLE:
            self._set(SheetOpen(self.state.sheet, _TROUBLE[event.kind.name]))

    def _end_elsewhere(self, sheet: Sheet) -> None:
        from qfpay_gui.services.simulator.wechat.wallet import WxResult  # noqa: PLC0415 - its package is heavy at start

        self.acted.emit(Returned(sheet.out_trade_no, OK))
        self._set(SheetEnded(sheet, WxResult(OK)))

    def _set(self, state: SheetState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
