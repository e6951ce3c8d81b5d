"""Prints that put no quotes around a value: Java's and Lombok's toString, Go's map, PHP's print_r and var_dump."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.prints.literals import literal
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[A-Za-z_][\w.\-]{0,63}"
# Not a print: what is quoted, assigned from code, or an arrow; a value that is itself JSON is one.
_JAVA = re.compile(rf"""[ ]?{_NAME}=(?![=>\n])(?!\s?(?:["'`@]|\{{(?!")|new\b))""")
_JAVA_MARK = re.compile(rf"[{{\[]|[}}\]]|,\s?[ ]{{0,20}}(?={_NAME}=)")
_LOMBOK_MARK = re.compile(rf"[{{\[(]|[}}\])]|,\s?[ ]{{0,20}}(?={_NAME}=)")
_GO = re.compile(rf"{_NAME}:(?!=)")
_GO_MARK = re.compile(rf"\[|\]|[ ](?={_NAME}:)")
_PRINT_R = re.compile(r"\s{0,40}\[[^\]\n]{0,100}\] =>")
_PRINT_R_ENTRY = re.compile(r"^(?P<indent>[ \t]*)\[(?P<name>[^\]\n]*)\] => ?(?P<value>[^\n]*)", re.MULTILINE)
_PRINT_R_FLAT = re.compile(r"\[([^\]\n]*)\] => ?")
_VAR_DUMP = re.compile(r"\s{0,40}\[\"?[^\]\n]{0,100}\]\s?=>\s{0,40}(?:string\(|int\(|float\(|bool\(|NULL|array\()")
_VAR_DUMP_LEAD = re.compile(r"array\(\d{1,6}\) ?\Z")
_VAR_DUMP_ENTRY = re.compile(
    r"""\s*+(?:\["?(?P<name>(?:[^"\]\n]|"(?!\]))*)"?\]\s?=>\s*+
    (?:string\((?P<length>\d{1,9})\)\ "|(?:int|float|bool|enum)\((?P<plain>[^)\n]*)\)|(?P<null>NULL)
      |array\(\d++\)\s?(?P<open>\{))|(?P<close>\}))""",
    re.VERBOSE,
)
_LINES_AHEAD = 4000
_DEEPEST_INDENT = 80


def read(source: str, at: int, lead: str) -> Group | None:
    """The group that opens here if it is one of these prints, else None."""
    bracket = source[at]
    if bracket == "(" and lead.endswith("Array") and _PRINT_R.match(source, at + 1):
        return _print_r(source, at)
    if bracket == "{" and _VAR_DUMP_LEAD.search(source, max(0, at - 16), at) and _VAR_DUMP.match(source, at + 1):
        return _var_dump(source, at)
    if bracket == "[" and lead.endswith("map") and _GO.match(source, at + 1):
        return _marked(source, at, lead, _Print("go", _GO_MARK, ":"))
    if _JAVA.match(source, at + 1):
        return _marked(source, at, lead, _Print("java", _LOMBOK_MARK if bracket == "(" else _JAVA_MARK, "="))
    return None


@dataclass(frozen=True)
class _Print:
    """What language prints so, the separators of its members, and the sign behind a name."""

    language: str
    mark: re.Pattern[str]
    sign: str


def _marked(source: str, at: int, lead: str, printed: _Print) -> Group:
    """Members between separators that are followed by a name and the sign, so that a value may hold the separator."""
    line = source.find("\n", at)
    line = len(source) if line < 0 else line
    cuts, end = _cuts(source, at, line, printed.mark)
    if end < 0 and (further := _closing_line(source, at, line)):
        cuts, end = _cuts(source, at, further, printed.mark)
    closed = end >= 0
    if not closed:
        end = line
        cuts = [cut for cut in cuts if cut[1] <= end]
    starts = [at + 1, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    items = (_member(source[a:b], printed) for a, b in zip(starts, ends, strict=True))
    return Group(tuple(items), source[at], lead, at, end + closed, closed, printed.language)


def _closing_line(source: str, at: int, line: int) -> int:
    """Where a group that goes over several lines ends at the latest, 0 where none is near and no other opens before."""
    opener = source[at]
    closing = source.find({"{": "}", "[": "]", "(": ")"}[opener], line, line + _LINES_AHEAD)
    return closing + 1 if closing >= 0 and source.find(opener, line, closing) < 0 else 0


def _cuts(source: str, at: int, limit: int, mark: re.Pattern[str]) -> tuple[list[tuple[int, int]], int]:
    """The separators at the outermost level and the place of the closing bracket, -1 where there is none."""
    cuts: list[tuple[int, int]] = []
    depth = 0
    for found in mark.finditer(source, at, limit):
        sign = found.group()
        if sign in "{[(":
            depth += 1
        elif sign in "}])":
            depth -= 1
            if depth == 0:
                return cuts, found.start()
        elif depth == 1:
            cuts.append(found.span())
    return cuts, -1


def _member(written: str, printed: _Print) -> Item:
    name, _sign, value = written.partition(printed.sign)
    if printed.language == "go" and value.startswith("[") and value.endswith("]"):
        return Item(name.strip(), _raw(value[1:-1]))
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        return Item(name.strip(), Scalar(literal(value), "string", value))
    return Item(name.strip(), _raw(value))


def _raw(value: str) -> Scalar:
    return Scalar(value, "raw", value)


def _print_r(source: str, at: int) -> Group:
    first = _PRINT_R_ENTRY.search(source, at + 1)
    line = source.find("\n", at)
    if line < 0 or not first or first.start() != line + 1 or len(first["indent"]) > _DEEPEST_INDENT:
        return _print_r_on_one_line(source, at, len(source) if line < 0 else line)
    indent = first["indent"]
    ending = re.compile(rf"^[ \t]{{0,{max(0, len(indent) - 1)}}}\)[ \t]*\r?$", re.MULTILINE)
    end = ending.search(source, first.end())
    until = end.start() - 1 if end else len(source)
    items = tuple(_print_r_items(source, indent, line + 1, until))
    return Group(items, "(", "Array", at, end.end() if end else len(source), end is not None, "php")


def _print_r_items(source: str, indent: str, start: int, end: int) -> Iterator[Item]:
    """Entries at this indentation; what stands on further lines belongs to the value before."""
    entries = [found for found in _PRINT_R_ENTRY.finditer(source, start, end) if found["indent"] == indent]
    ends = [*(entry.start() - 1 for entry in entries[1:]), end]
    for entry, until in zip(entries, ends, strict=True):
        value = source[entry.start("value") : until].removesuffix("\r")
        yield Item(entry["name"], _nested(source, entry.start("value"), indent) or _raw(value))


def _nested(source: str, at: int, indent: str) -> Group | None:
    """An array in an array: PHP indents it by eight more, which also bounds how deep this goes."""
    is_nested = source.startswith(("Array", "stdClass"), at)
    opener = source.find("(", at, at + 200) if is_nested else -1
    first = _PRINT_R_ENTRY.search(source, opener, opener + 200) if opener >= 0 else None
    is_deeper = first is not None and len(first["indent"]) >= len(indent) + 4
    return _print_r(source, opener) if is_deeper else None


def _print_r_on_one_line(source: str, at: int, end: int) -> Group:
    """A print_r whose line breaks a web page swallowed."""
    closing = source.rfind(")", at, end)
    until = closing if closing > at else end
    pieces = _PRINT_R_FLAT.split(source[at + 1 : until])
    items = tuple(
        Item(name, _raw(value.removesuffix(" "))) for name, value in zip(pieces[1::2], pieces[2::2], strict=True)
    )
    return Group(items, "(", "Array", at, min(until + 1, len(source)), closing > at, "php")


def _var_dump(source: str, at: int) -> Group:
    """Strings are taken by their stated length in bytes, so that they may hold anything."""
    items: list[Item] = []
    place, depth = at + 1, 1
    while depth and (entry := _VAR_DUMP_ENTRY.match(source, place)):
        place = entry.end()
        if entry["close"]:
            depth -= 1
        elif entry["open"]:
            depth += 1
        elif entry["length"]:
            value = _counted(source, place, int(entry["length"]))
            place = min(len(source), place + len(value) + 1)
            items.append(Item(entry["name"], Scalar(value, "string", value)))
        else:
            plain = entry["plain"] if entry["plain"] is not None else "null"
            items.append(Item(entry["name"], Scalar(plain, "word" if entry["null"] else "raw", plain)))
    return Group(tuple(items), "{", "array", at, place, depth == 0, "php")


def _counted(source: str, at: int, length: int) -> str:
    """So many bytes of UTF-8; to the end of the quoted line where the count does not fit the paste."""
    value = source[at : at + length].encode("utf-8", "surrogatepass")[:length].decode("utf-8", "ignore")
    if source[at + len(value) : at + len(value) + 1] == '"':
        return value
    end = source.find('"\n', at)
    return source[at:] if end < 0 else source[at:end]
