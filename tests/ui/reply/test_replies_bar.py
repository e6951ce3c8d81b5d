from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.person import find
from tests.ui.reply import answers
from tests.ui.reply.records.record_answers import Shown, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """A reply panel on screen."""
    made = Shown(qtbot)
    yield made
    assert made.runner.close(5000)


def test_one_reply_needs_no_arrows(shown: Shown) -> None:
    """They come with the second."""
    shown.show(answers.success())
    assert not shown.button("earlier_reply").isVisible()
    shown.show(found({"respcd": "0000"}))
    assert shown.button("earlier_reply").isVisible()


def test_the_arrows_go_back_to_the_payment_and_forward_again(shown: Shown) -> None:
    """The pages are those of the reply that is shown, and the bar says which it is."""
    shown.show(answers.success())
    shown.show(found({"respcd": "0000"}))
    which = find(shown.panel, QLabel, "which_reply")
    assert (shown.panel.page, which.text()) == ("records", "2 of 2")
    assert not shown.button("later_reply").isEnabled()
    shown.click("earlier_reply")
    assert (shown.panel.page, which.text()) == ("pay_params", "1 of 2")
    assert which.toolTip().startswith("Payment · ")
    assert not shown.button("earlier_reply").isEnabled()
    shown.click("later_reply")
    assert (shown.panel.page, which.text()) == ("records", "2 of 2")
