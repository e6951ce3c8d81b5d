"""Ways of writing a value that one library or another has: escapes, references, capitals, misread bytes."""

from __future__ import annotations

import html
import json
import quopri
import re
from base64 import b64encode
from html.entities import codepoint2name
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from qfpay_gui.qfpay.signing.charsets import well_formed
from qfpay_gui.qfpay.signing.cleanings import CLEANED, replaced, table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_NOT_ASCII = re.compile("[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _units(one: str, form: str) -> str:
    raw = one.encode("utf-16-be", "surrogatepass").hex()
    return "".join(form.format(int(raw[at : at + 4], 16)) for at in range(0, len(raw), 4))


def _not_ascii(form: str, *, by_unit: bool = False) -> Callable[[str], str]:
    """Each character that is not ASCII in a form of its number, or of the numbers of its UTF-16 units."""

    def write(value: str) -> str:
        return _NOT_ASCII.sub(lambda one: _units(one[0], form) if by_unit else form.format(ord(one[0])), value)

    return write


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


_LOWER_U = {one: f"\\u{ord(one):04x}" for one in "<>&"}
_GSON = {one: f"\\u{ord(one):04x}" for one in "<>&='"}
_UPPER_U = {one: f"\\u{ord(one):04X}" for one in "<>&'"}
_NET = {one: f"\\u{ord(one):04X}" for one in "<>&'\"+`\x7f"}
_JINJA = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
_HANDLEBARS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "`": "&#x60;", "=": "&#x3D;"}
_MUSTACHE = {**_HANDLEBARS, "'": "&#39;", "/": "&#x2F;"}
_JS = {"\\": "\\\\", "'": "\\'", '"': '\\"', "<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "=": "\\u003D"}


def _entities(value: str) -> str:
    """As PHP's htmlentities: named where there is a name."""

    def refer(found: re.Match[str]) -> str:
        name = codepoint2name.get(ord(found[0]))
        return f"&{name};" if name else found[0]

    return _NOT_ASCII.sub(refer, html.escape(value).replace("&#x27;", "&#039;"))


def _net_html(value: str) -> str:
    """As .NET's HtmlEncode: numbers from U+00A0 to U+00FF, and beyond the basic plane."""
    escaped = html.escape(value).replace("&#x27;", "&#39;")
    return re.sub("[\xa0-\xff\U00010000-\U0010ffff]", lambda one: f"&#{ord(one[0])};", escaped)


def _python_escapes(value: str) -> str:
    return value.encode("unicode_escape").decode("ascii")


def _byte_escapes(form: str) -> Callable[[str], str]:
    return lambda value: "".join(
        chr(byte) if 32 <= byte < 127 else form.format(byte) for byte in well_formed(value).encode()
    )


def _go_ascii(value: str) -> str:
    def write(one: re.Match[str]) -> str:
        return f"\\u{ord(one[0]):04x}" if ord(one[0]) < 65536 else f"\\U{ord(one[0]):08x}"

    return _NOT_ASCII.sub(write, _json(value))


def _shell(value: str) -> str:
    return re.sub(r"[^A-Za-z0-9_\-.,:+/@\n%]", r"\\\g<0>", value) if value else "''"


def _ucwords(value: str) -> str:
    return re.sub(r"(^|[ \t\r\n\f\v])([a-z])", lambda one: one[1] + one[2].upper(), value)


def _go_title(value: str) -> str:
    return re.sub(r"(?<!\w)[^\W\d_]", lambda one: one[0].upper(), value)


def _net_title(value: str) -> str:
    return _WORD.sub(lambda one: one[0] if one[0].isupper() else one[0][:1].upper() + one[0][1:].lower(), value)


def _numeric_json(value: str, slash: str) -> str:
    return value if re.fullmatch("0|[1-9][0-9]*", value) else f'"{_json(value)}"'.replace("/", slash)


def _before(signs: str) -> Callable[[str], str]:
    """A backslash before each of these, and before itself."""
    return lambda value: "".join(f"\\{one}" if one in signs else one for one in value)


def _latin_kept(value: str) -> str:
    return value.encode("raw_unicode_escape").decode("latin-1")


def _mime(value: str) -> str:
    return f"=?UTF-8?B?{b64encode(well_formed(value).encode()).decode()}?=" if not value.isascii() else value


def _csv(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if re.search('[," \\n\\r;]', value) else value


def misread(written: str, read: str) -> Callable[[str], str]:
    """Bytes of one character set taken for another."""
    return lambda value: well_formed(well_formed(value).encode(written, "replace").decode(read, "replace"))


def _percent(safe: str, *, plus: bool = False, lower: bool = False, kept: str = "") -> Callable[[str], str]:
    def write(value: str) -> str:
        written = quote_plus(well_formed(value), safe=safe) if plus else quote(well_formed(value), safe=safe)
        for one in kept:
            written = written.replace(quote(one, safe=""), one)
        return re.sub("%[0-9A-F]{2}", lambda one: one[0].lower(), written) if lower else written

    return write


def _strictly(kept: bytes, *, lower: bool = False, plus: bool = False) -> Callable[[str], str]:
    """Everything encoded but letters, digits and what is named: urllib always keeps “_.-~”."""
    form = "%{:02x}" if lower else "%{:02X}"

    def one(byte: int) -> str:
        if (chr(byte).isalnum() and byte < 128) or byte in kept:
            return chr(byte)
        return "+" if plus and byte == 32 else form.format(byte)

    return lambda value: "".join(map(one, well_formed(value).encode()))


URLS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "URL: Go url.PathEscape": ("Go's url.PathEscape", _percent("$&+=:@")),
    "URL: Go URL.EscapedPath": ("Go's URL.EscapedPath", _percent("/$&+,=:@;!'()*")),
    "URL: Java URI": ("Java's URI", _percent("/;,:@&=+$!*'()", kept="")),
    "URL: Java URI, non-ASCII kept": (
        "Java's URI",
        lambda value: re.sub(r'[ "<>\\^`{|}%#?]', lambda one: f"%{ord(one[0]):02X}", value),
    ),
    "URL: axios": ("axios", _percent(":$,!'()*", plus=True)),
    "URL: axios, brackets kept": ("axios", _percent(":$,[]!'()*", plus=True)),
    "URL: URLSearchParams": ("JavaScript's URLSearchParams", _strictly(b"*-._", plus=True)),
    "URL: Ruby": ("Ruby's URI parser", _percent("/;,:@&=+$!*'()?#[]".replace("#", ""))),
    "URL: blanks kept": ("a regular expression that keeps blanks", _percent(" ")),
    "URL: letters and digits only": ("a regular expression that keeps letters and digits only", _strictly(b"")),
    "URL: letters and digits only, lower-case": (
        "a regular expression that keeps letters and digits only",
        _strictly(b"", lower=True),
    ),
    "URL: .NET WebUtility": (".NET's WebUtility.UrlEncode", _strictly(b"!()*-._", plus=True)),
    "URL: .NET, %20": (".NET's EscapeDataString, older", _percent("!*'()")),
    "URL: .NET, %20, lower-case": (".NET", _percent("!*'()", lower=True)),
    "URL: EscapeUriString": (".NET's EscapeUriString", _percent("!#$&'()*+,/:;=?@[]")),
    "URL: encodeURIComponent, lower case": (
        "encodeURIComponent, and all in lower case",
        lambda value: _percent("!~*'()")(value).lower(),
    ),
    "URL: jQuery": ("jQuery's param", _percent("!'()*", plus=True)),
    "URL: quote_plus, slash kept": ("Python's quote_plus, slash kept", _percent("/", plus=True)),
    "URL: commas and colons kept": ("a library that keeps “,:”", _percent(",:")),
    "URL: Alibaba": ("a library that keeps “~” and encodes “*”", _strictly(b"-._~")),
    "URL: & and = only": (
        "a program that encodes “&”, “=” and “%” only",
        lambda value: value.replace("%", "%25").replace("&", "%26").replace("=", "%3D"),
    ),
    "URL: & only": ("a program that encodes “&” only", lambda value: value.replace("&", "%26")),
    "URL: + only": ("a program that encodes “+” only", lambda value: value.replace("+", "%2B")),
    "URL: IRI": (
        "a library that keeps what is not ASCII",
        lambda value: "".join(quote(one, safe="") if one.isascii() else one for one in value),
    ),
    "URL: IRI, +": (
        "a library that keeps what is not ASCII",
        lambda value: "".join(quote_plus(one, safe="") if one.isascii() else one for one in value),
    ),
    "URL: GBK, lower-case": (
        "a library in GBK, with lower-case hex",
        lambda value: re.sub("%..", lambda one: one[0].lower(), quote_plus(value, encoding="gbk", errors="replace")),
    ),
    "URL: GB18030": ("a library in GB18030", lambda value: quote_plus(well_formed(value), encoding="gb18030")),
    "URL: Latin-1": ("a library in Latin-1", lambda value: quote_plus(value, encoding="latin-1", errors="replace")),
    "URL: Shift-JIS": ("a library in Shift-JIS", lambda value: quote_plus(value, encoding="cp932", errors="replace")),
    "URL: three times": (
        "three encodings one after the other",
        lambda value: quote(quote(quote(well_formed(value), safe=""), safe=""), safe=""),
    ),
    "URL: twice, slash kept": ("two encodings (twice, slash kept)", lambda value: quote(quote(well_formed(value)))),
    "URL: IDNA": (
        "a library that writes host names in Punycode",
        lambda value: re.sub(
            r"(?<=://)[^/:?#]+",
            lambda one: one[0].encode("idna").decode() if one[0].isascii() is False and len(one[0]) < 60 else one[0],
            value,
        ),
    ),
}
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
        lambda value: _NOT_ASCII.sub(
            lambda one: _units(one[0], "\\u{:04X}"), value.replace("\\", "\\\\").translate(table(_NET))
        ),
    ),
    "JSON: <>/ escaped": (
        "serialize-javascript (\\u003C, \\u002F)",
        lambda value: _json(value).translate(table({one: f"\\u{ord(one):04X}" for one in "<>/"})),
    ),
    "JSON: escapeJava": (
        "Apache's escapeJava (\\uXXXX)",
        lambda value: _NOT_ASCII.sub(lambda one: _units(one[0], "\\u{:04X}"), _json(value)),
    ),
    "JSON: escapeJava, slashes": (
        "escapeJavaScript (\\/)",
        lambda value: _NOT_ASCII.sub(
            lambda one: _units(one[0], "\\u{:04X}"), _json(value).replace("/", "\\/").replace("'", "\\'")
        ),
    ),
    "JSON: quotes only": ('a program that escapes the quotes (\\")', lambda value: value.replace('"', '\\"')),
    "JSON: numbers bare": ("PHP's JSON_NUMERIC_CHECK", lambda value: _numeric_json(value, "/")),
    "JSON: numbers bare, slashes escaped": ("PHP's JSON_NUMERIC_CHECK", lambda value: _numeric_json(value, "\\/")),
    "JSON: quotes, twice": ("two JSON writers (twice)", lambda value: _json(_json(value))),
}
REFERENCES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "HTML: Go, Jinja": ("Go or Jinja (&#34; &#39;)", replaced(_JINJA)),
    "HTML: Go templates": ("Go's templates (&#34; &#39; &#43;)", replaced({**_JINJA, "+": "&#43;"})),
    "HTML: Handlebars": ("Handlebars (&#x27; &#x3D;)", replaced(_HANDLEBARS)),
    "HTML: Handlebars, + too": ("Handlebars", replaced({**_HANDLEBARS, "+": "&#x2B;"})),
    "HTML: Mustache": ("Mustache (&#39; &#x2F;)", replaced(_MUSTACHE)),
    "HTML: lodash": ("lodash (&#39; &#96;)", replaced({**_JINJA, '"': "&quot;", "`": "&#96;"})),
    "HTML: htmlentities": ("PHP's htmlentities (&eacute;)", _entities),
    "HTML: .NET": (".NET's HtmlEncode (&#233;)", _net_html),
    "HTML: decimal references": ("a writer of XML (&#33590;)", _not_ascii("&#{};")),
    "HTML: hex references": ("a writer of XML (&#x8336;)", _not_ascii("&#x{:x};")),
    "HTML: upper-case hex references": ("a writer of XML (&#x8336;)", _not_ascii("&#x{:X};")),
    "HTML: escaped, decimal references": (
        "a writer of XML (&amp; &#33590;)",
        lambda value: _not_ascii("&#{};")(html.escape(value).replace("&#x27;", "&#39;")),
    ),
    "HTML: escaped, hex references": (
        "a writer of XML (&amp; &#x8336;)",
        lambda value: _not_ascii("&#x{:X};")(html.escape(value)),
    ),
    "HTML: attribute": (
        "a writer of XML, with its quotes",
        lambda value: (
            '"' + value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;") + '"'
        ),
    ),
    "HTML: & and < only": (
        "a writer of XML (&amp; &lt;)",
        lambda value: value.replace("&", "&amp;").replace("<", "&lt;"),
    ),
    "HTML: & only": ("a program that escapes “&” only (&amp;)", lambda value: value.replace("&", "&amp;")),
    "HTML: twice": ("two encodings (twice, &amp;amp;)", lambda value: html.escape(html.escape(value))),
    "HTML: CDATA": ("a writer of XML (CDATA)", lambda value: f"<![CDATA[{value}]]>"),
    "HTML: line breaks": ("a program that writes <br> for line breaks", lambda value: value.replace("\n", "<br />\n")),
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
    "escaped: braces": ("ES6 or Ruby (\\u{8336})", _not_ascii("\\u{{{:x}}}")),
    "escaped: upper-case braces": ("Ruby (\\u{8336})", _not_ascii("\\u{{{:X}}}")),
    "escaped: \\x braces": ("Perl (\\x{8336})", _not_ascii("\\x{{{:x}}}")),
    "escaped: %u": ("a writer of %uXXXX", _not_ascii("%u{:04X}", by_unit=True)),
    "escaped: %u, lower-case": ("a writer of %uXXXX", _not_ascii("%u{:04x}", by_unit=True)),
    "escaped: U+": ("a writer of U+XXXX", _not_ascii("U+{:04X}")),
    "escaped: &#x without ;": ("a writer of references", _not_ascii("&#{}")),
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
            ("PHP's escapeshellcmd", "#&;`|*?~<>^()[]{}$\\"),
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
LETTERS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "letters: title": ("every word capital, Python's title", str.title),
    "letters: capitalize": (
        "first letter capital, the rest small",
        lambda value: value[:1].upper() + value[1:].lower(),
    ),
    "letters: ucfirst": ("first letter capital", lambda value: value[:1].upper() + value[1:]),
    "letters: lcfirst": ("first letter small", lambda value: value[:1].lower() + value[1:]),
    "letters: ucwords": ("every word capital, PHP's ucwords", _ucwords),
    "letters: Go title": ("every word capital, Go's Title", _go_title),
    "letters: .NET title": ("every word capital, .NET's ToTitleCase", _net_title),
    "letters: swapped": ("capital and small swapped", str.swapcase),
    "letters: .NET title, older": (
        "every letter after a mark capital",
        lambda value: re.sub(r"[^\W\d_]+", lambda one: one[0][:1].upper() + one[0][1:], value),
    ),
    "letters: upper, Turkish": ("upper case, Turkish (İ for i)", lambda value: value.replace("i", "İ").upper()),
    "letters: lower, Turkish": ("lower case, Turkish (ı for I)", lambda value: value.replace("I", "ı").lower()),
    "letters: upper, ASCII": (
        "upper case, ASCII only",
        lambda value: "".join(one.upper() if one.isascii() else one for one in value),
    ),
    "letters: lower, ASCII": (
        "lower case, ASCII only",
        lambda value: "".join(one.lower() if one.isascii() else one for one in value),
    ),
}
_READS = (
    *(
        ("utf-8", read)
        for read in (
            "latin-1",
            "cp1252",
            "gbk",
            "gb18030",
            "big5",
            "cp932",
            "cp949",
            "euc-jp",
            "cp874",
            "mac-roman",
            "cp437",
            "cp850",
            "ascii",
            "utf-16-le",
        )
    ),
    *(("gbk", read) for read in ("utf-8", "latin-1", "cp1252", "big5")),
    *(("big5", read) for read in ("utf-8", "latin-1", "gbk", "cp1252")),
    *(("cp932", read) for read in ("utf-8", "latin-1", "gbk")),
    *(("latin-1", read) for read in ("utf-8", "gbk")),
    ("cp1252", "utf-8"),
)
_TITLES = {
    "utf-8": "UTF-8",
    "latin-1": "Latin-1",
    "cp1252": "Windows-1252",
    "gbk": "GBK",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
}
_MORE_TITLES = {
    "euc-jp": "EUC-JP",
    "cp874": "TIS-620",
    "mac-roman": "Mac Roman",
    "cp437": "CP437",
    "cp850": "CP850",
    "ascii": "ASCII",
    "utf-16-le": "UTF-16",
}
MISREAD: Mapping[str, tuple[str, str, Callable[[str], str]]] = {
    f"misread: {written} as {read}": (
        {**_TITLES, **_MORE_TITLES}[written],
        {**_TITLES, **_MORE_TITLES}[read],
        misread(written, read),
    )
    for written, read in _READS
}
MORE: Mapping[str, Callable[[str], str]] = {
    **{name: row[-1] for table in (URLS, JSONS, REFERENCES, ESCAPES, LETTERS, CLEANED) for name, row in table.items()},
    **{name: row[-1] for name, row in MISREAD.items()},
}
"""Every way of this page by its name."""
