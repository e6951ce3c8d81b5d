from __future__ import annotations

import http.client
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest

from qfpay_gui.models.sheet.state import Opening, Paying, Refused, SheetClosed, SheetEnded, SheetOpen
from qfpay_gui.models.tasks import Done, Raised
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.reply.wx_results import CANCEL, FAILURES, OK
from qfpay_gui.qfpay.sequence.acts import Act, Called, Returned, Shown
from qfpay_gui.services.simulator.wechat.wallet import WxResult
from tests.models.wechat_desk import WechatDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.reply.wx_results import Explained
    from qfpay_gui.services.simulator import Event


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WechatDesk]:
    """A running simulator to which nothing was sent."""
    made = WechatDesk(qtbot).open()
    yield made
    assert made.close()


@pytest.fixture
def acts(desk: WechatDesk) -> list[Act]:
    """What the sheet tells the sequence."""
    heard: list[Act] = []
    desk.sheet.acted.connect(heard.append)
    return heard


@pytest.fixture
def events(desk: WechatDesk) -> list[Event]:
    """What happens in the simulator."""
    heard: list[Event] = []
    desk.simulator.happened.connect(heard.append)
    return heard


def post(desk: WechatDesk, act: str, **form: str) -> None:
    """Do something at the simulator as a program outside the window does."""
    address = urlsplit(desk.simulator.base_url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=5)
    assert desk.simulator._simulator is not None
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Simulator-Token": desk.simulator._simulator.control_token,
    }
    connection.request("POST", f"/simulator/v1/{act}", urlencode(form), headers)
    assert connection.getresponse().status == 200
    connection.close()


def end(desk: WechatDesk) -> str:
    """Wait for the end; the errMsg."""
    desk.wait(lambda: isinstance(desk.sheet.state, SheetEnded))
    assert isinstance(desk.sheet.state, SheetEnded)
    return desk.sheet.state.result.err_msg


def test_a_simulated_payment_opens_the_sheet(desk: WechatDesk, acts: list[Act]) -> None:
    """With what the merchant asks for; the Mini Program's call comes first."""
    answer = desk.ask(txamt="1250", goods_name="奶茶")
    assert [type(state) for state in desk.heard] == [Opening, SheetOpen]
    assert isinstance(desk.sheet.state, SheetOpen)
    sheet = desk.sheet.state.sheet
    assert (sheet.txamt, sheet.txcurrcd, sheet.goods_name) == ("1250", "HKD", "奶茶")
    assert sheet.out_trade_no == answer.request.value("out_trade_no")
    assert desk.sheet.payer == answer.request.value("sub_openid")
    assert [type(act) for act in acts] == [Called, Shown]
    assert acts[1] == Shown(sheet.out_trade_no, sheet.merchant, "HK$12.50", "奶茶")


def test_paying_pays_once(desk: WechatDesk, acts: list[Act], events: list[Event]) -> None:
    """However often it is pressed; the Mini Program is told ok."""
    desk.ask()
    desk.sheet.pay()
    assert isinstance(desk.sheet.state, Paying)
    desk.sheet.pay()
    desk.sheet.cancel()
    desk.sheet.fail(FAILURES[0].err_msg)
    assert end(desk) == OK
    desk.sheet.pay()
    desk.wait(lambda: any(event.kind.name == "PAID" for event in events))
    desk.wait(lambda: not desk.runner.busy)
    assert [event.kind.name for event in events if event.kind.name in {"PAID", "CANCELLED", "FAILED"}] == ["PAID"]
    assert [act for act in acts if isinstance(act, Returned)] == [Returned(events[0].out_trade_no, OK)]


def test_after_a_cancel_the_same_call_can_be_made_again(desk: WechatDesk, acts: list[Act]) -> None:
    """The order is still open, so the sheet opens with the same prepay_id and can be paid."""
    desk.ask()
    desk.sheet.cancel()
    assert end(desk) == CANCEL
    assert isinstance(desk.sheet.state, SheetEnded)
    cancelled = desk.sheet.state.sheet
    desk.sheet.reopen()
    desk.wait(lambda: isinstance(desk.sheet.state, SheetOpen))
    assert getattr(desk.sheet.state, "sheet", None) == cancelled
    desk.sheet.pay()
    assert end(desk) == OK
    assert [type(act) for act in acts] == [Called, Shown, Returned, Called, Shown, Returned]


def test_a_paid_order_is_not_called_again(desk: WechatDesk) -> None:
    """There is nothing left to call."""
    desk.ask()
    desk.sheet.pay()
    end(desk)
    desk.sheet.reopen()
    assert isinstance(desk.sheet.state, SheetEnded)


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: str(failure.headline))
def test_a_failure_reaches_the_mini_program_in_its_own_words(desk: WechatDesk, failure: Explained) -> None:
    """Each of the known ones."""
    desk.ask()
    desk.sheet.fail(failure.err_msg)
    assert end(desk) == failure.err_msg


def test_a_sheet_whose_time_runs_out_stays_and_cannot_be_paid(desk: WechatDesk) -> None:
    """It says so first; paying ends in WeChat's error, as on a phone."""
    desk.ask()
    desk.sheet.expire()
    assert isinstance(desk.sheet.state, SheetOpen)
    assert "over" in str(desk.sheet.state.trouble)
    desk.sheet.pay()
    assert end(desk) == FAILURES[-1].err_msg


def test_putting_the_sheet_away_is_the_customers_cancel(desk: WechatDesk, acts: list[Act], events: list[Event]) -> None:
    """It is gone at once; the Mini Program is told all the same."""
    desk.ask()
    desk.sheet.dismiss()
    assert desk.sheet.state == SheetClosed()
    desk.wait(lambda: isinstance(acts[-1], Returned))
    desk.wait(lambda: events[-1].kind.name == "CANCELLED")
    assert acts[-1] == Returned(events[-1].out_trade_no, CANCEL)
    assert desk.sheet.state == SheetClosed()


def test_an_end_can_be_put_away(desk: WechatDesk) -> None:
    """Nothing more happens then."""
    desk.ask()
    desk.sheet.pay()
    end(desk)
    desk.sheet.dismiss()
    assert desk.sheet.state == SheetClosed()


def test_pay_params_that_are_wrong_are_refused_as_wechat_does(desk: WechatDesk, acts: list[Act]) -> None:
    """No sheet; the Mini Program gets the reason."""
    answer = desk.ask()
    assert answer.reply is not None
    assert answer.reply.pay_params is not None
    broken = replace(answer, reply=replace(answer.reply, pay_params={**answer.reply.pay_params, "paySign": "0" * 32}))
    desk.sheet._take(broken)
    desk.wait(lambda: isinstance(desk.sheet.state, Refused))
    assert isinstance(desk.sheet.state, Refused)
    assert desk.sheet.state.result.err_msg == FAILURES[0].err_msg
    assert acts[-1] == Returned(answer.request.value("out_trade_no"), FAILURES[0].err_msg)
    desk.sheet.reopen()
    assert isinstance(desk.sheet.state, Opening)
    desk.wait(lambda: isinstance(desk.sheet.state, Refused))


def test_elsewhere_there_is_no_sheet(desk: WechatDesk) -> None:
    """On live testing only a phone can pay."""
    answer = desk.ask()
    desk.sheet.dismiss()
    desk.heard.clear()
    far = replace(answer.request, environment=environments.LIVE_TESTING)
    assert not desk.sheet._is_payable(replace(answer, exchange=replace(answer.exchange, request=far)))
    own = replace(answer.request, environment=environments.custom(desk.simulator.base_url))
    assert desk.sheet._is_payable(replace(answer, exchange=replace(answer.exchange, request=own)))


def test_a_refused_payment_has_no_sheet(desk: WechatDesk) -> None:
    """There is nothing to call with."""
    desk.send(desk.payment(txamt="0"))
    desk.wait(lambda: not desk.runner.busy)
    assert desk.sheet.state == SheetClosed()
    assert desk.heard == []


def test_a_query_leaves_the_sheet_alone(desk: WechatDesk) -> None:
    """Looking does not pay."""
    number = desk.ask().request.value("out_trade_no")
    desk.send(desk.call("query", out_trade_no=number))
    desk.wait(lambda: not desk.runner.busy)
    assert isinstance(desk.sheet.state, SheetOpen)


def test_the_next_payment_brings_the_next_sheet(desk: WechatDesk) -> None:
    """The one before is gone as soon as it is sent."""
    first = desk.ask().request.value("out_trade_no")
    second = desk.ask_again()
    assert [type(state) for state in desk.heard] == [Opening, SheetOpen, SheetClosed, Opening, SheetOpen]
    assert isinstance(desk.sheet.state, SheetOpen)
    assert desk.sheet.state.sheet.out_trade_no == second != first


def test_somebody_else_may_pay(desk: WechatDesk, acts: list[Act]) -> None:
    """A program over HTTP is the customer as well; the sheet ends with it."""
    number = desk.ask().request.value("out_trade_no")
    post(desk, "pay", out_trade_no=number)
    assert end(desk) == OK
    assert acts[-1] == Returned(number, OK)


def test_the_merchant_may_close_the_order_under_the_open_sheet(desk: WechatDesk) -> None:
    """The sheet says that it is too late, and paying shows it."""
    answer = desk.ask()
    number = answer.request.value("out_trade_no")
    closed = desk.send(desk.call("close", out_trade_no=number, txamt=answer.request.value("txamt")))
    assert closed.reply is not None
    assert closed.reply.respcd == "0000"
    desk.wait(lambda: isinstance(desk.sheet.state, SheetOpen) and desk.sheet.state.trouble is not None)
    desk.sheet.pay()
    assert "该订单已关闭" in end(desk)


def test_another_orders_end_does_not_concern_the_sheet(desk: WechatDesk, events: list[Event]) -> None:
    """Only its own order counts."""
    other = desk.ask().request.value("out_trade_no")
    desk.ask_again()
    post(desk, "pay", out_trade_no=other)
    desk.wait(lambda: any(event.kind.name == "PAID" for event in events))
    assert isinstance(desk.sheet.state, SheetOpen)


def test_where_the_simulator_does_not_run_that_is_said(desk: WechatDesk) -> None:
    """As a fault with its name, never as a state of the order."""
    answer = desk.ask()
    simulator, desk.simulator._simulator = desk.simulator._simulator, None
    desk.sheet._take(answer)
    desk.wait(lambda: isinstance(desk.sheet.state, Refused))
    assert isinstance(desk.sheet.state, Refused)
    assert desk.sheet.state.technical == "NotRunningError"
    desk.simulator._simulator = simulator


def test_a_result_that_comes_too_late_changes_no_sheet(desk: WechatDesk, acts: list[Act]) -> None:
    """Another sheet is there by then, or none; what it ended with is told all the same."""
    desk.ask()
    model: Any = desk.sheet
    open_, call, trouble, paid = model.state, model._call, Raised(RuntimeError()), Done(WxResult(OK))
    model._on_ended(call, open_.sheet, trouble)
    assert model.state == open_
    model._set(Paying(open_.sheet))
    for result in (trouble, paid):
        model._on_ended(call - 1, open_.sheet, result)
        model._on_sheet(call - 1, result)
        assert model.state == Paying(open_.sheet)
    assert acts[-1] == Returned(open_.sheet.out_trade_no, OK)
    model._on_ended(call, open_.sheet, trouble)
    assert model.state == Refused(WxResult("requestPayment:fail"), "RuntimeError")
