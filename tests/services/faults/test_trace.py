"""An exception as text: bounded, without values, and without what looks like a secret."""

from __future__ import annotations

import pytest

from qfpay_gui.services.faults.trace import cleaned, place, shortened, written


def chained(count: int) -> Exception:
    """An exception with so many causes, itself among them."""
    error = Exception("number 1")
    for number in range(2, count + 1):
        later = Exception(f"number {number}")
        later.__cause__ = error
        error = later
    return error


@pytest.mark.parametrize(("count", "told"), [(1, 1), (8, 8), (9, 8), (30, 8)])
def test_of_many_causes_the_last_eight_are_told(count: int, told: int) -> None:
    """The reason before its effect."""
    said = written(chained(count), str).split("\n\n")
    assert said == [f"Exception: number {number}" for number in range(count - told + 1, count + 1)]


def test_each_place_is_told_with_its_line_of_code() -> None:
    """From the outermost inwards, at most so many; where the code is not known, the place alone."""

    def deeper(depth: int) -> None:
        if depth:
            deeper(depth - 1)
        exec(compile("1 // 0", "made-up.py", "exec"))  # noqa: S102 - a text from above

    try:
        deeper(1)
    except ZeroDivisionError as error:
        said = written(error, str).splitlines()
    assert [line.strip() for line in said if line.startswith("    ")] == [
        "deeper(1)",
        "deeper(depth - 1)",
        'exec(compile("1 // 0", "made-up.py", "exec"))  # noqa: S102 - a text from above',
    ]
    assert said[-2:] == ["  made-up.py:1 in <module>", "ZeroDivisionError: integer division or modulo by zero"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("key " + "a1" * 12, "key •••"),
        ("key " + "a1" * 11 + "a", "key " + "a1" * 11 + "a"),
        ("session q83vASNFZ4mrze8BI0VniQ==", "session •••"),
        ("id 43006779886867687X.", "id •••."),
        ("id 4300677988686768", "id 4300677988686768"),
        ("http://me:secret@host/", "http://•••@host/"),
        ("/home/somebody/x and C:\\Users\\somebody\\y", "~/x and ~\\y"),
        ("/somewhere/home/x", "/somewhere/home/x"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(words: str, shown: str) -> None:
    """Whether or not it is known to be one; shorter words stay."""
    assert cleaned(words, str) == shown


def test_words_are_cut() -> None:
    """After they are masked, or half a secret could stay at the cut."""
    assert cleaned("- " * 600, str) == "- " * 500
    assert cleaned("x " * 499 + "a1" * 20, str) == "x " * 499 + "•••"[:2]


@pytest.mark.parametrize(
    ("path", "shown"),
    [("/a/b/c/d.py", "b/c/d.py"), ("b/c/d.py", "b/c/d.py"), ("/d.py", "/d.py"), ("/c/d.py", "/c/d.py")],
)
def test_a_path_tells_no_home(path: str, shown: str) -> None:
    """Its last three parts say which module it is."""
    assert shortened(path) == shown


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("qfpay_gui/ui/history/panel.py", "history"),
        ("qfpay_gui/ui/widgets/panel.py", ""),
        ("qfpay_gui/services/history/panel.py", ""),
        ("other/ui/history/panel.py", ""),
    ],
)
def test_a_packaged_program_knows_its_rooms(path: str, room: str) -> None:
    """Its code carries no path but that from the package on."""
    code = compile("1 / 0", path, "exec")
    with pytest.raises(ZeroDivisionError) as raised:
        exec(code)  # noqa: S102 - it says that it stands there
    assert place(raised.value) == room
    assert shortened(path) == path.removeprefix("other/")
