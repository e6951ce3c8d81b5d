"""A key that was copied does not stay on the clipboard for the next program to read."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from qfpay_gui.ui.signature.copying import CopyMenu
from qfpay_gui.ui.widgets.key_edit import KeyEdit
from qfpay_gui.ui.window.clipboard_guard import SECONDS
from tests.ui.person import find, press

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from tests.ui.desk import Desk

NEW_KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"

OTHER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.clipboard().setText(sys.argv[1])
application.exec()
"""
ON_X = {"QT_QPA_PLATFORM": "xcb"}


def copy(desk: Desk, part: str) -> None:
    """Choose an entry of the signature's menu."""
    menu = desk.window.findChild(CopyMenu)
    assert isinstance(menu, CopyMenu)
    menu.copy(part)


def copied() -> str:
    """What a program that pastes now gets."""
    return QGuiApplication.clipboard().text()


def timer(desk: Desk) -> QTimer:
    """What counts the seconds."""
    return desk.shell.clipboard.timer


def test_a_key_is_taken_off_after_half_a_minute_and_both_is_said(desk: Desk) -> None:
    """What was asked for can be pasted meanwhile, and what keeps lists of what was copied is asked to leave it out."""
    copy(desk, "string_with_key")
    key = desk.bench.credentials.client_key
    assert key
    assert copied().endswith(key)
    assert (timer(desk).isActive(), timer(desk).interval(), SECONDS) == (True, 30_000, 30)
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    desk.wait(lambda: "taken off the clipboard after 30 seconds" in desk.window.status.message)
    timer(desk).timeout.emit()
    assert copied() == ""
    assert desk.window.status.message == "The key was taken off the clipboard."


def test_what_holds_no_key_stays(desk: Desk) -> None:
    """A signature, or the signing string as far as the key, is copied to be used."""
    for name in ("signature", "string", "curl"):
        copy(desk, name)
        assert copied() != ""
        assert not timer(desk).isActive()


def test_what_was_copied_after_the_key_stays(desk: Desk) -> None:
    """Only what is still there is taken off, whenever the time comes."""
    copy(desk, "string_with_key")
    copy(desk, "signature")
    assert not timer(desk).isActive()
    timer(desk).timeout.emit()
    assert copied() == desk.bench.draft.prepared.signature


@pytest.mark.parametrize("secret", ["{key}", "a={key}&", "{encoded}", "{quoted}"])
def test_a_key_is_known_in_any_writing(desk: Desk, secret: str) -> None:
    """Whatever panel copies it."""
    key = desk.bench.credentials.client_key
    encoded, quoted = base64.b64encode(f"x{key}".encode()).decode(), quote(f"%{ord(key[0]):X}{key[1:]}")
    QGuiApplication.clipboard().setText(secret.format(key=key.lower(), encoded=encoded, quoted=quoted))
    assert timer(desk).isActive()


def test_a_key_that_was_just_typed_is_one(desk: Desk) -> None:
    """It need not be saved: the eye was opened, and it was copied out of the dialog."""
    edit = KeyEdit(desk.window.centralWidget())
    edit.setText(NEW_KEY)
    edit.show()
    edit.setFocus()
    edit.selectAll()
    press("Ctrl+C", edit)
    assert not timer(desk).isActive()
    find(edit, QAbstractButton, "reveal_profile_key").click()
    press("Ctrl+C", edit)
    assert copied() == NEW_KEY
    assert timer(desk).isActive()


def test_a_key_does_not_outlive_the_program(desk: Desk) -> None:
    """Leaving takes it off at once, but nothing else."""
    copy(desk, "string_with_key")
    desk.shell.clipboard.leave()
    assert (copied(), timer(desk).isActive()) == ("", False)
    QGuiApplication.clipboard().setText("mine")
    desk.shell.clipboard.leave()
    assert copied() == "mine"


@pytest.mark.integration
def test_what_another_program_copied_is_left_alone(desk: Desk) -> None:
    """Even where it is a key of ours: it is not ours to take away."""
    key = desk.bench.credentials.client_key
    copy(desk, "string_with_key")
    other = subprocess.Popen([sys.executable, "-c", OTHER, key], env=os.environ | ON_X)  # noqa: S603 - this interpreter
    try:
        desk.wait(lambda: not QGuiApplication.clipboard().ownsClipboard() and copied() == key)
        assert not timer(desk).isActive()
        timer(desk).timeout.emit()
        assert copied() == key
    finally:
        other.kill()
        other.wait(20)
