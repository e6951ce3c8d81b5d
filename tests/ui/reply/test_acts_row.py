from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from qfpay_gui.qfpay.reply.acts import ACTS
from qfpay_gui.ui.profiles.profiles_dialog import ProfilesDialog
from qfpay_gui.ui.reply.acts_row import ActsRow
from tests.journeys.test_from_paste_to_proof import _when_open
from tests.ui.person import return_to

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk


def _refused(desk: Desk, respcd: str) -> None:
    desk.person.choose("simulator_outcome", f"respcd:{respcd}")
    desk.person.click("send")
    desk.wait_for_answer()
    desk.wait(desk.person.find(QWidget, "verdict_acts").isVisible)


def test_each_thing_the_next_step_names_is_a_press_away(desk: Desk) -> None:
    """Credentials, the signing string and the parameter of a refused payment."""
    _refused(desk, "1108")
    waiting = _when_open(desk, ProfilesDialog, lambda dialog: dialog.reject())
    desk.person.click("act_credentials")
    return_to(desk.window)
    assert not waiting.isActive()
    desk.person.click("act_signature")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "signing_string"
    desk.bench.draft.choose_endpoint("query")
    desk.person.click("act_mchid")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "mchid"
    assert desk.bench.draft.draft.endpoint == "payment"


def test_what_to_ask_qfpay_with_is_copied(desk: Desk) -> None:
    """The verdict with its technical lines, as the ticket has it."""
    _refused(desk, "1297")
    desk.person.click("act_ask")
    assert "respcd: 1297" in QGuiApplication.clipboard().text()


def test_where_nothing_is_named_there_is_no_row(desk: Desk) -> None:
    """A payment that succeeded takes the room for what came back."""
    desk.person.click("send")
    desk.wait_for_answer()
    assert not desk.person.find(QWidget, "verdict_acts").isVisible()


@pytest.mark.parametrize("act", [*sorted(ACTS), "field:txamt"])
def test_every_act_is_a_button_with_words_and_a_reason(dressed: None, qtbot: QtBot, act: str) -> None:  # noqa: ARG001 - for its effect
    """Also for a screen reader; a parameter is called as on the wire."""
    row = ActsRow()
    qtbot.addWidget(row)
    row.present((act,))
    (button,) = row.findChildren(QPushButton)
    assert button.text()
    assert button.accessibleDescription() == button.toolTip() != ""
    assert button.icon().isNull() == act.startswith("field:")
    with qtbot.waitSignal(row.requested, check_params_cb=lambda got: got == act):
        button.click()
    row.present(())
    assert not row.isVisible()


def test_the_environment_is_gone_to(desk: Desk) -> None:
    """To where it is chosen."""
    _refused(desk, "1241")
    desk.person.click("act_environment")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "environment"
