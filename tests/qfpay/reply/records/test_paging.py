"""Which page an answer is."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.reply.records.paging import Paging, paging
from tests.qfpay.reply.records.record_samples import reply_of, request_to

ROW = {"respcd": "0000"}


@pytest.mark.parametrize(
    ("sent", "outer", "expected"),
    [
        ({}, {}, Paging(1, 10, 2)),
        ({}, {"page": "3", "page_size": "50"}, Paging(3, 50, 2)),
        ({}, {"page": 3, "page_size": 50}, Paging(3, 50, 2)),
        ({"page": "2", "page_size": "2"}, {}, Paging(2, 2, 2)),
        ({"page": "2"}, {"page": None, "page_size": "x"}, Paging(2, 10, 2)),
        ({"page_size": "500"}, {}, Paging(1, 100, 2)),
        ({"page": "0", "page_size": "-5"}, {}, Paging(1, 10, 2)),
        ({"page": "٣"}, {"page": "9" * 30}, Paging(1, 10, 2)),
    ],
)
def test_the_page_is_what_came_back_else_what_was_sent(
    sent: dict[str, Any], outer: dict[str, Any], expected: Paging
) -> None:
    """As text or as a number; nonsense is taken for the usual, and no page holds more than a hundred."""
    assert paging(request_to("query", **sent), reply_of(respcd="0000", data=[ROW, ROW], **outer)) == expected


def test_only_a_query_that_worked_has_pages() -> None:
    """A refund's answer has none, nor has a refusal."""
    assert paging(request_to("refund"), reply_of(respcd="0000")) is None
    assert paging(request_to("query"), reply_of(respcd="1108")) is None


def test_a_page_that_is_not_full_is_the_last() -> None:
    """QFPay tells no number of pages, so a full page may have a next one."""
    assert not Paging(1, 10, 9).may_have_next
    assert Paging(1, 10, 10).may_have_next
    assert not Paging(1, 10, 10).has_previous
    assert Paging(2, 10, 0).has_previous
