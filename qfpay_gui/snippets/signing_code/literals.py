"""String literals of bash, Python, PHP and Java that hold any text on one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.hidden import is_unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JAVA_LONGEST = 16_000


@dataclass(frozen=True)
class _Notation:
    """How a language writes a double-quoted string; ``escape`` writes a character that must not stand as it is."""

    escape: Callable[[str], str]
    short: Mapping[str, str]
    needs_escape: Callable[[str], bool] = is_unseen

    def write(self, value: str) -> str:
        """The literal."""
        return '"' + "".join(self._written(character) for character in value) + '"'

    def _written(self, character: str) -> str:
        if character in self.short:
            return self.short[character]
        return self.escape(character) if self.needs_escape(character) else character


def python_literal(value: str) -> str:
    """A Python string; what is invisible is escaped."""
    return _PYTHON.write(value)


def php_literal(value: str) -> str:
    """A PHP string (7.0 or newer) in which no variable is looked for."""
    return _PHP.write(value)


def java_literal(value: str) -> str:
    """A Java expression in ASCII, so that the file's charset does not matter; long text is joined from pieces."""
    starts = range(0, len(value), _JAVA_LONGEST)
    pieces = [_JAVA.write(value[start : start + _JAVA_LONGEST]) for start in starts] or ['""']
    # A constant of the class file holds 65,535 bytes, and + would make one constant of them all.
    return pieces[0] if len(pieces) == 1 else f'String.join("", {", ".join(pieces)})'


def bash_literal(value: str) -> str:
    """A bash word in single quotes, or in ``$'…'`` where something is invisible. A NUL is left out: bash has none."""
    value = value.replace("\0", "")
    if not any(is_unseen(character) for character in value):
        return "'" + value.replace("'", "'\\''") + "'"
    return "$'" + "".join(_bash_written(character) for character in value) + "'"


def _bash_written(character: str) -> str:
    if character in _BASH_SHORT:
        return _BASH_SHORT[character]
    # Bytes, because $'\u…' is unknown to bash 3 and depends on the locale.
    return "".join(f"\\x{byte:02x}" for byte in character.encode()) if is_unseen(character) else character


def _python_escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _java_escape(character: str) -> str:
    if character < " ":
        return f"\\{ord(character):03o}"  # the compiler reads \u000a as a line break before it sees the string
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def _is_not_printable_ascii(character: str) -> bool:
    return not " " <= character <= "~"


_BASH_SHORT = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PYTHON = _Notation(_python_escape, _SHORT)
_PHP = _Notation(lambda character: f"\\u{{{ord(character):x}}}", _SHORT | {"$": "\\$"})
_JAVA = _Notation(_java_escape, _SHORT, _is_not_printable_ascii)
