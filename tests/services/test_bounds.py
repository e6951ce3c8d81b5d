"""Numbers that people are told, that files were written within, or that another program was promised."""

from __future__ import annotations

import pytest

from qfpay_gui.services import saved_requests, settings, wechat_session
from qfpay_gui.services.database import cases, columns, history, orders, schema, search
from qfpay_gui.services.faults import faults, log, trace
from qfpay_gui.services.http.terms import Timeouts
from qfpay_gui.services.keychain import named_secrets, secret_store
from qfpay_gui.services.loopback import handler, server
from qfpay_gui.services.simulator import exchange, outcomes, shaping
from qfpay_gui.services.simulator.notify import deliveries, loopback, post
from qfpay_gui.services.simulator.trade import rules
from qfpay_gui.services.simulator.wechat import code2session


def test_the_history_keeps_so_much() -> None:
    """What was kept by one version is not thrown away by the next."""
    assert (schema.MOST, history.PAGE, history.LONGEST_NOTE) == (2000, 200, 500)
    assert (cases.MOST, cases.LONGEST_RECORD, cases.LONGEST_LINE, cases.LONGEST_NOTE) == (500, 1_000_000, 120, 1000)
    assert (orders.PAGE, columns.LONGEST, search.LONGEST_TEXT) == (500, 128, 3000)


def test_the_settings_folder_keeps_so_much() -> None:
    """Order numbers, rows of a draft, days; saved requests with their names."""
    assert (settings.MOST_ORDER_NUMBERS, settings.MOST_ROWS, settings.KEEP_DAYS) == (500, 2000, 180)
    assert (settings.LEAST_ZOOM, settings.USUAL_ZOOM, settings.MOST_ZOOM) == (80, 100, 200)
    assert (saved_requests.VERSION, saved_requests.MOST, saved_requests.LONGEST_NAME) == (1, 500, 80)
    assert saved_requests.LONGEST_FILE == 1_000_000


def test_the_keychain_takes_so_much() -> None:
    """What Windows's Credential Manager holds in one entry, and a name that every list shows."""
    assert (named_secrets.MOST_CHARACTERS, secret_store.LONGEST_NAME) == (1280, 64)


def test_a_fault_is_written_within_bounds() -> None:
    """A loop of faults fills no disk."""
    assert (log.LARGEST, trace._LONGEST_WORDS, trace._MOST_FRAMES, trace._MOST_CAUSES) == (262_144, 1000, 40, 8)
    assert frozenset(10**power for power in range(12)) == faults._TOLD


def test_what_is_served_on_loopback_is_bounded() -> None:
    """Heads, bodies, connections, waits."""
    assert (handler.LARGEST_HEAD, exchange.LARGEST_BODY, server.MOST, server.GRACE) == (131_072, 2_097_152, 256, 1.0)
    assert (outcomes.LONGEST_DELAY, shaping.OVERSIZE) == (600.0, 10_485_760)


def test_notifications_are_sent_again_as_qfpay_does() -> None:
    """After 2, 10, 10 and 60 minutes, 2, 6 and 15 hours; real ones to ports 80 and 443 only."""
    minutes, hours = 60, 3600
    steps = (2 * minutes, 10 * minutes, 10 * minutes, 60 * minutes, 2 * hours, 6 * hours, 15 * hours)
    assert steps == deliveries.RETRIES
    assert (*loopback.QFPAY_PORTS, post.PATIENCE, post.LARGEST_ANSWER) == (80, 443, 5.0, 65_536)
    assert (300 in deliveries._REDIRECTS, 399 in deliveries._REDIRECTS) == (True, True)
    assert (299 in deliveries._REDIRECTS, 400 in deliveries._REDIRECTS) == (False, False)


def test_wechat_is_waited_for_so_long() -> None:
    """A session is a few hundred bytes."""
    assert Timeouts(connect=10, read=15, overall=30) == wechat_session.TIMEOUTS
    assert wechat_session.BODY_LIMIT == 65_536


@pytest.mark.parametrize(
    ("name", "longest"),
    [
        *(("txcurrcd", 3), ("pay_type", 6), ("out_trade_no", 128), ("syssn", 128), ("txdtm", 20), ("sub_openid", 128)),
        *(("mchid", 16), ("goods_name", 64), ("expired_time", 3), ("udid", 40), ("notify_url", 256)),
    ],
)
def test_the_simulator_takes_what_is_documented(name: str, longest: int) -> None:
    """String(N) of each parameter."""
    assert rules.LENGTHS[name] == longest


@pytest.mark.parametrize("errcode", [-1, 40002, 40013, 40029, 40125, 40163, 40226, 41002, 41004, 41008, 43001, 45011])
def test_wechats_own_numbers_have_wechats_own_words(errcode: int) -> None:
    """Another one is said to be chosen."""
    assert "chosen" not in str(code2session._refused(errcode)["errmsg"])
    assert "chosen" in str(code2session._refused(errcode + 1 if errcode + 1 != -1 else -3)["errmsg"])
