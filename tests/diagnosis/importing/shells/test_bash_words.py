"""Bash itself is the reference: the words read are those it passes to a program."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing.shells.bash_words import read_words

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def _single(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"


def _double(value: str) -> str:
    return '"' + "".join(f"\\{one}" if one in '$`"\\' else one for one in value) + '"'


def _backslashed(value: str) -> str:
    return "".join(f"\\{one}" if one != "\n" else "'\n'" for one in value) or "''"


def _ansi(value: str) -> str:
    octal = "".join(f"\\{byte:03o}" for byte in value.encode())
    return f"$'{octal}'"


def _unicode(value: str) -> str:
    return "$'" + "".join(f"\\U{ord(one):08x}" for one in value) + "'"


def _printed(value: str) -> str:
    return "$'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\t", "\\t") + "'"


WAYS = st.sampled_from([_single, _double, _backslashed, _ansi, _unicode, _printed])
WORDS = st.lists(st.lists(st.tuples(WAYS, TEXT), min_size=1, max_size=3), min_size=1, max_size=4)


def _as_bash_has_it(command: str) -> tuple[str, ...]:
    script = f"f() {{ printf '%s\\0' \"$@\"; }}\nf {command}\n"
    done = subprocess.run(["bash"], input=script.encode(), capture_output=True, check=True, timeout=20)  # noqa: S607
    return tuple(done.stdout.decode().split("\0")[:-1])


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from([" ", "  \t", " \\\n  "]))
@example([[(_double, 'a\\b$c`d"e!f')]], " ")
def test_words_are_those_of_bash(words: list[list[tuple[object, str]]], gap: str) -> None:
    """Every way of quoting gives the same word here and in bash."""
    command = gap.join("".join(way(part) for way, part in word) for word in words)  # type: ignore[operator]
    assert read_words(command).words == _as_bash_has_it(command)


@pytest.mark.parametrize(
    "command",
    [
        r"a\ b 'c'\''d' $'\x41\102\t\e\cA\q\'' plain",
        "a\"b\"'c'$'d' \"\" ''",
        "a # a comment",
        "one 2>/dev/null two > file three",
        "one; two",
        "one | two",
        "one && two",
        '"a\\\nb" c\\\nd',
        r"$'\u5976\u8336' $'\U1f375' $'\xe5\xa5\xb6'",
        "a#b 'c' #d",
    ],
)
def test_usual_command_is_read_as_bash_does(command: str, tmp_path: object) -> None:
    """Escapes, comments, redirections and the end of a command follow bash."""
    script = f"cd {tmp_path}; f() {{ printf '%s\\0' \"$@\" >&9; }}; two() {{ cat >&-; }} 2>&-\nf {command}\n"
    done = subprocess.run(  # noqa: S603 - the commands above
        ["bash", "-c", f"exec 9>&1; {script}"],  # noqa: S607
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert read_words(command).words == tuple(done.stdout.decode().split("\0")[:-1])


@pytest.mark.parametrize(
    ("command", "words", "code"),
    [
        ("-d 'never closed", ("-d", "never closed"), "open-quote"),
        ('-d "ends \\"', ("-d", 'ends "'), "open-quote"),
        ("-d $KEY", ("-d", "$KEY"), "variable"),
        ('-d "$(date)"', ("-d", "$(date)"), "variable"),
        ("-d a=1&b=2", ("-d", "a=1&b=2"), "bare-ampersand"),
        ("-X POST\n-d a=1", ("-X", "POST", "-d", "a=1"), "line"),
        ("-d $'a\\0b'", ("-d", "a\0b"), "nul"),
    ],
)
def test_what_bash_would_not_pass_on_is_kept_and_noted(command: str, words: tuple[str, ...], code: str) -> None:
    """A mistake in the quoting loses nothing: the text is kept and a note names the mistake."""
    read = read_words(command)
    assert read.words == words
    assert [note.code for note in read.notes] == [code]
