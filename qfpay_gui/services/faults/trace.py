"""An exception as text: where it was raised, and its words only as far as they hold no secret."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_PACKAGE = Path(__file__).parents[2]
_MOST_FRAMES, _MOST_CAUSES = 40, 8
_LONGEST_WORDS = 1000
_MARKS = "•••"
# A key that is not known yet, because it was just typed or pasted; WeChat's session_key; and a national ID.
_LIKE_A_SECRET = re.compile(r"[0-9A-Za-z]{24,}|[0-9A-Za-z+/]{22}==|(?<!\d)\d{17}[\dXx](?![0-9A-Za-z])")
_LOGIN_IN_URL = re.compile(r"(?<=//)[^/@\s]+@")
_HOME = re.compile(r"(?<![\w.-])(?:/(?:home|Users)/|[A-Za-z]:\\Users\\)[^/\\\s\"']+")

_QUOTED_FILE = re.compile(r'File "([^"]*)"')


def written(error: BaseException, mask: Callable[[str], str]) -> str:
    """The exception and what led to it, the innermost first: places in the code, and masked words. No locals."""
    return "\n\n".join("\n".join((*_frames(one.__traceback__), _said(one, mask))) for one in _chain(error))


def place(error: BaseException) -> str:
    """The outermost room of the program that the exception came through, such as ``history``; "" for none."""
    for frame, _line in traceback.walk_tb(error.__traceback__):
        _package, *parts = _of_program(frame.f_code.co_filename) or ("",)
        if len(parts) > 2 and parts[0] in {"ui", "models"} and parts[1] not in {"widgets", "window", "look", "words"}:
            return parts[1]
    return ""


def cleaned(words: str, mask: Callable[[str], str]) -> str:
    """These words without known secrets, what looks like a key or an ID, a login, and the name of the home folder."""
    for pattern, instead in ((_LOGIN_IN_URL, f"{_MARKS}@"), (_HOME, "~")):
        words = pattern.sub(instead, words[: 10 * _LONGEST_WORDS])
    return _LIKE_A_SECRET.sub(_MARKS, mask(words))[:_LONGEST_WORDS]


def shortened(path: str) -> str:
    """A file of the program from its package on, any other by its last three parts: no name of a home folder."""
    parts = _of_program(path) or Path(path).parts[-3:]
    return "/".join(parts) if len(Path(path).parts) > 3 else path


def shortened_in(line: str) -> str:
    """A line of the interpreter's own trace with its file shortened."""
    return _QUOTED_FILE.sub(lambda found: f'File "{shortened(found[1])}"', line)


def _of_program(path: str) -> tuple[str, ...]:
    """The parts of this path from the program's package on, () for any other file; a packaged program knows no more."""
    file = Path(path)
    if file.is_relative_to(_PACKAGE):
        return file.relative_to(_PACKAGE.parent).parts
    return file.parts if file.parts[:1] == (_PACKAGE.name,) else ()


def _chain(error: BaseException) -> list[BaseException]:
    """What was raised, and why, the reason before its effect."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found and len(found) < _MOST_CAUSES:
        found.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found[::-1]


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """Each place and the line of code there, which is the program's own text."""
    for frame in traceback.extract_tb(trace)[-_MOST_FRAMES:]:
        yield f"  {shortened(frame.filename)}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"    {frame.line}"


def _said(error: BaseException, mask: Callable[[str], str]) -> str:
    """The kind of the exception and its words; what cannot be told is not."""
    kind = type(error).__qualname__
    try:
        words = cleaned(" ".join(map(str, (error, *getattr(error, "__notes__", ())))), mask)
    except Exception:  # noqa: BLE001 - an exception whose words raise is one without words
        words = ""
    return f"{kind}: {words}" if words else kind
