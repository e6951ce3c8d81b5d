"""What is handed on with a question about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from qfpay_gui import __version__
from qfpay_gui.models.support import versions
from qfpay_gui.ui.faults.about_box import support
from tests.ui.person import escape, find

if TYPE_CHECKING:
    import pytest

    from tests.ui.desk import Desk


def test_about_copies_what_support_asks_for(desk: Desk) -> None:
    """By a button, which says so; the same stands in its details, and nothing secret in either."""
    shown = []

    def copy(box: QMessageBox) -> None:
        shown.append(box.detailedText())
        find(box, QPushButton, "copy_support").click()

    desk.person.will(copy)
    desk.window.menus.actions["about"].trigger()
    desk.wait(lambda: not desk.person.waits_for_dialog)
    copied = QApplication.clipboard().text()
    assert shown[0].startswith(f"{copied}\n\n")
    assert [line.split(":")[0] for line in copied.splitlines()[3:]] == ["Keychain", "Screen", "Language"]
    assert f"QFPay Tester {__version__}, with the Python here\nPython 3." in copied
    assert desk.bench.credentials.client_key not in copied
    assert desk.window.status.message == "Copied: versions, system, keychain and screen."


def test_about_says_that_nobody_is_told_and_where_a_newer_one_is(desk: Desk) -> None:
    """There is no update check: whoever wants one asks whoever gave it."""
    desk.person.will(escape)
    desk.window.menus.actions["about"].trigger()
    desk.wait(lambda: not desk.person.waits_for_dialog)
    assert "looks for no new version by itself" in desk.person.read[0]
    assert "a newer one comes from where you got this one" in desk.person.read[0]


def test_the_language_is_told_with_who_chose_it(desk: Desk) -> None:
    """And the keychain by its name, once it has answered."""
    desk.shell.choose_language("zh_HK")
    assert support(desk.bench, desk.window).splitlines()[-1] == "Language: zh_HK, chosen"
    desk.shell.choose_language("")
    assert support(desk.bench, desk.window).splitlines()[-1].endswith(", the system's")
    assert "Keychain: " in support(desk.bench, desk.window)


def test_a_package_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the package alone is looked for there."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert versions()[0] == f"QFPay Tester {__version__}, packaged"
