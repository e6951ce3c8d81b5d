"""A file is written whole or not at all, and no text leaves with a key in it."""

from __future__ import annotations

import ast
import base64
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.saving import keep_back, save_file

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).parents[2] / "qfpay_gui"
KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
WRITES = {"QSaveFile", "QFile", "QTemporaryFile", "write_text", "write_bytes", "mkstemp", "fdopen", "copyfile"}
WAYS_OUT = {
    "models.saving": "what a person saves",
    "models.project.export": "a folder of files, each through as_it_leaves",
    "services.private_file": "of settings and saved requests, which models.request.draft_storage has masked",
    "services.settings": "beside a damaged file of settings, what it held",
    "command.run": "results of a suite, without the key that signed",
    "command.notify": "what a receiver answered, without the key that signed",
    "services.faults.log": "masked by services.faults.trace",
    "ui.look.tint": "the program's own icons in another colour",
}


@pytest.fixture
def kept_back() -> Iterator[None]:
    """A key that must not leave."""
    keep_back(lambda: (KEY,))
    yield
    keep_back(None)


@pytest.mark.usefixtures("kept_back")
@pytest.mark.parametrize("form", [KEY, KEY.lower(), base64.b64encode(KEY.encode()).decode(), KEY.encode().hex()])
def test_a_key_that_nobody_masked_does_not_leave(tmp_path: Path, form: str) -> None:
    """In whatever writing it got there; the rest is as it was."""
    assert save_file(str(tmp_path / "saved.txt"), f"奶茶 <{form}>\n") == ""
    saved = (tmp_path / "saved.txt").read_text(encoding="utf-8")
    assert form not in saved
    assert saved.startswith("奶茶 <•••")
    assert saved.endswith(">\n")


def test_without_keys_everything_is_written_as_it_is(tmp_path: Path) -> None:
    """A picture's bytes always are."""
    assert save_file(str(tmp_path / "saved.txt"), KEY) == ""
    assert save_file(str(tmp_path / "saved.png"), b"\x89PNG\xff") == ""
    assert (tmp_path / "saved.txt").read_text() == KEY
    assert (tmp_path / "saved.png").read_bytes() == b"\x89PNG\xff"


def test_no_module_writes_a_file_in_a_way_of_its_own() -> None:
    """Each that writes stands above, with what keeps secrets out of it.

    The history's file is written by SQLite, of what models/history/entries.py made; a clone is set up before all this.
    """
    found = set()
    for path in PROGRAM.rglob("*.py"):
        module = ".".join(path.relative_to(PROGRAM).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _writes(node) and not module.startswith("setup."):
                found.add(module)
    assert found == set(WAYS_OUT)


def _writes(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    modes = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return name in WRITES or (name == "open" and any(len(mode) < 4 and set(mode) & set("wax+") for mode in modes))
