"""Holds the direction of imports (ui → models → services → diagnosis, snippets → qfpay) and what is seen at once."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).parents[1]
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "qfpay_gui").rglob("*.py")}

RANKS = {"qfpay": 1, "snippets": 2, "diagnosis": 2, "services": 3, "models": 4, "ui": 5, "command": 5}
"""The rooms; each may import from those of a lower rank, and from itself."""
AROUND = 6
"""The rank of modules beside the rooms, which put things together."""
LEAVES = {"qfpay_gui", "qfpay_gui.resources"}
"""What every room may import."""
COMPOSITION_ROOT = "qfpay_gui.app"
COMMAND = "qfpay_gui.__main__"
"""``python -m qfpay_gui``, which calls the composition root and does nothing else."""

_OUTSIDE = {"requests", "urllib3", "keyring", "secretstorage", "socket", "ssl", "sqlite3", "subprocess", "http"}
_PURE = _OUTSIDE | {"PySide6", "shiboken6", "urllib.request", "asyncio", "threading", "multiprocessing", "ctypes"}
_PURE |= {"os", "sys", "io", "pathlib", "tempfile", "shutil", "glob", "logging", "time", "random", "secrets", "uuid"}
FORBIDDEN = {
    "qfpay": _PURE,
    "snippets": _PURE,
    "diagnosis": _PURE,
    "services": {"PySide6", "shiboken6"},
    "models": _OUTSIDE,
    "ui": _OUTSIDE,
    "command": _OUTSIDE | {"PySide6", "shiboken6"},
}
QT = {
    "": {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtTest"},
    "models": {"PySide6.QtCore"},
    "ui": {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtPrintSupport"},
}
PURE_ROOMS = {"qfpay", "snippets", "diagnosis"}
CLOCKS_AND_FILES = {"now", "utcnow", "today", "open", "print", "input", "urandom", "write_text", "read_text"}

LONGEST_MODULE, LONGEST_FUNCTION, MOST_MODULES = 500, 40, 20


def violations(module: str, source: str) -> list[str]:
    """What this module does that its place does not allow, one line each."""
    tree = ast.parse(source)
    room = room_of(module)
    found = [problem for name in imported(tree) for problem in _of_import(module, room, name)]
    if room in PURE_ROOMS:
        found += [f"{module} calls {name}()" for name in _called(tree) if name in CLOCKS_AND_FILES]
    found += [
        f"{module} imports relatively" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level
    ]
    return found + _of_size(module, source, tree)


def room_of(module: str) -> str:
    """The room a module belongs to, or "" for one beside the rooms."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in RANKS else ""


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, also for types only and inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            modules = [name for name in inner if name in MODULES or f"{name}.__init__" in MODULES]
            yield from modules or ([node.module] if node.module != "PySide6" else inner)


def _of_import(module: str, room: str, name: str) -> Iterator[str]:
    if module == "qfpay_gui":
        yield f"{module} imports {name}: the start would load that before it can say what is missing"
    elif name == COMPOSITION_ROOT and module != COMMAND:
        yield f"{module} imports the composition root"
    elif name.split(".", maxsplit=1)[0] == "qfpay_gui":
        if module != COMPOSITION_ROOT and name not in LEAVES and not _may_import(module, room, name):
            yield f"{module} imports {name}, against the direction"
    elif _is_within(name, FORBIDDEN.get(room, set())):
        yield f"{module} imports {name}, which {room} must not know"
    elif name.split(".", maxsplit=1)[0] == "PySide6" and room in QT and not _is_within(name, QT[room]):
        yield f"{module} imports {name}; of Qt, {room} knows {', '.join(sorted(QT[room]))} only"


def _may_import(module: str, room: str, name: str) -> bool:
    other = room_of(name)
    if module in LEAVES or (other == "" and room != ""):
        return False
    return other == room or RANKS.get(other, AROUND) < RANKS.get(room, AROUND)


def _is_within(name: str, modules: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in modules)


def _called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


def _of_size(module: str, source: str, tree: ast.AST) -> list[str]:
    found = []
    lines = len(source.splitlines())
    if lines > LONGEST_MODULE:
        found.append(f"{module} has {lines} lines, more than {LONGEST_MODULE}")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append(f"{module}.{node.name} has {length} lines, more than {LONGEST_FUNCTION}")
    return found


def circle(sources: Mapping[str, str]) -> list[str]:
    """The modules of one circle of imports, the first again at the end; empty where there is none."""
    try:
        TopologicalSorter({module: _imported_at_start(source) for module, source in sources.items()}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _imported_at_start(source: str) -> set[str]:
    """What is imported when the module is, and for types; an import within a function waits for its call."""
    definitions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return {name for node in ast.parse(source).body if not isinstance(node, definitions) for name in imported(node)}


def crowded(modules: Iterable[str]) -> list[str]:
    """The folders that hold too many modules to be seen at once, their ``__init__`` not counted."""
    folders = Counter(module.rpartition(".")[0] for module in modules if not module.endswith(".__init__"))
    return [folder for folder, count in folders.items() if count > MOST_MODULES]


def _name_of(module: str) -> str:
    return module.removesuffix(".__init__")


def test_every_module_keeps_to_its_room() -> None:
    """No module imports upwards, knows what its room must not know, or is too long to be read."""
    sources = {_name_of(module): path.read_text(encoding="utf-8") for module, path in MODULES.items()}
    assert [problem for module, source in sources.items() for problem in violations(module, source)] == []


def test_no_imports_run_in_a_circle() -> None:
    """Who follows the imports of a module, those for types included, never comes back to it."""
    assert circle({_name_of(module): path.read_text(encoding="utf-8") for module, path in MODULES.items()}) == []


def test_no_folder_is_crowded() -> None:
    """Every room can be seen at once."""
    assert crowded(MODULES) == []


def test_the_start_script_knows_the_set_up_and_the_composition_root_only() -> None:
    """main.py is two imports, two calls and an exit code."""
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))
    assert [name for name in imported(tree) if name.startswith("qfpay_gui")] == [
        "qfpay_gui.setup.start",
        COMPOSITION_ROOT,
    ]


def test_all_rooms_are_looked_at() -> None:
    """The walk finds each room, so that a moved folder does not pass unseen."""
    assert {room_of(_name_of(module)) for module in MODULES} >= {"qfpay", "snippets", "services", "models", "ui"}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("qfpay_gui.qfpay.request.form_body", "from qfpay_gui.services.client import QFPayClient"),
        ("qfpay_gui.qfpay.request.form_body", "import qfpay_gui.ui.look.theme"),
        ("qfpay_gui.qfpay.request.form_body", "from qfpay_gui import shell"),
        (
            "qfpay_gui.qfpay.request.form_body",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from qfpay_gui.models.tasks import X",
        ),
        (
            "qfpay_gui.qfpay.request.form_body",
            "def later():\n    from qfpay_gui.snippets.wechat import request_payment",
        ),
        ("qfpay_gui.qfpay.request.form_body", "from PySide6.QtCore import QObject"),
        ("qfpay_gui.qfpay.request.form_body", "import requests.adapters"),
        ("qfpay_gui.qfpay.request.form_body", "import socket"),
        ("qfpay_gui.qfpay.request.form_body", "import keyring"),
        ("qfpay_gui.qfpay.request.form_body", "import sqlite3"),
        ("qfpay_gui.qfpay.request.form_body", "from urllib.request import urlopen"),
        ("qfpay_gui.qfpay.request.draft", "from datetime import datetime\nmoment = datetime.now()"),
        ("qfpay_gui.qfpay.request.draft", "import datetime\nmoment = datetime.datetime.now(datetime.UTC)"),
        ("qfpay_gui.qfpay.request.draft", "import time\nmoment = time.time()"),
        ("qfpay_gui.qfpay.request.draft", "from time import time"),
        ("qfpay_gui.qfpay.request.draft", "import random"),
        ("qfpay_gui.qfpay.request.draft", "from secrets import token_hex"),
        ("qfpay_gui.qfpay.request.draft", "content = open('notes').read()"),
        ("qfpay_gui.qfpay.request.draft", "from .text import text"),
        ("qfpay_gui.snippets.wechat", "from qfpay_gui.diagnosis.search import diagnose"),
        ("qfpay_gui.snippets.wechat", "import logging"),
        ("qfpay_gui.diagnosis.search", "from qfpay_gui.snippets.javascript import string_literal"),
        ("qfpay_gui.diagnosis.search", "from qfpay_gui.services.database.history import History"),
        ("qfpay_gui.services.client", "from PySide6.QtCore import QTimer"),
        ("qfpay_gui.services.client", "import PySide6"),
        ("qfpay_gui.services.client", "from qfpay_gui.models.tasks import TaskRunner"),
        ("qfpay_gui.services.client", "from qfpay_gui.display import missing_display"),
        ("qfpay_gui.models.tasks", "from PySide6.QtGui import QColor"),
        ("qfpay_gui.models.tasks", "from PySide6 import QtWidgets"),
        ("qfpay_gui.models.tasks", "import requests"),
        ("qfpay_gui.models.tasks", "from qfpay_gui.ui.look.theme import tokens"),
        ("qfpay_gui.ui.look.theme", "from PySide6.QtNetwork import QTcpSocket"),
        ("qfpay_gui.ui.look.theme", "from PySide6 import QtCore, QtNetwork"),
        ("qfpay_gui.ui.look.theme", "import sqlite3"),
        ("qfpay_gui.ui.look.theme", "from qfpay_gui.shell import Shell"),
        ("qfpay_gui.ui.look.theme", "from qfpay_gui.app import main"),
        ("qfpay_gui.shell", "from qfpay_gui import app"),
        ("qfpay_gui.resources", "from qfpay_gui.qfpay.text import text"),
        ("qfpay_gui", "from PySide6.QtCore import QObject"),
        ("qfpay_gui.self_test", "from PySide6.QtQml import QJSEngine"),
        ("qfpay_gui.qfpay.request.form_body", "x = 1\n" * 501),
        ("qfpay_gui.app", "def long():\n" + "    x = 1\n" * 40),
    ],
    ids=lambda value: value[:60],
)
def test_a_module_out_of_place_is_noticed(module: str, source: str) -> None:
    """The check can fail: each kind of trespass is found in a module that does it."""
    assert violations(module, source) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "qfpay_gui.qfpay.request.form_body",
            "from qfpay_gui.qfpay.signing.recipe import well_formed\nfrom urllib.parse import urlsplit",
        ),
        ("qfpay_gui.qfpay.request.parameters", "from qfpay_gui.resources import read_json"),
        ("qfpay_gui.qfpay.request.parameters", "from qfpay_gui import resources"),
        (
            "qfpay_gui.qfpay.request.draft",
            "from datetime import UTC, datetime\nmoment = datetime(2026, 3, 1, tzinfo=UTC)",
        ),
        ("qfpay_gui.snippets.wechat", "from qfpay_gui.qfpay.reply.pay_params import MEMBERS"),
        ("qfpay_gui.services.client", "import socket\nimport requests\nfrom qfpay_gui.snippets.wechat import x"),
        ("qfpay_gui.services.clock", "from datetime import UTC, datetime\nmoment = datetime.now(UTC)"),
        ("qfpay_gui.models.tasks", "from PySide6.QtCore import QObject\nfrom qfpay_gui.services.client import x"),
        ("qfpay_gui.ui.look.theme", "from PySide6.QtSvg import QSvgRenderer\nfrom qfpay_gui.models.tasks import x"),
        ("qfpay_gui.ui.look.theme", "from qfpay_gui.qfpay.text import Text"),
        ("qfpay_gui.shell", "from qfpay_gui import __version__\nfrom qfpay_gui.ui.look.theme import tokens"),
        ("qfpay_gui.app", "import requests\nimport PySide6.QtWidgets\nfrom qfpay_gui.shell import Shell"),
        ("qfpay_gui.app", "def short():\n" + "    x = 1\n" * 39),
        ("qfpay_gui", '__version__ = "1"'),
        ("qfpay_gui.qfpay.request.form_body", "x = 1\n" * 500),
    ],
    ids=lambda value: value[:60],
)
def test_a_module_in_its_place_is_left_alone(module: str, source: str) -> None:
    """The check forbids no more than it should."""
    assert violations(module, source) == []


@pytest.mark.parametrize(
    "back",
    [
        "import qfpay_gui.models.outer",
        "from qfpay_gui.models.outer import Outer",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from qfpay_gui.models.outer import Outer",
        "try:\n    from qfpay_gui.models.outer import Outer\nexcept ImportError:\n    pass",
    ],
    ids=["module", "name", "type", "guarded"],
)
def test_a_circle_is_noticed(back: str) -> None:
    """Over any number of modules, and also where one of the imports is for types only."""
    sources = {
        "qfpay_gui.models.outer": "from qfpay_gui.models.middle import Middle",
        "qfpay_gui.models.middle": "from qfpay_gui.models.inner import Inner",
        "qfpay_gui.models.inner": back,
    }
    assert set(circle(sources)) == set(sources)


def test_an_import_within_a_function_makes_no_circle() -> None:
    """It waits until the function is called, when both modules are there."""
    late = "def make():\n    from qfpay_gui.models.outer import Outer"
    inner = {"qfpay_gui.models.inner": late}
    assert circle(inner | {"qfpay_gui.models.outer": "from qfpay_gui.models.inner import make"}) == []


def test_a_crowded_folder_is_noticed() -> None:
    """Twenty modules are seen at once, beside the folder's own and those of folders in it; one more is too many."""
    modules = [f"qfpay_gui.ui.m{number}" for number in range(20)] + ["qfpay_gui.ui.__init__", "qfpay_gui.ui.bar.top"]
    assert crowded(modules) == []
    assert crowded([*modules, "qfpay_gui.ui.one_more"]) == ["qfpay_gui.ui"]


def test_no_module_asks_qt_for_a_widget_that_it_then_owns() -> None:
    """To PySide, what these return becomes the child of whom was asked, and counts as deleted as soon as that is."""
    names = {"nextInFocusChain", "previousInFocusChain", "focusProxy"}
    suspects = {module: source for module, path in MODULES.items() if "Focus" in (source := path.read_text("utf-8"))}
    assert [module for module, source in suspects.items() if names & set(_called(ast.parse(source)))] == []
