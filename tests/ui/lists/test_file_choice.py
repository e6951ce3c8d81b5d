from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qfpay_gui.ui.lists import file_choice
from qfpay_gui.ui.lists.file_choice import choose_existing, choose_place

if TYPE_CHECKING:
    import pytest


def test_the_next_dialog_begins_in_the_folder_chosen_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether for saving or opening; one that was closed changes nothing."""
    begun: list[str] = []
    answers = ["/cases/out.json", "", "/sent/in.txt", "/out.svg"]

    def answer(*arguments: str) -> tuple[str, str]:
        begun.append(arguments[2])
        return answers.pop(0), "kind"

    monkeypatch.setattr(file_choice, "_last", [])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert choose_place(None, "Save", "a.json") == ("/cases/out.json", "kind")
    assert choose_place(None, "Save", "b.json") == ("", "kind")
    assert choose_existing(None, "Open") == "/sent/in.txt"
    assert choose_place(None, "Save", "") == ("/out.svg", "kind")
    assert begun == ["a.json", "/cases/b.json", "/cases", "/sent/"]
