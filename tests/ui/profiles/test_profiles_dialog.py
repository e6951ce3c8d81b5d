from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QWidget,
)

from qfpay_gui.models.profiles.profiles_model import ProfilesModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.errors import KeychainLocked
from qfpay_gui.ui.profiles.profiles_dialog import ProfilesDialog
from tests.models.profiles.blocking_store import BlockingStore
from tests.ui.person import come_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

W = TypeVar("W", bound=QWidget)
CODE = "A" * 32
KEY = "0123456789ABCDEF0123456789ABCDEF"
DEMO = Profile("Demo merchant", "simulator", Credentials("D" * 32, "E" * 32))
SHOP = Profile("Shop", "live-hk", Credentials(CODE, KEY, "M1", "SHA256"))
CAFE = Profile("Café", "production-hk", Credentials(CODE, KEY))


class Bench:
    """A dialog over a keychain that holds two profiles, and how a person works with it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store = BlockingStore(SHOP, CAFE)
        self.runner = TaskRunner(1)
        self.model = ProfilesModel(self.runner, self.store, patience_ms=40)
        self.model.set_built_in(DEMO)
        self.model.start()
        self.settle()
        self.used: list[str] = []

    def open(self, environment_id: str = "simulator") -> ProfilesDialog:
        """Show the dialog."""
        self.dialog = ProfilesDialog(self.model, environment_id)
        self.qtbot.addWidget(self.dialog, before_close_func=self._forget_edits)
        self.dialog.used.connect(self.used.append)
        self.dialog.show()
        come_to(self.dialog)
        self.settle()
        return self.dialog

    def _forget_edits(self, _dialog: QWidget) -> None:
        self.dialog._form.present(self.dialog._form.profile, lambda _name: None)

    def settle(self) -> None:
        """Wait until the keychain has answered and what was queued is done."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.runner.busy)
        QApplication.processEvents()

    def find(self, kind: type[W], name: str) -> W:
        """The widget of this name."""
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def line(self, name: str) -> QLineEdit:
        """A field."""
        return self.find(QLineEdit, name)

    def click(self, name: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, name: str, words: str) -> None:
        """Replace what a field holds."""
        self.line(name).selectAll()
        QTest.keyClick(self.line(name), Qt.Key.Key_Backspace)
        QTest.keyClicks(self.line(name), words)

    def paste(self, name: str, words: str) -> None:
        """Paste into a field."""
        QGuiApplication.clipboard().setText(words)
        self.line(name).clear()
        self.line(name).setFocus()
        QTest.keyClick(self.line(name), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def select(self, name: str) -> None:
        """Click a profile in the list."""
        profiles = self.find(QListWidget, "profiles")
        (item,) = profiles.findItems(name, Qt.MatchFlag.MatchExactly)
        middle = profiles.visualItemRect(item).center()
        QTest.mouseClick(profiles.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        self.settle()

    @property
    def listed(self) -> list[str]:
        """The names in the list."""
        profiles = self.find(QListWidget, "profiles")
        items = [profiles.item(row) for row in range(profiles.count())]
        return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable]

    def item(self, name: str) -> QListWidgetItem:
        """The line of this profile."""
        return self.find(QListWidget, "profiles").findItems(name, Qt.MatchFlag.MatchExactly)[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """What the fields hold."""
        environment = str(self.find(QComboBox, "profile_environment").currentData())
        sign_type = self.find(QComboBox, "profile_sign_type").currentText()
        return (
            *(self.line(name).text() for name in ("name", "app_code", "client_key", "mchid")),
            environment,
            sign_type,
        )

    def said(self, field: str) -> str:
        """The line under a field."""
        return self.dialog._form.said(field)

    def answer(self, button: str) -> list[str]:
        """Press this button of the next question; the list receives what was asked."""
        asked: list[str] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(5, press)
                return
            asked.append(f"{box.text()} {box.informativeText()}")
            wanted = [one for one in box.buttons() if button in {one.objectName(), one.text().replace("&", "")}]
            QTest.mouseClick(wanted[0], Qt.MouseButton.LeftButton)

        QTimer.singleShot(0, press)
        return asked


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """A bench, with its thread ended."""
    made = Bench(qtbot)
    yield made
    made.store.answered.set()
    assert made.runner.close(5000)


def test_the_profile_of_the_environment_is_shown_first(bench: Bench) -> None:
    """The chosen one if it belongs there."""
    bench.model.choose("Shop")
    bench.settle()
    bench.open("live-hk")
    assert bench.fields == ("Shop", CODE, KEY, "M1", "live-hk", "SHA256")


def test_without_a_profile_for_the_environment_a_new_one_is_begun(bench: Bench) -> None:
    """It is bound to that environment, and the cursor is in its name."""
    dialog = bench.open("live-sg")
    assert bench.fields == ("", "", "", "", "live-sg", "MD5")
    assert dialog.focusWidget() is bench.line("name")
    assert not bench.find(QAbstractButton, "use_profile").isEnabled()


def test_a_new_profile_is_saved_and_used(bench: Bench) -> None:
    """Typing and Ctrl+S put it into the keychain and choose it."""
    bench.open("live-sg")
    bench.type("name", "Tea house")
    bench.type("app_code", CODE)
    bench.type("client_key", KEY)
    QTest.keyClick(bench.line("client_key"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(lambda: bench.used == ["Tea house"])
    bench.settle()
    wanted = Profile("Tea house", "live-sg", Credentials(CODE, KEY))
    assert bench.store.load("Tea house") == wanted
    assert bench.model.state.profile == wanted
    assert bench.listed == ["Demo merchant", "Tea house", "Café", "Shop"]
    assert "Saved" in bench.dialog._place.notice
    assert bench.dialog.isVisible()


def test_the_letters_underlined_on_the_buttons_press_them(bench: Bench) -> None:
    """Else such a letter would be typed into the key, where nobody sees it."""
    bench.open()
    bench.click("new_profile")
    for name, words in (("name", "Kiosk"), ("app_code", CODE), ("client_key", KEY)):
        bench.type(name, words)
    QTest.keyClick(bench.line("client_key"), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    bench.qtbot.waitUntil(lambda: bench.used == ["Kiosk"])
    bench.settle()
    assert bench.store.load("Kiosk").credentials.client_key == KEY


def test_return_saves(bench: Bench) -> None:
    """Save is the default button."""
    bench.open("live-sg")
    bench.type("name", "Tea house")
    QTest.keyClick(bench.line("name"), Qt.Key.Key_Return)
    bench.settle()
    assert bench.used == ["Tea house"]


def test_only_the_name_blocks(bench: Bench) -> None:
    """Odd keys are saved; a taken name is not, and the line under it says why."""
    bench.open("live-sg")
    bench.type("app_code", "short")
    bench.click("save_profile")
    assert "cannot be the name" in bench.said("name")
    bench.type("name", "sHOP")
    assert "exists already" in bench.said("name")
    bench.click("save_profile")
    assert bench.used == []
    bench.type("name", "Odd")
    bench.click("save_profile")
    assert bench.store.load("Odd").credentials.app_code == "short"


def test_clicking_a_profile_fetches_it_without_choosing_it(bench: Bench) -> None:
    """Looking is not using."""
    bench.open()
    bench.select("Shop")
    assert bench.fields[:3] == ("Shop", CODE, KEY)
    assert bench.model.state.chosen == ""
    assert bench.used == []


def test_while_the_keychain_is_asked_nothing_blocks(bench: Bench) -> None:
    """The fields wait read-only, another profile can be shown, and the late answer fills them."""
    bench.open()
    bench.store.answered.clear()
    profiles = bench.find(QListWidget, "profiles")
    profiles.setCurrentItem(bench.item("Shop"))
    bench.qtbot.waitUntil(lambda: bench.line("name").text() == "Shop")
    assert bench.line("app_code").isReadOnly()
    bench.qtbot.waitUntil(lambda: "did not answer" in bench.dialog._place.notice)
    bench.store.answered.set()
    bench.settle()
    assert bench.fields[:3] == ("Shop", CODE, KEY)
    assert not bench.line("app_code").isReadOnly()


def test_use_closes_and_tells_the_name(bench: Bench) -> None:
    """The button uses what is shown."""
    bench.open()
    bench.select("Shop")
    bench.click("use_profile")
    assert bench.used == ["Shop"]
    assert not bench.dialog.isVisible()


def test_a_double_click_uses(bench: Bench) -> None:
    """The fastest way through the dialog."""
    bench.open()
    profiles = bench.find(QListWidget, "profiles")
    middle = profiles.visualItemRect(bench.item("Shop")).center()
    QTest.mouseClick(profiles.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(profiles.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    bench.settle()
    assert bench.used == ["Shop"]


def test_profiles_stand_below_their_environments(bench: Bench) -> None:
    """As in the list below the chip; the environment's name cannot be chosen."""
    bench.open()
    profiles = bench.find(QListWidget, "profiles")
    shown = [profiles.item(row).text() for row in range(profiles.count())]
    assert shown[:2] == ["Simulator", "Demo merchant"]
    assert [one for one in shown if one in bench.listed] == bench.listed
    assert not profiles.item(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_renaming_keeps_one_profile(bench: Bench) -> None:
    """Another name and Save move it."""
    bench.open()
    bench.select("Shop")
    bench.type("name", "Store")
    bench.click("save_profile")
    assert bench.listed == ["Demo merchant", "Store", "Café"]
    assert bench.store.names() == ("Café", "Store")
    assert bench.fields[0] == "Store"


def test_deleting_asks_and_names_what_is_deleted(bench: Bench) -> None:
    """Nothing happens on Cancel."""
    bench.open()
    bench.select("Shop")
    asked = bench.answer("Cancel")
    bench.click("delete_profile")
    assert "“Shop”" in asked[0]
    assert "Shop" in bench.listed
    bench.answer("agree")
    bench.click("delete_profile")
    assert bench.listed == ["Demo merchant", "Café"]
    assert bench.store.names() == ("Café",)


def test_the_keys_of_a_disabled_button_write_nothing(bench: Bench) -> None:
    """Alt+U is *Use*, also while that is disabled: its letter does not slip into a masked key. AltGr writes."""
    bench.open()
    bench.click("new_profile")
    bench.type("client_key", KEY)
    assert not bench.find(QAbstractButton, "use_profile").isEnabled()
    for name, value in (("client_key", KEY), ("mchid", "")):
        QTest.keyClick(bench.line(name), Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
        assert bench.line(name).text() == value
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(bench.line("mchid"), Qt.Key.Key_U, alt_gr)
    assert bench.line("mchid").text() == "u"


def test_the_demo_profile_is_shown_but_only_a_copy_can_be_edited(bench: Bench) -> None:
    """It is read-only; Duplicate makes a profile of one's own."""
    bench.open()
    assert bench.fields[:3] == (DEMO.name, "D" * 32, "E" * 32)
    assert bench.line("client_key").isReadOnly()
    assert not bench.find(QAbstractButton, "delete_profile").isEnabled()
    bench.click("duplicate_profile")
    assert bench.fields == ("Demo merchant 2", "D" * 32, "E" * 32, "", "simulator", "MD5")
    bench.click("save_profile")
    assert bench.store.load("Demo merchant 2").credentials == DEMO.credentials


def test_unsaved_edits_are_asked_about(bench: Bench) -> None:
    """Cancel keeps them, Discard drops them, Save keeps them for good."""
    bench.open()
    bench.select("Shop")
    bench.type("app_code", "B" * 32)
    asked = bench.answer("Cancel")
    bench.select("Café")
    assert "“Shop”" in asked[0]
    assert bench.fields[:2] == ("Shop", "B" * 32)
    bench.answer("Discard")
    bench.select("Café")
    assert bench.fields[0] == "Café"
    bench.select("Shop")
    assert bench.fields[1] == CODE
    bench.type("app_code", "B" * 32)
    bench.answer("Save")
    bench.click("new_profile")
    assert bench.store.load("Shop").credentials.app_code == "B" * 32
    assert bench.fields[0] == ""


def test_escape_asks_as_well(bench: Bench) -> None:
    """No way out loses an edit unasked."""
    bench.open("live-sg")
    bench.type("name", "Half")
    bench.answer("Cancel")
    QTest.keyClick(bench.dialog, Qt.Key.Key_Escape)
    assert bench.dialog.isVisible()
    bench.answer("Cancel")
    assert not bench.dialog.close()
    bench.answer("Discard")
    bench.click("close_profiles")
    assert not bench.dialog.isVisible()


def test_a_pasted_block_is_split_into_the_fields(bench: Bench) -> None:
    """One click puts each value where it belongs."""
    bench.open("live-sg")
    bench.paste("client_key", f"app_code: {CODE}\nclient_key: {KEY}\nmchid: M7\nsign_type: SHA256")
    assert "app_code, client_key" in bench.said("client_key")
    bench.click("client_key_offer")
    assert bench.fields == ("", CODE, KEY, "M7", "live-sg", "SHA256")
    assert not bench.find(QAbstractButton, "client_key_offer").isVisible()


def test_hidden_characters_are_removed_by_one_click(bench: Bench) -> None:
    """What copying brought along goes; the rest stays."""
    bench.open("live-sg")
    bench.paste("app_code", f" {CODE}\u200b\n")
    assert "invisible" in bench.said("app_code")
    bench.click("app_code_offer")
    assert bench.line("app_code").text() == CODE
    assert bench.said("app_code") == "32 characters"


def test_a_key_equal_to_the_app_code_is_noticed(bench: Bench) -> None:
    """The usual mix-up is named at the key."""
    bench.open("live-sg")
    bench.type("app_code", CODE)
    bench.type("client_key", CODE)
    assert "same as the app code" in bench.said("client_key")
    bench.type("app_code", "B" * 31)
    assert bench.said("client_key") == "32 characters"
    assert bench.said("app_code").startswith("31 characters")


def test_trouble_says_why_and_asking_again_saves(bench: Bench) -> None:
    """Kept for this session with the reason, then in the keychain."""
    bench.open("live-sg")
    bench.store.problem = KeychainLocked()
    bench.type("name", "Tea house")
    bench.click("save_profile")
    assert "this session only" in bench.dialog._place.place
    assert bench.dialog._place.notice == str(KeychainLocked())
    bench.store.problem = None
    bench.click("retry_keychain")
    assert bench.model.state.kept == "keychain"
    assert "in the keychain" in bench.dialog._place.place
    assert not bench.find(QAbstractButton, "retry_keychain").isVisible()


def test_a_profile_renamed_to_make_room_is_followed(bench: Bench) -> None:
    """The dialog never shows one profile's keys under another's name."""
    bench.open("live-sg")
    bench.store.save(Profile("Tea", "live-hk", Credentials("C" * 32, "9" * 32)))
    bench.type("name", "Tea")
    bench.type("client_key", KEY)
    bench.click("save_profile")
    assert bench.store.load("Tea").credentials.client_key == "9" * 32
    bench.click("retry_keychain")
    assert bench.fields[0] == "Tea 2"
    assert bench.fields[2] == KEY


def test_the_masked_key_cannot_be_copied(bench: Bench) -> None:
    """Ctrl+C gives nothing until the eye is pressed; another profile is masked again."""
    bench.open()
    bench.select("Shop")
    line = bench.line("client_key")
    QGuiApplication.clipboard().setText("before")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert KEY not in line.displayText()
    bench.click("reveal_profile_key")
    assert line.displayText() == KEY
    bench.select("Café")
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_the_key_is_said_nowhere_else(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    """No title, tool tip, accessible text, object name, label or log holds it."""
    caplog.set_level(logging.DEBUG)
    bench.open()
    bench.select("Shop")
    bench.type("mchid", "M2")
    bench.click("save_profile")
    said = [bench.dialog.windowTitle(), caplog.text, repr(bench.model.state)]
    for widget in (bench.dialog, *bench.dialog.findChildren(QWidget)):
        said += [widget.objectName(), widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle()]
        said += [widget.accessibleName(), widget.accessibleDescription()]
        said += [str(widget.property(name)) for name in ("role", "severity", "iconDrawn")]
        said += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
        spoken = QAccessible.queryAccessibleInterface(widget)
        said += [spoken.text(part) for part in QAccessible.Text] if spoken is not None else []
    assert len(said) > 100
    assert [words for words in said if KEY in words] == []


def test_every_control_has_a_name(bench: Bench) -> None:
    """A screen reader and a test can address whatever can be pressed or filled in."""
    bench.open()
    controls: list[QWidget] = [
        widget
        for widget in bench.dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QListWidget) and widget.isVisible()
    ]
    assert len(controls) > 10
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control


def test_it_fits_a_small_window(bench: Bench) -> None:
    """No name, however long, makes it larger than 900 by 560."""
    bench.model.save(Profile("W" * 64, "production-cn", Credentials("A" * 200, "B" * 200)))
    bench.settle()
    dialog = bench.open("production-cn")
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.minimumSizeHint().height() <= 560
    assert dialog.width() <= 900
    assert dialog.height() <= 560


def test_a_deleted_dialog_is_not_told_any_more(bench: Bench) -> None:
    """The model outlives every dialog."""
    dialog = ProfilesDialog(bench.model, "simulator")
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    bench.model.choose("Shop")
    bench.settle()
    assert bench.model.state.profile == SHOP
