"""What programs print in place of a text: the forms of a language for a string, a list and a map."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.signing.sort_orders import Pairs


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


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "replace")


def _signed(value: str) -> list[int]:
    return [byte - 256 if byte > 127 else byte for byte in _bytes(value)]


def _perl_quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


class Made(NamedTuple):
    """A print of one text: what makes it, and how; for a sentence ``form`` shows it of the text “a”."""

    maker: str
    write: Callable[[str], str]

    @property
    def form(self) -> str:
        """The print of a short text."""
        return self.write("a")


ALPHABET: tuple[Made, ...] = (
    Made("Python bytes, b'…'", lambda value: str(_bytes(value))),
    Made("Python repr of a string", repr),
    Made("Python ascii()", ascii),
    Made("Python list of one", lambda value: str([value])),
    Made("Python tuple of one", lambda value: str((value,))),
    Made("Python tuple", lambda value: f"({value!r})"),
    Made("Python set of one", lambda value: str({value})),
    Made("JSON list of one", lambda value: json.dumps([value], ensure_ascii=False)),
    Made("JSON list of one, escaped", lambda value: json.dumps([value])),
    Made("JSON string", lambda value: json.dumps(value, ensure_ascii=False)),
    Made("JSON string, escaped", json.dumps),
    Made("JSON string twice", lambda value: json.dumps(json.dumps(value, ensure_ascii=False), ensure_ascii=False)),
    Made("list of one (Java, Go, C#)", lambda value: f"[{value}]"),
    Made("list of one, braces (Go struct, C#)", lambda value: f"{{{value}}}"),
    Made("pointer to a Go struct", lambda value: f"&{{{value}}}"),
    Made("tuple of one (C#)", lambda value: f"({value})"),
    Made("PHP array of one", lambda value: f"Array\n(\n    [0] => {value}\n)\n"),
    Made("PHP var_export", php_quoted),
    Made("PHP var_export of an array", lambda value: f"array (\n  0 => {php_quoted(value)},\n)"),
    Made("PHP serialize", lambda value: f's:{len(_bytes(value))}:"{value}";'),
    Made("PHP var_dump", lambda value: f'string({len(_bytes(value))}) "{value}"\n'),
    Made("PHP array", lambda _value: "Array"),
    Made("Ruby inspect", ruby_quoted),
    Made(
        "Ruby symbol",
        lambda value: f":{value}" if re.fullmatch(r"[A-Za-z_]\w*[?!=]?", value) else f":{ruby_quoted(value)}",
    ),
    Made("Ruby symbol, plain", lambda value: f":{value}"),
    Made("Ruby list of one", lambda value: f"[{ruby_quoted(value)}]"),
    Made(
        "Ruby dump",
        lambda value: re.sub(
            r"[^\x00-\x7f]",
            lambda one: f"\\u{ord(one.group()):04X}" if ord(one.group()) < 65536 else f"\\u{{{ord(one.group()):X}}}",
            ruby_quoted(value),
        ),
    ),
    Made("Node util.inspect", javascript_quoted),
    Made("Node inspect of a list of one", lambda value: f"[ {javascript_quoted(value)} ]"),
    Made("JavaScript Symbol", lambda value: f"Symbol({value})"),
    Made("JavaScript object", lambda _value: "[object Object]"),
    Made("JavaScript Promise", lambda _value: "[object Promise]"),
    Made("JavaScript Map", lambda _value: "[object Map]"),
    Made("JavaScript function, getter not called", lambda _value: "[object Function]"),
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
    Made("characters joined by commas", ",".join),
    Made("characters joined by blanks", " ".join),
    Made("Go wrong format verb, %!d(string=…)", lambda value: f"%!d(string={value})"),
    Made("Go wrong format verb, %!s(int=…)", lambda value: f"%!s(int={value})"),
    Made("Go wrong format verb, %!s(int64=…)", lambda value: f"%!s(int64={value})"),
    Made("Go wrong format verb, %!s(float64=…)", lambda value: f"%!s(float64={value})"),
    Made("Go wrong format verb, %!s(bool=…)", lambda value: f"%!s(bool={value})"),
    Made("Go wrong format verb, %!f(int=…)", lambda value: f"%!f(int={value})"),
    Made("Go wrong format verb, %!f(string=…)", lambda value: f"%!f(string={value})"),
    Made("Go wrong format verb, %!t(string=…)", lambda value: f"%!t(string={value})"),
    Made("Go wrong format verb, %!d(float64=…)", lambda value: f"%!d(float64={value})"),
    Made("Go extra argument, %!(EXTRA string=…)", lambda value: f"%!(EXTRA string={value})"),
    Made("Go missing argument, %!s(MISSING)", lambda _value: "%!s(MISSING)"),
    Made("Go missing argument, %!d(MISSING)", lambda _value: "%!d(MISSING)"),
    Made("Go missing argument, %!v(MISSING)", lambda _value: "%!v(MISSING)"),
    Made("Java Optional", lambda value: f"Optional[{value}]"),
    Made("Swift Optional", lambda value: f'Optional("{value}")'),
    Made("Swift Optional of a number", lambda value: f"Optional({value})"),
    Made("Rust or Scala Some", lambda value: f"Some({value})"),
    Made("Rust Some of a string", lambda value: f'Some("{value}")'),
    Made(".NET string array, System.String[]", lambda _value: "System.String[]"),
    Made(".NET byte array, System.Byte[]", lambda _value: "System.Byte[]"),
    Made(".NET char array, System.Char[]", lambda _value: "System.Char[]"),
    Made(".NET object array, System.Object[]", lambda _value: "System.Object[]"),
    Made(".NET object, System.Object", lambda _value: "System.Object"),
    Made(".NET SecureString", lambda _value: "System.Security.SecureString"),
    Made(".NET hash table", lambda _value: "System.Collections.Hashtable"),
    Made(".NET list", lambda _value: "System.Collections.Generic.List`1[System.String]"),
    Made(".NET list of objects", lambda _value: "System.Collections.Generic.List`1[System.Object]"),
    Made(".NET dictionary", lambda _value: "System.Collections.Generic.Dictionary`2[System.String,System.String]"),
    Made(
        ".NET dictionary of objects",
        lambda _value: "System.Collections.Generic.Dictionary`2[System.String,System.Object]",
    ),
    Made(
        ".NET sorted dictionary",
        lambda _value: "System.Collections.Generic.SortedDictionary`2[System.String,System.String]",
    ),
    Made(".NET sorted list", lambda _value: "System.Collections.Generic.SortedList`2[System.String,System.String]"),
    Made("Perl Dumper", lambda value: f"$VAR1 = {_perl_quoted(value)};\n"),
    Made("Perl list in scalar context", lambda _value: "1"),
    Made("name of a shell variable, $KEY", lambda _value: "$KEY"),
    Made("name of a shell variable, ${KEY}", lambda _value: "${KEY}"),
    Made("name of a shell variable, $CLIENT_KEY", lambda _value: "$CLIENT_KEY"),
    Made("name of a shell variable, ${CLIENT_KEY}", lambda _value: "${CLIENT_KEY}"),
    Made("name of a variable, $client_key", lambda _value: "$client_key"),
    Made("name of a variable, ${client_key}", lambda _value: "${client_key}"),
    Made("name of a variable, {{client_key}}", lambda _value: "{{client_key}}"),
    Made("name of a variable, {{key}}", lambda _value: "{{key}}"),
    Made("name of a variable, %CLIENT_KEY%", lambda _value: "%CLIENT_KEY%"),
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
    "Go %#v": lambda pairs: (
        "map[string]string{" + ", ".join(f"{go_quoted(name)}:{go_quoted(value)}" for name, value in pairs) + "}"
    ),
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
