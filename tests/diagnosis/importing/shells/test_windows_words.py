"""The words that cmd.exe, PowerShell and the C runtime make of a line."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing.shells.powershell import powershell_pieces
from qfpay_gui.diagnosis.importing.shells.windows_words import (
    cmd_words,
    looks_like_cmd,
    looks_like_powershell,
    powershell_words,
)


@pytest.mark.parametrize(
    ("source", "is_cmd"),
    [
        ('curl "a" ^\n -d "b"', True),
        ("curl a ^\r\n -d b", True),
        ('curl -d "{^"a^":1}"', True),
        ("curl http://h/?a=1^&b=2", True),
        ('curl -d "{""a"":1}"', True),
        ("curl 'a' ^\n -d 'b'", False),
        ('curl -d \'{""a"":1}\' ^\n', False),
        ('curl -d "a" -d "b"', False),
        ("curl -d a", False),
        ('curl -d "" "x"', False),
    ],
)
def test_carets_and_doubled_quotes_tell_cmd(source: str, is_cmd: bool) -> None:  # noqa: FBT001 - a table
    """Which knows no single quotes: where one comes first, it was another shell."""
    assert looks_like_cmd(source) is is_cmd


@pytest.mark.parametrize(("source", "is_powershell"), [("a `\n b", True), ("a ` \r\n b", True), ("a `b", False)])
def test_backticks_at_the_end_tell_powershell(source: str, is_powershell: bool) -> None:  # noqa: FBT001 - a table
    """Not those within a line."""
    assert looks_like_powershell(source) is is_powershell


@pytest.mark.parametrize(
    ("line", "words", "rest"),
    [
        ('a "b c" d', ("a", "b c", "d"), ""),
        (r'"a\"b" c\d "e\\" f\\"g"', ('a"b', r"c\d", "e\\", "f\\g"), ""),
        ('"a""b" ""', ('a"b', ""), ""),
        ('^"a b^" c^&d ^^', ("a b", "c&d", "^"), ""),
        ('"a ^& b" "c^"', ("a ^& b", "c^"), ""),
        ("a ^\n -d b\nc", ("a", "-d", "b"), "c"),
        ("a\n -d b\nc", ("a", "-d", "b"), "c"),
        ("a\nb", ("a",), "b"),
        ('"a\nb" c', ("a\nb", "c"), ""),
        ("  a  ", ("a",), ""),
        ("", (), ""),
        ('"never closed', ("never closed",), ""),
    ],
)
def test_a_program_of_windows_gets_these_arguments(line: str, words: tuple[str, ...], rest: str) -> None:
    """Carets go first, then backslashes count only before quotes; a line without a caret at its end is the last."""
    read = cmd_words(line)
    assert (read.words, line[read.end :]) == (words, rest)


@pytest.mark.parametrize(
    ("line", "words", "rest"),
    [
        ("a 'b c' \"d e\"", ("a", "b c", "d e"), ""),
        ('\'it\'\'s\' "say ""x"""', ("it's", 'say "x"'), ""),
        ("a `\n b`tc `$d", ("a", "b\tc", "$d"), ""),
        ("pre'mid'post", ("premidpost",), ""),
        ("a\nb", ("a",), "\nb"),
        ("a; b", ("a",), "; b"),
        ("a | b", ("a",), "| b"),
        ("'' b", ("", "b"), ""),
        ("", (), ""),
    ],
)
def test_powershell_makes_these_words(line: str, words: tuple[str, ...], rest: str) -> None:
    """Quotes double inside themselves, a backtick escapes, a line break ends the command."""
    read = powershell_words(line)
    assert (read.words, line[read.end :]) == (words, rest)


@pytest.mark.parametrize(
    ("source", "method", "url", "headers", "body"),
    [
        ("irm https://a.b/c", "GET", "https://a.b/c", {}, {}),
        ("Invoke-RestMethod -Uri 'https://a.b/c' -Method Post -Body 'x=1'", "POST", "https://a.b/c", {}, {"x": "1"}),
        (
            '$h = @{ "X-A" = "1" }\n$B = @{ x = "2" }\niwr -Uri https://a.b/c -Headers $h -Body $b -ContentType t/x',
            "GET",
            "https://a.b/c",
            {"X-A": "1", "Content-Type": "t/x"},
            {"x": "2"},
        ),
        (
            "$u = 'https://a.b/d'\nirm -Uri $u -Headers @{ 'X-B' = '2' } `\n  -Body @{y='3'}",
            "GET",
            "https://a.b/d",
            {"X-B": "2"},
            {"y": "3"},
        ),
        ("irm -Uri $gone -Body $lost", "GET", "$gone", {}, {}),
    ],
)
def test_a_command_of_powershell_is_a_request(
    source: str, method: str, url: str, headers: dict[str, str], body: dict[str, str]
) -> None:
    """Texts and hash tables stand in place or in variables above, in any letter case."""
    (piece,) = powershell_pieces(source)
    read = piece.request
    assert (read.method, read.url, dict(read.headers)) == (method, url, headers)
    assert {name: value for name, value in read.params.items() if not name.startswith("$")} == body


def test_fifty_commands_of_powershell_are_the_most() -> None:
    """Of one paste."""
    assert len(list(powershell_pieces("irm https://a.b/c\n" * 51))) == 50
