from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.snippets.curl import to_curl
from qfpay_gui.ui.widgets.signing_view import SigningView
from tests.ui.person import escape, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desk import Desk


def _focusable(window: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen and takes the keyboard."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled():
            yield widget


def _spoken(widget: QWidget) -> str:
    """What a screen reader calls this widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox):
        return parent.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel) and widget.text():
        return widget.text()
    # A tab bar and the part of a text that scrolls are spoken with the widget they belong to.
    return parent.accessibleName() if parent is not None else ""


def _is_beside(widget: QWidget, reached: set[QWidget]) -> bool:
    """Whether it is one of several buttons of which one is pressed: the arrow keys go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.checkedButton() in reached


def _unfold_everything(desk: Desk) -> None:
    desk.window.form.open(("optional", "further", "merchant"))
    desk.bench.draft.set_further((Entry("store_id", "7"),))
    QApplication.processEvents()


def _action(desk: Desk, name: str) -> QAction:
    return desk.window.menus.actions[name]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_every_widget_that_takes_the_keyboard_has_a_name(desk: Desk, size: tuple[int, int]) -> None:
    """Before the first send and after it, in both arrangements, nothing is announced as just "button" or "edit"."""
    desk.window.resize(*size)
    _unfold_everything(desk)
    nameless = {f"{type(one).__name__} {one.objectName()}" for one in _focusable(desk.window) if not _spoken(one)}
    desk.person.click("send")
    desk.wait_for_answer()
    pages = desk.window.reply
    for name in ("pay_params", "snippet", "raw", "sent", "checks"):
        pages.show_page(name)
        nameless |= {f"{type(one).__name__} {one.objectName()}" for one in _focusable(desk.window) if not _spoken(one)}
    assert nameless == set()


def test_the_tab_key_reaches_every_such_widget_and_nothing_that_cannot_be_seen(desk: Desk) -> None:
    """Once around the window, back to where it began."""
    _unfold_everything(desk)
    desk.window.form.reveal("txamt")
    expected = {one for one in _focusable(desk.window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    begin = QApplication.focusWidget()
    reached: set[QWidget] = set()
    for _ in range(200):
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.isVisible(), f"{type(widget).__name__} {widget.objectName()} has the focus and cannot be seen"
        reached.add(widget)
        press("Tab", widget)
        if QApplication.focusWidget() is begin:
            break
    missed = {
        one.objectName()
        for one in expected - reached
        if one.focusProxy() not in reached and one.parentWidget() not in reached and not _is_beside(one, reached)
    }
    assert missed == set()


def test_every_command_is_in_a_menu_and_every_shortcut_is_unique(desk: Desk) -> None:
    """Two commands for the same keys would be none."""
    everywhere = {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}
    shortcuts = [
        shortcut.toString()
        for action in desk.window.findChildren(QAction)
        if action.shortcutContext() in everywhere
        for shortcut in action.shortcuts()
    ]
    assert len(shortcuts) == len(set(shortcuts)), shortcuts
    in_menus = {
        action.objectName()
        for menu in desk.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    }
    assert {f"action_{name}" for name in desk.window.menus.actions} <= in_menus


@pytest.mark.usefixtures("desk")
def test_it_starts_with_the_cursor_in_the_amount() -> None:
    """The first thing anybody changes."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "txamt"


@pytest.mark.parametrize("keys", ["Ctrl+Return", "Ctrl+Enter"])
def test_the_keys_send_from_wherever_the_cursor_is(desk: Desk, keys: str) -> None:
    """From within a field, without leaving it."""
    desk.person.go_to("sub_openid")
    press(keys)
    desk.wait_for_answer()
    assert len(desk.simulator.requests) == 1
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "sub_openid"


def test_keys_held_down_send_once(desk: Desk) -> None:
    """The keyboard repeats, the payment does not, however quick the answer."""
    edit = desk.person.go_to("txamt")
    press("Ctrl+Return", edit)
    desk.wait_for_answer()
    for _ in range(5):
        control = Qt.KeyboardModifier.ControlModifier
        repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, control, "\r", True)  # noqa: FBT003 - Qt's
        override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, control, "\r", True)  # noqa: FBT003 - Qt's
        QApplication.sendEvent(edit, override)
        QApplication.sendEvent(edit, repeated)
        QApplication.processEvents()
    assert not _action(desk, "send").autoRepeat()
    assert len(desk.simulator.requests) == 1


def test_the_part_of_the_field_with_the_cursor_is_marked_and_pointing_marks_too(desk: Desk) -> None:
    """From the form to the string, and within the string."""
    desk.person.go_to("sub_openid")
    assert desk.window.signature._marked == "sub_openid"
    view = desk.person.find(SigningView, "signing_string")
    view.setFocus()
    press("Ctrl+Home", view)
    press("Right", view)
    assert desk.window.signature._marked == "out_trade_no"


def test_f4_goes_to_the_worst_finding_wherever_it_is_hidden(desk: Desk) -> None:
    """Into a folded section, with the field unfolded and the cursor in it."""
    desk.bench.draft.type_value("expired_time", "3")
    desk.bench.draft.close_step()
    press("F4")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "expired_time"
    assert focused.isVisible()


def test_f4_goes_to_the_environment_where_that_is_at_fault(desk: Desk) -> None:
    """A finding about where it goes leads to the list of environments."""
    desk.window.go.field("environment")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "environment"


def test_the_view_commands_move_the_focus_between_the_parts(desk: Desk) -> None:
    """Payment, signature and reply are one chord away, in the small window too."""
    desk.person.click("send")
    desk.wait_for_answer()
    for size in ((1280, 800), (1024, 640)):
        desk.window.resize(*size)
        QApplication.processEvents()
        for keys, panel in (
            ("Ctrl+7", desk.window.signature),
            ("Ctrl+8", desk.window.reply),
            ("Ctrl+1", desk.window.form),
        ):
            press(keys)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
            assert panel.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        ("Ctrl+Shift+S", "string"),
        ("Ctrl+Shift+G", "signature"),
        ("Ctrl+Shift+C", "snippet"),
        ("Ctrl+Shift+U", "curl"),
    ],
)
def test_the_copy_commands_copy_and_say_so(desk: Desk, keys: str, part: str) -> None:
    """From the keyboard, wherever the cursor is."""
    desk.person.click("send")
    answer = desk.wait_for_answer()
    press(keys)
    request, key = desk.bench.draft.prepared, desk.bench.credentials.client_key
    expected = {
        "string": request.signing_string.removesuffix(key),
        "signature": request.signature,
        "snippet": answer.snippet,
        "curl": to_curl(request),
    }
    assert QGuiApplication.clipboard().text() == expected[part]
    assert desk.window.status.message.startswith("Copied: ")


def test_the_request_is_copied_as_curl_by_one_press_beside_send(desk: Desk) -> None:
    """As it stands, without the key it was signed with."""
    desk.person.type("txamt", "4200")
    desk.person.click("copy_curl")
    copied = QGuiApplication.clipboard().text()
    assert copied == to_curl(desk.bench.draft.prepared)
    assert "--data-raw 'txamt=4200'" in copied
    assert desk.bench.credentials.client_key not in copied


def test_undo_and_redo_are_offered_only_where_there_is_something_to_do(desk: Desk) -> None:
    """The commands follow the draft."""
    assert (_action(desk, "undo").isEnabled(), _action(desk, "redo").isEnabled()) == (False, False)
    desk.person.type("txamt", "7")
    assert (_action(desk, "undo").isEnabled(), _action(desk, "redo").isEnabled()) == (True, False)
    press("Ctrl+Z")
    assert _action(desk, "redo").isEnabled()


def test_starting_over_can_be_undone(desk: Desk) -> None:
    """Nothing typed is lost by one wrong chord."""
    desk.person.type("txamt", "4200")
    press("Ctrl+N")
    assert desk.value("txamt") == "300"
    press("Ctrl+Z")
    assert desk.value("txamt") == "4200"


def test_a_notice_of_the_models_is_said_in_the_status_line(desk: Desk) -> None:
    """Such as settings that cannot be written."""
    desk.settings_path.parent.mkdir(exist_ok=True)
    desk.settings_path.mkdir()
    desk.bench.save()
    assert "could not be saved" in desk.window.status.message


def test_editing_brings_the_signature_to_the_front_and_sending_the_reply(desk: Desk) -> None:
    """Where both do not fit, the one that is looked at is shown."""
    desk.window.resize(1024, 640)
    QApplication.processEvents()
    desk.person.type("txamt", "4200")
    assert desk.window.signature.isVisible()
    assert not desk.window.reply.isVisible()
    desk.person.click("send")
    desk.wait_for_answer()
    assert desk.window.reply.isVisible()
    assert isinstance(desk.bench.send_model.state, Answered)


def test_about_names_the_version_and_whose_product_it_is_not(desk: Desk) -> None:
    """Nobody takes it for QFPay's."""
    desk.person.will(escape)
    _action(desk, "about").trigger()
    desk.wait(lambda: not desk.person.waits_for_dialog)
    assert QApplication.applicationVersion() in desk.person.read[0]
    assert "Not a product of QFPay or Tencent" in desk.person.read[0]


def test_about_shows_the_licences(desk: Desk) -> None:
    """Its own as a whole, and the notices of what it uses."""
    shown = []

    def read(box: QMessageBox) -> None:
        shown.append(box.detailedText())
        escape(box)

    desk.person.will(read)
    _action(desk, "about").trigger()
    desk.wait(lambda: not desk.person.waits_for_dialog)
    assert "Copyright 2019 Kenneth Reitz" in shown[0]
    assert "GNU Lesser General Public License, version 3" in shown[0]
    assert 'THE SOFTWARE IS PROVIDED "AS IS"' in shown[0]


def test_the_credentials_dialog_opens_from_everywhere(desk: Desk) -> None:
    """By its keys, from the bar, from the form, and from a finding about the key."""
    opened: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.objectName() == "profiles_dialog":
            opened.append(dialog.objectName())
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    from PySide6.QtCore import QTimer  # noqa: PLC0415 - of this test

    timer = QTimer(desk.window)
    timer.timeout.connect(close)
    timer.start(2)
    press("Ctrl+Shift+K")
    desk.person.open_places()
    desk.person.click("add_profile")
    desk.window.form.open(("merchant",))
    desk.person.click("merchant_credentials")
    desk.window.go.field("client_key")
    timer.stop()
    assert len(opened) == 4


@pytest.mark.parametrize("environment", ["simulator", "sandbox", "live-hk", "production-hk"])
def test_it_fits_the_smallest_screen_that_is_promised(desk: Desk, environment: str) -> None:
    """At 1024 by 640 nothing sticks out and nothing in the bar lies on its neighbour."""
    desk.window.resize(1024, 640)
    desk.person.choose("environment", environment)
    assert (desk.window.width(), desk.window.height()) == (1024, 640)
    parts = [part for part in desk.window.bar.children() if isinstance(part, QWidget) and part.isVisible()]
    places = [part.geometry() for part in parts]
    assert all(desk.window.bar.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_the_window_is_made_of_what_its_tests_and_users_address(desk: Desk) -> None:
    """The names that scripts and these tests rely on exist once."""
    for kind, name in ((QLineEdit, "txamt"), (QToolButton, "environment"), (QToolButton, "status_findings")):
        assert len(desk.window.findChildren(kind, name)) == 1
    assert desk.window.findChild(QMessageBox) is None
    assert desk.window.findChild(QStackedWidget) is not None


def test_a_closed_file_dialog_leaves_the_trusted_authorities_as_they_were(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancel means no change; to trust none any more is a command of its own."""
    chosen = iter(["/etc/company.pem", ""])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    assert not _action(desk, "no_ca_file").isEnabled()
    _action(desk, "ca_file").trigger()
    _action(desk, "ca_file").trigger()
    assert desk.bench.settings.ca_file == "/etc/company.pem"
    assert _action(desk, "no_ca_file").isEnabled()
    _action(desk, "no_ca_file").trigger()
    assert desk.bench.settings.ca_file == ""
    assert not _action(desk, "no_ca_file").isEnabled()


def test_the_keyboard_opens_the_options_of_the_field_it_is_in(desk: Desk) -> None:
    """The tab key goes from value to value; Ctrl+. opens what stands beside one, a value kept or made anew included."""
    menu = desk.person.find(QToolButton, "out_trade_no_options").menu()
    press("Ctrl+.", desk.person.go_to("out_trade_no"))
    assert menu.isVisible()
    fresh = next(action for action in menu.actions() if action.objectName() == "out_trade_no_fresh")
    assert fresh.isChecked()
    fresh.trigger()
    menu.hide()
    assert not desk.bench.draft.draft.find("out_trade_no").fresh


def test_elsewhere_there_are_no_options_to_open(desk: Desk) -> None:
    """The keys do nothing."""
    desk.window.go.orders()
    press("Ctrl+.", desk.window)
    assert QApplication.activePopupWidget() is None
