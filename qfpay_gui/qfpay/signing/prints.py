"""What programs print in place of a text: the forms of a language for a string, a list and a map."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.qfpay.signing.list_prints import (
    go_quoted,
    javascript_quoted,
    of_go_verbs,
    of_lists,
    of_wrappers,
    php_quoted,
    ruby_quoted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.signing.sort_orders import Pairs


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "replace")


def _signed(value: str) -> list[int]:
    return [byte - 256 if byte > 127 else byte for byte in _bytes(value)]


class Made(NamedTuple):
    """A print of one text: what makes it, and how; for a sentence ``form`` shows it of the text “a”."""

    maker: str
    write: Callable[[str], str]
    is_rare: bool = False

    @property
    def form(self) -> str:
        """The print of a short text."""
        return self.write("a")


def _encoded(codec: str) -> Callable[[str], str]:
    return lambda value: str(value.encode(codec, "replace"))


_NUMBERED: Mapping[str, Callable[[str], str]] = {
    "Python array of bytes": lambda value: f"array('B', {list(_bytes(value))})",
    "Node Uint8Array": lambda value: f"Uint8Array({len(_bytes(value))}) [ {', '.join(map(str, _bytes(value)))} ]",
    "Java ByteBuffer": lambda value: "java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]".format(len(_bytes(value))),
    "Go bytes, %#v": lambda value: f"[]byte{{{', '.join(f'{byte:#x}' for byte in _bytes(value))}}}",
    "bytes in hex with blanks (Go % x)": lambda value: _bytes(value).hex(" "),
    "characters' numbers in a list (Ruby, Python)": lambda value: str(list(map(ord, value))),
    "characters' numbers in a list (Go runes)": lambda value: f"[{' '.join(str(ord(one)) for one in value)}]",
    "characters' numbers, U+ (Go %U)": lambda value: f"[{' '.join(f'U+{ord(one):04X}' for one in value)}]",
}
"""Bytes and characters as numbers."""
ALPHABET: tuple[Made, ...] = (
    Made("Python bytes, b'…'", lambda value: str(_bytes(value))),
    Made("Python repr of a string", repr),
    Made("Python ascii()", ascii),
    Made("Python tuple", lambda value: f"({value!r})"),
    Made("JSON string", lambda value: json.dumps(value, ensure_ascii=False)),
    Made("JSON string, escaped", json.dumps),
    Made("JSON string twice", lambda value: json.dumps(json.dumps(value, ensure_ascii=False), ensure_ascii=False)),
    Made("PHP var_export", php_quoted),
    Made("PHP serialize", lambda value: f's:{len(_bytes(value))}:"{value}";'),
    Made("PHP var_dump", lambda value: f'string({len(_bytes(value))}) "{value}"\n'),
    Made("PHP array", lambda _value: "Array"),
    Made("Ruby inspect", ruby_quoted),
    Made(
        "Ruby symbol",
        lambda value: f":{value}" if re.fullmatch(r"[A-Za-z_]\w*[?!=]?", value) else f":{ruby_quoted(value)}",
    ),
    Made(
        "Ruby dump",
        lambda value: re.sub(
            r"[^\x00-\x7f]",
            lambda one: f"\\u{ord(one.group()):04X}" if ord(one.group()) < 65536 else f"\\u{{{ord(one.group()):X}}}",
            ruby_quoted(value),
        ),
    ),
    Made("Node util.inspect", javascript_quoted),
    Made("Node Buffer", lambda value: _buffer(_bytes(value))),
    Made(
        "Node Buffer as JSON",
        lambda value: json.dumps({"type": "Buffer", "data": list(_bytes(value))}, separators=(",", ":")),
    ),
    Made("bytes joined by commas", lambda value: ",".join(map(str, _bytes(value)))),
    Made("bytes joined by comma and blank", lambda value: ", ".join(map(str, _bytes(value)))),
    Made("bytes joined by blanks", lambda value: " ".join(map(str, _bytes(value)))),
    Made("list of bytes (Python, Ruby, Java)", lambda value: str(list(_bytes(value)))),
    Made("list of signed bytes (Java)", lambda value: str(_signed(value))),
    Made("Go bytes", lambda value: f"[{' '.join(map(str, _bytes(value)))}]"),
    Made("bytes in hex (Go %x)", lambda value: _bytes(value).hex()),
    Made("bytes in upper-case hex (Go %X)", lambda value: _bytes(value).hex().upper()),
    Made("bytes in hex with dashes (.NET BitConverter)", lambda value: _bytes(value).hex("-").upper()),
    Made("characters in a list (Java)", lambda value: f"[{', '.join(value)}]"),
    Made("characters in a list (Python)", lambda value: str(list(value))),
    Made("characters in a list (Ruby, JSON)", lambda value: json.dumps(list(value), ensure_ascii=False), is_rare=True),
    Made("characters joined by commas", ",".join),
    Made("characters joined by blanks", " ".join),
    Made("Perl Dumper", lambda value: f"$VAR1 = {php_quoted(value)};\n"),
    Made("Python bytearray", lambda value: str(bytearray(_bytes(value))), is_rare=True),
    *(
        Made(f"Python bytes in {codec}, b'…'", _encoded(codec), is_rare=True)
        for codec in ("gbk", "big5", "utf-16", "utf-16-le", "latin-1")
    ),
    *(Made(maker, write, is_rare=True) for maker, write in _NUMBERED.items()),
    Made("length in characters, not the text", lambda value: f"{len(value)}", is_rare=True),
    Made("length in bytes, not the text", lambda value: f"{len(_bytes(value))}", is_rare=True),
    *(Made(*row) for rows in (of_lists(), of_wrappers(), of_go_verbs()) for row in rows),
)
"""Prints of one text by maker."""


def _buffer(raw: bytes) -> str:
    shown = " ".join(f"{byte:02x}" for byte in raw[:50])
    more = f" ... {len(raw) - 50} more byte{'s' if len(raw) > 51 else ''}" if len(raw) > 50 else ""
    return f"<Buffer {shown}{more}>"


def _lines(pairs: Pairs, line: str, quote: Callable[[str], str] = str) -> str:
    return "".join(line.format(quote(name), quote(value)) for name, value in pairs)


def _serialized(pairs: Pairs) -> str:
    pieces = "".join(f's:{len(_bytes(one))}:"{one}";' for pair in pairs for one in pair)
    return f"a:{len(pairs)}:{{{pieces}}}"


def _inspected(pairs: Pairs) -> str:
    members = [
        f"{name if name.isidentifier() else javascript_quoted(name)}: {javascript_quoted(value)}"
        for name, value in pairs
    ]
    short = f"{{ {', '.join(members)} }}"
    return short if len(short) <= 76 and len(members) <= 6 else "{\n  " + ",\n  ".join(members) + "\n}"


def _dumped(pairs: Pairs, **style: object) -> str:
    return json.dumps(dict(pairs), ensure_ascii=False, **style)  # type: ignore[arg-type]  # json's own


def _go_map(kind: str, pairs: Pairs) -> str:
    return kind + "{" + ", ".join(f"{go_quoted(name)}:{go_quoted(value)}" for name, value in pairs) + "}"


MAPS: Mapping[str, Callable[[Pairs], str]] = {
    "PHP print_r": lambda pairs: f"Array\n(\n{_lines(pairs, '    [{}] => {}' + chr(10))})\n",
    "PHP var_export": lambda pairs: f"array (\n{_lines(pairs, '  {} => {},' + chr(10), php_quoted)})",
    "PHP serialize": _serialized,
    "PHP var_dump": lambda pairs: (
        f"array({len(pairs)}) {{\n"
        + "".join(f'  ["{name}"]=>\n  string({len(_bytes(value))}) "{value}"\n' for name, value in pairs)
        + "}\n"
    ),
    "Node util.inspect": _inspected,
    "Node util.inspect on one line": lambda pairs: (
        "{ " + ", ".join(f"{name}: {javascript_quoted(value)}" for name, value in pairs) + " }"
    ),
    "Node Map": lambda pairs: (
        f"Map({len(pairs)}) {{\n  "
        + ",\n  ".join(f"{javascript_quoted(name)} => {javascript_quoted(value)}" for name, value in pairs)
        + "\n}"
    ),
    "Node list of pieces": lambda pairs: (
        "[\n  " + ",\n  ".join(javascript_quoted("=".join(pair)) for pair in pairs) + "\n]"
    ),
    "Node URLSearchParams": lambda pairs: (
        "URLSearchParams { "
        + ", ".join(f"{javascript_quoted(name)} => {javascript_quoted(value)}" for name, value in pairs)
        + " }"
    ),
    "Go %#v": partial(_go_map, "map[string]string"),
    **{
        f"Go %#v, {kind}": partial(_go_map, kind)
        for kind in ("map[string]interface {}", "map[string]any", "map[interface {}]interface {}")
    },
    "Go url.Values": lambda pairs: "map[" + " ".join(f"{name}:[{value}]" for name, value in pairs) + "]",
    "Python OrderedDict": lambda pairs: f"OrderedDict({[*pairs]!r})",
    "Python OrderedDict, newer": lambda pairs: f"OrderedDict({dict(pairs)!r})",
    "Python dict_items": lambda pairs: f"dict_items({[*pairs]!r})",
    "Python odict_items": lambda pairs: f"odict_items({[*pairs]!r})",
    "Python dict_values": lambda pairs: f"dict_values({[value for _name, value in pairs]!r})",
    "JSON indented by a tab": lambda pairs: _dumped(pairs, indent="\t"),
    "JSON indented by a tab, & escaped": lambda pairs: _html_json(_dumped(pairs, indent="\t")),
    "JSON indented by two": lambda pairs: _dumped(pairs, indent=2),
    "JSON indented by two, & escaped": lambda pairs: _html_json(_dumped(pairs, indent=2)),
    "JSON indented by three (Perl pretty)": lambda pairs: _dumped(pairs, indent=3, separators=(",", " : ")) + "\n",
    "JSON with & < > escaped (Go, Gson)": lambda pairs: _html_json(_dumped(pairs, separators=(",", ":"))),
    "JSON with & < > = ' escaped (Gson)": lambda pairs: (
        _html_json(_dumped(pairs, separators=(",", ":"))).replace("=", "\\u003d").replace("'", "\\u0027")
    ),
    "JSON with a line feed (Go Encoder)": lambda pairs: _html_json(_dumped(pairs, separators=(",", ":"))) + "\n",
    "JSON spaced at the commas": lambda pairs: _dumped(pairs, separators=(", ", ":")),
    "JSON spaced at the colons": lambda pairs: _dumped(pairs, separators=(",", ": ")),
    "YAML": lambda pairs: _lines(pairs, "{}: {}\n"),
    "YAML with dashes, numbers quoted": lambda pairs: (
        "---\n" + "".join(f"{name}: {php_quoted(value) if value.isdigit() else value}\n" for name, value in pairs)
    ),
    "YAML with dashes": lambda pairs: "---\n" + _lines(pairs, "{}: {}\n"),
    "XML": lambda pairs: "<xml>" + "".join(f"<{name}>{value}</{name}>" for name, value in pairs) + "</xml>",
    "XML, CDATA": lambda pairs: (
        "<xml>" + "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in pairs) + "</xml>"
    ),
    "PHP array": lambda _pairs: "Array",
    "JavaScript Map": lambda _pairs: "[object Map]",
    "JavaScript FormData": lambda _pairs: "[object FormData]",
    "JavaScript URLSearchParams": lambda _pairs: "[object URLSearchParams]",
    ".NET dictionary": lambda _pairs: "System.Collections.Generic.Dictionary`2[System.String,System.String]",
    ".NET dictionary of objects": lambda _pairs: "System.Collections.Generic.Dictionary`2[System.String,System.Object]",
    ".NET sorted dictionary": lambda _pairs: (
        "System.Collections.Generic.SortedDictionary`2[System.String,System.String]"
    ),
    ".NET sorted dictionary of objects": lambda _pairs: (
        "System.Collections.Generic.SortedDictionary`2[System.String,System.Object]"
    ),
    ".NET sorted list": lambda _pairs: "System.Collections.Generic.SortedList`2[System.String,System.String]",
    ".NET list": lambda _pairs: "System.Collections.Generic.List`1[System.String]",
    ".NET list of pairs": lambda _pairs: (
        "System.Collections.Generic.List`1[System.Collections.Generic.KeyValuePair`2[System.String,System.String]]"
    ),
    ".NET string array": lambda _pairs: "System.String[]",
    ".NET hash table": lambda _pairs: "System.Collections.Hashtable",
    "PowerShell hash table": lambda _pairs: "System.Collections.Specialized.OrderedDictionary",
    "multipart parts": lambda pairs: _lines(
        pairs, '--boundary\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    ),
}
"""Prints of all parameters by maker, that are no pieces joined."""


def _html_json(written: str) -> str:
    return written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


PIECES: Mapping[str, Callable[[str, str], str]] = {
    "{}={}": "{}={}".format,
    "{}: {}": "{}: {}".format,
    "{}:{}": "{}:{}".format,
    "{}=>{}": "{}=>{}".format,
    "{} => {}": "{} => {}".format,
    "{},{}": "{},{}".format,
    "{}&{}": "{}&{}".format,
    "{} {}": "{} {}".format,
    "{}, {}": "{}, {}".format,
    "{}": lambda _name, value: value,
    "name": lambda name, _value: name,
    "({!r}, {!r})": "({!r}, {!r})".format,
    "[{!r}, {!r}]": "[{!r}, {!r}]".format,
    "[{}, {}]": "[{}, {}]".format,
    "[{}={}]": "[{}={}]".format,
    "[ '{}', '{}' ]": lambda name, value: f"[ {javascript_quoted(name)}, {javascript_quoted(value)} ]",
    '["{}", "{}"]': lambda name, value: f"[{ruby_quoted(name)}, {ruby_quoted(value)}]",
    '["{}","{}"]': lambda name, value: f"[{go_quoted(name)},{go_quoted(value)}]",
    "{{{} {}}}": "{{{} {}}}".format,
    "{{Name:{} Value:{}}}": "{{Name:{} Value:{}}}".format,
    "{{Key:{} Value:{}}}": "{{Key:{} Value:{}}}".format,
    "{{ Key = {}, Value = {} }}": "{{ Key = {}, Value = {} }}".format,
    "{{{}={}}}": "{{{}={}}}".format,
    "{{{}}}={{{}}}": "{{{}}}={{{}}}".format,
    "Pair[name={}, value={}]": "Pair[name={}, value={}]".format,
    "({}, {})": "({}, {})".format,
    "({},{})": "({},{})".format,
    "'{}'='{}'": "'{}'='{}'".format,
    "'{}=>'{}'": "'{}' => '{}'".format,
    '"{}"=>"{}"': lambda name, value: f"{ruby_quoted(name)}=>{ruby_quoted(value)}",
    '"{}" => "{}"': lambda name, value: f"{ruby_quoted(name)} => {ruby_quoted(value)}",
    ':{}=>"{}"': lambda name, value: f":{name}=>{ruby_quoted(value)}",
    '{}: "{}"': lambda name, value: f"{name}: {ruby_quoted(value)}",
    "{}: '{}'": lambda name, value: f"{name}: {javascript_quoted(value)}",
    "{!r}: {!r}": "{!r}: {!r}".format,
    "{}={!r}": "{}={!r}".format,
    '{}="{}"': '{}="{}"'.format,
    "{}='{}'": "{}='{}'".format,
    '"{}"="{}"': '"{}"="{}"'.format,
    "{}=[{}]": "{}=[{}]".format,
    "{}[]={}": "{}[]={}".format,
    "{}[0]={}": "{}[0]={}".format,
    "params[{}]={}": "params[{}]={}".format,
    "data[{}]={}": "data[{}]={}".format,
    "params.{}={}": "params.{}={}".format,
    "[{}]={}": "[{}]={}".format,
    ":{}={}": ":{}={}".format,
    "${}={}": "${}={}".format,
    "'{}={}'": lambda name, value: repr(f"{name}={value}"),
    '"{}={}"': lambda name, value: go_quoted(f"{name}={value}"),
    "<{}>{}</{}>": lambda name, value: f"<{name}>{value}</{name}>",
    "value={name}": lambda name, value: f"{value}={name}",
    "{}={};": "{}={};".format,
    "{}={}&": "{}={}&".format,
    "&{}={}": "&{}={}".format,
    "{}={}\\r\\n": "{}={}\r\n".format,
    "{}={}\\n": "{}={}\n".format,
    "{}: {}\\n": "{}: {}\n".format,
    **{f"{{}}=%!{verb}(string={{}})": f"{{}}=%!{verb}(string={{}})".format for verb in "dtfcboUeg"},
    "b'{}'={}": lambda name, value: f"{_bytes(name)!r}={value}",
    "b'{}'=b'{}'": lambda name, value: f"{_bytes(name)!r}={_bytes(value)!r}",
    "{}=b'{}'": lambda name, value: f"{name}={_bytes(value)!r}",
}
"""How one parameter is printed as a piece."""
JOINERS = (
    "&",
    "",
    ",",
    ", ",
    " ",
    "\n",
    ";",
    "; ",
    "|",
    "\r\n",
    "\t",
    "，",
    "＆",
    "\0",
    "/",
    "\x01",
    "%0A",
    "\n,",
    ":",
)
USUAL_JOINERS = frozenset({"&", "", ",", ", ", " "})
"""What stands between pieces where something stands around them."""
FRAMES = (
    *(
        ("", ""),
        ("[", "]"),
        ("(", ")"),
        ("{", "}"),
        ("map[", "]"),
        ("&map[", "]"),
        ("array(", ")"),
        ("&{", "}"),
        ("['", "']"),
        ('["', '"]'),
    ),
    *(
        ("Payment(", ")"),
        ("Payment[", "]"),
        ("Payment{", "}"),
        ("Params(", ")"),
        ("Order(", ")"),
        ("PaymentRequest(", ")"),
        ("PaymentRequest[", "]"),
        ("PaymentRequest{", "}"),
    ),
    *(
        ("Request(", ")"),
        ("Request[", "]"),
        ("Map(", ")"),
        ("[ ", " ]"),
        ("{ ", " }"),
        ("@{", "}"),
        ("#<Payment ", ">"),
        ("#<OpenStruct ", ">"),
        ("TreeMap(", ")"),
        ("HashMap(", ")"),
        ("ListMap(", ")"),
        ("List(", ")"),
        ("{'", "'}"),
    ),
)
"""What stands around all pieces."""
