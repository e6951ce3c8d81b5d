"""Code that is longer than its room is shown whole, in as many lines as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.ui.widgets.elided import WrappedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_digest_wraps_and_is_read_as_one_word(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001 - for its effect
    """The marks where it may break are no part of it."""
    window = QWidget()
    qtbot.addWidget(window)
    label = WrappedLabel(window)
    QVBoxLayout(window).addWidget(label)
    digest = "9AC05E8D" * 8
    label.show_text(digest)
    window.resize(1000, 200)
    window.show()
    line = label.heightForWidth(1000)
    assert (label.whole, label.accessibleName()) == (digest, digest)
    assert label.text().replace("\u200b", "") == digest
    assert label.heightForWidth(200) > line
    assert label.minimumSizeHint().width() < 200, "a long word asks for no room"
