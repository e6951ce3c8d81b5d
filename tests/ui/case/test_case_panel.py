from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_model import Examining
from qfpay_gui.models.case.files import LARGEST, Pasted
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.request.variants import Variant
from qfpay_gui.ui.case.string_view import StringView
from qfpay_gui.ui.case.strings_pair import StringsPair
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, SHORT, SORTED, WITH_KEY_EQUALS, curl, md5
from tests.ui.person import press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.case.conftest import CaseDesk


def _drop(target: QWidget, dropped: QMimeData) -> None:
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)


def _entry(case_desk: CaseDesk, name: str) -> QAction:
    action = case_desk.person.find(QPushButton, "send_as_merchant").menu().findChild(QAction, name)
    assert isinstance(action, QAction)
    return action


def test_without_a_case_the_panel_invites(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """The button opens the paste dialog, what can be done with a case is not there."""
    assert case_desk.person.said("case_none_heading") == "Paste what the merchant sent"
    assert not case_desk.person.find(QPushButton, "prove_case").isVisible()
    with qtbot.waitSignal(case_desk.panel.paste_requested):
        case_desk.person.click("paste_case")


def test_the_cause_is_named_with_its_fix(case_desk: CaseDesk) -> None:
    """In words, with the stable id below."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    assert "the key was joined with “&key=”" in case_desk.person.said("case_cause")
    assert "Append the client_key directly" in case_desk.person.said("case_fix")
    assert "claim:doctor.wechat-rule,doctor.key-behind" in case_desk.person.said("case_origin")
    assert case_desk.person.find(QLabel, "case_origin").accessibleName() == "documented"
    assert case_desk.person.said("case_deviations") == "key-joined-by-key-equals"


def test_both_strings_stand_above_each_other(case_desk: CaseDesk) -> None:
    """The first difference is marked in both, keys are masked, signatures are beside them."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    assert case_desk.drawn("their_string") == f"{SORTED}&key={'•' * 32}"
    assert case_desk.drawn("right_string") == f"{SORTED}{'•' * 32}"
    assert case_desk.person.said("theirs_signature") == WITH_KEY_EQUALS
    assert case_desk.person.said("right_signature") == RIGHT
    assert f"character {len(SORTED) + 1}," in case_desk.person.said("first_difference")
    for name, marked in (("their_string", "&"), ("right_string", "•")):
        view = case_desk.person.find(StringView, name)
        (selection,) = view.extraSelections()
        assert selection.cursor.selectedText() == marked
        assert view.viewport().rect().contains(view.cursorRect(selection.cursor).center())


@pytest.mark.parametrize(("width", "is_beside"), [(839, False), (840, True)])
def test_with_room_both_strings_stand_side_by_side_and_whole(case_desk: CaseDesk, width: int, is_beside: bool) -> None:  # noqa: FBT001 - a parameter
    """As high as the longer one, so that nothing is scrolled; narrower they stand above each other."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    pair = case_desk.person.find(StringsPair, "strings_pair")
    for _ in range(3):  # the bar of the page goes, and gives its width away
        case_desk.panel.resize(width + case_desk.panel.width() - pair.width(), 700)
        QApplication.processEvents()
    theirs, right = (case_desk.person.find(StringView, name) for name in ("their_string", "right_string"))
    assert pair.width() == width
    assert (theirs.y() == right.y()) == is_beside
    assert theirs.height() == right.height()
    assert theirs.verticalScrollBar().maximum() == 0


def test_at_first_sight_there_is_one_large_place_to_paste_into(case_desk: CaseDesk) -> None:
    """It takes the keyboard, and Ctrl+V is enough."""
    asked: list[str] = []
    case_desk.panel.paste_requested.connect(lambda: asked.append("paste"))
    place = case_desk.person.find(QFrame, "paste_place")
    assert place.width() > case_desk.panel.width() * 0.9
    case_desk.panel.setFocus()
    assert place.hasFocus()
    press("Ctrl+V", place)
    assert asked == ["paste"]
    press("x", place)
    assert asked == ["paste"]


def test_the_next_paste_is_taken_while_a_cause_is_shown(case_desk: CaseDesk) -> None:
    """Else the old cause would be read as the next merchant's; a field of the page keeps its own pasting."""
    asked: list[str] = []
    case_desk.panel.paste_requested.connect(lambda: asked.append("paste"))
    case_desk.take(curl(WITH_KEY_EQUALS))
    for name in ("case_examined", "their_string", "prove_case"):
        press("Ctrl+V", case_desk.person.find(QWidget, name))
    assert asked == ["paste"] * 3
    case_desk.bench.take_case(read_request(SORTED))
    press("Ctrl+V", case_desk.person.find(QLineEdit, "given_signature"))
    assert asked == ["paste"] * 3


def test_what_is_dragged_over_it_is_welcomed(case_desk: CaseDesk) -> None:
    """The place shows it, until it is dropped or goes away."""
    place = case_desk.person.find(QFrame, "paste_place")
    carried = QMimeData()
    carried.setText(SORTED)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    near = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, buttons, keys)
    QApplication.sendEvent(case_desk.panel, near)
    assert place.property("severity") == "note"
    QApplication.sendEvent(case_desk.panel, QDragLeaveEvent())
    assert place.property("severity") is None


def test_the_key_is_shown_by_the_eye_and_never_copied(case_desk: CaseDesk) -> None:
    """A new case masks it again."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    case_desk.person.click("reveal_case_key")
    assert case_desk.drawn("right_string") == SORTED + KEY
    case_desk.person.click("copy_their_string")
    assert QGuiApplication.clipboard().text() == f"{SORTED}&key="
    assert "the merchant's signing string without the key" in case_desk.said[-1]
    case_desk.take(curl(md5(SORTED)))
    assert KEY not in case_desk.drawn("right_string")


def test_cause_and_fix_are_copied_together(case_desk: CaseDesk) -> None:
    """For the ticket."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    case_desk.person.click("copy_cause")
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Append the client_key")


def test_explanations_that_fit_equally_well_are_listed(case_desk: CaseDesk) -> None:
    """Each can be drawn instead."""
    found = case_desk.take(curl(md5("txamt=300&udid=1" + KEY), (("txamt", "300"), ("udid", "1 "))))
    assert len(found.diagnoses) > 1
    first = case_desk.person.said("case_deviations")
    assert "fits equally well" in case_desk.words
    case_desk.person.click("show_rival_1")
    assert case_desk.person.said("case_deviations") != first


def test_a_signature_that_nothing_explains_says_what_was_tried(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """And what cannot be seen, and what to do next."""
    case_desk.take(curl("A" * 32, SHORT))
    assert case_desk.person.said("case_cause") == "No known mistake reproduces this signature."
    for words in (
        "one, two and three mistakes at a time",
        "in 10³",
        "Not tried:",
        "a key that nobody here knows",
        "after signing",
    ):
        assert words in case_desk.words
    with qtbot.waitSignal(case_desk.panel.edit_credentials_requested):
        case_desk.person.click("step_edit-credentials_0")
    with qtbot.waitSignal(case_desk.panel.paste_requested):
        case_desk.person.click("step_paste-again_1")


def test_without_the_merchants_key_that_is_said_first(case_desk: CaseDesk) -> None:
    """What was found with another's key comes after it."""
    case_desk.take(curl("A" * 32, SHORT, app_code="F" * 32))
    assert case_desk.person.said("case_cause").startswith("Not examined with this merchant's key")
    assert case_desk.person.said("case_fix").startswith("No known mistake reproduces this signature.\n")


def test_a_signing_string_beside_an_unexplained_signature_is_compared(case_desk: CaseDesk) -> None:
    """Where it leaves the right way, it is marked."""
    case_desk.take(f"sign string: txamt=301&txcurrcd=HKD{KEY}\n{curl('A' * 32, SHORT)}")
    assert case_desk.drawn("their_string") == f"txamt=301&txcurrcd=HKD{'•' * 32}"
    assert "character 9," in case_desk.person.said("first_difference")


def test_well_signed_still_1108_is_a_guided_path(case_desk: CaseDesk) -> None:
    """The likely first; a step asks the window to do it."""
    case_desk.take(curl(RIGHT, app_code="B" * 32))
    assert "Well signed" in case_desk.person.said("case_cause")
    assert case_desk.person.find(QLabel, "case_steps_title").isVisible()
    assert "The app code is not the one of this key" in case_desk.words.split("what is left")[1]
    said = [label.text() for label in case_desk.person.find(QWidget, "case_steps").findChildren(ClaimLabel)]
    assert "claim:refused.app-code" in next(one for one in said if "The app code is not" in one)
    case_desk.person.click("step_send-now_1")
    assert case_desk.asked == ["send-now"]


def test_the_right_signing_string_alone_is_said_to_be_right(case_desk: CaseDesk) -> None:
    """It tells nothing about what was sent."""
    case_desk.take(f"sign string: {SORTED}{KEY}\n{curl('')}")
    assert case_desk.person.said("case_cause") == "This signing string is right."
    assert not case_desk.person.find(QLabel, "case_steps_title").isVisible()


def test_a_signing_string_that_nothing_explains_is_described(case_desk: CaseDesk) -> None:
    """By where it leaves the right one."""
    case_desk.take(f"sign string: {SORTED.replace('txamt=300', 'txamt=987654')}{KEY}\n{curl('')}")
    assert case_desk.person.said("case_cause") == "No known mistake makes this signing string."
    assert "differs from the right one" in case_desk.person.said("case_fix")
    assert "With another value: txamt." in case_desk.person.said("case_fix")


def test_the_reply_to_the_same_request_changes_what_is_left(case_desk: CaseDesk) -> None:
    """Refused from here too, nothing lies between the merchant's program and QFPay."""
    bench = case_desk.bench
    bench.choose_environment("production-hk")
    bench.choose_profile("Tea shop")
    case_desk.take(curl(RIGHT))
    assert "The fault lies between" in case_desk.words
    assert bench.send(bench.review())
    case_desk.qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    assert "The key was renewed, or never activated, at QFPay" in case_desk.words
    assert "The fault lies between" not in case_desk.words


def test_other_credentials_change_what_is_left(case_desk: CaseDesk) -> None:
    """At once: the case is examined anew with them."""
    case_desk.take(curl(RIGHT))
    assert "mchid is not sent, but may have been assigned" in case_desk.words
    case_desk.bench.profiles.save(Profile("Agent", "production-hk", Credentials(APP_CODE, KEY, "M1")))
    case_desk.bench.choose_profile("Agent")
    case_desk.examined()
    step = "Once QFPay has assigned one it is mandatory"
    assert step in case_desk.words
    case_desk.person.click("step_send-with-mchid_0")
    assert case_desk.asked == ["send-with-mchid"]


def test_mistakes_that_change_no_signature_are_said_too(case_desk: CaseDesk) -> None:
    """As long as the draft is the merchant's request."""
    pairs = tuple((name, "1" if name == "txcurrcd" else value) for name, value in PAIRS)
    signed = SORTED.replace("txcurrcd=HKD", "txcurrcd=1")
    case_desk.take(curl(md5(f"{signed}&key={KEY}"), pairs))
    assert "Changes no signature, but breaks the payment" in case_desk.words
    case_desk.bench.draft.type_value("txamt", "301")
    assert "Changes no signature" not in case_desk.words


def test_a_missing_signature_is_given_in_the_panel(case_desk: CaseDesk) -> None:
    """Typed and entered, it is examined."""
    case_desk.bench.take_case(read_request(curl("")))
    assert case_desk.person.said("case_missing_heading") == "The merchant's signature is missing"
    edit = case_desk.person.find(QLineEdit, "given_signature")
    assert not case_desk.person.find(QPushButton, "examine_case").isEnabled()
    QTest.keyClicks(edit, RIGHT.lower())
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert case_desk.examined().is_right


def test_a_missing_key_leads_to_the_credentials(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """The case waits for them."""
    case_desk.bench.choose_profile("")
    case_desk.bench.take_case(read_request(curl(RIGHT)))
    assert case_desk.person.said("case_missing_heading") == "The client key is missing"
    with qtbot.waitSignal(case_desk.panel.edit_credentials_requested):
        case_desk.person.click("choose_credentials")


def test_a_long_examination_can_be_called_off(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """It is shown after half a second, and begun again on demand."""
    gate = threading.Event()
    case_desk.bench._outside.runner.run(gate.wait, lambda _result: None)
    case_desk.bench.take_case(read_request(curl(RIGHT)))
    cancel = case_desk.person.find(QPushButton, "cancel_examination")
    assert isinstance(case_desk.bench.case.state, Examining)
    assert not cancel.isVisible()
    qtbot.waitUntil(cancel.isVisible)
    assert case_desk.person.find(QProgressBar, "examination_progress").isVisible()
    case_desk.person.click("cancel_examination")
    assert case_desk.person.said("case_halted_heading") == "The examination was called off"
    gate.set()
    case_desk.person.click("examine_again")
    assert case_desk.examined().is_right


def test_the_key_that_cancels_calls_an_examination_off_too(case_desk: CaseDesk) -> None:
    """Where nothing is being sent; the case stays in hand, and a second press does nothing."""
    gate = threading.Event()
    case_desk.bench._outside.runner.run(gate.wait, lambda _result: None)
    case_desk.bench.take_case(read_request(curl(RIGHT)))
    case_desk.bench.cancel()
    case_desk.bench.cancel()
    assert case_desk.person.said("case_halted_heading") == "The examination was called off"
    gate.set()
    case_desk.person.click("examine_again")
    assert case_desk.examined().is_right


def test_sending_as_the_merchant_is_offered(case_desk: CaseDesk) -> None:
    """A known mistake by its id, the diagnosed one as a variant that makes the merchant's signature."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    _entry(case_desk, "send_unsorted").trigger()
    _entry(case_desk, "send_their-recipe").trigger()
    variant_id, recipe = case_desk.asked
    assert variant_id == "unsorted"
    assert isinstance(recipe, Variant)
    assert recipe.apply(case_desk.bench.draft.prepared, KEY).signature == WITH_KEY_EQUALS
    case_desk.take(curl("A" * 32, SHORT))
    assert not _entry(case_desk, "send_their-recipe").isEnabled()


def test_compare_and_proof_are_asked_for(case_desk: CaseDesk, qtbot: QtBot) -> None:
    """The window opens them."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    with qtbot.waitSignal(case_desk.panel.compare_requested):
        case_desk.person.click("compare_case")
    with qtbot.waitSignal(case_desk.panel.proof_requested):
        case_desk.person.click("prove_case")


def test_a_closed_case_leaves_the_draft(case_desk: CaseDesk) -> None:
    """And the panel invites again."""
    case_desk.take(curl(RIGHT))
    case_desk.person.click("close_case")
    assert case_desk.person.find(QLabel, "case_none_heading").isVisible()
    assert case_desk.bench.draft.draft.value("out_trade_no") == "SO20261123000412"


def test_text_and_files_can_be_dropped(case_desk: CaseDesk, tmp_path: Path) -> None:
    """A file too large is refused in words."""
    words, file, big = QMimeData(), QMimeData(), QMimeData()
    words.setText(curl(RIGHT))
    (tmp_path / "log.txt").write_bytes("奶茶".encode("utf-16"))
    (tmp_path / "big.txt").write_bytes(b"a" * (LARGEST + 1))
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "log.txt"))])
    big.setUrls([QUrl.fromLocalFile(str(tmp_path / "big.txt"))])
    for dropped in (words, file, big):
        _drop(case_desk.panel, dropped)
    first, second = case_desk.asked
    assert isinstance(first, Pasted)
    assert isinstance(second, Pasted)
    assert (first.text, second.text) == (curl(RIGHT), "奶茶")
    assert "big.txt is larger than 2 MB" in case_desk.said[-1]


def test_everything_has_a_name_and_can_be_reached_by_keyboard(case_desk: CaseDesk) -> None:
    """Whoever cannot see an icon hears what it does."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    for button in case_desk.panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.text() or button.accessibleName(), button.objectName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_on_the_panel_shows_the_key(case_desk: CaseDesk) -> None:
    """Not even where the merchant sent it as a parameter."""
    for pairs in ((*PAIRS, ("client_key", KEY)), PAIRS):
        string = "&".join(f"{name}={value}" for name, value in sorted(pairs))
        case_desk.take(curl(md5(f"{string}&key={KEY}"), pairs))
        tips = " ".join(widget.toolTip() + widget.accessibleName() for widget in case_desk.panel.findChildren(QWidget))
        assert KEY not in case_desk.words + tips + case_desk.drawn("their_string") + case_desk.drawn("right_string")


def test_another_theme_redraws_the_strings(case_desk: CaseDesk, qapp: QApplication) -> None:
    """The mark is drawn in the colours of the new one."""
    case_desk.take(curl(WITH_KEY_EQUALS))
    theme.apply(qapp, "dark", "en")
    case_desk.panel.restyle()
    view = case_desk.person.find(StringView, "their_string")
    (selection,) = view.extraSelections()
    assert selection.format.background().color() == theme.current().wrong_fg
