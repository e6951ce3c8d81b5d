"""Reads bracketed structures of any usual language: JSON, Python, JavaScript, PHP, C#, Go, PowerShell, Ruby.

One forgiving reader serves all of them, for a merchant's paste rarely says what it is and is often cut off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.prints import unquoted
from qfpay_gui.diagnosis.importing.prints.items import Frame, Token
from qfpay_gui.diagnosis.importing.prints.literals import literal, powershell
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 40
_MOST_GROUPS = 4000
_MOST_STEPS = 100_000
_CLOSER = {"{": "}", "[": "]", "(": ")"}
_OPENER = re.compile(r"[{\[(]")
# Level, thread and time of a log line: brackets with nothing in them that a member could be.
_EMPTY = re.compile(r"\{\}|[\[(](?:[^\[\](){}=:\"'\n,]|:(?=\d)|,(?=\d)){0,80}[\])]")
_BRACKETS = re.compile(r"[{\[(]++|[}\])]")
# The usual member in one step, for a paste may have a hundred thousand of them.
_MEMBER = re.compile(
    r"""\s*+(?:"([^"\\]*+)"|'([^'\\]*+)'|([A-Za-z_]\w*+))\s*+(?::|=>)\s*+
    (?:"([^"\\]*+)"|'([^'\\]*+)'|(-?\d++(?:\.\d++)?+(?:[eE][-+]?\d++)?+))
    \s*+(?:,|(?=[}\])]))""",
    re.VERBOSE,
)
_LEAD = re.compile(r"[ \t\n]?([\w.$<>:\]@\[]{0,60})")
# Every alternative is possessive: whatever the text is, each character is looked at a bounded number of times.
_TOKEN = re.compile(
    r"""
    (?P<space>\s++)
  | (?P<comment>(?<![:\w])//[^\n]*+ | /\*(?:[^*]|\*(?!/))*+(?:\*/)? | (?<!\S)\#(?![\w"'])[^\n]*+)
  | (?P<string>@"(?:[^"]|"")*+"?
      | [bBuUrRfF$]{0,2}(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"? | '[^'\\]*+(?:\\.[^'\\]*+)*+'? | `[^`\\]*+(?:\\.[^`\\]*+)*+`?))
  | (?P<sign>=>(?!=) | :=|(?<![=!<>:]):(?!:)|(?<![=!<>:+*/-])=(?!=))
  | (?P<open>[{\[(]) | (?P<close>[}\])]) | (?P<comma>[,;])
  | (?P<word>(?:[^\s{}\[\](),;:=>"'`\\]|\\(?!["'])|(?<=\w)'(?=\w)|[ ](?=[\w$.+*-]))++|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_POWERSHELL_STRING = re.compile(r"""'(?:[^']|'')*+'?|"(?:[^"`]|`.|"")*+"?""", re.DOTALL)


def top_groups(source: str, *, in_powershell: bool = False, most: int = 20_000) -> Iterator[Group]:
    """Every outermost bracketed group, in order. ``in_powershell``: strings are PowerShell's.

    An opening bracket that is never closed is read to the end where it names something; otherwise the reading goes
    on behind it. ``most`` bounds the work: it counts the characters that may be read a second time.
    """
    at = count = 0
    while opener := _OPENER.search(source, at):
        if empty := _EMPTY.match(source, opener.start()):
            at = empty.end()
            continue
        group = parse(source, opener.start(), in_powershell=in_powershell)
        if group.closed or any(item.name or isinstance(item.value, Group) for item in group.items):
            yield group
            count += 1
        if count >= _MOST_GROUPS:
            return
        most -= 0 if group.closed else group.end - group.start
        at = group.end if group.closed or most < 0 else opener.end()


def parse(source: str, at: int, *, in_powershell: bool = False) -> Group:
    """The group that opens at this place, read as far as it goes."""
    if ready := unquoted.read(source, at, _lead(source, at)):
        return ready
    frames = [Frame(at, source[at], _lead(source, at))]
    place = at + 1
    for _step in range(_MOST_STEPS):
        if place >= len(source):
            break
        frame = frames[-1]
        if not in_powershell and frame.is_fresh and (member := _MEMBER.match(source, place)):
            frame.items.append(_item(member))
            place = member.end()
            continue
        token = (in_powershell and _POWERSHELL_STRING.match(source, place)) or _TOKEN.match(source, place)
        if not token:
            break
        kind = token.lastgroup or "string"
        place = token.end()
        if kind == "open":
            place = _open(frames, source, token.start())
        elif kind != "close":
            _take(frame, source, kind, token, in_powershell=in_powershell)
        elif done := _close(frames, source, token):
            return done
    while len(frames) > 1:
        _fold(frames, source, place, closed=False)
    return frames[0].group(source, len(source), closed=False)


def _item(member: re.Match[str]) -> Item:
    double, single, word, value, other, number = member.groups()
    name = double if double is not None else single if single is not None else word
    if number is not None:
        return Item(name, Scalar(number, "number", number))
    text = other if value is None else value
    return Item(name, Scalar(text, "string", text))


def _open(frames: list[Frame], source: str, at: int) -> int:
    """Opens a group inside, or takes it whole where that is possible; the place where the reading goes on."""
    if len(frames) >= _DEEPEST:
        return _beyond(source, at)
    if ready := unquoted.read(source, at, _lead(source, at)):
        frames[-1].add(Token("group", ready.start, ready.end, ready))
        return ready.end
    frames.append(Frame(at, source[at], ""))
    return at + 1


def _beyond(source: str, at: int) -> int:
    """The end of a group that is nested too deeply to be read: nobody sends that, but nothing may fail at it."""
    depth = 0
    for found in _BRACKETS.finditer(source, at):
        depth += len(found.group()) if found.group()[0] in _CLOSER else -1
        if depth <= 0:
            return found.end()
    return len(source)


def _lead(source: str, at: int) -> str:
    """The word before a bracket, found by reading backwards."""
    found = _LEAD.match(source[max(0, at - 62) : at][::-1])
    return found[1][::-1] if found else ""


def _take(frame: Frame, source: str, kind: str, token: re.Match[str], *, in_powershell: bool) -> None:
    match kind:
        case "string":
            text = powershell(token.group()) if in_powershell else literal(token.group())
            frame.add(Token("string", token.start(), token.end(), Scalar(text, "string", token.group())))
        case "word":
            frame.add(Token("word", token.start(), token.end(), None))
        case "sign":
            frame.sign(source, token)
        case "comma":
            frame.flush(source)
        case _:
            pass


def _close(frames: list[Frame], source: str, token: re.Match[str]) -> Group | None:
    """Closes the innermost frame this bracket fits, and those left open inside it; the outermost one is the result."""
    fitting = next((i for i in reversed(range(len(frames))) if _CLOSER[frames[i].bracket] == token.group()), None)
    if fitting is None:
        return None
    while len(frames) - 1 > fitting:
        _fold(frames, source, token.start(), closed=False)
    if fitting == 0:
        return frames[0].group(source, token.end(), closed=True)
    _fold(frames, source, token.end(), closed=True)
    return None


def _fold(frames: list[Frame], source: str, end: int, *, closed: bool) -> None:
    inner = frames.pop().group(source, end, closed=closed)
    frames[-1].add(Token("group", inner.start, inner.end, inner))
