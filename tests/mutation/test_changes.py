"""What is changed, what is left alone, and that each change is one that Python can read."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.changes import changes
from tests.mutation.run import equal, places
from tests.mutation.trial import nearest_tests

ROOT = Path(__file__).parents[2]


def after(source: str) -> list[str]:
    """The module with each change in turn, without those of its return."""
    return [made for one in changes(source) if not (made := one.made(source)).endswith("return None")]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("x = a < b", ["x = (a <= b)", "x = (a >= b)"]),
        ("x = a >= b", ["x = (a < b)", "x = (a > b)"]),
        ("x = a == b", ["x = (a != b)"]),
        ("x = a not in b", ["x = (a in b)"]),
        ("x = a and b and c", ["x = (a or b or c)"]),
        ("x = not a", ["x = (a)"]),
        ("x = a + b", ["x = (a - b)"]),
        ("x = a + 'b'", []),
        ("x = 7", ["x = (6)", "x = (8)"]),
        ("x = True", ["x = (False)"]),
        ("x = min(a)", ["x = (max(a))"]),
        ("if a: b = c", ["if (not a): b = c"]),
        ("if a == b: c = d", ["if (a != b): c = d"]),
        ("x = [a for a in b if a.c]", ["x = [a for a in b if (not a.c)]"]),
        ("x = a if b else c", ["x = a if (not b) else c"]),
        ("def f():\n  a()\n  return b", ["def f():\n  pass\n  return b"]),
        ("x += a", ["pass"]),
        ("raise E", ["pass"]),
    ],
)
def test_each_kind_of_change(source: str, wanted: list[str]) -> None:
    """One at a time, the rest of the module as it was."""
    assert after(source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        '"""Words, 1 < 2."""',
        "assert_never(a)",
        "import a",
        "x: Literal[1] = a",
        "def f(a: 1 < 2) -> 3: pass",
        "@a(1)\nclass B(c < d): pass",
        "X = text('A', 'b')",
        "x = f'{1 < 2}'",
        "if TYPE_CHECKING:\n  a()",
        "x = zip(a, b, strict=True)",
    ],
)
def test_what_no_test_could_notice_is_left_alone(source: str) -> None:
    """Types, words and names."""
    assert changes(source) == []


def test_changes_alike_are_told_apart() -> None:
    """By their number, within one function."""
    found = [
        one.name for one in changes("def f():\n  x = a < b\n  y = a < b\ndef g():\n  z = a < b") if "=" in one.after
    ]
    names = ["f: a < b -> (a <= b)", "f: a < b -> (a >= b)"]
    assert found == [*names, *(f"{name} #2" for name in names), *(f"g{name[1:]}" for name in names)]


def test_a_return_gives_nothing() -> None:
    """Where it gave something that was worked out."""
    (change,) = changes("def f():\n    return a.b")
    assert (change.line, change.name) == (2, "f: return a.b -> return None")
    assert changes("def f():\n    return ''") == []


@pytest.mark.parametrize("room", ["qfpay/orders/order", "services/settings", "models/history/entries"])
def test_every_change_of_a_room_can_be_read(room: str) -> None:
    """Also beside characters of more than one byte."""
    found = places(room)
    assert len(found) > 30
    source = (ROOT / found[0][0]).read_text(encoding="utf-8")
    unchanged = ast.dump(ast.parse(source))
    assert all(ast.dump(ast.parse(change.made(source))) != unchanged for _module, change in found)


def test_what_is_listed_as_equal_is_still_there_and_has_its_reason() -> None:
    """A module that was written anew takes its entries with it."""
    for module, reasons in equal().items():
        found = changes((ROOT / module).read_text(encoding="utf-8"))
        named = {one.name for one in found} | {one.place for one in found}
        assert set(reasons) <= named, module
        assert all(len(reason.split()) > 3 for reason in reasons.values()), module


def test_the_nearest_tests_a_module_are_found_nearest_first() -> None:
    """By its name, by who imports it, by its room."""
    found = nearest_tests(Path("qfpay_gui/qfpay/secrets/same_length.py"))
    assert found[0] == "tests/qfpay/secrets/test_same_length.py"
    assert "tests/qfpay/secrets/test_finding.py" in found
    assert nearest_tests(Path("qfpay_gui/qfpay/respcd.py"))[0] == "tests/qfpay/test_respcd.py"
    assert "tests/diagnosis/doctor/test_joining.py" in nearest_tests(
        Path("qfpay_gui/diagnosis/doctor/deviations/join.py")
    )
    inner = nearest_tests(Path("qfpay_gui/services/simulator/notify/post.py"))
    assert "tests/services/simulator/test_notifications.py" in inner
    assert "tests/services/simulator/test_wire.py" not in inner


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_changes_are_tried_in_a_copy_of_the_tree() -> None:
    """And those that were not noticed are named, with the share of the others."""
    module = ROOT / "qfpay_gui" / "qfpay" / "ranking.py"
    source = module.read_text(encoding="utf-8")
    command = [sys.executable, str(ROOT / "tests" / "mutation" / "run.py"), "--room", "qfpay/ranking", "--sample", "3"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this interpreter
    *survivors, last = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr) == (1 if survivors else 0, "")
    assert all(one.startswith("survived: qfpay_gui/qfpay/ranking.py:") for one in survivors)
    assert last.startswith(f"qfpay/ranking: {3 - len(survivors)} of 3 noticed")
    assert module.read_text(encoding="utf-8") == source
