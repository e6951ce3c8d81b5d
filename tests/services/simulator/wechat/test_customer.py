"""A customer of habit, and the page that says what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import APP_ID, APP_SECRET, DEMO, HABITS, Customer, EventKind
from qfpay_gui.services.simulator.trade.api import ENDPOINTS

if TYPE_CHECKING:
    from qfpay_gui.services.simulator import Simulator
    from qfpay_gui.services.simulator.wechat.wallet import Habit
    from tests.services.simulator.conftest import Merchant, Shop
    from tests.services.simulator.party import Watcher


@pytest.mark.parametrize(("habit", "kind"), [("pays", EventKind.PAID), ("cancels", EventKind.CANCELLED)])
def test_a_customer_acts_unasked(
    simulator: Simulator, shop: Shop, watcher: Watcher, habit: Habit, kind: EventKind
) -> None:
    """Each order is dealt with by itself."""
    simulator.customer = Customer(habit, after=0.01)
    for name in ("one", "two"):
        shop.order(name)
        assert watcher.next(kind).out_trade_no == name


def test_by_default_the_customer_waits(simulator: Simulator) -> None:
    """In the window somebody pays by hand."""
    assert simulator.customer.habit == "waits"
    assert set(HABITS) == {"pays", "waits", "cancels"}


def test_the_welcome_page_names_everything(simulator: Simulator, merchant: Merchant) -> None:
    """Every call, the made-up Mini Program, and what is not simulated; never the key, nor the token."""
    page = merchant.raw("GET", "/", b"", {}).body.decode()
    acts = [f"/simulator/v1/{act}" for act in ("pay", "cancel", "fail", "expire")]
    for word in (*ENDPOINTS, *acts, "/sns/jscode2session", APP_ID, APP_SECRET, "ports 80 and 443", "1269", "23:30"):
        assert word in page
    assert "X-Simulator-Token" in page
    assert not any(secret in page for secret in (DEMO.client_key, simulator.control_token))
