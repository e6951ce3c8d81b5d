"""What programs print of a list that holds one text, of a wrapper around it, and of a wrong format for it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Print = tuple[str, "Callable[[str], str]", bool]
"""What makes the print, how, and whether it is rare."""


def go_quoted(value: str) -> str:
    """As Go's %q writes a string."""
    return json.dumps(value, ensure_ascii=False)


def ruby_quoted(value: str) -> str:
    """As Ruby's inspect writes a string."""
    return re.sub(r"#(?=[{$@])", r"\\#", json.dumps(value, ensure_ascii=False))


def javascript_quoted(value: str) -> str:
    """As Node's util.inspect writes a string."""
    mark = "'" if "'" not in value else '"' if '"' not in value else "`" if "`" not in value else "'"
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{mark}{escaped.replace(mark, chr(92) + mark) if mark == chr(39) else escaped}{mark}"


def php_quoted(value: str) -> str:
    """As PHP's var_export writes a string."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _joined(frame: str, between: str, quoted: Callable[[str], str] = str) -> Callable[[Sequence[str]], str]:
    before, after = frame.split("…")
    return lambda texts: before + between.join(map(quoted, texts)) + after


def _numbered(line: str, quoted: Callable[[str], str] = str) -> Callable[[Sequence[str]], str]:
    return lambda texts: "".join(line.format(at, quoted(one)) for at, one in enumerate(texts))


def _php(frame: str, line: str, quoted: Callable[[str], str] = str) -> Callable[[Sequence[str]], str]:
    before, after = frame.split("…")
    return lambda texts: before + _numbered(line, quoted)(texts) + after


LISTS: Mapping[str, Callable[[Sequence[str]], str]] = {
    "Python list": _joined("[…]", ", ", repr),
    "Python tuple": lambda texts: str(tuple(texts)),
    "Python set": _joined("{…}", ", ", repr),
    "Python frozenset": _joined("frozenset({…})", ", ", repr),
    "Python deque": _joined("deque([…])", ", ", repr),
    "Python dict_values": _joined("dict_values([…])", ", ", repr),
    "Python dict_keys": _joined("dict_keys([…])", ", ", repr),
    "JSON list": _joined("[…]", ",", go_quoted),
    "JSON list, spaced": _joined("[…]", ", ", go_quoted),
    "JSON list, escaped": _joined("[…]", ",", json.dumps),
    "Java or C# list": _joined("[…]", ", "),
    "Go list": _joined("[…]", " "),
    "Go list, %q": _joined("[…]", " ", go_quoted),
    "Go list, %#v": _joined("[]string{…}", ", ", go_quoted),
    "Ruby list": _joined("[…]", ", ", ruby_quoted),
    "Ruby set": _joined("#<Set: {…}>", ", ", ruby_quoted),
    "Node list": _joined("[ … ]", ", ", javascript_quoted),
    "Node set": lambda texts: f"Set({len(texts)}) {{ {', '.join(map(javascript_quoted, texts))} }}",
    "Scala list": _joined("List(…)", ", "),
    "PHP print_r": _php("Array\n(\n…)\n", "    [{}] => {}\n"),
    "PHP var_export": _php("array (\n…)", "  {} => {},\n", php_quoted),
    "JavaScript list, joined by commas": _joined("…", ","),
    "list joined by blanks (Perl, Ruby)": _joined("…", " "),
    "list joined by “, ”": _joined("…", ", "),
}
_HELD: tuple[tuple[str, Callable[[str], Sequence[str]]], ...] = (
    ("of one", lambda value: (value,)),
    ("with the value twice", lambda value: (value, value)),
    ("with an empty text after it", lambda value: (value, "")),
)
_USUAL = frozenset(
    (
        *("Python list", "Python tuple", "Python set", "JSON list", "JSON list, escaped", "Java or C# list"),
        *("Ruby list", "Node list", "PHP print_r", "PHP var_export"),
    )
)
_VERBS, _TYPES = "sdvfgeqtxXobcUy", ("string", "int", "int64", "float64", "bool")
_OBJECTS = (
    "Object",
    "Promise",
    "Map",
    "Set",
    "Function",
    "ArrayBuffer",
    "Date",
    "Boolean",
    "FormData",
    "Array",
    "Blob",
)
_NET = (
    *("String[]", "Byte[]", "Char[]", "Object[]", "Object", "Security.SecureString", "Collections.Hashtable", "String"),
    *("Text.StringBuilder", "Collections.ArrayList", "Linq.Enumerable+WhereSelectArrayIterator`2[{0},{0}]"),
    *("Linq.Enumerable+SelectArrayIterator`2[{0},{0}]", "Linq.Enumerable+SelectListIterator`2[{0},{0}]"),
    *("Linq.Enumerable+<SelectIterator>d__5`2[{0},{0}]", "Linq.Enumerable+WhereSelectListIterator`2[{0},{0}]"),
    *(f"Collections.Generic.{one}`1[{{0}}]" for one in ("List", "HashSet", "SortedSet")),
    *(
        f"Collections.Generic.{one}`2[{{0}},{{{at}}}]"
        for one in ("Dictionary", "SortedDictionary", "SortedList", "KeyValuePair")
        for at in (0, 1)
    ),
    *("Collections.Generic.List`1[{1}]", "Threading.Tasks.Task`1[{0}]", "Nullable`1[System.Int32]", "DBNull"),
)
_WRAPPERS: Mapping[str, str] = {
    "Java Optional": "Optional[{0}]",
    "Java OptionalInt": "OptionalInt[{0}]",
    "Java OptionalLong": "OptionalLong[{0}]",
    "Java OptionalDouble": "OptionalDouble[{0}.0]",
    "Java OptionalInt, empty": "OptionalInt.empty",
    "Java OptionalLong, empty": "OptionalLong.empty",
    "Swift Optional": 'Optional("{0}")',
    "Swift Optional of a number": "Optional({0})",
    "Rust or Scala Some": "Some({0})",
    "Rust Some of a string": 'Some("{0}")',
    "Haskell Just": 'Just "{0}"',
    "Rust Ok": 'Ok("{0}")',
    "Scala Right": "Right({0})",
    "list of one, braces (Go struct, C#)": "{{{0}}}",
    "pointer to a Go struct": "&{{{0}}}",
    "tuple of one (C#)": "({0})",
    "complex number (C#)": "({0}, 0)",
    "complex number (.NET 8)": "<{0}; 0>",
    "JavaScript Symbol": "Symbol({0})",
    "Node inspect of a String": "[String: '{0}']",
    "Node inspect of a Number": "[Number: {0}]",
    "Node inspect of a Boolean": "[Boolean: {0}]",
    "PHP serialize of a number": "i:{0};",
    "PHP serialize of a float": "d:{0};",
    "PHP var_dump of a number": "int({0})",
    "PHP var_dump of a number, with its line feed": "int({0})\n",
    "PHP var_dump of a float": "float({0})",
    "enum of Python or Java": "Currency.{0}",
    "enum of Python, repr": "<Currency.{0}: '{0}'>",
    "Node inspect of BigInt": "{0}n",
    "JavaScript RegExp": "/{0}/",
    "JavaScript Error": "Error: {0}",
    "Python Path": "PosixPath('{0}')",
    "Python range": "range(0, {0})",
    "Ruby range": "1..{0}",
    "Ruby symbol, plain": ":{0}",
    "type": "<class 'str'>",
    "type, Go %T": "string",
    "Ruby type": "String",
    "Ruby TrueClass": "TrueClass",
    "Ruby FalseClass": "FalseClass",
    "Perl list in scalar context": "1",
    "a pointer of C or Go, cut": "0x0",
}


_USUAL_WRAPPERS = frozenset(
    (
        *("Java Optional", "Swift Optional", "Swift Optional of a number", "Rust or Scala Some", "JavaScript Symbol"),
        *("Rust Some of a string", "list of one, braces (Go struct, C#)", "pointer to a Go struct"),
        *("tuple of one (C#)", "Ruby symbol, plain", "Perl list in scalar context"),
    )
)


def of_lists() -> Iterator[Print]:
    """A list that holds the text, alone or not."""
    for title, write in LISTS.items():
        for how, hold in _HELD:
            made = _of(write, hold)
            yield f"{title} {how}", made, title not in _USUAL or how != _HELD[0][0]


def of_wrappers() -> Iterator[Print]:
    """The text in a wrapper, or a wrapper's type in its place."""
    for title, form in _WRAPPERS.items():
        yield title, form.format, title not in _USUAL_WRAPPERS
    yield from (
        (f"JavaScript object, [object {one}]", _always(f"[object {one}]"), at > 4) for at, one in enumerate(_OBJECTS)
    )
    for one in _NET:
        name = "System." + one.format("System.String", "System.Object")
        yield f".NET type, {name}", _always(name), "+" in one or "Task" in one


def of_go_verbs() -> Iterator[Print]:
    """What Go's fmt prints where verb and argument do not fit."""
    for verb in _VERBS:
        for kind in _TYPES:
            form = f"%!{verb}({kind}={{}})"
            yield f"Go wrong format verb, {form.format('…')}", form.format, verb not in "sdft"
        yield f"Go missing argument, %!{verb}(MISSING)", _always(f"%!{verb}(MISSING)"), verb not in "sdv"
    for kind in _TYPES:
        form = f"%!(EXTRA {kind}={{0}})"
        yield f"Go extra argument, {form.format('…')}", form.format, kind != "string"
        yield f"Go extra argument, …{form.format('…')}", ("{0}" + form).format, True


def _of(write: Callable[[Sequence[str]], str], hold: Callable[[str], Sequence[str]]) -> Callable[[str], str]:
    return lambda value: write(hold(value))


def _always(written: str) -> Callable[[str], str]:
    return lambda _value: written
