"""Known mistakes, made on purpose."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.environments import PRODUCTION, custom
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.reply import read_reply
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.guards import review
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.request.variants import VARIANTS, variant
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.simulator import DEMO, Simulator

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)
ACCEPTED = {"lower-case", "query-string"}


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    """A server that verifies with its own code."""
    with Simulator() as running:
        yield running


def _request(base_url: str, token: str) -> PreparedRequest:
    draft = freshened(example_draft(), NOW, token).edit("goods_name", value="港式奶茶 100%")
    return prepare(draft, DEMO, custom(base_url))


@pytest.mark.parametrize("variant_id", [one.id for one in VARIANTS])
def test_the_server_answers_each_mistake_as_it_answers_a_merchant(variant_id: str, simulator: Simulator) -> None:
    """What is only unusual is accepted; what is wrong is refused, and the request says that it was meant."""
    right = _request(simulator.base_url, variant_id)
    wrong = variant(variant_id).apply(right, DEMO.client_key)
    assert wrong.deliberate == variant(variant_id).name
    assert (wrong.body, wrong.headers, wrong.url) != (right.body, right.headers, right.url)
    outcome = QFPayClient(simulator.base_url, DEMO).send(wrong).outcome
    assert isinstance(outcome, HttpReply)
    assert (read_reply(outcome).respcd == "0000") is (variant_id in ACCEPTED)


def test_production_takes_no_deliberate_mistake() -> None:
    """The guard refuses it, whoever would agree."""
    right = prepare(freshened(example_draft(), NOW, "T"), DEMO, PRODUCTION)
    wrong = variant("tampered").apply(right, DEMO.client_key)
    refusal = review(wrong, "Demo", lambda _number: False).refusal
    assert refusal is not None
    assert "on purpose" in str(refusal)


def test_an_honest_request_is_not_marked() -> None:
    """Nothing is deliberate about what is prepared."""
    assert _request("https://shop.example", "X").deliberate is None


@pytest.mark.parametrize("variant_id", [one.id for one in VARIANTS])
def test_half_a_character_stops_no_mistake(variant_id: str) -> None:
    """A value cut in the midst of an emoji is no text that bytes can hold."""
    draft = freshened(example_draft(), NOW, "S").edit("goods_name", value="奶茶\ud83d")
    made = variant(variant_id).apply(prepare(draft, DEMO, custom("http://127.0.0.1:9")), DEMO.client_key)
    assert made.deliberate is not None
    assert isinstance(made.body, bytes)
