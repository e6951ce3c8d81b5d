"""Everything noticed about a request and its reply."""

from __future__ import annotations

import json

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.checks import alarming, checks, echoes, timings
from tests.ui.reply import answers


def test_the_worst_comes_first_and_request_and_reply_are_told_apart() -> None:
    """A wrong amount in the reply stands above a remark about the request."""
    sent = answers.request(values={"txamt": "1"})
    body = json.dumps(answers.created(sent, txamt="301")).encode()
    found = checks(answers.answered(body, sent=sent))
    assert [check.severity for check in found] == sorted((check.severity for check in found), reverse=True)
    assert str(found[0].about) == "Reply, txamt"
    assert any(str(check.about) == "Request, txamt" for check in found)


def test_a_faulty_member_of_pay_params_is_among_the_checks() -> None:
    """Whoever reads only this page learns of it, too."""
    found = checks(answers.success(pay_params={**answers.PAY_PARAMS, "package": "prepay_id="}))
    assert any(str(check.headline).startswith("package: nothing after prepay_id=") for check in found)


def test_pay_params_of_many_members_are_checked_as_far_as_they_are_shown() -> None:
    """A server that sends a hundred thousand must not hold the window up; those that count come first."""
    many = {f"m{number}": "x" for number in range(100_000)}
    found = checks(answers.success(pay_params={**answers.PAY_PARAMS, **many, "package": "prepay_id="}))
    assert any(str(check.headline).startswith("package: nothing after prepay_id=") for check in found)
    assert len([check for check in found if str(check.about) == "Reply, pay_params"]) <= 200


def test_a_clean_exchange_alarms_nobody() -> None:
    """A signed success without deviation has nothing that needs attention."""
    assert alarming(answers.success()) == ()


def test_a_wrong_signature_of_the_reply_alarms() -> None:
    """It counts although it is no finding of its own."""
    body = json.dumps(answers.created(answers.request())).encode()
    forged = answers.answered(body, headers=(answers.JSON, ("X-QF-SIGN", "0" * 32)))
    assert alarming(forged) == (Severity.WRONG,)


def test_the_echo_tells_equal_different_and_missing_values_apart() -> None:
    """The txamt differs, txcurrcd is not repeated, the others are as sent."""
    found = {echo.name: echo for echo in echoes(answers.success(txamt="301", txcurrcd=None))}
    assert found["out_trade_no"].severity is Severity.OK
    assert (found["txamt"].severity, found["txamt"].sent, found["txamt"].received) == (Severity.WRONG, "300", "301")
    assert (found["txcurrcd"].severity, found["txcurrcd"].received) == (Severity.NOTE, "")


def test_no_reply_has_no_echo() -> None:
    """Nothing came that could repeat anything."""
    assert echoes(answers.unanswered()) == ()


def test_a_step_that_was_not_reached_has_no_time() -> None:
    """The first byte never came, the rest was measured."""
    assert [(str(one.step), one.reached) for one in timings(answers.unanswered())] == [
        ("Connected", "2 ms"),
        ("First byte of the reply", "–"),
        ("Complete", "30.0 s"),
    ]
