"""How one language or another escapes a text: with backslashes, in JSON, for a mail, a shell or a pattern."""

from __future__ import annotations

import json
import quopri
import re
from base64 import b64encode
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.charsets import well_formed
from qfpay_gui.qfpay.signing.cleanings import replaced, table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


NOT_ASCII = re.compile("[^\x00-\x7f]")


def units(value: str, form: str) -> str:
    """The numbers of the UTF-16 units of a text, each in this form."""
    raw = value.encode("utf-16-be", "surrogatepass").hex()
    return "".join(form.format(int(raw[at : at + 4], 16)) for at in range(0, len(raw), 4))


def in_units(form: str) -> Callable[[str], str]:
    """Each character that is not ASCII in a form of the numbers of its UTF-16 units."""
    return lambda value: NOT_ASCII.sub(lambda one: units(one[0], form), value)


def in_numbers(form: str) -> Callable[[str], str]:
    """Each character that is not ASCII in a form of its number."""
    return lambda value: NOT_ASCII.sub(lambda one: form.format(ord(one[0])), value)


_UPPER_UNITS = in_units("\\u{:04X}")


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


_LOWER_U = {one: f"\\u{ord(one):04x}" for one in "<>&"}
_GSON = {one: f"\\u{ord(one):04x}" for one in "<>&='"}
_UPPER_U = {one: f"\\u{ord(one):04X}" for one in "<>&'"}
_NET = {one: f"\\u{ord(one):04X}" for one in "<>&'\"+`\x7f"}
_JS = {"\\": "\\\\", "'": "\\'", '"': '\\"', "<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "=": "\\u003D"}


def _python_escapes(value: str) -> str:
    return value.encode("unicode_escape").decode("ascii")


def _byte_escapes(form: str) -> Callable[[str], str]:
    return lambda value: "".join(
        chr(byte) if 32 <= byte < 127 else form.format(byte) for byte in well_formed(value).encode()
    )


def _go_ascii(value: str) -> str:
    def write(one: re.Match[str]) -> str:
        return f"\\u{ord(one[0]):04x}" if ord(one[0]) < 65536 else f"\\U{ord(one[0]):08x}"

    return NOT_ASCII.sub(write, _json(value))


def _shell(value: str) -> str:
    return re.sub(r"[^A-Za-z0-9_\-.,:+/@\n%]", r"\\\g<0>", value) if value else "''"


def _numeric_json(value: str, slash: str) -> str:
    return f"{int(value)}" if re.fullmatch("[0-9]{1,18}", value) else f'"{_json(value)}"'.replace("/", slash)


def _before(signs: str) -> Callable[[str], str]:
    """A backslash before each of these, and before itself."""
    return lambda value: "".join(f"\\{one}" if one in signs else one for one in value)


def _latin_kept(value: str) -> str:
    return value.encode("raw_unicode_escape").decode("latin-1")


def _mime(value: str) -> str:
    return f"=?UTF-8?B?{b64encode(well_formed(value).encode()).decode()}?=" if not value.isascii() else value


def _csv(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if re.search('[," \\n\\r;]', value) else value


JSONS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "JSON: Go": ("Go's json.Marshal (\\u003c, \\u0026)", lambda value: _json(value).translate(table(_LOWER_U))),
    "JSON: Gson": (
        "Gson (\\u003c, \\u0026, \\u003d, \\u0027)",
        lambda value: _json(value).translate(table(_GSON)),
    ),
    "JSON: PHP JSON_HEX": (
        "PHP's JSON_HEX flags (\\u003C, \\u0026, \\u0022)",
        lambda value: (
            json.dumps(value.replace('"', "\0"))[1:-1]
            .translate(table(_UPPER_U))
            .replace("\\u0000", "\\u0022")
            .replace("/", "\\/")
        ),
    ),
    "JSON: .NET": (
        ".NET's System.Text.Json (\\u0022, \\u0026, \\uXXXX)",
        lambda value: _UPPER_UNITS(value.replace("\\", "\\\\").translate(table(_NET))),
    ),
    "JSON: <>/ escaped": (
        "serialize-javascript (\\u003C, \\u002F)",
        lambda value: _json(value).translate(table({one: f"\\u{ord(one):04X}" for one in "<>/"})),
    ),
    "JSON: escapeJava": (
        "Apache's escapeJava (\\uXXXX)",
        lambda value: _UPPER_UNITS(_json(value)),
    ),
    "JSON: escapeJava, slashes": (
        "escapeJavaScript (\\/)",
        lambda value: _UPPER_UNITS(_json(value).replace("/", "\\/").replace("'", "\\'")),
    ),
    "JSON: quotes only": ('a program that escapes the quotes (\\")', lambda value: value.replace('"', '\\"')),
    "JSON: numbers bare": ("PHP's JSON_NUMERIC_CHECK", lambda value: _numeric_json(value, "/")),
    "JSON: numbers bare, slashes escaped": ("PHP's JSON_NUMERIC_CHECK", lambda value: _numeric_json(value, "\\/")),
    "JSON: quotes, twice": ("two JSON writers (twice)", lambda value: _json(_json(value))),
}
ESCAPES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "escaped: unicode_escape": ("Python's unicode_escape (\\u8336, \\xe9)", _python_escapes),
    "escaped: backslashreplace": (
        "Python's backslashreplace (\\u8336, \\xe9)",
        lambda value: value.encode("ascii", "backslashreplace").decode(),
    ),
    "escaped: namereplace": (
        "Python's namereplace (\\N{…})",
        lambda value: value.encode("ascii", "namereplace").decode(),
    ),
    "escaped: braces": ("ES6 or Ruby (\\u{8336})", in_numbers("\\u{{{:x}}}")),
    "escaped: upper-case braces": ("Ruby (\\u{8336})", in_numbers("\\u{{{:X}}}")),
    "escaped: \\x braces": ("Perl (\\x{8336})", in_numbers("\\x{{{:x}}}")),
    "escaped: %u": ("a writer of %uXXXX", in_units("%u{:04X}")),
    "escaped: %u, lower-case": ("a writer of %uXXXX", in_units("%u{:04x}")),
    "escaped: U+": ("a writer of U+XXXX", in_numbers("U+{:04X}")),
    "escaped: &#x without ;": ("a writer of references", in_numbers("&#{}")),
    "escaped: octal": ("git, C or PHP, in octal (\\350)", _byte_escapes("\\{:03o}")),
    "escaped: \\x": ("C or nginx, in hex (\\xe8)", _byte_escapes("\\x{:02x}")),
    "escaped: \\X": ("C or nginx, in upper-case hex (\\xE8)", _byte_escapes("\\x{:02X}")),
    "escaped: Go ASCII": ("Go's QuoteToASCII (\\u8336)", _go_ascii),
    "escaped: Go ASCII, quoted": ("Go's QuoteToASCII, in quotes (\\u8336)", lambda value: f'"{_go_ascii(value)}"'),
    "escaped: JavaScript": ("Go's JSEscapeString (\\u0026, \\')", replaced(_JS)),
    "escaped: JavaScript, /": (
        "Django's escapejs",
        lambda value: re.sub(r"[\\'\"<>&=\-;`\u2028\u2029]", lambda one: f"\\u{ord(one[0]):04X}", value),
    ),
    "escaped: shell": ("Ruby's shellescape (backslashes)", _shell),
    "escaped: quotemeta": (
        "Perl's quotemeta (backslashes)",
        lambda value: re.sub(r"[^\w\x80-\U0010ffff]|[\x80-\xff](?<!\w)", r"\\\g<0>", value),
    ),
    "escaped: regular expression": ("Python's re.escape (backslashes)", re.escape),
    **{
        f"escaped: {maker}": (f"{maker} (backslashes)", _before(signs))
        for maker, signs in (
            ("PHP's quotemeta", ".\\+*?[^]$()"),
            ("PHP's preg_quote", ".\\+*?[^]$(){}=!<>|:-#"),
            ("PHP's preg_quote with a slash", ".\\+*?[^]$(){}=!<>|:-#/"),
            (".NET's Regex.Escape", "\\*+?|{[()^$.# "),
            ("Go's QuoteMeta", "\\.+*?()|[]{}^$"),
            ("JavaScript's usual escape of regular expressions", ".*+?^${}()|[]\\"),
            ("Ruby's Regexp.escape", "[]{}()|-*.\\?+^$# "),
            ("Java's quoteReplacement", "\\$"),
            ("PHP's escapeshellcmd", "#&;`|*?~<>^()[]{}$\\\n"),
        )
    },
    "escaped: Java's Pattern.quote": ("Java's Pattern.quote (\\Q…\\E)", lambda value: f"\\Q{value}\\E"),
    "escaped: raw_unicode_escape": ("Python's raw_unicode_escape", _latin_kept),
    "escaped: MIME": ("mail headers (=?UTF-8?B?…?=)", _mime),
    "escaped: UTF-7": ("UTF-7", lambda value: well_formed(value).encode("utf-7").decode("ascii")),
    "escaped: CSV where needed": ("CSV (quoted where needed)", _csv),
    "escaped: SQL": ("SQL (doubled quotes)", lambda value: value.replace("'", "''")),
    "escaped: CSV": ("CSV (quoted, doubled quotes)", lambda value: '"' + value.replace('"', '""') + '"'),
    "escaped: single quotes": ("a program that escapes single quotes", lambda value: value.replace("'", "\\'")),
    "escaped: quoted-printable": (
        "mail (quoted-printable)",
        lambda value: quopri.encodestring(well_formed(value).encode()).decode(),
    ),
    "escaped: quoted-printable, = too": (
        "mail (quoted-printable)",
        lambda value: quopri.encodestring(well_formed(value).encode(), quotetabs=True).decode(),
    ),
    "escaped: dollars": ("a program that doubles “$”", lambda value: value.replace("$", "$$")),
    "escaped: percent doubled": ("printf (%% for %)", lambda value: value.replace("%", "%%")),
    "escaped: percent lost": ("printf (% for %%)", lambda value: value.replace("%%", "%")),
}
